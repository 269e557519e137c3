package app

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/wire"
)

// listWindow is how many entries of the list are in the page at once.
const listWindow = 100

// list draws a window of what is open, of its entries the first so many: each a
// link to its filing, or the sentence that says why there is none.
func list(l Listing, drawn int, a Address, s Status, folded bool) app.HTMLElem {
	fold := button("button fold", "fold", "", listTitle(s)).
		Attr("aria-expanded", strconv.FormatBool(!folded)).Attr("aria-controls", "entries")
	class := "list"
	if folded {
		class += " folded"
	}
	entries := make([]app.UI, min(drawn, len(l.Entries)))
	for i := range entries {
		e := &l.Entries[i]
		entries[i] = entry(e, a.Filing, s.Several[e.Ref.File] == 0)
	}
	heading := "h1"
	if a.Filing.File > 0 {
		heading = "h2" // the filing has the first
	}
	closing := button("button", "forget", "", "Forget everything")
	var filter, all app.UI = nil, el("p", "all", closing)
	if s.Opened > 0 {
		filter = filterOf(a.Query)
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
			said(heading, "total", listTitle(s)),
			filter,
			all,
			said("p", "sum", found(l, a.Query)),
			el("ul", "entries", entries...).Attr("role", "list"),
			pager(l)).Attr("id", "entries")).
		Attr("aria-label", "Open files")
}

// found says what the filter has left of the list.
func found(l Listing, query string) string {
	switch {
	case query == "":
		return ""
	case l.Matching == 0:
		return "None of " + count(l.Total, "entry", "entries") + " holds these words."
	}
	return group(strconv.Itoa(l.Matching)) + " of " + count(l.Total, "entry", "entries")
}

func filterOf(query string) app.UI {
	return el("p", "filter",
		said("label", "unseen", "Filter the list").Attr("for", "filter"),
		app.ElemSelfClosing("input").Attr("id", "filter").Attr("type", "search").Attr("data-do", "filter").
			Attr("placeholder", "Issuer, owner, ticker, date, file…").Attr("value", query).
			Attr("autocomplete", "off").Attr("spellcheck", "false"))
}

// listTitle counts what is open: 12 filings, 1 could not be read.
func listTitle(s Status) string {
	if s.Opened == 0 && s.Failed > 0 {
		return count(s.Failed, "file", "files") + " could not be read"
	}
	t := count(s.Opened, "filing", "filings")
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

// pager leads to the windows before and behind, where there is more than one.
func pager(l Listing) app.UI {
	return pagerOf(l.From, len(l.Entries), l.Matching, listWindow, "Parts of the list")
}

func pagerOf(from, shown, matching, window int, name string) app.UI {
	if matching <= window {
		return nil
	}
	step := func(text string, from int, on bool) app.UI {
		b := button("button", "from", strconv.Itoa(from), text)
		if !on {
			b = b.Attr("disabled", true)
		}
		return b
	}
	n := group(strconv.Itoa(from+1)) + "–" + group(strconv.Itoa(from+shown)) + " of " + group(strconv.Itoa(matching))
	return el("div", "pager",
		step("Previous", max(0, from-window), from > 0),
		said("span", "sum", n),
		step("Next", from+window, from+shown < matching)).
		Attr("role", "group").Attr("aria-label", name)
}
