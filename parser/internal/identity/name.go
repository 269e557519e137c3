package identity

import (
	"slices"
	"strings"

	"filingview/parser/internal/notetext"
)

// Name is the name of a holder and its words for comparing.
type Name struct {
	Shown string   // as filed
	Words []string // without articles and legal forms, in singular
}

// Empty reports whether nobody is named.
func (n *Name) Empty() bool { return len(n.Words) == 0 }

// Extra returns how many words the name has that the other has not.
func (n *Name) Extra(other *Name) int { return len(without(n.Words, other.Words)) }

func likeNamed(a, b *Name) Likeness {
	if a.Empty() || b.Empty() {
		return Different
	}
	return a.Like(b)
}

// Like compares names: equal words, in any order, are the same holder; a name that
// says less than the other may be; names that share most words are doubtful.
func (n *Name) Like(m *Name) Likeness {
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
// "Fund VII", "Child 1" and "Child 2", "Principals Fund".
func differSiblings(words []string) bool {
	for _, w := range words {
		if w[0] >= '0' && w[0] <= '9' || len(w) == 1 || isRoman(w) {
			return true
		}
		switch w {
		case "principal", "partner", "entrepreneur", "employee", "growth", "seed", "venture", "parallel", "affiliate", "spouse", "son", "daughter",
			"wife", "husband", "child", "children", "exempt", "nonexempt", "q", "qp", "gst":
			return true
		}
	}
	return false
}

func isRoman(w string) bool {
	return w != "" && strings.Trim(w, "ivx") == ""
}

// nameOf takes the words of a name: articles, "by", legal forms and plurals do not
// tell holders apart.
func nameOf(text string) Name {
	words := make([]string, 0, 8)
	for _, w := range notetext.Words(text) {
		switch w {
		case "by", "the", "a", "an", "of", "and", "lp", "llc", "llp", "lllp", "inc", "ltd", "l", "p", "co", "corp", "dated", "uad", "udt", "dtd", "u", "t", "d", "by:":
			continue
		}
		switch w = notetext.Singular(w); w {
		case "wife", "husband":
			w = "spouse"
		}
		words = append(words, w)
	}
	slices.Sort(words)
	return Name{strings.TrimSpace(text), words}
}

// recordHolder finds the record holder that a note names: "held by X", "held of record by
// X", "owned directly by X", or a note that is nothing but a name ("The Elon Musk
// Revocable Trust dated July 22, 2003, for which …"). It returns none rather than
// the reporting person.
func recordHolder(note string) Name {
	low := strings.ToLower(note)
	best := -1
	for _, phrase := range [...]string{
		"held of record by ", "held directly by ", "held by ", "held in the name of ", "held in ", "owned of record by ", "owned directly by ",
		"directly owned by ", "directly held by ", "owned by ", "record holder is ", "registered in the name of ", "held for the benefit of ", "held through ",
		"held indirectly by ", "held indirectly through ", "owned indirectly through ", "owned through ", "issued to ", "held solely by ", "beneficially owned by ",
	} {
		if i := strings.Index(low, phrase); i >= 0 && (best < 0 || i+len(phrase) < best) {
			best = i + len(phrase)
		}
	}
	if best < 0 {
		best = 0
		if !startsWithName(note) {
			return Name{}
		}
	}
	name := nameAlone(note[best:])
	n := nameOf(name)
	if nameNobody(n.Words) || has(n.Words, "person") && has(n.Words, "reporting") && len(n.Words) < 4 {
		return Name{}
	}
	return n
}

func has(words []string, w string) bool { return slices.Contains(words, w) }

// startsWithName reports whether a note opens with the name of a vehicle: within
// its first words stands Trust, Fund, LLC and the like.
func startsWithName(note string) bool {
	head := nameAlone(note)
	if len(head) > 90 || len(head) < 4 {
		return false
	}
	words := notetext.Words(head)
	if len(words) == 0 || slices.ContainsFunc(words, func(w string) bool {
		switch w {
		case "represents", "shares", "share", "each", "reporting", "person", "reported", "options", "option", "these", "price", "prices", "includes", "sold", "issued", "vest", "vests", "sale", "sales", "pursuant":
			return true
		}
		return false
	}) {
		return false
	}
	for _, w := range words {
		switch w {
		case "trust", "llc", "lp", "fund", "foundation", "partnership", "gst", "grat", "ira", "estate":
			return true
		}
	}
	return false
}

// nameAlone cuts after the name: at ", for which", ", of which", " whose", at the
// end of the sentence and the like. The point of "L.P." ends no sentence.
func nameAlone(s string) string {
	low := strings.ToLower(s)
	end := len(s)
	for _, ending := range [...]string{
		", for which", " for which", ", of which", " of which", ", which", " which ", ", whose", " whose ", ", where", " where ", ", in which", " in which", ", as ", ". ", "; ", ", a ", ", an ",
		" (the \"", " (\"", " (the “", " (“", ", the reporting", " the reporting", ", and the reporting", ", over which", " over which", " of whom", ", with respect", "\n", " and may ", " the general partner",
		", of whom", " and are ", " and is ", " and indirectly", ", and indirectly", ", on behalf", " with the reporting", ", with the", " as of ", " that ", ", the trustee", ", the sole", ", the general", ", the managing", ", his ", ", her ", ", mr", ", ms", " (&quot;", " prior to ", " following ", " pursuant to ", ", all of", " after ", ", not ",
	} {
		for from := 0; ; {
			i := strings.Index(low[from:], ending)
			if i < 0 || from+i >= end {
				break
			}
			i += from
			if ending == ". " && notetext.EndsInAbbreviation(s[:i+1], s[i+2:]) {
				from = i + 1
				continue
			}
			end = i
			break
		}
	}
	name := strings.TrimRight(strings.TrimSpace(s[:end]), ",;: ")
	if strings.HasSuffix(name, ".") && !notetext.EndsInAbbreviation(name, "") {
		name = strings.TrimRight(name, ".")
	}
	return name
}
