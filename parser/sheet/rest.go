package sheet

// plain gives lines that belong to no part of the form: pieces that stand below each
// other make one block.
func (l *layout) plain(lines []*line) {
	type piece struct {
		x0, x1, y float32
		page      int
		lines     [][]token
	}
	var pieces []piece
	for _, ln := range lines {
		p := &l.pages[ln.page]
		for start := 0; start < len(ln.words); {
			end := start + 1
			for end < len(ln.words) && ln.words[end].x0-ln.words[end-1].x1 < 2.5*p.letter {
				end++
			}
			words := ln.words[start:end]
			x0, x1 := words[0].x0, words[end-start-1].x1
			into := -1
			for k := len(pieces) - 1; k >= 0 && k >= len(pieces)-12; k-- {
				q := &pieces[k]
				if q.page == ln.page && ln.y0-q.y < 0.7*p.height && q.x0-2*p.letter < x0 && x0 < q.x0+2*p.letter && !isTitleLine(words) && !isTitleLine(q.lines[0]) {
					into = k
					break
				}
			}
			if into < 0 {
				pieces = append(pieces, piece{x0: x0, page: ln.page})
				into = len(pieces) - 1
			}
			q := &pieces[into]
			q.x1, q.y = max(q.x1, x1), ln.y1
			q.lines = append(q.lines, words)
			start = end
		}
	}
	for i := range pieces {
		l.paragraph(pieces[i].lines...)
	}
}

func isTitleLine(words []token) bool { return isFormTitle(keysOf(words)) }

// signatures lays out names and dates over their labels.
func (l *layout) signatures(at, end int) {
	l.table++
	row := 0
	var above []*line
	for i := at; i < end; i++ {
		ln := l.lines[i]
		keys := keysOf(ln.words)
		if len(keys) == 1 && keys[0].text == "signatures" {
			l.paragraph(ln.words)
			continue
		}
		if !isSignatureLabel(keys) {
			above = append(above, ln)
			continue
		}
		label := ln.words
		date := -1
		for k := range label {
			if fold(label[k].Text) == "date" {
				date = k
			}
		}
		x := float32(1e9)
		if date >= 0 {
			x = label[date].x0
		}
		var name, when [][]Word
		for _, a := range above {
			if len(keysOf(a.words)) == 0 {
				continue // the stars of the label
			}
			k := len(a.words)
			for k > 0 && (a.words[k-1].what == kindDate || a.words[k-1].x0 >= x-2*l.pages[a.page].letter) {
				k--
			}
			if k > 0 {
				name = append(name, wordsOf(a.words[:k]))
			}
			if k < len(a.words) {
				when = append(when, wordsOf(a.words[k:]))
			}
		}
		l.give(Block{Lines: name, Table: l.table, Row: int32(row), Col: 0})
		l.give(Block{Lines: when, Table: l.table, Row: int32(row), Col: 1})
		row++
		name, when = nil, nil
		if date < 0 {
			date = len(label)
		}
		if date > 0 {
			name = [][]Word{wordsOf(label[:date])}
		}
		if date < len(label) {
			when = [][]Word{wordsOf(label[date:])}
		}
		l.give(Block{Lines: name, Table: l.table, Row: int32(row), Col: 0})
		l.give(Block{Lines: when, Table: l.table, Row: int32(row), Col: 1})
		row++
		above = nil
	}
	l.plain(above)
}

// signatureTop goes up from the label of a signature to the lines of name and date.
func (l *layout) signatureTop(i int) int {
	from := i
	for from > 0 && i-from < 5 && l.lines[from-1].page == l.lines[i].page && l.kinds[from-1] == sectionNone {
		ln := l.lines[from-1]
		keys := keysOf(ln.words)
		if isBoilerplate(keys) || l.lines[from].y0-ln.y1 > 3*l.pages[ln.page].height {
			break
		}
		from--
		if ln.hasDate() {
			break
		}
	}
	return from
}

func (ln *line) hasDate() bool {
	for i := range ln.words {
		if ln.words[i].what == kindDate {
			return true
		}
	}
	return false
}

// owners lays out the table of reporting owners.
func (l *layout) owners(at, end int) {
	head := -1
	var heads [4]*token
	first := at
	for i := at; i < end && i < at+12; i++ {
		ln := l.lines[i]
		found := 0
		for k := range ln.words {
			w := &ln.words[k]
			for n, name := range [...]string{"director", "10%", "officer", "other"} {
				if heads[n] == nil && (like(fold(w.Text), name) || n == 1 && fold(w.Text) == "10") {
					heads[n] = w
					found++
				}
			}
		}
		if found > 0 {
			head = i
		}
		if heads[0] != nil && heads[2] != nil && heads[3] != nil {
			break
		}
	}
	if head < 0 || heads[0] == nil || heads[1] == nil || heads[2] == nil || heads[3] == nil {
		l.plain(l.lines[at:end])
		return
	}
	// The heads begin at "Reporting Owner Name".
	for i := at; i <= head; i++ {
		if keys := keysOf(l.lines[i].words); len(keys) == 2 && sequence(keys, "reporting", "owners") == 0 {
			l.paragraph(l.lines[i].words)
			first = i + 1
		}
	}
	head++
	// "Name / Address" may stand lower than the other heads.
	for head < end && head < first+6 && sequence(keysOf(l.lines[head].words), "reporting", "owner", "name") == 0 {
		head++
	}
	body := l.lines[head:end]
	l.table++
	borders := []float32{0, 0, 0, 0}
	nameEnd := l.lines[first].words[0].x1
	for i := first; i < head; i++ {
		for k := range l.lines[i].words {
			w := &l.lines[i].words[k]
			if f := fold(w.Text); (like(f, "name") || like(f, "address")) && w.x1 < heads[0].x0 {
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
					if w := &l.lines[i].words[k]; like(fold(w.Text), "owner") && w.x0 > heads[1].x0 && w.x0 < heads[2].x0 {
						from = max(from, w.x1)
					}
				}
			}
		}
	}
	cells := make([][][]Word, 5)
	for _, ln := range l.lines[first:head] {
		for c, lines := range cellsOf(5, borders, []*line{ln}) {
			if c > 0 && len(lines) > 0 && like(fold(lines[0][0].Text), "relationships") {
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
			if a.page == b.page && gap > 0.8 || a.page != b.page {
				break
			}
			stop++
		}
		l.giveRow(row, cellsOf(5, borders, body[start:stop]), false)
		row++
		start = stop
	}
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
			if k+1 < len(ln.words) && ln.words[k+1].x0-x1 < 2.2*l.pages[ln.page].letter {
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
