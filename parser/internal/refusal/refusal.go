// Package refusal has the error that says why a file gives no filing.
package refusal

import (
	"fmt"

	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

// Kind is what kind of refusal an [Error] is. It is an error itself, for errors.Is.
type Kind string

// The kinds of refusal.
const (
	// ErrFormat: the bytes are in no format that is read.
	ErrFormat Kind = "unknown format"
	// ErrForm: a document, but no Form 3, 4 or 5.
	ErrForm Kind = "not a Form 3, 4 or 5"
	// ErrDamaged: a filing, or an archive of some, too damaged to read.
	ErrDamaged Kind = "damaged"
	// ErrBound: larger, deeper or more than is read.
	ErrBound Kind = "over a bound"
)

// Error names the kind.
func (k Kind) Error() string { return string(k) }

// Error says in sentences why a file, or a member of one, gives no filing.
type Error struct {
	File   string // as Source.Name
	Format string // what the file is, "a ZIP archive"; empty if that is unknown
	Place  string // where in it, "byte 8,134 (line 210)"; empty for the whole
	Reason string // one or more sentences: what it is and why it is not read
	Advice string // a sentence: what to do
	Kind   Kind
}

// Error gives the file's name and the sentences.
func (e *Error) Error() string { return e.File + ": " + e.Sentence() }

// Sentence gives the sentences without the file's name.
func (e *Error) Sentence() string {
	s := e.Reason
	if e.Place != "" {
		s += " Place: " + e.Place + "."
	}
	if e.Advice != "" {
		s += " " + e.Advice
	}
	return s
}

// Unwrap gives the kind.
func (e *Error) Unwrap() error {
	if e.Kind == "" {
		return nil
	}
	return e.Kind
}

// Place writes a byte offset for people: with commas, and with its line.
func Place(source string, offset int) string {
	line, _ := ownership.LineColumn(source, offset)
	return fmt.Sprintf("byte %s (line %s)", wording.Number(offset), wording.Number(line))
}
