package accounts

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/format"
	"filingview/app/ledger"
	"filingview/app/markup"
	"filingview/parser/ownership"
)

// rateBar draws the shares of the marks as a bar, each part with its sign, and as
// a list with the numbers.
func rateBar(r ownership.Rates) app.UI {
	if r.Lines == 0 {
		return nil
	}
	const width = 100.0
	var parts []app.UI
	var words []app.UI
	x := 0.0
	for _, c := range ledger.Counts(r) {
		words = append(words, markup.El("li", "", ledger.Badge(c.Mark, true), markup.Text("strong", "", " "+format.Percent(c.N, r.Lines)), markup.Text("span", "what", " "+format.Count(c.N, "line", "lines"))).
			Attr("data-rate", c.Mark.Class()))
		if c.N == 0 {
			continue
		}
		w := width * float64(c.N) / float64(r.Lines)
		parts = append(parts, markup.Place(markup.Draw("rect", c.Mark.Class()).Attr("x", markup.Coordinate(x)+"%").Attr("width", markup.Coordinate(max(0.1, w-0.2))+"%"), "height", 26))
		if w > 8 {
			parts = append(parts, markup.Draw("text", "on-"+c.Mark.Class(), app.Text(c.Mark.Sign())).Attr("x", markup.Coordinate(x+w/2)+"%").Attr("y", "18"))
		}
		x += w
	}
	return markup.El("div", "rate-bar",
		markup.Draw("svg", "bar", parts...).Attr("aria-hidden", "true"),
		markup.El("ul", "", words...).Attr("role", "list").Attr("aria-label", "Lines by how they stand"))
}
