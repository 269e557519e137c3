package agreement_test

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"filingview/parser/export"
	"filingview/parser/ownership"
)

// inMemory creates files in a map.
func inMemory(files map[string]*bytes.Buffer) export.Create {
	return func(name string) (io.WriteCloser, error) {
		files[name] = new(bytes.Buffer)
		return closer{files[name]}, nil
	}
}

type closer struct{ io.Writer }

func (closer) Close() error { return nil }

// cell is a cell in the form in which it is compared.
type cell struct {
	text string
	mark string // why it is not presented as fact: "malformed", "repaired", "guessed"
	path string
}

// row is a row of a table by its columns. Empty is as good as not there.
type row map[string]cell

// tables are the rows of a filing in the SEC's tables, in order.
type tables map[string][]row

// tableNames is the order in which tables are compared.
func tableNames() []string {
	return []string{"SUBMISSION", "REPORTINGOWNER", "NONDERIV_TRANS", "NONDERIV_HOLDING", "DERIV_TRANS", "DERIV_HOLDING", "FOOTNOTES", "OWNER_SIGNATURE"}
}

// tablesOf exports a filing and finds out how each cell was read.
func tablesOf(t testing.TB, f *ownership.Filing) tables {
	readings := map[string]*ownership.Reading{}
	for c := range f.Cells() {
		readings[c.Path] = c.Reading
	}
	told := map[string]bool{} // cells of which a finding says that their notes are not certain
	for _, x := range f.Findings {
		if strings.HasPrefix(string(x.Rule), "footnote-") && x.Severity != ownership.Info {
			for _, p := range x.Paths {
				told[p] = true
			}
		}
	}
	byName := map[string]column{}
	for _, c := range columns() {
		byName[c.name] = c
	}
	out := tables{}
	for name, s := range exported(t, f) {
		for i, texts := range s.rows {
			prefix := prefixOf(f, name, i)
			r := row{}
			for j, x := range texts {
				c := byName[s.columns[j]]
				if c.kind == left {
					continue
				}
				mark := ""
				for _, p := range c.paths {
					if reading := readings[prefix+p]; reading != nil && mark == "" {
						mark = markOf(reading)
					}
					if c.kind == noteSet && told[prefix+p] && mark == "" {
						mark = "told"
					}
				}
				r[c.name] = cell{normal(c.kind, x), mark, prefix + c.paths[0]}
			}
			if name == "DERIV_TRANS" {
				joinSign(r)
			}
			out[name] = append(out[name], r)
		}
	}
	return out
}

// joinSign joins the notes of A or D of a line of Table II with those of its
// amount: the printed form has one cell for both.
func joinSign(r row) {
	const sign = "TRANS_ACQUIRED_DISP_CD_FN"
	amount := "TRANS_SHARES_FN"
	if r["TRANS_TOTAL_VALUE"].text != "" {
		amount = "TRANS_TOTAL_VALUE_FN"
	}
	if s := r[sign]; s.text != "" {
		a := r[amount]
		r[amount] = cell{normal(noteSet, a.text+" "+s.text), cmp.Or(a.mark, s.mark), cmp.Or(a.path, s.path)}
	}
	delete(r, sign)
}

// prefixOf returns the path of the part of a filing that a row is made from.
func prefixOf(f *ownership.Filing, table string, i int) string {
	lines := func(name string, rows []ownership.Row, kind ownership.RowKind) string {
		for j := range rows {
			if rows[j].Kind == kind {
				if i == 0 {
					return fmt.Sprintf("%s[%d].", name, j)
				}
				i--
			}
		}
		panic("a row of the export is no line of the filing")
	}
	switch table {
	case "SUBMISSION":
		return ""
	case "REPORTINGOWNER":
		return fmt.Sprintf("owners[%d].", i)
	case "FOOTNOTES":
		return fmt.Sprintf("footnotes[%d].", i)
	case "OWNER_SIGNATURE":
		return fmt.Sprintf("signatures[%d].", i)
	case "NONDERIV_TRANS":
		return lines("tableI", f.TableI, ownership.Transaction)
	case "NONDERIV_HOLDING":
		return lines("tableI", f.TableI, ownership.Holding)
	case "DERIV_TRANS":
		return lines("tableII", f.TableII, ownership.Transaction)
	case "DERIV_HOLDING":
		return lines("tableII", f.TableII, ownership.Holding)
	}
	panic("no such table: " + table)
}

// markOf says how a cell tells that it is not certain.
func markOf(r *ownership.Reading) string {
	switch {
	case r.State == ownership.Malformed:
		return "malformed"
	case r.How == ownership.Repaired || r.How == ownership.Guessed:
		return r.How.String()
	}
	return ""
}

// normal brings a cell into the form in which readings of it are compared; empty
// for none.
func normal(k kind, s string) string {
	s = strings.Join(strings.Fields(s), " ")
	switch k {
	case tick:
		if s == "0" {
			return ""
		}
	case noteSet:
		ids := strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ' ' })
		slices.Sort(ids)
		return strings.Join(slices.Compact(ids), " ")
	case date:
		for _, layout := range []string{"02-Jan-2006", "01/02/2006", time.DateOnly} {
			if d, err := time.Parse(layout, s); err == nil {
				return d.Format("01/02/2006")
			}
		}
	case number:
		plain := strings.TrimSpace(strings.TrimPrefix(strings.ReplaceAll(s, ",", ""), "$"))
		if d, err := ownership.ParseDecimal(plain); err == nil {
			return strings.TrimPrefix(trimZeros(d.String()), "+")
		}
	}
	return s
}

// trimZeros leaves a number its digits without the zeros at its end.
func trimZeros(s string) string {
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return s
}

// TestNormal: what is written in two ways is the same, and what is not is not.
func TestNormal(t *testing.T) {
	for _, c := range []struct {
		kind       kind
		one, other string
		same       bool
	}{
		{date, "07-MAR-2025", "03/07/2025", true},
		{date, "07-MAR-2025", "07/03/2025", false},
		{date, "Immed.", "Immed.", true},
		{number, "$ 1,000.50", "1000.5000", true},
		{number, "1000", "1,000", true},
		{number, "0", "$0.00", true},
		{number, "0", "", false},
		{number, "10,000", "10.000", false},
		{number, "12-", "12", false},
		{noteSet, "F2, F1", "F1,F2", true},
		{noteSet, "F2", "F1, F2", false},
		{tick, "0", "", true},
		{tick, "1", "", false},
		{text, "Common\n  Stock ", "Common Stock", true},
		{text, "Common Stock", "common stock", false},
		{code, "D", "I", false},
	} {
		if same := normal(c.kind, c.one) == normal(c.kind, c.other); same != c.same {
			t.Errorf("%q and %q: the same is %t", c.one, c.other, same)
		}
	}
}
