package parser

import (
	"errors"
	"fmt"

	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

// What kind of refusal an [Error] is.
var (
	// ErrFormat: the bytes are in no format that is read.
	ErrFormat = errors.New("unknown format")
	// ErrForm: a document, but no Form 3, 4 or 5.
	ErrForm = errors.New("not a Form 3, 4 or 5")
	// ErrDamaged: a filing, or an archive of some, too damaged to read.
	ErrDamaged = errors.New("damaged")
	// ErrBound: larger, deeper or more than is read.
	ErrBound = errors.New("over a bound")
)

// Error says in sentences why a file, or a member of one, gives no filing.
type Error struct {
	File   string // as Source.Name
	Format string // what the file is, "a ZIP archive"; empty if that is unknown
	Place  string // where in it, "byte 8,134 (line 210)"; empty for the whole
	Reason string // one or more sentences: what it is and why it is not read
	Advice string // a sentence: what to do
	Kind   error  // ErrFormat, ErrForm, ErrDamaged or ErrBound
}

// Error gives the file's name and the sentences.
func (e *Error) Error() string {
	s := e.File + ": " + e.Sentence()
	return s
}

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
func (e *Error) Unwrap() error { return e.Kind }

// place writes a byte offset for people: grouped, with its line.
func place(source string, offset int) string {
	line, _ := ownership.LineColumn(source, offset)
	return fmt.Sprintf("byte %s (line %s)", wording.Number(offset), wording.Number(line))
}
