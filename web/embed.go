// Package web holds the page that the server serves: the scripts, styles and icons
// in this folder, as cmd/build has made them into dist together with the program.
package web

import (
	"embed"
	"fmt"
	"io/fs"
)

//go:embed all:dist
var dist embed.FS

// Page returns the built page: index.html, what it needs, and the packed form of
// each beside it with .br or .gz added to its name. Before the page is built there
// is only a placeholder.
func Page() fs.FS {
	page, err := fs.Sub(dist, "dist")
	if err != nil {
		panic(fmt.Sprintf("web: the embedded page: %v", err)) // only for a name that is no path
	}
	return page
}
