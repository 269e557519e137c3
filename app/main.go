package app

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// Main runs the page in the browser, under whatever path it was put. It does not
// return.
func Main() {
	app.RouteWithRegexpFunc("", func() app.Composer { return new(root) })
	app.RunWhenOnBrowser()
}
