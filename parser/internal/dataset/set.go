// Package dataset reads the SEC's Insider Transactions Data Sets (form345.zip): eight tables
// with the cells of all Forms 3, 4 and 5 of a quarter, joined by the accession number of a
// filing. Each filing is made from its lines, and its source is an excerpt of the tables
// with these lines, so that each cell has a place in it.
//
// Nothing is made of a set by halves: what of it is damaged in a way that any filing may
// suffer from has it refused, what one filing suffers from is a finding of that filing.
package dataset

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"iter"
	"path"
	"strings"

	"filingview/parser/internal/refusal"
	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

// Bounds. A quarter has some 55,000 filings, 700,000 lines and 90 MB.
const (
	maxTable   = 128 << 20 // bytes of one table
	maxTables  = 512 << 20 // of all tables of an archive
	maxLines   = 4_000_000 // of one table
	maxFilings = 100_000   // of an archive
	maxRatio   = 300       // unpacked to packed
	freeRatio  = 4 << 20   // tables up to this size may pack as well as they like
	// Bounds of one filing. EDGAR allows 30 lines a table, 10 owners and 99 notes.
	maxRows, maxOwners, maxNotes = 20_000, 1_000, 10_000
)

const what = "one of the SEC's Insider Transactions Data Sets (form345.zip)"

// kind is one of the tables.
type kind uint8

const (
	submission kind = iota
	reportingOwner
	nonderivTrans
	nonderivHolding
	derivTrans
	derivHolding
	footnotes
	ownerSignature
	kinds = iota
)

var names = [kinds]string{"SUBMISSION", "REPORTINGOWNER", "NONDERIV_TRANS", "NONDERIV_HOLDING", "DERIV_TRANS", "DERIV_HOLDING", "FOOTNOTES", "OWNER_SIGNATURE"}

func (k kind) String() string { return names[k] + ".tsv" }

// isLines reports whether the lines of the table are lines of Table I or II.
func (k kind) isLines() bool { return k >= nonderivTrans && k <= derivHolding }

