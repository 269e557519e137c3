package app

import "filingview/app/wire"

// Status tells how the reading stands.
type Status struct {
	Files   int    // files that are open or are to be
	Done    int    // of these, read or refused
	Reading string // name of the file that is being read; empty for none
	Opened  int    // filings so far
	Failed  int    // files and members that gave none
	Total   int    // entries of the list
	// Answered is the last request of the host of which all files are read, and of
	// all requests before it.
	Answered int

	Kept int // of these, those of files from an earlier visit, which come first

	// Several has the files with more entries than one, by number, and how many.
	Several map[int]int

	Starting bool   // the engine is not there yet, or not again
	Notice   string // the sentence of what last went wrong with the engine
	Broken   string // the sentence of why there will be none any more
}

// Busy reports whether files are being read.
func (s Status) Busy() bool { return s.Done < s.Files && s.Broken == "" }

func (s *supervisor) watch(f func(Status)) {
	s.watchers = append(s.watchers, f)
	f(s.current())
}

// note tells the watchers that something has changed, at once or when the last
// time is long enough ago. That all is read they hear at once: somebody waits for it.
func (s *supervisor) note() {
	s.changed = true
	if s.cooling && !(s.toldBusy && s.idle()) {
		return
	}
	s.changed, s.cooling = false, true
	s.link.after(wire.ProgressEvery, func() {
		s.cooling = false
		if s.changed {
			s.note()
		}
	})
	status := s.current()
	s.toldBusy = status.Busy()
	for _, f := range s.watchers {
		f(status)
	}
}

func (s *supervisor) current() Status {
	status := s.status
	status.Starting = !s.ready && status.Broken == ""
	status.Answered = s.answered()
	s.each(0, func(u *upload) {
		status.Files++
		status.Opened += u.opened
		status.Failed += u.failed
		if n := u.opened + u.failed; n > 1 {
			if status.Several == nil {
				status.Several = map[int]int{}
			}
			status.Several[u.number] = n
		}
		if u.Kept {
			status.Kept += u.opened + u.failed
		}
		switch {
		case u.state == uploadDone:
			status.Done++
		case u.state != uploadWaits && status.Reading == "":
			status.Reading = u.Name
		}
	})
	return status
}
