package app

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/format"
	"filingview/app/markup"
	"filingview/parser/ownership"
)

// rateWords counts lines by state.
func rateWords(head string, r ownership.Rates) app.UI {
	body := []app.UI{app.Text(head + ": ")}
	first := true
	for _, c := range stateCounts(r) {
		if c.n == 0 {
			continue
		}
		if !first {
			body = append(body, app.Text(", "))
		}
		first = false
		body = append(body, app.Text(format.Group(strconv.Itoa(c.n))+" "), badge(c.state, false), markup.Text("span", "", " "+c.state.String()).Attr("aria-hidden", "true"))
	}
	return markup.El("span", "rates", body...)
}

type stateCount struct {
	state ownership.LineState
	n     int
}

func stateCounts(r ownership.Rates) [4]stateCount {
	return [...]stateCount{
		{ownership.Reconciled, r.Reconciled}, {ownership.Explained, r.Explained},
		{ownership.Unexplained, r.Unexplained}, {ownership.CannotBeTested, r.CannotBeTested},
	}
}

// rateMarks counts lines by state with no word that can be seen: 12 ✓ 1 !
func rateMarks(r ownership.Rates) app.UI {
	var body []app.UI
	for _, c := range stateCounts(r) {
		if c.n > 0 {
			body = append(body, markup.El("span", "state "+stateClass(c.state),
				app.Text(format.Group(strconv.Itoa(c.n))+" "), markup.Text("span", "glyph", glyph(c.state)).Attr("aria-hidden", "true"), markup.ScreenReader(c.state.String()+" ")))
		}
	}
	return markup.El("span", "rates", body...)
}
