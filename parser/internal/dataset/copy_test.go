package dataset_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"filingview/parser"
	"filingview/parser/ledger"
	"filingview/parser/ownership"
	"filingview/parser/report"
)

// TestCopies: a filing that is there as XML and in a data set is one, and the ledger says of
// the two together what it says of the XML alone, and of each line of the tables what it says
// of the same line of the XML.
func TestCopies(t *testing.T) {
	for name, filings := range map[string][]*ownership.Filing{"invented": invented(t, 12), "mixed": mixed(t), "filed": filed(t)} {
		if filings == nil {
			t.Log("the shared filings are not beside the repository")
			continue
		}
		alone, err := report.New(filings)
		if err != nil {
			t.Fatal(err)
		}
		known := map[string]bool{} // what is a copy of another already
		for _, f := range alone.Filings {
			known[f.File] = f.SameAs != ""
		}
		together := slices.Clone(filings)
		var read []*ownership.Filing
		for f, err := range parser.Open("form345.zip", zipped(t, exported(t, filings).members()...)) {
			if err != nil {
				t.Fatal(err)
			}
			read = append(read, f)
		}
		both, err := report.New(append(together, read...))
		if err != nil {
			t.Fatal(err)
		}
		if both.Rates != alone.Rates || len(both.Accounts) != len(alone.Accounts) {
			t.Errorf("%s: the rates are %+v, and with the copies %+v", name, alone.Rates, both.Rates)
		}
		of := map[string]*ownership.Filing{}
		for _, f := range read {
			of[f.Source.Name] = f
		}
		for _, f := range both.Filings {
			if of[f.File] != nil && f.SameAs == "" {
				t.Errorf("%s: %s is not known as a copy", name, f.File)
			}
		}
		lines := 0
		for _, l := range both.Lines {
			f := of[l.File]
			if f == nil {
				continue
			}
			lines++
			row := rowAt(f, l.Path)
			if row == nil || row.SharesFollowing.IsKnown() && l.Printed.Known && !strings.HasPrefix(string(f.DocumentType.V), "3") && l.Printed.V.Cmp(row.SharesFollowing.V) != 0 {
				t.Errorf("%s: %s %s has the figures of another line", name, l.File, l.Path)
			}
		}
		want := 0
		for _, f := range read {
			want += len(f.TableI) + len(f.TableII)
		}
		if lines != want {
			t.Errorf("%s: %d lines of the tables are in the report, of %d", name, lines, want)
		}
	}
}

func rowAt(f *ownership.Filing, path string) *ownership.Row {
	for i := range f.TableI {
		if path == fmt.Sprintf("tableI[%d]", i) {
			return &f.TableI[i]
		}
	}
	for i := range f.TableII {
		if path == fmt.Sprintf("tableII[%d]", i) {
			return &f.TableII[i]
		}
	}
	return nil
}

// mixed are filings whose holdings stand before and among their transactions.
func mixed(t testing.TB) []*ownership.Filing {
	all := invented(t, 12)
	n := 0
	for _, f := range all {
		for _, rows := range [][]ownership.Row{f.TableI, f.TableII} {
			slices.Reverse(rows)
			if len(rows) > 0 && rows[0].Kind != rows[len(rows)-1].Kind {
				n++
			}
		}
	}
	if n == 0 {
		t.Fatal("no filing has lines of both kinds")
	}
	return all
}

// TestNoCopies: a filing of a data set that says in one cell something else is another.
func TestNoCopies(t *testing.T) {
	whole := two(t)
	a := open(t, zipped(t, whole.members()...)).filings[0]
	for _, c := range []struct{ table, old, new string }{
		{"NONDERIV_TRANS", "\t72\tCommon Stock\t", "\t72\tClass B Common Stock\t"},
		{"NONDERIV_TRANS", "\t8000.0\t", "\t8001.0\t"},
		{"NONDERIV_HOLDING", "By spouse", "By sister"},
		{"FOOTNOTES", "$6.00", "$5.00"},
	} {
		b := open(t, zipped(t, whole.with(c.table, replace(c.old, c.new)).members()...)).filings[0]
		b.Source.Format = "ownership-xml" // as it is read from the form
		if l := ledger.Reconcile([]*ownership.Filing{a, b}); l.Filings[0].SameAs >= 0 || l.Filings[1].SameAs >= 0 {
			t.Errorf("with %q for %q it is a copy", c.new, c.old)
		}
	}
}
