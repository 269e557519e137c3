package ownership

// DocumentType is the SEC's name of a form: 3, 3/A, 4, 4/A, 5 or 5/A.
type DocumentType string

// The forms and their amendments.
const (
	Form3  DocumentType = "3"
	Form3A DocumentType = "3/A"
	Form4  DocumentType = "4"
	Form4A DocumentType = "4/A"
	Form5  DocumentType = "5"
	Form5A DocumentType = "5/A"
)

// ParseDocumentType returns the document type that s names, and whether it names one.
func ParseDocumentType(s string) (DocumentType, bool) {
	switch t := DocumentType(s); t {
	case Form3, Form3A, Form4, Form4A, Form5, Form5A:
		return t, true
	}
	return "", false
}

// Form returns the number of the form, '3', '4' or '5', or 0 for none.
func (t DocumentType) Form() byte {
	if t == "" {
		return 0
	}
	return t[0]
}

// IsAmendment reports whether the type ends in /A.
func (t DocumentType) IsAmendment() bool { return len(t) == 3 }

// Source is the document that a filing was read from.
type Source struct {
	// Name is the file's name as given; a member of an archive follows its
	// archive's name and a "/".
	Name string `json:"name"`
	// Format names the reader, for example "ownership-xml".
	Format string `json:"format,omitzero"`
	// Envelope names what the document was wrapped in, for example
	// "edgar-submission", or "html" for a page that shows XML or text, of which Text
	// is what it shows, or "json" for a string of JSON, which Text is, or "form345" for the
	// tables of a data set, of which Text is an excerpt; empty for a bare document.
	Envelope string `json:"envelope,omitzero"`
	// Charset is "utf-8", or "windows-1252" where any cell had to be read so. "utf-16"
	// means that Text is the document turned into UTF-8.
	Charset string `json:"charset,omitzero"`
	// Text is the unpacked member, byte for byte, envelope included: what the
	// spans of the cells count in. It does not travel in JSON.
	Text string `json:"-"`
	// Pages are the pages of a PDF with their words, for which Text is empty. They
	// do not travel in JSON.
	Pages []Page `json:"-"`
}

// Label returns the number that the printed form shows for the note: its id
// without the F.
func (n *Footnote) Label() string { return NoteLabel(n.ID) }

// NoteLabel returns the printed mark of a footnote id: "1" for "F1". An id of
// any other shape is its own label.
func NoteLabel(id string) string {
	if len(id) > 1 && (id[0] == 'F' || id[0] == 'f') && digits(id[1:]) >= 0 {
		return id[1:]
	}
	return id
}

// Note returns the first footnote with the id.
func (f *Filing) Note(id string) (Footnote, bool) {
	for i := range f.Footnotes {
		if f.Footnotes[i].ID == id {
			return f.Footnotes[i], true
		}
	}
	return Footnote{}, false
}
