package app

import (
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/accounts"
	"filingview/app/dom"
	"filingview/app/format"
	"filingview/app/markup"
	"filingview/app/wire"
)

// reconcile asks what the ledger says of the filing that is shown or about to be.
// The filing does not wait for it.
func (r *root) reconcile(ref wire.Ref) {
	r.reconciling = ref
	r.session.Reconcile(on(r.ctx), ref, func(t *wire.Tally, err error) {
		if ref != r.reconciling {
			return // another filing was asked for meanwhile
		}
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
	r.account.Close()
	r.folioWanted, r.folioRefused = id, ""
	r.session.Account(on(r.ctx), id, r.address.Filing, func(f *wire.Folio, err error) {
		if id != r.folioWanted {
			return
		}
		r.folioWanted = ""
		if err != nil {
			r.folioRefused = err.Error()
			r.settle(r.ctx)
			return
		}
		r.account.Show(f, dom.Narrow())
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

// weigh asks for the accounts of all filings, once at a time, and again until all
// are there.
func (r *root) weigh() {
	if r.address.Accounts == "" || r.status.Files == 0 {
		return
	}
	if r.weighing {
		r.outweighed = true
		return
	}
	r.weighing, r.outweighed = true, false
	a := r.address
	r.session.Accounts(on(r.ctx), a.From, accounts.WindowSize, a.Accounts, a.Query, a.Sort, func(b *wire.Balances, err error) {
		r.weighing = false
		if err != nil {
			r.unweighed = err.Error()
			r.settle(r.ctx)
			return
		}
		r.unweighed = ""
		if b.From > 0 && len(b.Window) == 0 {
			r.address.From, r.outweighed = 0, true
		} else {
			r.accounts.Balances = b
		}
		switch {
		case r.outweighed:
			r.weigh()
		case b.Done < b.Groups:
			time.AfterFunc(300*time.Millisecond, func() { r.ctx.Dispatch(func(app.Context) { r.weigh() }) })
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
	case r.address.Account != "" && r.folioRefused != "":
		return markup.El("section", "refused", markup.Text("h1", "", "Not shown"), markup.Text("p", "", r.folioRefused).Attr("dir", "auto"))
	case r.address.Account != "" && r.account.Shown():
		return r.account.View(r.address)
	case r.address.Account != "":
		return markup.El("section", "folio", markup.Text("p", "sum", "Comparing the filings …")).Attr("aria-busy", "true")
	case r.address.Accounts != "":
		return r.accounts.View(r.address, r.unweighed)
	}
	return nil
}

// away reports whether something else than a filing or the list is shown.
func (r *root) away() bool { return r.address.Account != "" || r.address.Accounts != "" }
