package notetext

import "strings"

// Clause returns the bounds of the clause that holds the bytes from a to b.
func Clause(text string, a, b int) (from, to int) {
	from = a
	for from > 0 && !(text[from-1] == ';' || text[from-1] == '.' && text[from] == ' ' && !EndsInAbbreviation(text[max(0, from-12):from], text[min(len(text), from+1):])) {
		from--
	}
	to = b
	for to < len(text) && !(text[to] == ';' || text[to] == '.' && (to+1 == len(text) || text[to+1] == ' ' || text[to+1] == '\n') &&
		!EndsInAbbreviation(text[from:to+1], text[min(len(text), to+2):])) {
		to++
	}
	for from < to && (text[from] == ' ' || text[from] == '\n') {
		from++
	}
	return from, to
}

// EndsInAbbreviation reports whether the point that ends before belongs to a name
// ("L.P.", "Inc.", "Jean B."), not to a sentence.
func EndsInAbbreviation(before, after string) bool {
	i := strings.LastIndexAny(before[:len(before)-1], " .")
	word := before[i+1 : len(before)-1]
	if len(word) <= 1 {
		// "L.P. Mr. Doe" ends a sentence, "Brittany R.G. Smith" does not.
		form := strings.HasSuffix(before, "L.P.") || strings.HasSuffix(before, "L.L.C.") || strings.HasSuffix(before, "S.A.")
		return !form || after == "" || after[0] >= 'a' && after[0] <= 'z'
	}
	switch strings.ToLower(word) {
	case "mr", "ms", "mrs", "dr", "jr", "sr", "st", "rev", "irr", "no", "u.s", "s":
		return true
	case "inc", "ltd", "corp", "co":
		// "INC." in a note of capital letters tells nothing of the next word.
		return word[0] >= 'a' || word[1] < 'a' || after != "" && after[0] >= 'a' && after[0] <= 'z'
	}
	return false
}
