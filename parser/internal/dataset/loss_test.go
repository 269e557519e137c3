package dataset_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"filingview/parser"
	"filingview/parser/ownership"
)

// TestRowsInAreRowsOut: whatever is lost, doubled or changed in a table, each line of it
// stands in a filing, or something is said; and each change of a line changes a cell, or
// something is said.
func TestRowsInAreRowsOut(t *testing.T) {
	whole := exported(t, invented(t, 1))
	before := everything(t, whole)
	for seed := range uint64(400) {
		r := rand.New(rand.NewPCG(seed, 345))
		name := order[r.IntN(len(order))]
		text := whole[name]
		lines := strings.SplitAfter(strings.TrimSuffix(text, "\n"), "\n")
		if len(lines) < 2 {
			continue
		}
		n := r.IntN(len(lines)-1) + 1
		what := ""
		cells := strings.Split(strings.TrimSuffix(lines[n], "\n"), "\t")
		switch k := r.IntN(len(cells)); r.IntN(6) {
		case 0:
			what, lines = "a line is lost", slices.Delete(lines, n, n+1)
		case 1:
			what, lines = "a line is doubled", slices.Insert(lines, n, lines[n])
		case 2:
			what, lines[n] = "a cell is lost", strings.Join(slices.Delete(cells, k, k+1), "\t")+"\n"
		case 3:
			what, lines[n] = "a cell is doubled", strings.Join(slices.Insert(cells, k, cells[k]), "\t")+"\n"
		case 4:
			at := strings.IndexAny(cells[k], "123456789")
			if at < 0 {
				continue
			}
			cells[k] = cells[k][:at] + string('1'+(cells[k][at]-'1'+1)%9) + cells[k][at+1:]
			what, lines[n] = "a digit is changed", strings.Join(cells, "\t")+"\n"
		case 5:
			what, lines = "the table is cut", append(lines[:n:n], lines[n][:r.IntN(len(lines[n]))])
		}
		changed := strings.Join(lines, "")
		if !strings.HasSuffix(changed, "\n") && what != "the table is cut" {
			changed += "\n"
		}
		if changed == text {
			continue
		}
		after := everything(t, whole.with(name, func(string) string { return changed }))
		if isKeyOfLine := strings.HasSuffix(what, "changed") && strings.HasPrefix(strings.Split(whole[name], "\n")[0], "ACCESSION_NUMBER\t"+name+"_SK"); after == before && !isKeyOfLine {
			t.Errorf("%s, line %d: %s, and nothing is said or changed:\n%s", name, n+1, what, strings.Join(cells, "\t"))
		}
	}
}

// everything writes down all cells, refusals and findings.
func everything(t testing.TB, s tables) string {
	o := open(t, zipped(t, s.members()...))
	return o.cells + o.sentences
}

// FuzzTables: no tables, however odd, panic or give a cell that stands elsewhere than it
// says, and each line of a table is in a filing or there is an error.
func FuzzTables(f *testing.F) {
	seed := two(f)
	f.Add(seed["SUBMISSION"], seed["REPORTINGOWNER"], seed["NONDERIV_TRANS"], seed["NONDERIV_HOLDING"], seed["DERIV_TRANS"], seed["DERIV_HOLDING"], seed["FOOTNOTES"], seed["OWNER_SIGNATURE"])
	f.Add("ACCESSION_NUMBER\tDOCUMENT_TYPE\n1\t4\n", "\"ACCESSION_NUMBER\"\n\"", "\xff\xfeA\x00", "\ufeff", "ACCESSION_NUMBER\r1\r", "\n\n", "ACCESSION_NUMBER\tFOOTNOTE_ID\tFOOTNOTE_TXT\t\n1\t\"F1\"\"\t\t\n", "\t")
	f.Fuzz(func(t *testing.T, a, b, c, d, e, g, h, i string) {
		s := tables{}
		for n, text := range []string{a, b, c, d, e, g, h, i} {
			s[order[n]] = text
		}
		results := 0
		for f, err := range parser.Open("form345.zip", zipped(t, s.members()...)) {
			if results++; err != nil {
				continue
			}
			for c := range f.Cells() {
				for _, at := range c.At {
					if at.Start < 0 || at.End < at.Start || int(at.End) > len(f.Source.Text) {
						t.Errorf("%s stands at %v of %d bytes", c.Path, at, len(f.Source.Text))
					}
				}
				if c.State == ownership.Known && len(c.At) == 0 {
					t.Errorf("%s has no place", c.Path)
				}
			}
			if f.Source.Format != "tsv" || f.Source.Envelope != "form345" || f.Header.AccessionNumber.State != ownership.Known {
				t.Errorf("a filing of %+v", f.Source)
			}
		}
		if results == 0 {
			t.Error("nothing comes of the tables")
		}
	})
}

// TestCutAnywhere cuts each table of the small set after each byte. In the middle of a line
// the set is refused; after a line, lines are missing that the table alone does not tell of,
// and what the filings lack is said.
func TestCutAnywhere(t *testing.T) {
	whole := two(t)
	want := everything(t, whole)
	for _, name := range order {
		for n := range len(whole[name]) {
			cut := open(t, zipped(t, whole.with(name, func(s string) string { return s[:n] }).members()...))
			switch inside := !strings.HasSuffix(whole[name][:n], "\n"); {
			case cut.cells+cut.sentences == want:
				t.Errorf("%s cut after %d of %d bytes: nothing is said", name, n, len(whole[name]))
			case inside && (len(cut.filings) > 0 || len(cut.refusals) != 1):
				t.Errorf("%s cut in the middle of a line, after %d bytes: %d filings, %q", name, n, len(cut.filings), cut.refusals)
			}
		}
	}
}
