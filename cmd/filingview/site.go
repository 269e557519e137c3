package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"io/fs"
	"maps"
	"net/http"
	"path"
	"strconv"
	"strings"
	"time"
)

// site answers requests for the files of the built page, from memory. What is not
// one of their names is not there: no request can reach anything else.
type site struct {
	files   map[string]siteFile // by path
	headers http.Header         // of every response
}

// siteFile is a file with the forms that it can be sent in.
type siteFile struct {
	contentType  string
	cacheControl string
	policy       string          // Content-Security-Policy
	forms        map[string]form // by content encoding; "" is the file itself
	encodings    []string        // what there is but the file itself, the smallest first
}

// form is what is sent.
type form struct {
	body []byte
	etag string
}

var errNotBuilt = errors.New("The page is not built into this program. Run \"make build\", then build/filingview, or \"make run\" for both.")

// newSite reads a built page: files, and beside them their packed forms.
func newSite(page fs.FS, headers http.Header) (*site, error) {
	if _, err := fs.Stat(page, "index.html"); err != nil {
		return nil, errNotBuilt
	}
	s := &site{files: map[string]siteFile{}, headers: headers}
	err := fs.WalkDir(page, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || name == "placeholder.txt" || strings.HasSuffix(name, ".br") || strings.HasSuffix(name, ".gz") {
			return err
		}
		f := siteFile{
			contentType:  contentType(name),
			cacheControl: "no-cache",
			policy:       policyFor(name, headers.Get("Content-Security-Policy")),
			forms:        map[string]form{},
		}
		if namedByContent(name) {
			f.cacheControl = "public, max-age=31536000, immutable"
		}
		if f.forms[""], err = readForm(page, name); err != nil {
			return err
		}
		for _, packed := range []struct{ encoding, ending string }{{"br", ".br"}, {"gzip", ".gz"}} {
			switch packedForm, err := readForm(page, name+packed.ending); {
			case err == nil:
				f.forms[packed.encoding] = packedForm
				f.encodings = append(f.encodings, packed.encoding)
			case !errors.Is(err, fs.ErrNotExist):
				return err
			}
		}
		s.files["/"+name] = f
		return nil
	})
	s.files["/"] = s.files["/index.html"]
	return s, err
}

// readForm reads a file. Each form of a file has an ETag of its own, since their
// bytes differ.
func readForm(page fs.FS, name string) (form, error) {
	body, err := fs.ReadFile(page, name)
	sum := sha256.Sum256(body)
	return form{body, `"` + base64.RawURLEncoding.EncodeToString(sum[:18]) + `"`}, err
}

// contentType does not ask the system, whose tables differ.
func contentType(name string) string {
	switch path.Ext(name) {
	case ".html":
		return "text/html; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".json":
		return "application/json"
	case ".webmanifest":
		return "application/manifest+json"
	case ".wasm":
		return "application/wasm"
	case ".svg":
		return "image/svg+xml"
	case ".png":
		return "image/png"
	case ".ico":
		return "image/x-icon"
	case ".woff2":
		return "font/woff2"
	case ".xml":
		return "application/xml; charset=utf-8"
	case ".txt", ".ts":
		return "text/plain; charset=utf-8"
	}
	return "application/octet-stream"
}

// namedByContent reports whether a file's name has the hash of its content before
// the ending, as cmd/build writes it: app.3f9a1c2b.css.
func namedByContent(name string) bool {
	hash := path.Ext(strings.TrimSuffix(name, path.Ext(name)))
	return len(hash) == len(".3f9a1c2b") && strings.Trim(hash[1:], "0123456789abcdef") == ""
}

func (s *site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	maps.Copy(h, s.headers)
	switch {
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		h.Set("Allow", "GET, HEAD")
		answer(w, r, http.StatusMethodNotAllowed, "text/plain; charset=utf-8", "This server only hands out files: GET and HEAD.\n")
	case r.URL.Path == "/healthz":
		answer(w, r, http.StatusOK, "text/plain; charset=utf-8", "ok\n")
	default:
		f, ok := s.files[r.URL.Path]
		if !ok {
			answer(w, r, http.StatusNotFound, "text/html; charset=utf-8", notFoundPage(r.URL.EscapedPath()))
			return
		}
		f.serve(w, r)
	}
}

// serve sends the file in the form that the client likes best. A part of it is
// always a part of the file itself.
func (f siteFile) serve(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	encoding := ""
	if len(f.encodings) > 0 {
		h.Set("Vary", "Accept-Encoding")
		if r.Header.Get("Range") == "" {
			encoding = bestEncoding(strings.Join(r.Header.Values("Accept-Encoding"), ","), f.encodings)
		}
	}
	sent := f.forms[encoding]
	h.Set("Content-Type", f.contentType)
	h.Set("Cache-Control", f.cacheControl)
	h.Set("Content-Security-Policy", f.policy)
	h.Set("ETag", sent.etag)
	if encoding != "" {
		h.Set("Content-Encoding", encoding)
		h.Set("Content-Length", strconv.Itoa(len(sent.body)))
	}
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(sent.body))
}

// answer sends something that is no file, and that nobody may keep.
func answer(w http.ResponseWriter, r *http.Request, status int, contentType, body string) {
	h := w.Header()
	h.Set("Content-Type", contentType)
	h.Set("Content-Length", strconv.Itoa(len(body)))
	h.Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		// A client that has gone need not hear it.
		_, _ = w.Write([]byte(body))
	}
}

// notFoundPage leads back to the page. The link is relative, since the server does
// not know under which path a proxy shows it; nothing of the request is repeated.
func notFoundPage(requested string) string {
	up := "./" + strings.Repeat("../", max(0, strings.Count(requested, "/")-1))
	return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Not found · Filingview</title>
<h1>There is nothing here</h1>
<p>The address is wrong or out of date. <a href="` + up + `">Open the viewer</a></p>
</html>
`
}
