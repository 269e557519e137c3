package app

import (
	"filingview/app/wire"
	"filingview/parser/ownership"
)

// heldAs says how an account is held: Direct, Indirect – By Trust.
func heldAs(a *wire.Summary) string {
	text := "Form of ownership not stated"
	switch a.Ownership {
	case ownership.Direct:
		return "Direct"
	case ownership.Indirect:
		text = "Indirect"
	}
	if a.Holder != "" {
		text += " – " + a.Holder
	}
	return text
}

// accountName calls an account: Common Stock, Direct.
func accountName(a *wire.Summary) string {
	name := a.Title
	if a.Terms != "" {
		name += " " + a.Terms
	}
	return name + ", " + heldAs(a)
}
