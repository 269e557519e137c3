// Stands in for http.go of go-app v9.8.0 (MIT licence): without its server, which
// brings net/http into the page's program.

package app

import "strings"

// Handler is named by a function that panics in a browser.
type Handler struct{}

func isRemoteLocation(path string) bool {
	return strings.HasPrefix(path, "https://") ||
		strings.HasPrefix(path, "http://")
}

func isStaticResourcePath(path string) bool {
	return strings.HasPrefix(path, "/web/") ||
		strings.HasPrefix(path, "web/")
}
