// Package filing is the screen of one filing: its head, its tables, its notes, what was
// found in it and repaired, and what the ledger says of its lines.
//
// A View is a filing made ready to be drawn, and State is the View that is shown and
// how far it is drawn: a large filing is drawn in chunks, so that the page answers its
// user in between.
package filing
