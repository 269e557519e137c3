package identity

import (
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
	names   map[string]Name
	natures map[string]Name
}

// NewReader returns a Reader that has read nothing.
func NewReader() *Reader {
	return &Reader{map[string]string{}, map[string]Name{}, map[string]Name{}}
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
	id.Notes = notesOf(f, row.SecurityTitle.Notes, row.NatureOfOwnership.Notes, row.Ownership.Notes,
		row.ConversionOrExercisePrice.Notes, row.ExerciseDate.Notes, row.ExpirationDate.Notes)
	return id
}

func (r *Reader) holder(f *ownership.Filing, row *ownership.Row) Holder {
	nature := row.NatureOfOwnership.V
	fromNature, ok := r.natures[nature]
	if !ok {
		fromNature = nameOf(nature)
		if nameNobody(fromNature.Words) {
			fromNature.Shown = "" // a kind, not a name
			fromNature.Words = slices.DeleteFunc(fromNature.Words, func(w string) bool { return !isKind(w) })
		}
		r.natures[nature] = fromNature
	}
	var h Holder
	if fromNature.Shown == "" {
		h.Kind, fromNature.Words = fromNature.Words, nil
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
				name = recordHolder(strings.Join(strings.Fields(note.Text.V), " "))
				r.names[note.Text.V] = name
			}
			if h.Note.Empty() {
				h.Note = name
			}
			if place < 2 {
				text += note.Text.V
			}
		}
		if !h.Note.Empty() || text != "" {
			break // what hangs nearest to the nature speaks of it
		}
	}
	switch {
	case !fromNature.Empty():
		h.Name = fromNature
	case !h.Note.Empty():
		h.Name, h.Note = h.Note, Name{}
	case text != "":
		h.Text = strings.Join(notetext.Words(text), " ")
	}
	return h
}

// notesOf joins the texts that the marks lead to: the ids differ from filing to
// filing.
func notesOf(f *ownership.Filing, marks ...[]string) string {
	n := 0
	for _, ids := range marks {
		n += len(ids)
	}
	if n == 0 {
		return ""
	}
	var b strings.Builder
	for _, ids := range marks {
		for _, id := range ids {
			if note, ok := f.Note(id); ok {
				b.WriteString(note.Text.V)
				b.WriteByte('\n')
			}
		}
	}
	return b.String()
}
