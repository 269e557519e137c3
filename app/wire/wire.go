// Package wire holds the messages between the page and the engine, which runs in
// a worker, and their version.
//
// A message is a JSON header and, with some, a body of bytes, which is
// transferred and not copied. The page numbers its requests; the engine answers
// each exactly once with a Reply of the same ID, and sends Replies with ID 0 as
// events of its own. The engine is silent for more than [SilenceLimit] only if it
// hangs: while it works it sends a Progress at least every [ProgressEvery].
package wire

import (
	"filingview/parser/ownership"
	"time"
)

// Version is the version of the protocol. Page and engine are one program, so
// they differ only when a stale worker meets a new page; the answer is to
// restart the worker.
const Version = 1

const (
	// SilenceLimit is how long the engine may be silent with work before it,
	// before the page ends and restarts it.
	SilenceLimit = 5 * time.Second
	// ProgressEvery is how often a working engine reports.
	ProgressEvery = 100 * time.Millisecond
)

// Op names what a message is for.
type Op string

// Requests of the page, and behind each what answers it.
const (
	// Open reads a file: File, Name and the bytes as body. Answered when the
	// file is done, with Opened and Failed counted.
	Open Op = "open"
	// Cancel stops reading File, or everything if File is 0; what is already
	// opened stays. Answered at once; the Open is answered too.
	Cancel Op = "cancel"
	// List asks for a window of the list: From, Count and Query. Answered with
	// Entries, Matching and Total.
	List Op = "list"
	// Show asks for one filing by Ref. Answered with its JSON as body.
	Show Op = "show"
	// Export asks for Format of Refs, or of all filings if there are none.
	// Answered with Name, Type and the bytes as body.
	Export Op = "export"
	// Forget drops File, or everything if File is 0.
	Forget Op = "forget"
)

// Events of the engine, sent with ID 0.
const (
	// Ready: the engine runs.
	Ready Op = "ready"
	// Progress: File is being read; Opened and Failed count so far, Total all
	// entries of the list. Sent with changes and as a sign of life.
	Progress Op = "progress"
)

// Ref names an entry of the list: the page's number of the file, from 1, and the
// entry's place in it, from 0. It stays the same when the engine is restarted
// and reads the file again.
type Ref struct {
	File int `json:"file"`
	N    int `json:"n"`
}

// Request is what the page asks.
type Request struct {
	Version int    `json:"version"`
	ID      int    `json:"id"`
	Op      Op     `json:"op"`
	File    int    `json:"file,omitzero"`
	Name    string `json:"name,omitzero"`
	Ref     Ref    `json:"ref,omitzero"`
	Refs    []Ref  `json:"refs,omitempty"`
	From    int    `json:"from,omitzero"`
	Count   int    `json:"count,omitzero"`
	Query   string `json:"query,omitzero"`  // words that an entry must hold
	Format  string `json:"format,omitzero"` // sec, json or csv
}

// Reply is what the engine answers or tells.
type Reply struct {
	Version int    `json:"version"`
	ID      int    `json:"id,omitzero"`
	Op      Op     `json:"op"`
	Error   string `json:"error,omitzero"` // a sentence; the request was not done

	File     int     `json:"file,omitzero"`
	Opened   int     `json:"opened,omitzero"` // filings of the file read so far
	Failed   int     `json:"failed,omitzero"` // failures of the file so far
	Total    int     `json:"total,omitzero"`  // entries of the list, all files
	Matching int     `json:"matching,omitzero"`
	From     int     `json:"from,omitzero"`
	Entries  []Entry `json:"entries,omitempty"`
	Ref      Ref     `json:"ref,omitzero"`
	Name     string  `json:"name,omitzero"` // of an exported file
	Type     string  `json:"type,omitzero"` // its media type
}

// Entry is a line of the list: a filing, or a file or member that is none.
type Entry struct {
	Ref  Ref    `json:"ref"`
	Name string `json:"name"` // Source.Name, or the name of what failed
	// Failed is the sentence that says why there is no filing; empty for one.
	Failed string `json:"failed,omitzero"`

	Form    string   `json:"form,omitzero"`
	Issuer  string   `json:"issuer,omitzero"`
	Symbol  string   `json:"symbol,omitzero"`
	Owners  []string `json:"owners,omitempty"`
	Period  string   `json:"period,omitzero"`  // YYYY-MM-DD
	FiledAt string   `json:"filedAt,omitzero"` // YYYY-MM-DD, from an envelope
	TableI  int      `json:"tableI,omitzero"`  // rows
	TableII int      `json:"tableII,omitzero"` // rows
	// Errors and Warnings count the findings.
	Errors   int `json:"errors,omitzero"`
	Warnings int `json:"warnings,omitzero"`
}

// EntryOf sums up a filing for the list.
func EntryOf(ref Ref, f *ownership.Filing) Entry {
	e := Entry{
		Ref: ref, Name: f.Source.Name,
		Form:   string(f.DocumentType.V),
		Issuer: f.Issuer.Name.V, Symbol: f.Issuer.TradingSymbol.V,
		Period: f.PeriodOfReport.V.String(), FiledAt: f.Header.FiledAt.V.String(),
		TableI: len(f.TableI), TableII: len(f.TableII),
	}
	for i := range f.Owners {
		e.Owners = append(e.Owners, f.Owners[i].Name.V)
	}
	for i := range f.Findings {
		switch f.Findings[i].Severity {
		case ownership.Error:
			e.Errors++
		case ownership.Warning:
			e.Warnings++
		}
	}
	return e
}
