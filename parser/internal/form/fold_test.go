package form

import (
	"slices"
	"strings"
	"testing"

	"filingview/parser/internal/sheet"
)

func words(s string) []sheet.Word {
	var out []sheet.Word
	for _, f := range strings.Fields(s) {
		out = append(out, sheet.Word{Text: f})
	}
	return out
}

func TestFold(t *testing.T) {
	for s, want := range map[string]string{
		"": "", "(Street)": "street", "10%": "10%", "--": "", "Reporting": "reporting", "“Person”": "person", "ТITLE": "title", "É.": "é", "(Zip)**": "zip",
	} {
		if got := Fold(s); got != want {
			t.Errorf("%q folds to %q, want %q", s, got, want)
		}
	}
}

func TestAppendFolded(t *testing.T) {
	for s, want := range map[string]string{
		"1.Title": "1 title", "l.Title": "1 title", "2A.Deemed": "2a deemed", "Zip/Postal": "zip postal", "_X_10%": "x 10%", "i.r.s.": "i.r.s", "***": "",
	} {
		if got := strings.Join(AppendFolded(nil, s), " "); got != want {
			t.Errorf("%q folds to %q, want %q", s, got, want)
		}
	}
}

func TestLike(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"of", "of", true}, {"of", "or", false}, {"date", "dale", true}, {"date", "dalo", false}, {"security", "securlty", true}, {"security", "secunty", false},
		{"relationship", "relatlonsh1p", true}, {"", "", true},
	} {
		if got := Like(c.a, c.b); got != c.want {
			t.Errorf("%q and %q are alike: %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

func TestIndex(t *testing.T) {
	text := Folded(words("** Signature of Reporting Person"))
	if !slices.Equal(text, []string{"signature", "of", "reporting", "person"}) {
		t.Fatal(text)
	}
	for _, c := range []struct {
		want  int
		words []string
	}{
		{0, []string{"signature", "of"}}, {2, []string{"reporting", "person"}}, {-1, []string{"person", "reporting"}}, {-1, []string{"person", "s"}}, {0, nil},
	} {
		if got := Index(text, c.words...); got != c.want {
			t.Errorf("%v stand at %d, want %d", c.words, got, c.want)
		}
	}
}
