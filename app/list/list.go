package list

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/address"
	"filingview/app/format"
	"filingview/app/markup"
	"filingview/app/request"
	"filingview/app/wire"
)

// WindowSize is how many entries of the list are in the page at once.
const WindowSize = 100

// entriesAtOnce is how many entries the list gains in one turn.
const entriesAtOnce = 15

// Window is a part of what is open, of the entries that hold all words of a query.
type Window struct {
	From     int          // place of the first entry among those that match
	Entries  []wire.Entry // in the order in which the files were given
	Matching int          // how many entries match the query
	Total    int          // how many there are
}

// Open says how much is open.
type Open struct {
	Filings int
	Failed  int         // files and members that gave no filing
	Several map[int]int // entries of each file that has more than one, by its number
}

// Query says which part of the list is wanted; see session.Session.List.
type Query struct {
	From  int
	Words string
	Seen  Seen // what there was when the engine was asked
}

// Seen is how much was read at a time.
type Seen struct {
	Total, Failed, Done int // see session.Status
}

// State is the list as it is shown.
type State struct {
	Window
	request request.Request[Query]
	seen    Seen // what there was when the engine was asked for the window
	Drawn   int  // how many of its entries are drawn, at most
	Folded  bool // only its title is shown, on narrow screens
}

// Refresh reports whether the engine is to be asked for a window now: it is asked for
// one at a time.
func (s *State) Refresh(q Query) bool { return s.request.Refresh(q) }

// Answer takes what the engine says to a query, and reports whether it is to be asked
// again. A window after the last entry is not shown.
func (s *State) Answer(q Query, w Window) (again bool) {
	_, again = s.request.Answer(q)
	s.request.Show()
	if w.From > 0 && len(w.Entries) == 0 {
		return true
	}
	s.Window = w
	return s.answered(q, again)
}

// Refuse takes the sentence of why there is no answer to a query, and reports whether
// the engine is to be asked again.
func (s *State) Refuse(q Query, sentence string) (again bool) {
	_, again = s.request.Refuse(q, sentence)
	return s.answered(q, again)
}

func (s *State) answered(q Query, again bool) bool {
	if !again {
		s.seen = q.Seen
	}
	return again
}

// Lacks reports whether the list does not show what there is now.
func (s *State) Lacks(now Seen) bool { return s.seen != now }

// Waits reports whether entries are still to be drawn.
func (s *State) Waits() bool { return s.Drawn < len(s.Entries) }

// DrawMore has a few more entries drawn, and reports whether there were any.
func (s *State) DrawMore() bool {
	if !s.Waits() {
		return false
	}
	s.Drawn += entriesAtOnce
	return true
}

// View draws a window of what is open: each entry a link to its filing, or the
// sentence that says why there is none. Beside a filing the list may be folded.
func (s *State) View(a address.Address, open Open) app.HTMLElem {
	folded := s.Folded && a.Filing.File > 0
	fold := markup.Button("button fold", "fold", "", Title(open)).
		Attr("aria-expanded", strconv.FormatBool(!folded)).Attr("aria-controls", "entries")
	class := "list"
	if folded {
		class += " folded"
	}
	entries := make([]app.UI, min(s.Drawn, len(s.Entries)))
	for i := range entries {
		e := &s.Entries[i]
		entries[i] = entry(e, a.Filing, open.Several[e.Ref.File] == 0)
	}
	heading := "h1"
	if a.Filing.File > 0 {
		heading = "h2" // the filing has the first
	}
	closing := markup.Button("button", "forget", "", "Forget everything")
	var filter, all app.UI = nil, markup.El("p", "all", closing)
	if open.Filings > 0 {
		filter = markup.Filter("Filter the list", "Issuer, owner, ticker, date, file…", a.Query)
		all = markup.El("div", "group all",
			markup.Text("span", "what", "Download all"),
			markup.Button("button", "export-all", "sec", "SEC tables"), markup.Button("button", "export-all", "csv", "CSV"), markup.Button("button", "export-all", "json", "JSON"),
			markup.Link("#accounts=all", "button", "Do they add up?"),
			closing).
			Attr("role", "group").Attr("aria-label", "All open files")
	}
	return markup.El("nav", class,
		fold,
		markup.El("div", "inside",
			markup.Text(heading, "total", Title(open)),
			filter,
			all,
			markup.Text("p", "sum", s.Found(a.Query)),
			markup.El("ul", "entries", entries...).Attr("role", "list"),
			markup.Pager(s.From, len(s.Entries), s.Matching, WindowSize, "Parts of the list")).Attr("id", "entries")).
		Attr("aria-label", "Open files")
}

