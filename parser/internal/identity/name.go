package identity

import (
	"slices"
	"strings"
)

// Name is the name of a holder and its words for comparing.
type Name struct {
	Shown string   // as filed, but for white space
	Words []string // sorted, in singular, without articles, legal form and date
	Form  string   // the kind of legal form that is given: "lp", "llc" or "corp", or ""
	Dated string   // the date by which a trust is named, as filed, or ""
}

// Empty reports whether nobody is named.
func (n *Name) Empty() bool { return len(n.Words) == 0 }

// Extra returns how many words the name has that the other has not.
func (n *Name) Extra(other *Name) int { return len(without(n.Words, other.Words)) }

// key is equal for names of equal words, form and date.
func (n *Name) key() string { return strings.Join(n.Words, " ") + "," + n.Form + "," + n.Dated }

func likeNamed(a, b *Name) Likeness {
	if a.Empty() || b.Empty() {
		return Different
	}
	return a.Like(b)
}

// Like compares names: equal words, in any order, are the same holder; a name that
// says less than the other may be; names that share most words are doubtful, and so
// are a company and a trust of one name.
func (n *Name) Like(m *Name) Likeness {
	l := n.likeWords(m)
	if l < Alike {
		return l
	}
	switch {
	case n.Form != "" && m.Form != "" && n.Form != m.Form, n.isTrust() && m.Form != "" && !m.isTrust(), m.isTrust() && n.Form != "" && !n.isTrust():
		return Doubtful
	case n.Dated == m.Dated:
		return l
	case n.Dated != "" && m.Dated != "":
		return Doubtful
	}
	return Alike
}

func (n *Name) isTrust() bool { return has(n.Words, "trust") || has(n.Words, "foundation") }

func (n *Name) likeWords(m *Name) Likeness {
	onlyN, onlyM := without(n.Words, m.Words), without(m.Words, n.Words)
	switch {
	case len(onlyN) == 0 && len(onlyM) == 0:
		return Same
	case differSiblings(onlyN) && differSiblings(onlyM):
		return Different
	case len(onlyN) == 0 || len(onlyM) == 0:
		if differSiblings(onlyN) || differSiblings(onlyM) {
			return Doubtful
		}
		return Alike
	case len(onlyN) == 1 && len(onlyM) == 1 && nearly(onlyN[0], onlyM[0]):
		return Alike
	}
	shared := len(n.Words) - len(onlyN)
	if shared > 0 && 2*shared >= min(len(n.Words), len(m.Words)) {
		return Doubtful
	}
	return Different
}

// differSiblings reports whether a word is one that siblings differ by: "Fund VI" and
// "Fund VII", "Fund 9" and "Fund 9-A", "Child 1" and "Child 2", "Principals Fund".
func differSiblings(words []string) bool {
	for _, w := range words {
		if w[0] >= '0' && w[0] <= '9' || len(w) == 1 || isRoman(w) || strings.Contains(w, "-") {
			return true
		}
		switch w {
		case "principal", "partner", "entrepreneur", "employee", "growth", "seed", "venture", "parallel", "affiliate", "spouse", "son", "daughter",
			"mother", "father", "brother", "sister", "child", "children", "grandchildren", "descendant", "exempt", "nonexempt", "q", "qp", "gst",
			"jr", "sr", "marital", "survivor":
			return true
		}
	}
	return false
}

func isRoman(w string) bool {
	return w != "" && strings.Trim(w, "ivx") == ""
}

func has(words []string, w string) bool { return slices.Contains(words, w) }
