//go:build e2e

package e2e_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"filingview/parser/ownership"
)

// shown is the filing as it stands on the page.
type shown struct {
	Cells    []shownCell
	Notes    []shownNote
	Findings []string // rules
	Dangling []string // links to places that are not there
	Twice    []string // ids that two elements have
	Hidden   []string // paths of cells of the tables that are not to be seen
}

// shownCell is one element with a data-path.
type shownCell struct {
	Path, Text, State, How string
	Marks                  []string // addresses
}

// shownNote is one note of the list.
type shownNote struct {
	ID, Label, Text string
	Cited           []string // addresses
}

// reader reads the filing off the page. Marks, hints and words that are only
// spoken are no part of a cell's text; of a date its machine form is read, and of
// a code its letter.
const reader = `(() => {
	const text = (cell) => {
		const time = cell.querySelector(":scope > time"), code = cell.querySelector(":scope > button.code");
		if (time) return time.dateTime;
		if (code) return code.textContent;
		const copy = cell.cloneNode(true);
		for (const e of copy.querySelectorAll(".marks, .how, .unseen")) e.remove();
		return copy.textContent;
	};
	const links = (e, which) => [...e.querySelectorAll(which)].map((a) => a.getAttribute("href"));
	const ids = [...document.querySelectorAll("[id]")].map((e) => e.id), known = new Set(ids);
	return {
		cells: [...document.querySelectorAll("[data-path]")].map((e) => ({
			path: e.dataset.path, text: text(e), state: e.dataset.state || "", how: e.dataset.how || "",
			marks: links(e, ":scope > .marks > a") })),
		notes: [...document.querySelectorAll("li[id^=footnote-]")].map((e) => ({
			id: e.id, label: e.querySelector(".number").textContent, text: e.querySelector(".text").textContent,
			cited: links(e, ".cited a") })),
		findings: [...document.querySelectorAll(".findings:not(.ledger) > [data-rule]")].map((e) => e.dataset.rule),
		dangling: links(document, "article a[href^='#']").filter((a) => !a.includes("=") && !known.has(a.slice(1))),
		twice: ids.filter((id, i) => ids.indexOf(id) !== i),
		hidden: [...document.querySelectorAll("table [data-path]")].filter((e) => e.getClientRects().length === 0).map((e) => e.dataset.path),
	};
})()`

// filing reads what the page shows, with everything that it shows on demand.
func (b *tab) filing() shown {
	b.Helper()
	for value[bool](b, `document.querySelector("button.more") !== null`) {
		left := value[int](b, `document.querySelectorAll("[data-path]").length`)
		b.run(`document.querySelector("button.more").click()`)
		b.until(`document.querySelectorAll("[data-path]").length > %s && document.querySelector("article").ariaBusy !== "true"`, left)
	}
	var s shown
	b.must(json.Unmarshal(value[[]byte](b, reader), &s))
	return s
}

// compare waits until the page shows the filing, and fails the test for every
// cell, note and finding that is not there exactly once and rightly, and for
// everything that is there besides.
func (b *tab) compare(name string, f *ownership.Filing) {
	b.Helper()
	const drawn = `document.documentElement.dataset.state === "showing" && document.querySelector("article")?.ariaBusy !== "true"`
	var wrong []string
	for deadline := time.Now().Add(5 * time.Second); time.Now().Before(deadline); {
		b.until(drawn)
		s := b.filing()
		if wrong = s.compare(f); len(wrong) == 0 {
			return
		}
	}
	if len(wrong) > 10 {
		wrong = append(wrong[:10], fmt.Sprintf("and %d more. The page shows:\n%s", len(wrong)-10, b.state()))
	}
	for _, w := range wrong {
		b.Errorf("%s: %s", name, w)
	}
}

// compare returns in sentences in what the page differs from the filing.
func (s *shown) compare(f *ownership.Filing) (wrong []string) {
	say := func(format string, args ...any) { wrong = append(wrong, fmt.Sprintf(format, args...)) }
	at := map[string]shownCell{}
	for _, c := range s.Cells {
		if _, ok := at[c.Path]; ok {
			say("%s is on the page twice.", c.Path)
		}
		at[c.Path] = c
	}
	numbers := numbersOf(f)
	for c := range f.Cells() {
		on, ok := at[c.Path]
		if !ok {
			say("%s (%q) is not on the page.", c.Path, c.Raw)
			continue
		}
		delete(at, c.Path)
		if want := texts(c, numbers[c.Path]); !slices.Contains(want, on.text(numbers[c.Path])) {
			say("%s reads %q, want one of %q.", c.Path, on.Text, want)
		}
		state, how := "", ""
		if c.State != ownership.Known {
			state = c.State.String()
		}
		if c.How != ownership.Tagged {
			how = c.How.String()
		}
		if on.State != state || on.How != how {
			say("%s has state %q and how %q, want %q and %q.", c.Path, on.State, on.How, state, how)
		}
		wrong = append(wrong, s.compareMarks(c, on)...)
	}
	for path := range at {
		say("%s is on the page, and not in the filing.", path)
	}
	if len(s.Notes) < len(f.Footnotes) {
		say("%d notes are on the page, the filing has %d.", len(s.Notes), len(f.Footnotes))
	}
	for i := range min(len(f.Footnotes), len(s.Notes)) {
		if n, on := &f.Footnotes[i], s.Notes[i]; on.Label != "("+n.Label()+")" {
			say("note %d is called %s, want (%s).", i, on.Label, n.Label())
		}
	}
	var rules []string
	for i := range f.Findings {
		rules = append(rules, f.Findings[i].Rule.String())
	}
	if !slices.Equal(rules, s.Findings) {
		say("the findings are %q, want %q.", s.Findings, rules)
	}
	if len(s.Dangling) > 0 {
		say("links lead nowhere: %q", s.Dangling)
	}
	if len(s.Twice) > 0 {
		say("ids are given twice: %q", s.Twice)
	}
	return append(wrong, s.compareHidden(f)...)
}

