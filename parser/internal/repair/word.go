package repair

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/internal/reason"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// vocabulary are words that titles of securities are made of.
const vocabulary = " common stock class series preferred ordinary shares share par value per option options right to buy purchase sell " +
	"restricted unit units warrant warrants convertible note notes employee director incentive non qualified nonqualified performance " +
	"phantom deferred american depositary limited partnership interest interests trust see footnote footnotes by spouse " +
	"beneficial of the and or in for llc inc llp lp partner general "

// isKnown reports whether a word is in the vocabulary.
func isKnown(w string) bool {
	w = form.Fold(w)
	return w != "" && strings.Contains(vocabulary, " "+w+" ")
}

// known counts the words of a text that are in the vocabulary.
func known(s string) int {
	n := 0
	for _, w := range strings.Fields(s) {
		if isKnown(w) {
			n++
		}
	}
	return n
}

// repairWords mends single words of titles: a dollar sign that was escaped, a number
// that lost the space after it, and a word that is none where one of the vocabulary
// looks like it and stands in another title of the document.
func (r *repairer) repairWords(lines []printed.Line) {
	type place struct {
		v    *ownership.Value[string]
		path string
	}
	var places []place
	for i := range lines {
		h := &lines[i]
		places = append(places, place{&h.Row.SecurityTitle, h.Path("securityTitle")}, place{&h.Row.UnderlyingTitle, h.Path("underlyingTitle")})
	}
	seen := map[string]string{} // words of the vocabulary, and where
	for _, p := range places {
		if p.v.State != ownership.Known {
			continue
		}
		if plain := spaced(p.v.V); plain != p.v.V {
			reason.Repair(p.v, plain, ownership.Certain, reason.EscapeOrSpace.Of())
		}
		if plain := unlined(p.v.V); plain != p.v.V {
			reason.Repair(p.v, plain, ownership.Likely, reason.RuledLineBeside.Of())
		}
		for _, w := range strings.Fields(p.v.V) {
			if isKnown(w) && seen[form.Fold(w)] == "" {
				seen[form.Fold(w)] = p.path
			}
		}
	}
	for _, p := range places {
		if p.v.State != ownership.Known {
			continue
		}
		words := strings.Fields(p.v.V)
		for i := 0; i+1 < len(words); i++ {
			if a, b := words[i], words[i+1]; !isKnown(a) && !isKnown(b) && isKnown(a+b) && allLetters(a+b) {
				words[i] = a + b
				words = append(words[:i+1], words[i+2:]...)
				reason.Repair(p.v, strings.Join(words, " "), ownership.Likely, reason.WordInTwo.Of(a, b))
			}
		}
		for i, w := range words {
			if isKnown(w) || len(form.Fold(w)) < 4 || !allLetters(w) {
				continue
			}
			for _, k := range slices.Sorted(maps.Keys(seen)) {
				path := seen[k]
				if len(k) == len(form.Fold(w)) && k[0] == form.Fold(w)[0] && k[len(k)-1] == form.Fold(w)[len(k)-1] && sheet.Within(k, form.Fold(w), 2) {
					words[i] = strings.ToUpper(k[:1]) + k[1:]
					reason.Repair(p.v, strings.Join(words, " "), ownership.Likely, reason.NoWord.Of(w), path)
					break
				}
			}
		}
	}
}

func allLetters(s string) bool {
	for _, c := range s {
		if !unicode.IsLetter(c) {
			return false
		}
	}
	return true
}

// spaced drops the backslash before a dollar sign, and puts the space back between
// a number and a word of the vocabulary: "\\$.01par value".
func spaced(s string) string {
	s = strings.ReplaceAll(s, `\$`, "$")
	words := strings.Fields(s)
	for i, w := range words {
		n := 0
		for n < len(w) && strings.IndexByte("$.0123456789", w[n]) >= 0 {
			n++
		}
		if n > 0 && isKnown(w[n:]) {
			words[i] = w[:n] + " " + w[n:]
		}
	}
	return strings.Join(words, " ")
}

// unlined drops what a machine makes of ruled lines and specks from the ends of words: bars,
// brackets and quotes that have no other half in the text.
func unlined(s string) string {
	before, after := "|¦°·~_", "|¦°·~_"
	for _, pair := range [...]struct{ open, shut string }{{"[", "]"}, {"{", "}"}, {"‘", "’"}, {"“", "”"}, {"«", "»"}} {
		if strings.Count(s, pair.open) != strings.Count(s, pair.shut) {
			before, after = before+pair.open+pair.shut, after+pair.open
			if pair.shut != "’" { // "holders’" needs no other half
				after += pair.shut
			}
		}
	}
	if strings.Count(s, "'")%2 == 1 {
		before += "'"
	}
	words, found := strings.Fields(s), false
	for i, w := range words {
		if bare := strings.TrimRight(strings.TrimLeft(w, before), after); bare != w && len(form.Fold(bare)) > 1 {
			words[i], found = bare, true
		}
	}
	if !found {
		return s
	}
	return strings.Join(words, " ")
}
