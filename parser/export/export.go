// Package export writes filings down for other programs: as the SEC's eight
// insider-transaction tables, as the same tables in CSV, and as JSON.
//
// # Tables
//
// The tables and their columns are those of the SEC's quarterly "Insider
// Transactions Data Sets", the SEC's spelling EXCERCISE_DATE included. Dates are
// DD-MON-YYYY, flags 1 or 0, numbers as filed and never grouped, text as filed
// with its entities decoded once and each run of white space made one space. A
// cell that could not be read as its kind has the text of the document; a cell
// that is absent or blank is empty. A _FN column has the ids of the footnotes
// cited on the very cell, joined by ", ". FILING_DATE and FILE_NUMBER are facts of
// EDGAR's envelope and empty without one.
//
// sec is tab-separated, without quotes: no cell holds a tab or a line break.
// csv is RFC 4180. Neither alters a cell for the sake of a spreadsheet: what
// begins with =, +, - or @ is as filed, and a spreadsheet that guesses may take
// it for a formula. Import such columns as text.
//
// # Keys
//
// ACCESSION_NUMBER ties the tables together. It is the accession number of the
// envelope, else the name of the file without its last extension. Two filings of
// one export never share a key, because a join would then mix their rows: where
// the key is taken the second filing gets #2 after it, the third #3, in the
// order of writing ([Writer.Repeats] lists them). No row is dropped, the rows of
// a filing given twice neither: whether two copies are one filing is for the
// reader to say. _SK is the number of the row in its table, from 1.
//
// # JSON
//
// filings.jsonl has one filing a line, in the JSON that the schema
// filing.schema.json describes.
package export

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"filingview/parser/ownership"
)

// ErrFormat is the error of a format that does not exist.
var ErrFormat = errors.New("no such export format")

// Format is one way to write filings down.
type Format struct {
	Name  string // as given to the tool: sec, csv, json
	Title string // for people
	Type  string // media type of the files
	open  func(create Create) (sink, error)
}

// Formats returns all formats in the order in which to offer them.
func Formats() []Format {
	return []Format{
		{"sec", "SEC tables (TSV)", "text/tab-separated-values; charset=utf-8", openTSV},
		{"csv", "SEC tables (CSV)", "text/csv; charset=utf-8", openCSV},
		{"json", "JSON, one filing a line", "application/x-ndjson", openLines},
	}
}

// FormatOf returns the format of the name. The error wraps [ErrFormat] and lists
// the names that there are.
func FormatOf(name string) (Format, error) {
	var names []string
	for _, f := range Formats() {
		if f.Name == name {
			return f, nil
		}
		names = append(names, f.Name)
	}
	return Format{}, fmt.Errorf("%w: %q (there are %s)", ErrFormat, name, strings.Join(names, ", "))
}

// Create opens an output file by its name, such as SUBMISSION.tsv. The export
// closes it.
type Create func(name string) (io.WriteCloser, error)

// sink takes filings one by one.
type sink interface {
	write(f *ownership.Filing) error
	close() error
	repeats() []Repeat
}

// Repeat is a filing whose key another one had already taken.
type Repeat struct {
	Name string // the filing's Source.Name
	Key  string // the ACCESSION_NUMBER that its rows got instead
}

// Writer writes filings one by one and holds none of them: an export of
// thousands needs memory for their keys alone.
type Writer struct{ sink sink }

// NewWriter opens the files of an export, all of them, so that a table without
// rows still has its header. The error wraps [ErrFormat] or create's.
func NewWriter(format string, create Create) (*Writer, error) {
	f, err := FormatOf(format)
	if err != nil {
		return nil, err
	}
	s, err := f.open(create)
	if err != nil {
		return nil, fmt.Errorf("export %s: %w", format, err)
	}
	return &Writer{s}, nil
}

// Write adds a filing to the export.
func (w *Writer) Write(f *ownership.Filing) error {
	if err := w.sink.write(f); err != nil {
		return fmt.Errorf("export %s: %w", f.Source.Name, err)
	}
	return nil
}

// Repeats returns the filings that could not have their own key, in the order
// of writing.
func (w *Writer) Repeats() []Repeat { return w.sink.repeats() }

// Close writes what is left and closes the files. Without it, or if it fails,
// the export is incomplete.
func (w *Writer) Close() error { return w.sink.close() }
