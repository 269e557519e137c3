// Package mail takes apart messages as RFC 5322 and MIME (RFC 2045, 2046) have them: e-mail,
// and the pages that browsers save as a single file (MHTML, RFC 2557).
package mail

import (
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime/quotedprintable"
	"strings"

	"filingview/parser/internal/char"
)

// Bounds of a message; these only keep a hostile one from costing more than its size.
const (
	maxDepth   = 8
	maxParts   = 1_000
	maxHeaders = 200
)

// Part is a document of a message, decoded.
type Part struct {
	Name     string // of the file or the page; "" for the body of an e-mail
	Type     string // of its content, in lower case: "text/html"
	Attached bool   // it is a file that was attached
	// Choice numbers the groups of parts that say the same in several ways, the best one
	// first; 0 for what stands alone.
	Choice int
	Data   []byte
}

// ErrCut is a message whose end is missing.
var ErrCut = errors.New("its end is missing")

// Is reports whether text begins as a message does: with header lines, among them one
// that a message has and no other file.
func Is(text string) bool {
	text = strings.TrimLeft(strings.TrimPrefix(text[:min(len(text), 16<<10)], "\ufeff"), "\r\n")
	if strings.HasPrefix(text, "From ") { // of a mailbox
		_, text, _ = strings.Cut(text, "\n")
	}
	known := 0
	for n := range maxHeaders {
		line, rest, more := strings.Cut(text, "\n")
		if strings.TrimSpace(line) == "" || !more {
			break
		}
		text = rest
		if line[0] == ' ' || line[0] == '\t' {
			if n == 0 {
				return false
			}
			continue
		}
		name, _, ok := strings.Cut(line, ":")
		if !ok || name == "" || strings.ContainsAny(name, " \t<>{\"") {
			return false
		}
		switch char.Lower(name) {
		case "mime-version", "content-type", "content-transfer-encoding":
			known += 2
		case "from", "to", "subject", "date", "received", "message-id", "return-path", "delivered-to", "snapshot-content-location":
			known++
		}
	}
	return known >= 3
}

// Parts returns the documents of a message in their order. Beside an error they are those
// that could be read.
func Parts(text string) ([]Part, error) {
	r := reader{}
	text = strings.TrimLeft(strings.TrimPrefix(text, "\ufeff"), "\r\n")
	if strings.HasPrefix(text, "From ") {
		_, text, _ = strings.Cut(text, "\n")
	}
	err := r.entity(text, 0, 0)
	return r.parts, err
}

type reader struct {
	parts   []Part
	choices int
}

// entity reads a header and what it describes.
func (r *reader) entity(text string, choice, depth int) error {
	if depth > maxDepth || len(r.parts) >= maxParts {
		return fmt.Errorf("it has more than %d parts, or parts within parts", maxParts)
	}
	h, body := header(text)
	kind, params := mediaType(h["content-type"])
	switch {
	case strings.HasPrefix(kind, "multipart/") && params["boundary"] != "":
		if kind == "multipart/alternative" {
			r.choices++
			choice = r.choices
		}
		return r.multipart(body, params["boundary"], kind == "multipart/alternative", choice, depth)
	case kind == "message/rfc822":
		inner, err := decoded(body, h["content-transfer-encoding"])
		if err != nil {
			return err
		}
		return r.entity(strings.TrimLeft(string(inner), "\r\n"), choice, depth+1)
	}
	data, err := decoded(body, h["content-transfer-encoding"])
	if err != nil {
		return fmt.Errorf("the part %d cannot be decoded: %w", len(r.parts)+1, err)
	}
	disposition, file := mediaType(h["content-disposition"])
	p := Part{Type: kind, Data: data, Choice: choice, Attached: disposition == "attachment"}
	for _, name := range []string{file["filename"], params["name"], h["content-location"]} {
		if p.Name = baseName(name); p.Name != "" {
			break
		}
	}
	r.parts = append(r.parts, p)
	return nil
}

