package ownership

import (
	"strings"
	"unicode"
)

// NormalTitle returns the title of a security without what two spellings of one
// class differ in, so that equal results mean the same class to a reader: lower
// case, one space between words, no punctuation, no par value ("$.01 par value
// per share", "no par value"), no "shares of"; wide and look-alike letters as
// their Latin ones. What tells classes apart stays: class and series letters,
// "restricted", "preferred", "ads", "unit", rates and years of notes. A title that
// holds nothing else gives "".
//
// It is for comparing only; what was filed is shown as filed.
func NormalTitle(title string) string {
	if isPlainTitle(title) {
		return strings.ToLower(title)
	}
	words := withoutPar(titleWords(title))
	var b strings.Builder
	b.Grow(len(title))
	for i := 0; i < len(words); i++ {
		w := words[i].text
		if (w == "shares" || w == "share") && i+2 < len(words) && words[i+1].text == "of" {
			i++
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w)
	}
	return b.String()
}

// isPlainTitle reports whether a title is its own normal form but for capital
// letters, as most are: Latin letters with single spaces between them and no word
// that may speak of par value, or is left out or joined.
func isPlainTitle(title string) bool {
	start := 0
	for i := 0; i <= len(title); i++ {
		if i < len(title) && title[i]|0x20 >= 'a' && title[i]|0x20 <= 'z' {
			continue
		}
		if i < len(title) && title[i] != ' ' || i == start {
			return false
		}
		if n := i - start; n == 2 || n == 3 || n == 4 || n == 7 {
			switch w := title[start:i]; {
			case strings.EqualFold(w, "of"), strings.EqualFold(w, "non"), strings.EqualFold(w, "par"), strings.EqualFold(w, "pare"), strings.EqualFold(w, "nominal"):
				return false
			}
		}
		start = i + 1
	}
	return true
}

// titleWord is a run of letters and digits in lower case.
type titleWord struct {
	text   string
	apart  bool // punctuation other than a currency sign stands before it
	money  bool // a currency sign stands before it
	number bool // digits with at most a point
}

// titleWords cuts a title into words. A point between digits stays ("2.5"), one
// between letters, an apostrophe and a comma between digits go ("A.D.S.",
// "Int'l", "1,000"); so does a hyphen after "non" and between a letter by itself
// and digits ("Non-Qualified", "Series A-2").
func titleWords(title string) []titleWord {
	runes := make([]rune, 0, len(title))
	for _, r := range title {
		if r, ok := plainRune(r); ok {
			runes = append(runes, r)
		}
	}
	words := make([]titleWord, 0, 8)
	var word []rune
	apart, money := false, false
	end := func() {
		if len(word) == 0 {
			return
		}
		w := titleWord{string(word), apart, money, isNumber(word)}
		if n := len(words); n > 0 && words[n-1].text == "non" && !w.number && !apart {
			words[n-1].text += w.text
		} else {
			words = append(words, w)
		}
		word, apart, money = word[:0], false, false
	}
	at := func(i int) rune {
		if i < 0 || i >= len(runes) {
			return ' '
		}
		return runes[i]
	}
	for i, r := range runes {
		before, after := at(i-1), at(i+1)
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			word = append(word, r)
		case r == '.' && unicode.IsDigit(after) && (len(word) == 0 || isNumber(word)):
			word = append(word, r)
		case r == '.' && unicode.IsLetter(before) && !unicode.IsLetter(at(i-2)) && !(unicode.IsLetter(after) && unicode.IsLetter(at(i+2))): // of an abbreviation
		case r == '\'' && len(word) > 0:
		case r == ',' && unicode.IsDigit(before) && unicode.IsDigit(after) && isNumber(word):
		case r == '-' && unicode.IsLetter(before) && !unicode.IsLetter(at(i-2)) && !unicode.IsDigit(at(i-2)) && unicode.IsDigit(after):
		case r == '-' && string(word) == "non":
			end()
		case r == '$' || r == '€' || r == '£' || r == '¥':
			// "US$" and "NT$" are currencies; a letter by itself may be a class.
			end()
			money = true
		case r == '&':
			end()
			words = append(words, titleWord{text: "and", apart: apart})
			apart = false
		default:
			end()
			apart = apart || r != ' '
		}
	}
	end()
	return words
}

func isNumber(word []rune) bool {
	point := false
	for _, r := range word {
		if r == '.' && !point {
			point = true
		} else if r < '0' || r > '9' {
			return false
		}
	}
	return len(word) > 0
}

