package pdf

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"filingview/parser/internal/sheet"
)

// shared lists files of the corpus beside the repository, and skips where there are
// none.
func shared(t testing.TB, patterns ...string) []string {
	var all []string
	for _, pattern := range patterns {
		found, err := filepath.Glob(filepath.Join("../../../../shared", pattern))
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

// refused names the files that cannot be read, and why.
func refused() map[string]Kind {
	return map[string]Kind{"enc-aes-128-userpw.pdf": Password}
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
			if want := refused()[filepath.Base(file)]; told.Kind != want || want == 0 {
				t.Errorf("%s: %s", filepath.Base(file), told.Reason)
			}
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
			// A narrow column breaks after "$" and "-".
			parts := []string{w}
			if have[w] == 0 {
				parts = strings.SplitAfter(strings.Replace(w, "$", "$-", 1), "-")
			}
			for _, part := range parts {
				if part = strings.Replace(part, "$-", "$", 1); part == "" {
					continue
				}
				if have[part]--; have[part] < 0 {
					missing = append(missing, w)
					break
				}
			}
		}
		for _, w := range header {
			if !strings.Contains(text.String(), w) {
				missing = append(missing, w)
			}
		}
		if len(missing) > 0 {
			t.Errorf("%s: %d of %d words are missing: %.300q", filepath.Base(file), len(missing), len(cells)+len(header), missing)
		}
		if s.Scan {
			t.Errorf("%s is taken for a scan", file)
		}
	}
	if read < 46 {
		t.Errorf("only %d files are read", read)
	}
}

// TestTags: the prints of a browser say their cells; programs that write them anew
// leave that out.
func TestTags(t *testing.T) {
	for _, file := range shared(t, "pdf/*.pdf", "pdf/var/*.pdf", "forms/*/print.pdf") {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		s, err := Read(data)
		if err != nil {
			continue // TestTruth tells
		}
		rewritten := false
		for _, other := range []string{"cairo", "formxobj", "gs", "gs13", "ps2pdf"} {
			rewritten = rewritten || filepath.Base(file) == other+".pdf"
		}
		if rewritten {
			if s.Blocks != nil {
				t.Errorf("%s has %d blocks, though it has no tags", file, len(s.Blocks))
			}
			continue
		}
		empty, words := 0, map[sheet.Word]int{}
		for _, b := range s.Blocks {
			if len(b.Lines) == 0 {
				empty++
			}
			for _, l := range b.Lines {
				for _, w := range l {
					w.Glued = false
					words[w]++
				}
			}
		}
		if len(s.Blocks) < 50 || empty < 4 {
			t.Errorf("%s: %d blocks, %d of them empty", file, len(s.Blocks), empty)
		}
		lost, all := 0, 0
		for _, p := range s.Pages {
			for _, w := range p.Words {
				w.Glued = false
				all++
				if words[w]--; words[w] < 0 {
					lost++
				}
			}
		}
		if lost*10 > all {
			t.Errorf("%s: %d of %d words stand in no block", file, lost, all)
		}
		for w, n := range words {
			if n > 0 {
				t.Errorf("%s: %q stands in two blocks, or on no page", file, w.Text)
			}
		}
	}
}
