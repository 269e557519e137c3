// Package edgar opens EDGAR's submissions: text files with a header, which says who filed
// what and when, and the documents of the filing after it.
package edgar

import (
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"filingview/parser/internal/refusal"
	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

// Where a submission starts. EDGAR's daily feeds (.nc) begin with <SUBMISSION>,
// its full-text files with <SEC-DOCUMENT>, old ones after a PEM header; a header
// alone is kept as .hdr.sgml.
var submissionStarts = [...]string{"<SEC-DOCUMENT>", "<SUBMISSION>", "<SEC-HEADER>", "<IMS-DOCUMENT>", "<IMS-HEADER>", "<DOCUMENT>"}

// submissionEnds are the ends of what begins with the same of submissionStarts.
var submissionEnds = [len(submissionStarts)]string{"</SEC-DOCUMENT>", "</SUBMISSION>", "", "</IMS-DOCUMENT>", "", "</DOCUMENT>"}

const pemStart = "-----BEGIN PRIVACY-ENHANCED MESSAGE-----"

// Find finds the first envelope where only a PEM header or white space
// stands before it, or -1.
func Find(s string) int {
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

// Submissions yields for each EDGAR submission in the text of a source a filing that
// has its header and no form yet, or an *Error. Files may hold several, one after the
// other.
func Submissions(source ownership.Source) iter.Seq2[*ownership.Filing, error] {
	return func(yield func(*ownership.Filing, error) bool) {
		text := source.Text
		start := Find(text)
		tag := "<SEC-DOCUMENT>"
		if indexTag(text[start:min(len(text), start+20)], "<SUBMISSION>") == 0 {
			tag = "<SUBMISSION>"
		}
		for {
			end := len(text)
			if i := indexTag(text[start+1:], tag); i >= 0 {
				end = start + 1 + i
			}
			f := envelope(source, start, end)
			var err error
			if len(f.Header.Documents) > maxDocuments {
				f, err = nil, &refusal.Error{Format: "an EDGAR submission", Kind: refusal.ErrBound,
					Reason: "This is an EDGAR submission with more than " + wording.Number(maxDocuments) + " documents, which EDGAR does not take.",
					Advice: "Check where the file comes from."}
			}
			if !yield(f, err) || end == len(text) {
				return
			}
			start = end
		}
	}
}

// lacking gives what EDGAR writes into each header, and this one does not have. One without
// any of it was taken off whole.
func lacking(h *ownership.Header) (lost []string) {
	no := func(has bool, name string) {
		if !has && !slices.Contains(lost, name) {
			lost = append(lost, name)
		}
	}
	no(h.AccessionNumber.Present(), "the accession number")
	no(h.SubmissionType.Present(), "the type")
	no(h.FiledAt.Present(), "the filing date")
	if len(lost) == 3 && len(h.Parties) == 0 {
		return nil
	}
	for i := range h.Parties {
		no(h.Parties[i].Name.Present(), "a party's name")
		no(h.Parties[i].CIK.Present(), "a party's CIK")
	}
	return lost
}

// envelope reads the header of one submission between from and to, and the list of its
// documents.
func envelope(source ownership.Source, from, to int) *ownership.Filing {
	text := source.Text
	f := &ownership.Filing{Source: ownership.Source{Name: source.Name, Envelope: "edgar-submission", Charset: source.Charset, Text: text}}
	if indexTag(text[from:min(to, from+20)], "<SUBMISSION>") == 0 {
		f.Source.Envelope = "edgar-pds"
	}
	headerEnd := to
	if i := indexTag(text[from:to], "<DOCUMENT>"); i >= 0 {
		headerEnd = from + i
	} else if i := bareDocument(text[from:to]); i >= 0 {
		headerEnd = from + i
	}
	if !utf8.ValidString(text[from:headerEnd]) {
		f.Source.Charset = "windows-1252"
	}
	for i, tag := range submissionStarts {
		if end := submissionEnds[i]; end != "" && indexTag(text[from:min(to, from+20)], tag) == 0 && indexTag(text[from:to], end) < 0 {
			f.Findings = append(f.Findings, ownership.RuleSubmissionCut.Finding("The end of this submission, "+end+", is missing: it is cut off, and documents after the form may be lost. Download it again and compare the size."))
			break
		}
	}
	readHeader(&f.Header, text, from, headerEnd)
	lost := lacking(&f.Header)
	f.Header.Documents = documents(text, headerEnd, to)
	if len(f.Header.Documents) == 0 && headerEnd < to {
		// The tags of the document are lost, and the header says what it is.
		f.Header.Documents = []ownership.Document{{Type: f.Header.SubmissionType, At: ownership.Span{Start: int32(headerEnd), End: int32(to)}}}
		lost = append(lost, "the tags of its document")
	}
	if slices.ContainsFunc(f.Header.Documents, func(d ownership.Document) bool { return !d.Type.Present() }) {
		lost = append(lost, "a document's type")
	}
	if len(lost) > 0 {
		f.Findings = append(f.Findings, ownership.RuleHeaderIncomplete.Finding("This submission lacks "+strings.Join(lost, ", ")+", which EDGAR writes into each: lines of it may be lost."))
	}
	for i := range f.Header.Documents {
		doc := &f.Header.Documents[i]
		for _, c := range [...]*ownership.Value[string]{&doc.Type, &doc.Sequence, &doc.Filename, &doc.Description} {
			if len(f.Findings) > 0 && len(c.At) > 0 && int(c.At[0].End) == to {
				c.State = ownership.Malformed // the submission breaks off in it
			}
			if len(c.At) > 0 && !utf8.ValidString(text[c.At[0].Start:c.At[0].End]) {
				f.Source.Charset = "windows-1252"
			}
		}
	}
	return f
}

// XML narrows a document of a submission, whose ownership document has its root at
// root, to what stands between <XML> and </XML> where these are there.
func XML(text string, from, to, root int) (start, end int) {
	if i := indexTag(text[from:root], "<XML>"); i >= 0 {
		from += i + len("<XML>")
	}
	if i := indexTag(text[from:to], "</XML>"); i >= 0 {
		to = from + i
	}
	return from, to
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

// bareDocument finds what follows a header without the tags of a document, or gives -1:
// <XML> or <TEXT>, or after the end of the header anything at all.
func bareDocument(s string) int {
	first := -1
	found := func(i int) {
		if i >= 0 && (first < 0 || i < first) {
			first = i
		}
	}
	for _, tag := range [...]string{"<XML>", "<TEXT>", "<ownershipDocument>", "<?xml"} {
		found(indexTag(s, tag))
	}
	for _, tag := range [...]string{"</SEC-HEADER>", "</IMS-HEADER>"} {
		if i := indexTag(s, tag); i >= 0 {
			after := i + len(tag)
			if rest, _, _ := strings.Cut(s[after:], "-----END"); !isEnd(rest) {
				found(after)
			}
		}
	}
	return first
}

// isEnd reports whether nothing but tags stands there: the ends of an envelope, or <PAPER>
// for what was filed on paper.
func isEnd(s string) bool {
	for s = strings.TrimSpace(s); strings.HasPrefix(s, "<"); s = strings.TrimSpace(s) {
		_, s, _ = strings.Cut(s, ">")
	}
	return s == ""
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
			documentFact(&doc, s, l)
		}
		list = append(list, doc)
		from = end
	}
	return list
}

// WithoutForm says why a submission gives no filing.
func WithoutForm(f *ownership.Filing) *refusal.Error {
	text := f.Source.Text
	kind := f.Header.SubmissionType.V
	if kind == "" && len(f.Header.Documents) > 0 {
		kind = f.Header.Documents[0].Type.V
	}
	const format = "an EDGAR submission"
	_, is16 := ownership.ParseDocumentType(kind)
	switch {
	case is16 && len(f.Header.Documents) == 0:
		return &refusal.Error{Format: format, Kind: refusal.ErrForm,
			Reason: "This is the header of a Form " + kind + " without the form itself: a paper filing, a header file, or a file that was cut off.",
			Advice: "Open the full submission (.txt) or the form's XML instead."}
	case is16 && strings.Trim(text[f.Header.Documents[0].At.Start:f.Header.Documents[0].At.End], " \t\r\n<>/XML") == "":
		return &refusal.Error{Format: format, Kind: refusal.ErrDamaged,
			Reason: "This is a Form " + kind + " whose document is empty.",
			Advice: "Download the submission again."}
	case is16:
		return &refusal.Error{Format: format, Kind: refusal.ErrForm,
			Reason: "This is the submission of a Form " + kind + ", but none of its documents has the headings of the form.",
			Advice: "Read it in the original."}
	case kind == "":
		return &refusal.Error{Format: format, Kind: refusal.ErrForm,
			Reason: "This is an EDGAR submission that says nowhere which form it is, and it holds no Form 3, 4 or 5.",
			Advice: "Open the submission of a Form 3, 4 or 5."}
	}
	return &refusal.Error{Format: format, Kind: refusal.ErrForm,
		Reason: "This is an EDGAR submission of " + named(kind) + ", not of a Form 3, 4 or 5.",
		Advice: "Filingview reads Section 16 ownership filings: Forms 3, 4 and 5."}
}

// IsCopy reports whether a document is a picture of another of its submission: EDGAR takes a
// PDF beside the form, which is no part of the filing (Regulation S-T Rule 104).
func IsCopy(text string, doc *ownership.Document) bool {
	return indexTag(text[doc.At.Start:doc.At.End], "<PDF>") >= 0
}

// NotInDocument says that one document of a submission holds no form, though it says that it
// is one and others do.
func NotInDocument(f *ownership.Filing, doc *ownership.Document) *refusal.Error {
	return &refusal.Error{Format: "an EDGAR submission", Kind: refusal.ErrForm, Place: refusal.Place(f.Source.Text, int(doc.At.Start)),
		Reason: "The document that begins here says that it is a Form " + wording.Clip(doc.Type.V) + ", and no form was found in it.",
		Advice: "Download the submission again, or read it in the original."}
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
