package parser

import (
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"strings"

	"filingview/parser/internal/edgar"
	"filingview/parser/internal/ownershipxml"
	"filingview/parser/internal/refusal"
	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

// JSON is a list or a stream of JSON values with filings in their strings: XML, or whole
// submissions, as programs that download them keep them. The places in a filing's source
// are those in the string.
func JSON() Format {
	return Format{Name: "json", Match: IsJSON, Read: readJSON}
}

// IsJSON reports whether a document begins as JSON does and names an ownership document or
// a submission. XML and pages begin with "<", and no text of a form begins with a bracket
// and a quotation mark.
func IsJSON(d *Document) bool {
	text := d.text()
	t := strings.TrimLeft(strings.TrimPrefix(text[:min(len(text), 200)], "\ufeff"), " \t\r\n")
	if t == "" || d.Header != nil || t[0] != '{' && t[0] != '[' {
		return false
	}
	t = strings.TrimLeft(t[1:], " \t\r\n[{")
	return strings.HasPrefix(t, `"`) && (strings.Contains(text, "ownershipDocument") || strings.Contains(text, "SEC-DOCUMENT"))
}

// maxStrings bounds the filings in one JSON file.
const maxStrings = 10_000

// readJSON yields what is in the strings of JSON that hold filings.
func readJSON(d *Document) iter.Seq2[*ownership.Filing, error] {
	return func(yield func(*ownership.Filing, error) bool) {
		in := json.NewDecoder(strings.NewReader(strings.TrimPrefix(d.text(), "\ufeff")))
		for n, depth := 0, 0; ; {
			token, err := in.Token()
			if err == io.EOF && depth == 0 {
				if n == 0 {
					yield(nil, &refusal.Error{Format: "JSON", Kind: refusal.ErrForm,
						Reason: "This is JSON data that speaks of an ownership document, but holds the XML of none.",
						Advice: "Open the filing's XML or .txt from EDGAR instead."})
				}
				return
			}
			if err != nil {
				yield(nil, &refusal.Error{Format: "JSON", Kind: refusal.ErrDamaged, Place: refusal.Place(d.text(), int(in.InputOffset())),
					Reason: "This is JSON that is damaged or cut off here; what follows is not read.",
					Advice: "Download it again, or open the filings themselves."})
				return
			}
			switch token {
			case json.Delim('{'), json.Delim('['):
				depth++
			case json.Delim('}'), json.Delim(']'):
				depth--
			}
			text, ok := token.(string)
			if !ok || ownershipxml.Find(text) < 0 && edgar.Find(text) < 0 {
				continue
			}
			if n++; n > maxStrings {
				yield(nil, &refusal.Error{Format: "JSON", Kind: refusal.ErrBound,
					Reason: "This is JSON with more than " + wording.Number(maxStrings) + " filings; the rest is not read.",
					Advice: "Open it in parts."})
				return
			}
			name := d.Source.Name
			if n > 1 {
				name = fmt.Sprintf("%s/part %d", name, n)
			}
			part := newDocument(name, []byte(text), unwrap)
			part.Source.Envelope = "json"
			for f, err := range Handled().read(part, []Format{Submission(HTML(), Text()), JSON(), XML()}) {
				if err != nil {
					err = named(err, name)
				}
				if !yield(f, err) {
					return
				}
			}
		}
	}
}
