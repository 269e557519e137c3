package ledger_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"filingview/parser/honesty"
)

// wrongCases are the cases that the ledger gets wrong today. The list only shrinks: a case
// of it that is right fails the test.
func wrongCases() []string {
	return nil
}

// wrongTwins are those of the project's own cases, two twins and one look-alike of each kind,
// that the ledger gets wrong today. The list only shrinks too.
func wrongTwins() []string {
	return nil
}

// TestCases holds the ledger to what is written down of invented filings, in testdata/cases
// and beside the checkout. What is said wrongly is logged.
func TestCases(t *testing.T) {
	wrongToday := slices.Concat(wrongCases(), wrongTwins())
	seen := map[string]bool{}
	for name, folder := range map[string]fs.FS{"own": ownCases(t), "beside the checkout": casesBeside(t)} {
		t.Run(name, func(t *testing.T) {
			if folder == nil {
				t.Skip("there are no cases")
			}
			cases, err := honesty.ReadCases(folder)
			if err != nil {
				t.Fatal(err)
			}
			for i := range cases {
				c := &cases[i]
				seen[c.Name] = true
				t.Run(c.Name, func(t *testing.T) {
					wrong, err := c.Wrong()
					if err != nil {
						t.Fatal(err)
					}
					known := slices.Contains(wrongToday, c.Name)
					for _, sentence := range wrong {
						if known {
							t.Log(sentence)
						} else {
							t.Error(sentence)
						}
					}
					if known && len(wrong) == 0 {
						t.Error("the case is right: take it from the list of the wrong ones")
					}
				})
			}
		})
	}
	if casesBeside(t) == nil {
		return
	}
	for _, name := range wrongToday {
		if !seen[name] {
			t.Errorf("there is no case %s any more: take it from the list of the wrong ones", name)
		}
	}
}

// ownCases returns the project's own cases, or nil.
func ownCases(t *testing.T) fs.FS {
	t.Helper()
	if _, err := fs.Stat(testdata, "testdata/cases/EXPECTED.tsv"); err != nil {
		return nil
	}
	folder, err := fs.Sub(testdata, "testdata/cases")
	if err != nil {
		t.Fatal(err)
	}
	return folder
}

// casesBeside returns the cases beside the checkout, or nil.
func casesBeside(t *testing.T) fs.FS {
	t.Helper()
	folder := os.DirFS(filepath.Join("..", "..", "..", "shared", "faults", "ledger"))
	if _, err := fs.Stat(folder, "EXPECTED.tsv"); err != nil {
		return nil
	}
	return folder
}
