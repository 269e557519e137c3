package repair

import (
	"fmt"
	"strings"
	"testing"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/ownership"
)

// TestNearly: a text is another where a tenth of its letters differ at most, a
// twentieth where one cell alone has the other, six in any case; digits and single
// letters must agree.
func TestNearly(t *testing.T) {
	const long = "Restricted Stock Units of the Employee Incentive Partnership Interest Trust"
	for _, c := range []struct {
		text, other string
		n           int
		want        bool
	}{
		{"Common Stqck", "Common Stock", 2, true},
		{"Cqmmon Stqck", "Common Stock", 2, false},
		{"Common Stqck", "Common Stock", 1, false},
		{"Stqck Trust", "Stock Trust", 2, true},
		{"Stqk Unit", "Stok Unit", 2, false}, // nine letters
		{"Class A Commqn Stock", "Class A Common Stock", 1, true},
		{"Class A Cqmmqn Stock", "Class A Common Stock", 1, false},
		{"Class A Cqmmqn Stock", "Class A Common Stock", 2, true},
		{"Clas A Commqn Stock", "Clas A Common Stock", 1, false}, // nineteen letters
		{"Class A Common Stocked", "Class A Common Stock", 2, true},
		{"Class A Common Stocking", "Class A Common Stock", 2, false},
		{"Class A Common Sto", "Class A Common Stock", 2, true},
		{"Class A Common St", "Class A Common Stock", 2, false},
		{"Class B Common Stock", "Class A Common Stock", 2, false},
		{"Class Z Common Stock", "Class A Common Stock", 2, false},
		{"Class A Common Stock", "Class Z Common Stock", 2, false},
		{"Class a Common Stock", "Class b Common Stock", 2, true},
		{"Series A-1 Preferred", "Series A-2 Preferred", 2, false},
		{"Series 0 Preferred Stock", "Series 9 Preferred Stock", 2, false},
		{"Series 9 Preferred Stqck", "Series 9 Preferred Stock", 2, true},
		{"Option 2019", "Option", 2, false},
		{strings.Replace(long, "Employee", "Eqqqqqqe", 1), long, 2, true},
		{strings.Replace(long, "Employee", "qqqqqqqe", 1), long, 2, false},
		{"| Common Stock", "Common Stock", 1, true},
		{"Common Stock ~ 2)", "Common Stock", 1, true},
		{"Common ~ Stock", "Common Stock", 1, false},
		{"2) Series A Convertible Preferred Stqck Units", "Series A Convertible Preferred Stock Units", 2, true},
		{"2) Series A Convertible Preferred Stqqk Units", "Series A Convertible Preferred Stock Units", 2, false},
		{"Cоmmon Stock", "Common Stock", 1, true}, // the first o is Cyrillic
	} {
		if got := nearly(c.text, c.other, c.n); got != c.want {
			t.Errorf("%q for %q of %d cells: %t", c.text, c.other, c.n, got)
		}
	}
}

// TestHolds: a text holds another with all its words in order and short pieces between
// them that are no words.
func TestHolds(t *testing.T) {
	for _, c := range []struct {
		text, other string
		want        bool
	}{
		{"Common |] Stock", "Common Stock", true},
		{"~ Common Stock xx 2)", "Common Stock", true},
		{"Common Stock", "Common Stock", false},
		{"Common Stock Option", "Common Stock", false},
		{"Stock |] Common", "Common Stock", false},
		{"Common |] xx", "Common Stock", false},
		{"Common damage Stock", "Common Stock", true},
		{"Common damaged Stock", "Common Stock", false},
		{"Common or Stock", "Common Stock", true}, // a piece of two letters may look like a word
		{"Common for Stock", "Common Stock", false},
		{"~ Common Stocq", "Common Stock", true},
		{"~ By Trqst", "By Trust", true},
		{"~ Of Unjt", "Of Unit", false}, // a short word with another letter is another word
		{"Zeta |] Alpha", "Zeta Alpha", false},
		{"Zeta |] Stock", "Zeta Stock", true},
		{"~ ~", "", false},
	} {
		if got := holds(c.text, c.other); got != c.want {
			t.Errorf("%q holds %q: %t", c.text, c.other, got)
		}
	}
}

