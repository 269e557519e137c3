package ledger

import (
	"slices"
	"strings"
)

// part is what the remarks say of a filing that was split because EDGAR takes 30
// lines a table: "This Form 4 is the second of two Form 4s". The zero part is none.
type part struct{ n, of int }

// ordinal reads a number from 1 to 10, as a word or in digits; 0 for anything else.
func ordinal(w string) int {
	for i, names := range [...][4]string{
		{"first", "1st", "one", "1"}, {"second", "2nd", "two", "2"}, {"third", "3rd", "three", "3"},
		{"fourth", "4th", "four", "4"}, {"fifth", "5th", "five", "5"}, {"sixth", "6th", "six", "6"},
		{"seventh", "7th", "seven", "7"}, {"eighth", "8th", "eight", "8"}, {"ninth", "9th", "nine", "9"}, {"tenth", "10th", "ten", "10"},
	} {
		if slices.Contains(names[:], w) {
			return i + 1
		}
	}
	return 0
}

// partOf reads "first of two", "1 of 3" and "part 2 of 3". The words must speak of
// forms, filings, reports or parts: "the first of two tranches" is something else.
func partOf(remarks string) part {
	if !strings.Contains(remarks, " of ") {
		return part{}
	}
	words := wordsOf(remarks)
	for i := 1; i+1 < len(words); i++ {
		if words[i] != "of" {
			continue
		}
		n, of := ordinal(words[i-1]), ordinal(words[i+1])
		if n == 0 || of < 2 || n > of {
			continue
		}
		near := words[max(0, i-4):min(len(words), i+5)]
		for _, w := range near {
			switch strings.TrimSuffix(w, "s") {
			case "form", "filing", "report", "part", "page":
				return part{n, of}
			}
		}
	}
	return part{}
}
