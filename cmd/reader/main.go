//go:build js

// Reader is the program that reads pages, PDFs and text for the page's engine, which
// starts it in a worker below its own when it needs it (web/engine.js).
package main

import (
	"filingview/app/reader"
)

func main() { reader.RunInWorker() }
