package ledger

import (
	"fmt"

	"filingview/parser/internal/misprint"
	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

// byReturn explains gaps that come and go: a total that the next line does not go
// on from. It repeats an earlier total (stale), shows the lot of its own line
// alone, or is misprinted; or the wrong total was carried through some filings
// until it was put right.
func (g *group) byReturn(gaps []*gap) {
	for i := 0; i+1 < len(gaps); i++ {
		x := gaps[i]
		if x.closed {
			continue
		}
		// A total that a note explains stands; a fault before it ends there.
		if y := gaps[i+1]; y.account == x.account && (!y.closed || y.first.explainedByNote()) {
			x.returns(y)
		}
	}
	g.byAlternation(gaps)
}

// returns tries to explain the gaps x and y together.
func (x *gap) returns(y *gap) {
	rest, ok := x.size.Sum(y.size)
	wrong := x.between(y)
	if !ok || len(wrong) == 0 {
		return
	}
	var note ownership.Evidence
	if rest.Sign() != 0 {
		// The note of the wrong total itself explains what is left.
		found := false
		for _, e := range wrong {
			if note, found = e.noteOf(rest); found {
				break
			}
		}
		if !found {
			return
		}
	}
	e := x.first
	if e.indistinct() && note.Words == "" && !x.slight() {
		return // it may be the total of another lot or holder
	}
	right, _ := e.printed.V.Difference(x.size)
	if rest.Sign() != 0 {
		right, _ = right.Sum(rest)
	}
	var rule ownership.Rule
	why := ""
	kind := misprint.Of(right, e.printed.V)
	unchanging := true
	for _, w := range wrong {
		unchanging = unchanging && w.change.V.Sign() == 0
	}
	switch stale := x.earlier(); {
	case stale != nil && (len(wrong) == 1 || unchanging):
		rule, why = ownership.RuleStaleTotal, fmt.Sprintf("it repeats the total after the %s", stale.filing.name())
	case len(wrong) == 1 && e.kind == ownership.Transaction && e.change.V.Cmp(e.printed.V) == 0:
		rule, why = ownership.RulePerLotTotal, "it counts the securities of this line alone"
	case kind != misprint.None:
		rule, why = ownership.RuleDigitSlip, kind.String()
	case len(wrong) == 1 && !e.indistinct():
		rule, why = ownership.RuleMisprint, "the totals before and after agree with each other and not with it"
	default:
		return
	}
	evidence := append(x.cells(), y.first.filing.cellEvidence(y.first.total()))
	if note.Words != "" {
		evidence = append(evidence, note)
	}
	byNote := ""
	if note.Words != "" {
		byNote = fmt.Sprintf(" %s of the difference is told by a note: “%s”.", wording.Grouped(rest.Magnitude()), note.Words)
	}
	x.explain(because(causeTotalMisprinted,
		wording.Grouped(e.printed.V), wording.Grouped(right), why, y.first.filing.name(), wording.Grouped(right), byNote).by(rule), evidence...)
	if y.closed {
		y.first.line.Evidence = append(y.first.line.Evidence, x.first.filing.cellEvidence(x.first.total()))
	} else {
		y.explain(because(causeTotalResumed,
			wording.Grouped(right), e.filing.name(), wording.Grouped(e.printed.V), why, byNote).by(rule), evidence...)
	}
	for _, w := range wrong[1:] {
		w.say(because(causeTotalCarried, e.filing.name(), wording.Grouped(x.size), y.first.filing.name()).by(rule), evidence...)
	}
	linkBy(rule, linkResumed, e, y.first)
}

// slight reports whether the gap is a hundredth of the balance or less.
func (x *gap) slight() bool {
	times, ok := x.size.Magnitude().Product(ownership.NewDecimal(slightPart, 0))
	return ok && times.Cmp(x.before.printed.V.Magnitude()) <= 0
}

// indistinct reports whether other holdings may look the same: units without terms,
// vehicles without a name.
func (e *entry) indistinct() bool {
	return e.table == 2 && (e.id.Strike == "" || e.id.Expiry == "") ||
		e.id.Own == ownership.Indirect && e.id.Holder.Name.Empty() && e.id.Holder.Text == ""
}

// between returns the lines from the first of x up to the one before the first of
// y.
func (x *gap) between(y *gap) []*entry {
	var lines []*entry
	on := false
	for _, s := range x.account.statements {
		for i := range s.chain.steps {
			for _, e := range s.chain.steps[i].entries {
				if e == x.first {
					on = true
				}
				if e == y.first {
					return lines
				}
				if on {
					lines = append(lines, e)
				}
			}
		}
	}
	return nil
}

// earlier returns an earlier line of the account that printed the same total, if
// others stand between.
func (x *gap) earlier() *entry {
	var found *entry
	for _, s := range x.account.statements {
		for i := range s.chain.steps {
			for _, e := range s.chain.steps[i].entries {
				if e == x.first {
					return found
				}
				if e.printed.V.Cmp(x.first.printed.V) == 0 && e != x.before && e.printed.V.Sign() != 0 {
					found = e
				}
			}
		}
	}
	return nil
}

// byAlternation explains what is left when stale totals alternate with right ones
// at the end of an account.
func (g *group) byAlternation(gaps []*gap) {
	for _, x := range gaps {
		if x.closed || x.first.change.V.Sign() != 0 {
			continue
		}
		stale := x.earlier()
		if stale == nil || !x.before.explainedByNote() || x.first.indistinct() && !x.slight() {
			continue
		}
		// The total before was explained by a note or is a settled one, and this
		// one falls back to the one before that.
		x.explain(because(causeTotalStale,
			stale.filing.name(), x.before.filing.name()),
			append(x.cells(), stale.filing.cellEvidence(stale.total()))...)
	}
}

// explainedByNote reports whether a note explained the line's total.
func (e *entry) explainedByNote() bool { return e.cause == causeNote }
