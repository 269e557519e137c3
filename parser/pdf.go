package parser

import (
	"errors"
	"strings"
	"unsafe"
)

// isPDF finds the mark of a PDF, which may have some other bytes before it.
func isPDF(d *document) bool {
	return strings.Contains(d.text[:min(len(d.text), 1024)], "%PDF-")
}

// pdf reads a PDF, or has it read where the caller wants it.
func (o *opener) pdf(d *document) {
	if o.PDF == nil {
		o.refuse(d)
		return
	}
	for f, err := range o.PDF(d.name, unsafe.Slice(unsafe.StringData(d.text), len(d.text))) {
		var told *Error
		switch {
		case errors.As(err, &told):
			o.fail(d.name, told)
		case err != nil:
			o.fail(d.name, &Error{Format: "a PDF", Kind: ErrDamaged, Reason: err.Error()})
		case !o.stopped:
			o.stopped = !o.yield(f, nil)
		}
		if o.stopped {
			return
		}
	}
}
