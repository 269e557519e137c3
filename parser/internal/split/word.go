package split

import (
	"strconv"
	"strings"

	"filingview/parser/internal/char"
)

// word is a word, a number or a sign of a text in lower case, with its bytes.
type word struct {
	text     string
	from, to int
}

// wordsOf cuts a text in lower case into words, numbers ("1,000", "2.5") and signs.
// Every dash is "-".
func wordsOf(low string) []word {
	words := make([]word, 0, len(low)/6+1)
	for i := 0; i < len(low); {
		from := i
		switch c := low[i]; {
		case char.IsSpace(c):
			i++
			continue
		case char.IsDigit(c):
			for i < len(low) && (char.IsDigit(low[i]) || (low[i] == ',' || low[i] == '.') && i+1 < len(low) && char.IsDigit(low[i+1])) {
				i++
			}
		case c == '.' && i+1 < len(low) && char.IsDigit(low[i+1]):
			for i++; i < len(low) && char.IsDigit(low[i]); i++ {
			}
		case c >= 'a' && c <= 'z':
			for i < len(low) && (low[i] >= 'a' && low[i] <= 'z' || char.IsDigit(low[i])) {
				i++
			}
		case c < 0x80:
			i++
		default:
			n, dash := sign(low[i:])
			i += n
			if !dash {
				continue // a quotation mark, a wide space, a letter with an accent
			}
			words = append(words, word{"-", from, i})
			continue
		}
		words = append(words, word{low[from:i], from, i})
	}
	return words
}

// sign returns the length of the character beyond ASCII that s begins with, and
// whether it is a dash.
func sign(s string) (n int, dash bool) {
	for _, r := range s {
		return len(string(r)), r >= 0x2010 && r <= 0x2015 || r == 0x2212
	}
	return 1, false
}

// number is a number of shares, or of hundredths: n / per.
type number struct{ n, per int64 }

// at returns the text of a word, or "" beyond the ends.
func at(words []word, i int) string {
	if i < 0 || i >= len(words) {
		return ""
	}
	return words[i].text
}

// numberAt reads a number at word i: "25", "2.5", "twenty-five", "one hundred", each
// with the number in figures or words that may follow in brackets. next is the
// word after it, or i if there is none.
func numberAt(words []word, i int) (v number, next int) {
	v, next = plainNumberAt(words, i)
	if next > i && at(words, next) == "(" {
		if w, end := plainNumberAt(words, next+1); end > next+1 && w == v && at(words, end) == ")" {
			next = end + 1
		}
	}
	return v, next
}

func plainNumberAt(words []word, i int) (v number, next int) {
	w := at(words, i)
	if w == "" {
		return v, i
	}
	if char.IsDigit(w[0]) || w[0] == '.' && len(w) > 1 {
		return digits(w, i)
	}
	n := tens(w)
	next = i + 1
	switch {
	case n > 0:
		k := next
		if at(words, k) == "-" {
			k++
		}
		// "twenty-five", not "twenty-for"
		if u := unit(at(words, k)); u > 0 && u < 10 {
			n, next = n+u, k+1
		}
	case unit(w) > 0:
		n = unit(w)
	case w == "hundred":
		n = 100
	default:
		return v, i
	}
	k := next
	if at(words, k) == "-" {
		k++
	}
	if n < 20 && at(words, k) == "hundred" {
		n, next = n*100, k+1
	}
	return number{n, 1}, next
}

// digits reads "25" and "2.5"; more than five digits are no number of a split.
func digits(w string, i int) (number, int) {
	whole, fraction, _ := strings.Cut(strings.ReplaceAll(w, ",", ""), ".")
	fraction = strings.TrimRight(fraction, "0")
	if len(whole)+len(fraction) > 5 {
		return number{}, i
	}
	n, err := strconv.ParseInt(whole+fraction, 10, 64)
	if err != nil || n == 0 {
		return number{}, i
	}
	per := int64(1)
	for range fraction {
		per *= 10
	}
	return number{n, per}, i + 1
}

// unit reads a number word below twenty.
func unit(w string) int64 {
	switch w {
	case "one":
		return 1
	case "two":
		return 2
	case "three":
		return 3
	case "four":
		return 4
	case "five":
		return 5
	case "six":
		return 6
	case "seven":
		return 7
	case "eight":
		return 8
	case "nine":
		return 9
	case "ten":
		return 10
	case "eleven":
		return 11
	case "twelve":
		return 12
	case "thirteen":
		return 13
	case "fourteen":
		return 14
	case "fifteen":
		return 15
	case "sixteen":
		return 16
	case "seventeen":
		return 17
	case "eighteen":
		return 18
	case "nineteen":
		return 19
	}
	return 0
}

func tens(w string) int64 {
	switch w {
	case "twenty":
		return 20
	case "thirty":
		return 30
	case "forty":
		return 40
	case "fifty":
		return 50
	case "sixty":
		return 60
	case "seventy":
		return 70
	case "eighty":
		return 80
	case "ninety":
		return 90
	}
	return 0
}
