package filing

import (
	"slices"
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/address"
	"filingview/app/field"
	"filingview/app/format"
	"filingview/app/markup"
)

// noteList draws the notes from and to, each with the way back to its cells.
func (v *View) noteList(from, to int) app.UI {
	items := make([]app.UI, 0, to-from)
	for i := from; i < to; i++ {
		items = append(items, v.note(&v.notes[i]))
	}
	return markup.El("ol", "notes", items...).Attr("role", "list")
}

func (v *View) note(n *note) app.UI {
	item := markup.El("li", "").Attr("id", n.id).Attr("tabindex", "-1")
	label := markup.Text("span", "number", "("+n.label+")")
	body := []app.UI{label}
	if n.missing {
		item = item.Class("missing")
		body = append(body, markup.Text("p", "text", "Cited, but the filing has no such footnote."))
	} else {
		cell := &v.f.Footnotes[n.index].Text
		if d := field.TextOf(cell, field.Plain); d.Present() {
			path := "footnotes[" + strconv.Itoa(n.index) + "].text"
			// What was lost is most often the label, and the text is a preview of marks.
			if m := v.repairs.mark(path, d); m != nil {
				body[0] = markup.El("div", "", label, m)
			}
			p := v.cellWith("p", "text", path, d)
			if v.ledger.highlights.has(n.index) {
				text := v.ledger.highlights.draw(n.index, d.Text)
				if len(d.Notes) > 0 {
					text = append(text, v.marks(d.Notes))
				}
				p = p.Body(text...)
			}
			body = append(body, p)
		} else {
			body = append(body, markup.Text("p", "text", "The footnote has no text."))
		}
	}
	return item.Body(append(body, citedBy(n))...)
}

// citedBy draws the links back: one cell by its name, several of a column as the
// column and their lines.
func citedBy(n *note) app.UI {
	if len(n.cited) == 0 {
		return markup.Text("p", "cited", "No cell cites this footnote.")
	}
	body := []app.UI{app.Text("Cited by ")}
	var groups [][]citation
	for _, c := range n.cited[:min(len(n.cited), maxCited)] {
		i := slices.IndexFunc(groups, func(g []citation) bool {
			return c.line > 0 && g[0].where == c.where && g[0].what == c.what
		})
		if i < 0 {
			groups = append(groups, []citation{c})
			continue
		}
		groups[i] = append(groups[i], c)
	}
	for i, g := range groups {
		if i > 0 {
			body = append(body, app.Text("; "))
		}
		if len(g) == 1 {
			body = append(body, markup.Link("#"+address.CellID(g[0].path), "", g[0].String()))
			continue
		}
		body = append(body, app.Text(g[0].where+", "+g[0].what+", lines "))
		for j, c := range g {
			if j > 0 {
				body = append(body, app.Text(", "))
			}
			body = append(body, markup.Link("#"+address.CellID(c.path), "", strconv.Itoa(c.line)).Attr("aria-label", c.String()))
		}
	}
	if more := len(n.cited) - maxCited; more > 0 {
		body = append(body, app.Text(" and by "+format.Count(more, "more cell", "more cells")))
	}
	return markup.El("p", "cited", body...)
}

// maxCited is how many links back a note has: more than all cells of a filing
// within EDGAR's bounds of 30 lines a table.
const maxCited = 1200
