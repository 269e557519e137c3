package form

import (
	"strings"

	"filingview/parser/internal/sheet"
)

// Corner is a box in the corner of the form.
type Corner uint8

// The corner boxes: exit and Rule 10b5-1(c) on Forms 4 and 5, the two others on Form 5.
const (
	CornerNone         Corner = iota
	CornerExit                // "Check this box if no longer subject to Section 16"
	CornerPlan                // "Check this box to indicate that a transaction was made pursuant to a contract, instruction or written plan …"
	CornerHoldings            // "Form 3 Holdings Reported"
	CornerTransactions        // "Form 4 Transactions Reported"
	Corners                   // how many there are
)

// CornerWords is how many folded words [CornerOf] needs.
const CornerWords = 16

// CornerOf reads words, folded, as the sentence after a corner box that begins with them.
func CornerOf(words []string) Corner {
	switch {
	case HasPrefix(words, "form", "3", "holdings"):
		return CornerHoldings
	case HasPrefix(words, "form", "4", "transactions"):
		return CornerTransactions
	case !HasPrefix(words, "check", "this", "box"):
	case Holds(words, "no", "longer"):
		return CornerExit
	case Holds(words, "to", "indicate") || Holds(words, "transaction", "was", "made"):
		return CornerPlan
	}
	return CornerNone
}

// Filers tells which box of box 6 a sentence stands after.
type Filers uint8

// The boxes of box 6 (Form 4 General Instruction 4(b)(v)).
const (
	FilersUnknown Filers = iota
	FilersOne            // "Form filed by One Reporting Person"
	FilersMore           // "Form filed by More than One Reporting Person"
)

// FilersOf reads words, folded, as the sentence of a box of box 6, from "by" on.
func FilersOf(words []string) Filers {
	switch {
	case HasPrefix(words, "by", "one"):
		return FilersOne
	case HasPrefix(words, "by", "more"):
		return FilersMore
	}
	return FilersUnknown
}

// BeginsFilers reports whether a word, as it stands, is one of "Form filed", with which
// those sentences begin.
func BeginsFilers(word string) bool {
	return strings.EqualFold(word, "form") || strings.EqualFold(word, "filed")
}

// Tick tells what stands in a box to tick.
type Tick uint8

// What stands in a box to tick.
const (
	TickUnknown Tick = iota // nothing shows whether the box is empty
	TickEmpty
	TickSet
)

// ReadTick reads a word as what stands in a box to tick, if it can be that: X, _X_,
// [X], (X), /X/, ☒, or an empty one. The letters are what boxes and ticks of the font
// Wingdings are without it.
func ReadTick(s string) Tick {
	switch s {
	case sheet.Checked, "/X/", "/x/", "þ", "ý", "ü", "û", "☑", "✓", "✔", "√", "✗", "✘", "×":
		return TickSet
	case sheet.Unchecked, "□", "[]", "()", "( )", "[ ]", "//", "/ /", "/_/", "¨":
		return TickEmpty
	}
	inner := strings.Trim(s, "_[](){}|-.:")
	switch {
	case inner == "" && s != "":
		return TickEmpty
	case len(inner) <= 2 && (inner == "X" || inner == "x" || inner == "Х" || inner == "х" || inner == "Χ"):
		return TickSet
	}
	return TickUnknown
}
