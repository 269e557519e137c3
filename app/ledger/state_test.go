package ledger

import (
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/parser/ownership"
)

// TestMarksDiffer: no two marks share a sign, words or a class, and only likely ones say
// likely.
func TestMarksDiffer(t *testing.T) {
	seen := map[string]Mark{}
	for m := range marks {
		for _, s := range []string{"sign " + m.Sign(), "words " + m.String(), "class " + m.Class(), "meaning " + m.Meaning()} {
			if other, ok := seen[s]; ok {
				t.Errorf("%s and %s share the %s", m, other, s)
			}
			seen[s] = m
		}
		if strings.Contains(strings.ToLower(m.Head()), "likely") != (m == Likely) {
			t.Errorf("%s is called %q", m, m.Head())
		}
	}
}

// TestMarkOf: a line has the mark of its state, an explained one that of its strength.
func TestMarkOf(t *testing.T) {
	for want, l := range map[Mark]ownership.LineFigures{
		Untested:    {},
		Reconciled:  {State: ownership.Reconciled},
		Proved:      {State: ownership.Explained, Strength: ownership.StrengthProved},
		Told:        {State: ownership.Explained, Strength: ownership.StrengthTold},
		Likely:      {State: ownership.Explained, Strength: ownership.StrengthLikely},
		Unexplained: {State: ownership.Unexplained},
	} {
		if got := MarkOf(&l); got != want {
			t.Errorf("%+v has the mark %s, want %s", l, got, want)
		}
	}
}

// TestCounts: every line is counted by one mark, and those of a summary say which.
func TestCounts(t *testing.T) {
	r := ownership.Rates{Lines: 21, Reconciled: 1, Explained: 9, Told: 3, Likely: 4, Unexplained: 5, CannotBeTested: 6}
	sum := 0
	for _, c := range Counts(r) {
		sum += c.N
	}
	if sum != r.Lines {
		t.Errorf("%d lines are counted, want %d", sum, r.Lines)
	}
	got := app.HTMLString(RateWords("21 lines", r))
	for _, want := range []string{"explained and proved", "told by a note", "likely explained", "unexplained", "cannot be tested"} {
		if !strings.Contains(got, want) {
			t.Errorf("the counts have no %q:\n%s", want, got)
		}
	}
	if marks := app.HTMLString(RateMarks(r)); !strings.Contains(marks, ">≈?<") || !strings.Contains(marks, ">≈“<") {
		t.Errorf("the signs are missing:\n%s", marks)
	}
}
