package engine

import (
	"errors"
	"fmt"
	"iter"
	"reflect"
	"strings"
	"testing"
	"time"
	"unsafe"

	"filingview/app/wire"
	"filingview/parser"
	"filingview/parser/ownership"
)

// page plays the page: it asks and collects what the engine sends.
type page struct {
	t       *testing.T
	engine  *Engine
	replies []wire.Reply
	bodies  [][]byte
	asked   int
	onSend  func(wire.Reply)
}

// stand starts no goroutine: the test puts requests into the mailbox, run works
// them off, and what the engine sent is there to be looked at.
func stand(t *testing.T, open func(name string, data []byte) iter.Seq2[*ownership.Filing, error]) *page {
	p := &page{t: t}
	now := time.Unix(0, 0)
	p.engine = &Engine{
		Send: func(r wire.Reply, body []byte) {
			sent, err := wire.DecodeReply(r.Encode())
			if err != nil {
				t.Fatalf("reply %+v: %v", r, err)
			}
			p.replies, p.bodies = append(p.replies, sent), append(p.bodies, body)
			if p.onSend != nil {
				p.onSend(sent)
			}
		},
		Opener: parser.Opener{Formats: parser.Formats(), Handling: parser.Handled()}, open: open,
		clock: func() time.Time { now = now.Add(time.Millisecond); return now },
	}
	return p
}

func (p *page) ask(r wire.Request, body string) int {
	p.asked++
	r.ID = p.asked
	p.engine.Receive(r, []byte(body))
	return r.ID
}

// run works off all requests.
func (p *page) run() {
	p.engine.Close()
	p.engine.Run()
	seen := map[int]int{}
	for _, r := range p.replies {
		seen[r.ID]++
	}
	for id := 1; id <= p.asked; id++ {
		if seen[id] != 1 {
			p.t.Errorf("request %d was answered %d times", id, seen[id])
		}
	}
}

func (p *page) reply(id int) (wire.Reply, []byte) {
	for i, r := range p.replies {
		if r.ID == id {
			return r, p.bodies[i]
		}
	}
	p.t.Fatalf("request %d was never answered", id)
	return wire.Reply{}, nil
}

// lines opens a file of lines as filings: each line is the issuer's name, but
// "error …" fails, and "panic" panics.
func lines(name string, data []byte) iter.Seq2[*ownership.Filing, error] {
	return func(yield func(*ownership.Filing, error) bool) {
		text := string(data)
		for line := range strings.Lines(text) {
			line = strings.TrimSpace(line)
			switch {
			case strings.HasPrefix(line, "error "):
				if !yield(nil, errors.New(strings.TrimPrefix(line, "error "))) {
					return
				}
				continue
			case line == "panic":
				panic("index out of range")
			}
			f := &ownership.Filing{Source: ownership.Source{Name: name, Text: text}}
			f.Issuer.Name = known(line)
			f.DocumentType = ownership.Value[ownership.DocumentType]{V: ownership.Form4A, Reading: ownership.Reading{State: ownership.Known, Raw: "4/A"}}
			f.Owners = []ownership.Owner{{Name: known("DOE JANE")}}
			if !yield(f, nil) {
				return
			}
		}
	}
}

func known(s string) ownership.Value[string] {
	return ownership.Value[string]{V: s, Reading: ownership.Reading{State: ownership.Known, Raw: s}}
}

func numbered(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "Issuer %d\n", i)
	}
	return b.String()
}

// names gives the issuers, or what failed, in the order of the list.
func names(r wire.Reply) (got []string) {
	for _, e := range r.Entries {
		if e.Failed != "" {
			got = append(got, e.Name+": "+e.Failed)
		} else {
			got = append(got, e.Issuer)
		}
	}
	return got
}

func expect(t *testing.T, what string, got, want any) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s:\ngot  %q\nwant %q", what, got, want)
	}
}

