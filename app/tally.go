package app

import (
	"slices"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/address"
	"filingview/app/field"
	"filingview/app/format"
	"filingview/app/ledger"
	"filingview/app/markup"
	"filingview/app/wire"
	"filingview/parser/ownership"
)

// tally is what the ledger says of the filing that is shown.
type tally struct {
	*wire.Tally
	byPath map[string]*wire.TallyLine
	places ledger.Filings
}

func newTally(t *wire.Tally) *tally {
	ty := &tally{t, make(map[string]*wire.TallyLine, len(t.Lines)), ledger.FilingsOf(t.Places)}
	for i := range t.Lines {
		ty.byPath[t.Lines[i].Line.Path] = &t.Lines[i]
	}
	return ty
}

// here reports whether a filing of the ledger is the one that is shown, or the one
// that it repeats.
func (t *tally) here(filing int) bool { return filing == t.Self || filing == t.Same }

// stateCell draws the mark of a line, which tells on focus, hover or touch why,
// and opens the evidence below the line when it is pressed.
func (s *sheet) stateCell(path string, open bool) app.UI {
	if s.tally == nil {
		return markup.El("td", "tally")
	}
	t := s.tally.byPath[path]
	if t == nil {
		return markup.El("td", "tally")
	}
	l := &t.Line
	b := markup.El("button", "state "+ledger.Class(l.State),
		markup.Text("span", "glyph", ledger.Glyph(l.State)).Attr("aria-hidden", "true"),
		markup.Text("span", "say", ledger.Word(l.State))).
		Attr("type", "button").Attr("data-do", "why").Attr("data-with", path).
		Attr("data-line", path).Attr("data-line-state", l.State.String()).Attr("data-rule", l.Rule).
		Attr("data-tip", inShort(l)).
		Attr("aria-expanded", strconv.FormatBool(open))
	if open {
		b = b.Attr("aria-controls", "why-"+path)
	}
	return markup.El("td", "tally", b)
}

// inShort tells why a line has its state, and the figures, in a few sentences.
func inShort(l *ownership.Line) string {
	text := ledger.Word(l.State) + "."
	if l.Explanation != "" {
		text += " " + l.Explanation
		if !strings.ContainsAny(text[len(text)-1:], ".!?") && !strings.HasSuffix(text, "”") {
			text += "."
		}
	}
	for _, f := range figuresOf(l) {
		text += " " + f.name + " " + f.text + ","
	}
	text = strings.TrimSuffix(text, ",")
	return text + ". Press for the evidence."
}

// figure is one number of a line's arithmetic.
type figure struct{ name, text string }

// figuresOf gives what is known of before, change, computed, printed and the
// difference.
func figuresOf(l *ownership.Line) []figure {
	var all []figure
	put := func(name, text string) { all = append(all, figure{name, text}) }
	if l.Computed.Known && l.Change.Known {
		if before, ok := l.Computed.V.Difference(l.Change.V); ok {
			put("Before", format.Group(before.String()))
		}
	}
	if l.Change.Known {
		put("Change", format.Signed(l.Change.V))
	}
	if l.Computed.Known {
		put("Computed", format.Group(l.Computed.V.String()))
	}
	if l.Printed.Known {
		put("Printed", format.Group(l.Printed.V.String()))
	}
	if l.Residual.Known && l.Residual.V.Sign() != 0 {
		put("Off by", format.Signed(l.Residual.V))
	}
	return all
}

// why draws what is behind the state of a line as a line of its own.
func (s *sheet) why(path string, columns int) app.UI {
	t := s.tally.byPath[path]
	l := &t.Line
	var numbers []app.UI
	for _, f := range figuresOf(l) {
		numbers = append(numbers, markup.El("div", "", markup.Text("dt", "", f.name), markup.Text("dd", "", f.text)))
	}
	body := []app.UI{markup.El("p", "said", ledger.Badge(l.State, true), app.Text(". "), markup.Text("span", "text", l.Explanation).Attr("dir", "auto"), markup.Text("code", "rule", l.Rule))}
	if numbers != nil {
		body = append(body, markup.El("dl", "figures", numbers...))
	}
	if l.Uncounted != "" {
		body = append(body, markup.El("p", "", app.Text("The line is shown and not counted "), markup.Text("code", "rule", l.Uncounted)))
	}
	if items := s.evidence(l.Evidence); items != nil {
		body = append(body, markup.Text("p", "what", "Evidence"), markup.El("ul", "evidence", items...).Attr("role", "list"))
	}
	if items := s.links(l.Links); items != nil {
		body = append(body, markup.Text("p", "what", "Linked lines"), markup.El("ul", "evidence", items...).Attr("role", "list"))
	}
	if a := s.account(t.Account); a != nil {
		body = append(body, markup.El("p", "", markup.Link(address.Address{Filing: s.ref, Account: a.ID}.String(), "", "The account: "+ledger.AccountName(a))))
	}
	return markup.El("tr", "why", markup.El("td", "", markup.El("div", "", body...)).Attr("colspan", strconv.Itoa(columns))).Attr("id", "why-"+path)
}

