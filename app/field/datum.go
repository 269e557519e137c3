package field

import "filingview/parser/ownership"

// Kind says how a value is written.
type Kind uint8

const (
	Plain    Kind = iota // as it is
	Shares               // a number
	Money                // a number of dollars
	Day                  // a date
	Moment               // a time on EDGAR's clock
	Yes                  // a flag
	Code                 // a transaction code
	sign                 // A or D
	HoldAs               // D or I
	Timely               // E or L
	FormNo               // 3, 4 or 5
	Relation             // a flag that is shown by its own name
)

// Datum is a value made ready to be drawn. The zero datum is an absent cell.
type Datum struct {
	*ownership.Reading
	Text string // canonical, see ownership.Cell.Text; empty unless known
	Kind Kind
}

func (d Datum) Present() bool { return d.Reading != nil && d.State != ownership.Absent }

// Tells reports whether there is something to see: more than an empty cell.
func (d Datum) Tells() bool {
	return d.Present() && (d.State != ownership.Blank || len(d.Notes) > 0)
}

// OfCell makes a cell ready that is given by its path.
func OfCell(c ownership.Cell, k Kind) Datum {
	return Datum{Reading: c.Reading, Text: c.Text(), Kind: k}
}

func TextOf[T ~string](v *ownership.Value[T], k Kind) Datum {
	d := Datum{Reading: &v.Reading, Kind: k}
	if v.State == ownership.Known {
		d.Text = string(v.V)
	}
	return d
}

func number(v *ownership.Value[ownership.Decimal], k Kind) Datum {
	d := Datum{Reading: &v.Reading, Kind: k}
	if v.State == ownership.Known {
		d.Text = v.V.String()
	}
	return d
}

func date(v *ownership.Value[ownership.Date]) Datum {
	d := Datum{Reading: &v.Reading, Kind: Day}
	if v.State == ownership.Known {
		d.Text = v.V.String()
	}
	return d
}

func flag(v *ownership.Value[bool]) Datum {
	d := Datum{Reading: &v.Reading, Kind: Yes}
	if v.State == ownership.Known {
		d.Text = "false"
		if v.V {
			d.Text = "true"
		}
	}
	return d
}

// Field is one cell that a line can have.
type Field struct {
	Path  string // behind the line's own
	Label string // as a person says it
	Of    func(r *ownership.Row) Datum
}

// What the cells of a line are called. Every cell of ownership.Row is in one
// column of columnsOf; a test holds that.
var (
	securityTitle  = Field{"securityTitle", "title", func(r *ownership.Row) Datum { return TextOf(&r.SecurityTitle, Plain) }}
	exercisePrice  = Field{"conversionOrExercisePrice", "exercise price", func(r *ownership.Row) Datum { return number(&r.ConversionOrExercisePrice, Money) }}
	dueForm        = Field{"formType", "form due", func(r *ownership.Row) Datum { return TextOf(&r.FormType, FormNo) }}
	tradeDate      = Field{"transaction.date", "date", func(r *ownership.Row) Datum { return date(&r.Transaction.Date) }}
	deemedDate     = Field{"transaction.deemedExecutionDate", "deemed execution date", func(r *ownership.Row) Datum { return date(&r.Transaction.DeemedExecutionDate) }}
	tradeCode      = Field{"transaction.code", "code", func(r *ownership.Row) Datum { return TextOf(&r.Transaction.Code, Code) }}
	equitySwap     = Field{"transaction.equitySwapInvolved", "equity swap", func(r *ownership.Row) Datum { return flag(&r.Transaction.EquitySwapInvolved) }}
	timeliness     = Field{"transaction.timeliness", "timeliness", func(r *ownership.Row) Datum { return TextOf(&r.Transaction.Timeliness, Timely) }}
	tradeShares    = Field{"transaction.shares", "amount", func(r *ownership.Row) Datum { return number(&r.Transaction.Shares, Shares) }}
	tradeValue     = Field{"transaction.totalValue", "value", func(r *ownership.Row) Datum { return number(&r.Transaction.TotalValue, Money) }}
	acquiredOrNot  = Field{"transaction.acquiredDisposed", "acquired or disposed of", func(r *ownership.Row) Datum { return TextOf(&r.Transaction.AcquiredDisposed, sign) }}
	tradePrice     = Field{"transaction.price", "price", func(r *ownership.Row) Datum { return number(&r.Transaction.Price, Money) }}
	exerciseDate   = Field{"exerciseDate", "date exercisable", func(r *ownership.Row) Datum { return date(&r.ExerciseDate) }}
	expirationDate = Field{"expirationDate", "expiration date", func(r *ownership.Row) Datum { return date(&r.ExpirationDate) }}
	underTitle     = Field{"underlyingTitle", "underlying security", func(r *ownership.Row) Datum { return TextOf(&r.UnderlyingTitle, Plain) }}
	underShares    = Field{"underlyingShares", "underlying amount", func(r *ownership.Row) Datum { return number(&r.UnderlyingShares, Shares) }}
	underValue     = Field{"underlyingValue", "underlying value", func(r *ownership.Row) Datum { return number(&r.UnderlyingValue, Money) }}
	sharesOwned    = Field{"sharesFollowing", "amount owned", func(r *ownership.Row) Datum { return number(&r.SharesFollowing, Shares) }}
	valueOwned     = Field{"valueFollowing", "value owned", func(r *ownership.Row) Datum { return number(&r.ValueFollowing, Money) }}
	ownershipForm  = Field{"ownership", "form of ownership", func(r *ownership.Row) Datum { return TextOf(&r.Ownership, HoldAs) }}
	natureOf       = Field{"natureOfOwnership", "nature of ownership", func(r *ownership.Row) Datum { return TextOf(&r.NatureOfOwnership, Plain) }}
)
