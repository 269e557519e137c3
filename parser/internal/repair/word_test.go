package repair

import "testing"

// TestSpaced: a dollar sign loses its backslash, and a number gets back the space
// before a word that is known.
func TestSpaced(t *testing.T) {
	for text, want := range map[string]string{
		`Stock, \$.01par value`: "Stock, $.01 par value", "100shares": "100 shares", "9shares": "9 shares", "$1.50Option": "$1.50 Option",
		"100xyz": "100xyz", "Ashares": "Ashares", "shares": "shares", "100": "100", "$5": "$5", "  two   spaces ": "two spaces", "": "", "Stock 5par": "Stock 5 par", "par5": "par5",
	} {
		if got := spaced(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestRepairWords: a word of a title that is none is read as one of the vocabulary that
// another title has, or together with the next one.
func TestRepairWords(t *testing.T) {
	for _, c := range []struct{ name, other, text, want string }{
		{"two letters", "Common Stock", "Cqmmqn Stock", "Common Stock damaged text, likely by tableI[0].securityTitle"},
		{"in lower case", "common stock", "class A cqmmon stock", "class A Common stock damaged text, likely by tableI[0].securityTitle"},
		{"two words", "Common Stock", "Cqmmon Stqck", "Common Stock damaged text, likely by tableI[0].securityTitle damaged text, likely by tableI[0].securityTitle"},
		{"three letters", "Common Stock", "Cqqmqn Stock", "Cqqmqn Stock"},
		{"the first letter", "Common Stock", "Gommon Stock", "Gommon Stock"},
		{"the last letter", "Common Stock", "Commom Stock", "Commom Stock"},
		{"a letter less", "Common Stock", "Comon Stock", "Comon Stock"},
		{"a letter more", "Common Stock", "Commmon Stock", "Commmon Stock"},
		{"a digit", "Common Stock", "C0mmon Stock", "C0mmon Stock"},
		{"a word that no other title has", "Stock", "Cqmmon Stock", "Cqmmon Stock"},
		{"a word of four letters", "Stock Unit", "Stock Unjt", "Stock Unit damaged text, likely by tableI[0].securityTitle"},
		{"a word of three letters", "Stock for Unit", "Stock fqr Unit", "Stock fqr Unit"},
		{"two that it may be: the first of the alphabet", "Interests Incentive Warrant Warrent Preferred", "Pqeferred", "Preferred damaged text, likely by tableI[0].securityTitle"},
		{"a word in two", "", "Com mon Stock Option", "Common Stock Option spacing, likely"},
		{"the last word in two", "", "Common Op tion", "Common Option spacing, likely"},
		{"two words in two", "", "Com mon St ock", "Common Stock spacing, likely spacing, likely"},
		{"two words that are known", "", "Non Qualified Option", "Non Qualified Option"},
		{"a word and a piece", "", "Share s of Stock", "Share s of Stock"},
		{"an escape", "", `Stock, \$.01par value`, "Stock, $.01 par value spacing, certain"},
		{"as it stands", "Common Stock", "Common Stock", "Common Stock"},
	} {
		lines := linesFor(t, entry{title: c.other}, entry{title: c.text})
		repairerOf(lines).repairWords(lines)
		if got := told(&lines[1].Row.SecurityTitle); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	// What stands under a derivative is a title as well.
	lines := linesFor(t, entry{title: "Cqmmon Stock"}, entry{table: 1, title: "Option"})
	lines[1].Row.UnderlyingTitle = knownAs("Common Stock")
	repairerOf(lines).repairWords(lines)
	if got, want := told(&lines[0].Row.SecurityTitle), "Common Stock damaged text, likely by tableII[0].underlyingTitle"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
