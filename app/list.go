package app

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/wire"
)

// listWindow is how many entries of the list are in the page at once.
const listWindow = 100

// entriesAtOnce is how many entries the list gains in one turn.
const entriesAtOnce = 15

// entryWindow is a part of what is open, of the entries that hold all words of a query.
type entryWindow struct {
	From     int          // place of the first entry among those that match
	Entries  []wire.Entry // in the order in which the files were given
	Matching int          // how many entries match the query
	Total    int          // how many there are
}

// openCounts says how much is open.
type openCounts struct {
	Filings int
	Failed  int         // files and members that gave no filing
	Several map[int]int // entries of each file that has more than one, by its number
}

// listState is the list as it is shown.
type listState struct {
	entryWindow
	drawn  int  // how many of its entries are drawn, at most
	folded bool // only its title is shown, on narrow screens
}

// waits reports whether entries are still to be drawn.
func (s *listState) waits() bool { return s.drawn < len(s.Entries) }

// drawMore has a few more entries drawn, and reports whether there were any.
func (s *listState) drawMore() bool {
	if !s.waits() {
		return false
	}
	s.drawn += entriesAtOnce
	return true
}

// view draws a window of what is open: each entry a link to its filing, or the
// sentence that says why there is none. Beside a filing the list may be folded.
func (s *listState) view(a Address, open openCounts) app.HTMLElem {
	folded := s.folded && a.Filing.File > 0
	fold := button("button fold", "fold", "", listTitle(open)).
		Attr("aria-expanded", strconv.FormatBool(!folded)).Attr("aria-controls", "entries")
	class := "list"
	if folded {
		class += " folded"
	}
	entries := make([]app.UI, min(s.drawn, len(s.Entries)))
	for i := range entries {
		e := &s.Entries[i]
		entries[i] = entry(e, a.Filing, open.Several[e.Ref.File] == 0)
	}
	heading := "h1"
	if a.Filing.File > 0 {
		heading = "h2" // the filing has the first
	}
	closing := button("button", "forget", "", "Forget everything")
	var filter, all app.UI = nil, el("p", "all", closing)
	if open.Filings > 0 {
		filter = filterField("Filter the list", "Issuer, owner, ticker, date, file…", a.Query)
		all = el("div", "group all",
			said("span", "what", "Download all"),
			button("button", "export-all", "sec", "SEC tables"), button("button", "export-all", "csv", "CSV"), button("button", "export-all", "json", "JSON"),
			anchor("#accounts=open", "button", "Do they add up?"),
			closing).
			Attr("role", "group").Attr("aria-label", "All open files")
	}
	return el("nav", class,
		fold,
		el("div", "inside",
			said(heading, "total", listTitle(open)),
			filter,
			all,
			said("p", "sum", s.found(a.Query)),
			el("ul", "entries", entries...).Attr("role", "list"),
			pagerOf(s.From, len(s.Entries), s.Matching, listWindow, "Parts of the list")).Attr("id", "entries")).
		Attr("aria-label", "Open files")
}

// found says what the filter has left of the list.
func (w *entryWindow) found(query string) string {
	switch {
	case query == "":
		return ""
	case w.Matching == 0:
		return "None of " + count(w.Total, "entry", "entries") + " holds these words."
	}
	return group(strconv.Itoa(w.Matching)) + " of " + count(w.Total, "entry", "entries")
}

// listTitle counts what is open: 12 filings, 1 could not be read.
func listTitle(s openCounts) string {
	if s.Filings == 0 && s.Failed > 0 {
		return count(s.Failed, "file", "files") + " could not be read"
	}
	t := count(s.Filings, "filing", "filings")
	if s.Failed > 0 {
		t += ", " + group(strconv.Itoa(s.Failed)) + " could not be read"
	}
	return t
}

// entry draws a line of the list. What is alone in its file can be forgotten here.
func entry(e *wire.Entry, shown wire.Ref, alone bool) app.UI {
	var forget app.UI
	if alone {
		forget = button("forget", "forget-file", strconv.Itoa(e.Ref.File), "×").
			Attr("aria-label", "Forget "+e.Name).Attr("title", "Forget this")
	}
	if e.Failed != "" {
		return el("li", "failed",
			el("div", "",
				el("p", "name", said("strong", "", "Not read: "), said("bdi", "", e.Name)),
				said("p", "why", e.Failed).Attr("dir", "auto")),
			forget)
	}
	form := e.Form
	if form == "" {
		form = "?"
	}
	issuer := e.Issuer
	if issuer == "" {
		issuer = e.Name
	}
	head := []app.UI{said("bdi", "", issuer)}
	if e.Symbol != "" {
		head = append(head, said("span", "what", " "+e.Symbol))
	}
	owner := ""
	if len(e.Owners) > 0 {
		owner = e.Owners[0]
		if n := len(e.Owners) - 1; n > 0 {
			owner += " and " + count(n, "other", "others")
		}
	}
	body := []app.UI{
		el("span", "no", unseen("Form "), app.Text(form)),
		el("span", "issuer", head...),
		said("bdi", "owner", owner),
		el("span", "dates", when("period ", e.Period), when("filed ", e.FiledAt)),
		el("span", "counts", counts(e)...),
	}
	if e.Issuer != "" {
		body = append(body, said("bdi", "file", e.Name))
	}
	a := el("a", "", body...).Attr("href", filingAddress(e.Ref))
	if e.Ref == shown {
		a = a.Attr("aria-current", "page")
	}
	return el("li", "", a, forget)
}

func when(what, iso string) app.UI {
	if iso == "" {
		return nil
	}
	return el("span", "when", app.Text(what), timeElement(iso, dateWordsOf(iso)))
}

// counts tells how long an entry's tables are and what was found in it.
func counts(e *wire.Entry) []app.UI {
	body := []app.UI{app.Text(count(e.TableI+e.TableII, "line", "lines"))}
	if e.Errors > 0 {
		body = append(body, said("span", "error", ", "+count(e.Errors, "error", "errors")))
	}
	if e.Warnings > 0 {
		body = append(body, said("span", "warning", ", "+count(e.Warnings, "warning", "warnings")))
	}
	return body
}
