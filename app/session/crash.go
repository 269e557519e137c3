package session

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"filingview/app/wire"
)

const (
	// startLimit is how long an engine may take to start.
	startLimit = 30 * time.Second
	// tick is how often the supervisor looks whether the engine still answers.
	// Silence is counted in ticks and not by the clock, so that a page that slept
	// does not blame the engine for the time.
	tick = 500 * time.Millisecond
	// maxRestarts is how often the engine is restarted before all files are read
	// once; after that, what is not read by then is not tried again.
	maxRestarts = 10
	// maxFailedStarts is how often an engine may fail to start before none is
	// tried any more.
	maxFailedStarts = 3

	restartsSentence = "The reader had to be restarted too often. Open this file by itself."
	stuckSentence    = "The reader failed at this and was restarted."
)

// keepTicking has the engine watched while it has something to do.
func (s *supervisor) keepTicking() {
	if !s.engine.ticking && (s.engine.phase == engineStarts || s.engine.phase == engineRuns && len(s.unanswered) > 0) {
		s.engine.ticking = true
		s.after(tick, s.tick)
	}
}

func (s *supervisor) tick() {
	s.engine.ticking = false
	switch {
	case s.engine.phase == engineBroken:
		return
	case s.engine.phase == engineRuns && len(s.unanswered) == 0:
		s.engine.silence = 0
		return
	}
	s.engine.silence += tick
	limit := startLimit
	if s.engine.phase == engineRuns {
		limit = wire.SilenceLimit
	}
	if s.engine.silence > limit {
		s.crash(fmt.Sprintf("did not answer for %d seconds", limit/time.Second))
		return
	}
	s.keepTicking()
}

// ended takes word that an engine has ended by itself.
func (s *supervisor) ended(generation int, why string) {
	if generation == s.engine.generation && s.engine.phase != engineBroken {
		s.crash("failed (" + cmp.Or(why, "no reason given") + ")")
	}
}

// crash replaces an engine that is of no more use, how says why.
func (s *supervisor) crash(how string) {
	s.link.Stop()
	s.setReading(nil)
	if s.engine.phase != engineRuns {
		if s.engine.failedStarts++; s.engine.failedStarts >= maxFailedStarts {
			s.giveUp("The reader could not be started: it " + how + ". Reload the page.")
			return
		}
	} else {
		s.engine.restarts++
		s.status.Notice = "The reader " + how + " and was restarted."
		s.blame(how)
	}

	// All that the engine was given is to be given to the next, but for a Cancel or
	// a Forget, which the files know of: they would stop what was meant to go on.
	for _, q := range s.unanswered {
		if q.done != nil {
			s.deferred = append(s.deferred, q)
		}
	}
	slices.SortStableFunc(s.deferred, func(a, b *question) int { return cmp.Compare(a.ID, b.ID) })
	clear(s.unanswered)
	s.next, s.loading, s.inFlight.files, s.inFlight.bytes, s.unrestored = 0, nil, 0, 0, 0
	for _, u := range s.files.selected(0) {
		u.state = uploadWaits
		switch {
		case u.listed:
			s.unrestored++
		case u.cancelled && u.reason == "":
			u.keep, u.reason = u.entries(), cancelledSentence
			if u.keep > 0 {
				u.reason = "Reading was cancelled." + u.reached()
			}
		case s.engine.restarts > maxRestarts && u.reason == "":
			u.keep, u.reason = 0, restartsSentence
		}
	}
	if s.engine.restarts > 2*maxRestarts {
		s.giveUp("The reader fails again and again: it " + how + ". Reload the page and open fewer files.")
		return
	}
	s.start()
}

// blame finds what the engine worked on, and sees to it that the next one does
// not meet it again.
func (s *supervisor) blame(how string) {
	q := s.unanswered[s.engine.working]
	if q == nil {
		// It had not begun with anything, and may have died before it was asked. What
		// it was given first, of the files if there are any, is only suspected.
		for _, other := range s.unanswered {
			file := other.upload != nil
			if q == nil || file && q.upload == nil || file == (q.upload != nil) && other.ID < q.ID {
				q = other
			}
		}
		if q == nil || !q.suspect() {
			return
		}
	}
	if q.upload == nil {
		delete(s.unanswered, q.ID)
		q.fail(stuckSentence)
		return
	}
	u := q.upload
	s.status.Notice = fmt.Sprintf("The reader %s at %s and was restarted.", how, u.Name)
	u.crashes++
	u.keep = 0
	if u.crashes == 1 {
		u.keep = u.entries()
	}
	u.reason = "The reader " + how + " at this file and was restarted."
	if u.keep > 0 {
		u.reason += u.reached()
	}
	// So that a reload does not meet it again.
	s.link.Spoilt(u.number, u.reason+" It is not read again by itself. Open it once more to try again.")
}

// giveUp ends all work for good.
func (s *supervisor) giveUp(sentence string) {
	s.link.Stop()
	s.setReading(nil)
	s.engine.phase = engineBroken
	s.status.Broken = sentence
	for _, q := range s.unanswered {
		q.fail(sentence)
	}
	for _, q := range s.deferred {
		q.fail(sentence)
	}
	clear(s.unanswered)
	s.deferred = nil
	s.notify()
}
