package app

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/address"
	"filingview/app/dom"
	"filingview/app/wire"
)

// push goes to an address, so that Back leads here.
func (r *root) push(a address.Address) {
	if a.String() != r.address.String() {
		pushAddress(a)
	}
	r.arrive(a)
}

// arrive shows what an address says.
func (r *root) arrive(a address.Address) {
	before := r.address
	r.address = a
	r.still = false
	if path, ok := strings.CutPrefix(a.At, "cell-"); ok && a.Filing == before.Filing {
		r.source.LightUp(path)
	}
	r.target = a.At
	r.exports.outcome = ""
	if a.Query != before.Query || a.From != before.From {
		r.list.refresh()
	}
	switch {
	case a.Account == "":
		r.account.Close()
	case a.Account != before.Account:
		r.account.open(a.Account)
	}
	if a.Account == "" && a.Accounts != "" {
		if before.Accounts != a.Accounts || before.Query != a.Query || before.From != a.From || before.Sort != a.Sort || r.accounts.Balances == nil {
			r.accounts.refresh()
		}
		r.accounts.Again()
		dom.Later(r.turn)
	}
	if r.filing.Shown() && a.Account == "" && before.Account != "" {
		r.filing.Again()
		dom.Later(r.turn)
	}
	switch {
	case a.Filing.File == 0:
		r.close()
		r.list.Folded = false
	case !r.filing.Shows(a.Filing):
		r.filing.open(a.Filing)
	}
	r.settle(r.ctx)
}

// do does what an element of the page says when it is pressed.
func (r *root) do(ctx app.Context, what, with string) {
	switch what {
	case "names":
		r.address.SECNames = !r.address.SECNames
		replaceAddress(r.address)
	case "columns":
		r.address.All = !r.address.All
		replaceAddress(r.address)
	case "source":
		r.openSource(!r.address.Source)
		r.source.TakeFocus(r.address.Source)
	case "place":
		r.showPlace(with)
	case "more":
		if n, err := strconv.Atoi(with); err == nil && r.filing.More(n) {
			r.filing.draw(ctx)
		}
	case "why":
		r.filing.ToggleEvidence(with)
	case "more-lines":
		r.account.More()
		dom.Later(r.turn)
	case "sort":
		r.address.Sort, r.address.From = with, 0
		replaceAddress(r.address)
		r.accounts.refresh()
	case "export":
		r.exports.save(with, []wire.Ref{r.address.Filing})
	case "export-all":
		r.exports.save(with, nil)
	case "fold":
		r.list.Folded = !r.list.Folded
	case "from":
		if n, err := strconv.Atoi(with); err == nil {
			a := r.address
			a.From = n
			r.push(a)
		}
	case "cancel":
		r.session.Cancel(0)
	case "forget":
		r.session.Forget(0)
		r.push(address.Address{SECNames: r.address.SECNames, All: r.address.All, Source: r.address.Source, Rest: r.address.Rest})
	case "forget-file":
		if n, err := strconv.Atoi(with); err == nil {
			r.forget(n)
		}
	case "install":
		ctx.ShowAppInstallPrompt()
	}
}

// forget closes a file, and leaves the filing that is shown if it is of it.
func (r *root) forget(file int) {
	r.session.Forget(file)
	dom.Announce("Forgotten.")
	if r.address.Filing.File == file {
		a := r.address
		a.Filing, a.At, a.Account = wire.Ref{}, "", ""
		r.push(a)
	}
}

// filter narrows the list, letter by letter, without a step of Back for each.
func (r *root) filter(words string) {
	r.address.Query, r.address.From = words, 0
	replaceAddress(r.address)
	if r.address.Accounts != "" {
		r.accounts.refresh()
		return
	}
	r.list.refresh()
}
