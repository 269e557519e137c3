package parser

import (
	"iter"
	"strings"

	"filingview/parser/internal/char"
	"filingview/parser/internal/charset"
	"filingview/parser/internal/dataset"
	"filingview/parser/internal/edgar"
	"filingview/parser/internal/html"
	"filingview/parser/internal/ownershipxml"
	"filingview/parser/internal/rules"
	"filingview/parser/ownership"
)

// Format is one form in which a filing is written down. A program names the formats
// that it reads ([Opener]), and only the readers of these are linked into it.
type Format struct {
	// Name is "ownership-xml", "html", "pdf" or "text" as in Source.Format, or
	// "edgar-submission", "json" or "form345" as in its Envelope.
	Name string
	// Match reports by the content whether a document is in the format.
	Match func(*Document) bool
	// Read yields the filings of a document, checked, and errors. It yields nothing if
	// there is no form in the document.
	Read func(*Document) iter.Seq2[*ownership.Filing, error]
	// Whole says that Read yields all that is in the file, and not only what is in the
	// part that the document is.
	Whole bool
}

// Document is what a format reads: a file that is no archive, or one document of an
// EDGAR submission.
type Document struct {
	Source   ownership.Source  // but for its Format; the Text is that of the whole file
	From, To int               // what part of the text the document is
	Header   *ownership.Header // of the submission around it; nil if there is none
	Data     []byte            // the file as it came
	joined   bool              // lines that were cut at a width are joined in the text
}

// text returns the part of the text that the document is.
func (d *Document) text() string { return d.Source.Text[d.From:d.To] }

// Formats returns all formats in the order in which they are tried.
//
// Mail comes first because it holds the others in some encoding. A data set is the only one
// that is a ZIP. A submission and JSON come before XML because they hold one, XML before PDF because a
// document may speak of one in its first lines, and XML before HTML because a
// browser's view of it, saved, holds it whole. HTML is known by its tags, which
// leaves plain text. Whether a page or a text is a form, its reader finds out.
func Formats() []Format {
	inside := []Format{DataSet(), Submission(HTML(), Text()), JSON(), XML(), PDF(), HTML(), Text()}
	return append([]Format{Mail(inside...)}, inside...)
}

// XML is ownership XML, bare: one document, or several one after the other.
func XML() Format {
	return Format{
		Name:  "ownership-xml",
		Match: func(d *Document) bool { return ownershipxml.Find(d.text()) >= 0 },
		Read: func(d *Document) iter.Seq2[*ownership.Filing, error] {
			return checked(ownershipxml.ReadAll(ownership.Source{Name: d.Source.Name, Envelope: d.Source.Envelope, Charset: d.Source.Charset, Text: d.Source.Text}))
		},
	}
}

// PDF is a form in a PDF, printed or scanned.
func PDF() Format {
	return Format{Name: "pdf", Match: IsPDF, Read: printedForms(readPDF)}
}

// HTML is a form on a page.
func HTML() Format {
	return Format{Name: "html", Match: IsHTML, Read: printedForms(readHTML)}
}

// Text is a form in plain text: filed as such, or copied from a page or a PDF.
func Text() Format {
	return Format{Name: "text", Match: IsText, Read: printedForms(readText)}
}

// DataSet is one of the SEC's Insider Transactions Data Sets (form345.zip), whose tables hold
// all filings of a quarter. A filing's source is an excerpt with its lines of the tables.
func DataSet() Format {
	return Format{
		Name:  "form345",
		Match: func(d *Document) bool { return dataset.IsZip(d.Data) },
		Read: func(d *Document) iter.Seq2[*ownership.Filing, error] {
			return checked(dataset.Filings(d.Source.Name, d.Data))
		},
	}
}

// Remote is a format that is read somewhere else: by a program that can be ended, or
// that is loaded when it is needed. A PDF can drive its reader into an endless loop or
// a stack overflow, from which only that saves the caller.
//
// The remote reader gets the file as it came and yields what [Open] would of the same
// bytes; an error that is no *[Error] becomes one.
func Remote(name string, match func(*Document) bool, read Reader) Format {
	return Format{Name: name, Match: match, Whole: true,
		Read: func(d *Document) iter.Seq2[*ownership.Filing, error] { return read(d.Source.Name, d.Data) }}
}

// IsPDF finds the mark of a PDF, which may have some other bytes before it.
func IsPDF(d *Document) bool {
	text := d.text()
	return strings.Contains(text[:min(len(text), 1024)], "%PDF-")
}

// IsHTML reports whether a document is a page.
func IsHTML(d *Document) bool { return html.Is(d.text()) }

// IsText reports whether a document is text that may hold a form. Of a large one,
// which few forms are, it asks for words that every form has, unless the submission
// around it says that it is the form.
func IsText(d *Document) bool {
	text := d.text()
	if !charset.IsText(text) {
		return false
	}
	if len(text) < 512<<10 || d.Header != nil {
		return true
	}
	low := char.Lower(text)
	return strings.Contains(low, "beneficial") && strings.Contains(low, "reporting")
}

// isSubmission reports whether a document begins as EDGAR's submissions do.
func isSubmission(d *Document) bool { return edgar.Find(d.text()) >= 0 }

// checked adds to filings what the rules find.
func checked(filings iter.Seq2[*ownership.Filing, error]) iter.Seq2[*ownership.Filing, error] {
	return func(yield func(*ownership.Filing, error) bool) {
		for f, err := range filings {
			if err == nil {
				rules.Check(f)
			}
			if !yield(f, err) {
				return
			}
		}
	}
}
