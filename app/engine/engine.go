// Package engine is the engine's side of the viewer: it reads the files that the
// page sends, holds the filings found in them and answers the page.
//
// [Engine] is plain Go and knows nothing of browsers; RunInWorker, which only a
// wasm build has, joins one to the page whose worker the program runs in.
package engine

import (
	"fmt"
	"iter"
	"slices"
	"time"

	"filingview/app/wire"
	"filingview/parser"
	"filingview/parser/ledger"
	"filingview/parser/ownership"
)

// turnEvery is how long the engine works before it lets the browser deliver what
// has arrived. Shorter costs more switches, longer makes a page wait that asks
// for something during a long reading.
const turnEvery = 10 * time.Millisecond

// Engine answers the requests of one page. Set the fields before Run.
type Engine struct {
	// Send posts a reply.
	Send func(r wire.Reply, body []byte)
	// Yield lets what the page has sent arrive; nil if that needs no help.
	Yield func()
	// StartReader starts the program that reads pages, PDFs and text for the engine, and
	// returns at once. What it says goes to receive; if it ends by itself, or cannot be
	// started, died is told why. Both return at once.
	StartReader func(receive func(message []byte), died func(why string)) ReaderLink
	// Opener opens files if StartReader is nil.
	Opener parser.Opener
	// Early has the reader started before anything asks for it.
	Early bool

	open  func(name string, data []byte) iter.Seq2[*ownership.Filing, error] // nil for that of an opener with formats
	clock func() time.Time                                                   // nil for time.Now
	// reconcile makes a ledger; nil for ledger.ReconcileStepwise
	reconcile func([]*ownership.Filing) *ownership.Ledger

	mail    wire.Mailbox[message]
	store   store
	waiting waiting
	reader  reader // of what is no ownership XML
	encoder encoder

	working        int   // ID of the request that is being worked on
	reading        *file // the file that is being read
	exporting      bool
	answering      bool // a question about a line or an account
	reconcilingAll bool // all accounts are wanted
	cancelled      bool // stop the export
	last           struct{ yielded, reported time.Time }
}

// waiting are the requests that take long and wait for those before them.
type waiting struct {
	opens     []message // files to be read
	exports   []message
	questions []message // about lines and accounts
}

type message struct {
	wire.Request
	body      []byte
	cancelled bool // an Open that is not to be read any more
	forgotten bool // and not to be listed either
}

// Receive takes a request of the page and the body that came with it, which
// becomes the engine's. It never blocks.
func (e *Engine) Receive(r wire.Request, body []byte) { e.mail.Put(message{Request: r, body: body}) }

// Close ends Run once all requests are answered.
func (e *Engine) Close() { e.mail.Close() }

// Run answers requests until Close. One goroutine does everything, so that no
// answer ever sees half of what another does.
func (e *Engine) Run() {
	if e.open == nil {
		e.open = e.opener().Open
	}
	if e.clock == nil {
		e.clock = time.Now
	}
	if e.reconcile == nil {
		e.reconcile = func(f []*ownership.Filing) *ownership.Ledger { return ledger.ReconcileStepwise(f, e.turn) }
	}
	e.send(wire.Reply{Op: wire.Ready}, nil)
	if e.Early {
		time.AfterFunc(earlyStart, func() { e.Receive(wire.Request{Op: wire.Prepare}, nil) })
	}
	for m, ok := e.mail.Receive(); ok; m, ok = e.mail.Receive() {
		e.handle(m)
		e.listen()
		for len(e.waiting.exports)+len(e.waiting.opens)+len(e.waiting.questions) > 0 || e.reconcilingAll {
			e.export()
			e.answerQuestions()
			if len(e.waiting.opens) == 0 && e.reconcilingAll {
				e.reconcileNext()
			}
			if len(e.waiting.opens) > 0 {
				m := e.waiting.opens[0]
				e.waiting.opens[0] = message{} // the array must not hold on to the bytes
				e.waiting.opens = e.waiting.opens[1:]
				e.read(m)
			}
			e.listen()
		}
	}
}

// listen handles what has arrived.
func (e *Engine) listen() {
	for m, ok := e.mail.Poll(); ok; m, ok = e.mail.Poll() {
		e.handle(m)
	}
}

