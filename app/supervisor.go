package app

import (
	"cmp"
	"slices"
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/wire"
)

const (
	// maxAhead and maxAheadBytes bound what is sent to the engine before it has
	// read it: enough for it never to wait, little enough to stay in memory.
	maxAhead      = 8
	maxAheadBytes = 64 << 20
)

const (
	cancelledSentence = "Reading was cancelled before it came to this file."
	exportSentence    = "The export was cancelled."
)

// supervisor keeps an engine at work: it sends it the user's files, one behind
// the other, and everything again to a new engine when one hangs or dies. It runs
// on one goroutine and never waits.
type supervisor struct {
	link engineLink

	files    []*upload         // in the order of their numbers
	last     int               // the highest number so far
	next     int               // no file before this place waits
	loading  *upload           // the file that the browser is reading
	asked    map[int]*question // what the engine has not answered, by ID
	held     []*question       // what waits for an engine that has read everything again
	lastID   int
	host     giving // what the page around gives
	ahead    int    // files sent and not answered
	aheadLen int64  // their bytes

	generation   int
	ready        bool // the engine runs
	working      int  // ID of what the engine says it works on
	marked       int  // number of the file that the browser is told is being read, or 0
	missing      int  // files that were listed and are not yet again
	quiet        time.Duration
	watching     bool // a tick is under way
	restarts     int
	failedStarts int

	status   Status
	watchers []func(Status)
	cooling  bool // the watchers were told just now
	toldBusy bool // that files are being read
	changed  bool // and something has changed since
}

func (s *supervisor) begin() {
	s.asked = map[int]*question{}
	s.start()
}

func (s *supervisor) start() {
	s.generation++
	s.ready, s.quiet, s.working = false, 0, 0
	s.link.start(s.generation)
	s.look()
	s.note()
}

func (s *supervisor) add(files []File) {
	for _, f := range files {
		// The script numbers them so that no file of any visit has the same; whatever
		// it says, they go up.
		s.last = max(s.last+1, f.Number)
		s.files = append(s.files, &upload{File: f, number: s.last})
	}
	s.arrived(files)
	s.note()
	s.pump()
}

// pump sends as much as may be under way.
func (s *supervisor) pump() {
	for s.ready && s.loading == nil && s.ahead < maxAhead {
		for s.next < len(s.files) && s.files[s.next].state != uploadWaits {
			s.next++
		}
		if s.next == len(s.files) {
			return
		}
		u := s.files[s.next]
		switch {
		case u.Problem != "":
			s.send(u, wire.Request{Op: wire.Fail, Reason: u.Problem}, nil)
		case u.reason != "" && u.keep == 0:
			s.send(u, wire.Request{Op: wire.Fail, Reason: u.reason}, nil)
		case s.ahead > 0 && s.aheadLen+u.Size > maxAheadBytes:
			return
		default:
			s.loading, u.state = u, uploadLoading
			generation := s.generation
			s.link.load(u.File, func(body app.Value, problem string) { s.loaded(u, generation, body, problem) })
		}
	}
}

func (s *supervisor) loaded(u *upload, generation int, body app.Value, problem string) {
	if s.loading != u || s.generation != generation {
		return // cancelled, forgotten, or for an engine that is no more
	}
	s.loading = nil
	if problem != "" {
		u.Problem, u.state = problem, uploadWaits
	} else {
		s.send(u, wire.Request{Op: wire.Open, Count: u.keep, Reason: u.reason}, body)
	}
	s.pump()
}

func (s *supervisor) send(u *upload, r wire.Request, body app.Value) {
	u.state = uploadSent
	u.opened, u.failed = 0, 0
	r.File, r.Name = u.number, u.Name
	s.ahead++
	s.aheadLen += u.Size
	s.post(&question{Request: r, upload: u}, body)
}

func (s *supervisor) post(q *question, body app.Value) {
	s.lastID++
	q.ID = s.lastID
	s.asked[q.ID] = q
	s.link.post(q.Request, body)
	s.look()
}

// ask asks the engine, or keeps the question until there is an engine that has
// read everything, so that no answer misses what is open.
func (s *supervisor) ask(r wire.Request, done func(wire.Reply, app.Value)) {
	q := &question{Request: r, done: done}
	switch {
	case s.status.Broken != "":
		s.fail(q, s.status.Broken)
	case !s.ready || s.missing > 0:
		s.held = append(s.held, q)
	default:
		s.post(q, nil)
	}
}

