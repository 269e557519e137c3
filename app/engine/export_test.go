package engine

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"filingview/app/wire"
)

func TestExport(t *testing.T) {
	p := stand(t, lines)
	p.ask(wire.Request{Op: wire.Open, File: 1, Name: "dir/a.zip"}, "One\nerror It is torn.\nTwo\n")
	p.ask(wire.Request{Op: wire.Open, File: 2, Name: "dir/b.c.xml"}, "Three\n")
	p.engine.Close()
	p.engine.Run()

	p.engine.mail = wire.Mailbox[message]{}
	all := p.ask(wire.Request{Op: wire.Export, Format: "json"}, "")
	one := p.ask(wire.Request{Op: wire.Export, Format: "json", Refs: []wire.Ref{{File: 2}}}, "")
	sec := p.ask(wire.Request{Op: wire.Export, Format: "sec", Refs: []wire.Ref{{File: 1, N: 2}}}, "")
	csv := p.ask(wire.Request{Op: wire.Export, Format: "csv"}, "")
	failed := p.ask(wire.Request{Op: wire.Export, Format: "csv", Refs: []wire.Ref{{File: 1, N: 1}, {File: 7}}}, "")
	format := p.ask(wire.Request{Op: wire.Export, Format: "xls"}, "")
	p.run()

	r, body := p.reply(all)
	if r.Name != "3-filings.jsonl" || r.Type != "application/x-ndjson" || r.Opened != 3 || bytes.Count(body, []byte("\n")) != 3 {
		t.Errorf("%+v with\n%s", r, body)
	}
	if r, body := p.reply(one); r.Name != "b.c.jsonl" || !bytes.Contains(body, []byte(`"Three"`)) || bytes.Contains(body, []byte(`"One"`)) {
		t.Errorf("%+v with\n%s", r, body)
	}
	r, body = p.reply(sec)
	if r.Name != "a-sec.zip" || r.Type != "application/zip" {
		t.Errorf("%+v", r)
	}
	if text := unzipped(t, body)["SUBMISSION.tsv"]; strings.Count(text, "\n") != 2 || !strings.Contains(text, "Two") {
		t.Errorf("SUBMISSION.tsv is\n%s", text)
	}
	r, body = p.reply(csv)
	files := unzipped(t, body)
	if r.Name != "3-filings-csv.zip" || len(files) != 8 || strings.Count(files["SUBMISSION.csv"], "\n") != 4 {
		t.Errorf("%+v with %d files and\n%s", r, len(files), files["SUBMISSION.csv"])
	}
	for id, want := range map[int]string{failed: "There is no filing to export.", format: "The export failed: "} {
		if r, body := p.reply(id); !strings.HasPrefix(r.Error, want) || body != nil {
			t.Errorf("got %q, want %q", r.Error, want)
		}
	}
}

func unzipped(t *testing.T, body []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		files[f.Name] = string(text)
	}
	return files
}

// An export in the midst of a long reading takes what is there; a second one
// waits for the first; a Forget in between takes nothing away from either.
func TestExportWhileReading(t *testing.T) {
	p := stand(t, lines)
	open := p.ask(wire.Request{Op: wire.Open, File: 1, Name: "many.zip"}, numbered(5000))
	var first, second, step int
	p.onSend = func(r wire.Reply) {
		switch {
		case r.Op == wire.Progress && r.Opened > 1000 && step == 0:
			step = 1
			first = p.ask(wire.Request{Op: wire.Export, Format: "json"}, "")
			second = p.ask(wire.Request{Op: wire.Export, Format: "sec"}, "")
		case r.Op == wire.Progress && r.Working == first && first > 0 && step == 1:
			step = 2
			p.ask(wire.Request{Op: wire.Forget, File: 1}, "")
		}
	}
	p.run()
	if r, body := p.reply(first); r.Opened < 1000 || bytes.Count(body, []byte("\n")) != r.Opened {
		t.Errorf("exported %+v", r)
	}
	if r, _ := p.reply(second); r.Error != "There is no filing to export." {
		t.Errorf("the second export: %+v", r)
	}
	if r, _ := p.reply(open); !r.Stopped || r.Total != 0 {
		t.Errorf("the file: %+v", r)
	}
}

func TestForgetEverythingEndsTheExport(t *testing.T) {
	p := stand(t, lines)
	p.ask(wire.Request{Op: wire.Open, File: 1, Name: "many.zip"}, numbered(500))
	p.engine.Close()
	p.engine.Run()

	p.engine.mail = wire.Mailbox[message]{}
	export := p.ask(wire.Request{Op: wire.Export, Format: "sec"}, "")
	p.onSend = func(r wire.Reply) {
		if r.Op == wire.Progress && r.Working == export {
			p.onSend = nil
			p.ask(wire.Request{Op: wire.Forget}, "")
		}
	}
	p.run()
	if r, body := p.reply(export); r.Error != "The export was cancelled." || body != nil {
		t.Errorf("answered %+v", r)
	}
}
