package pdf

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"testing"
	"time"

	"filingview/parser/pdftest"
)

// answer reads a PDF that may be anything, and tells how. A reader that does not come
// back within 5 s has failed, and so has one that panics; a stack overflow ends the
// test.
func answer(t testing.TB, name string, data []byte) (kind Kind, read bool) {
	type outcome struct {
		err  error
		took time.Duration
	}
	done := make(chan outcome, 1)
	go func() {
		begin := time.Now()
		_, err := Read(data)
		done <- outcome{err, time.Since(begin)}
	}()
	select {
	case o := <-done:
		if o.took > 5*time.Second {
			t.Errorf("%s took %s", name, o.took)
		}
		var told *Error
		switch {
		case o.err == nil:
			return 0, true
		case !errors.As(o.err, &told) || told.Reason == "" || told.Advice == "":
			t.Errorf("%s: no sentence: %v", name, o.err)
		case told.Kind == Crashed:
			t.Errorf("%s: %s", name, told.Reason)
		default:
			kind = told.Kind
		}
		return kind, false
	case <-time.After(8 * time.Second):
		t.Fatalf("%s: no answer", name)
	}
	return 0, false
}

// TestCrafted: every file made to do harm gets an answer, and in moderate memory.
func TestCrafted(t *testing.T) {
	files := pdftest.Crafted()
	if found, err := filepath.Glob("../../../../shared/pdf/crafted/*.pdf"); err == nil {
		for _, file := range found {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			files = append(files, pdftest.File{Name: "shared/" + filepath.Base(file), Data: data})
		}
	}
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(512 << 20))
	for _, f := range files {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		begin := time.Now()
		kind, read := answer(t, f.Name, f.Data)
		took := time.Since(begin)
		runtime.ReadMemStats(&after)
		if after.HeapSys > 512<<20 {
			t.Fatalf("%s: the heap has grown to %d MB", f.Name, after.HeapSys>>20)
		}
		t.Logf("%s: %s, kind %d, read %v, %d MB allocated, heap %d MB", f.Name, took, kind, read, (after.TotalAlloc-before.TotalAlloc)>>20, after.HeapSys>>20)
	}
}

// TestMutated: damaged copies of PDFs get an answer each. $MUTATIONS says how many.
func TestMutated(t *testing.T) {
	many := 200
	if s := os.Getenv("MUTATIONS"); s != "" {
		n, err := strconv.Atoi(s)
		if err != nil {
			t.Fatalf("MUTATIONS is no number: %v", err)
		}
		many = n
	}
	seeds := [][]byte{pdftest.Form(true), pdftest.Form(false)}
	for _, pattern := range []string{"pdf/raw/*.pdf", "pdf/var/*.pdf", "pdf/small-*.pdf", "forms/*/print.pdf"} {
		found, err := filepath.Glob(filepath.Join("../../../../shared", pattern))
		if err != nil {
			t.Fatal(err)
		}
		if os.Getenv("MUTATIONS") == "" {
			found = found[:min(2, len(found))]
		}
		for _, file := range found {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			seeds = append(seeds, data)
		}
	}
	said := map[Kind]int{}
	took := make([]time.Duration, 0, many)
	reads := 0
	for i := range many {
		begin := time.Now()
		kind, read := answer(t, "mutation "+strconv.Itoa(i), pdftest.Mutate(seeds[i%len(seeds)], uint64(i)))
		took = append(took, time.Since(begin))
		if read {
			reads++
		} else {
			said[kind]++
		}
	}
	slices.Sort(took)
	t.Logf("%d mutations of %d files: %d read, refused by kind %v; half within %s, all within %s", many, len(seeds), reads, said, took[many/2], took[many-1])
}

func FuzzRead(f *testing.F) {
	f.Add(pdftest.Form(true))
	f.Add(pdftest.Form(false))
	for _, file := range pdftest.Crafted() {
		if len(file.Data) < 20_000 {
			f.Add(file.Data)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) { answer(t, "fuzzed", data) })
}
