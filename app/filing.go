package app

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/parser/ownership"
)

// part is a part of the filing's view that is drawn by itself.
type part uint8

const (
	partAbout part = iota
	partOwners
	partFacts
	partFindings
	partTableI
	partTableII
	partLegend
	partNotes
	partEnding
	partFields
	partHeader
	parts // how many there are
)

// chunk is so much of a part that drawing it does not hold up the page.
type chunk struct {
	part     part
	from, to int
}

// look is how a filing is looked at.
type look struct {
	secNames, all bool
	windows       [parts]int // windows of a part that are shown beyond the first
	drawn         [parts]int // chunks of a part that are drawn; the rest follows
	done          bool       // nothing follows
}

// window is how many lines, notes, … of a part are shown before it asks whether
// to show more. A filing within EDGAR's bounds has at most 99 of anything.
const window = 500

// size returns how many things a part has.
func (s *sheet) size(p part) int {
	switch p {
	case partOwners:
		return len(s.f.Owners)
	case partFindings:
		return len(s.f.Findings)
	case partTableI:
		return len(s.f.TableI)
	case partTableII:
		return len(s.f.TableII)
	case partNotes:
		return len(s.notes)
	case partFields:
		return len(s.rest)
	case partHeader:
		return len(s.restHeader)
	case partLegend:
		if len(s.codes) == 0 && !s.early && !s.late && !s.swap {
			return 0
		}
	}
	return 1
}

// shown returns how many of them are to be shown.
func (s *sheet) shown(p part, l *look) int { return min(s.size(p), (l.windows[p]+1)*window) }

// cost estimates the elements of the thing i of a part.
func (s *sheet) cost(p part, i int) int {
	switch p {
	case partAbout, partFacts, partEnding, partLegend:
		return 60
	case partOwners:
		return 30
	case partFindings:
		return 6 + min(len(s.f.Findings[i].Paths), maxFindingCells)
	case partTableI:
		return 5 + 2*len(s.tables[0].columns)
	case partTableII:
		return 5 + 3*len(s.tables[1].columns)
	case partNotes:
		return 6 + 2*min(len(s.notes[i].cited), maxCited)
	}
	return 4
}

// chunkCost is what a chunk costs at most, unless one thing costs more.
const chunkCost = 150

// chunks divides what is to be shown of a part, in its order.
func (s *sheet) chunks(p part, l *look) []chunk {
	var all []chunk
	from, cost, n := 0, 0, s.shown(p, l)
	for i := range n {
		c := s.cost(p, i)
		if i > from && cost+c > chunkCost {
			all = append(all, chunk{p, from, i})
			from, cost = i, 0
		}
		cost += c
	}
	if from < n {
		all = append(all, chunk{p, from, n})
	}
	return all
}

// drawNext has so many of the next chunks drawn, in the order of the page, as one
// turn may cost, and notes whether these were the last.
func (s *sheet) drawNext(l *look) {
	spent := 0
	for p := range parts {
		for _, c := range s.chunks(p, l)[l.drawn[p]:] {
			if spent >= turnCost {
				return
			}
			for i := c.from; i < c.to; i++ {
				spent += s.cost(p, i)
			}
			l.drawn[p]++
		}
	}
	l.done = true
}

// turnCost is how much is drawn in one turn, give or take a chunk.
const turnCost = 150

// drawAll has everything drawn that is to be shown.
func (s *sheet) drawAll(l *look) {
	for p := range parts {
		l.drawn[p] = len(s.chunks(p, l))
	}
	l.done = true
}

// draw draws one chunk. It is one element, so that it can be drawn by itself.
func (s *sheet) draw(c chunk) app.UI {
	switch c.part {
	case partAbout:
		return s.about()
	case partFacts:
		return s.factList()
	case partOwners:
		return s.ownerList(c.from, c.to)
	case partFindings:
		return s.findingList(c.from, c.to)
	case partTableI:
		return s.lines(&s.tables[0], c.from, c.to)
	case partTableII:
		return s.lines(&s.tables[1], c.from, c.to)
	case partLegend:
		return s.legend()
	case partNotes:
		return s.noteList(c.from, c.to)
	case partEnding:
		return s.ending()
	case partFields:
		return s.fieldList(s.rest[c.from:c.to])
	}
	return s.fieldList(s.restHeader[c.from:c.to])
}

