package filing

import (
	"testing"

	"filingview/app/wire"
	"filingview/parser/ownership"
)

// long is a filing with many lines, all citing one note.
func long(rows int) *ownership.Filing {
	known := ownership.Reading{State: ownership.Known, Raw: "x", Notes: []string{"F1"}}
	f := &ownership.Filing{Footnotes: []ownership.Footnote{{ID: "F1", Text: ownership.Value[string]{V: "x", Reading: known}}}}
	for range rows {
		f.TableI = append(f.TableI, ownership.Row{SecurityTitle: ownership.Value[string]{V: "Common Stock", Reading: known}})
	}
	return f
}

// TestChunks: they hold everything that is to be shown once and in order, and
// none is so big that it would hold up the page.
func TestChunks(t *testing.T) {
	for _, rows := range []int{0, 1, 30, 300, 10_000} {
		s := New(wire.Ref{File: 1}, long(rows))
		var l look
		for {
			for p := range parts {
				at := 0
				for _, c := range s.chunks(p, &l) {
					if c.part != p || c.from != at || c.to <= c.from {
						t.Fatalf("%d rows: %v does not follow %d", rows, c, at)
					}
					at = c.to
					cost := 0
					for i := c.from; i < c.to; i++ {
						cost += s.cost(p, i)
					}
					if cost > chunkCost && c.to > c.from+1 {
						t.Errorf("%d rows: %v costs %d", rows, c, cost)
					}
				}
				if at != s.shown(p, &l) {
					t.Errorf("%d rows: %d of part %d are drawn, want %d", rows, at, p, s.shown(p, &l))
				}
			}
			for l.done = false; !l.done; {
				before := l.drawn
				s.drawNext(&l)
				cost, last, chunks := 0, 0, 0
				for p := range parts {
					for _, c := range s.chunks(p, &l)[before[p]:l.drawn[p]] {
						chunks++
						last = 0
						for i := c.from; i < c.to; i++ {
							last += s.cost(p, i)
						}
						cost += last
					}
				}
				if chunks == 0 && !l.done || cost-last >= turnCost {
					t.Fatalf("%d rows: %d chunks in a turn, which cost %d", rows, chunks, cost)
				}
			}
			for p := range parts {
				if l.drawn[p] != len(s.chunks(p, &l)) {
					t.Errorf("%d rows: part %d is not drawn to its end", rows, p)
				}
			}
			if s.shown(partTableI, &l) == rows {
				break
			}
			l.windows[partTableI]++
		}
		if l.windows[partTableI] > 0 && rows <= window {
			t.Errorf("%d rows are not shown at once", rows)
		}
	}
}

// TestWhereIs finds the part that a link's place is in, shown or not.
func TestWhereIs(t *testing.T) {
	s := New(wire.Ref{File: 1}, long(700))
	for id, want := range map[string]struct {
		part part
		n    int
		ok   bool
	}{
		"cell-tableI[650].securityTitle": {partTableI, 650, true},
		"cell-tableI[700].securityTitle": {partTableI, 700, false},
		"cell-tableI[3]":                 {partTableI, 3, true},
		"cell-footnotes[0].text":         {partNotes, 0, true},
		"footnote-F1":                    {partNotes, 0, true},
		"cell-remarks":                   {},
		"main":                           {},
	} {
		p, n, ok := s.whereIs(id)
		if ok != want.ok || ok && (p != want.part || n != want.n) {
			t.Errorf("%s is in part %d at %d (%v), want %v", id, p, n, ok, want)
		}
	}
}
