package main

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"filingview/parser/pdftest"
)

// hostileMany is how many mutated PDFs are read when the tests are run as usual;
// $HOSTILE says another number ("make hostile" does).
const hostileMany = 24

// seeds are the PDFs that are mutated: our own, and those beside the repository.
func seeds(t *testing.T) [][]byte {
	all := [][]byte{pdftest.Form(true), pdftest.Form(false)}
	for _, pattern := range []string{"pdf/raw/*.pdf", "pdf/var/*.pdf", "pdf/small-*.pdf", "forms/*/print.pdf", "pdf/crafted/*.pdf"} {
		found, err := filepath.Glob(filepath.Join("../../../shared", pattern))
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

// TestHostilePDFs: the tool answers every PDF made to do harm within its time, and
// reads the filing after it.
func TestHostilePDFs(t *testing.T) {
	many := hostileMany
	if s := os.Getenv("HOSTILE"); s != "" {
		n, err := strconv.Atoi(s)
		if err != nil {
			t.Fatalf("HOSTILE is no number: %v", err)
		}
		many = n
	}
	var files []pdftest.File
	files = append(files, pdftest.Crafted()...)
	crafted, err := filepath.Glob("../../../shared/pdf/crafted/*.pdf")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range crafted {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, pdftest.File{Name: "shared-" + filepath.Base(file), Data: data})
	}
	r := rand.New(rand.NewPCG(1934, 16))
	all := seeds(t)
	for i := range many {
		files = append(files, pdftest.File{Name: fmt.Sprintf("mutated-%d.pdf", i), Data: pdftest.Mutate(all[r.IntN(len(all))], uint64(i))})
	}

	// Two at a time, each in archives of a few: an archive goes on after a file that
	// ended its reader.
	folder := t.TempDir()
	form := filepath.Join(testdata, "xml/form4-plain.xml")
	slots, group := make(chan bool, 2), sync.WaitGroup{}
	var mu sync.Mutex
	said := map[string]int{}
	read, longest := 0, time.Duration(0)
	for part := range slices.Chunk(files, 10) {
		slots <- true
		group.Go(func() {
			defer func() { <-slots }()
			archive := filepath.Join(folder, part[0].Name+".zip")
			if err := pack(archive, part); err != nil {
				t.Error(err)
				return
			}
			begin := time.Now()
			code, stdout, stderr := tool(t.Context(), nil, "parse", archive, form)
			took := time.Since(begin)
			if (code != done && code != failed) || !strings.Contains(stdout, `"name":"`+form+`"`) {
				t.Errorf("exit code %d; the form after it is read: %t\n%s", code, strings.Contains(stdout, form), stderr)
			}
			mu.Lock()
			defer mu.Unlock()
			longest = max(longest, took)
			for _, f := range part {
				name := archive + "/" + f.Name
				switch _, sentence, refused := strings.Cut(stderr, "filingview: "+name+": "); {
				case refused:
					sentence, _, _ = strings.Cut(sentence, ".")
					if strings.Contains(sentence, "crashed") || strings.Contains(sentence, "could not be read within") || strings.Contains(sentence, "memory") {
						t.Logf("%s: %s.", f.Name, sentence)
					}
					said[sentence]++
				case strings.Contains(stdout, `"name":"`+name+`"`):
					read++
				default:
					t.Errorf("%s: neither read nor refused:\n%s", name, stderr)
				}
			}
			// A file that ends its child costs its time; no file costs more.
			if limit := time.Duration(len(part)) * 6 * time.Second; took > limit {
				t.Errorf("%s took %s", archive, took)
			}
			if err := os.Remove(archive); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	t.Logf("%d files: %d read, %d sentences; ten take at most %s", len(files), read, len(said), longest)
}

// pack writes a zip of files.
func pack(archive string, files []pdftest.File) error {
	out, err := os.Create(archive)
	if err != nil {
		return err
	}
	z := zip.NewWriter(out)
	for _, f := range files {
		var w io.Writer
		if w, err = z.Create(f.Name); err == nil {
			_, err = w.Write(f.Data)
		}
		if err != nil {
			break
		}
	}
	return errors.Join(err, z.Close(), out.Close())
}
