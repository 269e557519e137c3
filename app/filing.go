package app

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/field"
	"filingview/app/format"
	"filingview/app/markup"
	"filingview/parser/ownership"
)

// view draws the filing around its chunks, each by means of piece: as far as they
// are due.
func (s *sheet) view(l *look, piece func(chunk) app.UI) app.UI {
	var of [parts][]app.UI
	for p := range parts {
		for _, c := range s.due(p, l) {
			of[p] = append(of[p], piece(c))
		}
		if more := s.size(p) - s.shown(p, l); more > 0 {
			of[p] = append(of[p], s.more(p, more))
		}
	}
	class := "filing form" + string(rune(s.form))
	if l.secNames {
		class += " names"
	}
	if l.all {
		class += " every"
	}
	card := of[partAbout]
	if s.size(partOwners) > 0 {
		card = append(card, markup.El("section", "people", s.ownersTitle(), markup.El("div", "owners", of[partOwners]...)).Attr("aria-label", "Reporting owners"))
	}
	body := []app.UI{markup.El("header", s.cardClass(), append(card, of[partFacts]...)...)}
	if s.size(partFindings) > 0 {
		panel := markup.El("details", "checks "+s.worst().String(), append([]app.UI{
			markup.El("summary", "", markup.Text("h2", "", "Findings"), markup.Text("span", "sum", s.findingsSummary())),
		}, of[partFindings]...)...)
		if s.worst() >= ownership.Warning {
			panel = panel.Attr("open", true)
		}
		body = append(body, panel)
	}
	if s.size(partRepairs) > 0 {
		body = append(body, markup.El("details", "checks", append([]app.UI{
			markup.El("summary", "", markup.Text("h2", "", "Repairs"), markup.Text("span", "sum", s.repairsSummary())),
		}, of[partRepairs]...)...))
	}
	if s.size(partLedger) > 0 {
		panel := markup.El("details", "checks "+s.worstOfLedger().String(), append([]app.UI{
			markup.El("summary", "", markup.Text("h2", "", "Findings in the balances"), markup.Text("span", "sum", severities(ledgerSeverities(s.tally.Findings)))),
		}, of[partLedger]...)...)
		if s.worstOfLedger() >= ownership.Warning {
			panel = panel.Attr("open", true)
		}
		body = append(body, panel)
	}
	body = append(body, s.tools(l))
	body = append(body, s.table(&s.tables[0], of[partTableI]), s.table(&s.tables[1], of[partTableII]))
	if u := s.holdingsView(of[partHoldings]); u != nil {
		body = append(body, u)
	}
	body = append(body, of[partLegend]...)
	var foot []app.UI
	if s.size(partNotes) > 0 {
		foot = append(foot, markup.El("section", "explanation", append([]app.UI{markup.Text("h2", "", "Explanation of responses")}, of[partNotes]...)...).
			Attr("aria-label", "Explanation of responses"))
	}
	body = append(body, markup.El("div", "foot", append(foot, of[partEnding]...)...))
	if s.size(partFields) > 0 {
		body = append(body, onDemand("Other fields as filed", s.size(partFields), of[partFields]))
	}
	if s.size(partHeader) > 0 {
		body = append(body, onDemand("EDGAR header", s.size(partHeader), of[partHeader]))
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
func (s *sheet) more(p part, left int) app.UI {
	b := markup.Button("more", "more", strconv.Itoa(int(p)), "Show "+format.Group(strconv.Itoa(min(left, window)))+" more of "+format.Group(strconv.Itoa(left)))
	if p == partTableI || p == partTableII {
		return markup.El("tbody", "", markup.El("tr", "", markup.El("td", "more", b).Attr("colspan", "20")))
	}
	return markup.El("p", "more", b)
}

// tools are the ways to look at the tables, and the exports.
func (s *sheet) tools(l *look) app.UI {
	toggle := func(do, text string, on bool) app.UI {
		return markup.Button("toggle", do, "", text).Attr("aria-pressed", strconv.FormatBool(on))
	}
	return markup.El("div", "tools",
		markup.El("div", "group", toggle("names", "SEC column names", l.secNames), toggle("columns", "All columns", l.all),
			markup.Button("toggle", "source", "", "Source").Attr("aria-pressed", strconv.FormatBool(l.source)).Attr("aria-controls", "source")),
		markup.El("div", "group",
			markup.Text("span", "what", "Download"),
			markup.Button("", "export", "sec", "SEC tables"), markup.Button("", "export", "csv", "CSV"), markup.Button("", "export", "json", "JSON")).
			Attr("role", "group").Attr("aria-label", "Download this filing"),
		markup.El("div", "group", forgetFile(s.ref.File, l.fellows)))
}

// forgetFile closes the file that a filing is of, with all that is in it.
func forgetFile(file, entries int) app.UI {
	text := "Forget this"
	if entries > 1 {
		text = "Forget this archive of " + format.Count(entries, "entry", "entries")
	}
	return markup.Button("", "forget-file", strconv.Itoa(file), text)
}

// ending draws the remarks and the signatures.
func (s *sheet) ending() app.UI {
	var body []app.UI
	if d := s.take("remarks", field.Plain); !d.Tells() {
		delete(s.taken, "remarks") // a box left empty is among the fields
	} else {
		body = append(body, markup.El("section", "remarks", markup.Text("h2", "", "Remarks"), s.cell("p", "text", "remarks", d).Attr("dir", "auto")))
	}
	var blocks []app.UI
	for i := range s.f.Signatures {
		path := "signatures[" + strconv.Itoa(i) + "]."
		var block []app.UI
		if d := s.take(path+"name", field.Plain); d.Present() {
			block = append(block, s.cell("bdi", "name", path+"name", d))
		}
		if d := s.take(path+"date", field.Day); d.Present() {
			block = append(block, s.cell("span", "date", path+"date", d))
		}
		if block != nil {
			blocks = append(blocks, markup.El("li", "", block...))
		}
	}
	if blocks != nil {
		body = append(body, markup.El("section", "signatures", markup.Text("h2", "", "Signatures"), markup.El("ul", "", blocks...).Attr("role", "list")))
	} else {
		body = append(body, markup.El("section", "signatures", markup.Text("h2", "", "Signatures"), markup.Text("p", "gone", "The filing has no signature.")))
	}
	return markup.El("div", "ending", body...)
}

// title is the page's: Form 4 · Snowflake Inc. (SNOW) · Scarpelli Michael.
func (s *sheet) title() string {
	t := "Form " + string(s.f.DocumentType.V)
	if s.f.DocumentType.V == "" {
		t = s.f.Source.Name
	}
	if n := s.f.Issuer.Name.V; n != "" {
		t += " · " + n
		if symbol := s.f.Issuer.TradingSymbol.V; symbol != "" {
			t += " (" + symbol + ")"
		}
	}
	if len(s.f.Owners) > 0 && s.f.Owners[0].Name.V != "" {
		t += " · " + s.f.Owners[0].Name.V
		if n := len(s.f.Owners) - 1; n > 0 {
			t += " and " + format.Count(n, "other", "others")
		}
	}
	return t
}
