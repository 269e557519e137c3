package split

import (
	"strconv"
	"strings"

	"filingview/parser/internal/char"
)

// depositary is how many shares American depositary shares represent.
type depositary struct {
	shares Ratio // shares for each ADS; {1, 1} if each represents one
	words  [2]int
}

// IsDepositary reports whether a title or a text is of American depositary shares.
func IsDepositary(text string) bool {
	return isDepositary(wordsOf(char.Lower(text)))
}

func isDepositary(words []word) bool {
	for _, w := range words {
		switch w.text {
		case "ads", "adss", "adr", "adrs", "depositary", "depository":
			return true
		}
	}
	return false
}

// Represented returns how many shares a text says that an American depositary share
// represents: "each ADS represents five ordinary shares", "two ADSs
// represent one". It is false if the text says nothing of it, or more than one number.
func Represented(text string) (Ratio, bool) {
	words := wordsOf(char.Lower(text))
	if !isDepositary(words) {
		return Ratio{}, false
	}
	all := depositaries(words)
	for _, d := range all {
		if d.shares != all[0].shares {
			return Ratio{}, false
		}
	}
	if len(all) == 0 {
		return Ratio{}, false
	}
	return all[0].shares, true
}

// depositaries finds each place that says how many shares an ADS represents.
func depositaries(words []word) []depositary {
	var all []depositary
	for i, w := range words {
		switch {
		case strings.HasPrefix(w.text, "represent"), w.text == "=", w.text == "equals", strings.HasPrefix(w.text, "equivalent") && at(words, i+1) == "to":
		case w.text == "to" && oneDepositary(words, i): // "a ratio of one ADS to five ordinary shares"
		default:
			continue
		}
		ads, from, ok := depositaryBefore(words, i)
		if !ok {
			continue
		}
		for k := i + 1; k < min(i+9, len(words)); k++ {
			n, end := fractionAt(words, k)
			if end == k {
				if words[k].text == "." || words[k].text == ";" {
					break
				}
				continue
			}
			if !sharesAt(words, end) {
				break
			}
			a, b := n.n*ads.per, n.per*ads.n
			r := of(a, b)
			if a == b {
				r = Ratio{1, 1}
			}
			if r != (Ratio{}) {
				all = append(all, depositary{r, [2]int{from, end}})
			}
			break
		}
	}
	return all
}

// oneDepositary reports whether "one ADS" or "each ADS" stands right before a word.
func oneDepositary(words []word, i int) bool {
	if w := at(words, i-1); w != "ads" && w != "adr" {
		return false
	}
	for k := max(0, i-5); k < i-1; k++ {
		if n, next := numberAt(words, k); next == i-1 && n == (number{1, 1}) {
			return true
		}
	}
	return at(words, i-2) == "each"
}

// sharesAt reports whether shares follow that are not depositary ones.
func sharesAt(words []word, i int) bool {
	for k := i; k < min(i+8, len(words)); k++ {
		switch words[k].text {
		case "share", "shares", "stock":
			return true
		case "ads", "adss", "depositary", ".", ";":
			return false
		}
	}
	return false
}

// depositaryBefore looks before the verb for what represents: "each ADS", "two ADSs",
// "each of which", "each" after a title that names them.
func depositaryBefore(words []word, verb int) (n number, from int, ok bool) {
	n = number{1, 1}
	for k := verb - 1; k >= max(0, verb-12); k-- {
		switch words[k].text {
		case ".", ";":
			return n, 0, false
		case "ads", "adss", "adr", "adrs", "depositary", "depository":
			from = k
			if at(words, k-1) == "american" {
				from--
			}
			// "every three ADSs": the number ends right before the name.
			for back := max(0, from-6); back < from; back++ {
				if v, next := numberAt(words, back); next == from {
					return v, back, true
				}
			}
			return n, from, true
		}
	}
	return n, 0, false
}

// fractionAt reads a number, "one-half", "one-tenth", "1/5".
func fractionAt(words []word, i int) (number, int) {
	n, next := numberAt(words, i)
	if next == i {
		return n, i
	}
	k := next
	if at(words, k) == "-" {
		k++
	}
	if at(words, k) == "/" {
		if d, end := numberAt(words, k+1); end > k+1 && d.per == 1 {
			return number{n.n, n.per * d.n}, end
		}
		return n, i
	}
	part := int64(0)
	switch strings.TrimSuffix(at(words, k), "s") {
	case "half":
		part = 2
	case "third":
		part = 3
	case "quarter", "fourth":
		part = 4
	case "fifth":
		part = 5
	case "tenth":
		part = 10
	case "twentieth":
		part = 20
	case "hundredth":
		part = 100
	default:
		return n, next
	}
	// "one-half of one ordinary share"
	if at(words, k+1) == "of" && (at(words, k+2) == "one" || at(words, k+2) == "an" || at(words, k+2) == "a") {
		return number{n.n, n.per * part}, k + 3
	}
	return number{n.n, n.per * part}, k + 1
}

// representing finds a change of what an ADS represents: "from one ADS representing one
// share to one ADS representing ten shares" makes one of ten ADSs.
func (t *note) representing() []Mention {
	all := depositaries(t.words)
	if len(all) != 2 || all[0].shares == all[1].shares {
		return nil
	}
	from, to := false, false
	for i := max(0, all[0].words[0]-4); i < all[0].words[0]; i++ {
		from = from || t.words[i].text == "from"
	}
	for i := all[0].words[1]; i < all[1].words[1]; i++ {
		to = to || t.words[i].text == "to"
	}
	if !from || !to {
		return nil
	}
	a, b := all[0].shares, all[1].shares
	r := of(a.N*b.D, a.D*b.N)
	if r == (Ratio{}) {
		return nil
	}
	return []Mention{{Ratio: r, Depositary: true, words: [2]int{all[0].words[0], all[1].words[1]}}}
}

// Count is how a line counts a holding: in depositary shares or in others, and how many
// shares it says that a depositary one represents; the zero Ratio says nothing.
type Count struct {
	Depositary bool
	Represents Ratio
}

// Recount returns the ratio that leads from one count to the other, and what says so: one
// counts ordinary shares and the other depositary ones, or both count depositary ones
// that represent other numbers of shares. It says nothing where neither holds.
func Recount(was, is Count) (r Ratio, says string) {
	none := Ratio{}
	switch {
	case was.Represents != none && is.Represents != none && was.Represents != is.Represents && was.Depositary && is.Depositary:
		// The same shares make fewer ADSs if each represents more.
		r = Ratio{was.Represents.N * is.Represents.D, was.Represents.D * is.Represents.N}
		return r, "an ADS represented " + ordinary(was.Represents) + " there, and " + ordinary(is.Represents) + " here"
	case is.Represents != none && was.Represents == none && !was.Depositary: // from ordinary shares to ADSs
		return Ratio{is.Represents.D, is.Represents.N}, "an ADS represents " + ordinary(is.Represents)
	case was.Represents != none && is.Represents == none && !is.Depositary:
		return was.Represents, "an ADS represents " + ordinary(was.Represents)
	}
	return none, ""
}

func ordinary(r Ratio) string {
	switch {
	case r.D == 1 && r.N == 1:
		return "one ordinary share"
	case r.D == 1:
		return strconv.FormatInt(r.N, 10) + " ordinary shares"
	}
	return strconv.FormatInt(r.N, 10) + "/" + strconv.FormatInt(r.D, 10) + " of an ordinary share"
}
