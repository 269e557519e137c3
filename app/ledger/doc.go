// Package ledger draws what several screens show of the ledger: the state of a line,
// how many lines are in which state, the name of an account, and the filings that it
// was reported in.
package ledger