// view draws the filing around its chunks, each by means of piece: as far as they
// are due.
func (s *sheet) view(l *look, piece func(chunk) app.UI) app.UI {
	var of [parts][]app.UI
	for p := range parts {
		for _, c := range s.chunks(p, l)[:l.drawn[p]] {
			of[p] = append(of[p], piece(c))
		}
		if more := s.size(p) - s.shown(p, l); more > 0 {
			of[p] = append(of[p], s.more(p, more))
		}
	}
	class := "filing"
	if l.secNames {
		class += " names"
	}
	if l.all {
		class += " every"
	}
	card := of[partAbout]
	if s.size(partOwners) > 0 {
		card = append(card, el("section", "people", s.ownersTitle(), el("div", "owners", of[partOwners]...)).Attr("aria-label", "Reporting owners"))
	}
	body := []app.UI{el("header", s.cardClass(), append(card, of[partFacts]...)...)}
	if s.size(partFindings) > 0 {
		panel := el("details", "checks "+s.worst().String(), append([]app.UI{
			el("summary", "", said("h2", "", "Findings"), said("span", "sum", s.findingsSummary())),
		}, of[partFindings]...)...)
		if s.worst() >= ownership.Warning {
			panel = panel.Attr("open", true)
		}
		body = append(body, panel)
	}
	body = append(body, s.tools(l))
	body = append(body, s.table(&s.tables[0], of[partTableI]), s.table(&s.tables[1], of[partTableII]))
	body = append(body, of[partLegend]...)
	var foot []app.UI
	if s.size(partNotes) > 0 {
		foot = append(foot, el("section", "explanation", append([]app.UI{said("h2", "", "Explanation of responses")}, of[partNotes]...)...).
			Attr("aria-label", "Explanation of responses"))
	}
	body = append(body, el("div", "foot", append(foot, of[partEnding]...)...))
	if s.size(partFields) > 0 {
		body = append(body, onDemand("Other fields as filed", s.size(partFields), of[partFields]))
	}
	if s.size(partHeader) > 0 {
		body = append(body, onDemand("EDGAR header", s.size(partHeader), of[partHeader]))
	}
	article := el("article", class, body...)
	if !l.done {
		article = article.Attr("aria-busy", "true")
	}
	return article
}

func onDemand(title string, n int, lists []app.UI) app.UI {
	return el("details", "more", append([]app.UI{
		el("summary", "", said("h2", "", title), said("span", "sum", count(n, "field", "fields"))),
	}, lists...)...)
}

// more asks whether to show the next window of a part.
func (s *sheet) more(p part, left int) app.UI {
	b := button("more", "more", strconv.Itoa(int(p)), "Show "+group(strconv.Itoa(min(left, window)))+" more of "+group(strconv.Itoa(left)))
	if p == partTableI || p == partTableII {
		return el("tbody", "", el("tr", "", el("td", "more", b).Attr("colspan", "20")))
	}
	return el("p", "more", b)
}

// tools are the ways to look at the tables, and the exports.
func (s *sheet) tools(l *look) app.UI {
	toggle := func(do, text string, on bool) app.UI {
		return button("toggle", do, "", text).Attr("aria-pressed", strconv.FormatBool(on))
	}
	return el("div", "tools",
		el("div", "group", toggle("names", "SEC column names", l.secNames), toggle("columns", "All columns", l.all)),
		el("div", "group",
			said("span", "what", "Download"),
			button("", "export", "sec", "SEC tables"), button("", "export", "csv", "CSV"), button("", "export", "json", "JSON")).
			Attr("role", "group").Attr("aria-label", "Download this filing"))
}

// ending draws the remarks and the signatures.
func (s *sheet) ending() app.UI {
	var body []app.UI
	if d := s.take("remarks", plain); !d.tells() {
		delete(s.taken, "remarks") // a box left empty is among the fields
	} else {
		body = append(body, el("section", "remarks", said("h2", "", "Remarks"), s.cell("p", "text", "remarks", d).Attr("dir", "auto")))
	}
	var blocks []app.UI
	for i := range s.f.Signatures {
		path := "signatures[" + strconv.Itoa(i) + "]."
		var block []app.UI
		if d := s.take(path+"name", plain); d.present() {
			block = append(block, s.cell("bdi", "name", path+"name", d))
		}
		if d := s.take(path+"date", day); d.present() {
			block = append(block, s.cell("span", "date", path+"date", d))
		}
		if block != nil {
			blocks = append(blocks, el("li", "", block...))
		}
	}
	if blocks != nil {
		body = append(body, el("section", "signatures", said("h2", "", "Signatures"), el("ul", "", blocks...).Attr("role", "list")))
	} else {
		body = append(body, el("section", "signatures", said("h2", "", "Signatures"), said("p", "gone", "The filing has no signature.")))
	}
	return el("div", "ending", body...)
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
			t += " and " + count(n, "other", "others")
		}
	}
	return t
}
