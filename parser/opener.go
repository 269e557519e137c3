package parser

import (
	"iter"
	"strings"

	"filingview/parser/ownership"
)

// Opener opens files as [Open] does, which is its zero value, but for what its
// fields say.
type Opener struct {
	// PDF, if set, is called for every PDF, members of archives included, to have
	// it read elsewhere: a PDF can drive its reader into an endless loop or a stack
	// overflow, from which only a process that may be ended saves the caller. It
	// yields what Opener{}.Open would of the same bytes: filings that are checked,
	// and errors, of which those that are no *[Error] become one.
	PDF func(name string, data []byte) iter.Seq2[*ownership.Filing, error]
}

// Open is [Open] in the way that the fields say.
func (w Opener) Open(name string, data []byte) iter.Seq2[*ownership.Filing, error] {
	return func(yield func(*ownership.Filing, error) bool) {
		o := opener{Opener: w, yield: yield, budget: maxUnpacked}
		o.unpack(strings.ToValidUTF8(name, "�"), data, 0, false)
	}
}
