package ledger_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"testing"

	"filingview/parser"
	"filingview/parser/ledger"
	"filingview/parser/ownership"
)

// between cuts the bytes of a fuzzer into files.
const between = "\n=====\n"

// FuzzReconcile reconciles any small set of filings and checks what is true of
// all of them.
func FuzzReconcile(f *testing.F) {
	rules, err := fs.ReadDir(testdata, "testdata/rule")
	if err != nil {
		f.Fatal(err)
	}
	for _, rule := range rules {
		cases, err := fs.Glob(testdata, path.Join("testdata/rule", rule.Name(), "*"))
		if err != nil {
			f.Fatal(err)
		}
		for _, folder := range cases {
			files, err := fs.Glob(testdata, path.Join(folder, "*.xml"))
			if err != nil {
				f.Fatal(err)
			}
			var all [][]byte
			for _, name := range files {
				data, err := testdata.ReadFile(name)
				if err != nil {
					f.Fatal(err)
				}
				all = append(all, data)
			}
			if len(all) > 0 {
				f.Add(bytes.Join(all, []byte(between)))
			}
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var filings []*ownership.Filing
		for _, part := range bytes.Split(data, []byte(between)) {
			for filing, err := range parser.Open("fuzz.xml", part) {
				if err == nil && len(filings) < 12 {
					filings = append(filings, filing)
				}
			}
		}
		before := asJSON(t, filings)
		l := ledger.Reconcile(filings)
		if !bytes.Equal(before, asJSON(t, filings)) {
			t.Fatal("a filing was changed")
		}
		for _, wrong := range unsound(l, filings) {
			t.Error(wrong)
		}
		for _, wrong := range uncounted(l, filings) {
			t.Error(wrong)
		}
		back := slices.Clone(filings)
		slices.Reverse(back)
		m := ledger.Reconcile(back)
		for i := range m.Filings {
			m.Filings[i].Given = len(filings) - 1 - m.Filings[i].Given
		}
		// Filings that say the same under one name cannot be told apart.
		for i := range m.Filings {
			if slices.ContainsFunc(l.Filings, func(f ownership.LedgerFiling) bool { return f.SameAs >= 0 }) {
				l.Filings[i].Given, m.Filings[i].Given = 0, 0
			}
		}
		if !bytes.Equal(asJSON(t, l), asJSON(t, m)) {
			t.Errorf("depends on the order:\n%s\n%s", asJSON(t, l), asJSON(t, m))
		}
	})
}

func asJSON(t *testing.T, v any) []byte {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// uncounted lists the rows that are not in exactly one line, and lines whose
// figures do not go together.
func uncounted(l *ownership.Ledger, filings []*ownership.Filing) []string {
	var wrong []string
	lines := map[ownership.LineRef]int{}
	for _, a := range l.Accounts {
		for _, line := range a.Lines {
			lines[line.LineRef]++
			if line.Residual.Known {
				off, ok := line.Printed.V.Difference(line.Computed.V)
				if !line.Printed.Known || !line.Computed.Known || ok && off.Cmp(line.Residual.V) != 0 {
					wrong = append(wrong, line.Path+": the residual is not printed less computed")
				}
			}
		}
	}
	rows := 0
	for i, f := range l.Filings {
		if f.SameAs >= 0 {
			continue
		}
		given := filings[f.Given]
		for table, all := range [][]ownership.Row{given.TableI, given.TableII} {
			for n := range all {
				rows++
				name := [...]string{"tableI", "tableII"}[table]
				if k := lines[ownership.LineRef{Filing: i, Path: pathOf(name, n)}]; k != 1 {
					wrong = append(wrong, f.Name+" "+pathOf(name, n)+" is not in exactly one line")
				}
			}
		}
	}
	if len(l.Filings) != len(filings) || rows != len(lines) {
		wrong = append(wrong, "filings or lines are too many or too few")
	}
	return wrong
}

func pathOf(table string, n int) string { return fmt.Sprintf("%s[%d]", table, n) }
