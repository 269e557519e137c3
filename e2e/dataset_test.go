//go:build e2e

package e2e_test

import (
	"archive/zip"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// dataSet drops a data set of the SEC's: the page shows its filing as the tool reads it, and
// a cell's place in the tables beside it.
func dataSet(t *testing.T, s *suite) {
	t.Parallel()
	b := open(t, s, s.server)
	const path = "../parser/testdata/rule/data-set-order/fires.zip"
	b.drop(path)
	b.until(showing)
	b.compare(filepath.Base(path), read(t, path).filings[0])
	b.showSource()
	b.until(`document.querySelector(".source").textContent.includes("NONDERIV_HOLDING.tsv, line 2")`)
}

// quarter drops a data set of as many filings as the SEC publishes in three months. They are
// all listed, nothing is begun again, and the last one opens.
func quarter(t *testing.T, s *suite) {
	const filings = 55_000
	path := filepath.Join(t.TempDir(), "form345.zip")
	out, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	z := zip.NewWriter(out)
	for _, name := range []string{"SUBMISSION", "REPORTINGOWNER", "NONDERIV_TRANS", "NONDERIV_HOLDING", "DERIV_TRANS", "DERIV_HOLDING", "FOOTNOTES", "OWNER_SIGNATURE"} {
		few, err := os.ReadFile("../parser/internal/dataset/testdata/two/" + name + ".tsv")
		if err != nil {
			t.Fatal(err)
		}
		w, err := z.Create(name + ".tsv")
		if err != nil {
			t.Fatal(err)
		}
		head, body, _ := strings.Cut(string(few), "\n")
		fmt.Fprintln(w, head)
		for n := 0; n < filings; n += 2 {
			if _, err := w.Write([]byte(strings.NewReplacer("0009000000-24-000012", fmt.Sprintf("0009000000-24-%06d", n), "0009000000-24-000013", fmt.Sprintf("0009000000-24-%06d", n+1)).Replace(body))); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	b := open(t, s, s.server)
	start := time.Now()
	b.drop(path)
	b.until(`document.querySelector(".work button[data-do=cancel]")`)
	for !value[bool](b, showing) {
		if time.Since(start) > 10*time.Minute {
			t.Fatalf("The page still reads.\n%s", b.state())
		}
		time.Sleep(time.Second)
	}
	t.Logf("%d filings are open after %s.", filings, time.Since(start).Round(time.Second))
	if got, want := value[string](b, `document.querySelector("nav .fold").textContent`), grouped(filings)+" filings"; got != want {
		t.Errorf("The list says %q, want %q.", got, want)
	}
	if notice := value[string](b, `document.querySelector(".notice")?.textContent || ""`); notice != "" {
		t.Errorf("The page says %q.", notice)
	}
}