// turn is called between two filings: it reports, and lets the page in, when it
// is time to.
func (e *Engine) turn() {
	now := e.clock()
	if now.Sub(e.last.reported) >= wire.ProgressEvery-turnEvery {
		e.progress()
	}
	if now.Sub(e.last.yielded) < turnEvery {
		return
	}
	if e.Yield != nil {
		e.Yield()
	}
	e.listen()
	if !e.exporting {
		e.export()
	}
	if !e.answering {
		e.answerQuestions()
	}
	e.last.yielded = e.clock()
}

func (e *Engine) progress() {
	r := wire.Reply{Op: wire.Progress, Working: e.working}
	if f := e.reading; f != nil && !e.exporting {
		r.File, r.Opened, r.Failed = f.number, f.opened, f.failed
	}
	e.send(r, nil)
	e.last.reported = e.clock()
}

// work sets what is being worked on and says so; the func that it returns puts
// back what was.
func (e *Engine) work(id int) func() {
	before := e.working
	e.working = id
	e.progress()
	return func() { e.working = before }
}

// handle answers a request, or puts it aside if it takes long.
func (e *Engine) handle(m message) {
	switch m.Op {
	case wire.Open, wire.Fail:
		e.waiting.opens = append(e.waiting.opens, m)
	case wire.Export:
		e.waiting.exports = append(e.waiting.exports, m)
	case wire.Reconcile, wire.Account:
		e.waiting.questions = append(e.waiting.questions, m)
	case wire.Prepare:
		e.prepare()
	default:
		r := wire.Reply{ID: m.ID, Op: m.Op}
		var body []byte
		if failure := guard(func() { body = e.answer(m, &r) }); failure != "" {
			r, body = wire.Reply{ID: m.ID, Op: m.Op, Error: failure}, nil
		}
		e.send(r, body)
	}
}

// send posts a reply with what every reply tells.
func (e *Engine) send(r wire.Reply, body []byte) {
	r.Total = e.store.total
	e.Send(r, body)
}

func (e *Engine) answer(m message, r *wire.Reply) (body []byte) {
	switch m.Op {
	case wire.List:
		r.From = max(0, m.From)
		r.Entries, r.Matching = e.store.list(r.From, m.Count, m.Query, m.Refs...)
	case wire.Show:
		r.Ref = m.Ref
		it, ok := e.store.item(m.Ref)
		switch {
		case !ok:
			r.Error = noFiling
		case it.filing == nil:
			r.Error = it.entry.Failed
		default:
			r.Code = len(it.filing)
			body = slices.Concat(it.filing, []byte(it.source))
		}
	case wire.Page:
		it, ok := e.store.item(m.Ref)
		switch {
		case !ok || it.filing == nil:
			r.Error = noFiling
		case m.From < 1 || m.From > len(it.pages):
			r.Error = fmt.Sprintf("The source has no page %d.", m.From)
		default:
			body = it.pages[m.From-1]
		}
	case wire.Accounts:
		body = e.store.groups.window(&m.Request).Encode()
		_, e.reconcilingAll = e.store.groups.next()
	case wire.Cancel:
		e.stop(m.File, false)
	case wire.Forget:
		e.stop(m.File, true)
		if m.File == 0 {
			e.store.clear()
		} else {
			e.store.remove(m.File)
		}
	default:
		r.Error = fmt.Sprintf("The reader does not know the request %q.", m.Op)
	}
	return body
}

// stop ends the reading of a file, also of one that still waits, or of
// everything, exports included, for 0.
func (e *Engine) stop(number int, forget bool) {
	if e.reading != nil && (number == 0 || e.reading.number == number) {
		e.reading.cancelled = true
	}
	for i := range e.waiting.opens {
		if m := &e.waiting.opens[i]; number == 0 || m.File == number {
			m.body, m.cancelled, m.forgotten = nil, true, m.forgotten || forget
		}
	}
	if number != 0 {
		return
	}
	e.cancelled = e.exporting
	for _, m := range e.waiting.exports {
		e.send(wire.Reply{ID: m.ID, Op: m.Op, Error: exportCancelled}, nil)
	}
	e.waiting.exports = nil
}

// guard runs f and gives the sentence of a panic in it, or nothing. It is the
// engine's border: a mistake in a reader costs the file that shows it, not the
// others.
func guard(f func()) (failure string) {
	defer func() {
		if p := recover(); p != nil {
			failure = mistake(p)
		}
	}()
	f()
	return ""
}

// mistake is the sentence for a panic.
func mistake(said any) string {
	return fmt.Sprintf("The program made a mistake here: %v. Please report it together with the file.", said)
}
