package app

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/address"
	"filingview/app/dom"
	"filingview/app/list"
	"filingview/app/markup"
	"filingview/app/session"
)

// root is the page: it holds what the screens share, and everything that is pressed
// comes to it. Each screen is a part of it that asks the session for what it shows.
type root struct {
	app.Compo

	ctx     app.Context
	session *session.Session
	status  session.Status
	address address.Address
	tip     tip
	turn    app.Func // calls drawMore
	focus   int      // where it was before the program ran
	focused bool     // something has had it since

	list     listScreen
	filing   filingScreen
	account  accountScreen
	accounts accountsScreen
	host     hosting      // the page around the frame
	source   sourceScreen // beside the tables
	exports  exports

	target string // the element to go to once it is drawn
	still  bool   // and without taking the focus

	installable bool // the browser can install the page as an app
}

// newRoot makes a page whose screens know it.
func newRoot() *root {
	r := new(root)
	r.list.page, r.filing.page, r.account.page, r.accounts.page = r, r, r, r
	r.source.page, r.host.page, r.exports.page = r, r, r
	return r
}

// OnInit looks where the focus is before what index.html shows is replaced.
func (r *root) OnInit() { r.focus = focusPlace() }

// OnMount has the engine started and the page listened to.
func (r *root) OnMount(ctx app.Context) {
	r.ctx = ctx
	focusAgain(r.focus)
	r.address = address.Parse(fragment())
	r.target = r.address.At // if what was kept brings it
	r.turn = callback(func([]app.Value) { r.drawMore() })
	dom.Later(callback(func([]app.Value) { ctx.Dispatch(r.begin) })) // drawing was enough for one turn
}

// begin starts the engine and listens to the page.
func (r *root) begin(ctx app.Context) {
	r.listen()
	alone()
	r.session = startSession()
	r.source.start()
	r.host.join()
	r.session.Watch(on(ctx), r.statusChanged)
}

// OnAppInstallChange hears that the browser can install the page, or no more.
func (r *root) OnAppInstallChange(ctx app.Context) { r.installable = ctx.IsAppInstallable() }

// Render draws the page.
func (r *root) Render() app.UI {
	return markup.El("div", "",
		skip(),
		bar(r.installable),
		progress(r.status, r.exports.format, r.exports.outcome),
		markup.El("main", "", r.content()).Attr("id", "main").Attr("tabindex", "-1"),
		cover()).Attr("id", "app")
}

func (r *root) content() app.UI {
	if r.status.Files == 0 {
		return welcome()
	}
	// Each stands in its place, shown or not: of two elements in one place the
	// second would be made anew, and a whole filing at once takes too long.
	beside := markup.El("nav", "").Attr("hidden", true)
	if r.listed() {
		beside = r.list.View(r.address, r.open())
	}
	var shown app.UI
	switch {
	case r.away():
		shown = r.beside()
	case r.filing.Refusal() != "":
		shown = markup.Refusal(r.filing.Refusal())
	case r.filing.Shown():
		shown = r.source.View(r.filing.View(r.address, r.status.Several[r.filing.Ref().File]), r.source.shown())
	case r.status.Opened == 0 && !r.reading():
		return markup.El("div", "desk", beside, drop())
	}
	class := "desk"
	if r.listed() && shown != nil {
		class += " both"
	}
	return markup.El("div", class, beside, shown)
}

// open says how much is open.
func (r *root) open() list.Open {
	return list.Open{Filings: r.status.Opened, Failed: r.status.Failed, Several: r.status.Several}
}

// listed reports whether the list has more to say than the filing that is shown
// or is about to be.
func (r *root) listed() bool {
	if r.address.Accounts != "" {
		return false
	}
	return r.status.Total > 1 || r.status.Failed > 0 ||
		r.status.Total > 0 && !r.filing.Shown() && !r.filing.Pending() && !r.list.choosing && !r.status.Busy()
}

// reading reports whether what is to be shown is not there yet.
func (r *root) reading() bool {
	switch {
	case r.address.Account != "":
		return r.status.Busy() || !r.account.Settled()
	case r.address.Accounts != "":
		return r.status.Busy() || !r.accounts.Settled()
	}
	return r.status.Busy() || r.list.choosing || r.list.Lacks(seen(r.status)) || r.listed() && r.list.Waits() ||
		r.filing.Pending() || r.filing.Shown() && !r.filing.Complete()
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

// statusChanged takes in how the reading stands.
func (r *root) statusChanged(s session.Status) {
	before := r.status
	r.status = s
	if seen(s) != seen(before) {
		r.list.refresh()
		r.accounts.refresh()
	}
	news := s.Total != before.Total || before.Busy() && !s.Busy()
	if news && r.address.Filing.File > 0 && !r.filing.Shown() && r.filing.Refusal() == "" {
		r.filing.open(r.address.Filing)
	}
	if news && !s.Busy() {
		if r.filing.Shown() {
			r.filing.reconcile(r.filing.Ref())
		}
		if r.address.Account != "" {
			r.account.open(r.address.Account)
		}
	}
	if before.Files > 0 && s.Files == 0 {
		r.close()
		r.address.Account, r.address.Accounts = "", ""
		r.accounts.Forget()
	}
	r.list.follow(s)
	r.host.refresh()
	r.settle(r.ctx)
}