func TestAllKnown(t *testing.T) {
	for text, want := range map[string]bool{
		"Common Stock": true, "Class A": true, "Class AB": false, "Common Stock, $.01 par value": true, "Common 5% Preferred": true, "Common - Stock": true,
		"Cqmmon Stock": false, "Common Stqck": false, "Common 2x Stock": false, "": true,
	} {
		if got := allKnown(text); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}

// TestKnownBeginning: the known words before at most two short pieces that are no words.
func TestKnownBeginning(t *testing.T) {
	for text, want := range map[string]string{
		"Common Stock": "Common Stock", "Common Stock Q)": "Common Stock", "Common Stock xx yy": "Common Stock", "Common Stock xx yy zz": "",
		"Common Stock abcde": "Common Stock", "Common Stock abcdef": "", "Common Stock 12": "", "Common Stock 12)": "Common Stock", "Common Stock x abcdef": "",
		"Stock xx": "Stock", "Unit xx": "Unit", "and xx": "", "of the xx": "of the", "xx Stock": "", "": "",
	} {
		if got := knownBeginning(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestLikeReference: what is left of "See footnote" is read as the document has it most.
func TestLikeReference(t *testing.T) {
	see := map[string]int{"See footnote": 2}
	for _, c := range []struct {
		text  string
		count map[string]int
		want  string
	}{
		{"Sea footnqte", see, "See footnote"},
		{"| footnqqe", see, "See footnote"},
		{"fqqtnqte", see, ""}, // three letters
		{"See footnote", see, ""},
		{"x ) | - footnqte", see, "See footnote"},
		{"x ) | - ~ footnqte", see, ""},
		{"By Trust", see, ""},
		{"Sea footnqte", map[string]int{"See footnote": 1}, ""},
		{"Sea footnqte", map[string]int{"See the footnote": 2}, ""},
		{"Sea footnqte", map[string]int{"By footnote": 2}, ""},
		{"Sea footnqte", map[string]int{"See footnate": 2}, ""}, // which is damaged itself
		{"Sea footnqte", nil, ""},
		{"footnqte", map[string]int{"See footnote": 2, "See footnotes": 2}, "See footnote"},
		{"footnqte", map[string]int{"See footnote": 2, "See footnotes": 3}, "See footnotes"},
		{"nqtes", map[string]int{"See notes": 2}, ""}, // five letters may be anything
		{"nottes", map[string]int{"See notes": 2}, "See notes"},
	} {
		for range 8 { // whatever the order of the map
			if got := likeReference(c.text, c.count); got != c.want {
				t.Errorf("%q among %v: %q, want %q", c.text, c.count, got, c.want)
				break
			}
		}
	}
}

func TestTrimSpecks(t *testing.T) {
	for text, want := range map[string]string{
		"| Common Stock ~": "Common Stock", "| ~ Common | Stock ® 2)": "Common | Stock", "|": "|", "| ~": "~", "12 Common 12": "12 Common 12", "(a Common [b": "Common",
		"(abc Common": "(abc Common", "ab Common zz": "ab Common zz", "x Common 1": "Common", "AB Common ZZ": "AB Common ZZ", "--- Common +++": "Common", "": "",
	} {
		if got := trimSpecks(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestDropSpecks: lines, specks and broken marks are no words; whole marks, signs and
// letters are.
func TestDropSpecks(t *testing.T) {
	for text, want := range map[string]string{
		"| Common [ Stock ~": "Common Stock", "A & B": "A & B", "Stock 2) (2 ((": "Stock", "Stock (1)": "Stock (1)", "Stock a) Z) A) z)": "Stock a) Z) A) z)",
		"123) 1234)": "1234)", "": "",
	} {
		if got := printed.Joined(DropSpecks(words(text))); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestRepairTexts: titles and natures of ownership settle each other.
func TestRepairTexts(t *testing.T) {
	for _, c := range []struct {
		name  string
		texts []string
		want  string // of the last
		sure  bool   // the last
	}{
		{"a letter of a text that two have", []string{"Common Stock", "Common Stock", "Common Stocq"}, "Common Stock ruled line, likely by 0", false},
		{"of a text that one has", []string{"Common Stock", "Common Stocq"}, "Common Stocq", false},
		{"of a long text that one has", []string{"Class A Common Stock", "Class A Common Stocq"}, "Class A Common Stock ruled line, likely by 0", false},
		{"and not the other way round", []string{"Class A Common Stocq", "Class A Common Stock"}, "Class A Common Stock", false},
		{"and not where both are damaged", []string{"Class A Common Stocw", "Class A Common Stocq"}, "Class A Common Stocq", false},
		{"the text that most have", []string{"Class Warranq", "Class Warranq", "Class Warrant", "Class Warrant", "Class Warrant", "Class Warranx"}, "Class Warrant ruled line, likely by 2", false},
		{"the text that most have, first", []string{"Class Warranq", "Class Warranq", "Class Warranq", "Class Warrant", "Class Warrant", "Class Warranx"}, "Class Warranq ruled line, likely by 0", false},
		{"with specks in between", []string{"Common Stock", "Common ~ Stock"}, "Common Stock ruled line, likely by 0", false},
		{"with specks, of two texts the longer", []string{"Stock Units", "Restricted Stock Units", "Restricted ~ Stock Units"}, "Restricted Stock Units ruled line, likely by 1", false},
		{"three begin alike", []string{"Common Stock", "Common Stock 2)", "Common Stock Q)"}, "Common Stock speck, likely", true},
		{"two begin alike", []string{"Common Stock 2)", "Common Stock Q)"}, "Common Stock Q)", false},
		{"two that are the same", []string{"Common Stock", "Common Stock"}, "Common Stock", true},
		{"one", []string{"Common Stock"}, "Common Stock", false},
		{"two that are damaged alike", []string{"Cqmmon Stqck", "Cqmmon Stqck"}, "Cqmmon Stqck", false},
		{"the words of a reference", []string{"See footnote", "See footnote", "Sea ~ footnqqe"}, "See footnote damaged text, likely by 0", false},
		{"nothing", []string{"Common Stock", "Common Stock", ""}, "absent", false},
	} {
		for _, field := range []string{"securityTitle", "natureOfOwnership"} {
			if field == "securityTitle" && strings.HasPrefix(c.texts[0], "See") {
				continue // titles refer to no note
			}
			var entries []entry
			for _, s := range c.texts {
				if field == "securityTitle" {
					entries = append(entries, entry{title: s})
				} else {
					entries = append(entries, entry{nature: s})
				}
			}
			lines := linesFor(t, entries...)
			r := repairerOf(lines)
			r.repairTexts(lines)
			row := lines[len(lines)-1].Row
			v := &row.SecurityTitle
			if field != "securityTitle" {
				v = &row.NatureOfOwnership
			}
			want := c.want
			if before, i, ok := strings.Cut(want, " by "); ok {
				want = fmt.Sprintf("%s by tableI[%s].%s", before, i, field)
			}
			if got := told(v); got != want || r.sure[&v.Reading] != c.sure {
				t.Errorf("%s, %s: %s, sure %t, want %s", field, c.name, got, r.sure[&v.Reading], want)
			}
		}
	}
}

// TestPiecesAreMarks: what a repair leaves out of a text at its end may be a mark, if the
// cell has no other.
func TestPiecesAreMarks(t *testing.T) {
	for _, c := range []struct {
		text   string
		others []string
		notes  []string
		unread bool
	}{
		{"Common Stock Q)", []string{"Common Stock", "Common Stock"}, nil, true},
		{"Common Stock Q)", []string{"Common Stock", "Common Stock"}, []string{"F1"}, false},
		{"Common ~ Stock", []string{"Common Stock"}, nil, true},
		{"Common ~ Stock", []string{"Common Stock"}, []string{"F1"}, false},
		{"Common Stocq", []string{"Common Stock", "Common Stock"}, nil, false},
	} {
		lines := linesFor(t, entry{title: c.text})
		for _, s := range c.others {
			lines = append(lines, linesFor(t, entry{title: s})...)
		}
		lines[0].Columns, lines[0].Cells = []form.Column{form.ColTitle}, []printed.Cell{{Words: words(c.text)}}
		v := &lines[0].Row.SecurityTitle
		v.Raw, v.Notes = c.text, c.notes
		repairerOf(lines).repairTexts(lines)
		if v.V != "Common Stock" || v.How != ownership.Repaired || lines[0].Cells[0].Unread != c.unread {
			t.Errorf("%q with %v: %s, unread %t", c.text, c.notes, told(v), lines[0].Cells[0].Unread)
		}
	}
}

// TestUnderlyingTitles: the titles of both tables are one group.
func TestUnderlyingTitles(t *testing.T) {
	lines := linesFor(t, entry{title: "Common Stock"}, entry{table: 1, title: "Option"}, entry{table: 1, title: "Option"})
	lines[1].Row.UnderlyingTitle, lines[2].Row.UnderlyingTitle = knownAs("Common Stock"), knownAs("Common Stocq")
	repairerOf(lines).repairTexts(lines)
	if got, want := told(&lines[2].Row.UnderlyingTitle), "Common Stock ruled line, likely by tableI[0].securityTitle"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
