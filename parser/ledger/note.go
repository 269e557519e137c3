package ledger

// totalNotes returns the notes that hang on the printed total of a line, by their
// place among the filing's notes.
func (e *entry) totalNotes() []int {
	marks := e.row.SharesFollowing.Notes
	if !e.row.SharesFollowing.Present() {
		marks = e.row.ValueFollowing.Notes
	}
	var at []int
	for _, id := range marks {
		for i := range e.filing.asFiled.Footnotes {
			if e.filing.asFiled.Footnotes[i].ID == id {
				at = append(at, i)
				break
			}
		}
	}
	return at
}
