package ledger

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/format"
	"filingview/app/markup"
	"filingview/parser/ownership"
)

// RateWords counts lines by state.
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
		body = append(body, app.Text(format.Group(strconv.Itoa(c.N))+" "), Badge(c.State, false), markup.Text("span", "", " "+c.State.String()).Attr("aria-hidden", "true"))
	}
	return markup.El("span", "rates", body...)
}

type Count struct {
	State ownership.LineState
	N     int
}

func Counts(r ownership.Rates) [4]Count {
	return [...]Count{
		{ownership.Reconciled, r.Reconciled}, {ownership.Explained, r.Explained},
		{ownership.Unexplained, r.Unexplained}, {ownership.CannotBeTested, r.CannotBeTested},
	}
}

// RateMarks counts lines by state with no word that can be seen: 12 ✓ 1 !
func RateMarks(r ownership.Rates) app.UI {
	var body []app.UI
	for _, c := range Counts(r) {
		if c.N > 0 {
			body = append(body, markup.El("span", "state "+Class(c.State),
				app.Text(format.Group(strconv.Itoa(c.N))+" "), markup.Text("span", "glyph", Glyph(c.State)).Attr("aria-hidden", "true"), markup.ScreenReader(c.State.String()+" ")))
		}
	}
	return markup.El("span", "rates", body...)
}
