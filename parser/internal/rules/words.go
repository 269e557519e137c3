package rules

import (
	"strings"

	"filingview/parser/internal/char"
)

// mentions reports whether text has one of the words, which are in lower case,
// in any case of letters, from the start of a word on: "trust" is in "Trustee".
func mentions(text string, words ...string) bool {
	for _, w := range words {
		if wordAt(text, w, 0) >= 0 {
			return true
		}
	}
	return false
}

// hasWord reports whether text has one of the words whole.
func hasWord(text string, words ...string) bool {
	for _, w := range words {
		for i := wordAt(text, w, 0); i >= 0; i = wordAt(text, w, i+1) {
			if end := i + len(w); end == len(text) || !char.IsWordByte(text[end]) {
				return true
			}
		}
	}
	return false
}

// wordAt returns where word, in lower case ASCII, begins in text after from with
// no letter or digit before it, or -1. White space of any kind and length counts
// as the one space that a word of several has.
func wordAt(text, word string, from int) int {
	lower, upper := word[0], word[0]
	if 'a' <= lower && lower <= 'z' {
		upper -= 'a' - 'A'
	}
	for i := from; i+len(word) <= len(text); i++ {
		if c := text[i]; c != lower && c != upper {
			continue
		}
		if (i == 0 || !char.IsWordByte(text[i-1])) && char.HasPrefixFold(text[i:], word) {
			return i
		}
	}
	return -1
}

// noteNumbers yields the numbers of the notes that a text refers to: "See footnote
// (2)", "notes 1 and 3", "Footnotes 2 through 4". A number of more than two digits
// or with a percent sign is no note's ("Notes 2027", "5% Notes").
func noteNumbers(text string, yield func(n int)) {
	for i := 0; i < len(text); {
		at, end := noteWord(text, i)
		if at < 0 {
			return
		}
		i = end
		last := -1
		for {
			n, next, ok := noteNumber(text, i)
			if !ok {
				break
			}
			if last >= 0 && rangeBefore(text, end, i) {
				for m := last + 1; m < n; m++ {
					yield(m)
				}
			}
			yield(n)
			last, end = n, next
			if i, ok = skipJoin(text, next); !ok {
				break
			}
		}
	}
}

// noteWord finds "note", "notes", "footnote" or "footnotes" from i on.
func noteWord(text string, i int) (at, end int) {
	for ; i+4 <= len(text); i++ {
		if text[i]|0x20 != 'n' || text[i+1]|0x20 != 'o' || text[i+2]|0x20 != 't' || text[i+3]|0x20 != 'e' {
			continue
		}
		at, end = i, i+4
		if at >= 4 && strings.EqualFold(text[at-4:at], "foot") {
			at -= 4
		} else if at >= 5 && strings.EqualFold(text[at-5:at], "foot ") {
			at -= 5
		}
		if end < len(text) && text[end]|0x20 == 's' {
			end++
		}
		if (at == 0 || !char.IsWordByte(text[at-1])) && (end == len(text) || !char.IsWordByte(text[end]) || char.IsDigit(text[end])) {
			return at, end
		}
	}
	return -1, -1
}

// noteNumber reads "(2)", "2", "# 2" or "F2" at i.
func noteNumber(text string, i int) (n, end int, ok bool) {
	i = char.SkipSpace(text, i)
	for i < len(text) && (text[i] == '(' || text[i] == '#' || text[i] == '[') {
		i = char.SkipSpace(text, i+1)
	}
	if i < len(text) && text[i] == 'F' {
		i++
	}
	start := i
	for i < len(text) && char.IsDigit(text[i]) {
		n = n*10 + int(text[i]-'0')
		if i++; i-start > 2 {
			return 0, 0, false
		}
	}
	if i == start || i < len(text) && (text[i] == '%' || text[i] == '/' || char.IsWordByte(text[i])) ||
		i+1 < len(text) && text[i] == '.' && char.IsDigit(text[i+1]) {
		return 0, 0, false
	}
	end = i
	if j := char.SkipSpace(text, i); j < len(text) && (text[j] == ')' || text[j] == ']') {
		end = j + 1
	}
	return n, end, true
}

// skipJoin returns the place after what may stand between two numbers of notes,
// and whether anything does.
func skipJoin(text string, i int) (int, bool) {
	j := char.SkipSpace(text, i)
	if j == len(text) {
		return i, false
	}
	switch text[j] {
	case '(':
		return j, true
	case ',', ';', '&', '-':
		if k := char.SkipSpace(text, j+1); char.HasPrefixFold(text[k:], "and ") {
			return k + 4, true
		}
		return j + 1, true
	}
	if k, ok := char.SkipFold(text, j, "–"); ok {
		return k, true
	}
	for _, w := range [...]string{"and ", "through ", "to ", "or "} {
		if k, ok := char.SkipFold(text, j, w); ok && j > i {
			return k, true
		}
	}
	return i, false
}

// rangeBefore reports whether what stands between two numbers makes a range.
func rangeBefore(text string, from, to int) bool {
	s := strings.TrimSpace(text[from:to])
	return s == "-" || s == "–" || strings.EqualFold(s, "through") || strings.EqualFold(s, "to")
}
