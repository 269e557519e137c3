package rules

import (
	"fmt"
	"strings"
	"testing"

	"filingview/parser/ownership"
)

// citedNotes is a filing whose line cites the notes with the texts, F1 and on.
func citedNotes(texts ...string) *ownership.Filing {
	f := form4(trade("S", ownership.Disposed))
	for i, s := range texts {
		id := fmt.Sprintf("F%d", i+1)
		f.Footnotes = append(f.Footnotes, ownership.Footnote{ID: id, Text: known(s)})
		f.TableI[0].Transaction.Price.Notes = append(f.TableI[0].Transaction.Price.Notes, id)
	}
	return f
}

func checkNotes(f *ownership.Filing) {
	s := survey(f)
	checkFootnotes(f, &s)
}

// TestMarksAndNotes: each mark leads to a note, each note has a mark or is referred to, and
// their numbers have no gaps (EDGAR ownership specification, 4.3.5).
func TestMarksAndNotes(t *testing.T) {
	make := func() *ownership.Filing { return citedNotes("Held by a trust.", "Sold under a plan.") }
	tryEdits(t, ownership.RuleFootnoteDangling, checkNotes, make, []edited{
		{"as it is", asItIs, 0}, {"a mark without a note", func(f *ownership.Filing) { f.TableI[0].SecurityTitle.Notes = []string{"F3"} }, 1},
		{"two marks without one", func(f *ownership.Filing) {
			f.TableI[0].SecurityTitle.Notes, f.TableI[0].Ownership.Notes = []string{"F3"}, []string{"F3"}
		}, 1},
		{"two notes that are not there", func(f *ownership.Filing) { f.TableI[0].SecurityTitle.Notes = []string{"F3", "x"} }, 2},
		{"a number in words", func(f *ownership.Filing) { f.TableI[0].NatureOfOwnership = known("See footnote (3)") }, 1},
		{"one that is there", func(f *ownership.Filing) { f.TableI[0].NatureOfOwnership = known("See footnote (2)") }, 0},
		{"a note that is a security", func(f *ownership.Filing) { f.TableI[0].NatureOfOwnership = known("Convertible Note 3") }, 0},
		{"in an exhibit", func(f *ownership.Filing) { f.TableI[0].NatureOfOwnership = known("See footnote 3 of the exhibit") }, 0},
		{"remarks", func(f *ownership.Filing) {
			f.TableI[0].NatureOfOwnership, f.Remarks = known("See footnote 3"), known("(3) Held.")
		}, 0},
		{"in Table II", func(f *ownership.Filing) {
			f.TableII = []ownership.Row{option("M", ownership.Disposed)}
			f.TableII[0].NatureOfOwnership = known("See footnote 3")
		}, 1},
	})
	uncited := func(f *ownership.Filing) { f.TableI[0].Transaction.Price.Notes = []string{"F1"} }
	tryEdits(t, ownership.RuleFootnoteUnreferenced, checkNotes, make, []edited{
		{"as it is", asItIs, 0}, {"without a mark", uncited, 1}, {"in words", func(f *ownership.Filing) { uncited(f); f.TableI[0].NatureOfOwnership = known("See footnote 2") }, 0},
		{"in another note", func(f *ownership.Filing) { uncited(f); f.Footnotes[0].Text = known("Held as in footnote 2.") }, 0},
		{"in itself", func(f *ownership.Filing) { uncited(f); f.Footnotes[1].Text = known("This is footnote 2.") }, 1},
		{"in the remarks", func(f *ownership.Filing) { uncited(f); f.Remarks = known("See note 2.") }, 0},
		{"without an id", func(f *ownership.Filing) { f.Footnotes[1].ID = "" }, 1},
	})
	print := make()
	if uncited(print); severityOf(print, checkNotes, ownership.RuleFootnoteUnreferenced) != ownership.RuleFootnoteUnreferenced.Severity() {
		t.Error("a note without a mark in XML")
	}
	if print.Source.Format = "html"; severityOf(print, checkNotes, ownership.RuleFootnoteUnreferenced) != ownership.Info {
		t.Error("a note without a mark on paper, which the reader may have lost")
	}
	id := func(s string) func(*ownership.Filing) { return func(f *ownership.Filing) { f.Footnotes[1].ID = s } }
	tryEdits(t, ownership.RuleFootnoteDuplicateID, checkNotes, make, []edited{
		{"as it is", asItIs, 0}, {"twice", id("F1"), 1}, {"one without", id(""), 0}, {"two without", func(f *ownership.Filing) { f.Footnotes[0].ID, f.Footnotes[1].ID = "", "" }, 1},
		{"another word twice", func(f *ownership.Filing) { f.Footnotes[0].ID, f.Footnotes[1].ID = "a", "a" }, 1},
	})
	tryEdits(t, ownership.RuleFootnoteNumberGap, checkNotes, make, []edited{
		{"as it is", asItIs, 0}, {"a gap", id("F3"), 1}, {"without the first", func(f *ownership.Filing) { f.Footnotes = f.Footnotes[1:] }, 1}, {"no number", id("Fx"), 0},
		{"none", func(f *ownership.Filing) { f.Footnotes = nil }, 0}, {"the other way round", func(f *ownership.Filing) { f.Footnotes[0].ID, f.Footnotes[1].ID = "F2", "F1" }, 0},
		{"99", id("F99"), 1}, {"100", id("F100"), 0}, {"0", id("F0"), 0},
	})
	tryEdits(t, ownership.RuleFootnoteRefRepeated, checkNotes, make, []edited{
		{"as it is", asItIs, 0}, {"twice in a cell", func(f *ownership.Filing) { f.TableI[0].SecurityTitle.Notes = []string{"F1", "F2", "F1"} }, 1},
		{"three times", func(f *ownership.Filing) { f.TableI[0].SecurityTitle.Notes = []string{"F1", "F1", "F1"} }, 1},
		{"two twice", func(f *ownership.Filing) { f.TableI[0].SecurityTitle.Notes = []string{"F1", "F2", "F2", "F1"} }, 2},
		{"in two cells", func(f *ownership.Filing) { f.TableI[0].SecurityTitle.Notes = []string{"F1"} }, 0},
	})
	tryEdits(t, ownership.RuleFootnoteEmpty, checkNotes, make, []edited{{"as it is", asItIs, 0}, {"no text", func(f *ownership.Filing) { f.Footnotes[1].Text.State = ownership.Blank }, 1}})
}

