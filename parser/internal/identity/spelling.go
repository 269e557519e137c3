package identity

import (
	"slices"
	"strings"

	"filingview/parser/internal/notetext"
)

// nameOf takes a name apart: articles, "by", plurals and the way in which a legal
// form is spelled do not tell holders apart.
func nameOf(text string) Name {
	n := Name{Shown: strings.TrimSpace(text)}
	words, dated := spelled(text)
	n.Dated = dated
	words = foldForms(words)
	n.Words = make([]string, 0, len(words))
	for i, w := range words {
		switch {
		case isForm(w):
			n.Form = w
		case (w == "reporting" || w == "person" || w == "owner") && (i > 0 && words[i-1] == "reporting" || i+1 < len(words) && (words[i+1] == "person" || words[i+1] == "owner")):
		default:
			n.Words = append(n.Words, w)
		}
	}
	slices.Sort(n.Words)
	return n
}

// spelled cuts a name into words in lower case and singular, and takes off the date
// behind "dated" or "u/a/d". A letter of a series stays with its number: "9-A" is
// another fund than "9".
func spelled(text string) (words []string, dated string) {
	words = make([]string, 0, 8)
	chunks := strings.Fields(text)
	for i := 0; i < len(chunks); i++ {
		core := strings.ToLower(strings.Trim(chunks[i], ".,;:()\"'“”‘’[]"))
		switch core {
		case "", "by", "the", "an", "of", "and", "for", "fbo", "f/b/o", "benefit", "under", "his", "her", "their":
			continue
		case "a":
			if i == 0 || chunks[i] == "a" {
				continue
			}
		case "dated", "dtd", "u/a/d", "uad", "u/t/d", "utd", "u/d/t", "udt", "u/a", "u/t":
			j := i + 1
			for j < len(chunks) && isDatePart(chunks[j]) {
				j++
			}
			if j > i+1 {
				dated = strings.ToLower(strings.Trim(strings.Join(chunks[i+1:j], " "), ".,;:()"))
			}
			i = j - 1
			continue
		}
		if series, ok := seriesOf(core); ok {
			words = append(words, series)
			continue
		}
		for _, w := range notetext.Words(chunks[i]) {
			words = append(words, inFull(notetext.Singular(w))...)
		}
	}
	return words, dated
}

// seriesOf recognises "9-A", "9A" and "I-B": a number and a letter.
func seriesOf(core string) (string, bool) {
	number, letter := strings.TrimRight(core, "abcdefghijklmnopqrstuvwxyz"), ""
	if n := strings.IndexByte(core, '-'); n > 0 {
		number, letter = core[:n], core[n+1:]
	} else {
		letter = core[len(number):]
	}
	if len(letter) != 1 || letter[0] < 'a' || letter[0] > 'z' || number == "" || strings.Trim(number, "0123456789") != "" && !isRoman(number) {
		return "", false
	}
	return number + "-" + letter, true
}

// isDatePart reports whether a word is a part of a date: a month, a day, a year, or
// "7/21/11".
func isDatePart(chunk string) bool {
	chunk = strings.Trim(chunk, ".,;:()")
	return chunk == "as" || chunk == "of" || chunk != "" && strings.Trim(chunk, "0123456789/-") == "" || notetext.EndsInMonth(chunk)
}

// inFull returns the words that an abbreviation in a name stands for.
func inFull(w string) []string {
	switch w {
	case "wife", "husband":
		return []string{"spouse"}
	case "rev":
		return []string{"revocable"}
	case "irr", "irrev":
		return []string{"irrevocable"}
	case "fam":
		return []string{"family"}
	case "grat":
		return []string{"grantor", "retained", "annuity", "trust"}
	}
	return []string{w}
}

// foldForms puts one word for each way in which a legal form is spelled: "lp" for
// partnerships, "llc", and "corp" for companies with shares. "Limited" and
// "Company" are a form at the end only.
func foldForms(words []string) []string {
	out := make([]string, 0, len(words))
	for i := 0; i < len(words); i++ {
		next := func(n int, w ...string) bool { return i+n < len(words) && has(w, words[i+n]) }
		switch w := words[i]; {
		case w == "limited" && next(1, "liability") && next(2, "limited") && next(3, "partnership"):
			out = append(out, "lp")
			i += 3
		case w == "limited" && next(1, "liability") && next(2, "company", "co"):
			out = append(out, "llc")
			i += 2
		case w == "limited" && next(1, "partnership"), w == "l" && next(1, "p"):
			out = append(out, "lp")
			i++
		case w == "lp" || w == "llp" || w == "lllp":
			out = append(out, "lp")
		case w == "lc":
			out = append(out, "llc")
		case w == "inc" || w == "incorporated" || w == "corp" || w == "corporation" || w == "ltd" || w == "plc",
			(w == "limited" || w == "company" || w == "co") && i > 0 && (i+1 == len(words) || next(1, "ltd", "inc", "llc", "lp")):
			out = append(out, "corp")
		default:
			out = append(out, w)
		}
	}
	return out
}

func isForm(w string) bool { return w == "lp" || w == "llc" || w == "corp" }

// nobody are the words that name nobody, each between blanks: a list is smaller than a
// switch.
const nobody = " trust see footnote note partnership limited corporation company entity entitie fund held hold through below above " +
	"remark explanation explanatory indirect indirectly estate planning vehicle living family irrevocable revocable " +
	"foundation beneficial beneficially ownership owner owned as in response foot to holding number no affiliated affiliate " +
	"certain various liability exhibit attached please refer fn lp llc corp such this that it grantor retained annuity " +
	"sponsor subsidiary subsidiarie reporting person each other account issuer which him them himself herself me "

// namesNobody reports whether the words of a nature of ownership, or of what a note
// calls the holder, name nobody: they say what kind of vehicle it is, or lead to a
// note.
func namesNobody(words []string) bool {
	for _, w := range words {
		if strings.Contains(nobody, " "+w+" ") {
			continue
		}
		if w[0] >= '0' && w[0] <= '9' && len(w) <= 2 || len(w) == 2 && w[0] == 'f' && w[1] >= '0' && w[1] <= '9' {
			continue
		}
		return false
	}
	return true
}

// kindsOf returns the words of a generic nature that say what kind of vehicle it is.
func kindsOf(words []string) []string {
	var kinds []string
	for _, w := range words {
		switch w {
		case "lp":
			w = "partnership"
		case "corp":
			w = "corporation"
		case "trust", "partnership", "corporation", "company", "fund", "estate", "planning", "vehicle", "living", "family", "irrevocable", "revocable", "foundation",
			"llc", "grantor", "retained", "annuity", "sponsor", "subsidiary":
		default:
			continue
		}
		kinds = append(kinds, w)
	}
	slices.Sort(kinds)
	return slices.Compact(kinds)
}
