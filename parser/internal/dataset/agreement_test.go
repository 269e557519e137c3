package dataset_test

import (
	"html"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"filingview/parser"
	"filingview/parser/internal/simulate"
	"filingview/parser/ownership"
)

// TestAgreement: filings that are written as the SEC's tables and read again say in every
// cell what they said, as far as the tables have a column for it, and written again the
// tables are the same, byte for byte.
func TestAgreement(t *testing.T) {
	t.Run("invented", func(t *testing.T) { agree(t, invented(t, 12)) })
	t.Run("filed", func(t *testing.T) {
		all := filed(t)
		if all == nil {
			t.Skip("the shared filings are not beside the repository")
		}
		agree(t, all)
	})
}

// filed are the filings beside the repository, if they are there.
func filed(t testing.TB) (all []*ownership.Filing) {
	t.Helper()
	for _, folder := range []string{"xml", "submission"} {
		files, err := filepath.Glob(filepath.Join("../../../../shared/filings", folder, "*"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range files {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			for f, err := range parser.Open(name, data) {
				if err == nil {
					all = append(all, f)
				}
			}
		}
	}
	return all
}

// invented are filings of simulated owners, read from their XML.
func invented(t testing.TB, owners int) (all []*ownership.Filing) {
	t.Helper()
	for seed := range owners {
		for _, made := range simulate.Varied(uint64(seed), 10) {
			for f, err := range parser.Open(made.Source.Name, []byte(simulate.XML(made))) {
				if err != nil {
					t.Fatal(err)
				}
				all = append(all, f)
			}
		}
	}
	return all
}

func agree(t *testing.T, filings []*ownership.Filing) {
	written := exported(t, filings)
	var read []*ownership.Filing
	for f, err := range parser.Open("form345.zip", zipped(t, written.members()...)) {
		if err != nil {
			t.Fatal(err)
		}
		read = append(read, f)
	}
	if len(read) != len(filings) {
		t.Fatalf("%d filings are read, %d were written", len(read), len(filings))
	}
	cells := 0
	for i, f := range filings {
		cells += compare(t, f, read[i])
	}
	t.Logf("%d filings, %d cells", len(read), cells)
	if again := exported(t, read); true {
		for name, text := range written {
			if again[name] != text {
				t.Errorf("%s written again differs: %s", name, firstDifference(text, again[name]))
			}
		}
	}
}

func firstDifference(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return "\n" + x[i] + "\n" + y[i]
		}
	}
	return "its length"
}

// untold are the cells that the tables have no column for.
func untold(path string) bool {
	for _, end := range []string{"schemaVersion", ".ccc", ".nonUSAddress", ".nonUSStateTerritory", ".country", ".goodAddress", ".foreignTradingSymbol"} {
		if strings.HasSuffix(path, end) {
			return true
		}
	}
	return strings.HasPrefix(path, "header.") && path != "header.accessionNumber" && path != "header.filedAt"
}

// said is what a cell says, as the tables can have it, and "" for nothing.
func said(c ownership.Cell) string {
	text := c.Text()
	if c.State == ownership.Malformed {
		text = "? " + html.UnescapeString(c.Raw)
	}
	if strings.Contains(c.Path, ".relationship.is") && text != "true" {
		return "" // the tables list the flags that are set
	}
	notes := slices.Clone(c.Notes)
	if strings.HasSuffix(c.Path, ".equitySwapInvolved") || strings.HasSuffix(c.Path, ".transaction.code") || strings.HasSuffix(c.Path, ".formType") {
		notes = nil // compared together
	}
	slices.Sort(notes)
	if d, err := ownership.ParseDecimal(text); err == nil {
		text = strings.TrimSuffix(d.String(), ".0")
	}
	return strings.Join(strings.Fields(text), " ") + strings.Join(slices.Compact(notes), " ")
}

// compare compares each cell of a filing with that of the same filing from the tables.
func compare(t *testing.T, f, g *ownership.Filing) int {
	t.Helper()
	want, got := map[string]string{}, map[string]string{}
	sorted := *f
	sorted.TableI, sorted.TableII = apart(f.TableI), apart(f.TableII)
	for _, of := range []struct {
		filing *ownership.Filing
		said   map[string]string
	}{{&sorted, want}, {g, got}} {
		for c := range of.filing.Cells() {
			if s := said(c); s != "" && !untold(c.Path) {
				of.said[c.Path] = s
			}
		}
		for table, rows := range [][]ownership.Row{of.filing.TableI, of.filing.TableII} {
			for i := range rows {
				var notes []string
				tr := &rows[i].Transaction
				for _, r := range []*ownership.Reading{&tr.Code.Reading, &rows[i].FormType.Reading, &tr.EquitySwapInvolved.Reading} {
					notes = append(notes, r.Notes...)
				}
				slices.Sort(notes)
				if notes != nil {
					of.said[strings.Repeat("I", table+1)+string(rune('0'+i%10))+"coding"+string(rune('0'+i/10))] = strings.Join(slices.Compact(notes), " ")
				}
			}
		}
		for i := range of.filing.Footnotes {
			if id := of.filing.Footnotes[i].ID; id != "" {
				of.said["note"+string(rune('0'+i))] = id
			}
		}
	}
	if len(f.TableI)+len(f.TableII) != len(g.TableI)+len(g.TableII) || len(f.Owners) != len(g.Owners) || len(f.Footnotes) != len(g.Footnotes) || len(f.Signatures) != len(g.Signatures) {
		t.Errorf("%s has %d lines, %d owners, %d notes, %d signatures; of the tables are %d, %d, %d, %d", f.Source.Name, len(f.TableI)+len(f.TableII), len(f.Owners), len(f.Footnotes), len(f.Signatures),
			len(g.TableI)+len(g.TableII), len(g.Owners), len(g.Footnotes), len(g.Signatures))
	}
	for path, s := range want {
		if path == "header.accessionNumber" {
			continue // the key may be another
		}
		if got[path] != s {
			t.Errorf("%s: %s says %q, in the tables %q", f.Source.Name, path, s, got[path])
		}
		delete(got, path)
	}
	delete(got, "header.accessionNumber")
	for path, s := range got {
		t.Errorf("%s: %s says %q in the tables alone", f.Source.Name, path, s)
	}
	for c := range g.Cells() {
		checkPlace(t, g, c)
	}
	return len(want)
}

// checkPlace holds a cell to its place in the excerpt.
func checkPlace(t testing.TB, g *ownership.Filing, c ownership.Cell) {
	t.Helper()
	if len(c.At) != 1 || c.At[0].Start < 0 || c.At[0].End < c.At[0].Start || int(c.At[0].End) > len(g.Source.Text) {
		t.Errorf("%s: %s stands at %v", g.Source.Name, c.Path, c.At)
	} else if at := g.Source.Text[c.At[0].Start:c.At[0].End]; at != c.Raw && g.Source.Charset == "utf-8" {
		t.Errorf("%s: %s is %q, and in its place stands %q", g.Source.Name, c.Path, c.Raw, at)
	}
}

// apart puts transactions before holdings, as the tables have them.
func apart(rows []ownership.Row) []ownership.Row {
	rows = slices.Clone(rows)
	slices.SortStableFunc(rows, func(a, b ownership.Row) int { return int(b.Kind) - int(a.Kind) })
	return rows
}
