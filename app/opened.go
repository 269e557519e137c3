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
	if s.Total != before.Total || s.Failed != before.Failed || s.Done != before.Done {
		r.behind = true
		r.refresh()
		r.weigh()
	}
	news := s.Total != before.Total || before.Busy() && !s.Busy()
	if news && r.address.Filing.File > 0 && !r.filing.Shown() && r.refused == "" {
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
		r.address.Account, r.address.Accounts, r.accounts.Balances = "", "", nil
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
	r.hostHeard()
	r.settle(r.ctx)
}

// choose goes to what was just opened: to the filing if it is only one and the
// address does not ask for another, else to the list.
func (r *root) choose(news int) {
	if (r.address.Filing.File > 0 || r.away()) && r.known == 0 {
		return
	}
	if len(r.host.asked) > 0 || r.away() && r.host.view == "holdings" {
		return // hostShown goes there
	}
	if news > 1 {
		if r.known > 0 {
			r.step(r.address.Follow("#"))
		}
		return
	}
	r.settling = true
	r.session.List(on(r.ctx), r.status.Total-1, 1, "", func(l session.Listing, err error) {
		r.settling = false
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

// refresh asks the engine for the list, once at a time.
func (r *root) refresh() {
	if r.asking {
		r.stale = true
		return
	}
	r.asking, r.stale = true, false
	r.session.List(on(r.ctx), r.address.From, list.WindowSize, r.address.Query, func(l session.Listing, err error) {
		r.asking = false
		if err != nil {
			r.saved = err.Error()
		} else if l.From > 0 && len(l.Entries) == 0 {
			r.address.From, r.stale = 0, true
		} else {
			r.list.Window = list.Window(l)
			if r.list.Waits() {
				dom.Later(r.turn)
			}
		}
		if r.stale {
			r.refresh()
			return
		}
		if text := r.list.Found(r.address.Query); text != "" && !r.behind {
			dom.Announce(text)
		}
		r.behind = false
		r.settle(r.ctx)
	})
}
