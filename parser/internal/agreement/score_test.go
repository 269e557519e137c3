package agreement_test

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// score counts cells. A cell counts if it should have something in it or has.
type score struct {
	cells, right   int
	silent         int // another value, presented as fact
	marked         int // another value, or none, that says of itself that it is not certain
	missing        int // nothing where something is
	keys, keyRight int // of these the dates, codes and numbers
	empty          int // cells that should have nothing in them and have nothing
}

func (s *score) add(o score) {
	s.cells += o.cells
	s.right += o.right
	s.silent += o.silent
	s.marked += o.marked
	s.missing += o.missing
	s.keys += o.keys
	s.keyRight += o.keyRight
	s.empty += o.empty
}

// whole is the share of all cells that are right, those without anything included:
// that nothing stands in a cell is read, too.
func (s score) whole() float64 { return percent(s.right+s.empty, s.cells+s.empty) }

// percent returns a share; of nothing it is 0.
func percent(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return 100 * float64(n) / float64(of)
}

func (s score) String() string {
	return fmt.Sprintf("%6d cells %7.2f %% right (%.2f %% of %d with the empty ones)  %4d silently wrong (%.2f %%) %4d marked %4d missing  key cells %d of %d (%.2f %%)",
		s.cells, percent(s.right, s.cells), s.whole(), s.cells+s.empty, s.silent, percent(s.silent, s.cells), s.marked, s.missing, s.keyRight, s.keys, percent(s.keyRight, s.keys))
}

// miss is one cell that is not as it should be.
type miss struct {
	table, column string
	row           int // of the table in the truth, from 0; of the reading for one too many
	path          string
	want, got     string
	mark          string // "silent", "missing", "malformed", "repaired", "guessed", "told"
	key           bool
}

func (m miss) String() string {
	where := m.path
	if where == "" {
		where = "-"
	}
	want, got := apart(m.want, m.got)
	return fmt.Sprintf("%s[%d].%s (%s) %s: want %s, got %s", m.table, m.row, m.column, where, m.mark, want, got)
}

// apart quotes two texts, of long ones that part in which they differ with a little
// of what stands around it.
func apart(want, got string) (string, string) {
	const most, around = 60, 25
	a, b := []rune(want), []rune(got)
	if len(a) <= most && len(b) <= most || want == "" || got == "" {
		return quote(a, 0, 0), quote(b, 0, 0)
	}
	front, back := 0, 0
	for front < min(len(a), len(b)) && a[front] == b[front] {
		front++
	}
	for back < min(len(a), len(b))-front && a[len(a)-1-back] == b[len(b)-1-back] {
		back++
	}
	return quote(a, front-around, back-around), quote(b, front-around, back-around)
}

// quote quotes a text without so many letters in front and after, and not all of a
// long one.
func quote(r []rune, front, back int) string {
	const most = 160
	before, after := "", ""
	if back > 0 {
		r, after = r[:len(r)-back], "…"
	}
	if front > 0 {
		r, before = r[front:], "…"
	}
	if len(r) > most {
		r, after = r[:most], "…"
	}
	return fmt.Sprintf("%q", before+string(r)+after)
}

// compare scores one reading against the truth. The truth decides which columns
// and tables are compared: only those in which asked says yes.
func compare(want, got tables, asked func(table, column string) bool) (score, []miss) {
	var s score
	var misses []miss
	byName := map[string]column{}
	for _, c := range columns() {
		byName[c.name] = c
	}
	for _, table := range tableNames() {
		ask := func(c string) bool { return asked(table, c) }
		for _, p := range align(want[table], got[table], ask) {
			var w, g row
			n := p.want
			if p.want >= 0 {
				w = want[table][p.want]
			} else {
				n = p.got
			}
			if p.got >= 0 {
				g = got[table][p.got]
			}
			for _, c := range columns() {
				_, inWant := w[c.name]
				_, inGot := g[c.name]
				if (inWant || inGot) && w[c.name].text == "" && g[c.name].text == "" && ask(c.name) {
					s.empty++
				}
			}
			for _, name := range columnsOf(w, g) {
				if !ask(name) {
					continue
				}
				key := byName[name].key()
				s.cells++
				if key {
					s.keys++
				}
				a, b := w[name], g[name]
				if a.text == b.text {
					s.right++
					if key {
						s.keyRight++
					}
					continue
				}
				m := miss{table: table, column: name, row: n, path: b.path, want: a.text, got: b.text, mark: b.mark, key: key}
				switch {
				case m.mark != "":
					s.marked++
				case b.text == "":
					m.mark = "missing"
					s.missing++
				default:
					m.mark = "silent"
					s.silent++
				}
				misses = append(misses, m)
			}
		}
	}
	return s, misses
}

// columnsOf returns the columns in which either row has something, in the order of
// the list.
func columnsOf(a, b row) []string {
	var out []string
	for _, c := range columns() {
		if a[c.name].text != "" || b[c.name].text != "" {
			out = append(out, c.name)
		}
	}
	return out
}

// pair is a row of the truth and the row that was read of it; -1 for none.
type pair struct{ want, got int }