func TestOpenAndList(t *testing.T) {
	p := stand(t, lines)
	a := p.ask(wire.Request{Op: wire.Open, File: 1, Name: "a.zip"}, "One\nerror It is a picture.\nTwo\n")
	b := p.ask(wire.Request{Op: wire.Open, File: 2, Name: "b.xml"}, "Three\n")
	c := p.ask(wire.Request{Op: wire.Fail, File: 3, Name: "folder", Reason: "It is a folder."}, "")
	p.run()

	if p.replies[0].Op != wire.Ready {
		t.Errorf("the engine began with %+v", p.replies[0])
	}
	for id, want := range map[int]wire.Reply{
		a: {ID: a, Op: wire.Open, File: 1, Opened: 2, Failed: 1, Total: 3},
		b: {ID: b, Op: wire.Open, File: 2, Opened: 1, Total: 4},
		c: {ID: c, Op: wire.Fail, File: 3, Failed: 1, Total: 5},
	} {
		if got, _ := p.reply(id); !reflect.DeepEqual(got, want) {
			t.Errorf("got %+v, want %+v", got, want)
		}
	}
	window, matching := p.engine.store.list(0, 100, "")
	expect(t, "list", names(wire.Reply{Entries: window}),
		[]string{"One", "a.zip: It is a picture.", "Two", "Three", "folder: It is a folder."})
	for i, want := range []wire.Ref{{File: 1}, {File: 1, N: 1}, {File: 1, N: 2}, {File: 2}, {File: 3}} {
		expect(t, "ref", window[i].Ref, want)
	}
	expect(t, "matching", matching, 5)
}

func TestListWindowAndQuery(t *testing.T) {
	p := stand(t, lines)
	p.ask(wire.Request{Op: wire.Open, File: 1, Name: "2024/many.zip"}, numbered(25))
	p.ask(wire.Request{Op: wire.Open, File: 2, Name: "other.xml"}, "Snowflake Inc.\n")
	p.run()

	for _, c := range []struct {
		from, count int
		query       string
		want        []string
		matching    int
	}{
		{0, 2, "", []string{"Issuer 0", "Issuer 1"}, 26},
		{24, 5, "", []string{"Issuer 24", "Snowflake Inc."}, 26},
		{26, 5, "", nil, 26},
		{0, 0, "", nil, 26},
		{0, 5, "  SNOW\tflake ", []string{"Snowflake Inc."}, 1},
		{0, 5, "jane form 4/a SNOW", []string{"Snowflake Inc."}, 1},
		{1, 1, "issuer 2", []string{"Issuer 1"}, 25}, // the 2 is in the name of the file
		{2, 3, "many.zip 24", []string{"Issuer 2", "Issuer 3", "Issuer 4"}, 25},
		{0, 5, "nobody", nil, 0},
	} {
		window, matching := p.engine.store.list(c.from, c.count, c.query)
		got := names(wire.Reply{Entries: window})
		if !reflect.DeepEqual(got, c.want) || matching != c.matching {
			t.Errorf("list(%d, %d, %q) = %q, %d; want %q, %d", c.from, c.count, c.query, got, matching, c.want, c.matching)
		}
	}
	window, matching := p.engine.store.list(0, 5, "", wire.Ref{File: 2}, wire.Ref{File: 7})
	if got := names(wire.Reply{Entries: window}); !reflect.DeepEqual(got, []string{"Snowflake Inc."}) || matching != 1 {
		t.Errorf("of the second file, the list has %q, %d", got, matching)
	}
}

func TestFilesStandInTheOrderOfTheirNumbers(t *testing.T) {
	p := stand(t, lines)
	for _, n := range []int{3, 1, 2, 3} { // 3 is read again, as after a restart
		p.ask(wire.Request{Op: wire.Open, File: n, Name: "f"}, fmt.Sprintf("Issuer %d\n", n))
	}
	list := p.ask(wire.Request{Op: wire.List, Count: 10}, "")
	p.run()
	window, _ := p.engine.store.list(0, 10, "")
	expect(t, "list", names(wire.Reply{Entries: window}), []string{"Issuer 1", "Issuer 2", "Issuer 3"})
	if r, _ := p.reply(list); r.Total != 0 {
		t.Errorf("the list waited for the files: %+v", r)
	}
	expect(t, "total", p.engine.store.total, 3)
}

