package engine

import (
	"errors"
	"fmt"

	"filingview/app/wire"
	"filingview/parser"
	"filingview/parser/ledger"
	"filingview/parser/ownership"
)

const (
	notRead       = "Reading was cancelled before it came to this file."
	nothingInside = "There is no Form 3, 4 or 5 in this file."
)

// read works off an Open or a Fail: it lists what the file holds, at least one
// entry, so that no file is passed over in silence.
func (e *Engine) read(m message) {
	r := wire.Reply{ID: m.ID, Op: m.Op, File: m.File}
	if m.forgotten {
		r.Stopped = true
		e.send(r, nil)
		return
	}
	f := e.store.put(m.File, m.Name)
	e.reading = f
	done := e.work(m.ID)
	switch {
	case m.cancelled:
		e.fail(f, m.Name, notRead)
		r.Stopped = true
	case m.Op == wire.Fail:
		e.fail(f, m.Name, m.Reason)
	default:
		if failure := guard(func() { r.Stopped = e.filings(f, m) }); failure != "" {
			e.fail(f, m.Name, failure+upTo(f))
		}
	}
	done()
	e.reading = nil
	e.encoder.forget()
	r.Opened, r.Failed = f.opened, f.failed
	if r.Stopped && len(f.items) > 0 {
		r.Reason = f.items[len(f.items)-1].entry.Failed
	}
	e.send(r, nil)
}

// filings lists the filings of one file and reports whether it was stopped
// before the file's end.
func (e *Engine) filings(f *file, m message) (stopped bool) {
	for filing, err := range e.open(m.Name, m.body) {
		if err != nil {
			name, sentence := sentenceOf(m.Name, err)
			e.fail(f, name, sentence)
		} else {
			e.keep(f, filing)
		}
		if e.turn(); f.unwanted() {
			break
		}
		if m.Reason != "" && len(f.items) >= m.Count {
			e.fail(f, m.Name, m.Reason)
			return true
		}
	}
	switch {
	case f.forgotten:
		return true
	case f.cancelled:
		e.fail(f, m.Name, "Reading was cancelled."+upTo(f))
		return true
	case len(f.items) == 0:
		e.fail(f, m.Name, nothingInside)
	}
	return false
}

// keep lists a filing.
func (e *Engine) keep(f *file, filing *ownership.Filing) {
	it := e.encoder.item(filing)
	it.entry, it.key = wire.EntryOf(wire.Ref{}, filing), ledger.Key(filing)
	e.store.add(f, it)
}

func (e *Engine) fail(f *file, name, sentence string) {
	e.store.add(f, item{entry: wire.Entry{Name: name, Failed: sentence}})
}

// sentenceOf gives the name of what could not be read and why.
func sentenceOf(file string, err error) (name, sentence string) {
	var p *parser.Error
	if errors.As(err, &p) {
		return p.File, p.Sentence()
	}
	return file, err.Error()
}

// reached says how far a reading came that was stopped.
func upTo(f *file) string {
	if len(f.items) == 0 {
		return ""
	}
	return fmt.Sprintf(" It was read up to entry %d.", len(f.items))
}
