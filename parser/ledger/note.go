package ledger

// totalNotes returns the notes that hang on the printed total of a line, by their
// place among the filing's notes.
func (e *entry) totalNotes() []int {
	if !e.row.SharesFollowing.Present() {
		return e.notesAt(e.row.ValueFollowing.Notes)
	}
	return e.notesAt(e.row.SharesFollowing.Notes)
}

// notesOfHolding returns the notes on a line's total, and on what says which holding it
// is and how the transaction came about.
func (e *entry) notesOfHolding() []int {
	row := e.row
	return e.notesAt(row.SharesFollowing.Notes, row.ValueFollowing.Notes, row.NatureOfOwnership.Notes, row.Ownership.Notes, row.SecurityTitle.Notes,
		row.Transaction.Code.Notes, row.Transaction.Shares.Notes)
}

// allNotes returns the notes on any cell of a line that tells of securities.
func (e *entry) allNotes() []int {
	row := e.row
	return append(e.notesOfHolding(), e.notesAt(row.UnderlyingShares.Notes, row.UnderlyingValue.Notes, row.UnderlyingTitle.Notes, row.Transaction.Price.Notes, row.ExerciseDate.Notes)...)
}

// notesAt returns the notes that marks lead to.
func (e *entry) notesAt(marks ...[]string) []int {
	var at []int
	for _, ids := range marks {
		for _, id := range ids {
			for i := range e.filing.asFiled.Footnotes {
				if e.filing.asFiled.Footnotes[i].ID == id {
					at = append(at, i)
					break
				}
			}
		}
	}
	return at
}
