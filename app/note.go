package app

import (
	"slices"
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/address"
	"filingview/app/field"
	"filingview/app/format"
	"filingview/app/markup"
	"filingview/parser/ownership"
)

// note is a footnote with everything that cites it, or, if it is missing, a mark
// without a note.
type note struct {
	id      string // of its element
	label   string // as printed, without brackets
	index   int    // in Filing.Footnotes
	missing bool
	cited   []citation
}

// citation is a cell that cites a note: where it stands and what it is, apart, so
// that the lines of one column can be told together.
type citation struct {
	path  string
	where string // Table I; empty outside the tables
	line  int    // from 1; 0 outside the tables
	what  string // price
}

func (c citation) String() string {
	if c.line == 0 {
		return c.what
	}
	return c.where + ", line " + strconv.Itoa(c.line) + ", " + c.what
}

// gatherNotes gives every note an id of its own and finds what cites it. Of two
// notes with one id the first is the one that marks lead to.
func (s *sheet) gatherNotes() {
	s.byID = make(map[string]int, len(s.f.Footnotes))
	used := make(map[string]bool, len(s.f.Footnotes))
	add := func(id string, n note) {
		base := "footnote-" + markup.ID(id)
		n.id, n.label = base, ownership.NoteLabel(id)
		for again := 2; used[n.id]; again++ {
			n.id = base + "_" + strconv.Itoa(again)
		}
		used[n.id] = true
		if _, ok := s.byID[id]; !ok {
			s.byID[id] = len(s.notes)
		}
		s.notes = append(s.notes, n)
	}
	for i := range s.f.Footnotes {
		add(s.f.Footnotes[i].ID, note{index: i})
	}
	cite := func(notes []string, c citation) {
		for i, id := range notes {
			if slices.Contains(notes[:i], id) {
				continue
			}
			if _, ok := s.byID[id]; !ok {
				add(id, note{missing: true})
			}
			n := &s.notes[s.byID[id]]
			n.cited = append(n.cited, c)
		}
	}
	late := s.order
	for i, path := range s.order {
		if path == "remarks" || len(path) > 10 && path[:10] == "signatures" {
			s.citeFacts(s.order[:i], cite)
			late = s.order[i:]
			break
		}
	}
	for t := range s.tables {
		g := &s.tables[t]
		for i := range g.rows {
			for _, c := range g.columns {
				for _, f := range c.Fields {
					if d := f.Of(&g.rows[i]); len(d.Notes) > 0 {
						cite(d.Notes, citation{g.path(i) + "." + f.Path, g.name(), i + 1, f.Label})
					}
				}
			}
		}
	}
	s.citeFacts(late, cite)
	for i := range s.f.Footnotes {
		path := "footnotes[" + strconv.Itoa(i) + "].text"
		cite(s.f.Footnotes[i].Text.Notes, citation{path: path, what: s.label(path)})
	}
}

func (s *sheet) citeFacts(paths []string, cite func([]string, citation)) {
	for _, path := range paths {
		if c := s.facts[path]; len(c.Notes) > 0 {
			cite(c.Notes, citation{path: path, what: s.label(path)})
		}
	}
}

// noteByID returns the note that a mark with the id leads to; a missing one is a
// note too.
func (s *sheet) noteByID(id string) *note { return &s.notes[s.byID[id]] }

// noteList draws the notes from and to, each with the way back to its cells.
func (s *sheet) noteList(from, to int) app.UI {
	items := make([]app.UI, 0, to-from)
	for i := from; i < to; i++ {
		items = append(items, s.note(&s.notes[i]))
	}
	return markup.El("ol", "notes", items...).Attr("role", "list")
}

func (s *sheet) note(n *note) app.UI {
	item := markup.El("li", "").Attr("id", n.id).Attr("tabindex", "-1")
	label := markup.Text("span", "number", "("+n.label+")")
	body := []app.UI{label}
	if n.missing {
		item = item.Class("missing")
		body = append(body, markup.Text("p", "text", "Cited, but the filing has no such footnote."))
	} else {
		v := &s.f.Footnotes[n.index].Text
		if d := field.TextOf(v, field.Plain); d.Present() {
			path := "footnotes[" + strconv.Itoa(n.index) + "].text"
			// What was lost is most often the label, and the text is a preview of marks.
			if m := s.howMark(path, d); m != nil {
				body[0] = markup.El("div", "", label, m)
			}
			p := s.cellWith("p", "text", path, d)
			if len(s.lit[n.index]) > 0 {
				lit := s.litText(n.index, d.Text)
				if len(d.Notes) > 0 {
					lit = append(lit, s.marks(d.Notes))
				}
				p = p.Body(lit...)
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
