package parser

import (
	"errors"
	"strings"
	"unsafe"

	"filingview/parser/internal/pdf"
	"filingview/parser/internal/sheet"
	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

// isPDF finds the mark of a PDF, which may have some other bytes before it.
func isPDF(d *document) bool {
	return strings.Contains(d.text[:min(len(d.text), 1024)], "%PDF-")
}

// pdf reads a PDF.
func (o *opener) pdf(d *document) {
	if o.elsewhere(d, "pdf") || !readsAll {
		return
	}
	s, err := pdf.Read(unsafe.Slice(unsafe.StringData(d.text), len(d.text)))
	var told *pdf.Error
	switch {
	case errors.As(err, &told):
		o.fail(d.name, &Error{Format: "a PDF", Kind: kindOfPDF(told.Kind), Reason: told.Reason, Advice: told.Advice})
		return
	case err != nil:
		o.fail(d.name, &Error{Format: "a PDF", Kind: ErrDamaged, Reason: err.Error()})
		return
	}
	if o.printed(s, ownership.Source{Name: d.name, Format: "pdf", Pages: shownPages(s)}, nil) {
		return
	}
	o.fail(d.name, notForm(s))
}

func kindOfPDF(k pdf.Kind) error {
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

// notForm says what a PDF is that holds no form.
func notForm(s *sheet.Sheet) *Error {
	var b strings.Builder
	for i := range s.Pages[:min(3, len(s.Pages))] {
		for _, w := range s.Pages[i].Words {
			if b.Len() < 20_000 {
				b.WriteString(w.Text)
				b.WriteByte(' ')
			}
		}
	}
	low := strings.ToLower(b.String())
	e := &Error{Format: "a PDF", Kind: ErrForm, Advice: what}
	switch {
	case strings.Contains(low, "form 10-k") || strings.Contains(low, "annual report pursuant to section 13"):
		e.Reason = "This PDF is a 10-K (an annual report), not a Form 3, 4 or 5."
	case strings.Contains(low, "form 10-q"):
		e.Reason = "This PDF is a 10-Q (a quarterly report), not a Form 3, 4 or 5."
	case strings.Contains(low, "form 8-k"):
		e.Reason = "This PDF is an 8-K (a current report), not a Form 3, 4 or 5."
	case strings.Contains(low, "form 144"):
		e.Reason = "This PDF is a Form 144 notice (a proposed sale under Rule 144), not a Form 3, 4 or 5."
		e.Advice = "Open the Form 4 that follows the sale instead."
	case isForm(low) && s.Scan:
		e.Reason = "This is a scan of a Form 3, 4 or 5, but too little of what a machine read on it is right: the headings of its boxes and tables are not found."
		e.Advice = "Scan it again with at least 200 dots per inch, or open the filing's XML or .txt from EDGAR."
	case isForm(low):
		e.Reason = "This PDF speaks of a Form 3, 4 or 5, but the headings of the form, its boxes and tables, are not found in it."
		e.Advice = "Open the filing's XML or .txt from EDGAR."
	default:
		e.Reason = "This PDF is no Form 3, 4 or 5: it begins “" + wording.Clip(strings.TrimSpace(b.String())) + "”."
	}
	return e
}
