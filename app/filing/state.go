package filing

import (
	"slices"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/address"
	"filingview/app/request"
	"filingview/app/wire"
	"filingview/parser/ownership"
)

// State is the filing that is asked for or shown, and how far it is drawn. Its zero
// value shows none.
type State struct {
	request  request.Request[wire.Ref]
	arrived  *ownership.Filing // what the engine gave, to be made ready in a turn of its own
	prepared *View             // the same, ready to be shown in the next turn

	view       *View
	generation int // counts the filings that were shown
	look       look
	early      *answer // what the ledger said before the filing was there
}

// answer is what the ledger said of a filing.
type answer struct {
	ref     wire.Ref
	said    *wire.Reconciliation
	failure string
}

// Ask takes note that the engine is asked for a filing. Another one is shown meanwhile.
func (s *State) Ask(ref wire.Ref) {
	s.request.Ask(ref)
	s.arrived, s.prepared, s.early = nil, nil, nil
}

// Answer takes a filing, if it is still the one that is wanted, and reports whether it
// is. Advance shows it.
func (s *State) Answer(ref wire.Ref, f *ownership.Filing) bool {
	wanted, _ := s.request.Answer(ref)
	if wanted {
		s.arrived = f
	}
	return wanted
}

// Refuse shows no filing, and the sentence of why; none if the filing may still come.
// It reports whether the filing was still wanted.
func (s *State) Refuse(ref wire.Ref, sentence string) bool {
	wanted, _ := s.request.Refuse(ref, sentence)
	if wanted {
		s.view = nil
		if sentence == "" {
			s.request.Drop()
		}
	}
	return wanted
}

// Advance takes a filing that has arrived one step on to the screen. Each step takes a
// turn of the browser. It reports whether there was a step to take, and whether that
// was the last: the filing is shown in place of another, and drawn bit by bit by
// DrawMore.
func (s *State) Advance() (moved, shown bool) {
	switch {
	case s.arrived != nil:
		s.prepared, s.arrived = New(s.request.Key(), s.arrived), nil
		return true, false
	case s.prepared != nil:
		s.request.Show()
		s.view, s.look, s.prepared = s.prepared, look{}, nil
		s.generation++
		if s.early != nil {
			s.tell(s.early)
			s.early = nil
		}
		return true, true
	}
	return false, false
}

// Close shows no filing and wants none.
func (s *State) Close() { *s = State{generation: s.generation} }

// Pending reports whether a filing is asked for that is not shown yet.
func (s *State) Pending() bool { return s.request.Pending() }

// Refusal returns the sentence of why the filing that is wanted is not shown; empty if
// there is none.
func (s *State) Refusal() string { return s.request.Refusal() }

// Shown reports whether a filing is shown.
func (s *State) Shown() bool { return s.view != nil }

// Shows reports whether it is this one.
func (s *State) Shows(ref wire.Ref) bool { return s.view != nil && s.view.ref == ref }

// Ref is the filing that is shown, or none.
func (s *State) Ref() wire.Ref {
	if s.view == nil {
		return wire.Ref{}
	}
	return s.view.ref
}

// Filing is the filing that is shown, or nil, and how many were shown before.
func (s *State) Filing() (f *ownership.Filing, generation int) {
	if s.view == nil {
		return nil, s.generation
	}
	return s.view.f, s.generation
}

// Tell takes what the ledger says of a filing, or the sentence of why it says nothing.
// That of a filing which is neither shown nor asked for is ignored. It reports whether
// something is to be drawn again.
func (s *State) Tell(ref wire.Ref, t *wire.Reconciliation, failure string) bool {
	a := answer{ref, t, failure}
	if s.Shows(ref) {
		s.tell(&a)
		return true
	}
	if s.Pending() && s.request.Key() == ref {
		s.early = &a
	}
	return false
}

func (s *State) tell(a *answer) {
	s.view.tell(a.said, a.failure)
	s.look.outdate()
}

// Complete reports whether all is drawn that is to be.
func (s *State) Complete() bool { return s.view != nil && s.look.done }

// Waits reports whether something is still to be drawn, or to be drawn again.
func (s *State) Waits() bool { return s.view != nil && (!s.look.done || s.look.stale) }

// DrawMore has the next chunks drawn, and reports whether there are still more.
func (s *State) DrawMore() bool {
	s.view.drawNext(&s.look)
	return s.Waits()
}

// Again has everything drawn anew, as when something else was shown meanwhile.
func (s *State) Again() { s.look.again() }

// More has the next things of a part shown, by its number, and reports whether there
// is such a part.
func (s *State) More(n int) bool {
	if n < 0 || n >= int(parts) || s.view == nil {
		return false
	}
	s.look.windows[n]++
	s.look.done = false
	return true
}

// Uncover has so much of the filing shown that the element of an id is among it, and
// reports whether that is more than is shown already.
func (s *State) Uncover(id string) bool {
	p, n, ok := s.view.whereIs(id)
	if !ok || n < s.view.shown(p, &s.look) {
		return false
	}
	s.look.windows[p] = n / window
	s.look.done = false
	return true
}

// ToggleEvidence opens or shuts what supports the state of a line.
func (s *State) ToggleEvidence(path string) {
	open := slices.Clone(s.look.open)
	if i := slices.Index(open, path); i >= 0 {
		s.look.open = slices.Delete(open, i, i+1)
		return
	}
	s.look.open = append(open, path)
}

// Title is the page's.
func (s *State) Title() string { return s.view.title() }

// View draws the filing, as the address says. Entries is how many the file has that it
// is of, if there are several.
func (s *State) View(a address.Address, entries int) app.UI {
	return s.view.view(a, entries, &s.look, s.piece)
}

// CellText returns the text of a cell of the filing that is shown, or nil.
func (s *State) CellText(path string) *string {
	for c := range s.view.f.Cells() {
		if c.Path == path {
			text := c.Text()
			return &text
		}
	}
	return nil
}
