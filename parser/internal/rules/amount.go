package rules

import (
	"fmt"

	"filingview/parser/ownership"
)

// checkAmount holds the amounts of one row against the EDGAR ownership
// specification: shares-zero, shares-negative, shares-fractional,
// shares-and-value-both, following-missing.
func checkAmount(l *line) {
	r, t := l.r, &l.r.Transaction
	if l.isTransaction() {
		zeroAmount(l)
	}
	if t.Shares.IsKnown() && t.TotalValue.IsKnown() {
		l.both("transaction.shares", "transaction.totalValue", "amounts of the transaction", t.Shares.V, t.TotalValue.V)
	}
	if r.SharesFollowing.IsKnown() && r.ValueFollowing.IsKnown() {
		l.both("sharesFollowing", "valueFollowing", "amounts owned afterwards", r.SharesFollowing.V, r.ValueFollowing.V)
	}
	if r.UnderlyingShares.IsKnown() && r.UnderlyingValue.IsKnown() {
		l.both("underlyingShares", "underlyingValue", "amounts of the underlying security", r.UnderlyingShares.V, r.UnderlyingValue.V)
	}
	followingMissing(l)
	l.negative("transaction.shares", &t.Shares)
	l.negative("transaction.totalValue", &t.TotalValue)
	l.negative("sharesFollowing", &r.SharesFollowing)
	l.negative("valueFollowing", &r.ValueFollowing)
	if isFraction(&t.Shares) || isFraction(&r.SharesFollowing) {
		fractional(l)
	}
}

// zeroAmount tells of a transaction of nothing. An amount with a footnote of its
// own is left alone: the note says what the 0 means.
func zeroAmount(l *line) {
	t := &l.r.Transaction
	switch {
	case t.Shares.IsKnown() && t.Shares.V.Sign() == 0 && len(t.Shares.Notes) == 0 && !(t.TotalValue.IsKnown() && t.TotalValue.V.Sign() != 0):
		l.tell(ownership.RuleSharesZero, "This line reports a transaction of 0 securities.", "transaction.shares")
	case t.TotalValue.IsKnown() && t.TotalValue.V.Sign() == 0 && len(t.TotalValue.Notes) == 0 && !t.Shares.Present():
		l.tell(ownership.RuleSharesZero, "This line reports a transaction of a total value of 0.", "transaction.totalValue")
	}
}

func (l *line) both(a, b, what string, v, w ownership.Decimal) {
	l.tell(ownership.RuleSharesAndValueBoth,
		fmt.Sprintf("The %s are given as a number (%s) and as a value in dollars (%s); the form takes one of the two.", what, v, w), a, b)
}

// followingMissing tells of a row without the amount owned afterwards. Form 3 has
// no such column in Table II, printed forms may print it on the last line only,
// and text that is no number is told of as value-malformed.
func followingMissing(l *line) {
	r := l.r
	if r.SharesFollowing.IsKnown() || r.ValueFollowing.IsKnown() ||
		r.SharesFollowing.State == ownership.Malformed || r.ValueFollowing.State == ownership.Malformed ||
		!isXML(l.f) || l.table == "tableII" && (l.f.DocumentType.V.Form() == '3' || !l.f.DocumentType.IsKnown()) {
		return
	}
	cell := "sharesFollowing"
	if r.ValueFollowing.Present() && !r.SharesFollowing.Present() {
		cell = "valueFollowing"
	}
	message := "The amount owned following the reported transactions is missing."
	if l.f.DocumentType.V.Form() == '3' {
		message = "The amount of securities owned is missing."
	}
	l.tell(ownership.RuleFollowingMissing, message, cell)
}

// negative tells of an amount below zero. A note on the amount, or one of the row
// that speaks of a short position, explains it.
func (l *line) negative(cell string, v *ownership.Value[ownership.Decimal]) {
	if !v.IsKnown() || v.V.Sign() >= 0 || len(v.Notes) > 0 || l.noted("short") || mentions(l.f.Remarks.V, "short") {
		return
	}
	l.tell(ownership.RuleSharesNegative,
		fmt.Sprintf("The amount is negative (%s); acquired or disposed of says the direction, and amounts have no sign.", v.V), cell)
}

func isFraction(v *ownership.Value[ownership.Decimal]) bool { return v.IsKnown() && !v.V.IsInteger() }