// compareMarks looks that each footnote that a cell cites has a mark that leads to
// the note, and that the note leads back.
func (s *shown) compareMarks(c ownership.Cell, on shownCell) (wrong []string) {
	if len(on.Marks) != len(c.Notes) {
		return []string{fmt.Sprintf("%s has the marks %q, want %q.", c.Path, on.Marks, c.Notes)}
	}
	for i, id := range c.Notes {
		n := slices.IndexFunc(s.Notes, func(n shownNote) bool { return "#"+n.ID == on.Marks[i] })
		if n < 0 || s.Notes[n].Label != "("+ownership.NoteLabel(id)+")" {
			wrong = append(wrong, fmt.Sprintf("the mark of %s for %s leads to %s.", c.Path, id, on.Marks[i]))
		} else if !slices.Contains(s.Notes[n].Cited, "#cell-"+c.Path) {
			wrong = append(wrong, fmt.Sprintf("note %s does not lead back to %s, only to %q.", id, c.Path, s.Notes[n].Cited))
		}
	}
	return wrong
}

// compareHidden looks that the columns that are not shown at first have nothing to
// say: empty cells, boxes that are not checked, and the form that it is anyway.
func (s *shown) compareHidden(f *ownership.Filing) (wrong []string) {
	form := "4" // a filing that does not say which form it is, is laid out as one
	if f.DocumentType.IsKnown() {
		form = string(f.DocumentType.V)[:1]
	}
	for c := range f.Cells() {
		if slices.Contains(s.Hidden, c.Path) && len(c.Notes) == 0 {
			_, field, _ := strings.Cut(c.Path, ".")
			switch {
			case c.State == ownership.Blank,
				field == "transaction.equitySwapInvolved" && c.Text() == "false",
				field == "formType" && c.Text() == form:
				continue
			}
		}
		if slices.Contains(s.Hidden, c.Path) {
			wrong = append(wrong, fmt.Sprintf("%s (%q) is hidden.", c.Path, c.Raw))
		}
	}
	return wrong
}

// text is a number without its grouping, and anything else as it is.
func (c shownCell) text(number bool) string {
	if number {
		return strings.ReplaceAll(c.Text, ",", "")
	}
	return c.Text
}

// texts are the ways in which a cell may be written.
func texts(c ownership.Cell, number bool) []string {
	switch c.State {
	case ownership.Blank:
		return []string{""}
	case ownership.Malformed:
		if c.Raw == "" {
			return []string{"unread"}
		}
		if number {
			return []string{strings.ReplaceAll(c.Raw, ",", "")}
		}
		return []string{c.Raw}
	}
	field := c.Path[strings.LastIndexByte(c.Path, '.')+1:]
	if field == "formType" && strings.HasPrefix(c.Path, "table") {
		return []string{"Form " + c.Text()}
	}
	switch t := c.Text(); field + "=" + t {
	case "isDirector=true":
		return []string{"Director"}
	case "isOfficer=true":
		return []string{"Officer"}
	case "isTenPercentOwner=true":
		return []string{"10% owner"}
	case "isOther=true":
		return []string{"Other"}
	case "ownership=D":
		return []string{"Direct"}
	case "ownership=I":
		return []string{"Indirect"}
	case "timeliness=E":
		return []string{"Early (V)"}
	case "timeliness=L":
		return []string{"Late"}
	case field + "=true":
		return []string{"Yes", "true"}
	case field + "=false":
		return []string{"No", "false"}
	default:
		return []string{t}
	}
}

// numbersOf tells which paths hold numbers.
func numbersOf(f *ownership.Filing) map[string]bool {
	paths := map[string]bool{}
	for c := range f.Cells() {
		switch _, field, _ := strings.Cut(c.Path, "."); {
		case !strings.HasPrefix(c.Path, "table"):
		case field == "conversionOrExercisePrice", field == "transaction.shares", field == "transaction.totalValue", field == "transaction.price",
			field == "underlyingShares", field == "underlyingValue", field == "sharesFollowing", field == "valueFollowing":
			paths[c.Path] = true
		}
	}
	return paths
}
