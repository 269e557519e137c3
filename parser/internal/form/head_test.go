package form

import (
	"slices"
	"strings"
	"testing"
)

// TestLabelsOnLine: on a line of many words a label is known by its first words, fewer
// where the box's number stands before it; the labels under box 1, of the corner boxes and
// of the OMB's box are looked for in cells of their own alone.
func TestLabelsOnLine(t *testing.T) {
	want := map[Box][2]string{ // after a number, and without one
		BoxOwner:         {"name and address", "name and address of reporting"},
		BoxIssuer:        {"issuer name and", "issuer name and ticker"},
		BoxForeignSymbol: {"foreign trading", "foreign trading symbol"},
		BoxAmendment:     {"if amendment", "if amendment"},
		BoxRelationship:  {"relationship of", "relationship of reporting"},
		BoxJoint:         {"individual or", "individual or joint"},
	}
	for _, l := range Labels() {
		w, known := want[l.Box]
		switch {
		case l.Numbered == 0:
		case known:
			if got := [2]string{strings.Join(l.Begin[:l.Numbered], " "), strings.Join(l.Begin[:l.Alone], " ")}; got != w {
				t.Errorf("box %d: %q, want %q", l.Box, got, w)
			}
			delete(want, l.Box)
		case l.Box != BoxPeriod && l.Box != BoxIRS:
			t.Errorf("%v is looked for on lines of many words", l.Begin)
		case l.Numbered != l.Alone || l.Numbered > 3:
			t.Errorf("%v: %d words, %d alone", l.Begin, l.Numbered, l.Alone) // two or three are of no other label
		}
	}
	for b := range want {
		t.Errorf("box %d is not looked for", b)
	}
	for s, want := range map[string]bool{"name and address of reporting person": true, "1 name and address of reporting": true, "name and address of": false, "": false} {
		if got := HasFirstBox(strings.Fields(s)); got != want {
			t.Errorf("%q has the label of box 1: %t", s, got)
		}
	}
}

func TestLowHeads(t *testing.T) {
	for word, want := range map[string][3]bool{ // a lowest head, a part of one, a filler
		"code": {true, true, false}, "v": {true, true, false}, "amount": {true, true, false}, "price": {true, true, false}, "exercisable": {true, true, false},
		"expiration": {true, true, false}, "title": {true, true, false}, "a": {true, false, false}, "d": {true, false, false}, "date": {false, true, false},
		"number": {false, true, false}, "shares": {false, true, false}, "or": {false, true, true}, "of": {false, true, true}, "and": {false, true, true},
		"if": {false, false, true}, "stock": {}, "": {},
	} {
		if got := [3]bool{IsLowHead(word), IsLowHeadPart(word), IsFiller(word)}; got != want {
			t.Errorf("%q: %v, want %v", word, got, want)
		}
	}
}

func TestTopWords(t *testing.T) {
	for s, want := range map[string]int{"": 0, "transaction": 1, "title of security": 0, "transaction date and transaction code": 2, "amount price ownership nature": 4} {
		if got := TopWords(strings.Fields(s)); got != want {
			t.Errorf("%q has %d words of the top of heads, want %d", s, got, want)
		}
	}
}

func TestTitleHead(t *testing.T) {
	for _, c := range []struct {
		text string
		last int
		want int
	}{
		{"title of security", 0, 0}, {"1 title of security", 1, 1}, {"1 title of security", 0, -1}, {"a b title of security", 2, 2}, {"the title", 1, -1}, {"", 1, -1},
	} {
		if got := TitleHead(strings.Fields(c.text), c.last); got != c.want {
			t.Errorf("%q up to %d: %d, want %d", c.text, c.last, got, c.want)
		}
	}
}

// TestSingleWordsOfHeads: a word that is a head alone is none among others.
func TestSingleWordsOfHeads(t *testing.T) {
	for s, want := range map[string]bool{
		"price": true, "date": true, "shares": true, "v": true, "price stock": false, "date stock": false, "shares held": false, "stock": false,
		"deemed": true, "a deemed day": true, "the title of it": true,
	} {
		if got := SaysHead(strings.Fields(s)); got != want {
			t.Errorf("%q is of a head: %t", s, got)
		}
	}
	for s, want := range map[string]bool{
		"(Instr.": true, "Instr.": true, "(I)": true, "(D)": true, "(A)": true, "or": true, "3)": true, "8)": true, "2)": false, "9)": false, "33)": false, "3": false, "I": false, "": false, "3(": false,
	} {
		if got := EndsHead(s); got != want {
			t.Errorf("%q ends a head: %t", s, got)
		}
	}
	for s, want := range map[string]string{
		"0.": "0", "9.": "9", "/.": "", ":.": "", "3A.Deemed": "3a", "1234.": "", "123.": "123", "1./": "1", "1.0": "", "1.9": "", "1.:": "1", ".": "", "3aa.": "", "aa.": "",
	} {
		if got := NumberedWord(s); got != want {
			t.Errorf("%q begins with number %q, want %q", s, got, want)
		}
	}
}

// TestWidths: a column takes no less room than its values: A or D less than a code, which
// takes less than an amount; a date takes the most, and has ten letters.
func TestWidths(t *testing.T) {
	order := []Column{ColAcquiredDisposed, ColCode, ColAmount, ColTitle, ColDate}
	for i, c := range order[1:] {
		if c.Letters() <= order[i].Letters() {
			t.Errorf("%s is as wide as %s", letters([]Column{order[i]}), letters([]Column{c}))
		}
	}
	if w := ColDate.Letters(); w > 10 {
		t.Errorf("a date is %v letters wide", w)
	}
	for c := ColTitle; c < Columns; c++ {
		if c.Rare() != (c == ColDeemed) {
			t.Errorf("%s is rare: %t", letters([]Column{c}), c.Rare())
		}
		if text := []Column{ColTitle, ColUnderlyingTitle, ColNature}; c.IsText() != slices.Contains(text, c) {
			t.Errorf("%s is of text: %t", letters([]Column{c}), c.IsText())
		}
	}
	for s, want := range map[string]bool{"deemed": true, "execution": true, "date": false, "transaction": false} {
		if SaysDeemed(s) != want {
			t.Errorf("%q says deemed: %t", s, !want)
		}
	}
}