// Found says what the filter has left of the list.
func (w *Window) Found(query string) string {
	switch {
	case query == "":
		return ""
	case w.Matching == 0:
		return "None of " + format.Count(w.Total, "entry", "entries") + " holds these words."
	}
	return format.Group(strconv.Itoa(w.Matching)) + " of " + format.Count(w.Total, "entry", "entries")
}

// Title counts what is open: 12 filings, 1 could not be read.
func Title(s Open) string {
	if s.Filings == 0 && s.Failed > 0 {
		return format.Count(s.Failed, "file", "files") + " could not be read"
	}
	t := format.Count(s.Filings, "filing", "filings")
	if s.Failed > 0 {
		t += ", " + format.Group(strconv.Itoa(s.Failed)) + " could not be read"
	}
	return t
}

// entry draws a line of the list. What is alone in its file can be forgotten here.
func entry(e *wire.Entry, shown wire.Ref, alone bool) app.UI {
	var forget app.UI
	if alone {
		forget = markup.Button("forget", "forget-file", strconv.Itoa(e.Ref.File), "×").
			Attr("aria-label", "Forget "+e.Name).Attr("title", "Forget this")
	}
	if e.Failed != "" {
		return markup.El("li", "failed",
			markup.El("div", "",
				markup.El("p", "name", markup.Text("strong", "", "Not read: "), markup.Text("bdi", "", e.Name)),
				markup.Text("p", "why", e.Failed).Attr("dir", "auto")),
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
	head := []app.UI{markup.Text("bdi", "", issuer)}
	if e.Symbol != "" {
		head = append(head, markup.Text("span", "what", " "+e.Symbol))
	}
	owner := ""
	if len(e.Owners) > 0 {
		owner = e.Owners[0]
		if n := len(e.Owners) - 1; n > 0 {
			owner += " and " + format.Count(n, "other", "others")
		}
	}
	body := []app.UI{
		markup.El("span", "no", markup.ScreenReader("Form "), app.Text(form)),
		markup.El("span", "issuer", head...),
		markup.Text("bdi", "owner", owner),
		markup.El("span", "dates", when("period ", e.Period), when("filed ", e.FiledAt)),
		markup.El("span", "counts", counts(e)...),
	}
	if e.Issuer != "" {
		body = append(body, markup.Text("bdi", "file", e.Name))
	}
	a := markup.El("a", "", body...).Attr("href", address.OfFiling(e.Ref))
	if e.Ref == shown {
		a = a.Attr("aria-current", "page")
	}
	return markup.El("li", "", a, forget)
}

func when(what, iso string) app.UI {
	if iso == "" {
		return nil
	}
	return markup.El("span", "when", app.Text(what), markup.Time(iso, format.DateText(iso)))
}

// counts tells how long an entry's tables are and what was found in it.
func counts(e *wire.Entry) []app.UI {
	body := []app.UI{app.Text(format.Count(e.TableI+e.TableII, "line", "lines"))}
	if e.Errors > 0 {
		body = append(body, markup.Text("span", "error", ", "+format.Count(e.Errors, "error", "errors")))
	}
	if e.Warnings > 0 {
		body = append(body, markup.Text("span", "warning", ", "+format.Count(e.Warnings, "warning", "warnings")))
	}
	return body
}
