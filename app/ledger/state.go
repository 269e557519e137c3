package ledger

import (
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/markup"
	"filingview/parser/ownership"
)

// Mark is how a line stands, as it is drawn: its state and, of an explained line, how
// sure the explanation is. Marks are in the order in which they are counted.
type Mark uint8

const (
	Untested Mark = iota // the zero line cannot be tested
	Reconciled
	Proved
	Told
	Likely
	Unexplained
	marks // how many there are
)

// markTexts says of each mark its sign, its words and its name in the style sheet. The
// sign and the frame that the style sheet draws around it tell marks apart without
// colour.
var markTexts = [marks]struct{ sign, words, class, meaning string }{
	Untested:    {"?", "cannot be tested", "untested", "nothing before the line says what the balance was"},
	Reconciled:  {"✓", "reconciled", "reconciled", "the balance follows from the line or the filing before"},
	Proved:      {"≈", "explained and proved", "proved", "other cells, or a number in a note, account for the difference"},
	Told:        {"≈“", "told by a note", "told", "a note says why the balance moved, and gives no amount that could be checked"},
	Likely:      {"≈?", "likely explained", "likely", "the figures look like it, and something else is possible"},
	Unexplained: {"!", "unexplained", "unexplained", "the balance does not follow, and nothing in the open filings says why"},
}

// MarkOf returns the mark of a line.
func MarkOf(l *ownership.LineFigures) Mark {
	switch l.State {
	case ownership.Reconciled:
		return Reconciled
	case ownership.Unexplained:
		return Unexplained
	case ownership.Explained:
		switch l.Strength {
		case ownership.StrengthTold:
			return Told
		case ownership.StrengthLikely:
			return Likely
		}
		return Proved
	}
	return Untested
}

// Sign tells the mark from the others without colour.
func (m Mark) Sign() string { return markTexts[m].sign }

// String is the mark in words: likely explained.
func (m Mark) String() string { return markTexts[m].words }

// Class is the mark's name in the style sheet.
func (m Mark) Class() string { return markTexts[m].class }

// Meaning says what the mark stands for.
func (m Mark) Meaning() string { return markTexts[m].meaning }

// Head is the mark at the head of its explanation. What is told by a note says there
// that nobody has checked the amount.
func (m Mark) Head() string {
	w := m.String()
	if m == Told {
		w += ", amount not checked"
	}
	return strings.ToUpper(w[:1]) + w[1:]
}

// Badge draws a mark: its sign, and its words for those who listen or for all.
func Badge(m Mark, words bool) app.UI {
	sign := markup.Text("span", "glyph", m.Sign()).Attr("aria-hidden", "true")
	if words {
		return markup.El("span", "state "+m.Class(), sign, app.Text(" "+m.Head()))
	}
	return markup.El("span", "state "+m.Class(), sign, markup.ScreenReader(m.String()))
}
