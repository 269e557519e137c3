package sheet

// notes lays out the explanations: a block for each, its label first.
func (l *layout) notes(at, end int) {
	l.paragraph(l.lines[at].words)
	lines := l.lines[at+1 : end]
	// The form's own sentences come first or last.
	var body []*line
	for i := 0; i < len(lines); i++ {
		if isBoilerplate(keysOf(lines[i].words)) || isStars(lines[i].words) {
			l.noteBlocks(body)
			body = nil
			l.paragraph(lines[i].words)
			continue
		}
		body = append(body, lines[i])
	}
	l.noteBlocks(body)
}

func isStars(words []token) bool {
	return len(words) == 1 && (words[0].Text == "*" || words[0].Text == "**")
}

// noteBlocks gives the explanations in some lines.
func (l *layout) noteBlocks(lines []*line) {
	var labels []int // lines with a label
	last := 0
	for i, ln := range lines {
		if n := labelNumber(ln.words); n > last && n <= last+12 {
			labels = append(labels, i)
			last = n
		}
	}
	if len(labels) == 0 {
		var all [][]token
		for _, ln := range lines {
			all = append(all, ln.words)
		}
		l.paragraph(all...)
		return
	}
	starts := noteStarts(l, lines, labels)
	if starts[0] > 0 {
		var all [][]token
		for _, ln := range lines[:starts[0]] {
			all = append(all, ln.words)
		}
		l.paragraph(all...)
	}
	for k, s := range starts {
		e := len(lines)
		if k+1 < len(starts) {
			e = starts[k+1]
		}
		at := labels[k]
		var all [][]token
		label := lines[at].words[:1]
		for i := s; i < e; i++ {
			words := lines[i].words
			if i == at {
				words = words[1:]
			}
			if len(words) > 0 {
				all = append(all, words)
			}
		}
		if len(all) == 0 {
			l.paragraph(label)
			continue
		}
		all[0] = append(append([]token{}, label...), all[0]...)
		l.paragraph(all...)
	}
}

// noteStarts gives the first line of each explanation. A label stands on the first
// line or in the middle of all.
func noteStarts(l *layout, lines []*line, labels []int) []int {
	if labels[0] == 0 {
		alone := true
		for _, i := range labels {
			alone = alone && len(lines[i].words) > 1
		}
		if alone && !middled(lines, labels) {
			return labels
		}
	}
	starts := make([]int, 0, len(labels))
	s := 0
	for k, at := range labels {
		starts = append(starts, s)
		e := 2*at - s + 1
		if k+1 < len(labels) {
			e = max(at+1, min(e, labels[k+1]))
		}
		s = e
	}
	if d := s - len(lines); d < -2 || d > 2 {
		return labels
	}
	return starts
}

// middled reports whether labels stand in the middle of their explanations.
func middled(lines []*line, labels []int) bool {
	s := 0
	for _, at := range labels {
		if at < s {
			return false
		}
		s = 2*at - s + 1
	}
	return s == len(lines)
}

// labelNumber reads the label with which a line begins.
func labelNumber(words []token) int {
	if len(words) == 0 {
		return 0
	}
	s := words[0].Text
	if len(s) >= 2 && s[len(s)-1] == '.' {
		s = "(" + s[:len(s)-1] + ")"
	}
	if len(s) < 3 || len(s) > 4 || s[0] != '(' || s[len(s)-1] != ')' || !isDigits(s[1:len(s)-1]) {
		return 0
	}
	n := 0
	for _, c := range s[1 : len(s)-1] {
		n = n*10 + int(c-'0')
	}
	return n
}
