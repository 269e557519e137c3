package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"io"
	"io/fs"
	"net/http"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"
)

// site answers requests for the files of the built page, from memory. What is not
// one of their names is not there: no request can reach anything else.
//
// What it says of a file is made once, when the page is read: an answer costs no
// more than to hand it over.
type site struct {
	files  map[string]*siteFile // by path
	common []field              // of every response
}

// siteFile is a file with the forms that it can be sent in.
type siteFile struct {
	forms     []form   // the file itself, then its packed forms, the smallest first
	encodings []string // those of the packed forms
}

// form is what is sent, and what is said of it.
type form struct {
	body   []byte
	header []field // of a whole answer, what every response says included
	etag   string
	// patience is how long a client on a slow line may take, if that is longer than
	// the server gives it anyway.
	patience time.Duration
}

// field is a header's line. The name is in canonical form; nobody may write to the
// values, which all responses share.
type field struct {
	name   string
	values []string
}

func newField(name, value string) field { return field{http.CanonicalHeaderKey(name), []string{value}} }

var errNotBuilt = errors.New("The page is not built into this program. Run \"make build\", then build/filingview, or \"make run\" for both.")

// newSite reads a built page: files, and beside them their packed forms. The headers
// are those of every response.
func newSite(page fs.FS, headers http.Header) (*site, error) {
	if _, err := fs.Stat(page, "index.html"); err != nil {
		return nil, errNotBuilt
	}
	s := &site{files: map[string]*siteFile{}}
	for name := range headers {
		s.common = append(s.common, newField(name, headers.Get(name)))
	}
	err := fs.WalkDir(page, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || name == "placeholder.txt" || strings.HasSuffix(name, ".br") || strings.HasSuffix(name, ".gz") {
			return err
		}
		s.files["/"+name], err = s.readFile(page, name, headers.Get("Content-Security-Policy"))
		return err
	})
	s.files["/"] = s.files["/index.html"]
	return s, err
}

// readFile reads a file in all its forms. The policy is that of all files.
func (s *site) readFile(page fs.FS, name, policy string) (*siteFile, error) {
	f := &siteFile{}
	for _, p := range []struct{ encoding, ending string }{{"", ""}, {"br", ".br"}, {"gzip", ".gz"}} {
		body, err := fs.ReadFile(page, name+p.ending)
		if p.encoding != "" && errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		// Each form has an ETag of its own, since their bytes differ.
		sum := sha256.Sum256(body)
		made := form{body: body, etag: `"` + base64.RawURLEncoding.EncodeToString(sum[:18]) + `"`}
		if packed := time.Duration(len(body)/slowestLine) * time.Second; packed > 0 {
			made.patience = packed + writeTimeout
		}
		made.header = append(append([]field{}, s.common...),
			newField("Content-Security-Policy", policyFor(name, policy)), // instead of that of all
			newField("Content-Type", contentType(name)),
			newField("Cache-Control", cacheControl(name)),
			newField("ETag", made.etag),
			newField("Content-Length", strconv.Itoa(len(body))))
		if p.encoding == "" {
			made.header = append(made.header, newField("Accept-Ranges", "bytes"))
		} else {
			made.header = append(made.header, newField("Content-Encoding", p.encoding))
			f.encodings = append(f.encodings, p.encoding)
		}
		f.forms = append(f.forms, made)
	}
	var vary []string
	if len(f.encodings) > 0 {
		vary = append(vary, "Accept-Encoding")
	}
	if path.Ext(name) == ".html" {
		vary = append(vary, "Sec-Fetch-Site, Sec-Fetch-Mode")
	}
	if len(vary) > 0 {
		for i := range f.forms {
			f.forms[i].header = append(f.forms[i].header, newField("Vary", strings.Join(vary, ", ")))
		}
	}
	return f, nil
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

// cacheControl lets what is named by its content be kept for good. What is not is
// asked for each time whether it has changed.
func cacheControl(name string) string {
	if namedByContent(name) {
		return "public, max-age=31536000, immutable"
	}
	return "no-cache"
}

// namedByContent reports whether a file's name has the hash of its content before
// the ending, as cmd/build writes it: app.3f9a1c2b.css.
func namedByContent(name string) bool {
	hash := path.Ext(strings.TrimSuffix(name, path.Ext(name)))
	return len(hash) == len(".3f9a1c2b") && strings.Trim(hash[1:], "0123456789abcdef") == ""
}

func (s *site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch {
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		w.Header().Set("Allow", "GET, HEAD")
		s.answer(w, r, http.StatusMethodNotAllowed, "text/plain; charset=utf-8", "This server only hands out files: GET and HEAD.\n")
	case r.URL.Path == "/healthz":
		s.answer(w, r, http.StatusOK, "text/plain; charset=utf-8", "ok\n")
	default:
		f, ok := s.files[r.URL.Path]
		if !ok {
			s.answer(w, r, http.StatusNotFound, "text/html; charset=utf-8", notFoundPage(r.URL.EscapedPath()))
			return
		}
		f.serve(w, r)
	}
}

// serve sends the file in the form that the client likes best. A part of it is
// always a part of the file itself.
func (f *siteFile) serve(w http.ResponseWriter, r *http.Request) {
	part := wantsPart(r)
	sent := &f.forms[0]
	if !part && len(f.encodings) > 0 {
		sent = &f.forms[f.best(r.Header["Accept-Encoding"])]
	}
	h := w.Header()
	for _, l := range sent.header {
		h[l.name] = l.values
	}
	if visited(r) {
		delete(h, "Cross-Origin-Opener-Policy")
	}
	if sent.patience > 0 {
		// A writer that knows no deadline, as in a test, has none to lengthen.
		_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(sent.patience))
	}
	switch {
	case part || r.Header["If-Match"] != nil:
		delete(h, "Content-Length") // which depends on what comes of it
		if !part {
			r = r.Clone(r.Context())
			delete(r.Header, "Range")
		}
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(sent.body))
	case sent.is(r.Header["If-None-Match"]):
		for _, name := range []string{"Content-Type", "Content-Length", "Content-Encoding", "Accept-Ranges"} {
			delete(h, name)
		}
		w.WriteHeader(http.StatusNotModified)
	case r.Method == http.MethodHead:
		w.WriteHeader(http.StatusOK)
	default:
		// A client that has gone need not hear it.
		_, _ = w.Write(sent.body)
	}
}

