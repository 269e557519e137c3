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
	return []string{
		"a1-transposed-total-in-a-trust",
		"a2-transposed-total-between-filings",
		"a3-funds-under-one-note",
		"a4-one-fund-change-told-by-note",
		"a5-funds-under-one-note-as-one-chain",
		"b1-missing-filing-though-note-tells",
		"b2-missing-filing-though-new-line-holds-it",
		"b3-exercised-amount-printed-as-remainder",
		"b4-missing-filing-though-four-accounts-add-up",
		"c1-note-on-the-total-without-a-figure",
		"c2-note-of-another-filing-names-the-amount",
		"c3-note-of-the-form-3-tells-of-it",
		"c4-note-of-a-later-filing-tells-of-it",
		"c5-form-3-note-splits-the-holding",
		"d-wrong-sign-reorders-the-rows",
		"e1-late-row-with-the-total-of-its-day",
		"e2-late-sale-with-the-total-of-its-day",
		"f1-exercise-attached-to-the-used-up-lot",
		"f2-partial-exercise-attached-to-the-used-up-lot",
		"g1-equal-funds-cross-wired",
		"g2-disclaimer-as-the-holder",
		"h1-right-total-called-misprint-should-be-0",
		"h2-right-total-called-one-digit-wrong",
		"h3-missing-filing-in-the-wrong-window",
		"i-plus-minus-ten-stated-as-a-transfer",
		"j-title-variant-of-two-identical-strings",
	}
}

// TestCases holds the ledger to what is written down of invented filings, in testdata/cases
// and beside the checkout. What is said wrongly is logged.
func TestCases(t *testing.T) {
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
					known := slices.Contains(wrongCases(), c.Name)
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
	for _, name := range wrongCases() {
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
