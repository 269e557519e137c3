package layout

import (
	"strings"
	"unicode"

	"filingview/parser/internal/sheet"
)

// fold gives a word as labels are compared: in lower case and without the
// punctuation around it.
func fold(s string) string {
	return strings.ToLower(strings.TrimFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '%'
	}))
}

// folds gives the folded parts of a word: "1.Title" and "Zip/Postal" are two each.
func folds(s string) []string {
	var out []string
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return r == '/' || r == '|' || r == '_' }) {
		if dot := strings.IndexByte(part, '.'); dot > 0 && dot <= 3 && dot+1 < len(part) && isNumberShape(part[:dot]) && !isDigits(part[dot+1:]) {
			if f := fold(part[:dot]); f != "" {
				out = append(out, f)
			}
			part = part[dot+1:]
		}
		if f := fold(part); f != "" {
			out = append(out, f)
		}
	}
	return out
}

func isDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// like reports whether two folded words are the same but for a letter or two that a
// machine misread in a long one.
func like(a, b string) bool {
	if a == b {
		return true
	}
	switch n := min(len(a), len(b)); {
	case n < 4:
		return false
	case n < 8:
		return sheet.Within(a, b, 1)
	}
	return sheet.Within(a, b, 2)
}

// isNumberShape reports whether text is a number of a heading, or an l or I that is
// read for the 1.
func isNumberShape(s string) bool {
	return s[0] >= '0' && s[0] <= '9' || len(s) == 1 && strings.Contains("lILi|", s)
}
