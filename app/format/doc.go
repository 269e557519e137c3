// Package format writes numbers, dates and counts as people read them. Every digit
// of a number stays.
package format
