package layout

import (
	"strings"
	"unicode/utf8"

	"filingview/parser/internal/sheet"
)

// cutGlued cuts a word that a machine read over a ruled line, "10,000|A", and the
// number of a head whose digit it took for a letter, "l.Title".
func cutGlued(w sheet.Word) []sheet.Word {
	var out []sheet.Word
	for {
		at := seam(w.Text)
		if at <= 0 {
			return append(out, w)
		}
		var left sheet.Word
		left, w = cutWord(w, at)
		out = append(out, left)
	}
}

// seam gives where a word is to be cut first, or 0.
func seam(s string) int {
	if dot := strings.IndexByte(s, '.'); dot == 1 && strings.IndexByte("lILi|", s[0]) >= 0 && len(s) > 5 && s[2] >= 'A' && s[2] <= 'Z' && isLetters(s[2:]) {
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

func isLetters(s string) bool {
	for i := range len(s) {
		if c := s[i] | 0x20; c < 'a' || c > 'z' {
			return false
		}
	}
	return s != ""
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

// cutWord cuts a word at a byte of its text, and its place in proportion.
func cutWord(w sheet.Word, at int) (left, right sheet.Word) {
	left, right = w, w
	left.Text, right.Text = w.Text[:at], w.Text[at:]
	right.Glued = true
	share := float32(utf8.RuneCountInString(left.Text)) / float32(max(1, utf8.RuneCountInString(w.Text)))
	x := w.Box.X0 + (w.Box.X1-w.Box.X0)*share
	left.Box.X1, right.Box.X0 = x, x
	if w.At.Page > 0 {
		left.At.Box, right.At.Box = left.Box, right.Box
	}
	return left, right
}
