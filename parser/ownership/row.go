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

// Row is one line of Table I or Table II. A holding has no Transaction; a line
// of Table I has no terms and no underlying security; whatever the document
// gives all the same is kept where it belongs by name.
type Row struct {
	Kind RowKind `json:"kind"`
	// At spans the whole line in the source.
	At Span `json:"at,omitzero"`

	SecurityTitle Value[string] `json:"securityTitle,omitzero"`
	// ConversionOrExercisePrice is in dollars per share unless a note says otherwise.
	ConversionOrExercisePrice Value[Decimal] `json:"conversionOrExercisePrice,omitzero"`
	// FormType is the form on which the line was due: 3, 4 or 5. On a holding of
	// Form 5, a 3 marks a late Form 3 holding.
	FormType    Value[string] `json:"formType,omitzero"`
	Transaction Trade         `json:"transaction,omitzero"`

	ExerciseDate     Value[Date]    `json:"exerciseDate,omitzero"`
	ExpirationDate   Value[Date]    `json:"expirationDate,omitzero"`
	UnderlyingTitle  Value[string]  `json:"underlyingTitle,omitzero"`
	UnderlyingShares Value[Decimal] `json:"underlyingShares,omitzero"`
	UnderlyingValue  Value[Decimal] `json:"underlyingValue,omitzero"` // dollars

	// SharesFollowing or ValueFollowing (dollars) is the amount owned following
	// the reported transactions; on Form 3 the amount owned.
	SharesFollowing   Value[Decimal]        `json:"sharesFollowing,omitzero"`
	ValueFollowing    Value[Decimal]        `json:"valueFollowing,omitzero"`
	Ownership         Value[DirectIndirect] `json:"ownership,omitzero"`
	NatureOfOwnership Value[string]         `json:"natureOfOwnership,omitzero"`
}

// Trade is what a transaction has and a holding has not.
type Trade struct {
	Date                Value[Date] `json:"date,omitzero"`
	DeemedExecutionDate Value[Date] `json:"deemedExecutionDate,omitzero"`
	// Code is the transaction code (Form 4 Instruction 8). Footnotes on the
	// whole coding are cited here, where the printed form shows them.
	Code Value[string] `json:"code,omitzero"`
	// EquitySwapInvolved is printed as a K behind the code.
	EquitySwapInvolved Value[bool]       `json:"equitySwapInvolved,omitzero"`
	Timeliness         Value[Timeliness] `json:"timeliness,omitzero"`
	Shares             Value[Decimal]    `json:"shares,omitzero"`
	TotalValue         Value[Decimal]    `json:"totalValue,omitzero"` // dollars, in place of Shares
	// Price is in dollars per share unless a note says otherwise.
	Price            Value[Decimal]          `json:"price,omitzero"`
	AcquiredDisposed Value[AcquiredDisposed] `json:"acquiredDisposed,omitzero"`
}
