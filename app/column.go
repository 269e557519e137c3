package app

import (
	"filingview/parser/ownership"
)

// column is a column of a table: one field of its lines, or a few that belong
// together and stand one below the other.
type column struct {
	class  string // its name in the style sheet, which also labels it on narrow screens
	name   string // short, for people
	more   string // said behind the name to those who listen
	fields []field
	// sec are the numbers and names that the printed form gives; none where the
	// form has no such column.
	sec []string
	// quiet columns have something to say only where quiet says no.
	quiet func(d datum, form byte) bool
}

// tableName is the printed form's name of a table of a form.
func tableName(table int, form byte) string {
	kind, what := "Non-Derivative Securities ", "Acquired, Disposed of, or Beneficially Owned"
	if table == 2 {
		kind = "Derivative Securities "
	}
	if form == '3' {
		what = "Beneficially Owned"
	}
	return kind + what
}

// columnsOf returns the columns of Table I or II of a form in the printed form's
// order (17 CFR 249.103 to 249.105). A field that the form does not print comes
// last: a line may have it all the same.
func columnsOf(table int, form byte) []column {
	security := column{class: "security", name: "Security", fields: []field{securityTitle}}
	strike := column{class: "strike", name: "Exercise price", more: "or conversion price, in dollars", fields: []field{exercisePrice}}
	date := column{class: "date", name: "Date", more: "of the transaction", fields: []field{tradeDate}}
	deemed := column{class: "deemed", name: "Deemed executed", fields: []field{deemedDate}, quiet: empty}
	code := column{class: "code", name: "Code", more: "of the transaction", fields: []field{tradeCode}}
	late := column{class: "late", name: "Timeliness", fields: []field{timeliness}, quiet: empty}
	swap := column{class: "swap", name: "Equity swap", fields: []field{equitySwap}, quiet: unchecked}
	due := column{class: "due", name: "Form due", more: "the form on which the line was due", fields: []field{dueForm}, quiet: sameForm}
	amount := column{class: "amount", name: "Amount", fields: []field{tradeShares, tradeValue}}
	sign := column{class: "sign", name: "A/D", more: "A acquired, D disposed of", fields: []field{acquiredOrNot}}
	price := column{class: "price", name: "Price", more: "in dollars", fields: []field{tradePrice}}
	term := column{class: "term", name: "Exercisable, expires", fields: []field{exerciseDate, expirationDate}}
	under := column{class: "under", name: "Underlying security", fields: []field{underShares, underValue, underTitle}}
	owned := column{class: "owned", name: "Owned after", more: "the reported transactions", fields: []field{sharesOwned, valueOwned}}
	held := column{class: "held", name: "Ownership", fields: []field{ownershipForm, natureOf}}

	if form == '3' {
		owned.name, owned.more = "Owned", ""
		if table == 1 {
			security.sec = []string{"1. Title of Security"}
			owned.sec = []string{"2. Amount of Securities Beneficially Owned"}
			held.sec = []string{"3. Ownership Form: Direct (D) or Indirect (I)", "4. Nature of Indirect Beneficial Ownership"}
			return []column{security, owned, held, strike, date, deemed, code, late, swap, due, amount, sign, price, term, under}
		}
		security.sec = []string{"1. Title of Derivative Security"}
		term.sec = []string{"2. Date Exercisable and Expiration Date"}
		under.sec = []string{"3. Title and Amount of Securities Underlying Derivative Security"}
		strike.sec = []string{"4. Conversion or Exercise Price of Derivative Security"}
		held.sec = []string{"5. Ownership Form of Derivative Security: Direct (D) or Indirect (I)", "6. Nature of Indirect Beneficial Ownership"}
		return []column{security, term, under, strike, held, date, deemed, code, late, swap, due, amount, sign, price, owned}
	}

	if table == 1 {
		security.sec = []string{"1. Title of Security"}
		date.sec = []string{"2. Transaction Date"}
		deemed.sec = []string{"2A. Deemed Execution Date, if any"}
		code.sec = []string{"3. Transaction Code"}
		amount.sec = []string{"4. Securities Acquired (A) or Disposed of (D): Amount"}
		sign.sec = []string{"4. (A) or (D)"}
		price.sec = []string{"4. Price"}
		owned.sec = []string{"5. Amount of Securities Beneficially Owned Following Reported Transaction(s)"}
		if form == '5' {
			owned.name, owned.more = "Owned at year end", ""
			owned.sec = []string{"5. Amount of Securities Beneficially Owned at end of Issuer’s Fiscal Year"}
		} else {
			late.sec = []string{"3. Transaction Code: V"}
		}
		held.sec = []string{"6. Ownership Form: Direct (D) or Indirect (I)", "7. Nature of Indirect Beneficial Ownership"}
		return []column{security, date, deemed, code, late, swap, due, amount, sign, price, owned, held, strike, term, under}
	}
	security.sec = []string{"1. Title of Derivative Security"}
	strike.sec = []string{"2. Conversion or Exercise Price of Derivative Security"}
	date.sec = []string{"3. Transaction Date"}
	deemed.sec = []string{"3A. Deemed Execution Date, if any"}
	code.sec = []string{"4. Transaction Code"}
	amount.sec = []string{"5. Number of Derivative Securities Acquired (A) or Disposed of (D)"}
	sign.sec = []string{"5. (A) or (D)"}
	term.sec = []string{"6. Date Exercisable and Expiration Date"}
	under.sec = []string{"7. Title and Amount of Underlying Securities"}
	price.sec = []string{"8. Price of Derivative Security"}
	owned.sec = []string{"9. Number of Derivative Securities Beneficially Owned Following Reported Transaction(s)"}
	if form == '5' {
		owned.name, owned.more = "Owned at year end", ""
		owned.sec = []string{"9. Number of Derivative Securities Beneficially Owned at End of Issuer’s Fiscal Year"}
	} else {
		late.sec = []string{"4. Transaction Code: V"}
	}
	held.sec = []string{"10. Ownership Form of Derivative Security: Direct (D) or Indirect (I)", "11. Nature of Indirect Beneficial Ownership"}
	return []column{security, strike, date, deemed, code, late, swap, due, amount, sign, term, under, price, owned, held}
}

// What a quiet column does not need to be shown for: an empty cell, an unchecked
// flag, the form that this is.
func empty(d datum, _ byte) bool { return d.State == ownership.Blank }

func unchecked(d datum, _ byte) bool { return d.State == ownership.Blank || d.text == "false" }

func sameForm(d datum, form byte) bool {
	return d.State == ownership.Blank || len(d.text) == 1 && d.text[0] == form
}
