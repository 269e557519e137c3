package identity

import (
	"strings"

	"filingview/parser/internal/notetext"
)

// weight is how much the words are worth that name a holder.
type weight uint8

const (
	unnamed   weight = iota
	disclaims        // in a sentence that first disclaims or denies ownership
	names            // "held by X", or a note that is nothing but a name
	ofRecord         // "held of record by X", "X is the record holder"
)

// naming is what a note says of who holds the securities.
type naming struct {
	holders []Name // more than one where the note lists them
	weight  weight
}

// place is where in a sentence the name of a holder begins.
type place struct {
	at     int
	weight weight
	count  bool // a number of securities stands before it: "100 shares held by X"
}

// namingOf finds the record holder that a note names: "held by X", "held of record by
// X", "X is the record holder", "of X, which holds the shares", or a note that is nothing but a name
// ("The Thornbury Trust dated July 22, 2003, for which …"). Words of a disclaimer count
// only if the note has no others. It names none rather than the reporting person.
// White space is single blanks.
func namingOf(note string) naming {
	var found naming
	counted := false // each holder so far is told with its number of securities
	for from := 0; from < len(note); {
		to := from + endOfSentence(note[from:])
		sentence := note[from:to]
		for _, p := range places(sentence) {
			holders := namesIn(untilEnd(note[from+p.at:]))
			if len(holders) == 0 {
				continue
			}
			switch {
			case p.weight > found.weight:
				found, counted = naming{holders, p.weight}, p.count
			case p.weight == found.weight && counted && p.count:
				for _, n := range holders {
					if !isNamed(n, found.holders) {
						found.holders = append(found.holders, n)
					}
				}
			}
		}
		from = to
		for from < len(note) && note[from] == ' ' {
			from++
		}
	}
	if found.weight == unnamed && isNameAlone(note) {
		if holders := namesIn(untilEnd(note)); len(holders) > 0 {
			return naming{holders, names}
		}
	}
	return found
}

// endOfSentence returns where the first sentence of text ends.
func endOfSentence(text string) int {
	for i := 0; i+1 < len(text); i++ {
		if text[i+1] == ' ' && (text[i] == '.' && !notetext.EndsInAbbreviation(text[:i+1], text[i+2:]) || text[i] == ';') {
			return i + 1
		}
	}
	return len(text)
}

// word is a word of a sentence, in small letters, and where it ends.
type word struct {
	text     string
	from, to int
}

func wordsOf(sentence string) []word {
	low := lower(sentence)
	all := make([]word, 0, 32)
	for from := 0; from < len(low); {
		to := from + strings.IndexByte(low[from:]+" ", ' ')
		if text := strings.Trim(low[from:to], ".,;:()\"'“”‘’"); text != "" {
			all = append(all, word{text, from, to})
		}
		from = to + 1
	}
	return all
}

// places returns where the sentence may name a holder, in order.
func places(sentence string) []place {
	words := wordsOf(sentence)
	at := func(i int) string {
		if i < 0 || i >= len(words) {
			return ""
		}
		return words[i].text
	}
	var found []place
	denied, last := false, 0
	for i := range words {
		if isDenial(at, i) {
			denied = true
		}
		p, ok := place{}, false
		switch at(i) {
		case "held", "owned", "registered", "issued", "follows":
			p, ok = passive(words, i)
		case "holder", "owner":
			p, ok = holderIs(sentence, words, i)
		case "holds", "hold", "owns", "own":
			p, ok = active(sentence, words, i)
		case "by":
			// "518,400 by Fund V, L.P. and 141,250 by Fund V-A, L.P."
			if isCount(at(i-1)) && i+1 < len(words) {
				p, ok = place{at: words[i+1].from, weight: names}, true
			}
		}
		if !ok || excluded(words, last, i) {
			continue
		}
		if denied {
			p.weight = disclaims
		}
		for j := last; j < i; j++ {
			p.count = p.count || isCount(at(j))
		}
		last = i
		found = append(found, p)
	}
	return found
}

// isDenial reports whether the words from i on disclaim ownership or deny it.
func isDenial(at func(int) string, i int) bool {
	switch at(i) {
	case "disclaims", "disclaim", "disclaimed", "disclaiming", "disclaimer", "deemed", "denies", "deny", "neither", "admission":
		return true
	case "not":
		switch at(i + 1) {
		case "own", "beneficially", "the", "be", "an", "have":
			return true
		}
	}
	return false
}

// isCount reports whether a word is a number of securities, and not a year or a day.
func isCount(w string) bool {
	digits := strings.ReplaceAll(w, ",", "")
	return digits != "" && strings.Trim(digits, "0123456789") == "" && (len(digits) != len(w) || len(digits) == 3 || len(digits) > 4)
}

