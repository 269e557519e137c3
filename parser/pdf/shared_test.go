package pdf

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"filingview/parser/sheet"
)

// shared lists files of the corpus beside the repository, and skips where there are
// none.
func shared(t testing.TB, patterns ...string) []string {
	var all []string
	for _, pattern := range patterns {
		found, err := filepath.Glob(filepath.Join("../../../shared", pattern))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, found...)
	}
	if len(all) == 0 {
		t.Skip("the corpus beside the repository is absent")
	}
	return all
}

// truthWords gives the words of all texts in a truth file, cells and header alike.
func truthWords(t *testing.T, file string) (cells, header []string) {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var x map[string]any
	if err := json.Unmarshal(data, &x); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	var walk func(v any, to *[]string)
	walk = func(v any, to *[]string) {
		switch v := v.(type) {
		case string:
			*to = append(*to, strings.Fields(v)...)
		case []any:
			for _, x := range v {
				walk(x, to)
			}
		case map[string]any:
			for _, x := range v {
				walk(x, to)
			}
		}
	}
	walk(x["table1"], &cells)
	walk(x["table2"], &cells)
	for _, key := range []string{"owner", "street", "city", "state", "zip", "issuer", "ticker", "event", "footnotes"} {
		walk(x[key], &header)
	}
	return cells, header
}

// TestTruth: every word of every cell stands on the pages as often as in the truth,
// in every file that is not a scan.
func TestTruth(t *testing.T) {
	read := 0
	for _, file := range shared(t, "pdf/*.pdf", "pdf/raw/*.pdf", "pdf/var/*.pdf") {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		s, err := Read(data)
		var told *Error
		if errors.As(err, &told) {
			t.Logf("%s: %s", filepath.Base(file), told.Reason)
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		read++
		have := map[string]int{}
		var text strings.Builder
		for _, p := range s.Pages {
			for _, w := range p.Words {
				have[w.Text]++
				text.WriteString(w.Text)
				if w.Box.X1 <= w.Box.X0 || w.Box.Y1 <= w.Box.Y0 || w.At.Page != p.Number {
					t.Errorf("%s: %q stands nowhere: %v", file, w.Text, w.At)
				}
				if w.Box.X0 < -1 || w.Box.Y0 < -3 || w.Box.X1 > p.Width+1 || w.Box.Y1 > p.Height+3 {
					t.Errorf("%s: %q is not on the page: %v", file, w.Text, w.Box)
				}
			}
		}
		cells, header := truthWords(t, strings.TrimSuffix(file, ".pdf")+".truth.json")
		missing := []string{}
		for _, w := range cells {
			if have[w]--; have[w] < 0 {
				missing = append(missing, w)
			}
		}
		for _, w := range header {
			if !strings.Contains(text.String(), w) {
				missing = append(missing, w)
			}
		}
		t.Logf("%s: %d of %d missing, %d blocks: %.200q", filepath.Base(file), len(missing), len(cells)+len(header), len(s.Blocks), missing)
	}
	t.Logf("%d files are read", read)
}

var _ = sheet.Checked