// visited reports whether the user opens the page and no other page does, by a typed
// address, a bookmark or as an app. Then there is no window that could keep hold of
// it, and a browser told to part with such windows starts another process for the
// page: a tenth of a second in which the page cannot answer (Fetch Metadata, Sec-Fetch-Site).
// A browser that does not say is not taken to have.
func visited(r *http.Request) bool {
	site, mode := r.Header["Sec-Fetch-Site"], r.Header["Sec-Fetch-Mode"]
	return len(site) == 1 && site[0] == "none" && len(mode) == 1 && mode[0] == "navigate"
}

// wantsPart reports whether a range is asked for. A range in a unit that nobody
// knows, or of a HEAD, is none (RFC 9110, section 14.2).
func wantsPart(r *http.Request) bool {
	ranges := r.Header["Range"]
	const unit = "bytes="
	return len(ranges) > 0 && r.Method == http.MethodGet && len(ranges[0]) >= len(unit) && strings.EqualFold(ranges[0][:len(unit)], unit)
}

// best returns which form the client likes most by its Accept-Encoding.
func (f *siteFile) best(accept []string) int {
	if len(accept) == 0 {
		return 0
	}
	return 1 + slices.Index(f.encodings, bestEncoding(strings.Join(accept, ","), f.encodings))
}

// is reports whether the client has the form already, by its If-None-Match.
func (f *form) is(known []string) bool {
	return slices.ContainsFunc(known, func(list string) bool {
		return strings.Contains(list, f.etag) || strings.TrimSpace(list) == "*"
	})
}

// answer sends something that is no file, and that nobody may keep.
func (s *site) answer(w http.ResponseWriter, r *http.Request, status int, contentType, body string) {
	h := w.Header()
	for _, l := range s.common {
		h[l.name] = l.values
	}
	h.Set("Content-Type", contentType)
	h.Set("Content-Length", strconv.Itoa(len(body)))
	h.Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		// A client that has gone need not hear it.
		_, _ = io.WriteString(w, body)
	}
}

// notFoundPage leads back to the page. The link is relative, since the server does
// not know under which path a proxy shows it; nothing of the request is repeated.
func notFoundPage(requested string) string {
	up := "./" + strings.Repeat("../", min(max(0, strings.Count(requested, "/")-1), 100))
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