func TestShow(t *testing.T) {
	p := stand(t, lines)
	p.ask(wire.Request{Op: wire.Open, File: 1, Name: "a.txt"}, "One\nTwo\nerror It is torn.\n")
	p.engine.Close()
	p.engine.Run()

	p.engine.mail = wire.Mailbox[message]{}
	second := p.ask(wire.Request{Op: wire.Show, Ref: wire.Ref{File: 1, N: 1}}, "")
	failed := p.ask(wire.Request{Op: wire.Show, Ref: wire.Ref{File: 1, N: 2}}, "")
	outside := p.ask(wire.Request{Op: wire.Show, Ref: wire.Ref{File: 1, N: 3}}, "")
	gone := p.ask(wire.Request{Op: wire.Show, Ref: wire.Ref{File: 9}}, "")
	unknown := p.ask(wire.Request{Op: "dance"}, "")
	p.run()

	r, body := p.reply(second)
	f, err := wire.DecodeFiling(body[:r.Code], string(body[r.Code:]))
	if err != nil {
		t.Fatal(err)
	}
	if f.Issuer.Name.V != "Two" || f.Source.Text != "One\nTwo\nerror It is torn.\n" || r.Ref.N != 1 {
		t.Errorf("showed %+v of %q", f.Issuer, f.Source.Text)
	}
	for id, want := range map[int]string{
		failed:  "It is torn.",
		outside: "This filing is no longer open.",
		gone:    "This filing is no longer open.",
		unknown: `The reader does not know the request "dance".`,
	} {
		if r, body := p.reply(id); r.Error != want || body != nil {
			t.Errorf("got %q, want %q", r.Error, want)
		}
	}
}

// A file of many documents must be kept once, not once for each of them.
func TestFilingsOfOneFileShareTheirSource(t *testing.T) {
	p := stand(t, lines)
	p.ask(wire.Request{Op: wire.Open, File: 1, Name: "a.txt"}, numbered(50))
	p.run()
	items := p.engine.store.files[0].items
	for i := range items {
		if unsafe.StringData(items[i].source) != unsafe.StringData(items[0].source) {
			t.Fatalf("filing %d has a copy of its own", i)
		}
	}
}

func TestPagesOfASource(t *testing.T) {
	pages := []ownership.Page{
		{Width: 612, Height: 792, Words: []ownership.PageWord{{Text: "FORM", Box: ownership.Box{X0: 1, Y0: 2, X1: 3, Y1: 4}}}},
		{Width: 792, Height: 612},
	}
	p := stand(t, func(name string, data []byte) iter.Seq2[*ownership.Filing, error] {
		return func(yield func(*ownership.Filing, error) bool) {
			for range 2 {
				f := &ownership.Filing{Source: ownership.Source{Name: name, Pages: pages}}
				if !yield(f, nil) {
					return
				}
			}
			yield(nil, errors.New("no form"))
		}
	})
	p.ask(wire.Request{Op: wire.Open, File: 1, Name: "a.pdf"}, "")
	p.engine.Close()
	p.engine.Run()

	p.engine.mail = wire.Mailbox[message]{}
	var ids []int
	for _, at := range [][2]int{{0, 1}, {1, 2}, {0, 0}, {0, 3}, {2, 1}, {9, 1}} {
		ids = append(ids, p.ask(wire.Request{Op: wire.Page, Ref: wire.Ref{File: 1, N: at[0]}, From: at[1]}, ""))
	}
	p.run()
	for i, id := range ids {
		r, body := p.reply(id)
		if i > 1 {
			if r.Error == "" || body != nil {
				t.Errorf("question %d was answered with %+v", i, r)
			}
			continue
		}
		if got, err := wire.DecodePage(body); err != nil || !reflect.DeepEqual(got, &pages[i]) {
			t.Errorf("page %d is %+v, %v", i+1, got, err)
		}
	}
	items := p.engine.store.files[0].items
	if &items[0].pages[0][0] != &items[1].pages[0][0] {
		t.Error("the filings of a file keep its pages each for itself")
	}
}

