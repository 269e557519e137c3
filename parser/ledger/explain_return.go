package ledger

import (
	"fmt"
	"slices"

	"filingview/parser/internal/cause"
	"filingview/parser/internal/identity"
	"filingview/parser/internal/misprint"
	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

// byOwnFiling explains a total that its own filing disproves: the line before and the
// line after agree with each other and not with it. No filing can be missing in between.
func (g *group) byOwnFiling(gaps []*gap) {
	for i := 0; i+1 < len(gaps); i++ {
		x, y := gaps[i], gaps[i+1]
		if y.account == x.account && !x.closed && !y.closed && y.first.filing == x.first.filing && len(x.between(y)) == 1 {
			x.returns(y, true)
		}
	}
}

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
		y := gaps[i+1]
		if y.account != x.account || y.closed && !y.first.explainedByNote() {
			continue
		}
		if _, told := y.told(); !told || y.closed {
			x.returns(y, false)
		}
	}
}

// returns tries to explain the gaps x and y together; own says that one filing shows
// both.
func (x *gap) returns(y *gap, own bool) {
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
	if e.indistinct() && note.Words == "" && !x.slight() && !own {
		return // it may be the total of another lot or holder
	}
	right, _ := e.printed.V.Difference(x.size)
	if rest.Sign() != 0 {
		right, _ = right.Sum(rest)
	}
	if own && (e.olderThan(x.before.filing) || e.indistinct()) && misprint.Of(right, e.printed.V) == misprint.None {
		return // a late line may have the total of its own day, and a line another holder's
	}
	if own && misprint.Of(right, e.printed.V) == misprint.None && misprint.Looks(y.first.printed.V, e.printed.V) {
		return // the total after all lines may be meant on each
	}
	rule, why := x.whyWrong(wrong, right, own)
	if rule == 0 {
		return
	}
	if oneDigit := misprint.Of(right, e.printed.V) == misprint.WrongDigit; !own && x.mayBeTraded() && (rule == ownership.RuleDigitSlip && oneDigit || x.settles(y)) {
		x.twoReadings(y, right, why)
		return
	}
	x.explainReturn(y, wrong, right, rest, note, rule, why, own)
}

// whyWrong says which mistake makes the right total the one of the gap's first line, and
// the rule for it; a rule of 0 is none.
func (x *gap) whyWrong(wrong []*entry, right ownership.Decimal, own bool) (rule ownership.Rule, why string) {
	e := x.first
	unchanging := true
	for _, w := range wrong {
		unchanging = unchanging && w.change.V.Sign() == 0
	}
	kind := misprint.Of(right, e.printed.V)
	switch stale := x.earlier(); {
	case stale != nil && (len(wrong) == 1 || unchanging):
		return ownership.RuleStaleTotal, fmt.Sprintf("it repeats the total after the %s", stale.filing.name())
	case len(wrong) == 1 && e.kind == ownership.Transaction && e.change.V.Cmp(e.printed.V) == 0:
		return ownership.RulePerLotTotal, "it counts the securities of this line alone"
	case kind != misprint.None:
		return ownership.RuleDigitSlip, kind.String()
	case len(wrong) == 1 && e.repeatsNeighbour():
		return ownership.RuleMisprint, "it repeats the total of another line of the filing"
	case own:
		return ownership.RuleMisprint, "the lines before and after it agree with each other and not with it"
	}
	return 0, ""
}

// repeatsNeighbour reports whether a line of another holding prints the same total in the
// table.
func (e *entry) repeatsNeighbour() bool {
	return e.printed.V.Sign() != 0 && slices.ContainsFunc(e.filing.entries, func(o *entry) bool {
		return o.table == e.table && o.id.Like(&e.id) < identity.Alike && o.printed.Known && o.printed.V.Cmp(e.printed.V) == 0
	})
}

// settles reports whether the total that is called wrong comes back after y: then two
// totals take turns, and nothing says which of them is right.
func (x *gap) settles(y *gap) bool {
	after := false
	for _, s := range x.account.statements {
		for i := range s.chain.Steps {
			for _, e := range s.chain.Steps[i].Lines {
				after = after || e == y.first
				if after && e.printed.V.Cmp(x.first.printed.V) == 0 {
					return true
				}
			}
		}
	}
	return false
}

// twoReadings leaves both gaps open: the total is wrong, or what it counts was reported in
// a filing that is not here and left out of the next total.
func (x *gap) twoReadings(y *gap, right ownership.Decimal, why string) {
	r := cause.Because(cause.ReadTotal, wording.Grouped(x.first.printed.V), x.first.filing.name(), wording.Grouped(right), why, counted(x.first, x.size), cause.AcquiredOr(x.size))
	x.readings, y.readings = append(x.readings, r), append(y.readings, r)
}

func (x *gap) explainReturn(y *gap, wrong []*entry, right, rest ownership.Decimal, note ownership.Evidence, rule ownership.Rule, why string, own bool) {
	e := x.first
	evidence := x.cells(y.first.filing.cellEvidence(y.first.total()))
	byNote := ""
	if note.Words != "" {
		evidence = append(evidence, note)
		byNote = fmt.Sprintf(" %s of the difference is told by a note: “%s”.", wording.Grouped(rest.Magnitude()), note.Words)
	}
	strength := cause.Strength(own)
	the, likely := cause.Article(strength, "the"), cause.LikelyWord(strength)
	say := func(c cause.Cause, args ...any) cause.Reason {
		return cause.Because(c, args...).By(rule).WithStrength(strength)
	}
	if !own {
		byNote += " " + cause.Because(cause.ReadOtherFiling, counted(e, x.size), cause.AcquiredOr(x.size)).Sentence
	}
	x.explain(say(cause.TotalMisprinted, the, wording.Grouped(e.printed.V), wording.Grouped(right), why, y.first.filing.name(), wording.Grouped(right), byNote), evidence...)
	if y.closed {
		y.first.line.Evidence = append(y.first.line.Evidence, x.first.filing.cellEvidence(x.first.total()))
	} else {
		y.explain(say(cause.TotalResumed, wording.Grouped(right), e.filing.name(), likely, wording.Grouped(e.printed.V), why, byNote), evidence...)
	}
	for _, w := range wrong[1:] {
		w.say(say(cause.TotalCarried, e.filing.name(), likely, wording.Grouped(x.size), y.first.filing.name()), evidence...)
	}
	linkBy(rule, cause.LinkResumed, e, y.first)
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
		e.id.Own == ownership.Indirect && e.id.Holder.Name.Empty() && (e.id.Holder.Text == "" || len(e.id.Holder.Several) > 0)
}

// between returns the lines from the first of x up to the one before the first of
// y.
func (x *gap) between(y *gap) []*entry {
	var lines []*entry
	on := false
	for _, s := range x.account.statements {
		for i := range s.chain.Steps {
			for _, e := range s.chain.Steps[i].Lines {
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
		for i := range s.chain.Steps {
			for _, e := range s.chain.Steps[i].Lines {
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

// explainedByNote reports whether a note explained the line's total.
func (e *entry) explainedByNote() bool { return e.cause == cause.Note }
