package field

import (
	"filingview/parser/ownership"
)

// Column is a column of a table: one field of its lines, or a few that belong
// together and stand one below the other.
type Column struct {
	Class  string // its name in the style sheet, which also labels it on narrow screens
	Name   string // short, for people
	More   string // said after the name to those who listen
	Fields []Field
	// sec are the numbers and names that the printed form gives; none where the
	// form has no such column.
	SEC []string
	// quiet columns have something to say only where quiet says no.
	Quiet func(d Datum, form byte) bool
}

// TableName is the printed form's name of a table of a form.
func TableName(table int, form byte) string {
	kind, what := "Non-Derivative Securities ", "Acquired, Disposed of, or Beneficially Owned"
	if table == 2 {
		kind = "Derivative Securities "
	}
	if form == '3' {
		what = "Beneficially Owned"
	}
	return kind + what
}

// Columns returns the columns of Table I or II of a form in the printed form's
// order (17 CFR 249.103 to 249.105). A field that the form does not print comes
// last: a line may have it all the same.
func Columns(table int, form byte) []Column {
	security := Column{Class: "security", Name: "Security", Fields: []Field{securityTitleCell}}
	strike := Column{Class: "strike", Name: "Exercise price", More: "or conversion price, in dollars", Fields: []Field{conversionOrExercisePriceCell}}
	date := Column{Class: "date", Name: "Date", More: "of the transaction", Fields: []Field{transactionDateCell}}
	deemed := Column{Class: "deemed", Name: "Deemed executed", Fields: []Field{transactionDeemedExecutionDateCell}, Quiet: empty}
	code := Column{Class: "code", Name: "Code", More: "of the transaction", Fields: []Field{transactionCodeCell}}
	late := Column{Class: "late", Name: "Timeliness", Fields: []Field{transactionTimelinessCell}, Quiet: empty}
	swap := Column{Class: "swap", Name: "Equity swap", Fields: []Field{transactionEquitySwapInvolvedCell}, Quiet: unchecked}
	due := Column{Class: "due", Name: "Form due", More: "the form on which the line was due", Fields: []Field{formTypeCell}, Quiet: sameForm}
	amount := Column{Class: "amount", Name: "Amount", Fields: []Field{transactionSharesCell, transactionTotalValueCell}}
	sign := Column{Class: "sign", Name: "A/D", More: "A acquired, D disposed of", Fields: []Field{transactionAcquiredDisposedCell}}
	price := Column{Class: "price", Name: "Price", More: "in dollars", Fields: []Field{transactionPriceCell}}
	term := Column{Class: "term", Name: "Exercisable, expires", Fields: []Field{exerciseDateCell, expirationDateCell}}
	under := Column{Class: "under", Name: "Underlying security", Fields: []Field{underlyingSharesCell, underlyingValueCell, underlyingTitleCell}}
	owned := Column{Class: "owned", Name: "Owned after", More: "the reported transactions", Fields: []Field{sharesFollowingCell, valueFollowingCell}}
	held := Column{Class: "held", Name: "Ownership", Fields: []Field{ownershipCell, natureOfOwnershipCell}}

	if form == '3' {
		owned.Name, owned.More = "Owned", ""
		if table == 1 {
			security.SEC = []string{"1. Title of Security"}
			owned.SEC = []string{"2. Amount of Securities Beneficially Owned"}
			held.SEC = []string{"3. Ownership Form: Direct (D) or Indirect (I)", "4. Nature of Indirect Beneficial Ownership"}
			return []Column{security, owned, held, strike, date, deemed, code, late, swap, due, amount, sign, price, term, under}
		}
		security.SEC = []string{"1. Title of Derivative Security"}
		term.SEC = []string{"2. Date Exercisable and Expiration Date"}
		under.SEC = []string{"3. Title and Amount of Securities Underlying Derivative Security"}
		strike.SEC = []string{"4. Conversion or Exercise Price of Derivative Security"}
		held.SEC = []string{"5. Ownership Form of Derivative Security: Direct (D) or Indirect (I)", "6. Nature of Indirect Beneficial Ownership"}
		return []Column{security, term, under, strike, held, date, deemed, code, late, swap, due, amount, sign, price, owned}
	}

	if table == 1 {
		security.SEC = []string{"1. Title of Security"}
		date.SEC = []string{"2. Transaction Date"}
		deemed.SEC = []string{"2A. Deemed Execution Date, if any"}
		code.SEC = []string{"3. Transaction Code"}
		amount.SEC = []string{"4. Securities Acquired (A) or Disposed of (D): Amount"}
		sign.SEC = []string{"4. (A) or (D)"}
		price.SEC = []string{"4. Price"}
		owned.SEC = []string{"5. Amount of Securities Beneficially Owned Following Reported Transaction(s)"}
		if form == '5' {
			owned.Name, owned.More = "Owned at year end", ""
			owned.SEC = []string{"5. Amount of Securities Beneficially Owned at end of Issuer’s Fiscal Year"}
		} else {
			late.SEC = []string{"3. Transaction Code: V"}
		}
		held.SEC = []string{"6. Ownership Form: Direct (D) or Indirect (I)", "7. Nature of Indirect Beneficial Ownership"}
		return []Column{security, date, deemed, code, late, swap, due, amount, sign, price, owned, held, strike, term, under}
	}
	security.SEC = []string{"1. Title of Derivative Security"}
	strike.SEC = []string{"2. Conversion or Exercise Price of Derivative Security"}
	date.SEC = []string{"3. Transaction Date"}
	deemed.SEC = []string{"3A. Deemed Execution Date, if any"}
	code.SEC = []string{"4. Transaction Code"}
	amount.SEC = []string{"5. Number of Derivative Securities Acquired (A) or Disposed of (D)"}
	sign.SEC = []string{"5. (A) or (D)"}
	term.SEC = []string{"6. Date Exercisable and Expiration Date"}
	under.SEC = []string{"7. Title and Amount of Underlying Securities"}
	price.SEC = []string{"8. Price of Derivative Security"}
	owned.SEC = []string{"9. Number of Derivative Securities Beneficially Owned Following Reported Transaction(s)"}
	if form == '5' {
		owned.Name, owned.More = "Owned at year end", ""
		owned.SEC = []string{"9. Number of Derivative Securities Beneficially Owned at End of Issuer’s Fiscal Year"}
	} else {
		late.SEC = []string{"4. Transaction Code: V"}
	}
	held.SEC = []string{"10. Ownership Form of Derivative Security: Direct (D) or Indirect (I)", "11. Nature of Indirect Beneficial Ownership"}
	return []Column{security, strike, date, deemed, code, late, swap, due, amount, sign, term, under, price, owned, held}
}

// What a quiet column does not need to be shown for: an empty cell, an unchecked
// flag, the form that this is.
func empty(d Datum, _ byte) bool { return d.State == ownership.Blank }

func unchecked(d Datum, _ byte) bool { return d.State == ownership.Blank || d.Text == "false" }

func sameForm(d Datum, form byte) bool {
	return d.State == ownership.Blank || len(d.Text) == 1 && d.Text[0] == form
}
