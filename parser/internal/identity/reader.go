package identity

import (
	"cmp"
	"slices"
	"strings"

	"filingview/parser/internal/notetext"
	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

// Reader reads identities and remembers what it has read: the same texts come
// back in filing after filing.
type Reader struct {
	titles  map[string]string
	notes   map[string]*noteRead
	natures map[string]*natureRead

	filing  *ownership.Filing // of which general are the notes that name no line's holder
	general map[string]bool
}

// noteRead is what is read of a note.
type noteRead struct {
	text   string // with single blanks
	naming naming
	words  string // the words of the text, once they are asked for
}

// natureRead is what is read of a nature of ownership: names, else the kind of vehicle.
type natureRead struct {
	names []Name
	kinds []string
}

// only returns the one name, or nil if there is none or more.
func (n *natureRead) only() *Name {
	if len(n.names) != 1 {
		return nil
	}
	return &n.names[0]
}

// NewReader returns a Reader that has read nothing.
func NewReader() *Reader {
	return &Reader{titles: map[string]string{}, notes: map[string]*noteRead{}, natures: map[string]*natureRead{}}
}

func (r *Reader) title(s string) string {
	if s == "" {
		return ""
	}
	t, ok := r.titles[s]
	if !ok {
		t = ownership.NormalTitle(s)
		r.titles[s] = t
	}
	return t
}

// Holding returns the identity of the holding that a row of Table I (1) or II (2)
// of the filing is about.
func (r *Reader) Holding(f *ownership.Filing, table int, row *ownership.Row) Holding {
	id := Holding{Table: table, Title: r.title(row.SecurityTitle.V)}
	id.Own, _ = row.Ownership.Get()
	if id.Own == ownership.Indirect {
		id.Holder = r.holder(f, row)
	}
	if table == 2 {
		if x, ok := row.ConversionOrExercisePrice.Get(); ok && x.Sign() != 0 {
			id.Strike = wording.Plain(x)
		}
		if d, ok := row.ExpirationDate.Get(); ok {
			id.Expiry = d.String()
		}
		id.Underlying = r.title(row.UnderlyingTitle.V)
	}
	id.Key = strings.Join([]string{string(rune('0' + id.Table)), string(id.Own), id.Title, id.Strike, id.Expiry, id.Underlying, id.Holder.key()}, "|")
	id.Notes = r.notesOf(f, row.SecurityTitle.Notes, row.NatureOfOwnership.Notes, row.Ownership.Notes,
		row.ConversionOrExercisePrice.Notes, row.ExerciseDate.Notes, row.ExpirationDate.Notes)
	return id
}

// note reads the note of that id; nil if there is none.
func (r *Reader) note(f *ownership.Filing, id string) *noteRead {
	note, ok := f.Note(id)
	if !ok {
		return nil
	}
	read := r.notes[note.Text.V]
	if read == nil {
		text := wording.Fold(note.Text.V)
		read = &noteRead{text: text, naming: namingOf(text)}
		r.notes[note.Text.V] = read
	}
	return read
}

func (r *Reader) naming(f *ownership.Filing, id string) naming {
	if n := r.note(f, id); n != nil {
		return n.naming
	}
	return naming{}
}

func (r *Reader) nature(s string) *natureRead {
	read := r.natures[s]
	if read == nil {
		read = &natureRead{}
		text := wording.Fold(s)
		if words, _ := spelled(text); namesNobody(foldForms(words)) {
			read.kinds = kindsOf(foldForms(words))
		} else if read.names = namesIn(text); len(read.names) < 2 {
			read.names = []Name{nameOf(text)} // as filed, with "By"
		}
		r.natures[s] = read
	}
	return read
}

func (r *Reader) holder(f *ownership.Filing, row *ownership.Row) Holder {
	nature := r.nature(row.NatureOfOwnership.V)
	h := Holder{Kind: nature.kinds}
	var noted []Name
	// A note on the title or the total speaks of much else: only a name in it counts.
	for place, marks := range [...][]string{marksOf(row), row.SecurityTitle.Notes, row.SharesFollowing.Notes} {
		if len(marks) == 0 {
			continue
		}
		noted = r.choose(f, marks)
		if place == 0 {
			h.Text = r.textOf(f, marks)
		}
		if len(noted) > 0 || h.Text != "" {
			break // what hangs nearest to the nature speaks of it
		}
	}
	switch {
	case len(nature.names) == 1:
		h.Name = nature.names[0]
		if len(noted) == 1 {
			h.Note = noted[0]
		}
	case len(nature.names) > 1 && len(noted) == 1 && likeAny(&noted[0], nature.names) >= Alike:
		h.Name = noted[0]
	case len(nature.names) > 1:
		h.Several = nature.names
	case len(noted) == 1:
		h.Name = noted[0]
	case len(noted) > 1:
		h.Several = noted
	}
	if !h.Name.Empty() || len(h.Several) > 0 {
		h.Text = ""
	}
	return h
}

// choose returns the holder that the notes name together, or the several that they
// do. A note that names one goes before one that names several, and a general one
// names none, unless it lists all that it may be.
func (r *Reader) choose(f *ownership.Filing, marks []string) []Name {
	var one, several naming
	for _, id := range marks {
		n := r.naming(f, id)
		switch {
		case len(n.holders) == 0:
		case len(n.holders) > 1:
			if c := cmp.Or(cmp.Compare(n.weight, several.weight), cmp.Compare(len(n.holders), len(several.holders))); c > 0 || c == 0 && keyOf(n.holders) < keyOf(several.holders) {
				several = n
			}
		case n.weight < one.weight, r.generalNotes(f)[id]:
		case n.weight > one.weight:
			one = naming{n.holders[:1:1], n.weight}
		case likeAny(&n.holders[0], one.holders) >= Alike:
			i := slices.IndexFunc(one.holders, func(o Name) bool { return o.Like(&n.holders[0]) >= Alike })
			one.holders = slices.Clone(one.holders)
			one.holders[i] = *surer(&one.holders[i], &n.holders[0])
		default:
			one.holders = append(one.holders, n.holders[0])
		}
	}
	switch {
	case len(one.holders) == 0, one.weight < several.weight && likeAny(&one.holders[0], several.holders) < Alike:
		return several.holders
	case len(one.holders) > 1:
		for i := range one.holders { // a handful
			for j := i; j > 0 && one.holders[j].Shown < one.holders[j-1].Shown; j-- {
				one.holders[j], one.holders[j-1] = one.holders[j-1], one.holders[j]
			}
		}
	}
	return one.holders
}

func keyOf(names []Name) string { return (&Holder{Several: names}).key() }

// textOf joins the texts of notes, whatever their order.
func (r *Reader) textOf(f *ownership.Filing, marks []string) string {
	var texts []string
	for _, id := range marks {
		if n := r.note(f, id); n != nil {
			if n.words == "" {
				n.words = strings.Join(notetext.Words(n.text), " ")
			}
			texts = append(texts, n.words)
		}
	}
	slices.Sort(texts)
	return strings.Join(texts, " ")
}

// notesOf joins the texts that the marks lead to: the ids and their order differ from
// filing to filing.
func (r *Reader) notesOf(f *ownership.Filing, marks ...[]string) string {
	var texts []string
	for _, ids := range marks {
		for _, id := range ids {
			if n := r.note(f, id); n != nil {
				texts = append(texts, n.text+"\n")
			}
		}
	}
	slices.Sort(texts)
	return strings.Join(texts, "")
}
