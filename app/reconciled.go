package app

import (
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/accounts"
	"filingview/app/dom"
	"filingview/app/format"
	"filingview/app/wire"
)

// reconcile asks what the ledger says of the filing that is shown or about to be.
// The filing does not wait for it.
func (r *root) reconcile(ref wire.Ref) {
	r.session.Reconcile(on(r.ctx), ref, func(t *wire.Tally, err error) {
		failure := ""
		if err != nil {
			failure = err.Error()
		}
		if r.filing.Tell(ref, t, failure) {
			dom.Later(r.turn)
		}
	})
}

// openAccount asks for an account and shows it.
func (r *root) openAccount(id string) {
	r.account.Ask(id)
	r.session.Account(on(r.ctx), id, r.address.Filing, func(f *wire.Folio, err error) {
		if err != nil {
			r.account.Refuse(id, err.Error())
			r.settle(r.ctx)
			return
		}
		if !r.account.Answer(id, f, dom.Narrow()) {
			return // another one was asked for meanwhile
		}
		if r.target == "" {
			dom.ScrollToTop()
		}
		dom.Later(r.turn)
	})
}

// resized draws the plot in the form that fits the window.
func (r *root) resized() {
	if narrow := dom.Narrow(); !r.account.Fits(narrow) {
		r.ctx.Dispatch(func(app.Context) { r.account.Fit(narrow) })
	}
}

// drawAccount draws more of the account until all is drawn that is to be.
func (r *root) drawAccount(ctx app.Context) {
	if r.account.DrawMore() {
		ctx.Defer(func(app.Context) { dom.Later(r.turn) })
		return
	}
	r.settle(ctx)
}

// refreshAccounts asks for the accounts of all filings, once at a time, and again until
// all are there.
func (r *root) refreshAccounts() {
	a := r.address
	if a.Accounts == "" || r.status.Files == 0 {
		return
	}
	q := accounts.Query{From: a.From, Which: a.Accounts, Words: a.Query, Sort: a.Sort}
	if !r.accounts.Refresh(q) {
		return
	}
	r.session.Accounts(on(r.ctx), q.From, accounts.WindowSize, q.Which, q.Words, q.Sort, func(b *wire.Balances, err error) {
		if err != nil {
			r.accounts.Refuse(q, err.Error())
			r.settle(r.ctx)
			return
		}
		again := r.accounts.Answer(q, b)
		if b.From > 0 && len(b.Window) == 0 {
			r.address.From = 0
		}
		switch {
		case again:
			r.refreshAccounts()
		case b.Done < b.Groups:
			time.AfterFunc(300*time.Millisecond, func() { r.ctx.Dispatch(func(app.Context) { r.refreshAccounts() }) })
		case r.address.Query != "":
			dom.Announce(format.Count(b.Matching, "account", "accounts"))
		}
		if r.accounts.Waits() {
			dom.Later(r.turn)
		}
		r.settle(r.ctx)
	})
}

// beside draws what is shown instead of a filing, or nothing.
func (r *root) beside() app.UI {
	switch {
	case r.address.Account != "":
		return r.account.View(r.address)
	case r.address.Accounts != "":
		return r.accounts.View(r.address)
	}
	return nil
}

// away reports whether something else than a filing or the list is shown.
func (r *root) away() bool { return r.address.Account != "" || r.address.Accounts != "" }
