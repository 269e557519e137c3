package app

import (
	"runtime/debug"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// Main runs the page in the browser. It does not return. The one route fits
// wherever the page was put: web/boot.js sees to that. A route by pattern would
// bring in package regexp.
func Main() {
	app.RouteFunc("/", func() app.Composer { return new(root) })
	// A collection stops the page for up to 50 ms. Of what drawing a filing leaves
	// behind, ten megabytes, there need be none in its midst; past the limit, which
	// only a hostile filing comes near, they come as often as they must.
	debug.SetGCPercent(400)
	debug.SetMemoryLimit(256 << 20)
	app.RunWhenOnBrowser()
}
