package layout

import (
	"filingview/parser/internal/form"
	"filingview/parser/internal/sheet"
)

// owners lays out the table of reporting owners.
func (l *layout) owners(at, end int) {
	heads, head := l.ownerRoles(at, end)
	first := at
	if head < 0 || heads[0] == nil || heads[1] == nil || heads[2] == nil || heads[3] == nil {
		l.plain(l.lines[at:end])
		return
	}
	// The heads begin at "Reporting Owner Name".
	for i := at; i <= head; i++ {
		if keys := keysOf(l.lines[i].words); form.HeadingOf("", keys.text) == form.HeadingOwners && !form.IsOwnerHead(keys.text) {
			l.paragraph(l.lines[i].words)
			first = i + 1
		}
	}
	head++
	// "Name / Address" may stand lower than the other heads.
	for head < end && head < first+ownerNameBelow && form.IsOwnerHead(keysOf(l.lines[head].words).text) {
		head++
	}
	body := l.lines[head:end]
	l.table++
	borders := l.ownerBorders(first, head, body, &heads)
	cells := make([][][]sheet.Word, 5)
	for _, ln := range l.lines[first:head] {
		for c, lines := range columnCells(5, borders, []*line{ln}) {
			if c > 0 && len(lines) > 0 && form.IsOverRoles(form.Fold(lines[0][0].Text)) {
				continue
			}
			cells[c] = append(cells[c], lines...)
		}
	}
	l.giveRow(0, cells, true)
	row := 1
	for start := 0; start < len(body); {
		stop := start + 1
		for stop < len(body) {
			a, b := body[stop-1], body[stop]
			gap := (b.y0 - a.y1) / l.pages[b.page].height
			if a.page == b.page && gap > heightOfCell || a.page != b.page {
				break
			}
			stop++
		}
		l.giveRow(row, columnCells(5, borders, body[start:stop]), false)
		row++
		start = stop
	}
}

// ownerRoles finds the heads of the roles and the last line that has one, or -1.
func (l *layout) ownerRoles(at, end int) (heads [form.Roles]*token, head int) {
	head = -1
	for i := at; i < end && i < at+ownerHeads; i++ {
		ln := l.lines[i]
		found := 0
		for k := range ln.words {
			w := &ln.words[k]
			if n := form.RoleOf(form.Fold(w.Text), "%"); n < form.Roles && heads[n] == nil {
				heads[n] = w
				found++
			}
		}
		if found > 0 {
			head = i
		}
		if heads[0] != nil && heads[2] != nil && heads[3] != nil {
			break
		}
	}
	return heads, head
}

// ownerBorders finds where the columns of the roles begin, between the heads and where
// the fewest words are cut. The heads stand in the lines from first to head.
func (l *layout) ownerBorders(first, head int, body []*line, heads *[form.Roles]*token) []float32 {
	borders := make([]float32, form.Roles)
	nameEnd := l.lines[first].words[0].x1
	for i := first; i < head; i++ {
		for k := range l.lines[i].words {
			w := &l.lines[i].words[k]
			if f := form.Fold(w.Text); (form.Like(f, "name") || form.Like(f, "address")) && w.x1 < heads[0].x0 {
				nameEnd = max(nameEnd, w.x1)
			}
		}
	}
	from := nameEnd
	for n := range heads {
		borders[n] = whitest(l, body, from, heads[n].x0, n > 1)
		from = heads[n].x1
		if n == 1 {
			for i := first; i < head; i++ {
				for k := range l.lines[i].words {
					if w := &l.lines[i].words[k]; form.Like(form.Fold(w.Text), "owner") && w.x0 > heads[1].x0 && w.x0 < heads[2].x0 {
						from = max(from, w.x1)
					}
				}
			}
		}
	}
	return borders
}

// whitest gives a place between two others that the fewest words cross; of those, the
// one in the widest white, or the last.
func whitest(l *layout, lines []*line, from, to float32, wide bool) float32 {
	if to <= from {
		return to
	}
	const steps = 64
	var crossed [steps + 1]int
	for _, ln := range lines {
		for k := range ln.words {
			w := &ln.words[k]
			x0, x1 := w.x0, w.x1
			if k+1 < len(ln.words) && ln.words[k+1].x0-x1 < letterInOwner*l.pages[ln.page].letter {
				x1 = ln.words[k+1].x0 // within a text
			}
			for s := range crossed {
				if x := from + (to-from)*float32(s)/steps; x > x0 && x < x1 {
					crossed[s]++
				}
			}
		}
	}
	best, bestLen := steps, -1
	for s := steps; s >= 0; {
		e := s
		for e > 0 && crossed[e-1] == crossed[s] {
			e--
		}
		switch {
		case crossed[s] < crossed[best] || bestLen < 0:
			best, bestLen = s, s-e
		case crossed[s] == crossed[best] && wide && s-e > bestLen:
			best, bestLen = s, s-e
		}
		s = e - 1
	}
	return from + (to-from)*float32(best)/steps - 0.01
}
