package filing

import (
	"slices"
	"strconv"

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
// that the lines of one column can be named together.
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
func (c *contents) gatherNotes() {
	c.byID = make(map[string]int, len(c.f.Footnotes))
	used := make(map[string]bool, len(c.f.Footnotes))
	add := func(id string, n note) {
		base := "footnote-" + markup.ID(id)
		n.id, n.label = base, ownership.NoteLabel(id)
		for again := 2; used[n.id]; again++ {
			n.id = base + "_" + strconv.Itoa(again)
		}
		used[n.id] = true
		if _, ok := c.byID[id]; !ok {
			c.byID[id] = len(c.notes)
		}
		c.notes = append(c.notes, n)
	}
	for i := range c.f.Footnotes {
		add(c.f.Footnotes[i].ID, note{index: i})
	}
	cite := func(notes []string, by citation) {
		for i, id := range notes {
			if slices.Contains(notes[:i], id) {
				continue
			}
			if _, ok := c.byID[id]; !ok {
				add(id, note{missing: true})
			}
			n := &c.notes[c.byID[id]]
			n.cited = append(n.cited, by)
		}
	}
	late := c.order
	for i, path := range c.order {
		if path == "remarks" || len(path) > 10 && path[:10] == "signatures" {
			c.citeFacts(c.order[:i], cite)
			late = c.order[i:]
			break
		}
	}
	for t := range c.tables {
		g := &c.tables[t]
		for i := range g.rows {
			for _, column := range g.columns {
				for _, f := range column.Fields {
					if d := f.Of(&g.rows[i]); len(d.Notes) > 0 {
						cite(d.Notes, citation{g.path(i) + "." + f.Path, g.name(), i + 1, f.Label})
					}
				}
			}
		}
	}
	c.citeFacts(late, cite)
	for i := range c.f.Footnotes {
		path := "footnotes[" + strconv.Itoa(i) + "].text"
		cite(c.f.Footnotes[i].Text.Notes, citation{path: path, what: c.label(path)})
	}
}

func (c *contents) citeFacts(paths []string, cite func([]string, citation)) {
	for _, path := range paths {
		if fact := c.facts[path]; len(fact.Notes) > 0 {
			cite(fact.Notes, citation{path: path, what: c.label(path)})
		}
	}
}

// noteByID returns the note that a mark with the id leads to; a missing one is a
// note too.
func (c *contents) noteByID(id string) *note { return &c.notes[c.byID[id]] }
