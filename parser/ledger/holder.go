package ledger

import (
	"slices"
	"strings"

	"filingview/parser/ownership"
)

// holder is the record holder of an indirect holding: the vehicle. It is named by
// the nature of ownership, or, where that says no more than "Trust" or "See
// footnote", by the text of its notes.
type holder struct {
	name holderName // the one to go by
	// note is the name in the notes where the nature has one too.
	note holderName
	// kind is what a nature says that names nobody: "Trust", "Living Trust".
	kind []string
	// text is what the notes say in full, where they name nobody.
	text string
}

// key is the holder as far as it is surely told.
func (h *holder) key() string {
	return strings.Join(h.name.words, " ") + "|" + strings.Join(h.kind, " ") + "|" + h.text
}

// holderName is a name and its words for comparing.
type holderName struct {
	shown string
	words []string // without articles and legal forms, in singular
}

func (n *holderName) empty() bool { return len(n.words) == 0 }

// like compares holders. Nothing said contradicts nothing.
func (h *holder) like(g *holder) likeness {
	if len(without(h.kind, g.kind)) > 0 && len(without(g.kind, h.kind)) > 0 {
		return min(doubtful, h.named(g))
	}
	return h.named(g)
}

func (h *holder) named(g *holder) likeness {
	if h.name.empty() || g.name.empty() {
		if h.text != "" && g.text != "" {
			if h.text == g.text {
				return same
			}
			return doubtful
		}
		if h.name.empty() && g.name.empty() && h.text == "" && g.text == "" {
			return same
		}
		if h.name.empty() && !g.name.empty() && !h.mayBe(&g.name) || g.name.empty() && !h.name.empty() && !g.mayBe(&h.name) {
			return doubtful
		}
		return alike
	}
	l := h.name.like(&g.name)
	if l < alike {
		// One filing names it in the column and the other in the note.
		for _, m := range [...]likeness{likeNamed(&h.note, &g.name), likeNamed(&h.name, &g.note), likeNamed(&h.note, &g.note)} {
			if m == same {
				return alike
			}
		}
	}
	return l
}

// mayBe reports whether a vehicle of this kind may have the name: "Trust" the
// Nightingale Family Trust, not Nightingale Partners.
func (h *holder) mayBe(n *holderName) bool {
	return len(h.kind) == 0 || slices.ContainsFunc(h.kind, func(w string) bool { return names(n.words, w) })
}

func likeNamed(a, b *holderName) likeness {
	if a.empty() || b.empty() {
		return different
	}
	return a.like(b)
}

// like compares names: equal words, in any order, are the same holder; a name that
// says less than the other may be; names that share most words are doubtful.
func (n *holderName) like(m *holderName) likeness {
	onlyN, onlyM := without(n.words, m.words), without(m.words, n.words)
	switch {
	case len(onlyN) == 0 && len(onlyM) == 0:
		return same
	case tellsApart(onlyN) && tellsApart(onlyM):
		return different
	case len(onlyN) == 0 || len(onlyM) == 0:
		if tellsApart(onlyN) || tellsApart(onlyM) {
			return doubtful
		}
		return alike
	case len(onlyN) == 1 && len(onlyM) == 1 && nearly(onlyN[0], onlyM[0]):
		return alike
	}
	shared := len(n.words) - len(onlyN)
	if shared > 0 && 2*shared >= min(len(n.words), len(m.words)) {
		return doubtful
	}
	return different
}

// tellsApart reports whether a word is one that siblings differ by: "Fund VI" and
// "Fund VII", "Child 1" and "Child 2", "Principals Fund".
func tellsApart(words []string) bool {
	for _, w := range words {
		if w[0] >= '0' && w[0] <= '9' || len(w) == 1 || isRoman(w) {
			return true
		}
		switch w {
		case "principal", "partner", "entrepreneur", "employee", "growth", "seed", "venture", "parallel", "affiliate", "spouse", "son", "daughter",
			"wife", "husband", "child", "children", "exempt", "nonexempt", "q", "qp", "gst":
			return true
		}
	}
	return false
}

func isRoman(w string) bool {
	return w != "" && strings.Trim(w, "ivx") == ""
}

func (r *reader) holder(f *ownership.Filing, row *ownership.Row) holder {
	nature := row.NatureOfOwnership.V
	fromNature, ok := r.natures[nature]
	if !ok {
		fromNature = nameOf(nature)
		if generic(fromNature.words) {
			fromNature.shown = "" // a kind, not a name
			fromNature.words = slices.DeleteFunc(fromNature.words, func(w string) bool { return !isKind(w) })
		}
		r.natures[nature] = fromNature
	}
	var h holder
	if fromNature.shown == "" {
		h.kind, fromNature.words = fromNature.words, nil
	}
	var text string
	// A note on the title or the total speaks of much else: only a name in it counts.
	for place, marks := range [...][]string{row.NatureOfOwnership.Notes, row.Ownership.Notes, row.SecurityTitle.Notes, row.SharesFollowing.Notes} {
		for _, id := range marks {
			note, ok := f.Note(id)
			if !ok {
				continue
			}
			name, seen := r.names[note.Text.V]
			if !seen {
				name = heldBy(strings.Join(strings.Fields(note.Text.V), " "))
				r.names[note.Text.V] = name
			}
			if h.note.empty() {
				h.note = name
			}
			if place < 2 {
				text += note.Text.V
			}
		}
		if !h.note.empty() || text != "" {
			break // what hangs nearest to the nature speaks of it
		}
	}
	switch {
	case !fromNature.empty():
		h.name = fromNature
	case !h.note.empty():
		h.name, h.note = h.note, holderName{}
	case text != "":
		h.text = strings.Join(wordsOf(text), " ")
	}
	return h
}

