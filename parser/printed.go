package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"filingview/parser/internal/char"
	"filingview/parser/internal/formreader"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// printed gives the forms that are printed on a sheet to the caller, each with the
// facts of the envelope around it. It is false if there is none on it.
func (o *opener) printed(s *sheet.Sheet, source ownership.Source, header *ownership.Header) bool {
	filings, err := formreader.Read(s, source)
	if err != nil {
		return false // formreader.ErrNone is its only error
	}
	for _, f := range filings {
		if source.Format == "text" && source.Charset == "windows-1252" {
			decodeRaw(f)
		}
		if header != nil {
			f.Header = *header
			if len(filings) == 1 {
				fromParties(f)
			}
		}
		o.filing(f)
	}
	return true
}

// decodeRaw gives cells of plain text that is not UTF-8 the text that stands at
// their places, piece by piece.
func decodeRaw(f *ownership.Filing) {
	for c := range f.Readings() {
		raw := c.Raw
		for i, at := range c.At {
			piece := f.Source.Text[at.Start:at.End]
			if !utf8.ValidString(piece) {
				piece = fromWindows1252(piece)
			}
			if i == 0 {
				raw = piece
			} else {
				raw += " " + piece
			}
		}
		c.Raw = raw
	}
}

// page reads a page of HTML.
func (o *opener) page(d *document) {
	if o.elsewhere(d, "html") || !readsAll {
		return
	}
	if !o.html(ownership.Source{Name: d.name, Envelope: d.wrap, Charset: d.charset, Text: d.text}, 0, len(d.text), nil) {
		o.refuse(d)
	}
}

// html reads the form on the page between two places of the source; false if there
// is none.
func (o *opener) html(source ownership.Source, from, to int, header *ownership.Header) bool {
	if s, latin, ok := readPre(source.Text, from, to); ok {
		source := source
		if source.Format, source.Charset = "html", charset(source, latin); o.printed(s, source, header) {
			return true
		}
	}
	s, latin, over := readHTML(source.Text, from, to)
	if over {
		return o.tooMuch(source.Name, "an HTML page", source.Text[from:to])
	}
	source.Format, source.Charset = "html", charset(source, latin)
	return o.printed(s, source, header)
}

// plain reads the form in the plain text between two places of the source; false if
// there is none.
func (o *opener) plain(source ownership.Source, from, to int, header *ownership.Header) bool {
	s, latin, over := readText(source.Text, from, to)
	if over {
		return o.tooMuch(source.Name, "plain text", source.Text[from:to])
	}
	source.Format, source.Charset = "text", charset(source, latin)
	return o.printed(s, source, header)
}

// tooMuch refuses what went over a bound, if it is like a form at all.
func (o *opener) tooMuch(name, format, text string) bool {
	if low := char.Lower(text[:min(len(text), 128<<10)]); !isForm(low) || reportOf(low) != "" {
		return false
	}
	o.fail(name, &Error{Format: format, Kind: ErrBound,
		Reason: "This is " + format + " with more words or deeper tables than any Form 3, 4 or 5 has, so it is not read.",
		Advice: "Open the filing's XML from EDGAR instead."})
	return true
}

func charset(s ownership.Source, latin bool) string {
	switch {
	case latin:
		return "windows-1252"
	case s.Charset != "":
		return s.Charset
	}
	return "utf-8"
}

// isPage reports whether a document is HTML: it has tags that nothing else has. The
// <TABLE> of a form that was filed as text has no cells.
func isPage(d *document) bool {
	if !isText(d.text) {
		return false
	}
	low := char.Lower(d.text[:min(len(d.text), 64<<10)])
	return hasHTML(low)
}

func hasHTML(low string) bool {
	for _, tag := range [...]string{"<html", "<!doctype html", "<body", "<td", "<th", "<head>", "<div", "<pre>", "<p>"} {
		for from := 0; ; {
			i := strings.Index(low[from:], tag)
			if i < 0 {
				break
			}
			from += i + len(tag)
			if strings.HasSuffix(tag, ">") || from < len(low) && (char.IsSpace(low[from]) || low[from] == '>' || low[from] == '/') {
				return true
			}
		}
	}
	return false
}

// isPlainText reports whether a document is text that may hold a form. Of a large
// one, which few forms are, it asks for words that every form has.
func isPlainText(d *document) bool {
	if !isText(d.text) {
		return false
	}
	if len(d.text) < 512<<10 {
		return true
	}
	low := char.Lower(d.text)
	return strings.Contains(low, "beneficial") && strings.Contains(low, "reporting")
}

// text reads plain text.
func (o *opener) text(d *document) {
	if o.elsewhere(d, "text") || !readsAll {
		return
	}
	if !o.plain(ownership.Source{Name: d.name, Envelope: d.wrap, Charset: d.charset, Text: d.text}, 0, len(d.text), nil) {
		o.refuse(d)
	}
}

// fromParties fills the numbers that a printed form does not show from the header,
// where one party can be meant and has the name that the form has.
func fromParties(f *ownership.Filing) {
	var issuers, owners []*ownership.Party
	for i := range f.Header.Parties {
		switch p := &f.Header.Parties[i]; p.Role {
		case "issuer", "subject-company":
			issuers = append(issuers, p)
		case "reporting-owner", "filed-by":
			owners = append(owners, p)
		}
	}
	if len(issuers) == 1 && sameName(f.Issuer.Name.V, issuers[0].Name.V) {
		fill(&f.Issuer.CIK, issuers[0].CIK)
	}
	if len(owners) == 1 && len(f.Owners) == 1 && sameName(f.Owners[0].Name.V, owners[0].Name.V) {
		fill(&f.Owners[0].CIK, owners[0].CIK)
	}
}

func fill(cell *ownership.Value[string], from ownership.Value[string]) {
	if cell.State == ownership.Absent && from.State == ownership.Known {
		*cell = from
		cell.How = ownership.Labeled
	}
}

// sameName compares names by their words in any order, since EDGAR turns "Alan H.
// Foster" into "FOSTER ALAN H", and shortens and ends company names in its own way.
func sameName(a, b string) bool {
	x, y := nameWords(a), nameWords(b)
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	for w := range x {
		if !y[w] {
			return false
		}
	}
	return len(x) == len(y)
}

func nameWords(s string) map[string]bool {
	words := map[string]bool{}
	s, _, _ = strings.Cut(s, "/") // "ACME CORP /DE/"
	for w := range strings.FieldsFuncSeq(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '&' }) {
		switch w {
		case "inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited", "the", "new":
		default:
			words[w] = true
		}
	}
	return words
}
