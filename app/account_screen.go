package app

import (
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/account"
	"filingview/app/accounts"
	"filingview/app/dom"
	"filingview/app/format"
	"filingview/app/wire"
)

// accountScreen is the account that is shown and what is asked of the session for it.
type accountScreen struct {
	account.State

	page *root
}

// open asks for an account and shows it.
func (s *accountScreen) open(id string) {
	r := s.page
	s.Ask(id)
	r.session.Account(on(r.ctx), id, r.address.Filing, func(f *wire.FullAccount, err error) {
		if err != nil {
			s.Refuse(id, err.Error())
			r.settle(r.ctx)
			return
		}
		if !s.Answer(id, f, dom.Narrow()) {
			return // another one was asked for meanwhile
		}
		if r.target == "" {
			dom.ScrollToTop()
		}
		dom.Later(r.turn)
	})
}

// resized draws the plot in the form that fits the window.
func (s *accountScreen) resized() {
	if narrow := dom.Narrow(); !s.Fits(narrow) {
		s.page.ctx.Dispatch(func(app.Context) { s.Fit(narrow) })
	}
}

// draw draws more of the account until all is drawn that is to be.
func (s *accountScreen) draw(ctx app.Context) {
	if s.DrawMore() {
		ctx.Defer(func(app.Context) { dom.Later(s.page.turn) })
		return
	}
	s.page.settle(ctx)
}

// accountsScreen is the accounts of all filings and what is asked of the session for
// them.
type accountsScreen struct {
	accounts.State

	page *root
}

// pollEvery is how often the accounts are asked for while the ledger is at work.
const pollEvery = 300 * time.Millisecond

// refresh asks for the accounts of all filings, once at a time, and again until all
// are there.
func (s *accountsScreen) refresh() {
	r := s.page
	a := r.address
	if a.Accounts == "" || r.status.Files == 0 {
		return
	}
	q := accounts.Query{From: a.From, Which: a.Accounts, Words: a.Query, Sort: a.Sort}
	if !s.Refresh(q) {
		return
	}
	r.session.Accounts(on(r.ctx), q.From, accounts.WindowSize, q.Which, q.Words, q.Sort, func(b *wire.Balances, err error) {
		if err != nil {
			s.Refuse(q, err.Error())
			r.settle(r.ctx)
			return
		}
		again := s.Answer(q, b)
		if b.From > 0 && len(b.Window) == 0 {
			r.address.From = 0
		}
		switch {
		case again:
			s.refresh()
		case b.Done < b.Groups:
			time.AfterFunc(pollEvery, func() { r.ctx.Dispatch(func(app.Context) { s.refresh() }) })
		case r.address.Query != "":
			dom.Announce(format.Count(b.Matching, "account", "accounts"))
		}
		if s.Waits() {
			dom.Later(r.turn)
		}
		r.settle(r.ctx)
	})
}
