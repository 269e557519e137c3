package parser

import (
	"errors"
	"iter"
	"strings"
	"unsafe"

	"filingview/parser/ownership"
)

// Reader is what [Open] is.
type Reader func(name string, data []byte) iter.Seq2[*ownership.Filing, error]

// Opener opens files as [Open] does, which is its zero value, but for what its
// fields say.
type Opener struct {
	// Elsewhere, if set, is asked for each document that is no ownership XML, members
	// of archives included, who is to read it; nil has it read here. The format is
	// "pdf", "html" or "text" as in Source.Format, or "edgar-submission" for one whose
	// form is a page or text.
	//
	// A PDF can drive its reader into an endless loop or a stack overflow, from which
	// only a process that may be ended saves the caller; and a program that leaves all
	// of these to another is a third smaller (see readsAll).
	//
	// The reader yields what Opener{}.Open would of the same bytes: filings that are
	// checked, and errors, of which those that are no *[Error] become one.
	Elsewhere func(format string) Reader
}

// Open is [Open] in the way that the fields say.
func (w Opener) Open(name string, data []byte) iter.Seq2[*ownership.Filing, error] {
	return func(yield func(*ownership.Filing, error) bool) {
		o := opener{Opener: w, yield: yield, budget: maxUnpacked}
		o.unpack(strings.ToValidUTF8(name, "�"), data, 0, false)
	}
}

// elsewhere has a document read where the caller wants it, and reports whether it was.
// What the document has already given is not given again.
func (o *opener) elsewhere(d *document, format string) bool {
	var read Reader
	if o.Elsewhere != nil {
		read = o.Elsewhere(format)
	}
	if read == nil && readsAll {
		return false
	}
	d.done = true
	if read == nil {
		o.fail(d.name, &Error{Kind: ErrFormat, Reason: "Pages, PDFs and text are not read by this part of the program.", Advice: "Open the filing's XML."})
		return true
	}
	passed := o.given - d.given
	for f, err := range read(d.name, unsafe.Slice(unsafe.StringData(d.data), len(d.data))) {
		var told *Error
		switch {
		case passed > 0:
			passed--
		case errors.As(err, &told):
			o.fail(d.name, told)
		case err != nil:
			o.fail(d.name, &Error{Kind: ErrDamaged, Reason: err.Error()})
		case !o.stopped:
			o.give(f, nil)
		}
		if o.stopped {
			break
		}
	}
	return true
}
