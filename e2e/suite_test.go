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
}

// atOnce is how many tabs may be open together: more would only wait for each
// other, and make the page look slow.
const atOnce = 2

func TestPage(t *testing.T) {
	s := start(t)
	for _, c := range tests() {
		t.Run(c.name, func(t *testing.T) { c.run(t, s) })
	}
}

type test struct {
	name string
	run  func(*testing.T, *suite)
}

func tests() []test {
	return []test{
		// Those that measure come first and have the machine for themselves.
		{"thousand filings", thousandFilings},
		{"cancel", cancel},
		{"embed round trip", embedRoundTrip},

		{"real filing", realFiling},
		{"every cell", everyCell},
		{"alarm", alarm},
		{"ways in", waysIn},
		{"early", early},
		{"one of many", oneOfMany},
		{"again", again},
		{"besides", besides},
		{"wrong", wrong},
		{"notes", notes},
		{"keyboard", keyboard},
		{"every stop", everyStop},
		{"codes", codes},
		{"touch", touch},
		{"exports", exports},
		{"addresses", addresses},
		{"keeps", keeps},
		{"keeps for two", keepsForTwo},
		{"keeps no more than fits", keepsNoMoreThanFits},
		{"keeps away", keepsAway},
		{"keeps nothing framed", keepsNothingFramed},
		{"offline", offline},
		{"update", update},
		{"back from a note", backFromNote},
		{"engine closes", engineCloses},
		{"engine fails", engineFails},
		{"engine fails before", engineFailsBefore},
		{"engine hangs", engineHangs},
		{"engine is ended", engineIsEnded},
		{"policies", policies},
		{"headers", headers},
		{"hostile", hostile},
		{"giants", giants},
		{"PDF ends reader", pdfEndsReader},
		{"harmful PDFs", harmfulPDFs},
		{"layout", layout},
		{"paper", paper},
		{"narrow", narrow},
		{"accessible", accessible},
		{"shots", shots},
		{"store pictures", storePictures},
		{"ledger marks", ledgerMarks},
		{"ledger account", ledgerAccount},
		{"ledger balances", ledgerBalances},
		{"ledger looks", ledgerLooks},
		{"repairs", repairs},
		{"sources", sources},
		{"source pages", sourcePages},
		{"big source", bigSource},
		{"source looks", sourceLooks},
		{"embed talk", embedTalk},
		{"embed hostile", embedHostile},
		{"embed refused", embedRefused},
		{"embed sandbox", embedSandbox},
		{"embed isolated", embedIsolated},
		{"embed six", embedSix},
		{"embed by address", embedByAddress},
		{"embed guide", embedGuide},
	}
}
