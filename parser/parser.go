// Package parser turns the bytes of a file into the Section 16 filings inside.
package parser

import (
	"iter"

	"filingview/parser/ownership"
)

// Open yields the filings inside a file, each a filing or an error that names
// the file, the format, the place, the reason and what to do.
func Open(name string, data []byte) iter.Seq2[*ownership.Filing, error] {
	return func(yield func(*ownership.Filing, error) bool) {}
}