func TestPanicInAReaderCostsOnlyItsFile(t *testing.T) {
	p := stand(t, lines)
	p.ask(wire.Request{Op: wire.Open, File: 1, Name: "good.xml"}, "One\n")
	bad := p.ask(wire.Request{Op: wire.Open, File: 2, Name: "bad.zip"}, "Two\nThree\npanic\nFour\n")
	p.ask(wire.Request{Op: wire.Open, File: 3, Name: "bad.xml"}, "panic\n")
	p.ask(wire.Request{Op: wire.Open, File: 4, Name: "last.xml"}, "Five\n")
	p.run()
	const mistake = "The program made a mistake here: index out of range. Please report it together with the file."
	window, _ := p.engine.store.list(0, 10, "")
	expect(t, "list", names(wire.Reply{Entries: window}), []string{
		"One", "Two", "Three", "bad.zip: " + mistake + " It was read up to entry 2.",
		"bad.xml: " + mistake, "Five",
	})
	if r, _ := p.reply(bad); r.Opened != 2 || r.Failed != 1 {
		t.Errorf("answered %+v", r)
	}
}

func TestFileWithoutFilings(t *testing.T) {
	p := stand(t, lines)
	p.ask(wire.Request{Op: wire.Open, File: 1, Name: "empty.zip"}, "")
	p.run()
	window, _ := p.engine.store.list(0, 10, "")
	expect(t, "list", names(wire.Reply{Entries: window}), []string{"empty.zip: There is no Form 3, 4 or 5 in this file."})
}

func TestCancelInTheMidstOfAFile(t *testing.T) {
	p := stand(t, lines)
	open := p.ask(wire.Request{Op: wire.Open, File: 1, Name: "many.zip"}, numbered(5000))
	p.ask(wire.Request{Op: wire.Open, File: 2, Name: "next.xml"}, "Next\n")
	var list, cancel int
	p.onSend = func(r wire.Reply) {
		switch {
		case r.Op == wire.Progress && r.Opened > 100 && list == 0:
			list = p.ask(wire.Request{Op: wire.List, Count: 1}, "")
		case r.Op == wire.Progress && r.Opened > 1000 && cancel == 0:
			cancel = p.ask(wire.Request{Op: wire.Cancel, File: 1}, "")
		}
	}
	p.run()
	r, _ := p.reply(open)
	if !r.Stopped || r.Opened < 1000 || r.Opened > 1500 || r.Failed != 1 {
		t.Errorf("answered %+v", r)
	}
	if l, _ := p.reply(list); l.Total < 100 || l.Total > 500 || len(l.Entries) != 1 {
		t.Errorf("a list in the midst of reading has %d of %d entries", len(l.Entries), l.Total)
	}
	window, _ := p.engine.store.list(r.Opened, 2, "")
	expect(t, "end of the list", names(wire.Reply{Entries: window}), []string{
		fmt.Sprintf("many.zip: Reading was cancelled. It was read up to entry %d.", r.Opened), "Next",
	})
}

func TestCancelEverything(t *testing.T) {
	p := stand(t, lines)
	p.ask(wire.Request{Op: wire.Open, File: 1, Name: "many.zip"}, numbered(5000))
	waiting := p.ask(wire.Request{Op: wire.Open, File: 2, Name: "next.xml"}, "Next\n")
	var export int
	p.onSend = func(r wire.Reply) {
		if r.Op == wire.Progress && r.Opened > 1000 && export == 0 {
			export = p.ask(wire.Request{Op: wire.Export, Format: "sec"}, "")
			p.ask(wire.Request{Op: wire.Cancel}, "")
		}
	}
	p.run()
	if r, _ := p.reply(export); r.Error != "The export was cancelled." {
		t.Errorf("the export says %q", r.Error)
	}
	if r, _ := p.reply(waiting); !r.Stopped || r.Opened != 0 || r.Failed != 1 {
		t.Errorf("the file that waited: %+v", r)
	}
	last, _ := p.engine.store.item(wire.Ref{File: 2})
	expect(t, "the file that waited", last.entry.Failed, "Reading was cancelled before it came to this file.")
}

