// Package wire holds the messages between the page and the engine, which runs in
// a worker, and their version.
//
// A message is a header, written by [Request.Encode] or [Reply.Encode], and, with
// some, a body of bytes, which is transferred and not copied. The page numbers
// its requests; the engine answers each exactly once with a Reply of the same ID,
// and sends Replies with ID 0 as events of its own. The engine is silent for more
// than [SilenceLimit] only if it hangs: while it works it sends a Progress at
// least every [ProgressEvery].
//
// Headers and filings are binary and not JSON: in a fresh wasm encoding/json
// takes 185 ms for its first big filing and 20 to 50 ms for the next, and the
// page must not stand still for that long.
package wire

import (
	"time"

	"filingview/parser/ownership"
)

// Version is the version of the protocol. Page and engine are one program, so
// they differ only when a stale worker meets a new page; the answer is to
// reload the page.
const Version = 8

const (
	// SilenceLimit is how long the engine may be silent with work before it,
	// before the page ends and restarts it.
	SilenceLimit = 5 * time.Second
	// ProgressEvery is how often a working engine reports.
	ProgressEvery = 100 * time.Millisecond
)

// Op names what a message is for.
type Op string

// Requests of the page, and after each what answers it.
const (
	// Open reads a file: File, Name and the bytes as body. Answered when the
	// file is done, with Opened and Failed counted and Stopped set if it was not
	// read to its end. With a Reason it is the second reading of a file that was
	// once stopped: the first Count entries are read as before, and Reason is
	// the sentence of one more entry.
	Open Op = "open"
	// Fail lists File, which the page could not read, as failed: Name and Reason.
	// Answered as Open is.
	Fail Op = "fail"
	// Cancel stops reading File, or all files and exports if File is 0; what is
	// already opened stays. Answered at once; what it stops is answered too.
	Cancel Op = "cancel"
	// List asks for a window of the list: From, Count and Query, and only of the
	// files that Refs name if there are any. Answered with Entries, Matching and
	// Total.
	List Op = "list"
	// Show asks for one filing by Ref. Answered with what AppendFiling writes as
	// body, Code bytes, and after it the filing's source.
	Show Op = "show"
	// Page asks for the words of a page of the source of the filing of Ref: From, the
	// page's number from 1. Answered with what EncodePage writes as body.
	Page Op = "page"
	// Export asks for Format of Refs, or of all filings if there are none.
	// Answered with Name, Type and the bytes as body, and in Opened the number
	// of filings exported.
	Export Op = "export"
	// Reconcile asks what the ledger says of the filing of Ref. Answered with a
	// [Reconciliation] as body.
	Reconcile Op = "reconcile"
	// Account asks for the account of an ID, among those of the filing of Ref if
	// there is one. Answered with a [FullAccount] as body.
	Account Op = "account"
	// Accounts asks for a window of all accounts: From, Count, Query, Which and
	// Sort. Answered at once with a [Balances] as body, of what is reconciled so
	// far; the engine then goes on with the rest.
	Accounts Op = "accounts"
	// Forget drops File, or everything if File is 0.
	Forget Op = "forget"
)

// Events of the engine, sent with ID 0.
const (
	// Ready: the engine runs.
	Ready Op = "ready"
	// Progress: the engine works on the request Working. Of an Open, File is
	// being read and Opened and Failed count its entries so far; Total counts all
	// entries of the list. Sent when an Open or an Export begins, and then as
	// often as ProgressEvery says.
	Progress Op = "progress"
)

// Ref names an entry of the list: the page's number of the file, from 1, and the
// entry's place in it, from 0. It stays the same when the engine is restarted
// and reads the file again.
type Ref struct {
	File int
	N    int
}

// Request is what the page asks. Encode writes its version.
type Request struct {
	ID     int
	Op     Op
	File   int
	Name   string
	Reason string // a sentence
	Ref    Ref
	Refs   []Ref
	From   int
	Count  int
	Query  string // words that an entry must hold
	Format string // sec, csv or json

	Account string // ID of an account
	Which   string // unexplained, explained or all accounts
	Sort    string // the name of a column, with a minus for the greatest first
}

// Reply is what the engine answers or tells. Encode writes its version.
type Reply struct {
	ID    int
	Op    Op
	Error string // a sentence; the request was not done

	Working  int // ID of the request that the engine works on
	File     int
	Opened   int    // filings of the file read so far
	Failed   int    // failures of the file so far
	Stopped  bool   // the file was not read to its end,
	Reason   string // and why: the sentence of its last entry
	Total    int    // entries of the list, all files
	Matching int    // entries that match the query
	From     int    // of a window
	Entries  []Entry
	Ref      Ref
	Code     int    // bytes of the body that are the filing itself
	Name     string // of an exported file
	Type     string // its media type
}

// Entry is a line of the list: a filing, or a file or member that is none.
type Entry struct {
	Ref  Ref
	Name string // Source.Name, or the name of what failed
	// Failed is the sentence that says why there is no filing; empty for one. It
	// does not repeat the name.
	Failed string

	Form    string // 3, 3/A, 4, …
	Issuer  string
	Symbol  string
	Owners  []string
	Period  string // YYYY-MM-DD
	FiledAt string // YYYY-MM-DD, from an envelope
	TableI  int    // rows
	TableII int    // rows
	// Errors and Warnings count the findings.
	Errors   int
	Warnings int
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
