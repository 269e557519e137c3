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
	Path  string // after the line's own
	Label string // as a person says it
	Of    func(r *ownership.Row) Datum
}
