package formreader

import (
	"slices"
	"strings"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/internal/repair"
	"filingview/parser/internal/sheet"
)

// spread puts the values of a row where they belong if they stand in the wrong
// columns: a machine that misses the ruled lines runs cells together, and what
// follows shifts along. Values keep their order; each goes to a column that can hold
// it. A row in which at most one cell is odd stays as it is.
func (r *tableReader) spread(cols []form.Column, line []printed.Cell) {
	if r.given() || !repair.Misplaced(cols, line) {
		return
	}
	r.restoreTitle(cols, line)
	values := movable(cols, line)
	n, m := len(values), min(len(cols), len(line))
	score := func(t *movableValue, c int) int {
		text := printed.Joined(t.words)
		s := scoreAway * abs(t.col-c)
		switch {
		case len(t.words) == 0:
			return s
		case printed.LooksLike(cols[c], text):
			s += scoreLooksLike
		case repair.CouldBe(cols[c], text):
			s += scoreCouldBe
		default:
			s += scoreMisfit
		}
		return s
	}
	// best[i][j]: the values from i on, in the columns from j on.
	const never = -1 << 30
	best := make([][]int, n+1)
	for i := range best {
		best[i] = make([]int, m+1)
		for j := range best[i] {
			if i < n {
				best[i][j] = never
			}
		}
	}
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 1; j-- {
			best[i][j] = best[i][j+1]
			if best[i+1][j+1] > never {
				best[i][j] = max(best[i][j], best[i+1][j+1]+score(&values[i], j))
			}
		}
	}
	if n == 0 || best[0][1] <= 0 {
		return
	}
	moved := make([]printed.Cell, len(line))
	moved[0] = line[0]
	for i, j := 0, 1; i < n && j < m; j++ {
		if best[i][j] == best[i][j+1] {
			continue
		}
		moved[j] = printed.Cell{Words: values[i].words, Notes: values[i].notes, Lines: [][]sheet.Word{values[i].words}, Moved: values[i].col != j}
		i++
	}
	copy(line, moved)
}

func holdsNumber(words []sheet.Word) bool {
	for _, w := range words {
		if _, ok := printed.ParseNumber(w.Text); ok {
			return true
		}
	}
	return false
}

// signGlued cuts "10,000A" into the number and the A or D after it.
func signGlued(w sheet.Word) (number, sign sheet.Word, ok bool) {
	n := len(w.Text)
	if n < 3 || w.Text[n-1] != 'A' && w.Text[n-1] != 'D' {
		return w, w, false
	}
	digits := 0
	for i := range n - 1 {
		switch c := w.Text[i]; {
		case c >= '0' && c <= '9':
			digits++
		case strings.IndexByte(",.|]}[{/", c) < 0:
			return w, w, false
		}
	}
	if digits == 0 {
		return w, w, false
	}
	number, sign = w.Split(n - 1)
	sign.Glued = false
	return number, sign, true
}

// partSign takes an A or D that ran together with the amount into its own column:
// "200,000}A", "73,170 JD".
func (r *tableReader) partSign(cols []form.Column, line []printed.Cell) {
	a, s := slices.Index(cols, form.ColAmount), slices.Index(cols, form.ColAcquiredDisposed)
	if !r.damaged || a < 0 || s < 0 || s >= len(line) || len(line[s].Words) > 0 || len(line[a].Words) == 0 {
		return
	}
	words := line[a].Words
	last := words[len(words)-1]
	if number, sign, ok := signGlued(last); ok && len(words) == 1 {
		line[a].Words, line[s].Words = []sheet.Word{number}, []sheet.Word{sign}
		line[s].Moved = true
		return
	}
	if _, ok := repair.SignShape(last.Text); ok && len(words) > 1 && !strings.ContainsAny(last.Text, "0123456789") {
		line[a].Words, line[s].Words = words[:len(words)-1:len(words)-1], words[len(words)-1:]
		line[s].Moved = true
	}
}

// movableValue is a value of a row, or a mark without one, and the column that it stands
// in.
type movableValue struct {
	words []sheet.Word
	notes []string
	col   int
}

// movable takes the cells of a row but for the first apart: a text is one value, of
// other cells each word is, but a sign of currency and its number are one.
func movable(cols []form.Column, line []printed.Cell) []movableValue {
	var values []movableValue
	for i := 1; i < len(line) && i < len(cols); i++ {
		first := len(values)
		if cols[i].IsText() && len(line[i].Words) > 0 && !holdsNumber(line[i].Words) {
			values = append(values, movableValue{words: line[i].Words, col: i})
		} else {
			for _, w := range line[i].Words {
				if n := len(values); n > first && strings.Trim(printed.Joined(values[n-1].words), `\$`) == "" {
					values[n-1].words = append(values[n-1].words[:1:1], w) // "$" and its number
					continue
				}
				if left, right, ok := signGlued(w); ok {
					values = append(values, movableValue{words: []sheet.Word{left}, col: i}, movableValue{words: []sheet.Word{right}, col: i})
					continue
				}
				values = append(values, movableValue{words: []sheet.Word{w}, col: i})
			}
		}
		if len(line[i].Notes) > 0 {
			if len(values) == first {
				values = append(values, movableValue{col: i})
			}
			values[len(values)-1].notes = line[i].Notes
		}
	}
	return values
}
