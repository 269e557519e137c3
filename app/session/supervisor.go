package session

import (
	"slices"
	"time"

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

// supervisor keeps an engine at work: it sends it the user's files one after the
// other, and sends everything again to a new engine when one hangs or dies. It runs
// on one goroutine and never waits.
type supervisor struct {
	link  Link
	after func(d time.Duration, f func()) // calls f later, on the supervisor's goroutine

	files       uploads
	last        int     // the highest number of a file so far
	next        int     // no file before this place waits
	loading     *upload // the file that the browser is reading
	loads       int     // the number of the latest load
	readingFile int     // number of the file that the browser is told is being read, or 0
	unrestored  int     // files that an earlier engine had listed and this one has not yet
	host        hostRequests

	unanswered map[int]*question // what the engine has not answered, by ID
	deferred   []*question       // what waits for an engine that has read everything again
	lastID     int
	inFlight   inFlight

	engine engineState

	status   Status // but for what current counts
	watchers watchers
}

// inFlight is what the engine was sent and has not answered.
type inFlight struct {
	files int
	bytes int64
}

// engineState is what is known of the engine that runs, and of those before it.
type engineState struct {
	generation int
	phase      enginePhase
	working    int           // ID of the request that it says it works on
	silence    time.Duration // since its last message, see tick
	ticking    bool          // a tick is under way

	restarts     int // since all files were read
	failedStarts int // since an engine ran
}

type enginePhase uint8

const (
	engineStarts enginePhase = iota // it was started and has said nothing yet
	engineRuns
	engineBroken // there will be none any more; Status.Broken says why
)

func (s *supervisor) begin() {
	s.unanswered = map[int]*question{}
	s.start()
}

func (s *supervisor) start() {
	e := &s.engine
	e.generation++
	e.phase, e.silence, e.working = engineStarts, 0, 0
	s.link.Start(e.generation)
	s.keepTicking()
	s.notify()
}

func (s *supervisor) add(files []File) {
	for _, f := range files {
		// The script numbers them so that no file of any visit has the same; whatever
		// it says, they go up.
		s.last = max(s.last+1, f.Number)
		f.Problem = f.problem()
		s.files = append(s.files, &upload{File: f, number: s.last})
	}
	s.arrived(files)
	s.notify()
	s.pump()
}

// pump sends as much as may be under way.
func (s *supervisor) pump() {
	for s.engine.phase == engineRuns && s.loading == nil && s.inFlight.files < maxAhead {
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
		case s.inFlight.files > 0 && s.inFlight.bytes+u.Size > maxAheadBytes:
			return
		default:
			s.loading, u.state = u, uploadLoading
			s.loads++
			s.link.Load(u.File, s.loads)
		}
	}
}

func (s *supervisor) loaded(load int, body Body, problem string) {
	u := s.loading
	if u == nil || load != s.loads {
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

func (s *supervisor) send(u *upload, r wire.Request, body Body) {
	u.state = uploadSent
	u.opened, u.failed = 0, 0
	r.File, r.Name = u.number, u.Name
	s.inFlight.files++
	s.inFlight.bytes += u.Size
	s.post(&question{Request: r, upload: u}, body)
}

func (s *supervisor) post(q *question, body Body) {
	s.lastID++
	q.ID = s.lastID
	s.unanswered[q.ID] = q
	s.link.Post(q.Request, body)
	s.keepTicking()
}

// ask asks the engine, or keeps the question until there is an engine that has
// read everything, so that no answer misses what is open.
func (s *supervisor) ask(r wire.Request, done func(wire.Reply, Body)) {
	q := &question{Request: r, done: done}
	switch {
	case s.engine.phase == engineBroken:
		q.fail(s.status.Broken)
	case s.engine.phase != engineRuns || s.unrestored > 0:
		s.deferred = append(s.deferred, q)
	default:
		s.post(q, nil)
	}
}

func (s *supervisor) release() {
	if s.engine.phase != engineRuns || s.unrestored > 0 {
		return
	}
	questions := s.deferred
	s.deferred = nil
	for _, q := range questions {
		s.post(q, nil)
	}
}

// reply takes what an engine says.
func (s *supervisor) reply(generation int, r wire.Reply, body Body) {
	if generation != s.engine.generation || s.engine.phase == engineBroken {
		return // of an engine that was ended
	}
	s.engine.silence = 0
	switch {
	case r.Op == wire.Ready:
		s.engine.phase, s.engine.failedStarts = engineRuns, 0
		s.release()
	case r.Op == wire.Progress:
		s.engine.working = r.Working
		if u := s.files.find(r.File); u != nil && u.state == uploadSent {
			s.setReading(u)
			u.opened, u.failed = r.Opened, r.Failed
		}
	case r.ID == 0:
		s.giveUp(r.Error)
		return
	default:
		q := s.unanswered[r.ID]
		if q == nil {
			return
		}
		delete(s.unanswered, r.ID)
		if s.engine.working == r.ID {
			s.engine.working = 0
		}
		switch {
		case q.upload != nil:
			s.read(q.upload, r)
		case q.done != nil:
			q.done(r, body)
		}
	}
	if s.unrestored == 0 {
		s.status.Total = r.Total
	}
	s.notify()
	s.pump()
}

// read takes the answer to an Open or a Fail.
func (s *supervisor) read(u *upload, r wire.Reply) {
	s.inFlight.files--
	s.inFlight.bytes -= u.Size
	s.setReading(nil)
	if u.state == uploadForgotten {
		return
	}
	u.state = uploadDone
	u.opened, u.failed = r.Opened, r.Failed
	if r.Stopped {
		u.keep, u.reason = max(0, r.Opened+r.Failed-1), r.Reason
	}
	if u.listed {
		s.unrestored--
		s.release()
	}
	u.listed = true
	if s.idle() {
		s.engine.restarts = 0
	}
}

// setReading tells the browser which file is being read, if any, so that one that takes
// the whole page down is known at the next visit.
func (s *supervisor) setReading(u *upload) {
	number := 0
	if u != nil {
		number = u.number
	}
	if number == s.readingFile {
		return
	}
	if s.readingFile > 0 {
		s.link.Reading(s.readingFile, false)
	}
	if s.readingFile = number; number > 0 {
		s.link.Reading(number, true)
	}
}

func (s *supervisor) idle() bool { return len(s.unanswered) == 0 && s.loading == nil }

func (s *supervisor) cancel(number int) {
	for _, u := range s.files.selected(number) {
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
	}
	if number == 0 {
		s.deferred = slices.DeleteFunc(s.deferred, func(q *question) bool {
			if q.Op == wire.Export {
				q.fail(exportSentence)
			}
			return q.Op == wire.Export
		})
	}
	if s.engine.phase == engineRuns {
		s.post(&question{Request: wire.Request{Op: wire.Cancel, File: number}}, nil)
	}
	s.notify()
	s.pump()
}

func (s *supervisor) forget(number int) {
	for _, u := range s.files.selected(number) {
		if s.loading == u {
			s.loading = nil
		}
		if u.listed && u.state != uploadDone {
			s.unrestored--
		}
		u.state, u.Handle = uploadForgotten, nil
	}
	s.files = slices.DeleteFunc(s.files, func(u *upload) bool { return u.state == uploadForgotten })
	s.next = 0
	s.link.Forget(number)
	if s.engine.phase == engineRuns {
		s.post(&question{Request: wire.Request{Op: wire.Forget, File: number}}, nil)
	}
	s.release()
	s.notify()
	s.pump()
}
