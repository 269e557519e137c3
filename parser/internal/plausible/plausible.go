// Package plausible stands between reading a form and showing it. It looks at what was
// read of a page, a PDF or a text, and at what it was read from, and asks whether that
// looks like a form: the readers find headings and go by them, and where these do not fit
// what is below them, they give values all the same.
//
// [Check] weighs what is odd. Too much of it, and the form is refused; what is left is
// marked: a doubtful cell is Malformed, and values that are in no cell are told of.
package plausible

import (
	"strings"
	"unicode"

	"filingview/parser/internal/form"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// Form is a form as it was read, and what it was read from.
type Form struct {
	Filing *ownership.Filing
	Blocks []sheet.Block
	// Given is set where the source says which words make a cell: then an empty cell is
	// empty.
	Given bool
	// Misread is set where letters may be others: what looks odd is repaired on evidence,
	// or marked, before.
	Misread bool
}

// Refusal says why a form is not shown.
type Refusal struct {
	Form  string   // its number, "4", or empty
	Found []string // what is odd, in the words of a sentence: "the issuer's name is “3.”"
	// Nameless is set where nothing is odd but that no issuer or no owner is read.
	Nameless bool
}

// Error gives what was found in one line.
func (r *Refusal) Error() string { return "what was read is no form: " + strings.Join(r.Found, "; ") }

// Check marks the cells of a form that cannot be right, or gives a *Refusal if too much of
// it is odd.
func Check(f Form) error {
	j := judge{Form: f}
	j.header()
	j.owners()
	j.lines()
	j.leftOver()
	total, others := 0, 0
	for c, n := range j.times {
		total += min(n*weights[c].weight, weights[c].most)
		if c != int(noIssuer) && c != int(noOwner) {
			others += n
		}
	}
	if total >= refuseAt {
		return &Refusal{Form: string(f.Filing.DocumentType.V), Found: j.found, Nameless: others == 0}
	}
	for _, mark := range j.marks {
		mark()
	}
	j.ticks()
	return nil
}

// judge gathers what is odd about a form.
type judge struct {
	Form
	times [checks]int
	found []string
	marks []func() // what is done with the doubtful cells if the form is not refused
}

// maxFound bounds what a refusal lists.
const maxFound = 3

// fail counts a check that failed, and what it found.
func (j *judge) fail(c check, found string) {
	j.times[c]++
	if len(j.found) < maxFound {
		j.found = append(j.found, found)
	}
}

// doubt leaves a cell without a value if the form is not refused.
func doubt[T any](j *judge, v *ownership.Value[T]) {
	j.marks = append(j.marks, func() {
		var none T
		v.V, v.State, v.Repairs = none, ownership.Malformed, nil
		if v.How > ownership.Placed {
			v.How = ownership.Placed
		}
	})
}

// letters counts the letters of a text, not those of frames.
func letters(s string) int {
	n := 0
	for _, c := range s {
		if unicode.IsLetter(c) {
			n++
		}
	}
	return n
}

// folded gives the folded words of a text.
func folded(s string) []string {
	var out []string
	for w := range strings.FieldsSeq(s) {
		out = form.AppendFolded(out, w)
	}
	return out
}
