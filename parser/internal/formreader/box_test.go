package formreader

import (
	"strings"
	"testing"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/internal/sheet"
)

// TestLabelAt: a label may have its number before it, glued or not, and words after it of
// which some are left out; the labels under box 1 need their bracket.
func TestLabelAt(t *testing.T) {
	for text, want := range map[string]struct {
		box   form.Box
		words int
	}{
		"1. Name and Address of Reporting Person FERRAND":                           {form.BoxOwner, 7},
		"1.Name and Address of Reporting Person FERRAND":                            {form.BoxOwner, 6},
		"Name and Address of Reporting Person * FERRAND":                            {form.BoxOwner, 7},
		"Name and Address of Reporting * Person FERRAND":                            {form.BoxOwner, 7}, // a raised star
		"Name and Address of Reporting # Person FERRAND":                            {form.BoxOwner, 5},
		"Name and Address of FERRAND":                                               {form.BoxNone, 0},
		"Name and Address of":                                                       {form.BoxNone, 0},
		"3. Name 1.and Address of Reporting Person":                                 {form.BoxNone, 0},
		"6. Individual or Joint/Group Filing (Check Applicable Line) X":             {form.BoxJoint, 8},
		"Individual or Joint/Group X":                                               {form.BoxJoint, 3},
		"Individual or Joint/Ferrand X":                                             {form.BoxJoint, 2},
		"5. Relationship of Reporting Person(s) to Issuer (Check all applicable) X": {form.BoxRelationship, 10},
		"3. Date of Earliest Transaction (Month/Day/Year) 03/05/2012":               {form.BoxPeriod, 6},
		"Date of Earliest Transaction Year Month 03/05/2012":                        {form.BoxPeriod, 5}, // the words keep their order
		"(Last) (First) (Middle) 9 HERON":                                           {form.BoxLast, 3},
		"Last First Middle":                                                         {form.BoxNone, 0},
		"[Street] MARLOW":                                                           {form.BoxStreet, 1},
		"{City} (State) (Zip)":                                                      {form.BoxCity, 3},
		"2 (City) (State)":                                                          {form.BoxNone, 0},
		"2.":                                                                        {form.BoxNone, 0},
		"* Name and Address of Reporting Person":                                    {form.BoxNone, 0},
	} {
		blocks := []sheet.Block{{Lines: [][]sheet.Word{words(text, 0)}}}
		if box, n := labelAt(place(blocks, 0)); box != want.box || n != want.words {
			t.Errorf("%q: box %d of %d words, want %d of %d", text, box, n, want.box, want.words)
		}
	}
}

// TestBoxesInColumns: a cell without a label goes on with the box above it in its column,
// text elsewhere with the box before; a corner box's sentence ends with its cell.
func TestBoxesInColumns(t *testing.T) {
	s, _ := page("1. Name and Address of Reporting Person FERRAND ODILE M\t2. Issuer Name and Ticker or Trading Symbol QUILLMARK INC\n" +
		"9 HERON LANE\t[QLMK]\n" +
		"4. If Amendment, Date of Original Filed\n03/01/2012\n" +
		"Check this box if no longer subject\t3. Date of Earliest Transaction\nmore\t03/05/2012\n")
	in := readBoxes(s.Blocks)
	for k, want := range map[form.Box]string{
		form.BoxOwner: "FERRAND ODILE M/9 HERON LANE", form.BoxIssuer: "QUILLMARK INC/[QLMK]", form.BoxAmendment: "03/01/2012",
		form.BoxPeriod: "more/03/05/2012", form.BoxTick: "if no longer subject",
	} {
		var got []string
		for _, l := range in.lines[k] {
			got = append(got, printed.Joined(l))
		}
		if s := strings.Join(got, "/"); s != want {
			t.Errorf("box %d: %q, want %q", k, s, want)
		}
		if !in.has(k) {
			t.Errorf("box %d is not found", k)
		}
	}
	if in.has(form.BoxRelationship) {
		t.Error("a box is found that is not there")
	}
}
