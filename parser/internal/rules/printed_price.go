package rules

import (
	"strings"

	"filingview/parser/internal/char"
	"filingview/parser/ownership"
)

// countPrices counts the prices in a text.
func countPrices(text string) int {
	n := 0
	for i := 0; i < len(text); {
		p, ok := nextPrice(text, i)
		if !ok {
			break
		}
		n, i = n+1, p.end
	}
	return n
}

// printedPrice is a number in a text.
type printedPrice struct {
	value      ownership.Decimal
	start, end int
	money      bool // a dollar sign stands before it
	isPrice    bool // money, or cents after a point
}

// nextPrice returns the next price from i on: a number with a dollar sign, or with
// two digits or more after a point and no percent sign after them.
//
// In a text with dollar signs only what has one counts, for it is found by search.
func nextPrice(text string, i int) (printedPrice, bool) {
	signs := strings.IndexByte(text, '$') >= 0
	for ; i < len(text); i++ {
		if signs {
			j := strings.IndexByte(text[i:], '$')
			if j < 0 {
				break
			}
			i += j
		}
		if c := text[i]; c != '$' && (!char.IsDigit(c) || i > 0 && (char.IsWordByte(text[i-1]) || text[i-1] == '.' || text[i-1] == '(')) {
			continue
		}
		p, ok := priceAt(text, i)
		if ok && p.isPrice {
			return p, true
		}
		if ok {
			i = p.end - 1
		}
	}
	return printedPrice{}, false
}

// priceAt reads a number at i, with or without a dollar sign.
func priceAt(text string, i int) (printedPrice, bool) {
	p := printedPrice{start: i}
	if char.HasPrefixFold(text[i:], "us$") {
		i += 2
	}
	if i < len(text) && text[i] == '$' {
		p.money = true
		i = char.SkipSpace(text, i+1)
	}
	begin, point, digits := i, -1, 0
	var n int64
	for ; i < len(text); i++ {
		c := text[i]
		next := i+1 < len(text) && char.IsDigit(text[i+1])
		if c == '.' && point < 0 && next {
			point = i
			continue
		}
		if c == ',' && point < 0 && next {
			if i+3 >= len(text) || !char.IsDigit(text[i+2]) || !char.IsDigit(text[i+3]) || i+4 < len(text) && char.IsDigit(text[i+4]) || i-begin > 3 && text[i-4] != ',' {
				return printedPrice{}, false // a misprint: no one knows what it says
			}
			continue
		}
		if !char.IsDigit(c) {
			break
		}
		if digits++; digits > 18 {
			return printedPrice{}, false // more than a price has
		}
		n = n*10 + int64(c-'0')
	}
	if i == begin || i < len(text) && text[i] == '%' || i+1 < len(text) && text[i] == '.' && char.IsDigit(text[i+1]) {
		return printedPrice{}, false
	}
	scale := 0
	if point >= 0 {
		scale = i - point - 1
	}
	p.value, p.end = ownership.NewDecimal(n, scale), i
	p.isPrice = p.money || point >= 0 && i-point > 2
	return p, true
}

// skipTo returns the place of the second price of a range after the first, or -1
// if no word that makes a range stands between; and reports whether it is "and",
// which makes one only after "between".
func skipTo(text string, i int) (at int, and bool) {
	i = char.SkipSpace(text, i)
	for _, w := range [...]string{"per share", "a share", "(inclusive)", "inclusive", ","} {
		if i < len(text) && text[i]|0x20 == w[0]|0x20 {
			j, _ := char.SkipFold(text, i, w)
			i = char.SkipSpace(text, j)
		}
	}
	found := false
	for _, w := range [...]string{"to ", "through ", "-", "–", "—", "and "} {
		if i >= len(text) || text[i]|0x20 != w[0]|0x20 {
			continue
		}
		if j, ok := char.SkipFold(text, i, w); ok {
			i, found, and = char.SkipSpace(text, j), true, w == "and "
			break
		}
	}
	if !found || i >= len(text) {
		return -1, false
	}
	if c := text[i] | 0x20; c == 'a' || c == 'h' {
		for _, w := range [...]string{"a high of ", "a maximum of ", "high of "} {
			if j, ok := char.SkipFold(text, i, w); ok {
				return char.SkipSpace(text, j), false
			}
		}
	}
	return i, and
}

// lastWords returns the text before i in lower case, a few words of it, without
// what may stand between "between" and its price.
func lastWords(text string, i int) string {
	s := strings.TrimSpace(strings.ToLower(text[max(0, i-40):i]))
	return strings.TrimSpace(strings.TrimSuffix(strings.TrimSuffix(s, "us"), "a low of"))
}

// isForeignDollar reports whether the dollar sign of a price at i is another
// country's: C$, A$, HK$, NZ$.
func isForeignDollar(text string, i int) bool {
	for i < len(text) && text[i] != '$' {
		i++
	}
	return i > 0 && i < len(text) && char.IsWordByte(text[i-1]) && text[i-1]|0x20 != 's'
}

// isForeignMoney reports whether a text speaks of money that may not be dollars.
func isForeignMoney(text string) bool {
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c >= 0x80:
			if strings.HasPrefix(text[i:], "€") || strings.HasPrefix(text[i:], "£") || strings.HasPrefix(text[i:], "¥") {
				return true
			}
		case c == '$':
			if isForeignDollar(text, i) {
				return true
			}
		case char.IsWordByte(c) && !char.IsDigit(c) && (i == 0 || !char.IsWordByte(text[i-1]) || char.IsDigit(text[i-1])):
			if isCurrency(text[i:]) {
				return true
			}
		}
	}
	return false
}

// isCurrency reports whether a text begins with the name of a currency, or a word
// about changing one for another.
func isCurrency(s string) bool {
	for _, w := range [...]string{"euro", "eur ", "canadian", "cad", "cdn", "australian", "aud ", "gbp", "pound", "sterling", "pence", "swiss", "chf", "yen", "jpy", "rmb",
		"renminbi", "yuan", "cny", "hkd", "nis ", "ils ", "shekel", "new israeli", "sek ", "nok ", "dkk ", "kron", "rupee", "inr ", "peso", "rand ", "zar ", "brl", "reais", "won ", "krw",
		"exchange rate", "currenc", "converted"} {
		if s[0]|0x20 == w[0] && char.HasPrefixFold(s, w) {
			return true
		}
	}
	return false
}
