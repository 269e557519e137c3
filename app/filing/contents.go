package filing

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/address"
	"filingview/app/field"
	"filingview/app/format"
	"filingview/app/markup"
	"filingview/app/wire"
	"filingview/parser/ownership"
)

// contents is a filing with its cells by path: what the parts of its view look up.
type contents struct {
	f    *ownership.Filing
	ref  wire.Ref
	form byte // '3', '4' or '5'

	// facts are the cells outside the tables and the notes, by path; order has their
	// paths as Cells gives them.
	facts map[string]ownership.Cell
	order []string

	tables [2]table
	notes  []note
	byID   map[string]int // the note that a mark leads to
}

// newContents finds the cells of a filing and what cites its notes.
func newContents(ref wire.Ref, f *ownership.Filing) *contents {
	c := &contents{f: f, ref: ref, form: f.DocumentType.V.Form(), facts: map[string]ownership.Cell{}}
	if c.form == 0 {
		c.form = '4' // a form without a readable number is laid out as the most common
	}
	bare := *f
	bare.TableI, bare.TableII, bare.Footnotes = nil, nil, nil
	for fact := range bare.Cells() {
		c.facts[fact.Path] = fact
		c.order = append(c.order, fact.Path)
	}
	for i, rows := range [...][]ownership.Row{f.TableI, f.TableII} {
		c.tables[i] = table{i + 1, rows, laidOut(rows, i+1, c.form, f.DocumentType.V.Form())}
	}
	c.gatherNotes()
	return c
}

// label says in words which cell a path names.
func (c *contents) label(path string) string { return field.Label(c.f, path) }

// elementOf returns the id of the element that shows a path, or what stands
// nearest to it: the line of a cell that the line does not have.
func (c *contents) elementOf(path string) string {
	if _, ok := c.facts[path]; ok {
		return address.CellID(path)
	}
	head, rest, _ := strings.Cut(path, ".")
	name, n := field.Index(head)
	var g *table
	switch name {
	case "tableI":
		g = &c.tables[0]
	case "tableII":
		g = &c.tables[1]
	case "footnotes":
		if n > 0 && n <= len(c.f.Footnotes) {
			if c.f.Footnotes[n-1].Text.Present() {
				return address.CellID(path)
			}
			return c.notes[n-1].id
		}
		return ""
	}
	if g == nil || n < 1 || n > len(g.rows) {
		return ""
	}
	for _, c := range g.columns {
		for _, f := range c.Fields {
			if f.Path == rest && f.Of(&g.rows[n-1]).Present() {
				return address.CellID(path)
			}
		}
	}
	return address.CellID(g.path(n - 1))
}

// placeLink leads to a place of the source, if that can be shown.
func (c *contents) placeLink(span ownership.Span) app.UI {
	switch {
	case span.Page > 0 && int(span.Page) <= len(c.f.Source.Pages):
		return markup.Button("place", "place", "p"+strconv.Itoa(int(span.Page)), c.place(span))
	case span.Page == 0 && c.f.Source.Text != "":
		return markup.Button("place", "place", strconv.Itoa(int(span.Start))+"-"+strconv.Itoa(int(span.End)), c.place(span))
	}
	return app.Text(c.place(span))
}

// place says where a span is as an editor does, or in bytes where the source is not
// here.
func (c *contents) place(span ownership.Span) string {
	if span.Page > 0 {
		return "page " + strconv.Itoa(int(span.Page))
	}
	if c.f.Source.Text == "" {
		return "at byte " + format.Group(strconv.Itoa(int(span.Start)))
	}
	line, column := ownership.LineColumn(c.f.Source.Text, int(span.Start))
	return "line " + format.Group(strconv.Itoa(line)) + ", column " + strconv.Itoa(column) + " of the source"
}
