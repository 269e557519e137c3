package layout

import (
	"fmt"
	"strings"
	"testing"
)

// TestIndex: in a scan one word of four and more may be misread altogether.
func TestIndex(t *testing.T) {
	text := strings.Fields("1 name and zzzz of reporting person")
	want := []string{"name", "and", "address", "of"}
	if got := (&sheetPage{scan: true}).index(text, want...); got != 1 {
		t.Errorf("one word misread: %d", got)
	}
	if got := (&sheetPage{}).index(text, want...); got != -1 {
		t.Errorf("one word misread, and no scan: %d", got)
	}
	for words, at := range map[string]int{"name and address": -1, "name and address of person": -1, "name und address of": -1, "qqqq and address of": -1, "1 name and address": 0, "zzzz of reporting qqqqqq": 3, "of reporting person today": -1, "name and zzzz of": 1} {
		if got := (&sheetPage{scan: true}).index(text, strings.Fields(words)...); got != at {
			t.Errorf("%q: %d, want %d", words, got, at)
		}
	}
}

// TestNumberAt: the form's number is that of the last title above a line, Form 4 before any.
func TestNumberAt(t *testing.T) {
	l := &layout{titles: []formTitleAt{{3, '3'}, {10, '5'}}}
	for line, want := range map[int]byte{0: '4', 2: '4', 3: '3', 9: '3', 10: '5', 99: '5'} {
		if got := l.numberAt(line); got != want {
			t.Errorf("line %d: Form %c, want %c", line, got, want)
		}
	}
}

// TestSections: each part of the form begins with what the SEC prints there, and goes on to
// the next.
func TestSections(t *testing.T) {
	l := linesIn(form4Heads+`
 Common Stock             03/04/2024                          S              1,250  D    $ 12.5  48,000                   D
Reminder: Report on a separate line for each class of securities beneficially owned directly or indirectly.
Reporting Owners
 Reporting Owner Name / Address       Director   10% Owner   Officer                 Other
 MARLOW TESS                          X
Signatures
 /s/ Tess Marlow                      03/07/2024
 ** Signature of Reporting Person     Date
Explanation of Responses:
(1) Held by a trust.
Remarks:
None.
`, true, false)
	names := map[section]string{sectionPlain: "plain", sectionHeader: "header", sectionTableI: "I", sectionTableII: "II", sectionOwners: "owners", sectionSignatures: "signatures", sectionNotes: "notes", sectionRemarks: "remarks"}
	var got []string
	for at := 0; at < len(l.lines); {
		end := l.sectionEnd(at)
		if end <= at {
			t.Fatalf("a section ends at %d, where it begins", end)
		}
		got = append(got, fmt.Sprintf("%s %s", names[l.sectionAt(at)], l.lines[at].words[0].Text))
		at = end
	}
	want := " FORM; header 1.; I 1.Title; plain Reminder:; owners Reporting; signatures Signatures; notes Explanation; remarks Remarks:"
	if s := strings.Join(got, "; "); s != want {
		t.Errorf("%s, want\n%s", s, want)
	}
}

// TestHeadsBelowTitle: heads that stand right below the title of Table II are its own, though
// a machine read the words of the first head in another order; those of Table I that come
// after Table II, without a title, are those of Table I.
func TestHeadsBelowTitle(t *testing.T) {
	const (
		titleI  = "      Table I - Non-Derivative Securities Acquired, Disposed of, or Beneficially Owned\n"
		titleII = "      Table II - Derivative Securities Acquired, Disposed of, or Beneficially Owned\n"
		heads   = "1. Title of              2. Transaction Date     3. Transaction Code      4. Securities Acquired\nSecurity\n"
		line    = " Common Stock            03/04/2024              S                        1,250\n"
	)
	for _, c := range []struct {
		name, text string
		want       section // of the last heads
	}{
		{"below the title of Table II", titleI + heads + line + titleII + heads + line, sectionTableII},
		{"below that of Table I", titleI + heads + line, sectionTableI},
		{"below both, that of Table I last", titleII + titleI + heads + line, sectionTableI},
		{"again, without a title", titleI + heads + line + titleII + heads + line + heads + line, sectionTableI},
	} {
		l := linesIn(c.text, true, false)
		got := sectionNone
		for i := range l.lines {
			if k := l.sectionAt(i); (k == sectionTableI || k == sectionTableII) && l.beginsHeads(i, keysOf(l.lines[i].words), &l.pages[0]) {
				got = k
			}
		}
		if got != c.want {
			t.Errorf("%s: section %d, want %d", c.name, got, c.want)
		}
	}
}

// TestBeginsHeads: the heads of a table begin at the left with "1. Title of" and have other
// heads beside it; a sentence that speaks of a title begins none.
func TestBeginsHeads(t *testing.T) {
	for picture, want := range map[string]bool{
		"1. Title of Security      2. Transaction Date     3. Transaction Code      4. Securities Acquired": true,
		"1. Title of Security      2. Amount of Securities Beneficially Owned":                              true,
		"The Title of the security is given in the plan that was adopted by it":                             false,
		"1. Title of": false,
		"and then there is the Title of Security": false,
		"                                                            1. Title of Security 2. Transaction Date\na": false,
	} {
		l := linesIn(picture, true, false)
		if got := l.beginsHeads(0, keysOf(l.lines[0].words), &l.pages[0]); got != want {
			t.Errorf("%q: %t", picture, got)
		}
	}
}

// TestSaysSecurity: the first head is that of Table II if "Derivative" follows in it, in its
// line or below.
func TestSaysSecurity(t *testing.T) {
	for picture, want := range map[string]string{
		"1. Title of Derivative Security   2. Price":                              "derivative",
		"1. Title of Security              2. Date":                               "security",
		"1. Title of                       2. Price\nDerivative":                  "derivative",
		"1. Title of                       2. Price\nSecurity":                    "security",
		"1. Title of                       2. Price\n      Derivative":            "derivative",
		"1. Title of                       2. Price\n(Instr. 3)":                  "",
		"1. Title of                       2. Derivative":                         "",
		"1. Title of                       2. Price\n                 Derivative": "",
		"1. Title of                       2. Price\n~~~\nDerivative":             "",
		"1. Title of        2. Price\na\nb\nc\nDerivative":                        "derivative",
		"1. Title of        2. Price\na\nb\nc\nd\nDerivative":                     "",
	} {
		l := linesIn(picture, true, false)
		for _, word := range []string{"derivative", "security"} {
			if got := l.saysSecurity(0, word); got != (want == word) {
				t.Errorf("%q says %s: %t", picture, word, got)
			}
		}
	}
}
