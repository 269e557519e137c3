//go:build js

// Viewer is the one program of the page. The script that starts it
// (web/boot.js) runs it twice: where there is a document it is the page, in a
// Web Worker it is the engine.
package main

import (
	"syscall/js"

	"filingview/app"
	"filingview/app/engine"
)

func main() {
	if js.Global().Get("document").IsUndefined() {
		engine.RunInWorker()
		return
	}
	app.Main()
}
