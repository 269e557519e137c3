package repair

import (
	"strings"
	"testing"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/ownership"
)

// TestLostComma: only a number of four digits or more can have lost its comma, and only in a
// scan that prints commas.
func TestLostComma(t *testing.T) {
	for s, want := range map[string]bool{"1000": true, "999": false, "12345": true, " 1000 ": true, "1,000": false, "100.0": false, "1O00": false, "": false} {
		if got := (&repairer{Document: Document{Scan: true, Commas: true}}).lostComma(s); got != want {
			t.Errorf("%q: %t", s, got)
		}
	}
	for _, d := range []Document{{Scan: true}, {Commas: true}, {}} {
		if (&repairer{Document: d}).lostComma("1000") {
			t.Errorf("scan %t, commas %t: a comma is missed", d.Scan, d.Commas)
		}
	}
	for s, want := range map[string]string{"a0b9": "09", "1/2": "12", "abc": "", "": "", ":/": ""} {
		if got := digitsOf(s); got != want {
			t.Errorf("the digits of %q are %q", s, got)
		}
	}
}

// TestUnreadBeside: what stands beside a damaged number and may be left of a mark is told as
// an unread mark, unless the cell cites a note, is read, or holds no number.
func TestUnreadBeside(t *testing.T) {
	for _, c := range []struct {
		name, words string
		state       ownership.State
		notes       []string
		unread      bool // it was told before
		want        bool
	}{
		{"a damaged number", "95 Q)", ownership.Malformed, nil, false, true},
		{"one that is read", "95 Q)", ownership.Known, nil, false, false},
		{"one word", "95Q)", ownership.Malformed, nil, false, false},
		{"a note is cited", "95 Q)", ownership.Malformed, []string{"F1"}, false, false},
		{"no number", "xy zz", ownership.Malformed, nil, false, false},
		{"a ruled line", "95 |", ownership.Malformed, nil, false, false},
		{"told before", "95", ownership.Known, nil, true, true},
		{"an empty cell", "95 Q)", ownership.Blank, nil, false, false},
	} {
		lines := linesFor(t, entry{shares: "95"})
		h := &lines[0]
		h.Row.Transaction.Shares.State = c.state
		h.Columns, h.Cells = []form.Column{form.ColAmount}, []printed.Cell{{Words: words(c.words), Notes: c.notes, Unread: c.unread}}
		repairerOf(lines).repairNumbers(lines)
		if got := h.Cells[0].Unread; got != c.want {
			t.Errorf("%s: %t", c.name, got)
		}
	}
}

// TestTwoReadings: a number whose two readings are the same in other letters is certain;
// where they differ and nothing confirms one, it is in doubt; one reading alone stays.
func TestTwoReadings(t *testing.T) {
	for _, c := range []struct{ words, also, want string }{
		{"4,000", "", "4000"},
		{"4,000", "4,000", "4000"},
		{"4,000", "4,0OO", "4000 read twice, certain"},
		{"4,000", "7,777", "4000 one reading, possible"},
	} {
		lines := linesFor(t, entry{shares: "4000"})
		h := &lines[0]
		h.Columns, h.Cells = []form.Column{form.ColAmount}, []printed.Cell{{Words: words(c.words), Also: words(c.also)}}
		repairerOf(lines).repairNumbers(lines)
		if got := told(&h.Row.Transaction.Shares); got != c.want {
			t.Errorf("%s and %q: %s, want %s", c.words, c.also, got, c.want)
		}
	}
}

// TestSecondCode: a second reading of a line makes a damaged code certain only if it has the
// same code.
func TestSecondCode(t *testing.T) {
	for _, c := range []struct {
		also    string
		certain bool
	}{{"S", true}, {"[S]", true}, {"F", false}, {"?!", false}, {"", false}} {
		lines := linesFor(t, entry{})
		h := &lines[0]
		damage(h, &h.Row.Transaction.Code, form.ColCode, "|S", c.also)
		repairerOf(lines).repairCode(lines, 0)
		v := &h.Row.Transaction.Code
		if v.V != "S" || len(v.Repairs) != 1 || (v.Repairs[0].Confidence == ownership.Certain) != c.certain {
			t.Errorf("the second reading is %q: %s", c.also, told(v))
		}
	}
}

// TestHoldingBetween: a line without a balance stands in no running balance: those around it
// agree with each other.
func TestHoldingBetween(t *testing.T) {
	e := evidenceFor(t, entry{sign: "D", shares: "10", following: "100"}, entry{sign: "D", shares: "1"}, entry{sign: "D", shares: "5", following: "95"})
	for i, want := range []int{-1, -1, 0} {
		if got := e.before(i); got != want {
			t.Errorf("before line %d stands line %d, want %d", i, got, want)
		}
	}
	for i, want := range []int{2, -1, -1} {
		if got := e.after(i); got != want {
			t.Errorf("after line %d stands line %d, want %d", i, got, want)
		}
	}
	if n, paths := e.support(2, kindFollowing, decimal(t, "95")); n != 1 || paths[0] != "0.1" {
		t.Errorf("%d, %v", n, paths)
	}
}

