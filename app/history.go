package app

import (
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/address"
	"filingview/app/dom"
)

// fragment is what stands after the # of the page's address.
func fragment() string { return app.Window().Get("location").Get("hash").String() }

func pushAddress(a address.Address) { writeAddress("pushState", a) }

func replaceAddress(a address.Address) { writeAddress("replaceState", a) }

// writeAddress goes past go-app, which knows paths and no states.
func writeAddress(how string, a address.Address) {
	location := app.Window().Get("location")
	url := location.Get("pathname").String() + location.Get("search").String() + a.String()
	app.Window().Get("history").Call(how, nil, "", url)
}

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

// step goes to an address without a step of Back in a frame, where Back is the
// host's.
func (r *root) step(a address.Address) {
	if !r.host.Framed {
		r.push(a)
		return
	}
	if a.String() != r.address.String() {
		replaceAddress(a)
	}
	r.arrive(a)
}

// wentTo follows the browser to another address: Back, Forward, or one typed in.
func (r *root) wentTo(fragment string) {
	if address.IsPlace(strings.TrimPrefix(fragment, "#")) {
		a := r.address.Follow(fragment)
		replaceAddress(a)
		r.arrive(a)
		return
	}
	r.arrive(address.Parse(fragment))
}

// follow goes where a link leads. Back then leads to the cell or note from which
// it was followed.
func (r *root) follow(href, from string) {
	if href == "#main" {
		dom.ByID("main").Call("focus")
		return
	}
	if from != "" && from != r.address.At {
		r.address.At = from
		replaceAddress(r.address)
	}
	r.push(r.address.Follow(href))
	r.host.tell(r.address.At)
}

// at notes a place in the address, without a step of Back.
func (r *root) at(id string) {
	r.address.At = id
	replaceAddress(r.address)
	r.host.tell(id)
}
