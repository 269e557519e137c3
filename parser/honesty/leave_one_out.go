package honesty

import (
	"slices"
	"strings"

	"filingview/parser/ownership"
	"filingview/parser/report"
)

// LeftOut is what is said when one filing at a time is left out.
type LeftOut struct {
	Filings int // all
	Issuers int // with more than one filing
	Runs    int // filings left out

	// Affected counts the lines of the filings that stay which are in another state, or
	// have another rule or explanation, than with the filing. A line that reconciles
	// with and without it is not affected. The other counts are parts of it.
	Affected int
	// Unexplained and NothingEarlier are honest: the line is left open, or cannot be
	// tested for want of anything earlier.
	Unexplained, NothingEarlier int
	// Reconciled counts lines that reconcile only without the filing.
	Reconciled int

	// Judged are the lines that are explained without the filing, and those split off.
	Judged []Judged
}

// Judged is an explanation that appears or changes when a filing is left out.
type Judged struct {
	Left    string         `json:"left"` // the name of the filing left out
	File    string         `json:"file"`
	Path    string         `json:"path"` // of the line
	Rule    ownership.Rule `json:"rule"`
	Verdict Verdict        `json:"verdict"`
	Says    string         `json:"says"` // the explanation
	Why     string         `json:"why"`  // the verdict
}

// Verdict is what the filing left out says of an explanation.
type Verdict string

// The verdicts.
const (
	Right     Verdict = "right"      // the filing confirms it
	Refuted   Verdict = "refuted"    // the filing shows that it is false
	NotJudged Verdict = "not judged" // the filing says nothing of it
	// SplitOff: a line that reconciled cannot be tested any more, though its account has
	// lines of earlier filings that are still there. The break is hidden.
	SplitOff Verdict = "split off"
	// Companion: the other side of a sentence, which is judged with the line that it
	// accuses and not counted again.
	Companion Verdict = "companion"
)

// Count returns how many explanations have a verdict.
func (l *LeftOut) Count(v Verdict) int {
	n := 0
	for i := range l.Judged {
		if l.Judged[i].Verdict == v {
			n++
		}
	}
	return n
}

// RefutedShare returns the share of the refuted ones among those that the filing left out
// confirms or refutes, from 0 to 1.
func (l *LeftOut) RefutedShare() float64 {
	refuted, right := l.Count(Refuted), l.Count(Right)
	return float64(refuted) / float64(max(1, refuted+right))
}

// LeaveOneOut reconciles the filings of each issuer, and again without each one of them,
// and judges what is said of the others then. Nothing is random. An error would be one of
// this program.
func LeaveOneOut(filings []*ownership.Filing) (*LeftOut, error) {
	issuers, err := byIssuer(filings)
	if err != nil {
		return nil, err
	}
	sum := &LeftOut{Filings: len(filings)}
	type run struct {
		in   *issuer
		left int
	}
	var runs []run
	for i := range issuers {
		if len(issuers[i].filings) < 2 {
			continue
		}
		sum.Issuers++
		for left := range issuers[i].filings {
			runs = append(runs, run{&issuers[i], left})
		}
	}
	parts := make([]LeftOut, len(runs))
	err = inParallel(len(runs), func(i int) error {
		part, err := runs[i].in.without(runs[i].left)
		parts[i] = part
		return err
	})
	if err != nil {
		return nil, err
	}
	sum.Runs = len(runs)
	for i := range parts {
		p := &parts[i]
		sum.Affected += p.Affected
		sum.Unexplained += p.Unexplained
		sum.NothingEarlier += p.NothingEarlier
		sum.Reconciled += p.Reconciled
		sum.Judged = append(sum.Judged, p.Judged...)
	}
	return sum, nil
}

// without reconciles the issuer's filings but one and compares what is said.
func (in *issuer) without(left int) (LeftOut, error) {
	filings := slices.Delete(slices.Clone(in.filings), left, left+1)
	now, err := newLedger(filings)
	if err != nil {
		return LeftOut{}, err
	}
	j := judge{left: in.filings[left], base: in.ledger, now: now, filings: map[string]*ownership.Filing{}}
	for _, f := range filings {
		j.filings[f.Source.Name] = f
	}
	var sum LeftOut
	for i := range now.Lines {
		l := &now.Lines[i]
		was := in.ledger.lines[placeOf(l)]
		if l.State == was.State && (l.State == ownership.Reconciled || l.State == ownership.CannotBeTested || l.Rule == was.Rule && l.Explanation == was.Explanation) {
			continue
		}
		sum.Affected++
		switch l.State {
		case ownership.Unexplained:
			sum.Unexplained++
			continue
		case ownership.Reconciled:
			sum.Reconciled++
			continue
		}
		said := Judged{Left: j.left.Source.Name, File: l.File, Path: l.Path, Rule: l.Rule, Says: l.Explanation}
		if l.State == ownership.Explained {
			said.Verdict, said.Why = j.explanation(l, was)
		} else if earlier, ok := j.earlier(l, was); ok {
			said.Verdict, said.Why = SplitOff, "its account had "+earlier.File+" "+earlier.Path
		} else {
			sum.NothingEarlier++
			continue
		}
		sum.Judged = append(sum.Judged, said)
	}
	return sum, nil
}

// earlier returns the last line of another filing that stood before a line in its account
// and is still there; none if the line did not reconcile, or is a copy of another.
func (j *judge) earlier(now, was *report.Line) (report.Place, bool) {
	if was.State != ownership.Reconciled || strings.HasSuffix(now.Rule.String(), "-duplicate") {
		return report.Place{}, false
	}
	for i := j.base.order[placeOf(was)] - 1; i >= 0; i-- {
		l := &j.base.Lines[i]
		if l.Account == was.Account && l.File != j.left.Source.Name && l.File != was.File && l.Uncounted == 0 {
			return placeOf(l), true
		}
	}
	return report.Place{}, false
}
