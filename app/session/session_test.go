package session_test

import (
	"strings"
	"testing"
	"time"

	"filingview/app/engine"
	"filingview/app/session"
	"filingview/app/wire"
	"filingview/parser"
	"filingview/parser/ownership"
)

// joined is a session with engines that run beside it, without a browser between.
type joined struct {
	*session.Session
	t       *testing.T
	answers chan func()
	saved   []string
	status  session.Status
}

func join(t *testing.T) *joined {
	j := &joined{t: t, answers: make(chan func(), 100)}
	started := make(chan struct{}) // closed when there is a session to reply to
	var e *engine.Engine
	j.Session = session.Start(session.Link{
		Start: func(generation int) {
			e = &engine.Engine{Opener: parser.Opener{Formats: parser.Formats(), Handling: parser.Handled()}, Send: func(r wire.Reply, body []byte) {
				<-started
				j.Reply(generation, r.Encode(), body)
			}}
			go e.Run()
		},
		Stop: func() { e.Close() },
		Post: func(r wire.Request, body session.Body) {
			data, _ := body.([]byte)
			e.Receive(r, data)
		},
		Load:  func(f session.File, load int) { j.Loaded(load, f.Handle, "") },
		Bytes: func(body session.Body) []byte { return body.([]byte) },
		Save: func(name, mediaType string, body session.Body) error {
			j.saved = append(j.saved, name+" "+mediaType)
			return nil
		},
		Reading: func(int, bool) {},
		Spoilt:  func(int, string) {},
		Forget:  func(int) {},
	})
	close(started)
	j.Watch(j.on, func(s session.Status) { j.status = s })
	return j
}

// on has answers arrive where wait takes them.
func (j *joined) on(answer func()) { j.answers <- answer }

// wait takes answers until something is so.
func (j *joined) wait(what string, so func() bool) {
	j.t.Helper()
	for over := time.After(30 * time.Second); !so(); {
		select {
		case answer := <-j.answers:
			answer()
		case <-over:
			j.t.Fatalf("%s: that never came, and the status is %+v", what, j.status)
		}
	}
}

const document = `<?xml version="1.0"?>
<ownershipDocument>
  <documentType>4</documentType>
  <periodOfReport>2024-03-05</periodOfReport>
  <issuer><issuerCik>0000000042</issuerCik><issuerName>Quillmark Inc.</issuerName><issuerTradingSymbol>QLMK</issuerTradingSymbol></issuer>
  <remarks>None.</remarks>
</ownershipDocument>`

// TestSession asks a real engine everything that the page asks, before and after the
// engine is replaced.
func TestSession(t *testing.T) {
	j := join(t)
	j.Add([]session.File{{Name: "form4.xml", Size: int64(len(document)), Handle: []byte(document)}})
	j.wait("all is read", func() bool { return j.status.Done == 1 })
	if s := j.status; s.Opened != 1 || s.Total != 1 || s.Busy() {
		t.Errorf("%+v", s)
	}

	ref := wire.Ref{File: 1}
	ask := func() {
		t.Helper()
		var answered []string
		note := func(what string, err error) {
			if err != nil {
				t.Errorf("%s: %v", what, err)
			}
			answered = append(answered, what)
		}
		j.List(j.on, 0, 10, "quillmark", func(l session.Listing, err error) {
			if len(l.Entries) != 1 || l.Entries[0].Ref != ref || l.Matching != 1 || l.Total != 1 {
				t.Errorf("the list is %+v", l)
			}
			note("list", err)
		})
		j.Show(j.on, ref, func(f *ownership.Filing, err error) {
			if err == nil && (f.Remarks.V != "None." || f.Source.Text != document) {
				t.Errorf("the filing says %q", f.Remarks.V)
			}
			note("show", err)
		})
		j.Show(j.on, wire.Ref{File: 9}, func(f *ownership.Filing, err error) {
			if f != nil || err == nil {
				t.Error("a filing that is not there is shown")
			}
			note("show none", nil)
		})
		j.Reconcile(j.on, ref, func(_ *wire.Reconciliation, err error) { note("reconcile", err) })
		j.Accounts(j.on, 0, 10, "all", "", "", func(b *wire.Balances, err error) { note("accounts", err) })
		j.Export(j.on, "csv", nil, func(_ string, err error) { note("export", err) })
		j.Given(j.on, func(entries []wire.Entry, _ int, err error) {
			if entries != nil {
				t.Error("the host has given nothing")
			}
			note("given", err)
		})
		j.GivenJSON(j.on, func(lines session.Body, err error) {
			if lines != nil {
				t.Error("the host has given nothing")
			}
			note("JSON", err)
		})
		j.wait("all is answered", func() bool { return len(answered) == 8 })
	}
	ask()
	j.Ended(1, "killed by the test")
	ask()
	j.wait("the page is told", func() bool {
		return j.status.Notice == "The reader failed (killed by the test) and was restarted."
	})
	if len(j.saved) != 2 || j.saved[0] != "form4-csv.zip application/zip" {
		t.Errorf("saved %q", j.saved)
	}

	j.Forget(0)
	j.wait("nothing is open", func() bool { return j.status.Files == 0 })
}

// TestMessageOfAnotherVersion: a message that cannot be read ends the session.
func TestMessageOfAnotherVersion(t *testing.T) {
	j := join(t)
	j.wait("the engine runs", func() bool { return !j.status.Starting })
	j.Reply(1, []byte{255}, nil)
	j.wait("the session is over", func() bool { return j.status.Broken != "" })
	if !strings.HasPrefix(j.status.Broken, "The page cannot understand its reader: ") {
		t.Errorf("the sentence is %q", j.status.Broken)
	}
	var why error
	j.List(j.on, 0, 1, "", func(_ session.Listing, err error) { why = err })
	j.wait("a question is answered", func() bool { return why != nil })
	if why.Error() != j.status.Broken {
		t.Errorf("the question is answered with %q", why)
	}
}