func TestForget(t *testing.T) {
	p := stand(t, lines)
	p.ask(wire.Request{Op: wire.Open, File: 1, Name: "a.xml"}, "One\n")
	reading := p.ask(wire.Request{Op: wire.Open, File: 2, Name: "many.zip"}, numbered(5000))
	waiting := p.ask(wire.Request{Op: wire.Open, File: 3, Name: "b.xml"}, "Two\n")
	p.ask(wire.Request{Op: wire.Open, File: 4, Name: "c.xml"}, "Three\n")
	once := false
	p.onSend = func(r wire.Reply) {
		if r.Op == wire.Progress && r.Opened > 1000 && !once {
			once = true
			p.ask(wire.Request{Op: wire.Forget, File: 2}, "")
			p.ask(wire.Request{Op: wire.Forget, File: 3}, "")
		}
	}
	p.run()
	window, _ := p.engine.store.list(0, 10, "")
	expect(t, "list", names(wire.Reply{Entries: window}), []string{"One", "Three"})
	for _, id := range []int{reading, waiting} {
		if r, _ := p.reply(id); !r.Stopped {
			t.Errorf("answered %+v", r)
		}
	}

	p.engine.mail = wire.Mailbox[message]{}
	p.ask(wire.Request{Op: wire.Forget}, "")
	p.run()
	if r := p.replies[len(p.replies)-1]; r.Total != 0 || p.engine.store.total != 0 || len(p.engine.store.files) != 0 {
		t.Errorf("after forgetting everything: %+v", r)
	}
}

// A file that once crashed the engine is read again only as far as it was good.
func TestOpenWithReason(t *testing.T) {
	p := stand(t, func(name string, data []byte) iter.Seq2[*ownership.Filing, error] {
		return func(yield func(*ownership.Filing, error) bool) {
			n := 0
			for f, err := range lines(name, data) {
				if n++; n > 3 {
					t.Error("was read too far")
				}
				if !yield(f, err) {
					return
				}
			}
		}
	})
	open := p.ask(wire.Request{Op: wire.Open, File: 1, Name: "many.zip", Count: 3, Reason: "The reader stopped."}, numbered(10))
	p.run()
	window, _ := p.engine.store.list(0, 10, "")
	expect(t, "list", names(wire.Reply{Entries: window}), []string{"Issuer 0", "Issuer 1", "Issuer 2", "many.zip: The reader stopped."})
	if r, _ := p.reply(open); !r.Stopped || r.Reason != "The reader stopped." || r.Opened != 3 || r.Failed != 1 {
		t.Errorf("answered %+v", r)
	}
}

// While it works the engine must never be silent for long, and not chatter either.
func TestProgress(t *testing.T) {
	p := stand(t, lines)
	var times []time.Time
	p.onSend = func(r wire.Reply) {
		if r.Op == wire.Progress {
			times = append(times, p.engine.clock())
		}
	}
	id := p.ask(wire.Request{Op: wire.Open, File: 1, Name: "many.zip"}, numbered(3000))
	p.ask(wire.Request{Op: wire.Open, File: 2, Name: "next.xml"}, "Next\n")
	p.run()
	for i := 1; i < len(times); i++ {
		if gap := times[i].Sub(times[i-1]); gap > wire.ProgressEvery {
			t.Errorf("silent for %v", gap)
		}
	}
	if len(times) < 20 || len(times) > 120 {
		t.Errorf("%d reports", len(times))
	}
	first, second := p.replies[1], p.replies[2]
	expect(t, "first report", first, wire.Reply{Op: wire.Progress, Working: id, File: 1})
	if second.Opened == 0 || second.Total != second.Opened || second.Working != id || second.File != 1 {
		t.Errorf("second report %+v", second)
	}
}
