package repair

import (
	"filingview/parser/internal/printed"
	"filingview/parser/ownership"
)

// markPlace is a cell that cites notes, or has a mark whose number is not read.
type markPlace struct {
	v      *ownership.Reading
	ids    []string // read; none for an unread mark
	key    string   // what the cell says, to know cells that cite the same note
	column int      // of its table
}

func markPlaces(lines []printed.Line) []markPlace {
	var places []markPlace
	for i := range lines {
		h := &lines[i]
		for c := range h.Cells {
			if c >= len(h.Columns) {
				break
			}
			v := h.Reading(h.Columns[c])
			if v == nil || len(v.Notes) == 0 && !h.Cells[c].Unread {
				continue
			}
			places = append(places, markPlace{v: v, ids: v.Notes, key: keyOf(h, h.Columns[c]), column: h.Table*100 + int(h.Columns[c])})
		}
	}
	return places
}

// marksAlone finds the cells that cite a note that no other cell of such a column cites, in
// either table: what
// confirms the value of such a cell says nothing of its mark.
func marksAlone(lines []printed.Line) map[*ownership.Reading]bool {
	type citation struct {
		column int
		id     string
	}
	places := markPlaces(lines)
	times := map[citation]int{}
	for _, p := range places {
		for _, id := range p.ids {
			times[citation{p.column % 100, id}]++
		}
	}
	alone := map[*ownership.Reading]bool{}
	for _, p := range places {
		for _, id := range p.ids {
			alone[p.v] = alone[p.v] || times[citation{p.column % 100, id}] < 2
		}
	}
	return alone
}
