// Package session is the page's side of the engine: it starts the engine, sends it
// the user's files, asks it for what the page shows, and starts it again with
// everything that was open when it hangs or dies.
//
// It is plain Go. What it needs of the browser stands in [Link].
package session

import (
	"errors"
	"fmt"
	"time"

	"filingview/app/wire"
	"filingview/parser/ownership"
)

// Session is one visit: the engine that runs and the files that are open.
//
// All its methods return at once. An answer comes later, by the Dispatch that the
// question was given. An answer that is dispatched to one component of the page has
// only that component drawn again.
type Session struct {
	link Link
	mail wire.Mailbox[func(*supervisor)]
}

// Dispatch runs a function where an answer belongs, on the goroutine of the interface.
type Dispatch func(answer func())

// Body is bytes that stay in the browser: a file for the engine, or what came with a
// reply. Only a Link knows what it holds. Nil is no body.
type Body any

// Link is what a Session needs of the browser. Its functions are called on one
// goroutine, that of the Session, and must not wait.
type Link struct {
	// Start begins an engine. What that engine says is passed to Reply and Ended
	// with its generation.
	Start func(generation int)
	Stop  func()
	Post  func(r wire.Request, body Body) // the body is transferred
	// Load reads a file; its bytes are passed to Loaded with the number of the load.
	Load  func(f File, load int)
	Bytes func(Body) []byte
	// Save offers bytes as a download. The error's text is a sentence.
	Save func(name, mediaType string, body Body) error

	// The browser keeps files for the next visit (web/keep.js). Reading says which
	// file is being read, so that one that takes the whole page down is known.
	// Spoilt says why a file is not to be read again by itself. Forget drops a file,
	// or all for 0.
	Reading func(number int, on bool)
	Spoilt  func(number int, reason string)
	Forget  func(number int)
}

// Start begins a session and its first engine.
func Start(link Link) *Session {
	v := &Session{link: link}
	s := supervisor{link: link, after: func(d time.Duration, f func()) {
		time.AfterFunc(d, func() { v.mail.Put(func(*supervisor) { f() }) })
	}}
	go func() {
		for f, ok := v.mail.Receive(); ok; f, ok = v.mail.Receive() {
			f(&s)
		}
	}()
	v.mail.Put((*supervisor).begin)
	return v
}

// Reply takes a message of the engine of a generation.
func (v *Session) Reply(generation int, header []byte, body Body) {
	r, err := wire.DecodeReply(header)
	if err != nil {
		r = wire.Reply{Error: fmt.Sprintf("The page cannot understand its reader: %v.", err)}
	}
	v.mail.Put(func(s *supervisor) { s.reply(generation, r, body) })
}

// Ended takes word that the engine of a generation has ended by itself.
func (v *Session) Ended(generation int, why string) {
	v.mail.Put(func(s *supervisor) { s.ended(generation, why) })
}

// Loaded takes the bytes of a file that Link.Load was asked for, or the sentence of
// why there are none.
func (v *Session) Loaded(load int, body Body, problem string) {
	v.mail.Put(func(s *supervisor) { s.loaded(load, body, problem) })
}

// Watch has f called with the status whenever it has changed, ten times a second at
// most and once more when everything is read.
func (v *Session) Watch(on Dispatch, f func(Status)) {
	v.mail.Put(func(s *supervisor) {
		s.watch(func(status Status) { on(func() { f(status) }) })
	})
}

// Add opens files.
func (v *Session) Add(files []File) {
	v.mail.Put(func(s *supervisor) { s.add(files) })
}

// Listing is a window of the list.
type Listing struct {
	From     int          // place of the first entry among those that match
	Entries  []wire.Entry // in the order in which the files were given
	Matching int          // how many entries match the query
	Total    int          // how many there are
}

// List asks for count entries from the from-th of those that hold all words of
// the query, in any case: in the file's name, form, issuer, symbol, owners or
// period.
func (v *Session) List(on Dispatch, from, count int, query string, done func(Listing, error)) {
	v.ask(wire.Request{Op: wire.List, From: from, Count: count, Query: query}, func(r wire.Reply, _ Body) {
		on(func() { done(Listing{r.From, r.Entries, r.Matching, r.Total}, errorOf(r)) })
	})
}

