package ownershipxml

import (
	"strings"

	"filingview/parser/ownership"
)

// settle gives a cell its value and state from its text: Blank for none, Known
// where the text is what the cell's kind can be, Malformed otherwise.
func settle(cell any, text string) {
	r := ownership.ReadingOf(cell)
	if text == "" {
		r.State = ownership.Blank
		return
	}
	ok := true
	switch c := cell.(type) {
	case *ownership.Value[string]:
		c.V = text
	case *ownership.Value[ownership.Decimal]:
		d, err := ownership.ParseDecimal(text)
		c.V, ok = d, err == nil
	case *ownership.Value[ownership.Date]:
		d, err := ownership.ParseDate(text)
		c.V, ok = d, err == nil
	case *ownership.Value[bool]:
		c.V, ok = boolean(text)
	case *ownership.Value[ownership.DirectIndirect]:
		c.V = ownership.DirectIndirect(text)
		if ok = c.V == ownership.Direct || c.V == ownership.Indirect; !ok {
			c.V = ""
		}
	case *ownership.Value[ownership.AcquiredDisposed]:
		c.V = ownership.AcquiredDisposed(text)
		if ok = c.V == ownership.Acquired || c.V == ownership.Disposed; !ok {
			c.V = ""
		}
	case *ownership.Value[ownership.Timeliness]:
		c.V = ownership.Timeliness(text)
		if ok = c.V == ownership.Early || c.V == ownership.Late; !ok {
			c.V = ""
		}
	case *ownership.Value[ownership.DocumentType]:
		c.V, ok = ownership.ParseDocumentType(text)
	}
	if ok {
		r.State = ownership.Known
	} else {
		r.State = ownership.Malformed
	}
}

// boolean reads xs:boolean in any case.
func boolean(s string) (v, ok bool) {
	switch {
	case s == "0" || strings.EqualFold(s, "false"):
		return false, true
	case s == "1" || strings.EqualFold(s, "true"):
		return true, true
	}
	return false, false
}