// align pairs rows in their order so that as many cells as can be agree: a lost
// row does not spoil those after it.
func align(want, got []row, ask func(string) bool) []pair {
	if len(want) == 1 && len(got) == 1 {
		return []pair{{0, 0}}
	}
	likeness := func(a, b row) int {
		n := 0
		for name, c := range a {
			if !ask(name) {
				continue
			}
			switch d := b[name]; {
			case c.text == d.text:
				n += 4
			case d.text != "" && (strings.HasPrefix(c.text, d.text[:min(len(d.text), 12)]) || strings.HasSuffix(c.text, d.text[max(0, len(d.text)-12):])):
				n++
			}
		}
		return n
	}
	// best[i][j] is the likeness of the rows from i and j on.
	best := make([][]int, len(want)+1)
	like := make([][]int, len(want))
	for i := range best {
		best[i] = make([]int, len(got)+1)
	}
	for i := len(want) - 1; i >= 0; i-- {
		like[i] = make([]int, len(got))
		for j := len(got) - 1; j >= 0; j-- {
			like[i][j] = likeness(want[i], got[j])
			best[i][j] = max(best[i+1][j], best[i][j+1])
			if n := like[i][j]; n > 0 {
				best[i][j] = max(best[i][j], n+best[i+1][j+1])
			}
		}
	}
	var out []pair
	i, j := 0, 0
	for i < len(want) && j < len(got) {
		switch n := like[i][j]; {
		case n > 0 && best[i][j] == n+best[i+1][j+1]:
			out = append(out, pair{i, j})
			i, j = i+1, j+1
		case best[i][j] == best[i+1][j]:
			out = append(out, pair{i, -1})
			i++
		default:
			out = append(out, pair{-1, j})
			j++
		}
	}
	for ; i < len(want); i++ {
		out = append(out, pair{i, -1})
	}
	for ; j < len(got); j++ {
		out = append(out, pair{-1, j})
	}
	return out
}

// compared asks for all columns.
func compared(string, string) bool { return true }

// causes groups misses by table, column and mark, the most frequent first.
func causes(misses []miss) []string {
	n := map[string]int{}
	for _, m := range misses {
		n[fmt.Sprintf("%s.%s %s", m.table, m.column, m.mark)]++
	}
	var out []string
	for name, count := range n {
		out = append(out, fmt.Sprintf("%4d %s", count, name))
	}
	slices.SortFunc(out, func(a, b string) int { return cmp.Or(cmp.Compare(b[:4], a[:4]), cmp.Compare(a, b)) })
	return out
}

// TestCompare: the measure can fail, and a lost row costs its own cells only.
func TestCompare(t *testing.T) {
	line := func(date, shares string) row {
		return row{"TRANS_DATE": {text: date}, "TRANS_SHARES": {text: shares}, "SECURITY_TITLE": {text: "Common Stock"}}
	}
	truth := tables{"NONDERIV_TRANS": {line("01/02/2024", "1"), line("01/03/2024", "2"), line("01/04/2024", "3")}, "SUBMISSION": {{"ISSUERNAME": {text: "A"}}}}
	marked := line("01/03/2024", "20")
	marked["TRANS_SHARES"] = cell{text: "20", mark: "repaired"}
	for name, c := range map[string]struct {
		got  tables
		want score
	}{
		"the same": {truth, score{cells: 10, right: 10, keys: 6, keyRight: 6}},
		"nothing":  {tables{}, score{cells: 10, missing: 10, keys: 6}},
		"a lost row": {tables{"NONDERIV_TRANS": {truth["NONDERIV_TRANS"][0], truth["NONDERIV_TRANS"][2]}, "SUBMISSION": truth["SUBMISSION"]},
			score{cells: 10, right: 7, missing: 3, keys: 6, keyRight: 4}},
		"a row too many": {tables{"NONDERIV_TRANS": {truth["NONDERIV_TRANS"][0], line("05/05/2024", "9"), truth["NONDERIV_TRANS"][1], truth["NONDERIV_TRANS"][2]}, "SUBMISSION": truth["SUBMISSION"]},
			score{cells: 13, right: 10, silent: 3, keys: 8, keyRight: 6}},
		"another value": {tables{"NONDERIV_TRANS": {truth["NONDERIV_TRANS"][0], line("01/03/2024", "20"), truth["NONDERIV_TRANS"][2]}, "SUBMISSION": {{"ISSUERNAME": {text: "B"}}}},
			score{cells: 10, right: 8, silent: 2, keys: 6, keyRight: 5}},
		"another value, marked": {tables{"NONDERIV_TRANS": {truth["NONDERIV_TRANS"][0], marked, truth["NONDERIV_TRANS"][2]}, "SUBMISSION": truth["SUBMISSION"]},
			score{cells: 10, right: 9, marked: 1, keys: 6, keyRight: 5}},
	} {
		if got, misses := compare(truth, c.got, compared); got != c.want || len(misses) != got.cells-got.right {
			t.Errorf("%s:\n%+v, want\n%+v\n%v", name, got, c.want, misses)
		}
	}
}
