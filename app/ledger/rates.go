package ledger

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/format"
	"filingview/app/markup"
	"filingview/parser/ownership"
)

// RateWords counts lines by mark.
func RateWords(head string, r ownership.Rates) app.UI {
	body := []app.UI{app.Text(head + ": ")}
	first := true
	for _, c := range Counts(r) {
		if c.N == 0 {
			continue
		}
		if !first {
			body = append(body, app.Text(", "))
		}
		first = false
		body = append(body, app.Text(format.Group(strconv.Itoa(c.N))+" "), Badge(c.Mark, false), markup.Text("span", "", " "+c.Mark.String()).Attr("aria-hidden", "true"))
	}
	return markup.El("span", "rates", body...)
}

// Count says how many lines have a mark.
type Count struct {
	Mark Mark
	N    int
}

// Counts counts lines by mark. Explained lines are counted by their strength.
func Counts(r ownership.Rates) [marks]Count {
	return [...]Count{
		{Reconciled, r.Reconciled}, {Proved, r.Explained - r.Told - r.Likely}, {Told, r.Told}, {Likely, r.Likely},
		{Unexplained, r.Unexplained}, {Untested, r.CannotBeTested},
	}
}

// RateMarks counts lines by mark with no word that can be seen: 12 ✓ 1 !
func RateMarks(r ownership.Rates) app.UI {
	var body []app.UI
	for _, c := range Counts(r) {
		if c.N > 0 {
			body = append(body, markup.El("span", "state "+c.Mark.Class(),
				app.Text(format.Group(strconv.Itoa(c.N))+" "), markup.Text("span", "glyph", c.Mark.Sign()).Attr("aria-hidden", "true"), markup.ScreenReader(c.Mark.String()+" ")))
		}
	}
	return markup.El("span", "rates", body...)
}
