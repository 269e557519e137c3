package parser

import (
	"strings"
	"unicode/utf8"

	"filingview/parser/internal/char"
	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

// Where a submission starts. EDGAR's daily feeds (.nc) begin with <SUBMISSION>,
// its full-text files with <SEC-DOCUMENT>, old ones behind a PEM header; a header
// alone is kept as .hdr.sgml.
var submissionStarts = [...]string{"<SEC-DOCUMENT>", "<SUBMISSION>", "<SEC-HEADER>", "<IMS-DOCUMENT>", "<IMS-HEADER>", "<DOCUMENT>"}

const pemStart = "-----BEGIN PRIVACY-ENHANCED MESSAGE-----"

func isSubmission(d *document) bool { return submissionAt(d.text) >= 0 }

// submissionAt finds the first envelope where only a PEM header or white space
// stands before it, or -1.
func submissionAt(s string) int {
	at := 0
	if strings.HasPrefix(s, "\ufeff") {
		at = len("\ufeff")
	}
	at += len(s[at:]) - len(strings.TrimLeft(s[at:], " \t\r\n"))
	if strings.HasPrefix(s[at:], pemStart) {
		head := s[at:min(len(s), at+8<<10)]
		first := -1
		for _, tag := range submissionStarts {
			if i := indexTag(head, tag); i >= 0 && (first < 0 || i < first) {
				first = i
			}
		}
		if first < 0 {
			return at
		}
		return at + first
	}
	for _, tag := range submissionStarts {
		if len(s)-at >= len(tag) && strings.EqualFold(s[at:at+len(tag)], tag) {
			return at
		}
	}
	return -1
}

// submission reads an EDGAR envelope: its header, its list of documents and the
// form among them. Files that hold several, one behind the other, give each.
func (o *opener) submission(d *document) {
	start := submissionAt(d.text)
	tag := "<SEC-DOCUMENT>"
	if indexTag(d.text[start:min(len(d.text), start+20)], "<SUBMISSION>") == 0 {
		tag = "<SUBMISSION>"
	}
	for !o.stopped {
		end := len(d.text)
		if i := indexTag(d.text[start+1:], tag); i >= 0 {
			end = start + 1 + i
		}
		o.envelope(d, start, end)
		if end == len(d.text) || d.done {
			return
		}
		start = end
	}
}

// envelope reads one submission between from and to.
func (o *opener) envelope(d *document, from, to int) {
	f := &ownership.Filing{Source: ownership.Source{Name: d.name, Envelope: "edgar-submission", Text: d.text}}
	if indexTag(d.text[from:min(to, from+20)], "<SUBMISSION>") == 0 {
		f.Source.Envelope = "edgar-pds"
	}
	headerEnd := to
	if i := indexTag(d.text[from:to], "<DOCUMENT>"); i >= 0 {
		headerEnd = from + i
	}
	if !utf8.ValidString(d.text[from:headerEnd]) {
		f.Source.Charset = "windows-1252"
	}
	readHeader(&f.Header, d.text, from, headerEnd)
	f.Header.Documents = documents(d.text, headerEnd, to)
	for i := range f.Header.Documents {
		doc := &f.Header.Documents[i]
		for _, c := range [...]*ownership.Value[string]{&doc.Type, &doc.Sequence, &doc.Filename, &doc.Description} {
			if len(c.At) > 0 && !utf8.ValidString(d.text[c.At[0].Start:c.At[0].End]) {
				f.Source.Charset = "windows-1252"
			}
		}
	}

	if len(f.Header.Documents) > maxDocuments {
		o.fail(d.name, &Error{Format: "an EDGAR submission", Kind: ErrBound,
			Reason: "This is an EDGAR submission with more than " + wording.Number(maxDocuments) + " documents, which EDGAR does not take.",
			Advice: "Check where the file comes from."})
		return
	}
	// Exhibits may speak of ownershipDocument; they are only asked if no document
	// says that it is the form.
	for _, typed := range [...]bool{true, false} {
		read := 0
		for i := range f.Header.Documents {
			doc := &f.Header.Documents[i]
			if _, is := ownership.ParseDocumentType(doc.Type.V); is == typed && o.form(*f, d, doc.At, typed) {
				read++
			}
			if d.done {
				return
			}
		}
		if read > 0 {
			return
		}
	}
	o.fail(d.name, withoutForm(f, d.text))
}

// form reads the ownership document inside one document of a submission, if there
// is one; of a document that says it is the form, which typed tells, also one that
// is a page or plain text, as before mid-2003.
func (o *opener) form(f ownership.Filing, d *document, at ownership.Span, typed bool) bool {
	start, end := int(at.Start), int(at.End)
	root := rootOf(d.text[start:end])
	switch {
	case root >= 0:
	case !typed || !isText(d.text[start:end]):
		return false
	case o.elsewhere(d, "edgar-submission") || !readsAll:
		return true
	case hasHTML(char.Lower(d.text[start:min(end, start+64<<10)])):
		return o.html(f.Source, start, end, &f.Header)
	default:
		return o.plain(f.Source, start, end, &f.Header)
	}
	if i := indexTag(d.text[start:start+root], "<XML>"); i >= 0 {
		start += i + len("<XML>")
	}
	if i := indexTag(d.text[start:end], "</XML>"); i >= 0 {
		end = start + i
	}
	f.Source.Format = "ownership-xml"
	o.xmlAt(&f, d, start, end)
	return true
}

// indexTag finds a tag in either case, or gives -1.
func indexTag(s, tag string) int {
	for from := 0; ; from++ {
		i := strings.IndexByte(s[from:], '<')
		if i < 0 || len(s)-from-i < len(tag) {
			return -1
		}
		if from += i; strings.EqualFold(s[from:from+len(tag)], tag) {
			return from
		}
	}
}

// maxDocuments bounds the documents of a submission; EDGAR takes 611.
const maxDocuments = 1000

// documents lists what a submission holds, with the span of each text.
func documents(s string, from, to int) []ownership.Document {
	var list []ownership.Document
	for len(list) <= maxDocuments {
		i := indexTag(s[from:to], "<DOCUMENT>")
		if i < 0 {
			return list
		}
		from += i + len("<DOCUMENT>")
		end := to
		if i := indexTag(s[from:to], "</DOCUMENT>"); i >= 0 {
			end = from + i
		}
		text, textEnd := end, end
		if i := indexTag(s[from:end], "<TEXT>"); i >= 0 {
			text = from + i + len("<TEXT>")
			if i := indexTag(s[text:end], "</TEXT>"); i >= 0 {
				textEnd = text + i
			}
		}
		doc := ownership.Document{At: ownership.Span{Start: int32(text), End: int32(textEnd)}}
		for l := range headerLines(s, from, text) {
			// A document names each of these once; EDGAR writes them.
			switch l.label {
			case "TYPE":
				fact(&doc.Type, s, l)
			case "SEQUENCE":
				fact(&doc.Sequence, s, l)
			case "FILENAME":
				fact(&doc.Filename, s, l)
			case "DESCRIPTION":
				fact(&doc.Description, s, l)
			}
		}
		list = append(list, doc)
		from = end
	}
	return list
}

// withoutForm says why a submission gives no filing.
func withoutForm(f *ownership.Filing, text string) *Error {
	kind := f.Header.SubmissionType.V
	if kind == "" && len(f.Header.Documents) > 0 {
		kind = f.Header.Documents[0].Type.V
	}
	const format = "an EDGAR submission"
	_, is16 := ownership.ParseDocumentType(kind)
	switch {
	case is16 && len(f.Header.Documents) == 0:
		return &Error{Format: format, Kind: ErrForm,
			Reason: "This is the header of a Form " + kind + " without the form itself: a paper filing, a header file, or a file that was cut off.",
			Advice: "Open the full submission (.txt) or the form's XML instead."}
	case is16 && strings.Trim(text[f.Header.Documents[0].At.Start:f.Header.Documents[0].At.End], " \t\r\n<>/XML") == "":
		return &Error{Format: format, Kind: ErrDamaged,
			Reason: "This is a Form " + kind + " whose document is empty.",
			Advice: "Download the submission again."}
	case is16:
		return &Error{Format: format, Kind: ErrForm,
			Reason: "This is the submission of a Form " + kind + ", but none of its documents has the headings of the form.",
			Advice: "Read it in the original."}
	case kind == "":
		return &Error{Format: format, Kind: ErrForm,
			Reason: "This is an EDGAR submission that says nowhere which form it is, and it holds no Form 3, 4 or 5.",
			Advice: "Open the submission of a Form 3, 4 or 5."}
	}
	return &Error{Format: format, Kind: ErrForm,
		Reason: "This is an EDGAR submission of " + named(kind) + ", not of a Form 3, 4 or 5.",
		Advice: "Filingview reads Section 16 ownership filings: Forms 3, 4 and 5."}
}

// named gives a form type its common name.
func named(kind string) string {
	switch base := strings.TrimSuffix(kind, "/A"); {
	case base == "144":
		return "a Form 144 (a notice of a proposed sale)"
	case strings.HasPrefix(base, "13F"):
		return "a Form " + wording.Clip(kind) + " (an institutional manager's holdings)"
	case base == "10-K":
		return "a " + kind + " (an annual report)"
	case base == "10-Q":
		return "a " + kind + " (a quarterly report)"
	case base == "8-K":
		return "a " + kind + " (a current report)"
	case strings.Contains(base, "13D") || strings.Contains(base, "13G"):
		return "a Schedule " + wording.Clip(kind) + " (beneficial ownership over 5 %)"
	}
	return "a form of type “" + wording.Clip(kind) + "”"
}
