package ownershipxml

// element is a name that the SEC's ownership schemas know, X0101 to X0609.
type element uint8

func (e element) isRow() bool {
	return e >= nonDerivativeTransaction && e <= derivativeHolding
}

// holdsText reports whether the element is a cell, not a container.
func (e element) holdsText() bool { return e > footnoteID }
