// Package accounts is the screen that lists the accounts of all open filings, and says
// how many of their lines add up.
package accounts