func TestEDGARNumbers(t *testing.T) {
	for id, want := range map[string]int{"F1": 1, "F9": 9, "F10": 10, "F99": 99, "F0": 0, "F01": 0, "F100": 0, "G1": 0, "Fx": 0, "F1x": 0, "Fx1": 0, "F": 0, "": 0, "G12": 0} {
		if got := edgarNumber(id); got != want {
			t.Errorf("%q: %d, want %d", id, got, want)
		}
	}
	many := make([]ownership.Footnote, 300)
	for i := range many {
		many[i].ID = fmt.Sprintf("F%d", i+1)
	}
	many[299].ID = "F1"
	for _, c := range []struct {
		notes []ownership.Footnote
		id    string
		want  int
	}{{many, "F1", 0}, {many, "F299", 298}, {many, "x", -1}, {many[:255], "F1", 0}, {many[:255], "F120", 119}, {many[:255], "F255", 254}, {many[:255], "x", -1}, {many[:5], "F9", -1}, {nil, "F1", -1}} {
		x := indexNotes(c.notes)
		if got := x.of(c.id); got != c.want {
			t.Errorf("%s of %d: %d, want %d", c.id, len(c.notes), got, c.want)
		}
		if f := (&ownership.Filing{Footnotes: c.notes}); placeOfNote(f, c.id) != c.want {
			t.Errorf("the place of %s of %d: %d, want %d", c.id, len(c.notes), placeOfNote(f, c.id), c.want)
		}
	}
}

