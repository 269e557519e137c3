package ownership

import "fmt"

// RowKind tells a transaction from a holding.
type RowKind uint8

const (
	// Holding: a position, without a transaction.
	Holding RowKind = iota
	// Transaction: a reported change.
	Transaction
)

var rowKindNames = [...]string{"holding", "transaction"}

func (k RowKind) String() string {
	if int(k) < len(rowKindNames) {
		return rowKindNames[k]
	}
	return fmt.Sprintf("RowKind(%d)", uint8(k))
}

// MarshalText writes the kind's name.
func (k RowKind) MarshalText() ([]byte, error) {
	return marshalName(rowKindNames[:], int(k), "row kind")
}

// UnmarshalText reads a kind's name.
func (k *RowKind) UnmarshalText(b []byte) error {
	i, err := unmarshalName(rowKindNames[:], b, "row kind")
	*k = RowKind(i)
	return err
}

// AcquiredDisposed is A (acquired) or D (disposed of).
type AcquiredDisposed string

// The two signs of a transaction.
const (
	Acquired AcquiredDisposed = "A"
	Disposed AcquiredDisposed = "D"
)

// DirectIndirect is D (direct) or I (indirect beneficial ownership).
type DirectIndirect string

// The two forms of ownership.
const (
	Direct   DirectIndirect = "D"
	Indirect DirectIndirect = "I"
)

// Timeliness is E (early, printed V), L (late), or blank (on time).
type Timeliness string

// The two marks of timeliness.
const (
	Early Timeliness = "E"
	Late  Timeliness = "L"
)

// Doubted reports whether a figure of the line that balances are made of was not read for
// certain: its amount, whether that was acquired or disposed of, or what was owned after it.
func (r *Row) Doubted() bool {
	t := &r.Transaction
	for _, v := range [...]*Reading{&t.Shares.Reading, &t.TotalValue.Reading, &t.AcquiredDisposed.Reading, &r.SharesFollowing.Reading, &r.ValueFollowing.Reading} {
		if v.Doubted() {
			return true
		}
	}
	// Form 3 has no column for the number of derivative securities: the amount of the
	// underlying security stands for it.
	return !r.SharesFollowing.Present() && !r.ValueFollowing.Present() && (r.UnderlyingShares.Doubted() || r.UnderlyingValue.Doubted())
}
