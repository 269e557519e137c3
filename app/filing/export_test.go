package filing

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/address"
	"filingview/app/wire"
	"filingview/parser/ownership"
)

// Draw returns the whole view of a filing as HTML, everything shown.
func Draw(f *ownership.Filing) string {
	s := New(wire.Ref{File: 1}, f)
	var l look
	for p := range parts {
		l.windows[p] = s.size(p) / window
	}
	s.drawAll(&l)
	return app.HTMLString(s.view(address.Address{}, 0, &l, func(c chunk) app.UI { return s.draw(c, &l) }))
}
