package formreader

import (
	"slices"
	"strings"
	"testing"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/internal/sheet"
)

func TestMarks(t *testing.T) {
	r := tableReader{document: &document{sheet: &sheet.Sheet{}}}
	for text, want := range map[string]string{
		"1,000 (1)": "1,000|F1", "1,000(1)(2)": "1,000|F1 F2", "1,000 (1, 2)": "1,000|F1 F2", "( 3 )": "|F3", "S(10)": "S|F10", "(1)": "|F1",
		"1,000 (100)": "1,000 (100)|", "5": "5|", "(a)": "(a)|", "1,000 (1) (1)": "1,000|F1",
	} {
		c := printed.Cell{Lines: [][]sheet.Word{words(text, 0)}}
		r.takeMarks(&c, false)
		if got := printed.Joined(c.Words) + "|" + strings.Join(c.Notes, " "); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]string{
		"By Trust (4)": "By Trust|F4", "Series A (1) Preferred": "Series A (1) Preferred|", "See Footnote (2)": "See Footnote|F2", "Trust(1)(2)": "Trust|F1 F2",
		"Notes due 2027": "Notes due 2027|", "Option (Right to Buy)": "Option (Right to Buy)|",
	} {
		c := printed.Cell{Lines: [][]sheet.Word{words(text, 0)}}
		r.takeMarks(&c, true)
		if got := printed.Joined(c.Words) + "|" + strings.Join(c.Notes, " "); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

func TestAssign(t *testing.T) {
	heads := func(names ...string) (out [][]string) {
		for _, n := range names {
			out = append(out, form.Folded(words(n, 0)))
		}
		return out
	}
	// Before 2002 there is no deemed execution date.
	got := assign('4', false, heads("1. Title of Security", "2. Transaction Date", "3. Code", "V", "Amount", "(A) or (D)", "Price", "5. Amount of Securities Beneficially Owned", "6. Ownership Form", "7. Nature of Indirect"), nil, 10)
	if want := []form.Column{form.ColTitle, form.ColDate, form.ColCode, form.ColV, form.ColAmount, form.ColAcquiredDisposed, form.ColPrice, form.ColFollowing, form.ColOwnership, form.ColNature}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	got = assign('5', false, heads("1. Title of Security", "2. Transaction Date", "2A. Deemed Execution Date", "3. Transaction Code", "Amount", "(A) or (D)", "Price", "5. Amount of Securities Beneficially Owned", "6. Ownership Form", "7. Nature of Indirect"), nil, 10)
	if slices.Contains(got, form.ColV) || !slices.Contains(got, form.ColDeemed) {
		t.Errorf("Form 5: %v", got)
	}
	got = assign('3', true, nil, nil, 8)
	if want := []form.Column{form.ColTitle, form.ColExercisable, form.ColExpiration, form.ColUnderlyingTitle, form.ColUnderlyingAmount, form.ColExercisePrice, form.ColOwnership, form.ColNature}; !slices.Equal(got, want) {
		t.Errorf("Form 3: %v, want %v", got, want)
	}
}
