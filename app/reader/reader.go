// Package reader reads pages, PDFs and text for the engine, in a worker of its own
// that can be ended: a PDF can hang its reader where nothing inside can help.
//
// [Reader] is plain Go and knows nothing of browsers; RunInWorker, which only a wasm
// build has, joins one to the engine whose worker the program runs in.
package reader

import (
	"errors"
	"unsafe"

	"filingview/app/wire"
	"filingview/parser"
	"filingview/parser/ownership"
)

// Reader answers the requests of one engine. Set the fields before Run.
type Reader struct {
	// Send posts a reading.
	Send func(*wire.Reading)
	// Yield lets what the engine has sent arrive; nil if that needs no help.
	Yield func()

	mail wire.Mailbox[message]
	sent []ownership.Page // first pages of the filing before,
	kept []string         // and all of them as they travel
}

type message struct {
	wire.Request
	body []byte
}

// Receive takes a request of the engine and the document that came with it, which
// becomes the reader's. It never blocks.
func (r *Reader) Receive(q wire.Request, body []byte) { r.mail.Put(message{q, body}) }

// Close ends Run once all requests are answered.
func (r *Reader) Close() { r.mail.Close() }

// Run answers requests until Close.
func (r *Reader) Run() {
	r.Send(&wire.Reading{})
	m, ok := r.mail.Receive()
	for ok {
		switch m.Op {
		case wire.Open:
			r.read(m)
			m, ok = r.mail.Receive()
		case wire.Prepare:
			m, ok = r.prepare()
		default:
			m, ok = r.mail.Receive()
		}
	}
}

// read says all that stands in a document.
func (r *Reader) read(m message) {
	document := unsafe.String(unsafe.SliceData(m.body), len(m.body))
	for f, err := range parser.Open(m.Name, m.body) {
		if err != nil {
			r.Send(&wire.Reading{ID: m.ID, Refusal: refusalOf(err)})
			continue
		}
		said := &wire.Reading{ID: m.ID, Filing: string(wire.AppendFiling(nil, f)), Pages: r.pages(f.Source.Pages)}
		if f.Source.Text != document {
			said.Source, said.Changed = f.Source.Text, true
		}
		r.Send(said)
	}
	r.sent, r.kept = nil, nil
	r.Send(&wire.Reading{ID: m.ID, Done: true})
}

// pages writes the pages of a source, once for all filings that share them.
func (r *Reader) pages(pages []ownership.Page) []string {
	if len(pages) == 0 {
		return nil
	}
	if len(r.sent) != len(pages) || &r.sent[0] != &pages[0] {
		r.sent, r.kept = pages, make([]string, len(pages))
		for i := range pages {
			r.kept[i] = string(wire.EncodePage(&pages[i]))
		}
	}
	return r.kept
}

func refusalOf(err error) wire.Refusal {
	var e *parser.Error
	if !errors.As(err, &e) {
		return wire.Refusal{Reason: err.Error(), Kind: string(parser.ErrDamaged)}
	}
	return wire.Refusal{File: e.File, Format: e.Format, Place: e.Place, Reason: e.Reason, Advice: e.Advice, Kind: string(e.Kind)}
}
