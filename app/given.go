package app

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/wire"
)

// What the page around the frame gives is kept apart from what the user opens: the
// host may ask for what it gave itself, and for nothing else. Its requests are
// numbered from 1, each greater than the one before.

// Give announces so many files of a request of the host, which come with those that
// the user gives. They take the place of what the host gave before, unless they are
// to be added. Status.Answered tells when they are read.
func (w *Worker) Give(request, files int, add bool) {
	w.mail.Put(func(s *supervisor) { s.host.expect(request, files, add) })
}

// giving is what the supervisor knows of the host's requests.
type giving struct {
	last     int          // request
	coming   map[int]int  // files that are still to come, by request
	replaces map[int]bool // requests whose files are to be instead of those before
}

func (g *giving) expect(request, files int, add bool) {
	if g.coming == nil {
		g.coming, g.replaces = map[int]int{}, map[int]bool{}
	}
	g.last = request
	g.coming[request] = files
	g.replaces[request] = !add
}

// Given asks for the entries of what the host gave and is open: its filings and its
// failures. Of the latest request are those from the first-th on.
func (w *Worker) Given(ctx app.Context, done func(ctx app.Context, entries []wire.Entry, first int, err error)) {
	w.mail.Put(func(s *supervisor) {
		files, first := s.givenFiles()
		if len(files) == 0 {
			ctx.Dispatch(func(ctx app.Context) { done(ctx, nil, 0, nil) })
			return
		}
		r := wire.Request{Op: wire.List, Refs: files, Count: maxGiven}
		s.ask(r, func(r wire.Reply, _ app.Value) {
			n := 0
			for n < len(r.Entries) && r.Entries[n].Ref.File < first {
				n++
			}
			ctx.Dispatch(func(ctx app.Context) { done(ctx, r.Entries, n, errorOf(r)) })
		})
	})
}

// maxGiven is how many entries the host is told of.
const maxGiven = 10000

// Data asks for the filings that the host gave, as lines of JSON: a Uint8Array, or
// nil if there is none.
func (w *Worker) Data(ctx app.Context, done func(ctx app.Context, lines app.Value, err error)) {
	w.mail.Put(func(s *supervisor) {
		refs := s.givenRefs()
		if len(refs) == 0 { // no refs would mean all filings
			ctx.Dispatch(func(ctx app.Context) { done(ctx, nil, nil) })
			return
		}
		s.ask(wire.Request{Op: wire.Export, Format: "json", Refs: refs}, func(r wire.Reply, body app.Value) {
			ctx.Dispatch(func(ctx app.Context) { done(ctx, body, errorOf(r)) })
		})
	})
}

// arrived takes note of files of the host that have just been added. What they
// replace is forgotten only now: the page must not be without a file in between, and
// show its welcome.
func (s *supervisor) arrived(files []File) {
	g := &s.host
	for _, f := range files {
		if g.coming[f.given] == 0 {
			continue
		}
		if g.coming[f.given]--; g.coming[f.given] == 0 {
			delete(g.coming, f.given)
		}
		if !g.replaces[f.given] {
			continue
		}
		delete(g.replaces, f.given)
		s.each(0, func(u *upload) {
			if u.given > 0 && u.given < f.given {
				s.forget(u.number)
			}
		})
	}
}

// answered returns the last request of the host of which, as of all before it, no
// file is to come or to be read.
func (s *supervisor) answered() int {
	last := s.host.last
	for request := range s.host.coming {
		last = min(last, request-1)
	}
	s.each(0, func(u *upload) {
		if u.given > 0 && u.state != uploadDone {
			last = min(last, u.given-1)
		}
	})
	return last
}

// givenFiles returns the files that the host gave, in their order, and the first of
// its latest request.
func (s *supervisor) givenFiles() (files []wire.Ref, first int) {
	s.each(0, func(u *upload) {
		if u.given > 0 {
			files = append(files, wire.Ref{File: u.number})
			if u.given == s.host.last && first == 0 {
				first = u.number
			}
		}
	})
	return files, first
}

// givenRefs returns the entries that the host's files have so far.
func (s *supervisor) givenRefs() (refs []wire.Ref) {
	s.each(0, func(u *upload) {
		if u.given > 0 {
			for n := range u.opened + u.failed {
				refs = append(refs, wire.Ref{File: u.number, N: n})
			}
		}
	})
	return refs
}
