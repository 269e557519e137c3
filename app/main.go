package app

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// Main runs the page in the browser. It does not return. The one route fits
// wherever the page was put: web/boot.js sees to that. A route by pattern would
// bring in package regexp.
func Main() {
	app.RouteFunc("/", func() app.Composer { return new(root) })
	app.RunWhenOnBrowser()
}
