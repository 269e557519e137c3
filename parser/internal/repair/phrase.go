package repair

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"filingview/parser/internal/printed"
	"filingview/parser/internal/reason"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// repairNotes mends the texts of explanations, which a machine read from a picture, by
// what the document says elsewhere: the same words in other explanations, the other end
// of a range of prices, the prices in the tables.
func (r *repairer) repairNotes(lines []printed.Line) {
	if !r.Scan {
		return
	}
	var texts []*ownership.Value[string]
	var paths []string
	for i := range r.f.Footnotes {
		texts = append(texts, &r.f.Footnotes[i].Text)
		paths = append(paths, fmt.Sprintf("footnotes[%d].text", i))
	}
	texts, paths = append(texts, &r.f.Remarks), append(paths, "remarks")
	dropLoneSpecks(texts)
	straightQuotes(texts)
	for i := range r.f.Footnotes {
		r.repairRange(lines, &r.f.Footnotes[i])
	}
	repairPhrases(texts, paths)
}

// dropLoneSpecks leaves out marks that stand alone between words and are no writing.
func dropLoneSpecks(texts []*ownership.Value[string]) {
	for _, v := range texts {
		if v.State != ownership.Known {
			continue
		}
		words := strings.Fields(v.V)
		kept := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return strings.Trim(w, "_|«»~¢°") == "" })
		if len(kept) > 0 && len(kept) < len(words) {
			reason.Repair(v, strings.Join(kept, " "), ownership.Likely, reason.LoneSpeck.Of())
		}
	}
}

// straightQuotes writes apostrophes as the document has most of them: a machine reads
// straight ones as curled at times.
func straightQuotes(texts []*ownership.Value[string]) {
	straight, curled := 0, 0
	for _, v := range texts {
		straight += strings.Count(v.V, "'")
		curled += strings.Count(v.V, "’")
	}
	if curled == 0 || straight < 3*curled || straight < 3 {
		return
	}
	for _, v := range texts {
		if v.State == ownership.Known && strings.Contains(v.V, "’") {
			reason.Repair(v, strings.ReplaceAll(v.V, "’", "'"), ownership.Likely, reason.CurledApostrophe.Of())
		}
	}
}

// repairRange reads the last comma of "$1,163,060" as a point where the range that it
// ends could else not hold the price that cites the explanation.
func (r *repairer) repairRange(lines []printed.Line, n *ownership.Footnote) {
	if n.Text.State != ownership.Known {
		return
	}
	var price ownership.Decimal
	path := ""
	for i := range lines {
		h := &lines[i]
		if p := &h.Row.Transaction.Price; p.State == ownership.Known && slices.Contains(p.Notes, n.ID) && p.V.Sign() > 0 {
			price, path = p.V, h.Path("transaction.price")
			break
		}
	}
	if path == "" {
		return
	}
	words := strings.Fields(n.Text.V)
	changed := false
	for i, w := range words {
		tail := w[len(strings.TrimRight(w, ",.;)")):]
		amount := strings.TrimSuffix(w, tail)
		at := strings.LastIndexByte(amount, ',')
		if !strings.HasPrefix(amount, "$") || at < 0 || len(amount)-at != 4 || strings.Contains(amount, ".") {
			continue
		}
		with, ok1 := printed.ParseNumber(amount)
		without, ok2 := printed.ParseNumber(amount[:at] + "." + amount[at+1:])
		if !ok1 || !ok2 || nearPrice(with.V, price) || !nearPrice(without.V, price) {
			continue
		}
		words[i] = amount[:at] + "." + amount[at+1:] + tail
		changed = true
	}
	if changed {
		reason.Repair(&n.Text, strings.Join(words, " "), ownership.Likely, reason.PointAsComma.Of(), path)
	}
}

// nearPrice reports whether two prices differ by less than a third.
func nearPrice(a, b ownership.Decimal) bool {
	third, ok := b.Product(ownership.NewDecimal(33, 2))
	if !ok {
		return false
	}
	low, ok1 := b.Difference(third)
	high, ok2 := b.Sum(third)
	return ok1 && ok2 && a.Cmp(low) > 0 && a.Cmp(high) < 0
}

// around is how many words before and after a word must be the same for it to be the
// same, too.
const around = 3

// repairPhrases reads a word as others of the document have it between the same words,
// three at least and all of them, if it is that but for its points and commas or a
// letter.
func repairPhrases(texts []*ownership.Value[string], paths []string) {
	type place struct{ text, word int }
	words := make([][]string, len(texts))
	phrases := map[string][]place{}
	for i, v := range texts {
		if v.State != ownership.Known {
			continue
		}
		words[i] = strings.Fields(v.V)
		for k := around; k+around < len(words[i]); k++ {
			key := strings.Join(words[i][k-around:k], " ") + " … " + strings.Join(words[i][k+1:k+1+around], " ")
			phrases[key] = append(phrases[key], place{i, k})
		}
	}
	changed := map[int]string{}
	for _, key := range slices.Sorted(maps.Keys(phrases)) {
		places := phrases[key]
		count := map[string]int{}
		for _, p := range places {
			count[words[p.text][p.word]]++
		}
		most, n := "", 0
		for w, k := range count {
			if k > n || k == n && w < most {
				most, n = w, k
			}
		}
		if n < 3 || len(count) == 1 {
			continue
		}
		for _, p := range places {
			w := words[p.text][p.word]
			if count[w] > 1 || digitsOf(w) != "" || digitsOf(most) != "" || !sameWord(w, most) {
				continue
			}
			words[p.text][p.word] = most
			for _, o := range places {
				if words[o.text][o.word] == most && o.text != p.text {
					changed[p.text] = paths[o.text]
					break
				}
			}
		}
	}
	for i, v := range texts {
		if path, ok := changed[i]; ok {
			reason.Repair(v, strings.Join(words[i], " "), ownership.Likely, reason.LikeOtherPhrase.Of(), path)
		}
	}
}

// sameWord reports whether two words are the same but for points and commas, or one
// letter of a long one.
func sameWord(a, b string) bool {
	if strings.Trim(a, ".,;:") == strings.Trim(b, ".,;:") {
		return true
	}
	return len(a) > 4 && len(a) == len(b) && sheet.Within(a, b, 1)
}