// Show asks for a filing, its Source.Text included, its pages without words. The
// error's text is the sentence to show, that of the entry if it is a failed one.
func (v *Session) Show(on Dispatch, ref wire.Ref, done func(*ownership.Filing, error)) {
	v.ask(wire.Request{Op: wire.Show, Ref: ref}, func(r wire.Reply, body Body) {
		f, err := v.filingOf(r, body)
		on(func() { done(f, err) })
	})
}

func (v *Session) filingOf(r wire.Reply, body Body) (*ownership.Filing, error) {
	if err := errorOf(r); err != nil {
		return nil, err
	}
	b := v.link.Bytes(body)
	if r.Code < 0 || r.Code > len(b) {
		return nil, wire.ErrMessage
	}
	return wire.DecodeFiling(b[:r.Code], string(b[r.Code:]))
}

// Page asks for the words of a page of a filing's source, counted from 1.
func (v *Session) Page(on Dispatch, ref wire.Ref, page int, done func(*ownership.Page, error)) {
	askFor(v, on, wire.Request{Op: wire.Page, Ref: ref, From: page}, wire.DecodePage, done)
}

// Reconcile asks what the ledger says of a filing.
func (v *Session) Reconcile(on Dispatch, ref wire.Ref, done func(*wire.Reconciliation, error)) {
	askFor(v, on, wire.Request{Op: wire.Reconcile, Ref: ref}, wire.DecodeReconciliation, done)
}

// Account asks for the account of an ID, first among those of the filing of ref.
func (v *Session) Account(on Dispatch, id string, ref wire.Ref, done func(*wire.FullAccount, error)) {
	askFor(v, on, wire.Request{Op: wire.Account, Account: id, Ref: ref}, wire.DecodeFullAccount, done)
}

// Accounts asks for count accounts from the from-th of those that hold all words of
// the query: open ones, those with unexplained lines, or all, sorted by a column.
// The answer is of what is reconciled so far.
func (v *Session) Accounts(on Dispatch, from, count int, which, query, sort string, done func(*wire.Balances, error)) {
	askFor(v, on, wire.Request{Op: wire.Accounts, From: from, Count: count, Which: which, Query: query, Sort: sort}, wire.DecodeBalances, done)
}

func askFor[T any](v *Session, on Dispatch, r wire.Request, decode func([]byte) (*T, error), done func(*T, error)) {
	v.ask(r, func(r wire.Reply, body Body) {
		var answer *T
		err := errorOf(r)
		if err == nil {
			answer, err = decode(v.link.Bytes(body))
		}
		on(func() { done(answer, err) })
	})
}

// Export has the filings of refs, or all for none, written in a format (sec, csv
// or json) and saved as a download. Done gets the name of the file.
func (v *Session) Export(on Dispatch, format string, refs []wire.Ref, done func(string, error)) {
	v.ask(wire.Request{Op: wire.Export, Format: format, Refs: refs}, func(r wire.Reply, body Body) {
		err := errorOf(r)
		if err == nil {
			err = v.link.Save(r.Name, r.Type, body)
		}
		on(func() { done(r.Name, err) })
	})
}

// Cancel stops the reading of a file, or all reading and exporting for 0. What is
// already opened stays; the list says of each file how far it was read.
func (v *Session) Cancel(file int) {
	v.mail.Put(func(s *supervisor) { s.cancel(file) })
}

// Forget closes a file, or everything for 0.
func (v *Session) Forget(file int) {
	v.mail.Put(func(s *supervisor) { s.forget(file) })
}

func (v *Session) ask(r wire.Request, done func(wire.Reply, Body)) {
	v.mail.Put(func(s *supervisor) { s.ask(r, done) })
}

func errorOf(r wire.Reply) error {
	if r.Error == "" {
		return nil
	}
	return errors.New(r.Error)
}
