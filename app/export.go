package app

import (
	"filingview/app/dom"
	"filingview/app/wire"
)

// exports is what is being saved as a download.
type exports struct {
	page    *root
	format  string // what is being written; empty for nothing
	outcome string // the sentence of what became of the last
}

// save has the filings of refs, or all for none, written in a format and saved.
func (e *exports) save(format string, refs []wire.Ref) {
	r := e.page
	e.format, e.outcome = format, ""
	r.session.Export(on(r.ctx), format, refs, func(name string, err error) {
		e.format = ""
		if err != nil {
			e.outcome = "Not saved: " + err.Error()
		} else {
			e.outcome = "Saved as " + name + "."
		}
		dom.Announce(e.outcome)
	})
}