func (s *supervisor) fail(q *question, sentence string) {
	if q.done != nil {
		q.done(wire.Reply{ID: q.ID, Op: q.Op, Error: sentence}, nil)
	}
}

func (s *supervisor) release() {
	if !s.ready || s.missing > 0 {
		return
	}
	held := s.held
	s.held = nil
	for _, q := range held {
		s.post(q, nil)
	}
}

// reply takes what an engine says.
func (s *supervisor) reply(generation int, r wire.Reply, body app.Value) {
	if generation != s.generation || s.status.Broken != "" {
		return // of an engine that was ended
	}
	s.quiet = 0
	switch {
	case r.Op == wire.Ready:
		s.ready, s.failedStarts = true, 0
		s.release()
	case r.Op == wire.Progress:
		s.working = r.Working
		if u := s.upload(r.File); u != nil && u.state == uploadSent {
			s.reads(u)
			u.opened, u.failed = r.Opened, r.Failed
		}
	case r.ID == 0:
		s.giveUp(r.Error)
		return
	default:
		q := s.asked[r.ID]
		if q == nil {
			return
		}
		delete(s.asked, r.ID)
		if s.working == r.ID {
			s.working = 0
		}
		switch {
		case q.upload != nil:
			s.read(q.upload, r)
		case q.done != nil:
			q.done(r, body)
		}
	}
	if s.missing == 0 {
		s.status.Total = r.Total
	}
	s.note()
	s.pump()
}

// read takes the answer to an Open or a Fail.
func (s *supervisor) read(u *upload, r wire.Reply) {
	s.ahead--
	s.aheadLen -= u.Size
	s.reads(nil)
	if u.state == uploadForgotten {
		return
	}
	u.state = uploadDone
	u.opened, u.failed = r.Opened, r.Failed
	if r.Stopped {
		u.keep, u.reason = max(0, r.Opened+r.Failed-1), r.Reason
	}
	if u.listed {
		s.missing--
		s.release()
	}
	u.listed = true
	if s.idle() {
		s.restarts = 0
	}
}

// reads tells the browser which file is being read, if any, so that one that takes the
// whole page with it is known at the next visit.
func (s *supervisor) reads(u *upload) {
	number := 0
	if u != nil {
		number = u.number
	}
	if number == s.marked {
		return
	}
	if s.marked > 0 {
		s.link.reading(s.marked, false)
	}
	if s.marked = number; number > 0 {
		s.link.reading(number, true)
	}
}

func (s *supervisor) idle() bool { return len(s.asked) == 0 && s.loading == nil }

func (s *supervisor) upload(number int) *upload {
	if i, ok := slices.BinarySearchFunc(s.files, number, func(u *upload, n int) int { return cmp.Compare(u.number, n) }); ok {
		return s.files[i]
	}
	return nil
}

// each calls f with the file of a number, or with all that are there for 0.
func (s *supervisor) each(number int, f func(*upload)) {
	for _, u := range slices.Clone(s.files) { // f may forget some
		if number == 0 || u.number == number {
			f(u)
		}
	}
}

func (s *supervisor) cancel(number int) {
	s.each(number, func(u *upload) {
		if s.loading == u {
			s.loading, u.state = nil, uploadWaits
			s.next = 0
		}
		switch {
		case u.state == uploadSent:
			u.cancelled = true
		case u.state == uploadWaits && !u.listed:
			u.keep, u.reason = 0, cancelledSentence
		}
	})
	if number == 0 {
		s.held = slices.DeleteFunc(s.held, func(q *question) bool {
			if q.Op == wire.Export {
				s.fail(q, exportSentence)
			}
			return q.Op == wire.Export
		})
	}
	if s.ready {
		s.post(&question{Request: wire.Request{Op: wire.Cancel, File: number}}, nil)
	}
	s.note()
	s.pump()
}

func (s *supervisor) forget(number int) {
	s.each(number, func(u *upload) {
		if s.loading == u {
			s.loading = nil
		}
		if u.listed && u.state != uploadDone {
			s.missing--
		}
		u.state, u.handle = uploadForgotten, nil
	})
	s.files = slices.DeleteFunc(s.files, func(u *upload) bool { return u.state == uploadForgotten })
	s.next = 0
	s.link.forget(number)
	if s.ready {
		s.post(&question{Request: wire.Request{Op: wire.Forget, File: number}}, nil)
	}
	s.release()
	s.note()
	s.pump()
}
