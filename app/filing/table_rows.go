package filing

import (
	"strconv"

	"filingview/app/format"
	"filingview/parser/ownership"
)

// table is Table I or II.
type table struct {
	number  int // 1 or 2
	rows    []ownership.Row
	columns []tableColumn
}

func (g *table) name() string {
	if g.number == 1 {
		return "Table I"
	}
	return "Table II"
}

// stem begins the path of each of its lines.
func (g *table) stem() string {
	if g.number == 1 {
		return "tableI["
	}
	return "tableII["
}

// path is a line's own: tableI[2].
func (g *table) path(line int) string {
	if g.number == 1 {
		return "tableI[" + strconv.Itoa(line) + "]"
	}
	return "tableII[" + strconv.Itoa(line) + "]"
}

// summary counts the lines: 5 transactions and 2 holdings.
func (g *table) summary() string {
	var n [2]int
	for i := range g.rows {
		n[g.rows[i].Kind&1]++
	}
	var parts []string
	if k := n[ownership.Transaction]; k > 0 {
		parts = append(parts, format.Count(k, "transaction", "transactions"))
	}
	if k := n[ownership.Holding]; k > 0 {
		parts = append(parts, format.Count(k, "holding", "holdings"))
	}
	if parts == nil {
		return "No lines"
	}
	return format.List(parts)
}
