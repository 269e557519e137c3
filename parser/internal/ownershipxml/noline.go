package ownershipxml

import (
	"filingview/parser/internal/refusal"
	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

func (el element) isTable() bool { return el == nonDerivativeTable || el == derivativeTable }

// likeLine reports whether the innermost element, which no schema has here, is part of what
// may be a line: it stands in a table, or in another such element that belongs to no owner,
// issuer, note or signature. One that stands in the document alone is a box that a later
// schema may have.
func likeLine(stack []frame) bool {
	for n := len(stack) - 2; n >= 0; n-- {
		switch el := stack[n].el; {
		case el.isTable():
			return true
		case el != unknown:
			return el == ownershipDocument && n < len(stack)-2
		}
	}
	return false
}

// noLine refuses a document that has no line and text where lines should be: whoever takes
// it for a filing without lines is wrong.
func noLine(src string, unread ownership.Span) *refusal.Error {
	raw := src[unread.Start:unread.End]
	text, _ := plainText(raw)
	if text == "" {
		text = raw // in attributes
	}
	return &refusal.Error{Format: "an ownership XML", Kind: refusal.ErrDamaged, Place: refusal.Place(src, int(unread.Start)),
		Reason: "This ownership document has no line that can be read, but text stands in elements that no line of the form has: “" + wording.Clip(text) + "”.",
		Advice: "Open the filing as EDGAR has it, or read it in the original."}
}
