package repair

import (
	"maps"
	"slices"
	"strings"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/internal/reason"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// repairTexts settles titles and natures of ownership: a text that is damaged is
// read as one that other cells of the document have, if it is that but for a few
// letters.
func (r *repairer) repairTexts(lines []printed.Line) {
	r.repairWords(lines)
	type place struct {
		v    *ownership.Value[string]
		path string
		c    *printed.Cell
	}
	var titles, natures []place
	for i := range lines {
		h := &lines[i]
		titles = append(titles, place{&h.Row.SecurityTitle, h.Path("securityTitle"), h.Cell(form.ColTitle)})
		if h.Table == 1 {
			titles = append(titles, place{&h.Row.UnderlyingTitle, h.Path("underlyingTitle"), h.Cell(form.ColUnderlyingTitle)})
		}
		natures = append(natures, place{&h.Row.NatureOfOwnership, h.Path("natureOfOwnership"), h.Cell(form.ColNature)})
	}
	for _, group := range [...][]place{titles, natures} {
		// Words that several cells begin with, before pieces of broken marks.
		begins := map[string]int{}
		for _, p := range group {
			if p.v.State == ownership.Known {
				begins[knownBeginning(p.v.V)]++
			}
		}
		for _, p := range group {
			if p.v.State != ownership.Known {
				continue
			}
			if b := knownBeginning(p.v.V); b != "" && b != p.v.V && begins[b] > 2 {
				reason.Repair(p.v, b, ownership.Likely, reason.PiecesAtEnd.Of())
				p.c.Unread = len(p.v.Notes) == 0
			}
		}
		count := map[string]int{}
		first := map[string]string{}
		for _, p := range group {
			if p.v.State == ownership.Known {
				if count[p.v.V]++; first[p.v.V] == "" {
					first[p.v.V] = p.path
				}
			}
		}
		for _, p := range group {
			if p.v.State != ownership.Known {
				continue
			}
			if count[p.v.V] > 1 && allKnown(p.v.V) && known(p.v.V) > 0 {
				r.sure[&p.v.Reading] = true
				continue
			}
			if of := likeReference(p.v.V, count); of != "" {
				reason.Repair(p.v, of, ownership.Likely, reason.LikeReference.Of(), first[of])
				continue
			}
			best, bestCount := "", 0
			for _, text := range slices.Sorted(maps.Keys(count)) {
				n := count[text]
				if text != p.v.V && holds(p.v.V, text) && (n > bestCount || n == bestCount && len(text) > len(best)) {
					best, bestCount = text, n
					continue
				}
				if text != p.v.V && (n > bestCount || n == bestCount && text < best) && nearly(p.v.V, text, n) &&
					(n > 1 || known(text) > known(p.v.V)) {
					best, bestCount = text, n
				}
			}
			if best == "" {
				continue
			}
			reason.Repair(p.v, best, ownership.Likely, reason.LikeOtherText.Of(), first[best])
			if p.c != nil && len(p.v.Notes) == 0 && shorter(p.v.Raw, best) {
				p.c.Unread = true
			}
		}
	}
}

// holds reports whether a text is another with pieces of damaged letters in between:
// all its words in their order, and short ones that are none.
func holds(text, other string) bool {
	words, want := strings.Fields(text), strings.Fields(other)
	if len(want) == 0 || len(words) <= len(want) || known(other) == 0 {
		return false
	}
	for _, w := range words {
		if len(want) > 0 && (w == want[0] || len(w) > 4 && form.Like(form.Fold(w), form.Fold(want[0]))) {
			want = want[1:]
			continue
		}
		if isKnown(w) && len(w) > 2 || len(w) > 6 {
			return false
		}
	}
	return len(want) == 0
}

// allKnown reports whether every word is one that titles and natures of ownership are
// made of, so that two damaged alike are not taken for right.
func allKnown(s string) bool {
	for _, w := range strings.Fields(s) {
		if !isKnown(w) && !form.IsDigits(strings.Trim(w, "$.,%")) && len(form.Fold(w)) > 1 {
			return false
		}
	}
	return true
}

// knownBeginning gives the words of the vocabulary that a text begins with, if what
// follows is short and no word; else nothing.
func knownBeginning(s string) string {
	words := strings.Fields(s)
	n := 0
	for n < len(words) && isKnown(words[n]) {
		n++
	}
	if n == 0 || n == 1 && len(words[0]) < 4 || len(words)-n > 2 {
		return ""
	}
	for _, w := range words[n:] {
		if len(w) > 5 || strings.ContainsAny(w, "0123456789") && !looksMark(w) {
			return ""
		}
	}
	return strings.Join(words[:n], " ")
}

// likeReference gives the words in which other cells refer to a note, "See footnote",
// where a text has what is left of them.
func likeReference(s string, count map[string]int) string {
	best := ""
	for text, n := range count {
		if words := strings.Fields(text); n > 1 && len(words) == 2 && form.Fold(words[0]) == "see" && isKnown(words[1]) && (best == "" || n > count[best] || n == count[best] && text < best) {
			best = text
		}
	}
	if best == "" || s == best || len(strings.Fields(s)) > 5 {
		return ""
	}
	for _, w := range strings.Fields(s) {
		if f := form.Fold(w); len(f) >= 6 && sheet.Within(f, form.Fold(strings.Fields(best)[1]), 2) {
			return best
		}
	}
	return ""
}

func shorter(raw, text string) bool { return len(raw) > len(text) }

// nearly reports whether a text may be another that n cells have: a tenth of the
// letters differ where several have it, or specks stand at its ends.
func nearly(text, other string, n int) bool {
	a, b := form.Latinize(text), form.Latinize(other)
	if trimSpecks(a) == trimSpecks(b) {
		return true
	}
	if digitsOf(a) != digitsOf(b) && digitsOf(trimSpecks(a)) != digitsOf(b) {
		return false // "Series A-1" is not "Series A-2"
	}
	d := len(other) / 10
	if n == 1 {
		d = len(other) / 20
	}
	d = min(d, 6)
	if d == 0 {
		return false
	}
	return max(len(a)-len(b), len(b)-len(a)) <= d && sheet.Within(a, b, d) && sameInitials(a, b)
}

// sameInitials keeps "Class A" and "Class B" apart: words of one letter must agree.
func sameInitials(a, b string) bool {
	return strings.Join(initials(a), " ") == strings.Join(initials(b), " ")
}

func initials(s string) []string {
	var out []string
	for _, w := range strings.Fields(s) {
		if len(w) == 1 && w[0] >= 'A' && w[0] <= 'Z' {
			out = append(out, w)
		}
	}
	return out
}

func digitsOf(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}

// trimSpecks drops what is no word from the ends of a text.
func trimSpecks(s string) string {
	words := strings.Fields(s)
	for len(words) > 1 && isSpeck(words[0]) {
		words = words[1:]
	}
	for len(words) > 1 && isSpeck(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	return strings.Join(words, " ")
}

// isSpeck reports whether a word is what a machine makes of a ruled line, a speck or
// a small raised mark: short, and no word.
func isSpeck(s string) bool {
	if len(s) <= 1 {
		return true
	}
	letters := 0
	for _, c := range s {
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' {
			letters++
		}
	}
	return letters == 0 && !form.IsDigits(s) || len(s) <= 3 && strings.ContainsAny(s, "()[]{}|®©")
}

// isBrokenMark reports whether a word is what is left of the mark of a note, "2)",
// "=", which no word of a text is.
func isBrokenMark(s string) bool {
	open, shut := strings.Count(s, "("), strings.Count(s, ")")
	if len(s) > 4 || open == shut {
		return false
	}
	for _, c := range s {
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' {
			return false
		}
	}
	return true
}

// DropSpecks leaves words that are only lines or specks out of a text that a machine
// read.
func DropSpecks(words []sheet.Word) []sheet.Word {
	var out []sheet.Word
	for _, w := range words {
		if strings.Trim(w.Text, edges+"|[]{}()") == "" && !strings.ContainsAny(w.Text, "&") || isBrokenMark(w.Text) {
			continue
		}
		out = append(out, w)
	}
	return out
}
