package parser

import (
	"iter"

	"filingview/parser/internal/edgar"
	"filingview/parser/internal/ownershipxml"
	"filingview/parser/internal/rules"
	"filingview/parser/ownership"
)

// Submission is EDGAR's envelope around the documents of a filing. The form in it is
// ownership XML since mid-2003; before, it is a page or text, which the first of
// printed that matches it reads. Forms that none of them matches are not found.
func Submission(printed ...Format) Format {
	return Format{
		Name:  "edgar-submission",
		Match: isSubmission,
		Read: func(d *Document) iter.Seq2[*ownership.Filing, error] {
			return func(yield func(*ownership.Filing, error) bool) {
				s := submissions{file: d, printed: printed, yield: yield}
				for f, err := range edgar.Submissions(d.Source) {
					if err != nil {
						s.give(nil, err)
					} else {
						s.read(f)
					}
					if s.stopped {
						return
					}
				}
			}
		},
	}
}

// submissions reads the submissions of one file.
type submissions struct {
	file    *Document
	printed []Format
	yield   func(*ownership.Filing, error) bool
	given   int  // what the caller got
	stopped bool // the caller wants no more, or has all that there is
}

func (s *submissions) give(f *ownership.Filing, err error) {
	s.given++
	s.stopped = !s.yield(f, err)
}

// read finds the form among the documents of a submission, of which f has the header.
func (s *submissions) read(f *ownership.Filing) {
	// Exhibits may speak of ownershipDocument; they are only asked if no document says that
	// it is the form. One that does not say what it is may be it.
	var empty []*ownership.Document
	for _, typed := range [...]bool{true, false} {
		found := false
		for i := range f.Header.Documents {
			doc := &f.Header.Documents[i]
			_, is := ownership.ParseDocumentType(doc.Type.V)
			switch {
			case (is || !doc.Type.Present()) != typed:
			case s.form(*f, doc.At, is):
				found = true
			case is && !edgar.IsCopy(f.Source.Text, doc):
				empty = append(empty, doc)
			}
			if s.stopped {
				return
			}
		}
		if !found {
			continue
		}
		for _, doc := range empty {
			if s.give(nil, edgar.NotInDocument(f, doc)); s.stopped {
				return
			}
		}
		return
	}
	s.give(nil, edgar.WithoutForm(f))
}

// form reads the form inside one document, if there is one; of a document that says it
// is the form, which typed tells, also one that is a page or plain text.
func (s *submissions) form(f ownership.Filing, at ownership.Span, typed bool) (found bool) {
	from, to := int(at.Start), int(at.End)
	ofEnvelope := f.Findings
	f.Findings = nil
	if root := ownershipxml.Find(f.Source.Text[from:to]); root >= 0 {
		from, to = edgar.XML(f.Source.Text, from, to, from+root)
		if _, err := ownershipxml.Read(&f, from, to); err != nil {
			s.give(nil, err)
		} else {
			rules.Check(&f)
			f.Findings = append(f.Findings, ofEnvelope...)
			s.give(&f, nil)
		}
		return true
	}
	if !typed {
		return false
	}
	d := &Document{Source: f.Source, From: from, To: to, Header: &f.Header, Data: s.file.Data}
	for _, format := range s.printed {
		if !format.Match(d) {
			continue
		}
		// A remote reader reads the file from its start: what the caller got is passed
		// over.
		skip := 0
		if format.Whole {
			skip = s.given
		}
		for form, err := range format.Read(d) {
			if found = true; skip > 0 {
				skip--
				continue
			}
			if err == nil && !format.Whole {
				form.Findings = append(form.Findings, ofEnvelope...)
			}
			if s.give(form, err); s.stopped {
				return true
			}
		}
		s.stopped = format.Whole
		return found
	}
	return false
}
