package notetext

import "strings"

// Part is what the remarks say of a filing that was split because EDGAR takes 30
// lines a table: "This Form 4 is the second of two Form 4s". The zero part is none.
type Part struct{ N, Of int }

// PartOf reads "first of two", "1 of 3" and "part 2 of 3". The words must speak of
// forms, filings, reports or parts: "the first of two tranches" is something else.
func PartOf(remarks string) Part {
	if !strings.Contains(remarks, " of ") {
		return Part{}
	}
	words := Words(remarks)
	for i := 1; i+1 < len(words); i++ {
		if words[i] != "of" {
			continue
		}
		n, of := Ordinal(words[i-1]), Ordinal(words[i+1])
		if n == 0 || of < 2 || n > of {
			continue
		}
		near := words[max(0, i-4):min(len(words), i+5)]
		for _, w := range near {
			switch strings.TrimSuffix(w, "s") {
			case "form", "filing", "report", "part", "page":
				return Part{n, of}
			}
		}
	}
	return Part{}
}
