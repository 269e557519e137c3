package dataset

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"filingview/parser/internal/wording"
)

// place is where a line of a filing stands in the excerpt.
type place struct {
	kind       kind
	row        *row
	start, end int
	heading    int // where the heading of its table begins
}

// rowsOf returns the lines of a filing in a table, in the order of their numbers (_SK) if
// all have one, which is that of the form as far as the tables tell.
func (t *table) rowsOf(n int32) []*row {
	if t.kind == submission {
		return []*row{&t.rows[n]}
	}
	if t.first == nil || t.first[n] == t.first[n+1] {
		return nil
	}
	all := make([]*row, 0, t.first[n+1]-t.first[n])
	for _, i := range t.order[t.first[n]:t.first[n+1]] {
		all = append(all, &t.rows[i])
	}
	if t.number < 0 || len(all) == 1 {
		return all
	}
	numbers := make(map[*row]int, len(all))
	var pieces []piece
	for _, r := range all {
		text := t.lineAt(int(r.at))
		pieces = split(pieces[:0], text, 0, t.quoted)
		if t.number >= len(pieces) {
			return all
		}
		number, err := strconv.Atoi(strings.TrimSpace(text[pieces[t.number].start:pieces[t.number].end]))
		if err != nil {
			return all
		}
		numbers[r] = number
	}
	slices.SortStableFunc(all, func(a, b *row) int { return cmp.Compare(numbers[a], numbers[b]) })
	return all
}

// excerpt writes the lines of a filing down as its source: for each table that has some, a
// line with its name and the numbers of the lines, the headings, and the lines as they are.
func (s *set) excerpt(rows *[kinds][]*row) (string, []place) {
	var b strings.Builder
	var places []place
	size, count := 0, 0
	for k, t := range s.tables {
		for _, r := range rows[k] {
			size += len(t.lineAt(int(r.at))) + 1
			count++
		}
		if rows[k] != nil {
			size += len(t.header) + 60
		}
	}
	b.Grow(size)
	places = make([]place, 0, count)
	for k, t := range s.tables {
		if len(rows[k]) == 0 {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		heading := b.Len()
		b.WriteString(t.file + ", " + numbersOf(rows[k]) + "\n" + t.header + "\n")
		for _, r := range rows[k] {
			start := b.Len()
			b.WriteString(t.lineAt(int(r.at)))
			places = append(places, place{kind(k), r, start, b.Len(), heading})
			b.WriteByte('\n')
		}
	}
	return b.String(), places
}

// numbersOf names lines by their numbers in the table: "lines 3-5, 9".
func numbersOf(rows []*row) string {
	word := "line "
	if len(rows) > 1 {
		word = "lines "
	}
	var b strings.Builder
	b.WriteString(word)
	for i := 0; i < len(rows); {
		j := i + 1
		for j < len(rows) && rows[j].line == rows[j-1].line+1 {
			j++
		}
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(wording.Number(int(rows[i].line)))
		if j > i+1 {
			b.WriteString("-" + wording.Number(int(rows[j-1].line)))
		}
		i = j
	}
	return b.String()
}