// excluded reports whether the words before i say that what is held there is not in the
// line, is not held any more, or is not the securities: "does not include 100 shares
// held by", "previously held by", "which is wholly owned by".
func excluded(words []word, from, i int) bool {
	for j := max(from, i-12); j < i; j++ {
		switch words[j].text {
		case "excludes", "exclude", "excluding", "previously", "formerly", "exclusive":
			return true
		case "include", "including", "reflect":
			if j > 0 && words[j-1].text == "not" {
				return true
			}
		case "addition":
			return j > 0 && words[j-1].text == "in"
		case "interest", "interests", "membership", "percent":
			if j >= i-6 && words[i].text != "owner" && words[i].text != "holder" {
				return true
			}
		}
	}
	if i == 0 {
		return false
	}
	switch before := words[i-1].text; before {
	case "wholly", "wholly-owned", "majority", "entity", "company", "corporation", "vehicle", "subsidiary", "affiliate", "not", "longer":
		return true
	case "is", "was":
		return i > 1 && (words[i-2].text == "which" || words[i-2].text == "who")
	}
	return false
}

// passive reads "held by X", "owned of record by X", "held in the name of X", "issued to X"
// and "held as follows: X"; i is the verb.
func passive(words []word, i int) (place, bool) {
	w := names
	if i > 0 && (words[i-1].text == "directly" || words[i-1].text == "record") {
		w = ofRecord
	}
	verb := words[i].text
	for j := i + 1; j < len(words) && j < i+8; j++ {
		switch t := words[j].text; t {
		case "record", "directly":
			w = ofRecord
		case "of":
			if before := words[j-1].text; before == "name" || before == "benefit" || before == "account" || before == "names" {
				return follow(words, j, w)
			}
			if words[j-1].text != verb && (j+1 == len(words) || words[j+1].text != "record") {
				return place{}, false
			}
		case "by", "through":
			return follow(words, j, w)
		case "to":
			if verb == "issued" {
				return follow(words, j, w)
			}
			return place{}, false
		case "in":
			// A place that has a name: not "in trust", "in escrow".
			if verb == "held" && j+1 < len(words) && isNamedPlace(words[j+1].text) {
				return follow(words, j, w)
			}
		case "indirectly", "solely", "jointly", "beneficially", "nominally", "currently", "the", "name", "names", "for", "benefit", "account", "and", "or", "as", "follows":
			if verb == "issued" {
				return place{}, false
			}
		default:
			return place{}, false
		}
	}
	return place{}, false
}

// isNamedPlace reports whether a word that stands after "held in" begins a plan or an account.
func isNamedPlace(w string) bool {
	switch w {
	case "a", "an", "the", "his", "her", "my":
		return true
	}
	return false
}

// follow returns the place of the name after word i.
func follow(words []word, i int, w weight) (place, bool) {
	if i+1 >= len(words) {
		return place{}, false
	}
	return place{at: words[i+1].from, weight: w}, true
}

// holderIs reads "the record holder is X" and "X is the record holder"; i is the noun.
func holderIs(sentence string, words []word, i int) (place, bool) {
	direct := i > 0 && (words[i-1].text == "record" || words[i-1].text == "direct" || words[i-1].text == "registered")
	next := i + 1
	if i+2 < len(words) && words[i+1].text == "of" && words[i+2].text == "record" {
		direct, next = true, i+3
	}
	if !direct {
		return place{}, false
	}
	if next < len(words) && (words[next].text == "is" || words[next].text == "are") {
		return follow(words, next, ofRecord)
	}
	for j := i - 1; j >= max(0, i-5); j-- {
		if words[j].text == "is" || words[j].text == "are" {
			return subject(sentence, words, j, ofRecord)
		}
	}
	return place{}, false
}

// active reads "X holds the shares" and "of X, which directly owns the securities"; i is
// the verb. What is held must be securities: not a power, or an interest in the vehicle.
func active(sentence string, words []word, i int) (place, bool) {
	w, j := names, i
	for j > 0 && (words[j-1].text == "directly" || words[j-1].text == "indirectly" || words[j-1].text == "beneficially") {
		j--
		if words[j].text == "directly" {
			w = ofRecord
		}
	}
	if i+1 < len(words) && words[i+1].text == "directly" {
		w = ofRecord
	}
	for k := i + 1; k < len(words) && k < i+9; k++ {
		switch words[k].text {
		case "share", "shares", "securities", "stock", "units", "options", "warrants":
			return subject(sentence, words, j, w)
		case "power", "powers", "control", "discretion", "interest", "interests", "that", "what", "by":
			return place{}, false
		}
	}
	return place{}, false
}

// subject returns the place of the name of which the verb at word i is said: that after
// "member of" and the like before "which", else the one that the sentence begins
// with.
func subject(sentence string, words []word, i int, w weight) (place, bool) {
	if i > 0 && words[i-1].text == "which" {
		for j := i - 2; j > 0; j-- {
			if words[j].text != "of" {
				continue
			}
			switch strings.TrimSuffix(words[j-1].text, "s") {
			case "member", "partner", "manager", "trustee", "director", "officer", "president", "owner", "stockholder", "shareholder", "beneficiary", "settlor", "grantor", "member/manager":
				return follow(words, j, w)
			}
		}
		return place{}, false
	}
	if _, ok := startsWithName(sentence); i == 0 || !ok {
		return place{}, false
	}
	// Between the name and its verb may stand what the name is, and no other verb.
	for _, x := range words[:i] {
		switch x.text {
		case "is", "are", "may", "has", "have", "was", "were":
			return place{}, false
		}
	}
	return place{at: 0, weight: w}, true
}
