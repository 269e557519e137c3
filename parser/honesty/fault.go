package honesty

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"

	"filingview/parser/ownership"
	"filingview/parser/report"
)

// Kind is a kind of fault.
type Kind string

// The kinds of faults.
const (
	Transposed Kind = "transposed"  // two neighbouring digits of a printed total change places
	Dropped    Kind = "dropped"     // a digit of a printed total is left out
	WrongSign  Kind = "sign"        // the letter A or D of a transaction is the other one
	OtherTotal Kind = "other total" // the total is that of another line of the table, or the one before
	MissingRow Kind = "missing row" // a transaction is left out of its table
	WrongYear  Kind = "year"        // the year of a transaction's date is one less or one more
)

// Kinds returns all kinds.
func Kinds() []Kind {
	return []Kind{Transposed, Dropped, WrongSign, OtherTotal, MissingRow, WrongYear}
}

// ofTotal reports whether a fault is one of a printed total.
func (k Kind) ofTotal() bool { return k == Transposed || k == Dropped || k == OtherTotal }

// target is a line that a fault is put into: it reconciles and has a line before it in
// its account.
type target struct {
	in     *issuer
	filing *ownership.Filing
	line   *report.Line
	before string       // the total of the line before
	behind report.Place // the next line of the account, or none
}

// change is a fault as it is put into the text of a filing.
type change struct {
	was, now string
	at       ownership.Span
}

// text returns the filing's text with the fault.
func (c change) text(filed string) string {
	now := c.now
	if c.now == noRow {
		now = ""
	}
	return filed[:c.at.Start] + now + filed[c.at.End:]
}

// noRow is what there is in the place of a row that is left out.
const noRow = "no row"

var (
	wholeNumber = regexp.MustCompile(`^\d+(\.0+)?$`)
	wholeDay    = regexp.MustCompile(`^\d{4}-\d\d-\d\d$`)
)

// row returns the row of a filing that a path names, and its table.
func row(f *ownership.Filing, path string) (r *ownership.Row, table []ownership.Row) {
	var n int
	table = f.TableI
	if _, err := fmt.Sscanf(path, "tableI[%d]", &n); err != nil {
		table = f.TableII
		if _, err := fmt.Sscanf(path, "tableII[%d]", &n); err != nil {
			return nil, nil
		}
	}
	if n >= len(table) {
		return nil, nil
	}
	return &table[n], table
}

// total returns a printed total that is a whole number, without zeros behind its point.
func total(r *ownership.Row) (string, bool) {
	v := &r.SharesFollowing
	if !v.IsKnown() || len(v.At) != 1 || !wholeNumber.MatchString(v.Raw) {
		return "", false
	}
	n, _, _ := strings.Cut(v.Raw, ".")
	return n, true
}

// draw makes a fault of a kind for a line; it returns false if the line has no place for
// one, or none that could be seen in the figures.
func (t *target) draw(kind Kind, random *rand.Rand) (change, bool) {
	r, table := row(t.filing, t.line.Path)
	if r == nil {
		return change{}, false
	}
	if kind.ofTotal() {
		n, ok := total(r)
		if !ok {
			return change{}, false
		}
		now, ok := otherFigure(kind, n, t.before, table, random)
		return change{n, now, r.SharesFollowing.At[0]}, ok
	}
	if t.behind == (report.Place{}) || r.Kind != ownership.Transaction || t.line.Change.V.Sign() == 0 {
		return change{}, false
	}
	switch kind {
	case WrongSign:
		v := &r.Transaction.AcquiredDisposed
		now := string(ownership.Acquired)
		if v.V == ownership.Acquired {
			now = string(ownership.Disposed)
		}
		return change{v.Raw, now, spanOf(v.At)}, len(v.At) == 1 && (v.Raw == "A" || v.Raw == "D")
	case MissingRow:
		n, _, _ := strings.Cut(strings.TrimLeft(t.line.Change.String(), "-"), ".")
		return change{n, noRow, r.At}, r.At.End > r.At.Start
	}
	v := &r.Transaction.Date
	if !v.IsKnown() || len(v.At) != 1 || !wholeDay.MatchString(v.Raw) {
		return change{}, false
	}
	day := v.V
	day.Year += [...]int16{-1, 1}[random.IntN(2)]
	now := fmt.Sprintf("%04d%s", day.Year, v.Raw[4:])
	return change{v.Raw, now, v.At[0]}, !strings.HasSuffix(now, "02-29")
}

func spanOf(at []ownership.Span) ownership.Span {
	if len(at) != 1 {
		return ownership.Span{}
	}
	return at[0]
}

// otherFigure returns what a total is turned into. before is the total of the line before.
func otherFigure(kind Kind, n, before string, table []ownership.Row, random *rand.Rand) (string, bool) {
	if kind == OtherTotal {
		var others []string
		for i := range table {
			if other, ok := total(&table[i]); ok && other != n {
				others = append(others, other)
			}
		}
		slices.Sort(others)
		others = slices.Compact(others)
		now, _, _ := strings.Cut(before, ".")
		if len(others) > 0 {
			now = others[random.IntN(len(others))]
		}
		return now, strings.TrimLeft(now, "0") != strings.TrimLeft(n, "0")
	}
	if len(n) < 4 {
		return "", false
	}
	var places []int
	for i := range n {
		first := i == 0 && n[1] == '0'
		if !first && (kind == Dropped || i+1 < len(n) && n[i] != n[i+1]) {
			places = append(places, i)
		}
	}
	if len(places) == 0 {
		return "", false
	}
	i := places[random.IntN(len(places))]
	if kind == Dropped {
		return n[:i] + n[i+1:], true
	}
	return n[:i] + n[i+1:i+2] + n[i:i+1] + n[i+2:], true
}

// targets returns the lines that a fault can be seen in: those that reconcile and have a
// line before them in their account. Filings that repeat others, amend them or are
// reported jointly are left alone.
func targets(issuers []issuer) []target {
	var all []target
	for i := range issuers {
		in := &issuers[i]
		aside := map[string]bool{}
		for _, f := range in.ledger.Filings {
			for _, other := range []string{f.SameAs, f.Amends, f.JointWith} {
				if other != "" {
					aside[f.File], aside[other] = true, true
				}
			}
		}
		filings := map[string]*ownership.Filing{}
		for _, f := range in.filings {
			filings[f.Source.Name] = f
		}
		accounts := map[string][]*report.Line{}
		for j := range in.ledger.Lines {
			if l := &in.ledger.Lines[j]; l.Uncounted == 0 && !aside[l.File] {
				accounts[l.Account] = append(accounts[l.Account], l)
			}
		}
		for _, lines := range accounts {
			for j, l := range lines {
				if j == 0 || l.State != ownership.Reconciled || !l.Printed.Known {
					continue
				}
				t := target{in: in, filing: filings[l.File], line: l, before: cmp.Or(lines[j-1].Printed.String(), "0")}
				if j+1 < len(lines) {
					t.behind = placeOf(lines[j+1])
				}
				all = append(all, t)
			}
		}
	}
	slices.SortFunc(all, func(a, b target) int {
		return cmp.Or(cmp.Compare(a.line.File, b.line.File), cmp.Compare(a.line.Path, b.line.Path))
	})
	return all
}
