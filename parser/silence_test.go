package parser_test

import (
	"flag"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"filingview/parser/internal/damage"
	"filingview/parser/ownership"
	"filingview/parser/pdftest"
)

// silence is how many damaged copies of each kind of file the tests of silence read.
var silence = flag.Int("silence", 100, "how many damaged copies of each kind of file the tests of silence read")

// kindOfFile is a kind of file that the tests of silence damage.
type kindOfFile struct {
	name  string
	as    damage.Kind
	files []sample
	// most is how many of a thousand damaged copies may be silent as yet.
	most int
}

// shared are the files beside the checkout that match a pattern; there may be none.
func shared(t *testing.T, pattern string) (all []sample) {
	t.Helper()
	if runtime.GOOS == "js" {
		return nil // see corpus
	}
	names, err := filepath.Glob(filepath.Join("..", "..", "shared", pattern))
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range names {
		data, err := os.ReadFile(n)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, sample{filepath.Base(filepath.Dir(n)) + "/" + filepath.Base(n), data})
	}
	return all
}

func kindsOfFiles(t *testing.T) []kindOfFile {
	var texts, copied, submissions []sample
	for _, s := range cases(t, "text") {
		switch {
		case strings.HasPrefix(s.name, "text/submission"):
			submissions = append(submissions, s)
		case strings.HasPrefix(s.name, "text/copied"):
			copied = append(copied, s)
		default:
			texts = append(texts, s)
		}
	}
	submissions = slices.Concat(submissions, cases(t, "submission"), []sample{testCase(t, "html/submission-form5.txt")}, corpus(t, "submission"))
	pages := slices.DeleteFunc(cases(t, "html"), func(s sample) bool { return !strings.HasSuffix(s.name, ".html") })
	return []kindOfFile{
		{"page", damage.Markup, slices.Concat(pages, corpus(t, "html"), shared(t, "forms/*/page.html")), 5},
		{"text", damage.Text, append(texts, corpus(t, "ascii")...), 20},
		{"copied", damage.Text, append(copied, shared(t, "forms/*/copied.txt")...), 30},
		{"submission", damage.Markup, submissions, 20},
		{"xml", damage.Markup, append(cases(t, "xml"), shared(t, "forms/*/filing.xml")...), 0},
	}
}

// readOf reads a file; it reports false where its places do not count in its bytes.
func readOf(t testing.TB, name string, data []byte) (damage.Read, bool) {
	var r damage.Read
	same := true
	for _, x := range open(t, name, data) {
		if x.err != nil {
			r.Errors++
			continue
		}
		same = same && x.filing.Source.Text == string(data)
		r.Filings = append(r.Filings, x.filing)
	}
	return r, same
}

// TestNothingIsLostInSilence damages files of each kind. What is lost or changed by it
// must be seen in what is read, or something must say that the file is damaged.
func TestNothingIsLostInSilence(t *testing.T) {
	for _, kind := range kindsOfFiles(t) {
		t.Run(kind.name, func(t *testing.T) {
			type whole struct {
				sample
				damage.Read
			}
			var files []whole
			for _, s := range kind.files {
				if r, same := readOf(t, s.name, s.data); same && r.Errors == 0 {
					files = append(files, whole{s, r})
				}
			}
			made, silent := 0, 0
			for seed := uint64(0); made < *silence; seed++ {
				f := &files[seed%uint64(len(files))]
				c, ok := damage.Make(f.data, kind.as, seed)
				if !ok {
					continue
				}
				made++
				got, _ := readOf(t, f.name, c.Data)
				faults := damage.Judge(f.Read, got, &c)
				if mute := damage.Mute(f.Read, got, &c); mute != "" && kind.name != "submission" { // whose tags EDGAR leaves out itself
					faults = append(faults, mute)
				}
				if len(faults) > 0 {
					silent++
					t.Logf("%s, seed %d, %s: %d faults, the first: %s", f.name, seed, c.What, len(faults), faults[0])
				}
			}
			t.Logf("%d damaged copies of %d files, %d silent", made, len(files), silent)
			if silent > (kind.most*made+999)/1000 {
				t.Errorf("more than %d of a thousand are silent", kind.most)
			}
		})
	}
}

// TestCutIsCut cuts files of each kind at many places, inside numbers too.
func TestCutIsCut(t *testing.T) {
	for _, kind := range kindsOfFiles(t) {
		t.Run(kind.name, func(t *testing.T) {
			made, silent, refused := 0, 0, 0
			each := max(1, *silence*3/20/len(kind.files))
			for i, s := range kind.files {
				whole, same := readOf(t, s.name, s.data)
				if !same || whole.Errors > 0 {
					continue
				}
				for _, at := range damage.Cuts(s.data, each, uint64(i)) {
					made++
					got, _ := readOf(t, s.name, s.data[:at])
					if got.Errors > 0 {
						refused++
					}
					if faults := damage.JudgeCut(whole, got, func(x *ownership.Finding) bool { return x.Rule.Scope() == "source" }); len(faults) > 0 {
						silent++
						t.Logf("%s cut at %d of %d, %q: %d faults, the first: %s", s.name, at, len(s.data), s.data[max(0, at-20):at], len(faults), faults[0])
					}
				}
			}
			t.Logf("%d cuts, %d refused, %d silent", made, refused, silent)
			if silent > (made+99)/100 {
				t.Errorf("%d of %d cuts are silent", silent, made)
			}
		})
	}
}

// TestNoPageIsLostInSilence damages the parts that hold a PDF together.
func TestNoPageIsLostInSilence(t *testing.T) {
	files := slices.Concat([]sample{{"form.pdf", pdftest.Form(true)}}, shared(t, "forms/*/print.pdf"), shared(t, "pdf/*.pdf"), shared(t, "pdf/raw/*.pdf"))
	read := make([]damage.Read, len(files))
	for i, f := range files {
		read[i], _ = readOf(t, f.name, f.data)
	}
	made, silent := 0, 0
	for seed := uint64(0); made < *silence; seed++ {
		i := seed % uint64(len(files))
		c, ok := damage.MakePDF(files[i].data, seed)
		if !ok || read[i].Errors > 0 {
			continue
		}
		made++
		got, _ := readOf(t, files[i].name, c.Data)
		if faults := damage.JudgeSame(read[i], got); len(faults) > 0 {
			silent++
			t.Logf("%s, seed %d, %s: %d faults, the first: %s", files[i].name, seed, c.What, len(faults), faults[0])
		}
	}
	t.Logf("%d damaged copies of %d files, %d silent", made, len(files), silent)
	if most := 5; silent > (most*made+999)/1000 {
		t.Errorf("more than %d of a thousand are silent", most)
	}
}
