package app

import (
	"filingview/app/address"
	"filingview/app/dom"
	"filingview/app/list"
	"filingview/app/session"
)

// heard takes in how the reading stands.
func (r *root) heard(s session.Status) {
	before := r.status
	r.status = s
	if seen(s) != seen(before) {
		r.refreshList()
		r.refreshAccounts()
	}
	news := s.Total != before.Total || before.Busy() && !s.Busy()
	if news && r.address.Filing.File > 0 && !r.filing.Shown() && r.filing.Refusal() == "" {
		r.openFiling(r.address.Filing)
	}
	if news && !s.Busy() {
		if r.filing.Shown() {
			r.reconcile(r.filing.Ref())
		}
		if r.address.Account != "" {
			r.openAccount(r.address.Account)
		}
	}
	if before.Files > 0 && s.Files == 0 {
		r.close()
		r.address.Account, r.address.Accounts = "", ""
		r.accounts.Forget()
	}
	// The page forgets at once, and the engine tells later that it has.
	r.known = min(r.known, s.Total)
	if s.Files == 0 {
		r.known = 0
	} else if s.Total > r.known && !s.Busy() {
		news := s.Total - r.known
		if r.known == 0 && s.Kept < s.Total {
			news -= s.Kept // what was just given, not what was there before
		}
		r.choose(news)
		r.known = s.Total
	}
	r.refreshHost()
	r.settle(r.ctx)
}

// choose goes to what was just opened: to the filing if it is only one and the
// address does not ask for another, else to the list.
func (r *root) choose(news int) {
	if (r.address.Filing.File > 0 || r.away()) && r.known == 0 {
		return
	}
	if r.host.Opening() || r.away() && r.host.View == "holdings" {
		return // refreshHost goes there
	}
	if news > 1 {
		if r.known > 0 {
			r.step(r.address.Follow("#"))
		}
		return
	}
	r.choosing = true
	r.session.List(on(r.ctx), r.status.Total-1, 1, "", func(l session.Listing, err error) {
		r.choosing = false
		if err == nil && len(l.Entries) == 1 {
			if e := l.Entries[0]; e.Failed == "" {
				r.step(r.address.Follow(address.OfFiling(e.Ref)))
			} else if r.known > 1 {
				r.step(r.address.Follow("#"))
			}
		}
		r.settle(r.ctx)
	})
}

// seen is how much is read.
func seen(s session.Status) list.Seen {
	return list.Seen{Total: s.Total, Failed: s.Failed, Done: s.Done}
}

// refreshList asks the engine for the list, once at a time.
func (r *root) refreshList() {
	q := list.Query{From: r.address.From, Words: r.address.Query, Seen: seen(r.status)}
	if !r.list.Refresh(q) {
		return
	}
	r.session.List(on(r.ctx), q.From, list.WindowSize, q.Words, func(l session.Listing, err error) {
		lacked := r.list.Lacks(q.Seen)
		var again bool
		if err != nil {
			r.saved = err.Error()
			again = r.list.Refuse(q, r.saved)
		} else {
			again = r.list.Answer(q, list.Window(l))
			if l.From > 0 && len(l.Entries) == 0 {
				r.address.From = 0
			} else if r.list.Waits() {
				dom.Later(r.turn)
			}
		}
		if again {
			r.refreshList()
			return
		}
		if text := r.list.Found(r.address.Query); text != "" && !lacked {
			dom.Announce(text)
		}
		r.settle(r.ctx)
	})
}
