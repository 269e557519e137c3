package parser

import (
	"errors"
	"iter"
	"strings"
	"unicode/utf8"
	"unsafe"

	"filingview/parser/internal/charset"
	"filingview/parser/internal/edgar"
	"filingview/parser/internal/formreader"
	"filingview/parser/internal/html"
	"filingview/parser/internal/identify"
	"filingview/parser/internal/pdf"
	"filingview/parser/internal/plaintext"
	"filingview/parser/internal/plausible"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// printedForms makes the Read of a format out of what reads the printed forms of a
// document, or says why it does not.
func printedForms(read func(*Document) ([]*ownership.Filing, *Error)) func(*Document) iter.Seq2[*ownership.Filing, error] {
	return func(d *Document) iter.Seq2[*ownership.Filing, error] {
		return checked(func(yield func(*ownership.Filing, error) bool) {
			all, err := read(d)
			for _, f := range all {
				if !yield(f, nil) {
					return
				}
			}
			if err != nil {
				yield(nil, err)
			}
		})
	}
}

// onSheet reads the forms that are printed on a sheet, each with the facts of the
// envelope around it. There may be none. The error tells of one that is not shown; what
// it was in is called as format says.
func onSheet(s *sheet.Sheet, source ownership.Source, header *ownership.Header, format string) ([]*ownership.Filing, *Error) {
	var around formreader.Envelope
	if header != nil {
		around = func(f *ownership.Filing, only bool) {
			if f.Header = *header; only {
				edgar.FillFromHeader(f)
			}
		}
	}
	all, err := formreader.Read(s, source, around)
	for _, f := range all {
		if source.Format == "text" && source.Charset == "windows-1252" {
			decodeRaw(f)
		}
	}
	if errors.Is(err, formreader.ErrCut) {
		return all, identify.Cut(format)
	}
	var odd *plausible.Refusal
	if errors.As(err, &odd) {
		refused := identify.Implausible(format, odd.Form, odd.Found)
		// From June 30, 2003 EDGAR takes the forms in XML alone (SEC Release 33-8230).
		if header != nil && header.FiledAt.IsKnown() && header.FiledAt.V.Compare(ownership.Date{Year: 2003, Month: 6, Day: 30}) < 0 {
			refused.Advice = "Read it in the original: this filing has no XML."
		}
		return all, refused
	}
	return all, nil // there is none: formreader.ErrNone
}

func readHTML(d *Document) ([]*ownership.Filing, *Error) {
	source := d.Source
	source.Format = "html"
	if lost := identify.Lost(d.text()); lost != nil {
		return nil, lost
	}
	if s, latin, ok := html.ReadPreformatted(source.Text, d.From, d.To); ok {
		source.Charset = charsetOf(d, latin)
		if all, err := onSheet(s, source, d.Header, "a page"); len(all) > 0 || err != nil {
			return all, err
		}
	}
	s, latin, over := html.Read(source.Text, d.From, d.To)
	if over {
		return nil, identify.TooMuch("an HTML page", d.text())
	}
	source.Charset = charsetOf(d, latin)
	return onSheet(s, source, d.Header, "a page")
}

func readText(d *Document) ([]*ownership.Filing, *Error) {
	source := d.Source
	if lost := identify.Lost(d.text()); lost != nil {
		return nil, lost
	}
	s, latin, over := plaintext.Read(source.Text, d.From, d.To)
	if over {
		return nil, identify.TooMuch("plain text", d.text())
	}
	source.Format, source.Charset = "text", charsetOf(d, latin)
	return onSheet(s, source, d.Header, "text")
}

// charsetOf says what charset a document is in, of which a word had to be read as
// windows-1252 if latin is set.
func charsetOf(d *Document, latin bool) string {
	switch {
	case latin:
		return "windows-1252"
	case d.Source.Charset != "":
		return d.Source.Charset
	}
	return "utf-8"
}

func readPDF(d *Document) ([]*ownership.Filing, *Error) {
	text := d.text()
	s, err := pdf.Read(unsafe.Slice(unsafe.StringData(text), len(text)))
	var bad *pdf.Error
	switch {
	case errors.As(err, &bad):
		return nil, &Error{Format: "a PDF", Kind: kindOfPDF(bad.Kind), Reason: bad.Reason, Advice: bad.Advice}
	case err != nil:
		return nil, &Error{Format: "a PDF", Kind: ErrDamaged, Reason: err.Error()}
	}
	all, odd := onSheet(s, ownership.Source{Name: d.Source.Name, Format: "pdf", Pages: shownPages(s)}, nil, "a PDF")
	if len(all) > 0 || odd != nil {
		return all, odd
	}
	return nil, identify.PDF(firstWords(s), s.Scan)
}

func kindOfPDF(k pdf.Kind) Kind {
	switch k {
	case pdf.Bound:
		return ErrBound
	case pdf.Damaged, pdf.Crashed:
		return ErrDamaged
	}
	return ErrFormat
}

// shownPages keeps the words of the pages for those who look at the source.
func shownPages(s *sheet.Sheet) []ownership.Page {
	pages := make([]ownership.Page, len(s.Pages))
	for i := range s.Pages {
		from := &s.Pages[i]
		to := &pages[i]
		to.Width, to.Height = from.Width, from.Height
		to.Words = make([]ownership.PageWord, len(from.Words))
		for k := range from.Words {
			to.Words[k] = ownership.PageWord{Text: from.Words[k].Text, Box: from.Words[k].Box}
		}
	}
	return pages
}

// firstWords gives the words of the first pages, as much as tells what they are.
func firstWords(s *sheet.Sheet) string {
	var b strings.Builder
	for i := range s.Pages[:min(3, len(s.Pages))] {
		for _, w := range s.Pages[i].Words {
			if b.Len() < 20_000 {
				b.WriteString(w.Text)
				b.WriteByte(' ')
			}
		}
	}
	return b.String()
}

// decodeRaw gives cells of plain text that is not UTF-8 the text that stands at
// their places, piece by piece.
func decodeRaw(f *ownership.Filing) {
	for c := range f.Readings() {
		raw := c.Raw
		for i, at := range c.At {
			piece := f.Source.Text[at.Start:at.End]
			if !utf8.ValidString(piece) {
				piece = charset.FromWindows1252(piece)
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
