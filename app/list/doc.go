// Package list is the screen that lists what is open: filings, and files that could
// not be read.
package list
