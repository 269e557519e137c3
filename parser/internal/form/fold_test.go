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

// TestFoldedBytes: letters, digits and % stay, and nothing that stands next to them in
// ASCII does.
func TestFoldedBytes(t *testing.T) {
	for s, want := range map[string]string{
		"[a]": "a", "{z}": "z", "`a`": "a", "@A@": "a", "[Z[": "z", "/0/": "0", ":9:": "9", "$%&": "%", "a": "a", "(a-b)": "a-b",
		"“Ж9%”": "ж9%", "É5,": "é5",
	} {
		if got := Fold(s); got != want {
			t.Errorf("%q folds to %q, want %q", s, got, want)
		}
	}
}

// TestLatinize: letters of other scripts that look like Latin ones are read as these,
// others stay.
func TestLatinize(t *testing.T) {
	for s, want := range map[string]string{
		"СТОСК": "CTOCK", "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ": "ABEZHIKMNOPTYX", "аеосрхі": "aeocpxi", "АВЕЅІЈКМНОРСТХҮ": "ABESIJKMHOPCTXY", "ЖΩ": "ЖΩ", "Stock": "Stock",
	} {
		if got := Latinize(s); got != want {
			t.Errorf("%q is %q, want %q", s, got, want)
		}
	}
}

// TestAlikeByLength: a machine misreads one letter of a word of four, two of a word of
// eight; of shorter words none.
func TestAlikeByLength(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"abc", "abd", false}, {"abcd", "abce", true}, {"abcd", "abce", true}, {"abcdefg", "abcdexy", false}, {"abcdefgh", "abcdefxy", true}, {"abcdefgh", "abcdewxy", false},
		{"abcdefgh", "abcdefg", true}, {"abcdefg", "abcdefghi", false}, {"abc", "abcd", false},
	} {
		if got := Like(c.a, c.b); got != c.want {
			t.Errorf("%q and %q: %t", c.a, c.b, got)
		}
	}
	for s, want := range map[string][2]bool{ // digits, letters
		"0": {true, false}, "9": {true, false}, "/": {}, ":": {}, "12a": {}, "a": {false, true}, "Z": {false, true}, "@": {}, "[": {}, "`": {}, "{": {}, "a1": {}, "": {},
	} {
		if got := [2]bool{IsDigits(s), IsLetters(s)}; got != want {
			t.Errorf("%q: %v, want %v", s, got, want)
		}
	}
}
