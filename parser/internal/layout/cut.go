package layout

import (
	"strings"

	"filingview/parser/internal/form"
	"filingview/parser/internal/sheet"
)

// cutGlued cuts a word that a machine read over a ruled line, "10,000|A", and the
// number of a head whose digit it took for a letter, "l.Title".
func cutGlued(w sheet.Word) []sheet.Word {
	var out []sheet.Word
	for {
		at := glued(w.Text)
		if at <= 0 {
			return append(out, w)
		}
		var left sheet.Word
		left, w = w.Split(at)
		out = append(out, left)
	}
}

// glued gives where a word is to be cut first, or 0.
func glued(s string) int {
	if dot := strings.IndexByte(s, '.'); dot == 1 && strings.IndexByte("lILi|", s[0]) >= 0 && len(s) > 5 && s[2] >= 'A' && s[2] <= 'Z' && form.IsLetters(s[2:]) {
		return 2
	}
	// "LTitleof": the first head has no space in it.
	if i := strings.Index(s, "Title"); i > 0 && i < 4 {
		return i
	} else if i == 0 && len(s) > len("Title") && s[len("Title")] == 'o' {
		return len("Title")
	}
	for i := range len(s) {
		switch s[i] {
		case '|', ']', '}':
			if holdsLetter(s[:i]) && holdsLetter(s[i+1:]) {
				return i + 1
			}
		case '[', '{':
			if holdsLetter(s[:i]) && holdsLetter(s[i+1:]) {
				return i
			}
		}
	}
	return 0
}

// holdsLetter reports whether there is a letter, a digit or a mark of currency.
func holdsLetter(s string) bool {
	for _, c := range s {
		if c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' || c == '$' || c > 0xBF {
			return true
		}
	}
	return false
}
