package session

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

// watchers are told of each change of the status, but not too often.
type watchers struct {
	all     []func(Status)
	pausing bool // they were told less than wire.ProgressEvery ago
	busy    bool // they were told that files are being read
	changed bool // the status has changed since they were told
}

func (s *supervisor) watch(f func(Status)) {
	s.watchers.all = append(s.watchers.all, f)
	f(s.current())
}

// notify tells the watchers that the status has changed: at once, or when they have
// not been told for long enough. The end of all reading is told at once, because
// somebody waits for it.
func (s *supervisor) notify() {
	w := &s.watchers
	w.changed = true
	if w.pausing && !(w.busy && s.idle()) {
		return
	}
	w.changed, w.pausing = false, true
	s.after(wire.ProgressEvery, func() {
		w.pausing = false
		if w.changed {
			s.notify()
		}
	})
	status := s.current()
	w.busy = status.Busy()
	for _, f := range w.all {
		f(status)
	}
}

func (s *supervisor) current() Status {
	status := s.status
	status.Starting = s.engine.phase == engineStarts
	status.Answered = s.host.answered(s.files)
	for _, u := range s.files {
		status.Files++
		status.Opened += u.opened
		status.Failed += u.failed
		if n := u.entries(); n > 1 {
			if status.Several == nil {
				status.Several = map[int]int{}
			}
			status.Several[u.number] = n
		}
		if u.Kept {
			status.Kept += u.entries()
		}
		switch {
		case u.state == uploadDone:
			status.Done++
		case u.state != uploadWaits && status.Reading == "":
			status.Reading = u.Name
		}
	}
	return status
}
