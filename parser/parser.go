// Package parser turns the bytes of a file into the Section 16 filings inside:
// ownership XML, EDGAR submissions, pages, PDFs and text of the forms, and archives of
// them.
//
// The way of a file: [Open] unpacks it, finds by its content which [Format] it is in,
// has that read it into an [ownership.Filing] and checks that. The file's name never
// decides. Every input is bounded, and whatever gives no filing gives an [Error] that
// says why.
package parser

import (
	"errors"
	"iter"
	"strings"
	"unsafe"

	"filingview/parser/internal/charset"
	"filingview/parser/internal/container"
	"filingview/parser/internal/edgar"
	"filingview/parser/internal/html"
	"filingview/parser/internal/identify"
	"filingview/parser/internal/ownershipxml"
	"filingview/parser/internal/refusal"
	"filingview/parser/ownership"
)

// Error says in sentences why a file, or a member of one, gives no filing.
type Error = refusal.Error

// Kind is what kind of refusal an [Error] is.
type Kind = refusal.Kind

// The kinds of refusal, for [errors.Is].
const (
	ErrFormat  = refusal.ErrFormat  // the bytes are in no format that is read
	ErrForm    = refusal.ErrForm    // a document, but no Form 3, 4 or 5
	ErrDamaged = refusal.ErrDamaged // a filing, or an archive of some, too damaged to read
	ErrBound   = refusal.ErrBound   // larger, deeper or more than is read
)

// Reader is what [Open] is.
type Reader func(name string, data []byte) iter.Seq2[*ownership.Filing, error]

// Open yields the filings inside a file in their order, each a filing or an error,
// which is an *[Error]. One that fails never loses the others, and no input
// yields nothing. Work is done as the caller asks for the next one.
//
// The filings keep data as their source: it must not be changed afterwards.
func Open(name string, data []byte) iter.Seq2[*ownership.Filing, error] {
	return Opener{Formats: Formats()}.Open(name, data)
}

// Opener opens files as [Open] does, with the formats that a program links.
type Opener struct {
	// Formats are tried in order: the first that matches a document reads it. A
	// document that none matches is refused. Nil stands for ownership XML, bare and in
	// EDGAR's submissions: the formats without any reader of printed forms.
	Formats []Format
}

// Open is the package's [Open] with the formats of the opener.
func (o Opener) Open(name string, data []byte) iter.Seq2[*ownership.Filing, error] {
	formats := o.Formats
	if formats == nil {
		formats = []Format{Submission(), XML()}
	}
	return func(yield func(*ownership.Filing, error) bool) {
		for member, err := range container.Members(strings.ToValidUTF8(name, "�"), data) {
			if err != nil {
				if !yield(nil, err) {
					return
				}
				continue
			}
			d := newDocument(member.Name, member.Data)
			for f, err := range read(d, formats) {
				if err != nil {
					err = named(err, member.Name)
				}
				if !yield(f, err) {
					return
				}
			}
		}
	}
}

// read has the first format that matches read the document. What holds no filing is
// identified.
func read(d *Document, formats []Format) iter.Seq2[*ownership.Filing, error] {
	return func(yield func(*ownership.Filing, error) bool) {
		for _, format := range formats {
			if !format.Match(d) {
				continue
			}
			empty := true
			for f, err := range format.Read(d) {
				if d.joined && err == nil {
					f.Findings = append(f.Findings, ownership.RuleXMLDamaged.Finding("A mail gateway cut the lines of this file, in the middle of its tags; they are read joined."))
				}
				if empty = false; !yield(f, err) {
					return
				}
			}
			if !empty || format.Whole {
				return
			}
			break
		}
		yield(nil, identify.Refusal(d.text()))
	}
}

// named makes an error one of this package's, and gives it the name of the file.
func named(err error, file string) *Error {
	var e *Error
	if !errors.As(err, &e) {
		e = &Error{Kind: ErrDamaged, Reason: err.Error()}
	}
	if !strings.HasPrefix(e.File, file+"/") { // else it is of a part of the file
		e.File = file
	}
	return e
}

// newDocument takes a document out of what is around it: text in UTF-16 becomes UTF-8,
// and a page that a browser saved of XML or text becomes that, since it shows the
// markup as text.
func newDocument(name string, data []byte) *Document {
	// The filing keeps the document's text, so a copy would stay for as long.
	text := unsafe.String(unsafe.SliceData(data), len(data))
	d := &Document{Source: ownership.Source{Name: name, Text: text}, To: len(text), Data: data}
	s := &d.Source
	if t, ok := charset.FromUTF16(text); ok {
		s.Text, s.Charset = t, "utf-16"
	}
	if t, ok := ownershipxml.Unwrapped(s.Text); ok {
		s.Text, d.joined = t, true
	} else if edgar.Find(s.Text) < 0 && ownershipxml.Find(s.Text) < 0 && html.Is(s.Text) {
		if t, ok := html.Shown(s.Text, ownershipxml.IsWhole); ok {
			s.Text, s.Envelope = t, "html"
		}
	}
	d.To = len(s.Text)
	return d
}
