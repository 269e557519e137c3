package engine

import (
	"cmp"
	"fmt"
	"iter"
	"time"
	"unsafe"

	"filingview/app/wire"
	"filingview/parser"
	"filingview/parser/ownership"
)

// ReaderLink is a reader of pages, PDFs and text that was started.
type ReaderLink struct {
	Post func(r wire.Request, body []byte)
	End  func() // at once, whatever it is at
}

const (
	// readerTick is how often the engine looks after the page while it waits for the
	// reader. Silence is counted in ticks and not by the clock, so that a machine that
	// slept does not blame the reader for the time.
	readerTick = 20 * time.Millisecond
	// readerStart is how long a reader may take from its start until it is ready. Its
	// program may have to come over a slow line first.
	readerStart = 2 * time.Minute
	// earlyStart is when a reader is started that nobody has asked for yet: not before
	// the page has come to rest.
	earlyStart = 1500 * time.Millisecond
)

// reader is what reads pages, PDFs and text for the engine. It is started when it
// is first needed, and again after it was ended. The zero reader is not started yet.
type reader struct {
	link   ReaderLink
	open   bool // there is a reader, and
	ready  bool // it takes requests
	mail   *wire.Mailbox[news]
	lastID int
	tick   time.Duration // how often the engine looks after the page; 0 for readerTick
}

// news is what comes from a reader: a reading, or that it is no more.
type news struct {
	reading *wire.Reading
	died    string
}

// opener opens files: it reads ownership XML by itself, in plain archives too, and has the
// reader read all others.
func (e *Engine) opener() parser.Opener {
	if e.StartReader == nil {
		return e.Opener
	}
	remote := func(name string, match func(*parser.Document) bool) parser.Format {
		return parser.Remote(name, match, func(file string, data []byte) iter.Seq2[*ownership.Filing, error] {
			return func(yield func(*ownership.Filing, error) bool) { e.readRemotely(name, file, data, yield) }
		})
	}
	any := func(*parser.Document) bool { return true }
	return parser.Opener{Formats: []parser.Format{
		remote("pdf", parser.IsPDF), remote("text", func(d *parser.Document) bool { return !parser.IsMarkup(d) }),
		parser.Submission(remote("edgar-submission", any)), parser.XML(), remote("html", any),
	}}
}

// ensureReader starts a reader if there is none.
func (e *Engine) ensureReader() {
	d := &e.reader
	if d.open {
		return
	}
	mail := new(wire.Mailbox[news])
	d.open, d.ready, d.mail = true, false, mail
	d.link = e.StartReader(
		func(message []byte) {
			r, err := wire.DecodeReading(message)
			if err != nil {
				mail.Put(news{died: err.Error()})
				return
			}
			mail.Put(news{reading: r})
		},
		func(why string) { mail.Put(news{died: why}) },
	)
}

// end ends the reader. What it may still say reaches nobody.
func (d *reader) end() {
	if d.open {
		d.link.End()
	}
	*d = reader{lastID: d.lastID, tick: d.tick}
}

// prepare starts a reader and has it get ready, if there is none.
func (e *Engine) prepare() {
	if e.StartReader == nil || e.reader.open {
		return
	}
	e.ensureReader()
	e.reader.link.Post(wire.Request{Op: wire.Prepare}, nil)
}

// readRemotely has the reader read a document. It looks after the page meanwhile, and
// ends a reader that does not come back.
func (e *Engine) readRemotely(format, name string, data []byte, yield func(*ownership.Filing, error) bool) {
	if e.reading.unwanted() {
		return
	}
	e.ensureReader()
	d := &e.reader
	d.lastID++
	id := d.lastID
	d.link.Post(wire.Request{ID: id, Op: wire.Open, Name: name}, data)
	document := unsafe.String(unsafe.SliceData(data), len(data))
	for quiet := time.Duration(0); ; {
		s, ok := d.mail.ReceiveWithin(cmp.Or(d.tick, readerTick))
		if e.turn(); e.reading.unwanted() {
			d.end()
			return
		}
		switch {
		case !ok:
			limit := wire.ReadLimit
			if !d.ready {
				limit = readerStart
			}
			if quiet += readerTick; quiet > limit {
				e.readerFailed(format, fmt.Sprintf("did not answer for %d seconds", limit/time.Second), yield)
				return
			}
		case s.reading == nil:
			e.readerFailed(format, "failed ("+s.died+")", yield)
			return
		case s.reading.ID == 0:
			d.ready, quiet = true, 0
		case s.reading.ID != id:
			// Of a request that was given up.
		case s.reading.Done:
			return
		default:
			quiet = 0
			f, err := e.encoder.received(s.reading, document)
			if !yield(f, err) {
				d.end()
				return
			}
		}
	}
}

// readerFailed ends a reader that is of no more use, how says why. The next document gets a
// new one.
func (e *Engine) readerFailed(format, how string, yield func(*ownership.Filing, error) bool) {
	started := e.reader.ready
	e.reader.end()
	what, advice := "this page", "Open the filing's XML from EDGAR instead."
	switch format {
	case "pdf":
		what, advice = "this PDF", "Print it to a new PDF, or open the filing's XML from EDGAR instead."
	case "text", "edgar-submission":
		what = "this text"
	}
	err := &parser.Error{Kind: parser.ErrBound, Reason: "The reader " + how + " at " + what + " and was ended.", Advice: advice}
	if !started {
		err.Reason = "The part of the program that reads pages, PDFs and text could not be started: it " + how + "."
		err.Advice = "Check the connection and open the file again."
	}
	yield(nil, err)
}
