package identity

import (
	"slices"
	"strings"
)

// Holder is the record holder of an indirect holding: the vehicle. It is named by
// the nature of ownership, or, where that says no more than "Trust" or "See
// footnote", by the text of its notes.
type Holder struct {
	Name Name // the one to go by; empty if nobody is named, or more than one
	// Note is the name in the notes where the nature has one too.
	Note Name
	// Several are the holders that the nature or a note names, in the order in which
	// it does, where it names more than one ("held by Fund I, L.P. and Fund II,
	// L.P.") and nothing says which of them this line is of. Name and Note are empty
	// then. Lines of one filing with the same Several may be lines of different
	// holders, of one, or of all of them together: the text doesn't tell.
	Several []Name
	// Kind is what a nature says that names nobody: "Trust", "Living Trust".
	Kind []string
	// Text is what the notes say in full, where they name nobody.
	Text string
}

// Shown is what the holder is called, as filed: its name, or the names of those that
// it may be, or "" where nobody is named.
func (h *Holder) Shown() string {
	if len(h.Several) == 0 {
		return h.Name.Shown
	}
	var b strings.Builder
	for i := range h.Several {
		switch {
		case i == 0:
		case i+1 == len(h.Several):
			b.WriteString(" and ")
		default:
			b.WriteString(", ")
		}
		b.WriteString(h.Several[i].Shown)
	}
	return b.String()
}

// key is the holder as far as it is sure.
func (h *Holder) key() string {
	k := h.Name.key() + "|" + strings.Join(h.Kind, " ") + "|" + h.Text
	if len(h.Several) > 0 {
		keys := make([]string, len(h.Several))
		for i := range h.Several {
			keys[i] = h.Several[i].key()
		}
		slices.Sort(keys)
		k += "|" + strings.Join(keys, "|")
	}
	return k
}

// Like compares holders. Nothing said contradicts nothing.
func (h *Holder) Like(g *Holder) Likeness {
	l := h.named(g)
	if len(without(h.Kind, g.Kind)) > 0 && len(without(g.Kind, h.Kind)) > 0 {
		return min(Doubtful, l)
	}
	return l
}

func (h *Holder) named(g *Holder) Likeness {
	switch {
	case len(h.Several) > 0 && len(g.Several) > 0:
		return likeSeveral(h.Several, g.Several)
	case len(h.Several) > 0 && !g.Name.Empty():
		return min(Alike, likeAny(&g.Name, h.Several))
	case len(g.Several) > 0 && !h.Name.Empty():
		return min(Alike, likeAny(&h.Name, g.Several))
	case len(h.Several) > 0 || len(g.Several) > 0:
		return Alike
	}
	if h.Name.Empty() || g.Name.Empty() {
		if h.Text != "" && g.Text != "" {
			if h.Text == g.Text {
				return Same
			}
			return Doubtful
		}
		if h.Name.Empty() && g.Name.Empty() && h.Text == "" && g.Text == "" {
			return Same
		}
		if h.Name.Empty() && !g.Name.Empty() && !h.mayBe(&g.Name) || g.Name.Empty() && !h.Name.Empty() && !g.mayBe(&h.Name) {
			return Doubtful
		}
		return Alike
	}
	l := h.Name.Like(&g.Name)
	if l < Alike {
		// One filing names it in the column and the other in the note.
		for _, m := range [...]Likeness{likeNamed(&h.Note, &g.Name), likeNamed(&h.Name, &g.Note), likeNamed(&h.Note, &g.Note)} {
			if m == Same {
				return Alike
			}
		}
	}
	return l
}

// likeAny compares a name with the nearest of several.
func likeAny(n *Name, all []Name) Likeness {
	best := Different
	for i := range all {
		best = max(best, n.Like(&all[i]))
	}
	return best
}

// likeSeveral compares lists of names: the same names, in any order, are the same
// description; where each name of the shorter list is one of the longer, it may be.
func likeSeveral(x, y []Name) Likeness {
	if len(x) > len(y) {
		x, y = y, x
	}
	worst, best := Same, Different
	for i := range x {
		l := likeAny(&x[i], y)
		worst, best = min(worst, l), max(best, l)
	}
	switch {
	case worst >= Alike && len(x) == len(y):
		return worst
	case worst >= Alike:
		return Alike
	}
	return min(best, Doubtful)
}

// mayBe reports whether a vehicle of this kind may have the name: "Trust" the
// Nightingale Family Trust, not Nightingale Partners.
func (h *Holder) mayBe(n *Name) bool {
	return len(h.Kind) == 0 || slices.ContainsFunc(h.Kind, func(w string) bool {
		switch w {
		case "partnership":
			return n.Form == "lp" || has(n.Words, w)
		case "llc":
			return n.Form == "llc"
		case "corporation", "company":
			return n.Form == "corp" || n.Form == "llc" || has(n.Words, w)
		}
		return has(n.Words, w)
	})
}
