package identity

import (
	"slices"
	"strings"
)

// Holder is the record holder of an indirect holding: the vehicle. It is named by
// the nature of ownership, or, where that says no more than "Trust" or "See
// footnote", by the text of its notes.
type Holder struct {
	Name Name // the one to go by
	// Note is the name in the notes where the nature has one too.
	Note Name
	// Kind is what a nature says that names nobody: "Trust", "Living Trust".
	Kind []string
	// Text is what the notes say in full, where they name nobody.
	Text string
}

// key is the holder as far as it is sure.
func (h *Holder) key() string {
	return strings.Join(h.Name.Words, " ") + "|" + strings.Join(h.Kind, " ") + "|" + h.Text
}

// Like compares holders. Nothing said contradicts nothing.
func (h *Holder) Like(g *Holder) Likeness {
	if len(without(h.Kind, g.Kind)) > 0 && len(without(g.Kind, h.Kind)) > 0 {
		return min(Doubtful, h.named(g))
	}
	return h.named(g)
}

func (h *Holder) named(g *Holder) Likeness {
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

// mayBe reports whether a vehicle of this kind may have the name: "Trust" the
// Nightingale Family Trust, not Nightingale Partners.
func (h *Holder) mayBe(n *Name) bool {
	return len(h.Kind) == 0 || slices.ContainsFunc(h.Kind, func(w string) bool { return has(n.Words, w) })
}

// nameNobody reports whether the words of a nature of ownership name nobody.
func nameNobody(words []string) bool {
	for _, w := range words {
		switch w {
		case "trust", "see", "footnote", "note", "partnership", "limited", "corporation", "company", "entity", "fund", "held", "hold",
			"through", "below", "remark", "explanation", "indirect", "indirectly", "estate", "planning", "vehicle", "living", "family", "irrevocable", "revocable",
			"foundation", "beneficial", "ownership", "owner", "owned", "as", "in", "response", "foot", "to", "for", "holding", "number", "no", "affiliated", "affiliate", "certain", "various", "liability":
			continue
		}
		if w[0] >= '0' && w[0] <= '9' && len(w) <= 2 || len(w) == 2 && w[0] == 'f' && w[1] >= '0' && w[1] <= '9' {
			continue
		}
		return false
	}
	return true
}

// isKind reports whether a word of a generic nature says what kind of vehicle it is.
func isKind(w string) bool {
	switch w {
	case "trust", "partnership", "corporation", "company", "fund", "estate", "planning", "vehicle", "living", "family", "irrevocable", "revocable", "foundation":
		return true
	}
	return false
}