// kindOf says which table a file is, by its name in any folder.
func kindOf(name string) (kind, bool) {
	base := path.Base(strings.ReplaceAll(name, `\`, "/"))
	for k, stem := range names {
		if strings.EqualFold(base, stem+".tsv") {
			return kind(k), true
		}
	}
	return 0, false
}

// Is reports whether two or more of the tables are among the files of a ZIP. One alone may
// be of another data set: that of the 13F has a SUBMISSION.tsv, too.
func Is(files []*zip.File) bool {
	var seen [kinds]bool
	n := 0
	for _, f := range files {
		if k, ok := kindOf(f.Name); ok && !seen[k] {
			seen[k] = true
			n++
		}
	}
	return n >= 2
}

// IsPart reports whether a file is one of the tables, or what the SEC puts beside them.
func IsPart(name string) bool {
	if _, ok := kindOf(name); ok {
		return true
	}
	base := strings.ToLower(path.Base(name))
	return strings.Contains(base, "metadata") || strings.Contains(base, "readme")
}

// IsZip reports whether data is a ZIP with such tables.
func IsZip(data []byte) bool {
	if !bytes.HasPrefix(data, []byte("PK")) {
		return false
	}
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	return (err == nil || errors.Is(err, zip.ErrInsecurePath)) && Is(r.File)
}

// Filings yields the filings of the tables in a ZIP, in the order of SUBMISSION.tsv, and
// before them errors for what of the tables is not read; of several sets in folders of
// their own one after the other. An error is an *refusal.Error.
func Filings(name string, data []byte) iter.Seq2[*ownership.Filing, error] {
	return func(yield func(*ownership.Filing, error) bool) {
		r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
			yield(nil, refuse(refusal.ErrDamaged, "the archive is damaged ("+err.Error()+")"))
			return
		}
		budget := budget{bytes: maxTables, filings: maxFilings}
		for folder, files := range folders(r.File) {
			at := name
			if folder != "." {
				at += "/" + folder
			}
			s, err := open(at, files, &budget)
			if err != nil {
				if folder != "." {
					err.Place = "the folder " + folder
				}
				if !yield(nil, err) {
					return
				}
				continue
			}
			for f, err := range s.filings(&budget) {
				if !yield(f, err) {
					return
				}
			}
		}
	}
}

// budget is what an archive may still hold.
type budget struct {
	bytes   int64
	filings int
}

// folders yields the tables folder by folder.
func folders(files []*zip.File) iter.Seq2[string, []*zip.File] {
	var order []string
	of := map[string][]*zip.File{}
	for _, f := range files {
		if _, ok := kindOf(f.Name); !ok {
			continue
		}
		folder := shown(path.Dir(strings.ReplaceAll(f.Name, `\`, "/")))
		if of[folder] == nil {
			order = append(order, folder)
		}
		of[folder] = append(of[folder], f)
	}
	return func(yield func(string, []*zip.File) bool) {
		for _, folder := range order {
			if !yield(folder, of[folder]) {
				return
			}
		}
	}
}

// shown makes a piece of a file fit for a name, which is only ever shown.
func shown(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return '�'
		}
		return r
	}, strings.ToValidUTF8(s, "�"))
}

// set is the tables of one data set.
type set struct {
	name    string // of the archive and the folder
	tables  [kinds]*table
	key     map[string]int32 // accession number → place in SUBMISSION.tsv
	skipped map[int32]bool   // lines of SUBMISSION.tsv that no filing is made of
	// repeated names the lines that are the same as one of SUBMISSION.tsv.
	repeated map[int32][]string
	said     []*refusal.Error // what is not read
	notices  []notice         // what holds for each filing
}

// notice is something to say of each filing that has lines of one of the tables, or of all.
type notice struct {
	of    kind           // the table; kinds for all filings
	since ownership.Date // it is said of filings from that day on
	say   string
}

// open unpacks and indexes the tables of one set.
func open(name string, files []*zip.File, left *budget) (*set, *refusal.Error) {
	s := &set{name: name, skipped: map[int32]bool{}, repeated: map[int32][]string{}}
	var packed [kinds]*zip.File
	for _, f := range files {
		k, _ := kindOf(f.Name)
		if packed[k] != nil {
			return nil, refuse(refusal.ErrDamaged, k.String()+" is in it twice")
		}
		packed[k] = f
	}
	var lacks []string
	for k, f := range packed {
		switch {
		case f != nil:
		case kind(k) == footnotes || kind(k) == ownerSignature:
			s.notices = append(s.notices, notice{of: kinds, say: "The data set has no " + kind(k).String() + ", so what this filing has there is not known."})
			s.tables[k] = &table{kind: kind(k)}
		default:
			lacks = append(lacks, kind(k).String())
		}
	}
	if lacks != nil {
		e := refuse(refusal.ErrDamaged, "it has no "+strings.Join(lacks, ", no ")+", without which its filings are not whole")
		e.Advice = "Open the whole form345.zip as the SEC publishes it."
		return nil, e
	}
	for k, f := range packed {
		if f == nil {
			continue
		}
		t, err := readTable(kind(k), f, left)
		if err != nil {
			return nil, err
		}
		s.tables[k] = t
	}
	if err := s.whole(); err != nil {
		return nil, err
	}
	s.headings()
	if err := s.index(); err != nil {
		return nil, err
	}
	return s, nil
}

// whole refuses a set of which a table breaks off: lines of any filing may be gone.
func (s *set) whole() *refusal.Error {
	ends := false // some table ends with a line break
	for _, t := range s.tables {
		ends = ends || t.ends()
	}
	for _, t := range s.tables {
		if t.ends() || t.data == "" || !ends && !t.breaksOff() {
			continue
		}
		how := "does not end with a line break, as its other tables do, and may break off"
		if t.breaksOff() {
			how = "breaks off in the middle of its last line"
		}
		return refuse(refusal.ErrDamaged, t.kind.String()+" "+how+", so lines of any filing may be missing")
	}
	return nil
}

// headings says which columns are not known, and which are missing.
func (s *set) headings() {
	for k, t := range s.tables {
		if t.data == "" {
			continue
		}
		if t.unknown != nil {
			s.said = append(s.said, &refusal.Error{File: s.name + "/" + t.kind.String(), Format: "a table of a data set", Kind: refusal.ErrFormat,
				Reason: t.kind.String() + " of this data set has columns that are not known here, and are not read: “" + wording.Clip(strings.Join(t.unknown, "”, “")) + "”.",
				Advice: "Open the filings themselves if what stands there matters."})
		}
		of := kind(k)
		if of == submission {
			of = kinds
		}
		for _, name := range t.lacking {
			n := notice{of: of, say: "The data set's " + t.kind.String() + " has no column " + name + ", so what this filing has there is not known."}
			if name == "AFF10B5ONE" { // the forms have had the box since then
				n.since = ownership.Date{Year: 2023, Month: 4, Day: 1}
			}
			s.notices = append(s.notices, n)
		}
	}
}

func refuse(kind refusal.Kind, but string) *refusal.Error {
	return &refusal.Error{Format: what, Kind: kind, Reason: "This is " + what + ", but " + but + ": none of its filings is read.",
		Advice: "Download the data set again from the SEC, or open the filings' XML or .txt from EDGAR."}
}

// lines writes a number of lines.
func lines(n int) string {
	if n == 1 {
		return "1 line"
	}
	return fmt.Sprintf("%s lines", wording.Number(n))
}
