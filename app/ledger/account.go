package ledger

import (
	"filingview/app/format"
	"filingview/app/wire"
	"filingview/parser/ownership"
)

// HeldAs says how an account is held: Direct, Indirect – By Trust.
func HeldAs(a *wire.Summary) string {
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

// AccountName calls an account: Common Stock, Direct.
func AccountName(a *wire.Summary) string {
	name := a.Title
	if a.Terms() != "" {
		name += " " + a.Terms()
	}
	return name + ", " + HeldAs(a)
}

// Closing is the balance of an account, and whether figures that it rests on are in doubt.
func Closing(a *wire.Summary) string {
	text := format.Amount(a.Closing, a.Unit)
	if a.Doubted > 0 && a.Closing.Known {
		text += " (not certain)"
	}
	return text
}
