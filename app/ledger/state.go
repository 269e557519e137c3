package ledger

import (
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/markup"
	"filingview/parser/ownership"
)

// Glyph is the sign of a state, which tells it from the others without colour.
func Glyph(s ownership.LineState) string {
	switch s {
	case ownership.Reconciled:
		return "✓"
	case ownership.Explained:
		return "≈"
	case ownership.Unexplained:
		return "!"
	}
	return "?"
}

// Word is the name of a state at the head of a sentence.
func Word(s ownership.LineState) string {
	w := s.String()
	return strings.ToUpper(w[:1]) + w[1:]
}

// Class is the state's name in the style sheet.
func Class(s ownership.LineState) string {
	switch s {
	case ownership.Reconciled:
		return "reconciled"
	case ownership.Explained:
		return "explained"
	case ownership.Unexplained:
		return "unexplained"
	}
	return "untested"
}

// Badge draws a state: its sign, and its word for those who listen or for all.
func Badge(s ownership.LineState, word bool) app.UI {
	sign := markup.Text("span", "glyph", Glyph(s)).Attr("aria-hidden", "true")
	if word {
		return markup.El("span", "state "+Class(s), sign, app.Text(" "+Word(s)))
	}
	return markup.El("span", "state "+Class(s), sign, markup.ScreenReader(Word(s)))
}
