package ledger

import (
	"slices"

	"filingview/parser/internal/cause"
	"filingview/parser/internal/identity"
	"filingview/parser/internal/notetext"
	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

// byNote: a note on the total holds a number equal to the gap, or another note of the line
// tells of a movement of that number.
func (x *gap) byNote() {
	for _, e := range x.entries() {
		if note, ok := e.noteOf(x.size); ok {
			x.explain(cause.Because(cause.Note, wording.Grouped(x.size.Magnitude()), cause.Unit(e.table, e.dollars, x.size), note.Words),
				append([]ownership.Evidence{note}, x.cells()...)...)
			return
		}
		if note, ok := x.movedBy(e, e.notesOfHolding()); ok {
			x.explain(cause.Because(cause.LineNote, counted(e, x.size), note.Words), append([]ownership.Evidence{note}, x.cells()...)...)
			return
		}
	}
}

// entries returns the lines of the gap's step.
func (x *gap) entries() []*entry { return x.statement.chain.Steps[x.step].Lines }

// noteOf finds the words of a note on the line's total that hold a number.
func (e *entry) noteOf(size ownership.Decimal) (ownership.Evidence, bool) {
	size = size.Magnitude()
	for _, at := range e.totalNotes() {
		text := e.filing.asFiled.Footnotes[at].Text.V
		var parts []notetext.Number
		for _, n := range notetext.Numbers(text) {
			if n.Value.Cmp(size) == 0 {
				return e.filing.noteEvidence(at, n.From, n.To), true
			}
			if notetext.CountFollows(text[n.From:n.To]) {
				parts = append(parts, n)
			}
		}
		// "includes 120 shares acquired on June 30 and 130 shares on December 31"
		if len(parts) > 1 && len(parts) <= maxPartsOfNumber {
			sum := ownership.Decimal{}
			for _, n := range parts {
				sum, _ = sum.Sum(n.Value)
			}
			if sum.Cmp(size) == 0 {
				return e.filing.noteEvidence(at, parts[0].From, parts[len(parts)-1].To), true
			}
		}
	}
	return ownership.Evidence{}, false
}

// byOtherNote: a note of the owners' other filings tells of the amount: one between the
// two lines or beside them, or the note on a later total of the account, which may be the
// first to tell of it.
func (g *group) byOtherNote(x *gap) {
	if x.within() || !atLeast(x.size, leastTransfer) {
		return
	}
	from, to := slices.Index(g.filings, x.before.filing), slices.Index(g.filings, x.first.filing)
	for i := from; i >= 0 && i <= min(to, from+lookAhead); i++ {
		for _, e := range g.filings[i].toPost() {
			if note, ok := x.toldBy(e); ok {
				x.explainByOther(e.filing, e, note, ownership.StrengthProved)
				return
			}
		}
	}
	for i := from; i >= 0 && i <= min(to, from+lookAhead) && atLeast(x.size, distinctive); i++ {
		if note, e, ok := x.toldAnywhere(g.filings[i]); ok {
			x.explainByOther(g.filings[i], e, note, ownership.StrengthLikely)
			return
		}
	}
	for _, s := range x.account.statements {
		if s.filing.index <= x.first.filing.index || s.filing.index > x.first.filing.index+lookAhead {
			continue
		}
		for _, e := range s.entries {
			if note, ok := x.toldBy(e); ok {
				x.explainByOther(e.filing, e, note, ownership.StrengthProved)
				return
			}
		}
	}
}

// toldAnywhere finds a clause of any note of a filing, or of its remarks, that tells of a
// movement of exactly the gap, in securities of its kind.
func (x *gap) toldAnywhere(f *filing) (note ownership.Evidence, cited *entry, ok bool) {
	has := func(text string, m notetext.Movement) bool {
		return x.goes(m) && notetext.OfKind(text[m.From:m.To], x.first.id.Title) && slices.ContainsFunc(notetext.Numbers(text), func(n notetext.Number) bool {
			return m.From < n.To && n.From < m.To && n.Value.Cmp(x.size.Magnitude()) == 0
		})
	}
	if slices.ContainsFunc(f.toPost(), x.isAmountOf) {
		return note, nil, false // a line of the filing has the amount
	}
	for _, e := range f.toPost() {
		for _, at := range e.allNotes() {
			text := f.asFiled.Footnotes[at].Text.V
			for _, m := range notetext.Movements(text) {
				if has(text, m) {
					return f.noteEvidence(at, m.From, m.To), e, true
				}
			}
		}
	}
	for _, m := range notetext.Movements(f.asFiled.Remarks.V) {
		if has(f.asFiled.Remarks.V, m) {
			return f.remarksEvidence(m.From, m.To), nil, true
		}
	}
	return ownership.Evidence{}, nil, false
}

func (x *gap) explainByOther(said *filing, e *entry, note ownership.Evidence, strength ownership.Strength) {
	x.explain(cause.Because(cause.OtherNote, cause.Article(strength, "a"), said.name(), wording.Grouped(x.size.Magnitude()), cause.Unit(x.first.table, x.first.dollars, x.size), note.Words).WithStrength(strength),
		append([]ownership.Evidence{note}, x.cells()...)...)
	if e != nil {
		link(cause.LinkTold, x.first, e)
	}
}

// toldBy finds the clause of a note on the total of a line of the class that tells of a
// movement of exactly the gap.
func (x *gap) toldBy(e *entry) (ownership.Evidence, bool) {
	if e.id.Table != x.first.id.Table || e.line.Rule == ownership.RuleNoteOnTotal || identity.CompareTitles(e.id.Title, x.first.id.Title) < identity.Alike {
		return ownership.Evidence{}, false
	}
	return x.movedBy(e, e.totalNotes())
}

// movedBy finds the clause of some notes that tells of a movement of exactly the gap: in
// its direction, if the notes are of the gap's account.
func (x *gap) movedBy(e *entry, notes []int) (ownership.Evidence, bool) {
	if x.isAmountOf(e) {
		return ownership.Evidence{}, false // the notes tell of the line's own transaction
	}
	for _, at := range notes {
		text := e.filing.asFiled.Footnotes[at].Text.V
		for _, n := range notetext.Numbers(text) {
			if n.Value.Cmp(x.size.Magnitude()) != 0 {
				continue
			}
			for _, m := range notetext.Movements(text) {
				if m.From < n.To && n.From < m.To && (!x.account.has(e) || x.goes(m)) {
					return e.filing.noteEvidence(at, m.From, m.To), true
				}
			}
		}
	}
	return ownership.Evidence{}, false
}

// isAmountOf reports whether a line's own amount is that of the gap.
func (x *gap) isAmountOf(e *entry) bool {
	return e.change.Known && e.change.V.Magnitude().Cmp(x.size.Magnitude()) == 0
}

// goes reports whether a movement is one in the direction of the gap.
func (x *gap) goes(m notetext.Movement) bool {
	if x.size.Sign() > 0 {
		return m.Up
	}
	return m.Down
}

// told is a clause of a note on a total that says why the balance moved.
type told struct {
	evidence ownership.Evidence
	figures  []ownership.Decimal // what it gives as amounts, none of which is the gap
}

// told returns what the notes on the totals of the gap's lines say of a movement.
func (x *gap) told() (told, bool) {
	for _, e := range x.entries() {
		for _, at := range e.totalNotes() {
			text := e.filing.asFiled.Footnotes[at].Text.V
			for _, m := range notetext.Movements(text) {
				if !x.goes(m) {
					continue
				}
				t := told{evidence: e.filing.noteEvidence(at, m.From, m.To)}
				for _, n := range notetext.Numbers(text) {
					if m.From < n.To && n.From < m.To {
						t.figures = append(t.figures, n.Value)
					}
				}
				return t, true
			}
		}
	}
	return told{}, false
}

// byWords: a note on that very total says why the balance moved, without a figure.
func (x *gap) byWords() {
	t, ok := x.told()
	if !ok || len(t.figures) > 0 {
		return
	}
	x.explain(cause.Because(cause.Words, t.evidence.Words, wording.Grouped(x.size.Magnitude()), cause.Unit(x.first.table, x.first.dollars, x.size), cause.MoreOrLess(x.size)),
		append([]ownership.Evidence{t.evidence}, x.cells()...)...)
}

// spoken reports whether any note of the gap's lines tells of a movement, either way.
func (x *gap) spoken() bool { return len(x.quotes()) > 0 }
