package engine

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"filingview/app/wire"
)

// TestPDFsAreNamedAndPassedOver: the page learns of each PDF before it is read, and
// one that it says ended an engine is not read again.
func TestPDFsAreNamedAndPassedOver(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range []string{"a.txt", "b.pdf", "c.txt", "b.pdf", "d.pdf"} {
		w, err := z.Create(name)
		if err == nil {
			_, err = fmt.Fprintf(w, "%s but no form", map[bool]string{true: "%PDF-1.7", false: "words"}[strings.HasSuffix(name, ".pdf")])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	p := stand(t, nil)
	p.ask(wire.Request{Op: wire.Open, File: 1, Name: "all.zip", Skips: []wire.Skip{
		{N: 3, Name: "all.zip/b.pdf", Reason: "It hung."},
		{N: 4, Name: "all.zip/other.pdf", Reason: "Another one hung."},
	}}, b.String())
	p.run()

	var told []string
	for _, r := range p.replies {
		if r.Op == wire.Progress && r.Name != "" {
			told = append(told, fmt.Sprintf("%d %s of file %d", r.From, r.Name, r.File))
		}
	}
	if s, want := strings.Join(told, ", "), "1 all.zip/b.pdf of file 1, 4 all.zip/d.pdf of file 1"; s != want {
		t.Errorf("told of %s, want %s", s, want)
	}
	entries, _ := p.engine.shelf.list(0, 10, "")
	if len(entries) != 5 {
		t.Fatalf("listed %+v", entries)
	}
	for i, e := range entries {
		if hung := strings.HasPrefix(e.Failed, "It hung."); hung != (i == 3) || e.Failed == "" {
			t.Errorf("entry %d, %s: %s", i, e.Name, e.Failed)
		}
	}
}
