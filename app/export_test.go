package app

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/wire"
	"filingview/parser/ownership"
)

// Draw returns the whole view of a filing as HTML, everything shown.
func Draw(f *ownership.Filing) string {
	s := newSheet(wire.Ref{File: 1}, f)
	l := look{drawn: 1 << 30, done: true}
	for p := range parts {
		l.windows[p] = s.size(p) / window
	}
	return app.HTMLString(s.view(&l, s.draw))
}
