package layout

import (
	"strings"
	"testing"

	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// TestByRole: a tick belongs to the label after it; on a narrow page it stands above its
// label, and the tick of the next column is none of its own.
func TestByRole(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"beside": {"__X__ Director     _____ 10% Owner\n_____ Officer (give title   _____ Other (specify\n      below)                      below)",
			"__X__ Director/_____ 10% Owner/_____ Officer (give title below)/_____ Other (specify below)"},
		"above": {"__X__         _____ 10%\n\nDirector      Owner\n\n_____         _____ Other\n\nOfficer (give (specify\n\ntitle below)  below)",
			"__X__ Director/_____ 10% Owner/_____ Officer (give title below)/_____ Other (specify below)"},
		"above, the officer": {"_____         _____ 10%\nDirector      Owner\n__X__         _____ Other\nOfficer (give (specify\ntitle below)  below)",
			"_____ Director/_____ 10% Owner/__X__ Officer (give title below)/_____ Other (specify below)"},
		"no tick but one": {"   Director     X 10% Owner\n   Officer (give title   Other (specify\n   below)                below)",
			"Director/X 10% Owner/Officer (give title below)/Other (specify below)"},
	} {
		var lines [][]token
		for y, text := range strings.Split(c.text, "\n") {
			var words []token
			for x := 0; x < len(text); x++ {
				if text[x] == ' ' {
					continue
				}
				word, _, _ := strings.Cut(text[x:], " ")
				words = append(words, tokenOf(sheet.Word{Text: word, Box: ownership.Box{X0: float32(x), Y0: float32(y), X1: float32(x + len(word)), Y1: float32(y + 1)}}, kindOf(word)))
				x += len(word)
			}
			if words != nil {
				lines = append(lines, words)
			}
		}
		var got []string
		for _, l := range byRole(lines, 1) {
			var words []string
			for _, w := range l {
				words = append(words, w.Text)
			}
			got = append(got, strings.Join(words, " "))
		}
		if s := strings.Join(got, "/"); s != c.want {
			t.Errorf("%s: %q, want %q", name, s, c.want)
		}
	}
}
