// Package reader reads pages, PDFs and text for the engine, in a worker of its own
// that can be ended: a PDF can hang its reader where nothing inside can help.
//
// [Reader] is plain Go and knows nothing of browsers; RunInWorker, which only a wasm
// build has, joins one to the engine whose worker the program runs in.
package reader

import (
	"filingview/app/remote"
	"filingview/app/wire"
	"filingview/parser"
)

// Reader answers the requests of one engine. Set the fields before Run.
type Reader struct {
	// Send posts a reading.
	Send func(*wire.Reading)
	// Yield lets what the engine has sent arrive; nil if that needs no help.
	Yield func()

	mail wire.Mailbox[message]
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
	send := func(s *wire.Reading) error { r.Send(s); return nil }
	m, ok := r.mail.Receive()
	for ok {
		switch m.Op {
		case wire.Open:
			all := remote.Sender{Open: parser.Open, Send: send}
			if err := all.Read(m.ID, m.Name, m.body); err != nil {
				panic(err) // send never fails
			}
			m, ok = r.mail.Receive()
		case wire.Prepare:
			m, ok = r.prepare()
		default:
			m, ok = r.mail.Receive()
		}
	}
}
