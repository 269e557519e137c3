package ledger

import (
	"slices"

	"filingview/parser/internal/cause"
	"filingview/parser/internal/identity"
	"filingview/parser/internal/misprint"
	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

// bySign: the totals before and after say that the line has the wrong letter, A for D or
// D for A. What follows must agree, or the code must ask for the other letter.
func (x *gap) bySign() {
	e := x.first
	if e.kind != ownership.Transaction || len(x.entries()) != 1 || !e.row.Transaction.AcquiredDisposed.IsKnown() {
		return
	}
	rest, ok := x.size.Sum(e.change.V)
	if rest, ok = rest.Sum(e.change.V); !ok || rest.Sign() != 0 {
		return
	}
	want, asks := ownership.SignOf(e.code, e.table)
	if asks && want == e.row.Transaction.AcquiredDisposed.V || !asks && !x.confirmed() {
		return // code and letter agree, or nothing confirms the total
	}
	marked, right := "acquired (A)", "disposed of (D)"
	if e.disposed() {
		marked, right = right, marked
	}
	code := ""
	if asks {
		code = " and the code " + e.code
	}
	strength, otherwise := cause.Strength(asks || x.within()), ""
	if strength == ownership.StrengthLikely {
		otherwise = " Likely the letter is wrong; else " + counted(e, x.size) + " may be in a filing that is not here."
	}
	r := cause.Because(cause.SignTurned, marked, wording.Grouped(x.before.printed.V), wording.Grouped(e.printed.V), code, right, otherwise)
	x.explain(r.WithStrength(strength), x.cells(e.filing.cellEvidence(e.cell("transaction.acquiredDisposed")))...)
}

// byRemainder: all that was held is disposed of, and the total repeats that amount where
// nothing remains.
func (x *gap) byRemainder(gaps []*gap) {
	e := x.first
	if !e.disposed() || len(x.entries()) != 1 || e.printed.V.Cmp(e.change.V.Magnitude()) != 0 || x.before.printed.V.Cmp(e.printed.V) != 0 {
		return
	}
	if next, _ := x.next(); next != nil && next.Opening.Sign() != 0 {
		return // what follows goes on from something
	}
	strength := ownership.StrengthLikely
	evidence := x.cells(e.filing.cellEvidence(e.amount()))
	for _, l := range e.line.Links {
		if l.Rule == ownership.RuleExerciseLink {
			strength = ownership.StrengthProved // the other table has the whole amount
			evidence = append(evidence, ownership.Evidence{Filing: l.To.Filing, Path: l.To.Path})
			break
		}
	}
	r := cause.Because(cause.Remainder, cause.Article(strength, "the"), wording.Grouped(e.printed.V), counted(e, e.printed.V)).WithStrength(strength)
	x.explain(r, evidence...)
	y := x.after(gaps)
	if y == nil && strength == ownership.StrengthProved {
		x.account.closesAt = ownership.Amount{Known: true}
	}
	if y != nil && !y.closed && y.opening().Sign() == 0 {
		resumed := cause.Because(cause.TotalResumed, "0", e.filing.name(), cause.LikelyWord(strength), wording.Grouped(e.printed.V), "it repeats the amount of its line", "").By(ownership.RuleMisprint).WithStrength(r.Strength)
		y.explain(resumed, append(evidence, y.first.filing.cellEvidence(y.first.total()))...)
	}
}

// after returns the gap after this one in the account, or nil.
func (x *gap) after(gaps []*gap) *gap {
	if i := slices.Index(gaps, x) + 1; i < len(gaps) && gaps[i].account == x.account {
		return gaps[i]
	}
	return nil
}

// byAmount: the amount of the transaction is misprinted, by one digit or by a point
// for a comma, and the next line confirms the total.
func (x *gap) byAmount() {
	e := x.first
	if e.kind != ownership.Transaction || len(x.entries()) != 1 || !x.confirmed() {
		return
	}
	right, ok := e.change.V.Sum(x.size) // the change that the totals ask for
	if !ok || right.Sign() != e.change.V.Sign() {
		return
	}
	kind := misprint.Of(right.Magnitude(), e.change.V.Magnitude())
	if kind != misprint.None && !misprint.IsLikely(right.Magnitude(), e.change.V.Magnitude()) {
		return // short numbers look alike by chance
	}
	if kind == misprint.None {
		kind = misprint.OfPoint(right.Magnitude(), e.change.V.Magnitude())
	}
	if kind == misprint.None {
		return
	}
	if x.mayBeTraded() {
		x.readings = append(x.readings, cause.Because(cause.ReadAmount, wording.Grouped(e.change.V.Magnitude()), wording.Grouped(right.Magnitude()), kind, counted(e, x.size), cause.AcquiredOr(x.size)))
		return
	}
	x.explain(cause.Because(cause.AmountMisprinted,
		kind, wording.Grouped(right.Magnitude()), wording.Grouped(e.change.V.Magnitude())),
		x.cells(e.filing.cellEvidence(e.amount()))...)
	x.explainCarried(right.Magnitude())
}

// mayBeTraded reports whether the gap may as well be a transaction of a filing that is
// not here: it lies between two filings and is an amount that people trade in, whole
// hundreds. A series of options does not grow by trades.
func (x *gap) mayBeTraded() bool {
	if x.within() || daysBetween(x.before.filing.last, x.first.filing.place()) < 1 || x.first.table == 2 && x.first.id.Strike != "" && x.first.id.Expiry != "" {
		return false
	}
	lots, ok := x.size.Product(ownership.NewDecimal(1, 2))
	return ok && lots.IsInteger()
}

// explainCarried explains the lines that carry a misprinted amount on: the other table's line
// of the same conversion, and what it was passed on to. They add up by chance.
func (x *gap) explainCarried(right ownership.Decimal) {
	e := x.first
	wrong := e.change.V.Magnitude()
	for _, l := range e.line.Links {
		if l.Rule != ownership.RuleExerciseLink {
			continue
		}
		for _, o := range e.filing.entries {
			if o.path != l.To.Path || o.change.V.Magnitude().Cmp(wrong) != 0 {
				continue
			}
			for _, t := range e.filing.entries {
				if t.table == o.table && t.id.Like(&o.id) == identity.Same && t.change.Known && t.change.V.Magnitude().Cmp(wrong) == 0 && t.line.State == ownership.Reconciled {
					t.say(cause.Because(cause.AmountCarried, wording.Grouped(right), wording.Grouped(wrong)), t.filing.cellEvidence(t.amount()), e.filing.cellEvidence(e.amount()), e.filing.cellEvidence(e.total()), x.before.filing.cellEvidence(x.before.total()))
					link(cause.LinkMisprint, t, e)
				}
			}
		}
	}
}

// confirmed reports whether the next step goes on from the total of this one.
func (x *gap) confirmed() bool {
	next, _ := x.next()
	return next != nil && next.Opening.Cmp(x.statement.chain.Steps[x.step].Want) == 0
}

// next returns the step after the gap's in the account, and its statement.
func (x *gap) next() (*step, *statement) {
	if x.step+1 < len(x.statement.chain.Steps) {
		return &x.statement.chain.Steps[x.step+1], x.statement
	}
	i := slices.Index(x.account.statements, x.statement)
	if i+1 < len(x.account.statements) {
		s := x.account.statements[i+1]
		return &s.chain.Steps[0], s
	}
	return nil, nil
}