// multipart reads what stands between the boundaries. The parts of an alternative come
// from the plainest to the best; they are kept the other way round.
func (r *reader) multipart(body, boundary string, alternative bool, choice, depth int) error {
	delimiter := "--" + boundary
	at := lineWith(body, delimiter)
	if at < 0 {
		return ErrCut
	}
	first := len(r.parts)
	for {
		body = body[at+len(delimiter):]
		if strings.HasPrefix(body, "--") {
			break
		}
		_, body, _ = strings.Cut(body, "\n")
		if at = lineWith(body, delimiter); at < 0 {
			return ErrCut // what is left of the part is not known to be all of it
		}
		part := strings.TrimSuffix(strings.TrimSuffix(body[:at], "\n"), "\r")
		if err := r.entity(part, choice, depth+1); err != nil {
			return err
		}
	}
	if alternative {
		own := r.parts[first:]
		for i, j := 0, len(own)-1; i < j; i, j = i+1, j-1 {
			own[i], own[j] = own[j], own[i]
		}
	}
	return nil
}

// lineWith finds a line that begins with a delimiter.
func lineWith(body, delimiter string) int {
	for from := 0; ; {
		i := strings.Index(body[from:], delimiter)
		if i < 0 {
			return -1
		}
		at := from + i
		if after := at + len(delimiter); (at == 0 || body[at-1] == '\n') && (after == len(body) || strings.ContainsRune("-\r\n \t", rune(body[after]))) {
			return at
		}
		from = at + 1
	}
}

// header reads header fields, folded lines joined, names in lower case; the first one of a
// name counts.
func header(text string) (fields map[string]string, body string) {
	fields = map[string]string{}
	last := ""
	for range maxHeaders {
		line, rest, more := strings.Cut(text, "\n")
		line = strings.TrimSuffix(line, "\r")
		if line == "" {
			return fields, rest
		}
		text = rest
		if line[0] == ' ' || line[0] == '\t' {
			if last != "" {
				fields[last] += " " + strings.TrimSpace(line)
			}
		} else if name, value, ok := strings.Cut(line, ":"); ok {
			if last = char.Lower(strings.TrimSpace(name)); fields[last] == "" {
				fields[last] = strings.TrimSpace(value)
			} else {
				last = ""
			}
		}
		if !more {
			break
		}
	}
	return fields, text
}

// mediaType takes "text/html; charset=utf-8" apart.
func mediaType(field string) (kind string, params map[string]string) {
	kind, rest, _ := strings.Cut(field, ";")
	params = map[string]string{}
	for rest != "" {
		name, after, ok := strings.Cut(rest, "=")
		if !ok {
			break
		}
		after = strings.TrimLeft(after, " \t")
		value := ""
		if strings.HasPrefix(after, `"`) {
			value, rest, _ = strings.Cut(after[1:], `"`)
			_, rest, _ = strings.Cut(rest, ";")
		} else {
			value, rest, _ = strings.Cut(after, ";")
		}
		params[char.Lower(strings.Trim(name, " \t*"))] = strings.TrimSpace(value)
	}
	return char.Lower(strings.TrimSpace(kind)), params
}

// decoded undoes a transfer encoding.
func decoded(body, encoding string) ([]byte, error) {
	switch char.Lower(strings.TrimSpace(encoding)) {
	case "quoted-printable":
		b, err := io.ReadAll(quotedprintable.NewReader(strings.NewReader(body)))
		if err != nil {
			return nil, fmt.Errorf("as quoted-printable: %w", err)
		}
		return b, nil
	case "base64":
		packed := strings.Map(func(c rune) rune {
			if c <= ' ' {
				return -1
			}
			return c
		}, body)
		b, err := base64.StdEncoding.DecodeString(packed)
		if err != nil {
			return nil, fmt.Errorf("as base64: %w", err)
		}
		return b, nil
	}
	return []byte(body), nil
}

// baseName is the last piece of a file's name or of an address.
func baseName(name string) string {
	name, _, _ = strings.Cut(name, "?")
	name = strings.TrimRight(name, "/")
	if i := strings.LastIndexAny(name, `/\:`); i >= 0 {
		name = name[i+1:]
	}
	return strings.ToValidUTF8(name, "�")
}
