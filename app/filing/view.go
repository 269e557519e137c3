package filing

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/address"
	"filingview/app/format"
	"filingview/app/markup"
)

// view draws the filing around its chunks, each by means of piece: as far as they
// are due.
func (v *View) view(a address.Address, entries int, l *look, piece func(chunk) app.UI) app.UI {
	var of [parts][]app.UI
	for p := range parts {
		for _, c := range v.due(p, l) {
			of[p] = append(of[p], piece(c))
		}
		if more := v.size(p) - v.shown(p, l); more > 0 {
			of[p] = append(of[p], v.more(p, more))
		}
	}
	class := "filing form" + string(rune(v.form))
	if a.SECNames {
		class += " names"
	}
	if a.All {
		class += " every"
	}
	card := of[partAbout]
	if v.size(partOwners) > 0 {
		card = append(card, markup.El("section", "people", v.card.ownersTitle(), markup.El("div", "owners", of[partOwners]...)).Attr("aria-label", "Reporting owners"))
	}
	body := []app.UI{markup.El("header", v.card.class(), append(card, of[partFacts]...)...)}
	if v.size(partFindings) > 0 {
		body = append(body, findingsPanel("Findings", v.severities(), of[partFindings]))
	}
	if v.size(partRepairs) > 0 {
		body = append(body, markup.El("details", "checks", append([]app.UI{
			markup.El("summary", "", markup.Text("h2", "", "Repairs"), markup.Text("span", "sum", v.repairs.summary())),
		}, of[partRepairs]...)...))
	}
	if v.size(partLedger) > 0 {
		body = append(body, findingsPanel("Findings in the balances", v.ledger.severities(), of[partLedger]))
	}
	body = append(body, v.tools(a, entries))
	body = append(body, v.table(&v.tables[0], of[partTableI]), v.table(&v.tables[1], of[partTableII]))
	if u := v.ledger.holdingsView(of[partHoldings]); u != nil {
		body = append(body, u)
	}
	body = append(body, of[partLegend]...)
	var foot []app.UI
	if v.size(partNotes) > 0 {
		foot = append(foot, markup.El("section", "explanation", append([]app.UI{markup.Text("h2", "", "Explanation of responses")}, of[partNotes]...)...).
			Attr("aria-label", "Explanation of responses"))
	}
	body = append(body, markup.El("div", "foot", append(foot, of[partEnding]...)...))
	if v.size(partFields) > 0 {
		body = append(body, onDemand("Other fields as filed", v.size(partFields), of[partFields]))
	}
	if v.size(partHeader) > 0 {
		body = append(body, onDemand("EDGAR header", v.size(partHeader), of[partHeader]))
	}
	article := markup.El("article", class, body...)
	if !l.done {
		article = article.Attr("aria-busy", "true")
	}
	return article
}

func onDemand(title string, n int, lists []app.UI) app.UI {
	return markup.El("details", "more", append([]app.UI{
		markup.El("summary", "", markup.Text("h2", "", title), markup.Text("span", "sum", format.Count(n, "field", "fields"))),
	}, lists...)...)
}

// more asks whether to show the next window of a part.
func (v *View) more(p part, left int) app.UI {
	b := markup.Button("more", "more", strconv.Itoa(int(p)), "Show "+format.Group(strconv.Itoa(min(left, window)))+" more of "+format.Group(strconv.Itoa(left)))
	if p == partTableI || p == partTableII {
		return markup.El("tbody", "", markup.El("tr", "", markup.El("td", "more", b).Attr("colspan", "20")))
	}
	return markup.El("p", "more", b)
}

// tools are the ways to look at the tables, and the exports.
func (v *View) tools(a address.Address, entries int) app.UI {
	toggle := func(do, text string, on bool) app.UI {
		return markup.Button("toggle", do, "", text).Attr("aria-pressed", strconv.FormatBool(on))
	}
	return markup.El("div", "tools",
		markup.El("div", "group", toggle("names", "SEC column names", a.SECNames), toggle("columns", "All columns", a.All),
			markup.Button("toggle", "source", "", "Source").Attr("aria-pressed", strconv.FormatBool(a.Source)).Attr("aria-controls", "source")),
		markup.El("div", "group",
			markup.Text("span", "what", "Download"),
			markup.Button("", "export", "sec", "SEC tables"), markup.Button("", "export", "csv", "CSV"), markup.Button("", "export", "json", "JSON")).
			Attr("role", "group").Attr("aria-label", "Download this filing"),
		markup.El("div", "group", forgetFile(v.ref.File, entries)))
}

// forgetFile closes the file that a filing is of, with all that is in it.
func forgetFile(file, entries int) app.UI {
	text := "Forget this"
	if entries > 1 {
		text = "Forget this archive of " + format.Count(entries, "entry", "entries")
	}
	return markup.Button("", "forget-file", strconv.Itoa(file), text)
}

// title is the page's: Form 4 · Snowflake Inc. (SNOW) · Scarpelli Michael.
func (v *View) title() string {
	t := "Form " + string(v.f.DocumentType.V)
	if v.f.DocumentType.V == "" {
		t = v.f.Source.Name
	}
	if n := v.f.Issuer.Name.V; n != "" {
		t += " · " + n
		if symbol := v.f.Issuer.TradingSymbol.V; symbol != "" {
			t += " (" + symbol + ")"
		}
	}
	if len(v.f.Owners) > 0 && v.f.Owners[0].Name.V != "" {
		t += " · " + v.f.Owners[0].Name.V
		if n := len(v.f.Owners) - 1; n > 0 {
			t += " and " + format.Count(n, "other", "others")
		}
	}
	return t
}
