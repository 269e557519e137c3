package app

import "filingview/parser/ownership"

// kind says how a value is written.
type kind uint8

const (
	plain    kind = iota // as it is
	shares               // a number
	money                // a number of dollars
	day                  // a date
	moment               // a time on EDGAR's clock
	yes                  // a flag
	code                 // a transaction code
	sign                 // A or D
	holdAs               // D or I
	timely               // E or L
	formNo               // 3, 4 or 5
	relation             // a flag that is shown by its own name
)

// datum is a value made ready to be drawn. The zero datum is an absent cell.
type datum struct {
	*ownership.Reading
	text string // canonical, see ownership.Cell.Text; empty unless known
	kind kind
}

func (d datum) present() bool { return d.Reading != nil && d.State != ownership.Absent }

// tells reports whether there is something to see: more than an empty cell.
func (d datum) tells() bool {
	return d.present() && (d.State != ownership.Blank || len(d.Notes) > 0)
}

func text[T ~string](v *ownership.Value[T], k kind) datum {
	d := datum{Reading: &v.Reading, kind: k}
	if v.State == ownership.Known {
		d.text = string(v.V)
	}
	return d
}

func number(v *ownership.Value[ownership.Decimal], k kind) datum {
	d := datum{Reading: &v.Reading, kind: k}
	if v.State == ownership.Known {
		d.text = v.V.String()
	}
	return d
}

func date(v *ownership.Value[ownership.Date]) datum {
	d := datum{Reading: &v.Reading, kind: day}
	if v.State == ownership.Known {
		d.text = v.V.String()
	}
	return d
}

func flag(v *ownership.Value[bool]) datum {
	d := datum{Reading: &v.Reading, kind: yes}
	if v.State == ownership.Known {
		d.text = "false"
		if v.V {
			d.text = "true"
		}
	}
	return d
}

// field is one cell that a line can have.
type field struct {
	path  string // behind the line's own
	label string // as a person says it
	of    func(r *ownership.Row) datum
}

// What the cells of a line are called. Every cell of ownership.Row is in one
// column of columnsOf; a test holds that.
var (
	securityTitle  = field{"securityTitle", "title", func(r *ownership.Row) datum { return text(&r.SecurityTitle, plain) }}
	exercisePrice  = field{"conversionOrExercisePrice", "exercise price", func(r *ownership.Row) datum { return number(&r.ConversionOrExercisePrice, money) }}
	dueForm        = field{"formType", "form due", func(r *ownership.Row) datum { return text(&r.FormType, formNo) }}
	tradeDate      = field{"transaction.date", "date", func(r *ownership.Row) datum { return date(&r.Transaction.Date) }}
	deemedDate     = field{"transaction.deemedExecutionDate", "deemed execution date", func(r *ownership.Row) datum { return date(&r.Transaction.DeemedExecutionDate) }}
	tradeCode      = field{"transaction.code", "code", func(r *ownership.Row) datum { return text(&r.Transaction.Code, code) }}
	equitySwap     = field{"transaction.equitySwapInvolved", "equity swap", func(r *ownership.Row) datum { return flag(&r.Transaction.EquitySwapInvolved) }}
	timeliness     = field{"transaction.timeliness", "timeliness", func(r *ownership.Row) datum { return text(&r.Transaction.Timeliness, timely) }}
	tradeShares    = field{"transaction.shares", "amount", func(r *ownership.Row) datum { return number(&r.Transaction.Shares, shares) }}
	tradeValue     = field{"transaction.totalValue", "value", func(r *ownership.Row) datum { return number(&r.Transaction.TotalValue, money) }}
	acquiredOrNot  = field{"transaction.acquiredDisposed", "acquired or disposed of", func(r *ownership.Row) datum { return text(&r.Transaction.AcquiredDisposed, sign) }}
	tradePrice     = field{"transaction.price", "price", func(r *ownership.Row) datum { return number(&r.Transaction.Price, money) }}
	exerciseDate   = field{"exerciseDate", "date exercisable", func(r *ownership.Row) datum { return date(&r.ExerciseDate) }}
	expirationDate = field{"expirationDate", "expiration date", func(r *ownership.Row) datum { return date(&r.ExpirationDate) }}
	underTitle     = field{"underlyingTitle", "underlying security", func(r *ownership.Row) datum { return text(&r.UnderlyingTitle, plain) }}
	underShares    = field{"underlyingShares", "underlying amount", func(r *ownership.Row) datum { return number(&r.UnderlyingShares, shares) }}
	underValue     = field{"underlyingValue", "underlying value", func(r *ownership.Row) datum { return number(&r.UnderlyingValue, money) }}
	sharesOwned    = field{"sharesFollowing", "amount owned", func(r *ownership.Row) datum { return number(&r.SharesFollowing, shares) }}
	valueOwned     = field{"valueFollowing", "value owned", func(r *ownership.Row) datum { return number(&r.ValueFollowing, money) }}
	ownershipForm  = field{"ownership", "form of ownership", func(r *ownership.Row) datum { return text(&r.Ownership, holdAs) }}
	natureOf       = field{"natureOfOwnership", "nature of ownership", func(r *ownership.Row) datum { return text(&r.NatureOfOwnership, plain) }}
)
