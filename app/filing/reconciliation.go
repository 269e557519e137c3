package filing

import (
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

// reconciliation is what the ledger says of the filing.
type reconciliation struct {
	*contents
	*wire.Reconciliation        // nil until the ledger has spoken
	failure              string // the sentence of why it does not
	byPath               map[string]*wire.ReconciledLine
	filings              ledger.Filings
	highlights           highlights
	holdings             []holdingRow
}

// update takes what the ledger says now, or the sentence of why it says nothing.
func (r *reconciliation) update(t *wire.Reconciliation, failure string) {
	*r = reconciliation{contents: r.contents, Reconciliation: t, failure: failure}
	if t == nil {
		return
	}
	r.byPath = make(map[string]*wire.ReconciledLine, len(t.Lines))
	for i := range t.Lines {
		r.byPath[t.Lines[i].Line.Path] = &t.Lines[i]
	}
	r.filings = ledger.FilingsOf(t.Places)
	r.highlights = newHighlights(r.f, t.Words)
	r.holdings = holdingRows(t.Accounts)
}

// line returns what the ledger says of a line, or nil.
func (r *reconciliation) line(path string) *wire.ReconciledLine { return r.byPath[path] }

// marks are those of the filing's lines, in the order in which they are counted.
func (r *reconciliation) marks() []ledger.Mark {
	if r.Reconciliation == nil {
		return nil
	}
	var all []ledger.Mark
	for _, c := range ledger.Counts(r.Rates) {
		if c.N > 0 {
			all = append(all, c.Mark)
		}
	}
	return all
}

// here reports whether a filing of the ledger is the one that is shown, or the one
// that it repeats.
func (r *reconciliation) here(filing int) bool { return filing == r.Self || filing == r.Same }

// stateCell draws the mark of a line, which says on focus, hover or touch why,
// and opens the evidence below the line when it is pressed.
func (r *reconciliation) stateCell(path string, open bool) app.UI {
	t := r.line(path)
	if t == nil {
		return markup.El("td", "adds-up")
	}
	l := &t.Line
	m := ledger.MarkOf(&l.LineFigures)
	b := markup.El("button", "state "+m.Class(),
		markup.Text("span", "glyph", m.Sign()).Attr("aria-hidden", "true"),
		markup.Text("span", "say", m.Head())).
		Attr("type", "button").Attr("data-do", "why").Attr("data-with", path).
		Attr("data-line", path).Attr("data-line-state", l.State.String()).Attr("data-mark", m.Class()).Attr("data-rule", l.Rule.String()).
		Attr("data-tip", inShort(l)).
		Attr("aria-expanded", strconv.FormatBool(open))
	if open {
		b = b.Attr("aria-controls", "why-"+path)
	}
	return markup.El("td", "adds-up", b)
}

// inShort says why a line has its state, and the figures, in a few sentences.
func inShort(l *ownership.Line) string {
	text := ledger.MarkOf(&l.LineFigures).Head() + "."
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

// why draws what supports the state of a line, as a line of its own.
func (r *reconciliation) why(path string, columns int) app.UI {
	t := r.byPath[path]
	l := &t.Line
	var numbers []app.UI
	for _, f := range figuresOf(l) {
		numbers = append(numbers, markup.El("div", "", markup.Text("dt", "", f.name), markup.Text("dd", "", f.text)))
	}
	body := []app.UI{markup.El("p", "said", ledger.Badge(ledger.MarkOf(&l.LineFigures), true), app.Text(". "), markup.Text("span", "text", l.Explanation).Attr("dir", "auto"), app.Text(" "), markup.Rule(l.Rule))}
	if numbers != nil {
		body = append(body, markup.El("dl", "figures", numbers...))
	}
	if l.Uncounted != 0 {
		body = append(body, markup.El("p", "", app.Text("The line is shown and not counted: "), markup.Rule(l.Uncounted)))
	}
	if items := r.evidence(l.Evidence); items != nil {
		body = append(body, markup.Text("p", "what", "Evidence"), markup.El("ul", "evidence", items...).Attr("role", "list"))
	}
	if items := r.links(l.Links); items != nil {
		body = append(body, markup.Text("p", "what", "Linked lines"), markup.El("ul", "evidence", items...).Attr("role", "list"))
	}
	if a := r.account(t.Account); a != nil {
		body = append(body, markup.El("p", "", markup.Link(address.Address{Filing: r.ref, Account: a.ID}.String(), "", "The account: "+ledger.AccountName(a))))
	}
	return markup.El("tr", "why", markup.El("td", "", markup.El("div", "", body...)).Attr("colspan", strconv.Itoa(columns))).Attr("id", "why-"+path)
}

func (r *reconciliation) account(i int) *wire.Summary {
	if i < 0 || i >= len(r.Accounts) {
		return nil
	}
	return &r.Accounts[i]
}

// evidence lists cells and words of notes, each with the way there.
func (r *reconciliation) evidence(all []ownership.Evidence) []app.UI {
	var items []app.UI
	for i := range all {
		v := &all[i]
		var line []app.UI
		if r.here(v.Filing) {
			line = append(line, r.linkHere(r.evidencePlace(v), v.Path))
		} else {
			line = append(line, r.linkElsewhere(v.Filing, v.Path))
		}
		if v.Words != "" {
			line = append(line, app.Text(" "), markup.Text("q", "", v.Words).Attr("dir", "auto"))
		}
		items = append(items, markup.El("li", "", line...))
	}
	return items
}

// links lists the lines that are about the same event.
func (r *reconciliation) links(all []ownership.Link) []app.UI {
	var items []app.UI
	for i := range all {
		k := &all[i]
		items = append(items, markup.El("li", "", r.link(k.To.Filing, k.To.Path), app.Text(" "+k.Says+" "), markup.Rule(k.Rule)))
	}
	return items
}

// link leads to the cell of a path, in this filing or in another one that is open.
func (r *reconciliation) link(filing int, path string) app.UI {
	if r.here(filing) {
		return r.linkHere(r.elementOf(path), path)
	}
	return r.linkElsewhere(filing, path)
}

// linkHere leads to an element of this filing, if there is one for the path.
func (r *reconciliation) linkHere(id, path string) app.UI {
	if id == "" {
		return app.Text(r.label(path))
	}
	return markup.Link("#"+id, "", r.label(path))
}

// linkElsewhere leads to a cell of another filing, if it is open.
func (r *reconciliation) linkElsewhere(filing int, path string) app.UI {
	return markup.LinkIf(r.filings.Address(filing, path), r.filings.Name(filing)+": "+field.PathLabel(path))
}

// evidencePlace is the element of evidence: the very words of a note, if they
// stand there, else the cell.
func (r *reconciliation) evidencePlace(v *ownership.Evidence) string {
	if name, n := field.Index(strings.TrimSuffix(v.Path, ".text")); name == "footnotes" && v.Words != "" {
		if id := r.highlights.around(n-1, v.From, v.To); id != "" {
			return id
		}
	}
	return r.elementOf(v.Path)
}
