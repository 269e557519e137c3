package formreader

import (
	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
)

// assign says what each column of a table holds, by the form's number, by how many
// columns there are, by the words of the heads and by what the cells look like.
// Columns keep the form's order, some may be left out on either side.
func assign(number byte, second bool, heads [][]string, rows [][]printed.Cell, width int) []form.Column {
	// Of the layouts with as many columns, the one that the heads name best.
	var exact []form.Column
	most := -1
	for _, l := range form.Orders(number, second) {
		if len(l) != width || !headsAllow(l, heads) {
			continue
		}
		named := 0
		for i := range min(width, len(heads)) {
			named += headScore(l[i], heads[i])
		}
		if named > most {
			exact, most = l, named
		}
	}
	if exact != nil {
		return exact
	}
	best, bestScore := []form.Column(nil), -1
	for _, l := range form.Orders(number, second) {
		cols, score := align(l, heads, rows, width)
		if score > bestScore {
			best, bestScore = cols, score
		}
	}
	return best
}

// headsAllow reports whether no head says that a layout of the right width is another's.
func headsAllow(l []form.Column, heads [][]string) bool {
	against, told := 0, 0
	for i, c := range l {
		if i >= len(heads) || len(heads[i]) == 0 {
			continue
		}
		told++
		if headScore(c, heads[i]) == 0 {
			against++
		}
	}
	return against*2 <= told
}

// headScore tells how well the words of a head name a column.
func headScore(c form.Column, head []string) int {
	for i, words := range c.Names() {
		if at := form.Index(head, words...); at >= 0 {
			if (c == form.ColV || c == form.ColAcquired || c == form.ColDisposed) && len(head) > 14 && head[len(head)-1] != words[0] {
				return 0 // it stands in the heading over several columns
			}
			return 8 - 2*min(i, 3)
		}
	}
	return 0
}

// align finds the order-keeping match of a layout to the columns of a table that
// heads and cells support best.
func align(l []form.Column, heads [][]string, rows [][]printed.Cell, width int) ([]form.Column, int) {
	score := func(i, j int) int {
		s := 0
		if i < len(heads) {
			s += headScore(l[j], heads[i])
		}
		for n, row := range rows {
			if n == 8 {
				break
			}
			if i < len(row) && len(row[i].Words) > 0 {
				if printed.LooksLike(l[j], printed.Joined(row[i].Words)) {
					s += 3
				} else {
					s -= 3
				}
			}
		}
		return s
	}
	// table[i][j] is the best for columns i.. and layout j..
	n, m := width, len(l)
	table := make([][]int, n+1)
	for i := range table {
		table[i] = make([]int, m+1)
	}
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			table[i][j] = max(table[i+1][j], table[i][j+1], table[i+1][j+1]+score(i, j))
		}
	}
	out := make([]form.Column, n)
	for i, j := 0, 0; i < n && j < m; {
		switch table[i][j] {
		case table[i+1][j+1] + score(i, j):
			out[i] = l[j]
			i, j = i+1, j+1
		case table[i+1][j]:
			i++
		default:
			j++
		}
	}
	return out, table[0][0] - abs(n-m)
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
