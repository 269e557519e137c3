package session

import "filingview/app/wire"

// The host is the page around the frame that the viewer is shown in. What the host
// gives is kept apart from what the user opens: the host may ask for what it gave
// itself, and for nothing else. Its requests are numbered from 1, each greater than
// the one before.

// Expect announces the files of a request of the host, which come with those that
// the user gives. They take the place of what the host gave before, unless they are
// to be added. Status.Answered tells when they are read.
func (v *Session) Expect(request, files int, add bool) {
	v.mail.Put(func(s *supervisor) { s.host.expect(request, files, add) })
}

// Given asks for the entries of what the host gave and is open: its filings and its
// failures. Those of the latest request begin at first.
func (v *Session) Given(on Dispatch, done func(entries []wire.Entry, first int, err error)) {
	v.mail.Put(func(s *supervisor) {
		files, first := s.host.files(s.files)
		if len(files) == 0 {
			on(func() { done(nil, 0, nil) })
			return
		}
		r := wire.Request{Op: wire.List, Refs: files, Count: maxGiven}
		s.ask(r, func(r wire.Reply, _ Body) {
			n := 0
			for n < len(r.Entries) && r.Entries[n].Ref.File < first {
				n++
			}
			on(func() { done(r.Entries, n, errorOf(r)) })
		})
	})
}

// maxGiven is how many entries the host is told of.
const maxGiven = 10000

// GivenJSON asks for the filings that the host gave, as lines of JSON. The body is
// nil if there are no such filings.
func (v *Session) GivenJSON(on Dispatch, done func(lines Body, err error)) {
	v.mail.Put(func(s *supervisor) {
		refs := s.host.entries(s.files)
		if len(refs) == 0 { // no refs would mean all filings
			on(func() { done(nil, nil) })
			return
		}
		s.ask(wire.Request{Op: wire.Export, Format: "json", Refs: refs}, func(r wire.Reply, body Body) {
			on(func() { done(body, errorOf(r)) })
		})
	})
}

// hostRequests is what the supervisor knows of the host's requests.
type hostRequests struct {
	last     int          // the latest request
	coming   map[int]int  // how many files are still to come, by request
	replaces map[int]bool // requests whose files replace those of earlier requests
}

func (h *hostRequests) expect(request, files int, add bool) {
	if h.coming == nil {
		h.coming, h.replaces = map[int]int{}, map[int]bool{}
	}
	h.last = request
	h.coming[request] = files
	h.replaces[request] = !add
}

// arrived takes note of files of the host that have just been added. What they
// replace is forgotten only now: the page must not be without a file in between, and
// show its welcome.
func (s *supervisor) arrived(files []File) {
	h := &s.host
	for _, f := range files {
		if h.coming[f.Given] == 0 {
			continue
		}
		if h.coming[f.Given]--; h.coming[f.Given] == 0 {
			delete(h.coming, f.Given)
		}
		if !h.replaces[f.Given] {
			continue
		}
		delete(h.replaces, f.Given)
		for _, u := range s.files.selected(0) {
			if u.Given > 0 && u.Given < f.Given {
				s.forget(u.number)
			}
		}
	}
}

// answered returns the last request of the host of which, as of all before it, no
// file is to come or to be read.
func (h *hostRequests) answered(all uploads) int {
	last := h.last
	for request := range h.coming {
		last = min(last, request-1)
	}
	for _, u := range all {
		if u.Given > 0 && u.state != uploadDone {
			last = min(last, u.Given-1)
		}
	}
	return last
}

// files returns the files that the host gave, in their order, and the number of the
// first of its latest request.
func (h *hostRequests) files(all uploads) (files []wire.Ref, first int) {
	for _, u := range all {
		if u.Given > 0 {
			files = append(files, wire.Ref{File: u.number})
			if u.Given == h.last && first == 0 {
				first = u.number
			}
		}
	}
	return files, first
}

// entries returns the entries that the host's files have so far.
func (h *hostRequests) entries(all uploads) (refs []wire.Ref) {
	for _, u := range all {
		if u.Given > 0 {
			for n := range u.entries() {
				refs = append(refs, wire.Ref{File: u.number, N: n})
			}
		}
	}
	return refs
}
