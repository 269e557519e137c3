package ledger_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"filingview/parser"
	"filingview/parser/ledger"
	"filingview/parser/ownership"
)

// TestCorpus reconciles the real filings that stand beside the repository on some
// machines.
func TestCorpus(t *testing.T) {
	if runtime.GOOS == "js" {
		t.Skip("a browser has no files")
	}
	var filings []*ownership.Filing
	for _, folder := range []string{"xml", "submission"} {
		dir := filepath.Join("..", "..", "..", "shared", "filings", folder)
		entries, err := os.ReadDir(dir)
		if errors.Is(err, fs.ErrNotExist) {
			t.Skipf("needs ../shared/filings/%s, which is not here", folder)
		}
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			data, err := os.ReadFile(filepath.Join(dir, e.Name()))
			if err != nil {
				t.Fatal(err)
			}
			for f, err := range parser.Open(e.Name(), data) {
				if err == nil {
					filings = append(filings, f)
				}
			}
		}
	}
	l := ledger.Reconcile(filings)
	for _, wrong := range append(unsound(l, filings), uncounted(l, filings)...) {
		t.Error(wrong)
	}
	r := l.Rates()
	t.Logf("%+v", r)
	if 1000*r.CannotBeTested > 91*r.Lines {
		t.Errorf("%d of %d lines cannot be tested, more than 9.1 %%", r.CannotBeTested, r.Lines)
	}
	if testable := r.Lines - r.CannotBeTested; 100*(r.Reconciled+r.Explained) < 99*testable {
		t.Errorf("%d of %d testable lines are unexplained, more than 1 %%", r.Unexplained, testable)
	}
	tesla, snow := 0, 0
	for _, a := range l.Accounts {
		for _, line := range a.Lines {
			f := l.Filings[line.Filing]
			date := f.PeriodOfReport.String()
			if strings.Contains(a.Issuer.Name, "Tesla") && date >= "2021-11-01" && date <= "2022-12-31" {
				tesla++
				if line.State == ownership.Unexplained {
					t.Errorf("Tesla: %s %s: %s", f.Name, line.Path, line.Explanation)
				}
			}
			if strings.Contains(f.Name, "form4.snow.xml") && line.Residual.Known {
				snow++
				if line.Residual.V.Sign() != 0 {
					t.Errorf("Snowflake: %s is off by %s", line.Path, line.Residual)
				}
			}
		}
	}
	if tesla < 100 || snow < 5 {
		t.Errorf("only %d lines of Tesla and %d testable ones of Snowflake", tesla, snow)
	}
}
