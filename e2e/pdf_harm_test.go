//go:build e2e

package e2e_test

import (
	"archive/zip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"filingview/parser/pdftest"

	"github.com/chromedp/chromedp"
)

// harmMany is how many damaged PDFs the page is given as usual; $HOSTILE says
// another number ("make hostile" does).
const harmMany = 100

// harmAtOnce is how many of them go into one archive.
const harmAtOnce = 250

// harmSeeds are the PDFs that are damaged: our own, and those beside the repository.
func harmSeeds(t *testing.T) [][]byte {
	all := [][]byte{pdftest.Form(true), pdftest.Form(false)}
	for _, pattern := range []string{"raw/*.pdf", "var/*.pdf", "crafted/*.pdf"} {
		found, err := filepath.Glob(filepath.Join("../../shared/pdf", pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range found {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, data)
		}
	}
	return all
}

// harmfulPDFs drops PDFs that were made to do harm, and an archive of damaged ones,
// together with a good filing: it opens, each of them is answered, the page lives.
func harmfulPDFs(t *testing.T, s *suite) {
	t.Parallel()
	many := harmMany
	if s := os.Getenv("HOSTILE"); s != "" {
		n, err := strconv.Atoi(s)
		if err != nil {
			t.Fatalf("HOSTILE is no number: %v", err)
		}
		many = n
	}
	folder := t.TempDir()
	files := []string{plain}
	for _, f := range pdftest.Crafted() {
		files = append(files, filepath.Join(folder, f.Name))
		if err := os.WriteFile(files[len(files)-1], f.Data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	crafted, err := filepath.Glob("../../shared/pdf/crafted/*.pdf")
	if err != nil {
		t.Fatal(err)
	}
	files = append(files, crafted...)

	b := open(t, s, s.server)
	b.allow(scripts) // of new engines
	b.harm(files, len(files))
	b.run(`location.hash = "filing=1.0"`)
	b.compare("form4-plain.xml", read(t, plain).filings[0])

	seeds := harmSeeds(t)
	for n := 0; n < many; n += harmAtOnce {
		b.run(`location.hash = ""`)
		b.until(`document.querySelector("[data-do=forget]")?.getClientRects().length > 0`)
		b.click(`document.querySelector("[data-do=forget]")`)
		b.until(`document.documentElement.dataset.state === "empty"`)
		here := min(harmAtOnce, many-n)
		var members []pdftest.File
		for i := n; i < n+here; i++ {
			members = append(members, pdftest.File{Name: fmt.Sprintf("%d.pdf", i), Data: pdftest.Mutate(seeds[i%len(seeds)], uint64(i))})
		}
		archive := filepath.Join(folder, "damaged.zip")
		packAll(t, archive, members)
		b.harm([]string{plain, archive}, here+1)
	}
}

// harm drops files, which come to that many entries at least, and sees to it that
// the page lives all the time and that every entry is a filing or has its sentence.
func (b *tab) harm(files []string, entries int) {
	b.Helper()
	b.run(`window.longest = 0; window.last = performance.now(); window.beat ||= setInterval(() => {
		window.longest = Math.max(window.longest, performance.now() - window.last); window.last = performance.now(); }, 20)`)
	begin := time.Now()
	b.drop(files...)
	const done = `document.documentElement.dataset.state !== "reading" && document.querySelectorAll("nav .entries > li").length > 0`
	for deadline := begin.Add(time.Duration(60+entries) * time.Second); !value[bool](b, done); time.Sleep(100 * time.Millisecond) {
		if time.Now().After(deadline) {
			b.Fatalf("After %s it still reads:\n%s", time.Since(begin), b.state())
		}
	}
	took := time.Since(begin)
	seen, ended := 0, []string{}
	for {
		issuers, failed := b.listed()
		seen += len(issuers) + len(failed)
		for _, sentence := range failed {
			if sentence == "" {
				b.Errorf("An entry has failed without a word.")
			}
			if strings.Contains(sentence, "was ended") || strings.Contains(sentence, "made a mistake") {
				ended = append(ended, sentence)
			}
		}
		const next = `document.querySelector(".pager button[data-do=from]:last-child:not(:disabled)")`
		if !value[bool](b, `!!`+next) {
			break
		}
		first := value[string](b, `document.querySelector(".pager").textContent`)
		b.click(next)
		b.until(`document.querySelector(".pager").textContent !== %s`, first)
	}
	if seen < entries {
		b.Errorf("%d files gave %d entries.", entries, seen)
	}
	still := value[float64](b, `window.longest`)
	b.Logf("%d files in %s; the page stood still for %.0f ms at most; %d ended the reader.", entries, took.Round(time.Millisecond), still, len(ended))
	for _, sentence := range slices.Compact(slices.Sorted(slices.Values(ended))) {
		b.Logf("  %s", sentence)
	}
	// A busy machine makes it wait; a page that reads by itself stands for a minute.
	if still > 10_000 {
		b.Errorf("The page stood still for %.0f ms.", still)
	}
}

// packAll writes a zip of files as they are.
func packAll(t *testing.T, archive string, files []pdftest.File) {
	t.Helper()
	out, err := os.Create(archive)
	if err != nil {
		t.Fatal(err)
	}
	z := zip.NewWriter(out)
	for _, f := range files {
		var w io.Writer
		if w, err = z.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Store}); err == nil {
			_, err = w.Write(f.Data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
}

// pdfEndsReader has the reader fail at a PDF in an archive: it is named, and what stands
// before and after it opens, PDFs included. The engine goes on.
func pdfEndsReader(t *testing.T, s *suite) {
	t.Parallel()
	var members []pdftest.File
	for _, m := range []struct{ name, from string }{{"a.xml", plain}, {"fails.pdf", ""}, {"b.xml", form3}, {"other.pdf", ""}, {"c.xml", form5}} {
		data := []byte("%PDF-1.4 is all of it")
		if m.from != "" {
			var err error
			if data, err = os.ReadFile(m.from); err != nil {
				t.Fatal(err)
			}
		}
		members = append(members, pdftest.File{Name: m.name, Data: data})
	}
	archive := filepath.Join(t.TempDir(), "all.zip")
	packAll(t, archive, members)

	b := open(t, s, s.server)
	b.allow(scripts)
	before := b.engine()
	b.forgiven = "struck by the test"
	b.strikeAt(b.reader(), "all.zip/fails.pdf", `throw new Error("struck by the test");`)
	b.drop(archive)
	b.until(showing + ` && document.querySelectorAll("nav .entries > li").length === 5`)
	for n, path := range map[int]string{0: plain, 2: form3, 4: form5} {
		b.run(`location.hash = %s`, fmt.Sprintf("filing=1.%d", n))
		b.compare(filepath.Base(path), read(b.T, path).filings[0])
	}
	_, failed := b.listed()
	if len(failed) != 2 || !strings.HasPrefix(failed[0], "The reader failed (Uncaught Error: struck by the test) at this PDF and was ended.") || strings.Contains(failed[1], "ended") {
		t.Errorf("It is said %q.", failed)
	}
	if b.engine().id != before.id {
		t.Error("The engine was ended too.")
	}
}

// strikeAt has a reader do what when it is given a document of that name.
func (b *tab) strikeAt(reader engine, name, what string) {
	b.Helper()
	_, err := chromedp.Run(reader.ctx, chromedp.Evaluate[chromedp.Void](`(() => {
		const take = self.onmessage;
		self.onmessage = (event) => {
			if (event.data.header && new TextDecoder().decode(event.data.header).includes("`+name+`")) { `+what+` }
			take(event);
		};
	})()`))
	b.must(err)
}
