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
	return Opener{Formats: Formats(), Handling: Handled()}.Open(name, data)
}

// Opener opens files as [Open] does, with the formats that a program links.
type Opener struct {
	// Formats are tried in order: the first that matches a document reads it. A
	// document that none matches is refused. Nil stands for ownership XML, bare and in
	// EDGAR's submissions: the formats without any reader of printed forms.
	Formats []Format
	// Handling is how files are treated that are no plain documents.
	Handling Handling
}

// Handling is how an opener treats what is no plain document: archives that are not plain,
// text in UTF-16, pages that show XML or text, and what no format takes. The zero Handling
// leaves all of that to the formats, as it came, and its code is not linked: a program with
// a [Remote] format that matches anything has the rest read there.
type Handling struct {
	unpack  func(name string, data []byte) iter.Seq2[container.Member, error]
	unwrap  func(*Document)
	refusal func(text string) *Error
}

// Handled is the handling of a program that opens every file by itself.
func Handled() Handling { return Handling{container.Members, unwrap, identify.Refusal} }

// Open is the package's [Open] with the formats of the opener.
func (o Opener) Open(name string, data []byte) iter.Seq2[*ownership.Filing, error] {
	formats := o.Formats
	if formats == nil {
		formats = []Format{Submission(), XML()}
	}
	return func(yield func(*ownership.Filing, error) bool) {
		unpack := o.Handling.unpack
		if unpack == nil {
			unpack = container.Plain
		}
		for member, err := range unpack(strings.ToValidUTF8(name, "�"), data) {
			if err != nil {
				if !yield(nil, err) {
					return
				}
				continue
			}
			d := newDocument(member.Name, member.Data, o.Handling.unwrap)
			for f, err := range o.Handling.read(d, formats) {
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
func (h Handling) read(d *Document, formats []Format) iter.Seq2[*ownership.Filing, error] {
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
		if h.refusal != nil {
			yield(nil, h.refusal(d.text()))
			return
		}
		yield(nil, &Error{Kind: ErrFormat, Reason: "This file holds no Form 3, 4 or 5 that can be read.", Advice: "Open the filing's XML or .txt from EDGAR."})
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

// newDocument makes a document of a file. XML whose lines were cut in its tags is joined;
// what else is around a document, unwrap takes off.
func newDocument(name string, data []byte, unwrap func(*Document)) *Document {
	// The filing keeps the document's text, so a copy would stay for as long.
	text := unsafe.String(unsafe.SliceData(data), len(data))
	d := &Document{Source: ownership.Source{Name: name, Text: text}, Data: data}
	if unwrap != nil {
		unwrap(d)
	}
	if t, ok := ownershipxml.Unwrapped(d.Source.Text); ok {
		d.Source.Text, d.joined = t, true
	}
	d.To = len(d.Source.Text)
	return d
}

// unwrap takes a document out of what is around it: text in UTF-16 becomes UTF-8, and a
// page that a browser saved of XML or text becomes that, since it shows the markup as text.
func unwrap(d *Document) {
	s := &d.Source
	if t, ok := charset.FromUTF16(s.Text); ok {
		s.Text, s.Charset = t, "utf-16"
	}
	if edgar.Find(s.Text) >= 0 || ownershipxml.Find(s.Text) >= 0 || !html.Is(s.Text) {
		return
	}
	if t, ok := html.Shown(s.Text, ownershipxml.IsWhole); ok {
		s.Text, s.Envelope = t, "html"
	}
}

// IsMarkup reports whether a document begins as XML, a page or a submission does, and not
// as something that may hold one in another writing: a message, JSON, an archive.
func IsMarkup(d *Document) bool {
	text := d.text()
	text = strings.TrimLeft(strings.TrimPrefix(text[:min(len(text), 4<<10)], "\ufeff"), " \t\r\n")
	return strings.HasPrefix(text, "<") || strings.HasPrefix(text, "-----BEGIN ")
}
