package app

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

// look has the engine watched while it has something to do.
func (s *supervisor) look() {
	if !s.watching && (!s.ready || len(s.asked) > 0) && s.status.Broken == "" {
		s.watching = true
		s.link.after(tick, s.tick)
	}
}

func (s *supervisor) tick() {
	s.watching = false
	if s.ready && len(s.asked) == 0 {
		s.quiet = 0
		return
	}
	s.quiet += tick
	limit := startLimit
	if s.ready {
		limit = wire.SilenceLimit
	}
	if s.quiet > limit {
		s.crash(fmt.Sprintf("did not answer for %d seconds", limit/time.Second))
		return
	}
	s.look()
}

// died takes word that an engine has ended by itself.
func (s *supervisor) died(generation int, why string) {
	if generation == s.generation && s.status.Broken == "" {
		s.crash("failed (" + cmp.Or(why, "no reason given") + ")")
	}
}

// crash replaces an engine that is of no more use, how says why.
func (s *supervisor) crash(how string) {
	s.link.stop()
	s.reads(nil)
	if !s.ready {
		if s.failedStarts++; s.failedStarts >= maxFailedStarts {
			s.giveUp("The reader could not be started: it " + how + ". Reload the page.")
			return
		}
	} else {
		s.restarts++
		s.status.Notice = "The reader " + how + " and was restarted."
		s.blame(how)
	}

	// All that the engine was given is to be given to the next, but for a Cancel or
	// a Forget, which the files know of: they would stop what was meant to go on.
	for _, q := range s.asked {
		if q.done != nil {
			s.held = append(s.held, q)
		}
	}
	slices.SortStableFunc(s.held, func(a, b *question) int { return cmp.Compare(a.ID, b.ID) })
	clear(s.asked)
	s.next, s.loading, s.ahead, s.aheadLen, s.missing = 0, nil, 0, 0, 0
	s.each(0, func(u *upload) {
		u.state = uploadWaits
		switch {
		case u.listed:
			s.missing++
		case u.cancelled && u.reason == "":
			u.keep, u.reason = u.opened+u.failed, cancelledSentence
			if u.keep > 0 {
				u.reason = "Reading was cancelled." + u.reached()
			}
		case s.restarts > maxRestarts && u.reason == "":
			u.keep, u.reason = 0, restartsSentence
		}
	})
	if s.restarts > 2*maxRestarts {
		s.giveUp("The reader fails again and again: it " + how + ". Reload the page and open fewer files.")
		return
	}
	s.start()
}

// blame finds what the engine worked on, and sees to it that the next one does
// not meet it again.
func (s *supervisor) blame(how string) {
	q := s.asked[s.working]
	if q == nil {
		// It had not begun with anything, and may have died before it was asked. What
		// it was given first, of the files if there are any, is only suspected.
		for _, other := range s.asked {
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
		delete(s.asked, q.ID)
		s.fail(q, stuckSentence)
		return
	}
	u := q.upload
	s.status.Notice = fmt.Sprintf("The reader %s at %s and was restarted.", how, u.Name)
	u.crashes++
	u.keep = 0
	if u.crashes == 1 {
		u.keep = u.opened + u.failed
	}
	u.reason = "The reader " + how + " at this file and was restarted."
	if u.keep > 0 {
		u.reason += u.reached()
	}
	// So that a reload does not meet it again.
	s.link.spoilt(u.number, u.reason+" It is not read again by itself. Open it once more to try again.")
}

// giveUp ends all work for good.
func (s *supervisor) giveUp(sentence string) {
	s.link.stop()
	s.reads(nil)
	s.ready = false
	s.status.Broken = sentence
	for _, q := range s.asked {
		s.fail(q, sentence)
	}
	for _, q := range s.held {
		s.fail(q, sentence)
	}
	clear(s.asked)
	s.held = nil
	s.note()
}
