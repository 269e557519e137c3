package simulate_test

import (
	"fmt"
	"testing"

	"filingview/parser"
	"filingview/parser/internal/simulate"
	"filingview/parser/ownership"
)

// TestXML: the XML of a filing reads as the filing, cell by cell.
func TestXML(t *testing.T) {
	forms, kinds := map[ownership.DocumentType]int{}, map[string]int{}
	for seed := range uint64(40) {
		for _, f := range append(simulate.Varied(seed, 12), simulate.New(seed).Filings(4)...) {
			n := 0
			for g, err := range parser.Open(f.Source.Name, []byte(simulate.XML(f))) {
				if err != nil {
					t.Fatalf("seed %d: %v", seed, err)
				}
				n++
				if got, want := cells(g), cells(f); got != want {
					t.Fatalf("seed %d: %s reads as\n%swant\n%s%s", seed, f.Source.Name, got, want, simulate.XML(f))
				}
			}
			if n != 1 {
				t.Errorf("seed %d: %s is read as %d filings", seed, f.Source.Name, n)
			}
			count(f, forms, kinds)
		}
	}
	// What real owners have is there.
	for _, form := range []ownership.DocumentType{ownership.Form3, ownership.Form4, ownership.Form5} {
		if forms[form] < 20 {
			t.Errorf("there are %d filings of Form %s", forms[form], form)
		}
	}
	for _, kind := range []string{"late", "joint", "indirect", "with a note", "two lots"} {
		if kinds[kind] < 20 {
			t.Errorf("%d filings are %s", kinds[kind], kind)
		}
	}
}

// cells lists the cells of a filing that are there.
func cells(f *ownership.Filing) string {
	s := ""
	for c := range f.Cells() {
		if c.Raw != "" || len(c.Notes) > 0 {
			s += fmt.Sprintf("%s %s %s %v\n", c.Path, c.State, c.Text(), c.Notes)
		}
	}
	return s
}

func count(f *ownership.Filing, forms map[ownership.DocumentType]int, kinds map[string]int) {
	forms[f.DocumentType.V]++
	is := map[string]bool{"joint": len(f.Owners) > 1}
	strikes := map[string]bool{}
	for _, rows := range [][]ownership.Row{f.TableI, f.TableII} {
		for i := range rows {
			r := &rows[i]
			is["late"] = is["late"] || r.Transaction.Timeliness.V == ownership.Late
			is["indirect"] = is["indirect"] || r.Ownership.V == ownership.Indirect
			is["with a note"] = is["with a note"] || len(r.NatureOfOwnership.Notes) > 0
			if r.ConversionOrExercisePrice.IsKnown() {
				strikes[r.ConversionOrExercisePrice.Raw+r.ExpirationDate.Raw] = true
			}
		}
	}
	is["two lots"] = len(strikes) > 1
	for kind, yes := range is {
		if yes {
			kinds[kind]++
		}
	}
}
