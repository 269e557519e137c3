package engine

import (
	"archive/zip"
	"bytes"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	other "filingview/app/reader"
	"filingview/app/wire"
	"filingview/parser/pdftest"
)

// packed returns a zip with a filing in each form.
func packed(t *testing.T) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	put := func(name string, data []byte) {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write(data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"xml/form4-plain.xml", "html/form4-classes.html", "text/tabs.txt", "wrong/html-10-k.htm", "text/ruled-by-dashes-windows-1252.txt"} {
		data, err := os.ReadFile("../../parser/testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		put(name, data)
	}
	put("form4.pdf", pdftest.Form(true))
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// program starts a reader that runs beside the test, until it is ended.
func program(receive func([]byte), _ func(string)) ReaderLink {
	r := &other.Reader{Send: func(said *wire.Reading) { receive(said.Encode()) }}
	go r.Run()
	return ReaderLink{Post: func(q wire.Request, body []byte) { r.Receive(q, body) }, End: r.Close}
}

// TestReadRemotely: filings that another program read are as those read here.
func TestReadRemotely(t *testing.T) {
	file := packed(t)
	here, there := stand(t, nil), stand(t, nil)
	there.engine.StartReader = program
	for _, p := range []*page{here, there} {
		p.ask(wire.Request{Op: wire.Open, File: 1, Name: "all.zip"}, file)
		p.run()
	}
	want, _ := here.engine.store.list(0, 10, "")
	got, _ := there.engine.store.list(0, 10, "")
	if len(want) != 6 || !reflect.DeepEqual(got, want) {
		t.Fatalf("got  %+v\nwant %+v", got, want)
	}
	pages := 0
	for n := range want {
		a, _ := here.engine.store.item(wire.Ref{File: 1, N: n})
		b, _ := there.engine.store.item(wire.Ref{File: 1, N: n})
		if !bytes.Equal(a.filing, b.filing) || a.source != b.source || !reflect.DeepEqual(a.pages, b.pages) || a.key != b.key {
			t.Errorf("%s is another filing", want[n].Name)
		}
		pages += len(b.pages)
	}
	if pages == 0 {
		t.Error("no filing has pages")
	}
	there.engine.reader.end()
}

// fake is a reader of which the test says what it does.
type fake struct {
	page    *page
	started int
	ended   int
	posted  []string
	do      func(f *fake, q wire.Request, receive func(...*wire.Reading), died func(string))
}

func (f *fake) start(receive func([]byte), died func(string)) ReaderLink {
	f.started++
	say := func(all ...*wire.Reading) {
		for _, r := range all {
			receive(r.Encode())
		}
	}
	return ReaderLink{
		Post: func(q wire.Request, _ []byte) {
			f.posted = append(f.posted, string(q.Op)+" "+q.Name)
			f.do(f, q, say, died)
		},
		End: func() { f.ended++ },
	}
}

// opened has an engine with the fake open the zip and gives the sentences of what
// failed.
func (f *fake) opened(t *testing.T) (p *page, failed []string) {
	t.Helper()
	p = stand(t, nil)
	f.page = p
	p.engine.StartReader, p.engine.reader.tick = f.start, time.Microsecond
	p.ask(wire.Request{Op: wire.Open, File: 1, Name: "all.zip"}, packed(t))
	p.run()
	entries, _ := p.engine.store.list(0, 10, "")
	for _, e := range entries {
		if e.Failed != "" {
			failed = append(failed, e.Failed)
		}
	}
	return p, failed
}

// TestReaderThatIsLost: one that hangs or dies costs the document that it was at.
func TestReaderThatIsLost(t *testing.T) {
	f := &fake{do: func(f *fake, q wire.Request, say func(...*wire.Reading), died func(string)) {
		say(&wire.Reading{})
		switch q.Name {
		case "all.zip/html/form4-classes.html":
			died("stack overflow")
		case "all.zip/text/tabs.txt", "all.zip/form4.pdf":
			// hangs
		default:
			say(&wire.Reading{ID: q.ID - 1, Done: true}, // late news of another
				&wire.Reading{ID: q.ID, Refusal: wire.Refusal{Reason: "No."}}, &wire.Reading{ID: q.ID, Done: true})
		}
	}}
	_, failed := f.opened(t)
	want := []string{
		"The reader failed (stack overflow) at this page and was ended. Open the filing's XML from EDGAR instead.",
		"The reader did not answer for 30 seconds at this text and was ended. Open the filing's XML from EDGAR instead.",
		"No.", "No.",
		"The reader did not answer for 30 seconds at this PDF and was ended. Print it to a new PDF, or open the filing's XML from EDGAR instead.",
	}
	if !slices.Equal(failed, want) {
		t.Errorf("got  %q\nwant %q", failed, want)
	}
	if f.started != 3 || f.ended != 3 {
		t.Errorf("%d readers were started and %d ended, want 3 each", f.started, f.ended)
	}
}

// TestReaderThatDoesNotStart: the sentence says that it is not the file's fault, and
// the next file is tried again.
func TestReaderThatDoesNotStart(t *testing.T) {
	f := &fake{do: func(_ *fake, _ wire.Request, _ func(...*wire.Reading), died func(string)) {
		died("the server answered 404 Not Found")
	}}
	_, failed := f.opened(t)
	const want = "The part of the program that reads pages, PDFs and text could not be started: it failed (the server answered 404 Not Found). Check the connection and open the file again."
	if len(failed) != 5 || failed[0] != want {
		t.Errorf("got %q, want 5 times %q", failed, want)
	}
	if f.started != 5 {
		t.Errorf("it was tried %d times, want 5", f.started)
	}
}

// TestReaderIsEndedWithItsFile: whoever cancels a file does not wait for its reader,
// and a page that asks is answered meanwhile.
func TestReaderIsEndedWithItsFile(t *testing.T) {
	for _, op := range []wire.Op{wire.Cancel, wire.Forget} {
		f := &fake{do: func(f *fake, _ wire.Request, _ func(...*wire.Reading), _ func(string)) {
			f.page.ask(wire.Request{Op: wire.List, Count: 5}, "")
			f.page.ask(wire.Request{Op: op, File: 1}, "")
		}}
		p, failed := f.opened(t)
		if f.started != 1 || f.ended != 1 || len(f.posted) != 1 {
			t.Errorf("%s: %d started, %d ended, posted %q", op, f.started, f.ended, f.posted)
		}
		if op == wire.Cancel && (len(failed) != 1 || !strings.HasPrefix(failed[0], "Reading was cancelled.")) {
			t.Errorf("%s: it is said %q", op, failed)
		}
		for _, r := range p.replies {
			if r.Op == wire.Open && !r.Stopped {
				t.Errorf("%s: the file counts as read: %+v", op, r)
			}
		}
	}
}

// TestReaderPrepares: it is started early if that is wanted, once, and the file that
// comes next goes to the same.
func TestReaderPrepares(t *testing.T) {
	f := &fake{do: func(_ *fake, q wire.Request, say func(...*wire.Reading), _ func(string)) {
		say(&wire.Reading{}, &wire.Reading{ID: q.ID, Done: true})
	}}
	p := stand(t, nil)
	p.engine.StartReader, p.engine.reader.tick = f.start, time.Microsecond
	p.engine.Receive(wire.Request{Op: wire.Prepare}, nil)
	p.engine.Receive(wire.Request{Op: wire.Prepare}, nil)
	p.ask(wire.Request{Op: wire.Open, File: 1, Name: "form4.pdf"}, string(pdftest.Form(true)))
	p.run()
	if want := []string{"prepare ", "open form4.pdf"}; f.started != 1 || !slices.Equal(f.posted, want) {
		t.Errorf("%d started, posted %q", f.started, f.posted)
	}
}
