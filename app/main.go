package app

import (
	"runtime/debug"
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// Main runs the page in the browser. It does not return. The one route fits
// wherever the page was put: web/boot.js sees to that. A route by pattern would
// bring in package regexp.
func Main() {
	app.RouteFunc("/", func() app.Composer { return newRoot() })
	// A collection stops the page for 50 ms and more: a program in a browser has one
	// thread, and an idle one collects to the end before it gives way. So it is put
	// off until ten or so large filings have been shown, or until there is no room.
	debug.SetGCPercent(800)
	debug.SetMemoryLimit(384 << 20)
	// The runtime has just started, which takes as long as the first drawing: let the
	// browser answer its user in between.
	time.Sleep(time.Millisecond)
	app.RunWhenOnBrowser()
}