// TestEquallyCommon: of two words that are as common in one place the first by the alphabet
// is the one that a third is compared with, whatever the order of a map.
func TestEquallyCommon(t *testing.T) {
	const before, after = "It is the average ", " of the units that were sold"
	for range 16 {
		var list []string
		for _, w := range []string{"price", "price", "price", "prices", "prices", "prices", "price,"} {
			list = append(list, before+w+after)
		}
		values, now := textsOf(list...)
		repairPhrases(values, make([]string, len(values)))
		want := append(list[:6:6], before+"price"+after)
		if got := strings.Join(now(), "\n"); got != strings.Join(want, "\n") {
			t.Fatalf("%s", got)
		}
	}
}

// TestChain: a balance that is settled by the line below it settles the one above.
func TestChain(t *testing.T) {
	lines := linesFor(t, entry{sign: "D", shares: "7"}, entry{sign: "D", shares: "5"}, entry{sign: "D", shares: "5", following: "90"})
	damage(&lines[0], &lines[0].Row.SharesFollowing, form.ColFollowing, "1100|", "")
	damage(&lines[1], &lines[1].Row.SharesFollowing, form.ColFollowing, "195|", "")
	for i := range lines {
		lines[i].Columns = append(lines[i].Columns, form.ColAmount)
		lines[i].Cells = append(lines[i].Cells, printed.Cell{Words: words(lines[i].Row.Transaction.Shares.Raw)})
	}
	lines[2].Columns = append(lines[2].Columns, form.ColFollowing)
	lines[2].Cells = append(lines[2].Cells, printed.Cell{Words: words("90")})
	repairerOf(lines).repairNumbers(lines)
	for i, want := range []string{"100 ruled line, likely by tableI[1].sharesFollowing", "95 ruled line, certain by tableI[0].sharesFollowing and tableI[2].sharesFollowing", "90"} {
		if got := told(&lines[i].Row.SharesFollowing); got != want {
			t.Errorf("line %d: %s, want %s", i, got, want)
		}
	}
}

// TestEvenScores: of two readings for which as much speaks the plainer stays.
func TestEvenScores(t *testing.T) {
	e := evidenceFor(t, entry{shares: "7 5"})
	e.all[0][kindShares].readings[1].cost = 0
	if e.choose(0, kindShares) {
		t.Error("the second of two readings that nothing tells apart is taken")
	}
	// Evidence names three cells at most.
	lines := linesFor(t, entry{code: "M", shares: "10"}, entry{table: 1, code: "M", shares: "10", underlying: "10"}, entry{table: 1, code: "M", shares: "10", underlying: "10"})
	damage(&lines[0], &lines[0].Row.Transaction.Shares, form.ColAmount, "|10", "")
	for i := range lines[1:] {
		lines[i+1].Columns = []form.Column{form.ColAcquired, form.ColDisposed, form.ColUnderlyingAmount}
		lines[i+1].Cells = []printed.Cell{{Words: words("10")}, {}, {Words: words("10")}}
	}
	repairerOf(lines).repairNumbers(lines)
	v := &lines[0].Row.Transaction.Shares
	if v.State != ownership.Known || len(v.Repairs) != 1 || len(v.Repairs[0].Evidence) != 3 || v.Repairs[0].Confidence != ownership.Certain {
		t.Errorf("%s", told(v))
	}
}

// TestSameWord: two words are one but for points and commas, or for one letter of a word of
// five letters and more; a letter that is lost makes another word.
func TestSameWord(t *testing.T) {
	for pair, want := range map[string]bool{"price price,": true, "price. price;": true, "abcd abce": false, "abcde abcdf": true, "abcde abcdef": false, "abcde abxdf": false, "the. The": false, "a a": true} {
		a, b, _ := strings.Cut(pair, " ")
		if got := sameWord(a, b); got != want || sameWord(b, a) != want {
			t.Errorf("%s and %s: %t", a, b, got)
		}
	}
}

// TestNearPrice: two prices are near if they differ by less than a third.
func TestNearPrice(t *testing.T) {
	for a, want := range map[string]bool{"100": true, "132": true, "133": false, "134": false, "68": true, "67": false, "66": false, "1000": false} {
		if got := nearPrice(decimal(t, a), decimal(t, "100")); got != want {
			t.Errorf("%s and 100: %t", a, got)
		}
	}
}