// fractional tells of parts of a share where no word of the row (title, nature,
// notes) speaks of a plan, a fund, reinvested dividends or units.
func fractional(l *line) {
	words := [...]string{"plan", "phantom", "unit", "units", "401", "espp", "esop", "drip", "fund", "dividend", "dividends",
		"reinvest", "reinvested", "reinvestment", "deferred", "fraction", "fractional", "account"}
	if mentions(l.r.SecurityTitle.V, words[:]...) || mentions(l.r.NatureOfOwnership.V, words[:]...) || l.noted(words[:]...) {
		return
	}
	t, following := &l.r.Transaction.Shares, &l.r.SharesFollowing
	switch {
	case isFraction(t) && isFraction(following):
		l.tell(ownership.RuleSharesFractional, fmt.Sprintf("%s and %s are not whole numbers of securities.", t.V, following.V), "transaction.shares", "sharesFollowing")
	case isFraction(t):
		l.tell(ownership.RuleSharesFractional, fmt.Sprintf("%s is not a whole number of securities.", t.V), "transaction.shares")
	default:
		l.tell(ownership.RuleSharesFractional, fmt.Sprintf("%s is not a whole number of securities.", following.V), "sharesFollowing")
	}
}

// checkUnderlying holds column 7 of Table II against the EDGAR ownership
// specification, conditions 6 and 8: underlying-missing; and
// underlying-value-for-shares.
func checkUnderlying(l *line) {
	r := l.r
	title := r.UnderlyingTitle.IsKnown()
	amount := r.UnderlyingShares.State > ownership.Blank || r.UnderlyingValue.State > ownership.Blank ||
		len(r.UnderlyingShares.Notes) > 0 || len(r.UnderlyingValue.Notes) > 0
	switch {
	case !title && !amount:
		l.tell(ownership.RuleUnderlyingMissing, "The underlying security is missing, its title and its amount.", "underlyingTitle", "underlyingShares")
	case !title:
		l.tell(ownership.RuleUnderlyingMissing, "The title of the underlying security is missing.", "underlyingTitle")
	case !amount:
		l.tell(ownership.RuleUnderlyingMissing, "The underlying security has neither a number of shares, nor a value, nor a footnote in their place.", "underlyingShares")
	}
	valueForShares(l)
}

// valueForShares tells of a value of the underlying security, in dollars, that is
// the number of derivative securities, or of the shares that the same exercise
// gave in Table I. Debt has a value by right.
func valueForShares(l *line) {
	v := &l.r.UnderlyingValue
	if !v.IsKnown() || v.V.Sign() == 0 || l.r.UnderlyingShares.IsKnown() ||
		mentions(l.r.SecurityTitle.V, "note", "notes", "debenture", "debentures", "bond", "bonds", "debt", "loan", "convertible") {
		return
	}
	t := &l.r.Transaction
	x := ownership.Finding{Paths: []string{l.path("underlyingValue")}}
	if t.Shares.IsKnown() && t.Shares.V.Cmp(v.V) == 0 {
		x.Message = fmt.Sprintf("The value of the underlying securities, %s dollars, is also the number of derivative securities: a number of shares may be meant.", v.V)
		x.Evidence = []string{l.path("transaction.shares")}
		addFinding(l.f, ownership.RuleUnderlyingValueForShares, x)
		return
	}
	if !l.isTransaction() || !isExercise(t.Code.V) {
		return
	}
	for i := range l.f.TableI[:min(len(l.f.TableI), lookAround)] {
		o := &l.f.TableI[i].Transaction
		if o.Code.V == t.Code.V && o.Date.V == t.Date.V && o.Shares.IsKnown() && o.Shares.V.Cmp(v.V) == 0 {
			x.Message = fmt.Sprintf("The value of the underlying securities, %s dollars, is also the number of shares in Table I: a number of shares may be meant.", v.V)
			x.Evidence = []string{fmt.Sprintf("tableI[%d].transaction.shares", i)}
			addFinding(l.f, ownership.RuleUnderlyingValueForShares, x)
			return
		}
	}
}

// isExercise reports whether a code is of an exercise or conversion (Form 4,
// Instruction 8), which both tables show.
func isExercise(code string) bool { return code == "M" || code == "C" || code == "X" || code == "O" }
