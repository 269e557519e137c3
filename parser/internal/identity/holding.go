// Package identity tells the holdings of an owner apart: by security, terms, form of
// ownership and record holder, however each filing spells them.
package identity

import (
	"cmp"
	"strings"

	"filingview/parser/ownership"
)

// Holding is the identity of a holding: what tells its account from others of the
// same owners and issuer.
type Holding struct {
	Table      int // 1 or 2
	Own        ownership.DirectIndirect
	Title      string // [ownership.NormalTitle]
	Holder     Holder // of an indirect holding
	Strike     string // the exercise price, canonical, or ""
	Expiry     string // the expiration date, or ""
	Underlying string // [ownership.NormalTitle]
	// Notes are the texts of the notes on the cells that describe the security
	// and its owner; what tells lots with the same terms apart.
	Notes string
	// Key is the same for what is surely the same but for the notes: a quick way to
	// find it.
	Key string
}

// Like compares identities. It does not look at notes.
func (a *Holding) Like(b *Holding) Likeness {
	if a.Key == b.Key && a.Key != "" {
		return Same
	}
	if a.Table != b.Table || a.Own != b.Own {
		return Different
	}
	l := CompareTitles(a.Title, b.Title)
	if l < Alike && a.Table == 2 && a.Strike != "" && a.Strike == b.Strike && a.Expiry != "" && a.Expiry == b.Expiry && a.optional() && b.optional() {
		l = Alike // the terms name the series, however the title is put
	}
	if l == Different {
		return Different
	}
	if a.Own == ownership.Indirect {
		l = min(l, a.Holder.Like(&b.Holder))
	}
	if a.Table == 2 && l > Different {
		l = min(l, CompareTerms(a.Strike, b.Strike), CompareTerms(a.Expiry, b.Expiry))
		if a.Underlying != b.Underlying && CompareTitles(a.Underlying, b.Underlying) < Alike {
			l = min(l, Alike)
		}
	}
	return l
}

// optional reports whether the title is of options, warrants or the like.
func (a *Holding) optional() bool {
	return strings.Contains(a.Title, "option") || strings.Contains(a.Title, "warrant") || strings.Contains(a.Title, "right")
}

// SameTerms reports whether exercise price and expiration say that it is one series.
func (a *Holding) SameTerms(b *Holding) bool {
	return a.Strike != "" && a.Strike == b.Strike && a.Expiry != "" && a.Expiry == b.Expiry
}

// CompareTerms compares exercise prices, or expiration dates. A term that is not
// given contradicts none.
func CompareTerms(a, b string) Likeness {
	switch {
	case a == b:
		return Same
	case a == "" || b == "":
		return Alike
	}
	return Doubtful
}

// OfClass reports whether two holdings are of one class, or of one series, whoever holds
// them.
func (a *Holding) OfClass(b *Holding) bool {
	return a.Table == b.Table && CompareTitles(a.Title, b.Title) >= Alike && (a.Table == 1 || CompareTerms(a.Strike, b.Strike) >= Alike)
}

// OnClassOf reports whether two holdings are of one class, or of options and units on it:
// a split of the class changes both.
func (a *Holding) OnClassOf(b *Holding) bool {
	x, y := a.Class(), b.Class()
	return x == "" || y == "" || CompareTitles(x, y) >= Alike
}

// Class is the title of the class that a holding is of, or on.
func (a *Holding) Class() string {
	if a.Table == 2 {
		return a.Underlying
	}
	return a.Title
}

// Splits reports whether a split changes the amount of such a holding: not that of
// preferred stock, notes and listed warrants, of which another thing changes.
func (a *Holding) Splits() bool {
	return a.Table == 1 || strings.Contains(a.Title, "option") || strings.Contains(a.Title, "restricted") && strings.Contains(a.Title, "unit") || strings.Contains(a.Title, "rsu")
}

// Called names a holding in a sentence, by its holder or what the nature of ownership says.
func (a *Holding) Called(nature string) string {
	if a.Own != ownership.Indirect {
		return "the direct holding"
	}
	if n := cmp.Or(a.Holder.Shown(), nature); n != "" {
		return "the indirect holding “" + n + "”"
	}
	return "an indirect holding"
}
