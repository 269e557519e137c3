package app

import (
	"errors"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/wire"
	"filingview/parser/ownership"
)

// Worker is the page's side of the engine: it starts it, sends it the files that
// the user gives, asks it for what the page shows, and starts it again when it
// hangs or dies, with everything that was open.
//
// All its methods return at once. What they bring arrives later on the goroutine
// of the interface, and updates the component of the Context that was given
// and no other: a component that only shows the progress can watch that
// without having the whole page drawn again.
type Worker struct {
	mail    wire.Mailbox[func(*supervisor)]
	browser browser
}

// StartWorker starts the engine and takes the files that the user gives, those
// included that were dropped before the program ran. Call it once, when the root
// is mounted: from then on html has data-ready.
func StartWorker() *Worker {
	w := new(Worker)
	s := supervisor{link: w.browser.link(w)}
	go func() {
		for f, ok := w.mail.Receive(); ok; f, ok = w.mail.Receive() {
			f(&s)
		}
	}()
	w.mail.Put((*supervisor).begin)
	w.browser.connect(w)
	return w
}

// Watch has f called with the state of things whenever it has changed, ten times
// a second at most and once more when all is read, as long as the component of ctx is mounted.
func (w *Worker) Watch(ctx app.Context, f func(app.Context, Status)) {
	w.mail.Put(func(s *supervisor) {
		s.watch(func(status Status) {
			ctx.Dispatch(func(ctx app.Context) { f(ctx, status) })
		})
	})
}

// Add opens files. Those that the user drops, chooses or pastes are added
// without it.
func (w *Worker) Add(files []File) {
	w.mail.Put(func(s *supervisor) { s.add(files) })
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
func (w *Worker) List(ctx app.Context, from, count int, query string, done func(app.Context, Listing, error)) {
	w.ask(wire.Request{Op: wire.List, From: from, Count: count, Query: query}, func(r wire.Reply, _ app.Value) {
		ctx.Dispatch(func(ctx app.Context) {
			done(ctx, Listing{r.From, r.Entries, r.Matching, r.Total}, errorOf(r))
		})
	})
}

// Show asks for a filing, its Source.Text included, its pages without words. The error's text is the
// sentence to show, that of the entry if it is a failed one.
func (w *Worker) Show(ctx app.Context, ref wire.Ref, done func(app.Context, *ownership.Filing, error)) {
	w.ask(wire.Request{Op: wire.Show, Ref: ref}, func(r wire.Reply, body app.Value) {
		f, err := filingOf(r, body)
		ctx.Dispatch(func(ctx app.Context) { done(ctx, f, err) })
	})
}

// Page asks for the words of a page of a filing's source, counted from 1.
func (w *Worker) Page(ctx app.Context, ref wire.Ref, page int, done func(app.Context, *ownership.Page, error)) {
	askFor(w, ctx, wire.Request{Op: wire.Page, Ref: ref, From: page}, wire.DecodePage, done)
}

func filingOf(r wire.Reply, body app.Value) (*ownership.Filing, error) {
	if err := errorOf(r); err != nil {
		return nil, err
	}
	b := bytesOf(body)
	if r.Code < 0 || r.Code > len(b) {
		return nil, wire.ErrMessage
	}
	return wire.DecodeFiling(b[:r.Code], string(b[r.Code:]))
}

// Reconcile asks what the ledger says of a filing.
func (w *Worker) Reconcile(ctx app.Context, ref wire.Ref, done func(app.Context, *wire.Tally, error)) {
	askFor(w, ctx, wire.Request{Op: wire.Reconcile, Ref: ref}, wire.DecodeTally, done)
}

// Account asks for the account of an ID, first among those of the filing of ref.
func (w *Worker) Account(ctx app.Context, id string, ref wire.Ref, done func(app.Context, *wire.Folio, error)) {
	askFor(w, ctx, wire.Request{Op: wire.Account, Account: id, Ref: ref}, wire.DecodeFolio, done)
}

// Accounts asks for count accounts from the from-th of those that hold all words of
// the query: open ones, those with unexplained lines, or all, sorted by a column.
// The answer is of what is reconciled so far.
func (w *Worker) Accounts(ctx app.Context, from, count int, which, query, sort string, done func(app.Context, *wire.Balances, error)) {
	askFor(w, ctx, wire.Request{Op: wire.Accounts, From: from, Count: count, Which: which, Query: query, Sort: sort}, wire.DecodeBalances, done)
}

func askFor[T any](w *Worker, ctx app.Context, r wire.Request, decode func([]byte) (*T, error), done func(app.Context, *T, error)) {
	w.ask(r, func(r wire.Reply, body app.Value) {
		var v *T
		err := errorOf(r)
		if err == nil {
			v, err = decode(bytesOf(body))
		}
		ctx.Dispatch(func(ctx app.Context) { done(ctx, v, err) })
	})
}

// Export has the filings of refs, or all for none, written in a format (sec, csv
// or json) and saved as a download. Done gets the name of the file.
func (w *Worker) Export(ctx app.Context, format string, refs []wire.Ref, done func(app.Context, string, error)) {
	w.ask(wire.Request{Op: wire.Export, Format: format, Refs: refs}, func(r wire.Reply, body app.Value) {
		err := errorOf(r)
		if err == nil {
			err = w.browser.save(r.Name, r.Type, body)
		}
		ctx.Dispatch(func(ctx app.Context) { done(ctx, r.Name, err) })
	})
}

// Cancel stops the reading of a file, or all reading and exporting for 0. What is
// already opened stays; the list says of each file how far it was read.
func (w *Worker) Cancel(file int) {
	w.mail.Put(func(s *supervisor) { s.cancel(file) })
}

// Forget closes a file, or everything for 0.
func (w *Worker) Forget(file int) {
	w.mail.Put(func(s *supervisor) { s.forget(file) })
}

func (w *Worker) ask(r wire.Request, done func(wire.Reply, app.Value)) {
	w.mail.Put(func(s *supervisor) { s.ask(r, done) })
}

func errorOf(r wire.Reply) error {
	if r.Error == "" {
		return nil
	}
	return errors.New(r.Error)
}