func (s *sheet) account(i int) *wire.Summary {
	if i < 0 || i >= len(s.tally.Accounts) {
		return nil
	}
	return &s.tally.Accounts[i]
}

// evidence lists cells and words of notes, each with the way there.
func (s *sheet) evidence(all []ownership.Evidence) []app.UI {
	var items []app.UI
	for i := range all {
		v := &all[i]
		var line []app.UI
		if s.tally.here(v.Filing) {
			line = append(line, s.hereOrName(s.evidencePlace(v), s.label(v.Path)))
		} else {
			line = append(line, markup.LinkIf(s.tally.places.Address(v.Filing, v.Path), s.tally.places.Name(v.Filing)+": "+field.PathLabel(v.Path)))
		}
		if v.Words != "" {
			line = append(line, app.Text(" "), markup.Text("q", "", v.Words).Attr("dir", "auto"))
		}
		items = append(items, markup.El("li", "", line...))
	}
	return items
}

// links lists the lines that are about the same event.
func (s *sheet) links(all []ownership.Link) []app.UI {
	var items []app.UI
	for i := range all {
		k := &all[i]
		var line app.UI
		if s.tally.here(k.To.Filing) {
			line = s.hereOrName(s.elementOf(k.To.Path), s.label(k.To.Path))
		} else {
			line = markup.LinkIf(s.tally.places.Address(k.To.Filing, k.To.Path), s.tally.places.Name(k.To.Filing)+": "+field.PathLabel(k.To.Path))
		}
		items = append(items, markup.El("li", "", line, app.Text(" "+k.Says), markup.Text("code", "rule", k.Rule)))
	}
	return items
}

func (s *sheet) hereOrName(id, label string) app.UI {
	if id == "" {
		return app.Text(label)
	}
	return markup.Link("#"+id, "", label)
}

// evidencePlace is the element of evidence: the very words of a note, if they
// stand there, else the cell.
func (s *sheet) evidencePlace(v *ownership.Evidence) string {
	if name, n := field.Index(strings.TrimSuffix(v.Path, ".text")); name == "footnotes" && v.Words != "" {
		for _, w := range s.lit[n-1] {
			if w.from <= v.From && v.To <= w.to {
				return wordsID(n-1, w.from)
			}
		}
	}
	return s.elementOf(v.Path)
}

// words is a part of a note that supports what is said of a line.
type words struct{ from, to int }

// lightUp finds the words of the notes that are to be lit: those that stand where
// the ledger says, joined where they overlap.
func (s *sheet) lightUp() {
	s.lit = map[int][]words{}
	for i := range s.tally.Words {
		v := &s.tally.Words[i]
		name, n := field.Index(strings.TrimSuffix(v.Path, ".text"))
		if name != "footnotes" || n < 1 || n > len(s.f.Footnotes) {
			continue
		}
		text := &s.f.Footnotes[n-1].Text
		if text.State != ownership.Known || v.From < 0 || v.To <= v.From || v.To > len(text.V) || text.V[v.From:v.To] != v.Words {
			continue
		}
		s.lit[n-1] = append(s.lit[n-1], words{v.From, v.To})
	}
	for n, all := range s.lit {
		slices.SortFunc(all, func(a, b words) int { return a.from - b.from })
		joined := all[:1]
		for _, w := range all[1:] {
			if last := &joined[len(joined)-1]; w.from <= last.to {
				last.to = max(last.to, w.to)
			} else {
				joined = append(joined, w)
			}
		}
		s.lit[n] = joined
	}
}

// litText draws the text of a note with the words lit that support a line's state.
func (s *sheet) litText(note int, text string) []app.UI {
	var body []app.UI
	at := 0
	for _, w := range s.lit[note] {
		if w.from > at {
			body = append(body, app.Text(text[at:w.from]))
		}
		body = append(body, markup.Text("mark", "", text[w.from:w.to]).Attr("id", wordsID(note, w.from)))
		at = w.to
	}
	if at < len(text) {
		body = append(body, markup.LongText(text[at:])...)
	}
	return body
}

func wordsID(note, from int) string {
	return "words-footnotes[" + strconv.Itoa(note) + "]." + strconv.Itoa(from)
}
