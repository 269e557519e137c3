package damage

import (
	"fmt"
	"regexp"
	"strings"

	"filingview/parser/ownership"
)

// Read is what was read of a file.
type Read struct {
	Filings []*ownership.Filing
	Errors  int
}

// Judge tells what of the whole file is lost or changed in the damaged copy without a
// word. It says nothing of a copy that is refused or of which something is said.
func Judge(whole, got Read, c *Copy) []string {
	if got.Errors > whole.Errors || says(whole, got) {
		return nil
	}
	var faults []string
	there := map[int][]ownership.Cell{}
	values := map[string]bool{}
	copied := map[int]bool{}
	for _, f := range got.Filings {
		for x := range f.Cells() {
			values[field(x.Path)+" "+x.Text()] = true
			for i, at := range x.At {
				if i == 0 {
					there[int(at.Start)] = append(there[int(at.Start)], x)
				}
				for j := at.Start; j < at.End; j++ {
					copied[int(j)] = true
				}
			}
		}
	}
	for _, f := range whole.Filings {
		for x := range f.Cells() {
			if len(x.At) == 0 || x.State != ownership.Known {
				continue
			}
			if !strings.HasPrefix(x.Path, "table") && values[field(x.Path)+" "+x.Text()] && !c.changes(x) {
				continue // the older pages print who the owner is twice
			}
			if fault := c.cell(x, there); fault != "" {
				faults = append(faults, fault)
			}
			if at := c.twin(x); at >= 0 && !copied[at] {
				faults = append(faults, fmt.Sprintf("%s is doubled, and the copy is nowhere", x.Path))
			}
		}
	}
	return faults
}

// cell tells what became of a cell that was known in the whole file.
func (c *Copy) cell(x ownership.Cell, there map[int][]ownership.Cell) string {
	touched, digit := c.touches(x)
	if touched && !digit {
		return ""
	}
	start := int(x.At[0].Start)
	at := c.to(start)
	var now *ownership.Cell
	for i := range there[at] {
		y := &there[at][i]
		if field(y.Path) == field(x.Path) {
			now = y
		}
	}
	switch {
	case digit:
		if c.meansNothing(x) {
			return ""
		}
		if now != nil && now.State == ownership.Known && now.Text() == x.Text() {
			return fmt.Sprintf("%s has another digit and the same value %q", x.Path, x.Text())
		}
		return ""
	case c.doubles() && c.shows(x, there):
		return ""
	case now == nil && x.Text() == "false":
		return "" // its label is gone, and with it the box that was not ticked
	case now == nil && len(there[at]) > 0 && isLoose(x.Path, there[at][0].Path):
		return ""
	case now == nil && len(there[at]) > 0:
		return fmt.Sprintf("%s %q is read as %s", x.Path, clip(x.Text()), there[at][0].Path)
	case now == nil:
		return fmt.Sprintf("%s %q is lost", x.Path, clip(x.Text()))
	case now.State == ownership.Known && len(now.Repairs) == 0 && now.Text() != x.Text():
		return fmt.Sprintf("%s was %q and is %q", x.Path, clip(x.Text()), clip(now.Text()))
	}
	return ""
}

// zone is the time zone, or the time, that the SEC's pages and schemas let follow a date
// and that a date of a filing does not have.
var zone = regexp.MustCompile(`\d(T[\d:.]+)?([-+]\d\d:\d\d|Z)|T[\d:.]+$`)

// meansNothing reports whether the digit that is changed is none of the value: it stands in
// the zone of a date, in the amount by whose column A or D is told, or in what the form
// prints beside its title.
func (c *Copy) meansNothing(x ownership.Cell) bool {
	place := c.Edits[0].Start - int(x.At[0].Start)
	if strings.HasSuffix(x.Path, "acquiredDisposed") || x.Path == "documentType" && place > len("FORM 4") {
		return true
	}
	for _, p := range zone.FindAllStringIndex(x.Raw, -1) {
		if p[0] < place && place < p[1] {
			return true
		}
	}
	return false
}

func (c *Copy) doubles() bool { return c.Edits[0].Twin }

// shows reports whether what is doubled stands in what is read: the words of a cell are in
// the cell that they stood in, or in the box beside it, with their copy.
func (c *Copy) shows(x ownership.Cell, there map[int][]ownership.Cell) bool {
	for _, cells := range there {
		for i := range cells {
			y := &cells[i]
			if near(x.Path) == near(y.Path) && strings.Contains(y.Text(), x.Text()) {
				return true
			}
		}
	}
	return false
}

// isLoose reports whether a fact of EDGAR's header stands among those whose names are not
// known, where the header shows it with its name.
func isLoose(was, is string) bool {
	return strings.HasPrefix(was, "header.") && strings.HasPrefix(is, "header.") && strings.Contains(is, "other[")
}

// near is the field of a cell, or for a part of an address the address.
func near(path string) string {
	path = field(path)
	if i := strings.Index(path, "ddress."); i >= 0 {
		return path[:i]
	}
	return path
}

func clip(s string) string {
	if len(s) > 50 {
		return s[:50] + "…"
	}
	return s
}

