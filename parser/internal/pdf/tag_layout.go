package pdf

import (
	library "github.com/ledongthuc/pdf"

	"filingview/parser/internal/sheet"
)

// Browsers tag a table without borders and heads, which they take to be there for its
// looks, as elements without meaning: those of the table hold those of its rows, those
// of the cells. Cells without a word are left out.

// layoutRows gives the cells of such a table by rows, and nothing for another element.
// A table has two rows or more with several cells.
func (t *tagger) layoutRows(e library.Value) [][]library.Value {
	var rows [][]library.Value
	several := 0
	for _, row := range t.inner(e) {
		cells := t.inner(row)
		if cells == nil || row.Key("S").Name() != "NonStruct" {
			return nil
		}
		for _, c := range cells {
			// A run of text is no cell: that has one inside.
			if c.Key("S").Name() != "NonStruct" || c.Key("K").Kind() != library.Null && t.inner(c) == nil {
				return nil
			}
		}
		if len(cells) > 1 {
			several++
		}
		rows = append(rows, cells)
	}
	if several < 2 {
		return nil
	}
	return rows
}

// inner gives the elements in an element, if there is nothing else in it.
func (t *tagger) inner(e library.Value) []library.Value {
	k := e.Key("K")
	switch k.Kind() {
	case library.Dict:
		if k.Key("S").Kind() == library.Name {
			return []library.Value{k}
		}
	case library.Array:
		var out []library.Value
		for i := range min(k.Len(), 20_000) {
			t.d.clock.tick()
			x := k.Index(i)
			if x.Kind() != library.Dict || x.Key("S").Kind() != library.Name {
				return nil
			}
			out = append(out, x)
		}
		return out
	}
	return nil
}

// layout makes blocks of such a table: of a table, if all rows have as many cells,
// else of paragraphs. If it is as wide as those of the form, nothing says then which
// cells are left out.
func (t *tagger) layout(rows [][]library.Value, page, depth int) {
	t.flush()
	most, least := 0, len(rows[0])
	for _, r := range rows {
		most, least = max(most, len(r)), min(least, len(r))
	}
	if most == least {
		t.tables++
		t.cells = append(t.cells, cellAt{table: t.tables, row: -1, col: -1})
	}
	for _, row := range rows {
		if c := t.top(); most == least {
			c.row++
			c.col = -1
		}
		for _, cell := range row {
			on := page
			if pg := cell.Key("Pg"); pg.Kind() == library.Dict {
				on = int(pg.Key(numberKey).Int64())
			}
			if most == least {
				t.cell(cell, sheet.Block{RowSpan: 1, ColSpan: 1}, on, depth)
				continue
			}
			inside := t.inside
			t.inside = true
			t.kids(cell.Key("K"), on, depth+2)
			t.flush()
			t.inside = inside
		}
	}
	if most == least {
		t.cells = t.cells[:len(t.cells)-1]
		return
	}
	t.ragged = t.ragged || most >= wide
}
