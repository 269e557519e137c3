package app

import (
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/format"
	"filingview/app/markup"
	"filingview/app/wire"
)

// reconcile asks what the ledger says of the filing that is shown or about to be.
// The filing does not wait for it.
func (r *root) reconcile(ref wire.Ref) {
	r.reconciling = ref
	r.worker.Reconcile(r.ctx, ref, func(ctx app.Context, t *wire.Tally, err error) {
		if ref != r.reconciling {
			return // another filing was asked for meanwhile
		}
		r.told = &telling{ref: ref, tally: t}
		if err != nil {
			r.told.failure = err.Error()
		}
		r.tell()
	})
}

// telling is what the engine said of a filing's lines.
type telling struct {
	ref     wire.Ref
	tally   *wire.Tally
	failure string
}

// tell hands what the ledger says to the filing, if it is there, and has what it
// changes drawn again.
func (r *root) tell() {
	if r.told == nil || r.sheet == nil || r.sheet.ref != r.told.ref {
		return
	}
	r.sheet.tell(r.told.tally, r.told.failure)
	r.told = nil
	r.look.told()
	later(r.turn)
}

// why opens or shuts what is behind the state of a line.
func (r *root) why(path string) {
	for i, p := range r.look.open {
		if p == path {
			r.look.open = append(append([]string(nil), r.look.open[:i]...), r.look.open[i+1:]...)
			return
		}
	}
	r.look.open = append(append([]string(nil), r.look.open...), path)
}

// openAccount asks for an account and shows it.
func (r *root) openAccount(id string) {
	r.folioWanted, r.folio, r.folioRefused = id, nil, ""
	r.worker.Account(r.ctx, id, r.address.Filing, func(ctx app.Context, f *wire.Folio, err error) {
		if id != r.folioWanted {
			return
		}
		r.folioWanted = ""
		if err != nil {
			r.folioRefused = err.Error()
			r.settle(ctx)
			return
		}
		r.generation++
		r.folio = newFolio(f)
		r.folioLook = folioLook{narrow: narrowWindow(), room: folioRoom}
		if r.target == "" {
			scrollToTop()
		}
		later(r.turn)
	})
}

// narrowWindow reports whether the window is as wide as a phone's.
func narrowWindow() bool {
	width, _ := app.Window().Size()
	return width > 0 && width <= 704
}

// resized draws the plot in the form that fits the window.
func (r *root) resized() {
	if narrow := narrowWindow(); r.folio != nil && narrow != r.folioLook.narrow {
		r.ctx.Dispatch(func(app.Context) { r.folioLook.narrow = narrow })
	}
}

// drawAccount draws more of the account until all is drawn that is to be.
func (r *root) drawAccount(ctx app.Context) {
	if r.folio.next(&r.folioLook) {
		ctx.Defer(func(app.Context) { later(r.turn) })
		return
	}
	r.folioLook.done = true
	r.settle(ctx)
}

// leaf is a part of a table of the account as a component of its own, so that it
// is drawn once.
type leaf struct {
	app.Compo

	Of leafKey

	root *root
}

type leafKey struct {
	generation int
	part       folioPart
}

func (r *root) leaf(p folioPart) app.UI { return &leaf{Of: leafKey{r.generation, p}, root: r} }

// Render draws the part.
func (l *leaf) Render() app.UI {
	if l.root.folio == nil {
		return markup.El("tbody", "")
	}
	return l.root.folio.draw(l.Of.part)
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
	r.worker.Accounts(r.ctx, a.From, accountWindow, a.Accounts, a.Query, a.Sort, func(ctx app.Context, b *wire.Balances, err error) {
		r.weighing = false
		if err != nil {
			r.unweighed = err.Error()
			r.settle(ctx)
			return
		}
		r.unweighed = ""
		if b.From > 0 && len(b.Window) == 0 {
			r.address.From, r.outweighed = 0, true
		} else {
			r.balances = b
		}
		switch {
		case r.outweighed:
			r.weigh()
		case b.Done < b.Groups:
			time.AfterFunc(300*time.Millisecond, func() { r.ctx.Dispatch(func(app.Context) { r.weigh() }) })
		case r.address.Query != "":
			say(format.Count(b.Matching, "account", "accounts"))
		}
		if r.accountsDrawn < len(b.Window) {
			later(r.turn)
		}
		r.settle(ctx)
	})
}

// accountsAtOnce is how many rows the table of accounts gains in one turn.
const accountsAtOnce = 10

// beside draws what is shown instead of a filing, or nothing.
func (r *root) beside() app.UI {
	switch {
	case r.address.Account != "" && r.folioRefused != "":
		return markup.El("section", "refused", markup.Text("h1", "", "Not shown"), markup.Text("p", "", r.folioRefused).Attr("dir", "auto"))
	case r.address.Account != "" && r.folio != nil:
		v := r.folio.view(r.address, &r.folioLook, r.leaf)
		return v
	case r.address.Account != "":
		return markup.El("section", "folio", markup.Text("p", "sum", "Comparing the filings …")).Attr("aria-busy", "true")
	case r.address.Accounts != "":
		return balancesView(r.balances, r.accountsDrawn, r.address, r.unweighed)
	}
	return nil
}

// away reports whether something else than a filing or the list is shown.
func (r *root) away() bool { return r.address.Account != "" || r.address.Accounts != "" }

// point goes from one point of the plot to another by the arrow keys.
func (r *root) point(e app.Value) {
	from := closest(e, "a[data-point]")
	if !from.Truthy() {
		return
	}
	all := from.Call("closest", "svg").Call("querySelectorAll", "a[data-point]")
	n := -1
	for i := range all.Length() {
		if all.Index(i).Equal(from) {
			n = i
		}
	}
	to := n
	switch e.Get("key").String() {
	case "ArrowLeft", "ArrowUp":
		to--
	case "ArrowRight", "ArrowDown":
		to++
	case "Home":
		to = 0
	case "End":
		to = all.Length() - 1
	default:
		return
	}
	e.Call("preventDefault")
	if to = max(0, min(to, all.Length()-1)); to != n {
		from.Call("setAttribute", "tabindex", "-1")
		all.Index(to).Call("setAttribute", "tabindex", "0")
		all.Index(to).Call("focus")
	}
}
