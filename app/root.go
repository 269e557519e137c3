package app

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/account"
	"filingview/app/accounts"
	"filingview/app/address"
	"filingview/app/dom"
	"filingview/app/filing"
	"filingview/app/list"
	"filingview/app/markup"
	"filingview/app/session"
	"filingview/app/wire"
	"filingview/parser/ownership"
)

// root is the page: it holds the state, and everything that is pressed comes to it.
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

	list   list.State
	behind bool // and it does not have what was just opened
	asking bool // the engine has been asked for the list
	stale  bool // and there is reason to ask again
	known  int  // entries when nothing was left to read

	filing   filing.State
	wanted   wire.Ref          // the filing that the engine has been asked for
	arrived  *ownership.Filing // it, as the engine gave it
	ready    *filing.View      // it, as it will be shown
	refused  string            // the sentence of why there is none
	target   string            // the element to go to once it is drawn
	settling bool              // the engine is asked which of the new entries to show

	reconciling  wire.Ref // the filing that the ledger was asked about
	account      account.State
	folioWanted  string // the account that the engine has been asked for
	folioRefused string // the sentence of why there is none

	accounts   accounts.State
	unweighed  string // the sentence of why there are none
	weighing   bool   // the engine has been asked for the accounts
	outweighed bool   // and there is reason to ask again

	view     viewing         // of the source beside the tables
	growTurn app.Func        // calls grow
	place    *ownership.Span // the place of the source to go to
	still    bool            // go to target without taking the focus
	enter    bool            // give the source the focus once it is drawn

	host host // the page around

	installable bool // the browser can install the page as an app

	exporting string // the format that is being written
	saved     string // the sentence of the last export
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
	r.growTurn = callback(func([]app.Value) { r.grow() })
	dom.Later(callback(func([]app.Value) { ctx.Dispatch(r.begin) })) // drawing was enough for one turn
}

// begin starts the engine and listens to the page.
func (r *root) begin(ctx app.Context) {
	r.listen()
	alone()
	r.session = startSession()
	r.join()
	r.session.Watch(on(ctx), r.heard)
}

// OnAppInstallChange hears that the browser can install the page, or no more.
func (r *root) OnAppInstallChange(ctx app.Context) { r.installable = ctx.IsAppInstallable() }

// Render draws the page.
func (r *root) Render() app.UI {
	return markup.El("div", "",
		skip(),
		bar(r.installable),
		progress(r.status, r.exporting, r.saved),
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
	case r.refused != "":
		shown = markup.El("section", "refused", markup.Text("h1", "", "Not shown"), markup.Text("p", "", r.refused).Attr("dir", "auto"))
	case r.filing.Shown():
		shown = r.pair(r.filing.View(r.address, r.status.Several[r.filing.Ref().File]))
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
		r.status.Total > 0 && !r.filing.Shown() && r.wanted.File == 0 && !r.settling && !r.status.Busy()
}

// reading reports whether what is to be shown is not there yet.
func (r *root) reading() bool {
	switch {
	case r.address.Account != "":
		return r.status.Busy() || r.folioRefused == "" && !r.account.Complete()
	case r.address.Accounts != "":
		return r.status.Busy() || r.unweighed == "" && (r.accounts.Balances == nil || r.accounts.Waits())
	}
	return r.status.Busy() || r.settling || r.behind || r.listed() && r.list.Waits() ||
		r.wanted.File > 0 || r.filing.Shown() && !r.filing.Complete()
}