// generic reports whether the words of a nature of ownership name nobody.
func generic(words []string) bool {
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

// nameOf takes the words of a name: articles, "by", legal forms and plurals do not
// tell holders apart.
func nameOf(text string) holderName {
	words := make([]string, 0, 8)
	for _, w := range wordsOf(text) {
		switch w {
		case "by", "the", "a", "an", "of", "and", "lp", "llc", "llp", "lllp", "inc", "ltd", "l", "p", "co", "corp", "dated", "uad", "udt", "dtd", "u", "t", "d", "by:":
			continue
		}
		switch w = singular(w); w {
		case "wife", "husband":
			w = "spouse"
		}
		words = append(words, w)
	}
	slices.Sort(words)
	return holderName{strings.TrimSpace(text), words}
}

// heldBy finds the record holder that a note names: "held by X", "held of record by
// X", "owned directly by X", or a note that is nothing but a name ("The Elon Musk
// Revocable Trust dated July 22, 2003, for which …"). It returns none rather than
// the reporting person.
func heldBy(note string) holderName {
	low := strings.ToLower(note)
	best := -1
	for _, phrase := range [...]string{
		"held of record by ", "held directly by ", "held by ", "held in the name of ", "held in ", "owned of record by ", "owned directly by ",
		"directly owned by ", "directly held by ", "owned by ", "record holder is ", "registered in the name of ", "held for the benefit of ", "held through ",
		"held indirectly by ", "held indirectly through ", "owned indirectly through ", "owned through ", "issued to ", "held solely by ", "beneficially owned by ",
	} {
		if i := strings.Index(low, phrase); i >= 0 && (best < 0 || i+len(phrase) < best) {
			best = i + len(phrase)
		}
	}
	if best < 0 {
		best = 0
		if !startsWithName(note) {
			return holderName{}
		}
	}
	name := upToEnd(note[best:])
	n := nameOf(name)
	if generic(n.words) || names(n.words, "person") && names(n.words, "reporting") && len(n.words) < 4 {
		return holderName{}
	}
	return n
}

func names(words []string, w string) bool { return slices.Contains(words, w) }

// startsWithName reports whether a note opens with the name of a vehicle: within
// its first words stands Trust, Fund, LLC and the like.
func startsWithName(note string) bool {
	head := upToEnd(note)
	if len(head) > 90 || len(head) < 4 {
		return false
	}
	words := wordsOf(head)
	if len(words) == 0 || slices.ContainsFunc(words, func(w string) bool {
		switch w {
		case "represents", "shares", "share", "each", "reporting", "person", "reported", "options", "option", "these", "price", "prices", "includes", "sold", "issued", "vest", "vests", "sale", "sales", "pursuant":
			return true
		}
		return false
	}) {
		return false
	}
	for _, w := range words {
		switch w {
		case "trust", "llc", "lp", "fund", "foundation", "partnership", "gst", "grat", "ira", "estate":
			return true
		}
	}
	return false
}

// upToEnd cuts behind the name: at ", for which", ", of which", " whose", at the
// end of the sentence and the like. The point of "L.P." ends no sentence.
func upToEnd(s string) string {
	low := strings.ToLower(s)
	end := len(s)
	for _, stop := range [...]string{
		", for which", " for which", ", of which", " of which", ", which", " which ", ", whose", " whose ", ", where", " where ", ", in which", " in which", ", as ", ". ", "; ", ", a ", ", an ",
		" (the \"", " (\"", " (the “", " (“", ", the reporting", " the reporting", ", and the reporting", ", over which", " over which", " of whom", ", with respect", "\n", " and may ", " the general partner",
		", of whom", " and are ", " and is ", " and indirectly", ", and indirectly", ", on behalf", " with the reporting", ", with the", " as of ", " that ", ", the trustee", ", the sole", ", the general", ", the managing", ", his ", ", her ", ", mr", ", ms", " (&quot;", " prior to ", " following ", " pursuant to ", ", all of", " after ", ", not ",
	} {
		for from := 0; ; {
			i := strings.Index(low[from:], stop)
			if i < 0 || from+i >= end {
				break
			}
			i += from
			if stop == ". " && abbreviation(s[:i+1], s[i+2:]) {
				from = i + 1
				continue
			}
			end = i
			break
		}
	}
	name := strings.TrimRight(strings.TrimSpace(s[:end]), ",;: ")
	if strings.HasSuffix(name, ".") && !abbreviation(name, "") {
		name = strings.TrimRight(name, ".")
	}
	return name
}

// abbreviation reports whether the point that ends before belongs to a name
// ("L.P.", "Inc.", "Jean B."), not to a sentence.
func abbreviation(before, after string) bool {
	i := strings.LastIndexAny(before[:len(before)-1], " .")
	word := before[i+1 : len(before)-1]
	if len(word) <= 1 {
		// "L.P. Mr. Doe" ends a sentence, "Brittany R.G. Smith" does not.
		form := strings.HasSuffix(before, "L.P.") || strings.HasSuffix(before, "L.L.C.") || strings.HasSuffix(before, "S.A.")
		return !form || after == "" || after[0] >= 'a' && after[0] <= 'z'
	}
	switch strings.ToLower(word) {
	case "mr", "ms", "mrs", "dr", "jr", "sr", "st", "inc", "rev", "irr", "no", "u.s", "s":
		return word != "Inc" || after != "" && after[0] >= 'a' && after[0] <= 'z'
	}
	return false
}
