package honesty

import "fmt"

// Figures sum up how untrue the ledger is of some filings; the less, the better. The zero
// Figures are those of a ledger that says nothing untrue.
type Figures struct {
	Refuted  float64 // share of the judged explanations that a filing left out refutes
	SplitOff int     // lines put into an account of their own when a filing is left out
	// Of several draws of faults, the worst counts.
	Hidden       float64 // share of the faults that are hidden
	Misexplained float64 // share of the faults that something else is said of, while they are not named
	Years        int     // years that are off and explained by something else
	Accused      int     // right figures that are called wrong; known of simulated owners alone
}

// Goals returns what the figures of any filings should be at most.
func Goals() Figures { return Figures{Refuted: 0.01, Hidden: 0.01, Misexplained: 0.005} }

// AddLeftOut counts what is said when filings are left out.
func (f *Figures) AddLeftOut(l *LeftOut) {
	f.Refuted, f.SplitOff = l.RefutedShare(), l.Count(SplitOff)
}

// AddOutcome counts a draw of faults.
func (f *Figures) AddOutcome(o *Outcome) {
	f.Hidden = max(f.Hidden, o.Hidden())
	f.Misexplained = max(f.Misexplained, o.Misexplained())
	f.Years = max(f.Years, o.Count(WrongYear, func(x *Fault) bool { return x.Said == Wrong }))
}

// Figure is one of the [Figures].
type Figure struct {
	What  string
	Value float64
	share bool
}

// String writes a share in percent and a count as it is.
func (f Figure) String() string {
	if f.share {
		return fmt.Sprintf("%.1f %%", 100*f.Value)
	}
	return fmt.Sprint(f.Value)
}

// List returns the figures one by one, always in the same order.
func (f *Figures) List() []Figure {
	return []Figure{
		{"explanations that a filing left out refutes", f.Refuted, true},
		{"lines split off without a filing", float64(f.SplitOff), false},
		{"faults that are hidden", f.Hidden, true},
		{"faults that something else is said of", f.Misexplained, true},
		{"years explained by something else", float64(f.Years), false},
		{"right figures that are called wrong", float64(f.Accused), false},
	}
}