var indexes = regexp.MustCompile(`\[\d+\]`)

// field is the path of a cell without the numbers of rows and owners.
func field(path string) string { return indexes.ReplaceAllString(path, "[]") }

// changes reports whether a digit of a cell is changed.
func (c *Copy) changes(x ownership.Cell) bool {
	_, digit := c.touches(x)
	return digit
}

// touches reports whether an edit is within a cell or at its border, and whether it is
// one that changes a digit.
func (c *Copy) touches(x ownership.Cell) (touched, digit bool) {
	from, to := int(x.At[0].Start), int(x.At[len(x.At)-1].End)
	for _, e := range c.Edits {
		if e.Start <= to && e.End >= from {
			touched = true
			for _, at := range x.At {
				digit = digit || len(e.With) == 1 && !e.Twin && e.End == e.Start+1 && int(at.Start) <= e.Start && e.End <= int(at.End)
			}
		}
	}
	return touched, digit
}

// to gives the place in the copy of a place in the whole file.
func (c *Copy) to(at int) int {
	by := 0
	for _, e := range c.Edits {
		if e.Start <= at && (e.End <= at || e.Start == e.End) {
			by += len(e.With) - (e.End - e.Start)
		}
	}
	return at + by
}

// twin gives the place of the copy of a cell that is doubled as a whole, or -1.
func (c *Copy) twin(x ownership.Cell) int {
	from, to := int(x.At[0].Start), int(x.At[len(x.At)-1].End)
	by := 0
	for _, e := range c.Edits {
		if e.Twin && e.Start-len(e.With) <= from && to <= e.Start && strings.Contains(x.Path, "table") {
			return from + by + len(e.With)
		}
		by += len(e.With) - (e.End - e.Start)
	}
	return -1
}

// says reports whether a reading says of a copy what that of the whole file did not: a
// finding, another sentence about what is damaged, or a cell that is not read or is marked.
func says(whole, got Read) bool {
	a, b := count(whole), count(got)
	for rule, n := range b {
		if n > a[rule] {
			return true
		}
	}
	return false
}

func count(r Read) map[string]int {
	n := map[string]int{}
	for _, f := range r.Filings {
		for _, x := range f.Findings {
			n[x.Rule.String()]++
			if x.Rule.Scope() == "source" { // the sentence lists what is lost
				n[x.Message]++
			}
		}
		for c := range f.Readings() {
			if c.State == ownership.Malformed {
				n["cell that is not read"]++
			}
			n["mark"] += len(c.Repairs)
		}
	}
	return n
}

// accuses reports whether a rule says that the filer left something out.
func accuses(rule ownership.Rule) bool {
	name := rule.String()
	return strings.HasSuffix(name, "-missing") || strings.HasSuffix(name, "-empty") || rule == ownership.RuleSignatureFewerThanOwners || strings.HasSuffix(name, "-missing-no-footnote")
}

// JudgeCut tells what a file that is cut off after some bytes gives without saying that
// it is cut: cells that differ, cells that are not there, and what the filer is blamed
// for that the cut took. marks tells a finding that says so.
func JudgeCut(whole, got Read, marks func(*ownership.Finding) bool) []string {
	if got.Errors > whole.Errors {
		return nil
	}
	var faults []string
	type place struct {
		start int32
		field string
	}
	want := map[place]string{}
	values := map[string]map[string]bool{} // by field, since a fact may stand at two places
	for _, f := range whole.Filings {
		for x := range f.Cells() {
			if len(x.At) > 0 && x.State == ownership.Known {
				want[place{x.At[0].Start, field(x.Path)}] = x.Text()
				if values[field(x.Path)] == nil {
					values[field(x.Path)] = map[string]bool{}
				}
				values[field(x.Path)][x.Text()] = true
			}
		}
	}
	partial := false
	have := map[place]bool{}
	for _, f := range got.Filings {
		for i := range f.Findings {
			partial = partial || marks(&f.Findings[i])
		}
		for x := range f.Cells() {
			if len(x.At) == 0 {
				continue
			}
			p := place{x.At[0].Start, field(x.Path)}
			have[p] = true
			if v, ok := want[p]; x.State == ownership.Known && len(x.Repairs) == 0 && v != x.Text() && (ok || !values[field(x.Path)][x.Text()]) {
				faults = append(faults, fmt.Sprintf("%s is %q, known; whole it is %q", x.Path, clip(x.Text()), clip(v)))
			}
		}
	}
	lost := 0
	for p := range want {
		if !have[p] {
			lost++
		}
	}
	if lost > 0 && !partial {
		faults = append(faults, fmt.Sprintf("%d cells are not there, and nothing says that the file is cut", lost))
	}
	a, b := blamed(whole), blamed(got)
	for rule, n := range b {
		if n > a[rule] {
			faults = append(faults, "the filer is blamed: "+rule)
		}
	}
	return faults
}

func blamed(r Read) map[string]int {
	n := map[string]int{}
	for _, f := range r.Filings {
		for _, x := range f.Findings {
			if accuses(x.Rule) {
				n[x.Rule.String()]++
			}
		}
	}
	return n
}
