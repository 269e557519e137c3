package formreader

import (
	"fmt"
	"strings"
	"testing"

	"filingview/parser/internal/printed"
	"filingview/parser/internal/sheet"
)

// raisedWords makes words of which those after a ^ are raised.
func raisedWords(s string) []sheet.Word {
	list := words(strings.ReplaceAll(s, "^", ""), 0)
	for i, f := range strings.Fields(s) {
		list[i].Raised = strings.HasPrefix(f, "^")
	}
	return list
}

// TestTakeMarks: marks go off the end of a value; within a text only those that are raised
// are marks, and each note is cited once.
func TestTakeMarks(t *testing.T) {
	for _, c := range []struct {
		words, want string
		text        bool
	}{
		{"4,000 ^1", "4,000|F1", false},
		{"4,000 ^(1)", "4,000|F1", false},
		{"4,000 ^1 ^2", "4,000|F1 F2", false},
		{"4,000 ^x", "4,000 x|", false},
		{"^1", "|F1", false},
		{"4,000 1", "4,000 1|", false},
		{"Series ^1 A ^2 Stock", "Series A Stock|F1 F2", true},
		{"Series ^1 A Stock (3)", "Series A Stock|F1 F3", true},
		{"Series (1) A Stock", "Series (1) A Stock|", true},
		{"Series ^(1) A ^(1) Stock", "Series A Stock|F1", true},
		{"Series ^one A Stock", "Series one A Stock|", true},
		{"Trust ^1 ^2", "Trust|F1 F2", true},
		{"$ (1)", "|F1", false},
		{"$ (1)", "$|F1", true},
		{"", "|", false},
	} {
		cell := printed.Cell{Lines: [][]sheet.Word{raisedWords(c.words)}}
		(&tableReader{document: &document{sheet: &sheet.Sheet{}}}).takeMarks(&cell, c.text)
		if got := printed.Joined(cell.Words) + "|" + strings.Join(cell.Notes, " "); got != c.want {
			t.Errorf("%q (text %t): %q, want %q", c.words, c.text, got, c.want)
		}
	}
}

// TestCurrencyAfter: a currency sign at the end of a number is of the column after it, where
// nothing says which cells there are.
func TestCurrencyAfter(t *testing.T) {
	for _, c := range []struct {
		given bool
		words string
		text  bool
		want  string
	}{
		{false, "4,000 $", false, "4,000"}, {true, "4,000 $", false, "4,000 $"}, {false, "Notes $", true, "Notes $"}, {false, "$", false, ""}, {true, "$", false, ""}, {false, "$ 12", false, "$ 12"},
	} {
		s := &sheet.Sheet{}
		if c.given {
			s.Blocks = []sheet.Block{{}}
		}
		cell := printed.Cell{Lines: [][]sheet.Word{words(c.words, 0)}}
		(&tableReader{document: &document{sheet: s}}).takeMarks(&cell, c.text)
		if got := printed.Joined(cell.Words); got != c.want {
			t.Errorf("%q (given %t, text %t): %q, want %q", c.words, c.given, c.text, got, c.want)
		}
	}
}

// TestCleanWords: in what a machine read, specks go out of texts, and what is left of a mark
// off the end of a cell that cites no note.
func TestCleanWords(t *testing.T) {
	for _, c := range []struct {
		words  string
		text   bool
		notes  []string
		want   string
		unread bool
	}{
		{"Common | Stock", true, nil, "Common Stock", false},
		{"95 |", false, nil, "95 |", false},
		{"95 (l", false, nil, "95", true},
		{"95 (l", false, []string{"F1"}, "95 (l", false},
		{"Common Stock ®", true, nil, "Common Stock", true},
	} {
		cell := printed.Cell{Words: words(c.words, 0), Notes: c.notes}
		(&tableReader{document: &document{sheet: &sheet.Sheet{}, damaged: true}}).cleanWords(&cell, c.text)
		if got := printed.Joined(cell.Words); got != c.want || cell.Unread != c.unread {
			t.Errorf("%q: %q, unread %t, want %q, %t", c.words, got, cell.Unread, c.want, c.unread)
		}
	}
}

// TestMarkAt: a mark is one word or up to five, and ends at a word; text in brackets is none.
func TestMarkAt(t *testing.T) {
	for _, c := range []struct {
		words string
		at    int
		want  string
	}{
		{"(1)", 0, "[F1] 1"}, {"a (1)", 1, "[F1] 1"}, {"( 1 )", 2, "[F1] 3"}, {"(1, 2)", 1, "[F1 F2] 2"}, {"(1, 2, 3, 4, 5)", 4, "[F1 F2 F3 F4 F5] 5"}, {"(1, 2, 3, 4, 5, 6)", 5, "[] 0"},
		{"(1) a", 1, "[] 0"}, {"(a)", 0, "[] 0"}, {"1)", 0, "[] 0"}, {"(Right to Buy)", 2, "[] 0"}, {"^1", 0, "[F1] 1"}, {"^(1)", 0, "[F1] 1"}, {"^[1]", 0, "[F1] 1"}, {"^a", 0, "[] 0"}, {"a ^1", 1, "[F1] 1"}, {"(1)(2)", 0, "[F1 F2] 1"},
	} {
		ids, size := markAt(raisedWords(c.words), c.at)
		if got := fmt.Sprint(ids, size); got != c.want {
			t.Errorf("%q at %d: %s, want %s", c.words, c.at, got, c.want)
		}
	}
	for word, want := range map[string]string{"S(2)": "S (2)", "D(1)(3)": "D (1)(3)", "(2)": "(2)", "S(a)": "S(a)", "S(2)x": "S(2)x", "S": "S", "S()": "S()"} {
		var got []string
		for _, w := range (&tableReader{}).cutMarks(sheet.Word{Text: word}, false) {
			got = append(got, w.Text)
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q is cut to %q, want %q", word, s, want)
		}
	}
}
