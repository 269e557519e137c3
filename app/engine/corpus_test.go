package engine

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"filingview/app/wire"
	"filingview/parser"
)

// Every real filing must come out on the page as the parser read it.
func TestCorpusReachesThePage(t *testing.T) {
	shared := filepath.Join("..", "..", "..", "shared", "filings")
	var files []string
	for _, dir := range []string{"xml", "submission"} {
		found, err := filepath.Glob(filepath.Join(shared, dir, "*"))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	if len(files) == 0 {
		t.Skipf("%s is not there", shared)
	}
	p := stand(t, nil)
	for i, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		p.ask(wire.Request{Op: wire.Open, File: i + 1, Name: filepath.Base(name)}, string(data))
	}
	p.engine.Close()
	p.engine.Run()

	filings, code, source := 0, 0, 0
	for i, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for want, err := range parser.Open(filepath.Base(name), data) {
			ref := wire.Ref{File: i + 1, N: n}
			n++
			it, ok := p.engine.store.item(ref)
			if !ok || (it.filing == nil) != (err != nil) {
				t.Errorf("%s: entry %d is not as read", name, ref.N)
				continue
			}
			if err != nil {
				continue
			}
			filings, code, source = filings+1, code+len(it.filing), source+len(it.source)
			got, err := wire.DecodeFiling(it.filing, it.source)
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%s: filing %d is not as read", name, ref.N)
			}
		}
	}
	t.Logf("%d filings take %d bytes each beside sources of %d", filings, code/max(1, filings), source/max(1, filings))
}
