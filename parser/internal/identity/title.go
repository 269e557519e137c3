package identity

import (
	"strings"

	"filingview/parser/internal/notetext"
)

// CompareTitles compares normalised titles.
func CompareTitles(a, b string) Likeness {
	if a == b {
		return Same
	}
	x, y := titleStems(a), titleStems(b)
	switch onlyA, onlyB := without(x, y), without(y, x); {
	case len(onlyA) == 0 && len(onlyB) == 0:
		return Same
	case len(onlyA) == 0 || len(onlyB) == 0:
		return Doubtful // "Common Stock" and "Class A Common Stock": where there is one class
	case classWords(onlyA) || classWords(onlyB):
		return Different
	case len(onlyA) == 1 && len(onlyB) == 1 && nearly(onlyA[0], onlyB[0]):
		return Alike
	}
	return Different
}

// titleStems folds what says the same in a title.
func titleStems(title string) []string {
	words := strings.Fields(title)
	stems := make([]string, 0, len(words)+2)
	for _, w := range words {
		switch w = notetext.Singular(w); w {
		case "rsu":
			stems = append(stems, "restricted", "stock", "unit")
		case "psu":
			stems = append(stems, "performance", "stock", "unit")
		case "dsu":
			stems = append(stems, "deferred", "stock", "unit")
		case "nonqualifed", "nonstatutory", "nqso", "nso":
			stems = append(stems, "nonqualified")
		case "ordinary":
			stems = append(stems, "common")
		case "share":
			stems = append(stems, "stock")
		default:
			stems = append(stems, w)
		}
	}
	return stems
}

// kinds are words for a kind of security, each between blanks.
const kinds = " class series preferred restricted unit ads adr depositary option warrant note " +
	"convertible performance phantom right debenture deferred call put forward swap employee director "

// classWords reports whether any word tells classes apart that a letter more or less does
// not: a number, or a kind of security.
func classWords(words []string) bool {
	for _, w := range words {
		if w[0] >= '0' && w[0] <= '9' {
			return true
		}
		if strings.Contains(kinds, " "+w+" ") {
			return true
		}
	}
	return false
}
