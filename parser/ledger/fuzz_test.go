package ledger_test

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"filingview/parser"
	"filingview/parser/ledger"
	"filingview/parser/ownership"
)

// FuzzReconcile gives the ledger whatever the parser makes of mutated filings: it
// never panics, has each line of each filing once, counts exactly, leaves the
// filings alone, and does not care for their order.
func FuzzReconcile(f *testing.F) {
	folders, err := filepath.Glob(filepath.Join("testdata", "rule", "*", "*"))
	if err != nil {
		f.Fatal(err)
	}
	const between = "\n\x00\n"
	for _, folder := range folders {
		files, err := filepath.Glob(filepath.Join(folder, "*.xml"))
		if err != nil {
			f.Fatal(err)
		}
		var all [][]byte
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				f.Fatal(err)
			}
			all = append(all, data)
		}
		if len(all) > 0 {
			f.Add(bytes.Join(all, []byte(between)))
		}
	}
	read := func(data []byte) []*ownership.Filing {
		var all []*ownership.Filing
		for i, part := range bytes.SplitN(data, []byte(between), 6) {
			for filing, err := range parser.Open(string(rune('a'+i))+".xml", part) {
				if err == nil {
					all = append(all, filing)
				}
			}
		}
		return all
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		filings := read(data)
		l := ledger.Reconcile(filings)
		if !reflect.DeepEqual(filings, read(data)) {
			t.Fatal("the filings are not as they were")
		}
		seen := map[ownership.LineRef]bool{}
		for i := range l.Accounts {
			for _, line := range l.Accounts[i].Lines {
				if seen[line.LineRef] {
					t.Fatalf("%v is there twice", line.LineRef)
				}
				seen[line.LineRef] = true
				if line.Explanation == "" || line.Rule == 0 {
					t.Fatalf("%v has no rule or explanation: %+v", line.LineRef, line)
				}
				if line.Residual.Known {
					if off, ok := line.Printed.V.Difference(line.Computed.V); ok && off.Cmp(line.Residual.V) != 0 {
						t.Fatalf("%v is off by %s, not %s", line.LineRef, off, line.Residual.V)
					}
				}
			}
		}
		rows := 0
		for _, lf := range l.Filings {
			if lf.SameAs < 0 {
				rows += len(filings[lf.Given].TableI) + len(filings[lf.Given].TableII)
			}
		}
		if rows != len(seen) {
			t.Fatalf("%d rows are %d lines", rows, len(seen))
		}
		backwards := read(data)
		slices.Reverse(backwards)
		m := ledger.Reconcile(backwards)
		if !reflect.DeepEqual(l.Accounts, m.Accounts) || !reflect.DeepEqual(l.Findings, m.Findings) {
			t.Fatal("the order of the files matters")
		}
	})
}
