package cause

import (
	"fmt"
	"strings"

	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

// Unit names what a number of securities or dollars counts, in singular for one: of Table
// II derivative securities.
func Unit(table int, dollars bool, n ownership.Decimal) string {
	unit := "share"
	switch {
	case dollars:
		unit = "dollar"
	case table == 2:
		unit = "derivative security"
	}
	switch {
	case n.Magnitude().Cmp(ownership.NewDecimal(1, 0)) == 0:
		return unit
	case strings.HasSuffix(unit, "y"):
		return strings.TrimSuffix(unit, "y") + "ies"
	}
	return unit + "s"
}

// Count is a number with what it counts: 1 share, 2,118 shares.
func Count(table int, dollars bool, n ownership.Decimal) string {
	return wording.Grouped(n.Magnitude()) + " " + Unit(table, dollars, n)
}

// Shares is a number of shares with the verb after it: 1 share was, 2,118 shares were.
func Shares(n ownership.Decimal) string {
	if n.Cmp(ownership.NewDecimal(1, 0)) == 0 {
		return "1 share was"
	}
	return wording.Grouped(n) + " shares were"
}

// MoreOrLess says which way a difference goes.
func MoreOrLess(d ownership.Decimal) string {
	if d.Sign() < 0 {
		return "less"
	}
	return "more"
}

// IsOrAre is the verb after a number.
func IsOrAre(n ownership.Decimal) string {
	if n.Cmp(ownership.NewDecimal(1, 0)) == 0 {
		return "is"
	}
	return "are"
}

// AcquiredOr says what a transaction of that change does.
func AcquiredOr(d ownership.Decimal) string {
	if d.Sign() < 0 {
		return "disposed of"
	}
	return "acquired"
}

// AppearOrLeave says what securities do that make that difference.
func AppearOrLeave(d ownership.Decimal) string {
	if d.Sign() < 0 {
		return "leave"
	}
	return "appear"
}

// Sentence is a text with a capital letter.
func Sentence(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// Plural is the ending of a noun after a number.
func Plural(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}

// Signed is a number with its sign, + too.
func Signed(d ownership.Decimal) string {
	if d.Sign() > 0 {
		return "+" + wording.Grouped(d)
	}
	return wording.Grouped(d)
}

// Likely begins a sentence that is likely and not proved.
func Likely(s ownership.Strength) string {
	if s == ownership.StrengthLikely {
		return "Likely "
	}
	return ""
}

// Strength is that of a thing that is proved, or else likely.
func Strength(proved bool) ownership.Strength {
	if proved {
		return ownership.StrengthProved
	}
	return ownership.StrengthLikely
}

// Article begins a sentence with an article, “the” or “a”, after the word that the thing is
// likely where it is not proved.
func Article(s ownership.Strength, article string) string {
	if s == ownership.StrengthLikely {
		return "Likely " + article
	}
	return strings.ToUpper(article[:1]) + article[1:]
}

// LikelyWord is the word before a verb that is likely and not proved.
func LikelyWord(s ownership.Strength) string {
	if s == ownership.StrengthLikely {
		return "likely "
	}
	return ""
}

// Style says how a filer prints the totals of some lines, where they are no running ones.
func Style(rule ownership.Rule, lines int, closing ownership.Decimal) string {
	switch rule {
	case ownership.RuleFinalTotalRepeated:
		return fmt.Sprintf("Each of these %d lines shows the total after all of them, %s.", lines, wording.Grouped(closing))
	case ownership.RuleDateBlockTotal:
		return "The totals are per day: each line shows the one at the end of its day."
	case ownership.RuleReverseOrder:
		return "The lines run newest first: each total follows from the line below."
	case ownership.RulePerLotTotal:
		return "Each total counts the securities of its own line alone."
	}
	return ""
}

// InDoubt adds to what is said of a line that a figure of it is not certain.
func InDoubt(said string) string {
	return strings.TrimLeft(said+" A figure of this line was repaired, or is not read for certain.", " ")
}
