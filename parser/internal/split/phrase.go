package split

import "strings"

// percents finds "a 5% stock dividend", "stock dividend of ten percent (10%)": one
// and a part for each share.
func (t *note) percents() []Mention {
	var found []Mention
	for i := 0; i < len(t.words); i++ {
		n, end := t.percentAt(i)
		if end == 0 {
			continue
		}
		for _, a := range t.anchors {
			if !a.dividend || !t.onlyClassWords(end, a.from) && !(a.to+1 == i && at(t.words, a.to) == "of") {
				continue
			}
			if r := of(100*n.per+n.n, 100*n.per); n.n <= 1000*n.per {
				found = append(found, Mention{Ratio: r, words: [2]int{min(i, a.from), max(end, a.to)}})
			}
			break
		}
		i = end - 1
	}
	return found
}

// percentAt reads "5%", "5 percent", "five percent (5%)". end is 0 if there is none.
func (t *note) percentAt(i int) (n number, end int) {
	n, k := plainNumberAt(t.words, i)
	if k == i {
		return n, 0
	}
	if at(t.words, k) == "(" {
		if w, next := t.percentAt(k + 1); next > 0 && w == n && at(t.words, next) == ")" {
			return n, next + 1 // "fifty (50%)"
		}
	}
	switch {
	case at(t.words, k) == "%" || at(t.words, k) == "percent":
		end = k + 1
	case at(t.words, k) == "per" && at(t.words, k+1) == "cent":
		end = k + 2
	default:
		return n, 0
	}
	if at(t.words, end) == "(" {
		if w, next := t.percentAt(end + 1); next > 0 && w == n && at(t.words, next) == ")" {
			end = next + 1
		}
	}
	return n, end
}

// onlyClassWords reports whether the words say no more than of which class a
// dividend is paid: "common", "class a". A dividend on preferred stock is not one.
func (t *note) onlyClassWords(from, to int) bool {
	if from > to {
		return false
	}
	for _, w := range t.words[from:to] {
		switch w.text {
		case "common", "class", "ordinary", "a", "b", "c", "special":
		default:
			return false
		}
	}
	return true
}

// combined finds "each ten shares were combined into one share", "every two (2) shares
// … shall be reclassified into one", "each share was subdivided into five".
func (t *note) combined() []Mention {
	var found []Mention
	for i := range t.words {
		if w := t.words[i].text; w != "each" && w != "every" {
			continue
		}
		d, k := numberAt(t.words, i+1)
		if k == i+1 {
			d = number{1, 1}
		}
		if !t.sharesNear(k, 6) {
			continue
		}
		verb, needsAnchor := t.verbAfter(k)
		if verb == 0 || needsAnchor && !t.anchorInClause(i) {
			continue
		}
		for into := verb + 1; into < min(verb+6, len(t.words)); into++ {
			n, end := numberAt(t.words, into)
			if end == into {
				continue
			}
			if r := of(n.n*d.per, d.n*n.per); r != (Ratio{}) && t.sharesNear(end, 6) && at(t.words, end) != "/" {
				found = append(found, Mention{Ratio: r, words: [2]int{i, end}})
			}
			break
		}
	}
	return found
}

// verbAfter returns the word that says what became of the shares. needsAnchor: it may be
// said of a conversion as well.
func (t *note) verbAfter(i int) (verb int, needsAnchor bool) {
	for k := i; k < min(i+24, len(t.words)); k++ {
		switch w := t.words[k].text; {
		case w == "." || w == ";":
			return 0, false
		case strings.HasPrefix(w, "combin"), strings.HasPrefix(w, "consolidat"), strings.HasPrefix(w, "subdivi"), w == "split":
			return k, false
		case strings.HasPrefix(w, "reclassif"), strings.HasPrefix(w, "convert"), strings.HasPrefix(w, "chang"), strings.HasPrefix(w, "exchang"), w == "became":
			// "reclassified and combined into"
			if next := at(t.words, k+2); at(t.words, k+1) == "and" && (strings.HasPrefix(next, "combin") || strings.HasPrefix(next, "consolidat")) {
				return k + 2, false
			}
			return k, true
		}
	}
	return 0, false
}

// perShare finds "one share for each ten shares held" and "one additional share for each
// share held" beside words for a split.
func (t *note) perShare() []Mention {
	var found []Mention
	for i := range t.words {
		n, k := numberAt(t.words, i)
		if k == i {
			continue
		}
		additional := false
		for end := min(k+8, len(t.words)); k < end && t.words[k].text != "for"; k++ {
			switch t.words[k].text {
			case "additional", "bonus", "more":
				additional = true
			case ".", ";", ",", "dollars", "%":
				k = len(t.words)
			}
		}
		if w := at(t.words, k+1); at(t.words, k) != "for" || w != "each" && w != "every" || !t.sharesNear(i, k-i) {
			continue
		}
		d, end := numberAt(t.words, k+2)
		if end == k+2 {
			d = number{1, 1}
		}
		a := t.anchorInClauseAt(i)
		if a == nil || !t.sharesNear(end, 8) {
			continue
		}
		if a.dividend && !additional {
			if n.n*d.per > d.n*n.per {
				continue // it may count the share that is held, or not
			}
			additional = true
		}
		if additional {
			n = number{n.n*d.per + d.n*n.per, n.per * d.per}
		}
		if r := of(n.n*d.per, d.n*n.per); r != (Ratio{}) && !(a.way == reverse && r.N > r.D) && !(a.way == forward && r.N < r.D) {
			found = append(found, Mention{Ratio: r, words: [2]int{i, end}})
		}
	}
	return found
}

// sharesNear reports whether one of the next words is shares.
func (t *note) sharesNear(i, n int) bool {
	for k := i; k < min(i+n, len(t.words)); k++ {
		switch t.words[k].text {
		case "share", "shares", "ads", "adss", "units", "unit", "stock":
			return true
		case ".", ";":
			return false
		}
	}
	return false
}
