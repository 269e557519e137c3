package app

import (
	"filingview/app/address"
	"filingview/app/dom"
	"filingview/app/list"
	"filingview/app/session"
)

// listScreen is the list and what is asked of the session for it.
type listScreen struct {
	list.State

	page     *root
	known    int  // entries when nothing was left to read
	choosing bool // the engine is asked which of the new entries to show
}

// seen is how much is read.
func seen(s session.Status) list.Seen {
	return list.Seen{Total: s.Total, Failed: s.Failed, Done: s.Done}
}

// refresh asks the engine for the list, once at a time.
func (l *listScreen) refresh() {
	r := l.page
	q := list.Query{From: r.address.From, Words: r.address.Query, Seen: seen(r.status)}
	if !l.Refresh(q) {
		return
	}
	r.session.List(on(r.ctx), q.From, list.WindowSize, q.Words, func(w session.Listing, err error) {
		lacked := l.Lacks(q.Seen)
		var again bool
		if err != nil {
			r.exports.outcome = err.Error()
			again = l.Refuse(q, err.Error())
		} else {
			again = l.Answer(q, list.Window(w))
			if w.From > 0 && len(w.Entries) == 0 {
				r.address.From = 0
			} else if l.Waits() {
				dom.Later(r.turn)
			}
		}
		if again {
			l.refresh()
			return
		}
		if text := l.Found(r.address.Query); text != "" && !lacked {
			dom.Announce(text)
		}
		r.settle(r.ctx)
	})
}

// follow goes to what was opened since the last time that nothing was left to read.
func (l *listScreen) follow(s session.Status) {
	// The page forgets at once, and the engine tells later that it has.
	l.known = min(l.known, s.Total)
	if s.Files == 0 {
		l.known = 0
	} else if s.Total > l.known && !s.Busy() {
		news := s.Total - l.known
		if l.known == 0 && s.Kept < s.Total {
			news -= s.Kept // what was just given, not what was there before
		}
		l.choose(news)
		l.known = s.Total
	}
}

// choose goes to what was just opened: to the filing if it is only one and the
// address does not ask for another, else to the list.
func (l *listScreen) choose(news int) {
	r := l.page
	if (r.address.Filing.File > 0 || r.away()) && l.known == 0 {
		return
	}
	if r.host.Opening() || r.away() && r.host.View == "holdings" {
		return // hosting.refresh goes there
	}
	if news > 1 {
		if l.known > 0 {
			r.step(r.address.Follow("#"))
		}
		return
	}
	l.choosing = true
	r.session.List(on(r.ctx), r.status.Total-1, 1, "", func(w session.Listing, err error) {
		l.choosing = false
		if err == nil && len(w.Entries) == 1 {
			if e := w.Entries[0]; e.Failed == "" {
				r.step(r.address.Follow(address.OfFiling(e.Ref)))
			} else if l.known > 1 {
				r.step(r.address.Follow("#"))
			}
		}
		r.settle(r.ctx)
	})
}
