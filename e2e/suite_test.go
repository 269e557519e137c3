//go:build e2e

// Package e2e_test drives the built page in a real browser, served by the real
// server.
//
// All tests run in one browser, each in a tab with a profile of its own, whose
// every request goes through a witness (witness_test.go) and whose every
// complaint is heard (tab_test.go). A test fails if a request leaves the origin,
// if there is any request once the page is ready, or if the browser complains.
package e2e_test

import (
	"context"
	"testing"
)

// suite is what all tests share.
type suite struct {
	browser context.Context
	server  string // the address of the page on the real server, ending in /
	static  string // the same on a plain static host, under a path
	tool    string // the binary of the tool
	slots   chan struct{}
	witness *witness // of all tabs, where the browser has one profile for them; else nil
	spares
}

// spares is what the page does not do in a tab, since it costs more than most tests.
type spares struct {
	reader bool // load what it may need later: the tab tells it to spare the line
	worker bool // keep itself for later: the tab has no service workers
}

// atOnce is how many tabs may be open together: more would only wait for each
// other, and make the page look slow.
const atOnce = 3

func TestPage(t *testing.T) {
	s := start(t)
	for _, c := range tests() {
		own := *s
		if own.spares = (spares{reader: true, worker: true}); c.whole != nil {
			own.spares = *c.whole
		}
		t.Run(c.name, func(t *testing.T) { c.run(t, &own) })
	}
}

type test struct {
	name string
	run  func(*testing.T, *suite)
	// whole is what the page spares in its tabs; nil for all that can be.
	whole *spares
}

func tests() []test {
	whole, kept := &spares{}, &spares{reader: true}
	return []test{
		// Those that measure come first and have the machine for themselves.
		{"thousand filings", thousandFilings, nil},
		{"cancel", cancel, nil},
		{"embed round trip", embedRoundTrip, nil},

		{"real filing", realFiling, whole},
		{"every cell", everyCell, nil},
		{"alarm", alarm, nil},
		{"ways in", waysIn, nil},
		{"early", early, whole},
		{"one of many", oneOfMany, nil},
		{"again", again, nil},
		{"besides", besides, nil},
		{"wrong", wrong, nil},
		{"notes", notes, nil},
		{"keyboard", keyboard, nil},
		{"every stop", everyStop, nil},
		{"codes", codes, nil},
		{"touch", touch, nil},
		{"exports", exports, nil},
		{"addresses", addresses, nil},
		{"keeps", keeps, kept},
		{"keeps for two", keepsForTwo, kept},
		{"keeps no more than fits", keepsNoMoreThanFits, kept},
		{"keeps away", keepsAway, kept},
		{"keeps nothing framed", keepsNothingFramed, kept},
		{"offline", offline, kept},
		{"update", update, kept},
		{"back from a note", backFromNote, nil},
		{"engine closes", engineCloses, nil},
		{"engine fails", engineFails, nil},
		{"engine fails before", engineFailsBefore, nil},
		{"engine hangs", engineHangs, nil},
		{"engine is ended", engineIsEnded, nil},
		{"policies", policies, nil},
		{"headers", headers, whole},
		{"hostile", hostile, nil},
		{"giants", giants, nil},
		{"PDF ends reader", pdfEndsReader, whole},
		{"harmful PDFs", harmfulPDFs, nil},
		{"layout", layout, nil},
		{"paper", paper, nil},
		{"narrow", narrow, nil},
		{"accessible", accessible, nil},
		{"shots", shots, nil},
		{"store pictures", storePictures, nil},
		{"ledger marks", ledgerMarks, nil},
		{"ledger account", ledgerAccount, nil},
		{"ledger balances", ledgerBalances, nil},
		{"ledger looks", ledgerLooks, nil},
		{"repairs", repairs, nil},
		{"sources", sources, nil},
		{"source pages", sourcePages, nil},
		{"big source", bigSource, nil},
		{"source looks", sourceLooks, nil},
		{"embed talk", embedTalk, nil},
		{"embed hostile", embedHostile, nil},
		{"embed refused", embedRefused, nil},
		{"embed sandbox", embedSandbox, nil},
		{"embed isolated", embedIsolated, nil},
		{"embed six", embedSix, nil},
		{"embed by address", embedByAddress, nil},
		{"embed guide", embedGuide, nil},
	}
}
