package app

import (
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/markup"
	"filingview/parser/ownership"
)

// glyph is the sign of a state, which tells it from the others without colour.
func glyph(s ownership.LineState) string {
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

// stateWord is the name of a state at the head of a sentence.
func stateWord(s ownership.LineState) string {
	w := s.String()
	return strings.ToUpper(w[:1]) + w[1:]
}

// stateClass is the state's name in the style sheet.
func stateClass(s ownership.LineState) string {
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

// badge draws a state: its sign, and its word for those who listen or for all.
func badge(s ownership.LineState, word bool) app.UI {
	sign := markup.Text("span", "glyph", glyph(s)).Attr("aria-hidden", "true")
	if word {
		return markup.El("span", "state "+stateClass(s), sign, app.Text(" "+stateWord(s)))
	}
	return markup.El("span", "state "+stateClass(s), sign, markup.ScreenReader(stateWord(s)))
}
