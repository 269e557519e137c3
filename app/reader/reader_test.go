package reader

import (
	"io/fs"
	"testing"

	"filingview/app/wire"
	"filingview/parser"
)

// TestSamples: what the reader gets ready with is read in full, so that all of it is
// called.
func TestSamples(t *testing.T) {
	entries, err := fs.ReadDir(samples, "sample")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		data, err := fs.ReadFile(samples, "sample/"+e.Name())
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for f, err := range parser.Open(e.Name(), data) {
			if n++; err != nil || len(f.TableI) == 0 || len(f.Footnotes) == 0 {
				t.Errorf("%s: %v, %d lines, %d notes", e.Name(), err, len(f.TableI), len(f.Footnotes))
			}
		}
		if n != 1 {
			t.Errorf("%s holds %d filings", e.Name(), n)
		}
	}
}

// TestPrepareGivesWay: a document that comes while the reader gets ready is read, and
// everything is answered in order.
func TestPrepareGivesWay(t *testing.T) {
	var said []int
	r := &Reader{Send: func(m *wire.Reading) {
		if m.Done {
			said = append(said, m.ID)
		}
	}}
	turns := 0
	r.Yield = func() {
		if turns++; turns == 2 {
			r.Receive(wire.Request{ID: 7, Op: wire.Open, Name: "a.txt"}, []byte("no form"))
			r.Receive(wire.Request{ID: 8, Op: wire.Open, Name: "b.txt"}, []byte("no form"))
			r.Close()
		}
	}
	r.Receive(wire.Request{Op: wire.Prepare}, nil)
	r.Run()
	if len(said) != 2 || said[0] != 7 || said[1] != 8 {
		t.Errorf("done with %v, want 7 and 8", said)
	}
	if turns != 2 {
		t.Errorf("%d samples were begun, want the first alone", turns-1)
	}
}
