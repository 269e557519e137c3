package ledger

import (
	"strings"
	"unicode"
)

// wordsOf cuts text into words of letters and digits in lower case. "L.P." is
// lp, "L.L.C." llc, "Trust's" trusts.
func wordsOf(text string) []string {
	var words []string
	var b strings.Builder
	end := func() {
		if b.Len() > 0 {
			words = append(words, b.String())
			b.Reset()
		}
	}
	runes := []rune(text)
	for i, r := range runes {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(unicode.ToLower(r))
		case r == '\'' || r == '’':
		case r == '.' && b.Len() > 0 && i+1 < len(runes) && unicode.IsLetter(runes[i+1]) && i > 0 && unicode.IsLetter(runes[i-1]) && (i < 2 || !unicode.IsLetter(runes[i-2])):
			// the point inside an abbreviation of single letters
		default:
			end()
		}
	}
	end()
	return words
}

func singular(w string) string {
	if len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") {
		return w[:len(w)-1]
	}
	return w
}