// plainRune returns the letter that a reader takes r for, in lower case. ok is
// false for what leaves no trace on paper, and for a backslash.
func plainRune(r rune) (rune, bool) {
	switch {
	case r < 0x80:
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A', true
		}
		if r == '\t' || r == '\n' || r == '\r' {
			return ' ', true
		}
		return r, r != '\\'
	case r == 0xAD || r >= 0x200B && r <= 0x200F || r == 0x2060 || r == 0xFEFF:
		return 0, false
	case r >= 0xFF01 && r <= 0xFF5E: // full-width forms
		return plainRune(r - 0xFF01 + '!')
	case r >= 0x2010 && r <= 0x2015 || r == 0x2212:
		return '-', true
	case r == 0x2018 || r == 0x2019:
		return '\'', true
	case unicode.IsSpace(r):
		return ' ', true
	}
	r = unicode.ToLower(r)
	if i := strings.IndexRune(lookAlikes, r); i >= 0 {
		return rune(latin[len([]rune(lookAlikes[:i]))]), true
	}
	return r, true
}

// Greek and Cyrillic letters in lower case whose capital, or which themselves,
// look like the Latin letter at the same place of latin.
const (
	lookAlikes = "αβεζηικμνορτυχ" + "авсенікморѕтухј"
	latin      = "abezhikmnoptyx" + "abcehikmopstyxj"
)

// withoutPar leaves out what is said about par value: "$.01 par value per share",
// "par value of US$0.01", "no par value", "nominal value EUR 1".
func withoutPar(words []titleWord) []titleWord {
	kept := words[:0:0]
	for i := 0; i < len(words); {
		n := parPhrase(words[i:])
		if n == 0 {
			kept = append(kept, words[i])
			i++
			continue
		}
		// "shares of $1 par value", "with a par value of $1".
		for len(kept) > 0 && isLead(kept[len(kept)-1].text) && len(kept) > 1 {
			kept = kept[:len(kept)-1]
		}
		i += n
	}
	return kept
}

func isLead(w string) bool { return w == "of" || w == "with" || w == "having" }

// parPhrase returns how many of the first words speak of par value.
func parPhrase(words []titleWord) int {
	is := func(i int, any ...string) bool {
		if i >= len(words) {
			return false
		}
		for _, s := range any {
			if words[i].text == s {
				return true
			}
		}
		return false
	}
	i := 0
	if is(0, "a") && is(1, "par", "nominal") && is(2, "value") {
		i = 1
	}
	before := false // an amount, or "no", stands before "par"
	switch {
	case is(i, "no", "without", "nil") && is(i+1, "par", "nominal"):
		i, before = i+1, true
	case isCurrency(words, i) && amountBeforePar(words, i+1):
		i, before = i+2, true
	case amountBeforePar(words, i):
		i, before = i+1, true
	}
	if !is(i, "par", "pare", "nominal") {
		return 0
	}
	n := i + 1
	value := is(n, "value")
	if value {
		n++
	} else if words[i].text == "nominal" {
		return 0
	}
	amount := n
	if is(amount, "of") {
		amount++
	}
	if isCurrency(words, amount) {
		amount++
	}
	if !before && amount < len(words) && words[amount].number {
		n = amount + 1
	} else if !before && !value && n < len(words) {
		return 0
	}
	if is(n, "per") {
		if n+1 == len(words) {
			n++
		} else if n+2 == len(words) && strings.HasPrefix("shares", words[n+1].text) || is(n+1, "share", "shares", "unit") {
			n += 2 // a title may be cut in "per sh"
		}
	}
	return n
}

// amountBeforePar reports whether word i is the amount of "$.01 par value", and
// not the 5 of "Series 5, par value $1".
func amountBeforePar(words []titleWord, i int) bool {
	if i+1 >= len(words) || !words[i].number || words[i+1].apart {
		return false
	}
	switch words[i+1].text {
	case "par", "pare", "nominal":
	default:
		return false
	}
	if words[i].money || strings.Contains(words[i].text, ".") {
		return true
	}
	// A bare whole number: an amount if "value" follows and no other amount does.
	return i+2 < len(words) && words[i+2].text == "value" &&
		(i+3 >= len(words) || !words[i+3].number && words[i+3].text != "of" && !isCurrency(words, i+3))
}

// isCurrency reports whether word i names the currency of the number after it.
func isCurrency(words []titleWord, i int) bool {
	if i+1 >= len(words) || !words[i+1].number {
		return false
	}
	switch words[i].text {
	case "us", "usd", "nt", "ntd", "hk", "hkd", "cdn", "cad", "rmb", "eur", "euro", "gbp", "chf", "nis", "ils", "jpy", "inr", "rs":
		return true
	}
	return false
}