// TestTextsOfNotes: a note has 1,000 characters at most, ends as a sentence may, and is
// there once.
func TestTextsOfNotes(t *testing.T) {
	letters := func(n int) func() *ownership.Filing {
		return func() *ownership.Filing { return citedNotes(strings.Repeat("é", n-1) + ".") }
	}
	tryEdits(t, ownership.RuleFootnoteOverLimit, checkNotes, letters(1000), []edited{{"the limit", asItIs, 0}})
	tryEdits(t, ownership.RuleFootnoteOverLimit, checkNotes, letters(1001), []edited{{"more", asItIs, 1}, {"on paper", func(f *ownership.Filing) { f.Source.Format = "html" }, 0}})
	for text, want := range map[string]bool{
		"Held by the": true, "Held by a": true, "Held by an ": true, "Held for her and": true, "Held for her or\n": true, "Held by a trust whose": true, "Held by a trust,": true, "Held by a trust": false,
		"Held by a trust.": false, "Shares of Class a": false, "Shares of Series a": false, "": false, "Held (the": true, "See Remarks": false, "Held by A": false,
	} {
		if got := endsOpen(text, 0); got != want {
			t.Errorf("%q ends open: %t", text, got)
		}
	}
	for n, want := range map[int]bool{998: false, 999: true, 1000: true, 1001: false} {
		if got := endsOpen("Held by a trust", n); got != want {
			t.Errorf("cut at %d: %t", n, got)
		}
	}
	open := func() *ownership.Filing { return citedNotes("Held by the", "Sold under a plan.") }
	apart := func(f *ownership.Filing) {
		f.TableI[0].Transaction.Price.Notes, f.TableI[0].SecurityTitle.Notes = []string{"F1"}, []string{"F2"}
	}
	tryEdits(t, ownership.RuleFootnoteTruncated, checkNotes, open, []edited{
		{"the next on the same cell", asItIs, 0}, {"the next elsewhere", apart, 1},
		{"the other way round on the cell", func(f *ownership.Filing) { f.TableI[0].Transaction.Price.Notes = []string{"F2", "F1"} }, 1},
		{"the next goes on", func(f *ownership.Filing) { apart(f); f.Footnotes[1].Text = known("trust, of which he is a trustee.") }, 0},
		{"the next says so", func(f *ownership.Filing) { apart(f); f.Footnotes[1].Text = known("(Cont'd) Trust.") }, 0},
		{"the remarks", func(f *ownership.Filing) { apart(f); f.Remarks = known("Footnote 1: trust.") }, 0},
		{"the remarks go on", func(f *ownership.Filing) { apart(f); f.Remarks = known("…trust of the family.") }, 0},
		{"remarks on something else", func(f *ownership.Filing) { apart(f); f.Remarks = known("Of the family.") }, 1},
		{"an exhibit", func(f *ownership.Filing) { apart(f); f.Footnotes[0].Text = known("See Exhibit 99 for the") }, 0},
		{"the last", func(f *ownership.Filing) {
			apart(f)
			f.Footnotes[0].Text, f.Footnotes[1].Text = known("Held."), known("Sold by the")
		}, 1},
	})
	twice := func(a, b string) func() *ownership.Filing {
		return func() *ownership.Filing { return citedNotes(a, b) }
	}
	long := strings.Repeat("Sold at prices of which the staff may ask. ", 10)
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"Held by a trust.", "Held by a trust.", 1}, {"Held by a trust.", "HELD by a Trust", 1}, {"Held by a trust.", "Held by the trust.", 0}, {"Sold at 1.5", "Sold at 15", 0}, {"Sold 1", "Sold Q", 0},
		{"Sold 12", "Sold 1 2", 1}, {long, long + " ", 1}, {long, long + "More.", 0}, {long + "a.", long + "A.", 0}, {"—", "…", 0}, {"", "", 0}, {"Held é", "Held É", 0},
	} {
		tryEdits(t, ownership.RuleFootnoteDuplicateText, checkNotes, twice(c.a, c.b), []edited{{fmt.Sprintf("%.20q and %.20q", c.a, c.b), asItIs, c.want}})
	}
	for text, want := range map[string]string{"short text": "short text", "": "", strings.Repeat("word ", 20) + "end": "word word word word word word word end"} {
		if got := tail(text); got != want {
			t.Errorf("%.30q: the tail %q, want %q", text, got, want)
		}
	}
}

// TestAlikeNotes: notes on prices are much alike; what differs in the middle of two is
// looked at for words that point anywhere, across its ends too.
func TestAlikeNotes(t *testing.T) {
	head, end := strings.Repeat("The price is an average of sales ", 4), strings.Repeat(" and the staff may ask for more ok", 4)
	for middle, want := range map[string]bool{"$12.40": true, "see Exhibit 99": false, "see Remarks": false, "": true} {
		if got := alikeAndPlain(head+"$11.10"+end, head+middle+end); got != want {
			t.Errorf("%q: %t", middle, got)
		}
	}
	if alikeAndPlain("short", "short") || alikeAndPlain("", "") {
		t.Error("texts that are too short to say are alike")
	}
	for text, want := range map[string]bool{"see Exhibit 99": true, "the remarks": true, "EXHIBIT": true, "Held": false, "H": false, "": false, "xhibi": false, "AB": true, "Ab": false, "[Z": false} {
		if got := mayPointOut(text); got != want {
			t.Errorf("%q may point out: %t", text, got)
		}
	}
}
