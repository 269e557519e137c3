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
	"os"
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
		t.Run(c.name, func(t *testing.T) {
			if c.long && !long() {
				t.Skip("it takes long: make test-long runs it")
			}
			c.run(t, &own)
		})
	}
}

// long reports whether the tests are run that take long.
func long() bool { return os.Getenv("LONG") != "" }

type test struct {
	name string
	run  func(*testing.T, *suite)
	// whole is what the page spares in its tabs; nil for all that can be.
	whole *spares
	// long tests are left to "make test-long": with them, the suite takes twice as long
	// as a change should have to wait.
	long bool
}

func tests() []test {
	whole, kept := &spares{}, &spares{reader: true}
	return []test{
		// Those that measure come first and have the machine for themselves.
		{"thousand filings", thousandFilings, nil, false},
		{"cancel", cancel, nil, false},
		{"embed round trip", embedRoundTrip, nil, true},

		{"real filing", realFiling, whole, false},
		{"every cell", everyCell, nil, true},
		{"alarm", alarm, nil, false},
		{"ways in", waysIn, nil, false},
		{"early", early, whole, false},
		{"one of many", oneOfMany, nil, false},
		{"again", again, nil, true},
		{"besides", besides, nil, true},
		{"wrong", wrong, nil, true},
		{"strays", strays, nil, false},
		{"faults", faults, nil, false},
		{"data set", dataSet, nil, false},
		{"quarter", quarter, nil, true},
		{"notes", notes, nil, false},
		{"keyboard", keyboard, nil, false},
		{"every stop", everyStop, nil, true},
		{"codes", codes, nil, false},
		{"touch", touch, nil, true},
		{"exports", exports, nil, false},
		{"addresses", addresses, nil, true},
		{"keeps", keeps, kept, false},
		{"keeps for two", keepsForTwo, kept, true},
		{"keeps no more than fits", keepsNoMoreThanFits, kept, false},
		{"keeps away", keepsAway, kept, true},
		{"keeps nothing framed", keepsNothingFramed, kept, false},
		{"offline", offline, kept, false},
		{"update", update, kept, false},
		{"back from a note", backFromNote, nil, false},
		{"engine closes", engineCloses, nil, true},
		{"engine fails", engineFails, nil, false},
		{"engine fails before", engineFailsBefore, nil, true},
		{"engine hangs", engineHangs, nil, false},
		{"engine is ended", engineIsEnded, nil, true},
		{"policies", policies, nil, false},
		{"headers", headers, whole, false},
		{"hostile", hostile, nil, false},
		{"giants", giants, nil, true},
		{"PDF ends reader", pdfEndsReader, whole, false},
		{"harmful PDFs", harmfulPDFs, nil, true},
		{"layout", layout, nil, true},
		{"paper", paper, nil, false},
		{"narrow", narrow, nil, false},
		{"accessible", accessible, nil, false},
		{"shots", shots, nil, false},
		{"store pictures", storePictures, nil, false},
		{"ledger marks", ledgerMarks, nil, false},
		{"ledger account", ledgerAccount, nil, false},
		{"ledger balances", ledgerBalances, nil, true},
		{"ledger looks", ledgerLooks, nil, true},
		{"rulebook", rulebook, nil, false},
		{"repairs", repairs, nil, false},
		{"sources", sources, nil, true},
		{"source pages", sourcePages, nil, false},
		{"big source", bigSource, nil, true},
		{"source looks", sourceLooks, nil, true},
		{"embed talk", embedTalk, nil, false},
		{"embed examples", embedExamples, nil, false},
		{"embed hostile", embedHostile, nil, false},
		{"embed refused", embedRefused, nil, false},
		{"embed sandbox", embedSandbox, nil, false},
		{"embed isolated", embedIsolated, nil, true},
		{"embed six", embedSix, nil, true},
		{"embed by address", embedByAddress, nil, true},
		{"embed guide", embedGuide, nil, true},
	}
}
