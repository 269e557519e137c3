package formreader

import (
	"testing"

	"filingview/parser/internal/form"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// TestReadJoint: box 6 says whether one person files the form or several do; it is told
// where the form names more or fewer than that (Form 4 General Instruction 4(b)(v)), and
// not where box 6 says nothing or both.
func TestReadJoint(t *testing.T) {
	const one, more = "Form filed by One Reporting Person", "Form filed by More than One Reporting Person"
	for _, c := range []struct {
		name, box string
		owners    int
		told      string // the path of the owner that is told of
	}{
		{"one", "X " + one + " _ " + more, 1, ""},
		{"one, and two are named", "X " + one + " _ " + more, 2, "owners[1].name"},
		{"more", "_ " + one + " X " + more, 2, ""},
		{"more, and one is named", "_ " + one + " X " + more, 1, "owners[0].name"},
		{"more, and none is named", "_ " + one + " X " + more, 0, ""},
		{"one, and none is named", "X " + one + " _ " + more, 0, ""},
		{"both", "X " + one + " X " + more, 2, ""},
		{"both, and one is named", "X " + one + " X " + more, 1, ""},
		{"neither", "_ " + one + " _ " + more, 2, ""},
		{"nothing", one + " " + more, 1, ""},
		{"no box", "", 2, ""},
		{"glued to it", "_X_" + one + " " + more, 2, "owners[1].name"},
		{"a mark that is of no sentence", "X something else " + one + " " + more, 2, ""},
		{"one alone", "X " + one, 2, "owners[1].name"},
		{"more alone", "X " + more, 1, "owners[0].name"},
	} {
		r := &tickReader{document: &document{sheet: &sheet.Sheet{}, f: &ownership.Filing{Owners: make([]ownership.Owner, c.owners)}}, boxes: &boxes{}}
		r.boxes.lines[form.BoxJoint] = [][]sheet.Word{words(c.box, 0)}
		r.readJoint()
		got := ""
		for _, x := range r.f.Findings {
			if x.Rule != ownership.RuleJointBoxMismatch || len(x.Paths) != 1 {
				t.Errorf("%s: %+v", c.name, x)
				continue
			}
			got += x.Paths[0]
		}
		if got != c.told {
			t.Errorf("%s: told of %q, want %q", c.name, got, c.told)
		}
	}
}

// TestCorner: each box in the corner has its mark before its sentence; the first that can
// be read counts, and underscores before a sentence are no mark of it.
func TestCorner(t *testing.T) {
	const exit = "Check this box if no longer subject to Section 16."
	const plan = "Check this box to indicate that a transaction was made pursuant to a contract, instruction or written plan that is intended to satisfy the affirmative defense conditions of Rule 10b5-1(c)."
	for _, c := range []struct{ name, text, want string }{
		{"the exit box", "X " + exit, "true absent absent absent"},
		{"an empty exit box", "☐ " + exit, "false absent absent absent"},
		{"no mark", exit, "absent absent absent absent"},
		{"the box of a plan", "X " + plan, "absent true absent absent"},
		{"both", "☐ " + exit + "|X " + plan, "false true absent absent"},
		{"in one block", "☐ " + exit + " X " + plan, "false true absent absent"},
		{"a mark after the sentence is of the next", exit + " X " + plan, "absent true absent absent"},
		{"holdings of Form 3", "X Form 3 Holdings Reported.", "absent absent true absent"},
		{"transactions of Form 4", "X Form 4 Transactions Reported.", "absent absent absent true"},
		{"both of Form 5", "☐ Form 3 Holdings Reported.|X Form 4 Transactions Reported.", "absent absent false true"},
		{"said twice", "X " + exit + "|☐ " + exit, "true absent absent absent"},
		{"not read, then read", exit + "|X " + exit, "true absent absent absent"},
	} {
		r := &tickReader{document: &document{sheet: &sheet.Sheet{}, f: &ownership.Filing{Source: ownership.Source{Text: c.text}}}, boxes: &boxes{}}
		r.header = blocksOf(c.text)
		r.readTicks()
		got := stated(&r.f.NotSubjectToSection16) + " " + stated(&r.f.Plan10b51) + " " + stated(&r.f.Form3HoldingsReported) + " " + stated(&r.f.Form4TransactionsReported)
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}
