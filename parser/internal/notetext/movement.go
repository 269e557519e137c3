package notetext

import (
	"slices"
	"strings"
)

// Movement is a clause of a note that tells why a balance moved without a transaction
// that the form has a line for: a transfer or a change in the form of ownership (Rule
// 16a-13), a distribution, a plan, a correction.
type Movement struct {
	From, To int // the clause, in bytes of the note's text
	// Up and Down say which way the balance may have moved: shares that were acquired
	// do not make it less.
	Up, Down bool
}

// Movements returns the clauses of a text that tell of a movement. A plan under which
// trades are made, a disclaimer, what may or will happen and what the security converts
// into tell of none.
func Movements(text string) []Movement {
	var found []Movement
	for from := 0; from < len(text); {
		a, b := Clause(text, from, from+1)
		a = max(a, from)
		if b <= from {
			break
		}
		if m, ok := movementIn(Words(text[a:b])); ok {
			m.From, m.To = a, b
			found = append(found, m)
		}
		from = b + 1
		for from < len(text) && (text[from] == ' ' || text[from] == '\n') {
			from++
		}
	}
	return found
}

// movementIn reads the words of a clause.
func movementIn(words []string) (Movement, bool) {
	var m Movement
	received, given := false, false
	for i, w := range words {
		up, down := moves(w)
		if w == "form" && slices.ContainsFunc(words, func(v string) bool { return v == "change" || v == "changed" || v == "changes" }) {
			up, down = true, true
		}
		if w == "return" && i+1 < len(words) && words[i+1] == "of" {
			up, down = true, true
		}
		if i > 0 && words[i-1] == "16a" && (w == "13" || w == "9" || w == "12") {
			up, down = true, true // the rules that exempt a change without a line
		}
		if !up && !down || foreseen(words[max(0, i-4):i]) {
			continue
		}
		if w == "plan" || w == "plans" {
			// an employee stock purchase plan adds shares; a trading plan sells them
			if !slices.ContainsFunc(words[max(0, i-5):i], func(v string) bool { return v == "purchase" || v == "reinvestment" || v == "savings" || v == "401" }) {
				continue
			}
		}
		m.Up, m.Down = m.Up || up, m.Down || down
		received = received || strings.Contains(" received receipt acquired purchased ", " "+w+" ")
		given = given || strings.HasPrefix(w, "transfer") || strings.HasPrefix(w, "contribut") || strings.HasPrefix(w, "gift")
	}
	if received && !given {
		m.Down = false // what was got in a distribution does not make a balance less
	}
	if !m.Up && !m.Down || disclaims(words) {
		return Movement{}, false
	}
	return m, true
}

// Words that tell of a movement, each between blanks: a list is smaller than a switch.
const (
	movedEither = " transfer transferred transfers transferring distribution distributed distributions distribute contribution " +
		"contributed contributions gift gifted gifts donated donation exchanged reclassified reclassification " +
		"rollover rolled assigned conveyed conveyance allocated reallocated reallocation rebalanced corrected " +
		"correction corrects correcting inadvertently inadvertent erroneously error misstated understated overstated " +
		"adjusted adjustment adjustments reconciliation recalculated formerly moved passed emptied returned spun " +
		"dissolution dissolved liquidation liquidated divorce inheritance inherited bequest annuity "
	movedUp = " acquired purchased received receipt reinvestment reinvested espp drip 401 accrued accrual credited plan " +
		"plans dividend dividends "
	movedDown = " forfeited cancelled canceled withheld surrendered lapsed escheated ceased longer "
)

// moves says which way a balance goes that the word tells of.
func moves(w string) (up, down bool) {
	in := func(list string) bool { return strings.Contains(list, " "+w+" ") }
	either := in(movedEither)
	return either || in(movedUp), either || in(movedDown)
}

// foreseen reports whether the words before a verb say that it has not happened.
func foreseen(before []string) bool {
	if n := len(before); n > 0 && before[n-1] == "to" && (n < 2 || before[n-2] != "pursuant" && before[n-2] != "prior" && before[n-2] != "due") {
		return true
	}
	return slices.ContainsFunc(before, func(w string) bool {
		return strings.Contains(" may will would shall can could if upon unless not might ", " "+w+" ")
	})
}

// disclaims reports whether a clause is a disclaimer, or is about trading plans, prices or
// a split, whose ratio is looked at by itself.
func disclaims(words []string) bool {
	text := strings.Join(words, " ")
	for _, s := range [...]string{"disclaim", "pecuniary interest", "10b5 1", "weighted average", "beneficial owner for purposes", "admission", "split"} {
		if strings.Contains(text, s) {
			return true
		}
	}
	return false
}

// OfKind reports whether a clause may speak of securities of a title: one on options or
// units says nothing of shares.
func OfKind(clause, title string) bool {
	for _, w := range Words(clause) {
		switch w = Singular(w); w {
		case "option", "warrant", "unit", "preferred", "debenture":
			if !strings.Contains(title, w) {
				return false
			}
		case "rsu":
			return strings.Contains(title, "unit")
		}
	}
	return true
}
