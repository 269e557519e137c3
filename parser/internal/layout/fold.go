package layout

import (
	"strings"

	"filingview/parser/internal/form"
)

// folds gives the folded parts of a word: "1.Title" and "Zip/Postal" are two each.
func folds(s string) []string {
	var out []string
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return r == '/' || r == '|' || r == '_' }) {
		if dot := strings.IndexByte(part, '.'); dot > 0 && dot <= 3 && dot+1 < len(part) && isNumberShape(part[:dot]) && !form.IsDigits(part[dot+1:]) {
			if f := form.Fold(part[:dot]); f != "" {
				out = append(out, f)
			}
			part = part[dot+1:]
		}
		if f := form.Fold(part); f != "" {
			out = append(out, f)
		}
	}
	return out
}

// isNumberShape reports whether text is a number of a heading, or an l or I that is
// read for the 1.
func isNumberShape(s string) bool {
	return s[0] >= '0' && s[0] <= '9' || len(s) == 1 && strings.Contains("lILi|", s)
}
