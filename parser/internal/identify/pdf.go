package identify

import (
	"strings"

	"filingview/parser/internal/refusal"
	"filingview/parser/internal/wording"
)

// PDF says what a PDF is that holds no form, by the words of its first pages. A scan
// has its words from a machine that read it.
func PDF(words string, scan bool) *refusal.Error {
	low := strings.ToLower(words)
	e := &refusal.Error{Format: "a PDF", Kind: refusal.ErrForm, Advice: what}
	switch {
	case strings.Contains(low, "form 10-k") || strings.Contains(low, "annual report pursuant to section 13"):
		e.Reason = "This PDF is a 10-K (an annual report), not a Form 3, 4 or 5."
	case strings.Contains(low, "form 10-q"):
		e.Reason = "This PDF is a 10-Q (a quarterly report), not a Form 3, 4 or 5."
	case strings.Contains(low, "form 8-k"):
		e.Reason = "This PDF is an 8-K (a current report), not a Form 3, 4 or 5."
	case strings.Contains(low, "form 144"):
		e.Reason = "This PDF is a Form 144 notice (a proposed sale under Rule 144), not a Form 3, 4 or 5."
		e.Advice = "Open the Form 4 that follows the sale instead."
	case isForm(low) && scan:
		e.Reason = "This is a scan of a Form 3, 4 or 5, but too little of what a machine read on it is right: the headings of its boxes and tables are not found."
		e.Advice = "Scan it again with at least 200 dots per inch, or open the filing's XML or .txt from EDGAR."
	case isForm(low):
		e.Reason = "This PDF speaks of a Form 3, 4 or 5, but the headings of the form, its boxes and tables, are not found in it."
		e.Advice = "Open the filing's XML or .txt from EDGAR."
	default:
		e.Reason = "This PDF is no Form 3, 4 or 5: it begins “" + wording.Clip(strings.TrimSpace(words)) + "”."
	}
	return e
}

// Implausible is the refusal of a form, of which number says which, that was read from
// what format calls it, "a PDF", as no form can be: found says how, in pieces of a sentence.
func Implausible(format, number string, found []string) *refusal.Error {
	is := "a form of Section 16"
	if number != "" {
		is = "a Form " + number
	}
	return &refusal.Error{Format: format, Kind: refusal.ErrDamaged,
		Reason: "This looks like " + is + ", but not like one that can be read as " + format + ": " + strings.Join(found, ", and ") + ". So nothing of it is shown.",
		Advice: "Open the filing's XML or its full submission (.txt) from EDGAR instead."}
}
