package identity

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"filingview/parser/ownership"
)

// indirect makes a filing of indirect holdings: each line is its nature and, after #, the
// numbers of its notes, from 1.
func indirect(notes []string, lines ...string) *ownership.Filing {
	f := &ownership.Filing{}
	for i, text := range notes {
		note := ownership.Footnote{ID: fmt.Sprint("F", i+1)}
		note.Text.V = text
		f.Footnotes = append(f.Footnotes, note)
	}
	for _, line := range lines {
		words := strings.Split(line, " #")
		row := ownership.Row{Kind: ownership.Holding}
		row.SecurityTitle.V = "Common Stock"
		row.Ownership.V, row.Ownership.State = ownership.Indirect, ownership.Known
		row.NatureOfOwnership.V = words[0]
		for _, n := range words[1:] {
			row.NatureOfOwnership.Notes = append(row.NatureOfOwnership.Notes, "F"+n)
		}
		f.TableI = append(f.TableI, row)
	}
	return f
}

// holdersOf returns what the holders of the lines are called; ? stands before names
// that the line may be of.
func holdersOf(f *ownership.Filing) []string {
	r := NewReader()
	var got []string
	for i := range f.TableI {
		h := r.Holding(f, 1, &f.TableI[i]).Holder
		s := h.Shown()
		if len(h.Several) > 0 {
			s = "?" + s
		} else if h.Text != "" {
			s = "text"
		}
		if !h.Note.Empty() {
			s += "; noted " + h.Note.Shown
		}
		got = append(got, s)
	}
	return got
}

var holderCases = []struct {
	name  string
	notes []string
	lines []string
	want  []string
}{
	{"the note that differs names", []string{
		"Hollin GP LLC has a say over what is held by Hollin I, L.P. and Hollin II, L.P.", "Owned directly by Hollin I, L.P.", "Owned directly by Hollin II, L.P."},
		[]string{"See footnotes #1 #2", "See footnotes #1 #3"}, []string{"Hollin I, L.P.", "Hollin II, L.P."}},
	{"a general note that names one vehicle", []string{
		"The shares are held by funds of Alder Capital LP.", "All shares are held of record by Alder Nominees Ltd.", "Held by Alder North Fund.", "Held by Alder South Fund."},
		[]string{"See notes #2 #3", "See notes #2 #4"}, []string{"Alder North Fund", "Alder South Fund"}},
	{"notes that differ and name nobody leave the shared one", []string{
		"The shares are held by the Thornbury Trust.", "These vest in May.", "These were bought in June."},
		[]string{"By Trust #1 #2", "By Trust #1 #3"}, []string{"the Thornbury Trust", "the Thornbury Trust"}},
	{"a general note by itself names none", []string{
		"The shares are held by Alder Master Fund.", "Held by Alder North Fund.", "Held by Alder South Fund."},
		[]string{"See notes #1", "See notes #1 #2", "See notes #1 #3"}, []string{"text", "Alder North Fund", "Alder South Fund"}},
	{"natures tell the lines of one note apart", []string{
		"She disclaims the shares held by Alder Master Fund."},
		[]string{"By Alder North Fund #1", "By Alder South Fund #1"}, []string{"By Alder North Fund", "By Alder South Fund"}},
	{"one holder in two lines", []string{
		"The shares are held by Alder North Fund, L.P."},
		[]string{"By Alder North Fund #1", "By Alder North Fund, L.P. #1"}, []string{"By Alder North Fund; noted Alder North Fund, L.P.", "By Alder North Fund, L.P.; noted Alder North Fund, L.P."}},
	{"a note that names three names none", []string{
		"The securities are held by Hollin Fund I, Hollin Fund II and Hollin Fund III."},
		[]string{"See footnote #1", "See footnote #1"}, []string{"?Hollin Fund I, Hollin Fund II and Hollin Fund III", "?Hollin Fund I, Hollin Fund II and Hollin Fund III"}},
	{"a nature that names two names none", nil,
		[]string{"By Hollin Fund I, L.P. and Hollin Fund II, L.P.", "By Ada and Ben Hollin Trust"}, []string{"?Hollin Fund I, L.P. and Hollin Fund II, L.P.", "By Ada and Ben Hollin Trust"}},
	{"the note tells which of the two of a nature", []string{
		"Held by Hollin Fund II, L.P."},
		[]string{"By Hollin Fund I, L.P. and Hollin Fund II, L.P. #1"}, []string{"Hollin Fund II, L.P."}},
	{"two notes that each name one", []string{
		"Includes shares held by the Ada Trust.", "Includes shares held by the Ben Trust."},
		[]string{"See notes #1 #2"}, []string{"?the Ada Trust and the Ben Trust"}},
	{"two notes that name one holder", []string{
		"Held by the Ada Trust.", "She is a trustee; the shares are held by the Ada Trust dated May 1, 2010."},
		[]string{"See notes #1 #2"}, []string{"the Ada Trust dated May 1, 2010"}},
	{"of record before held", []string{
		"The shares are held by Alder Master Fund through another.", "The shares are held of record by Alder North Fund."},
		[]string{"See notes #1 #2"}, []string{"Alder North Fund"}},
	{"a disclaimer beside a name", []string{
		"He disclaims the shares held by Alder Master Fund except to the extent of his interest.", "Held by Alder North Fund."},
		[]string{"See notes #1 #2"}, []string{"Alder North Fund"}},
	{"a disclaimer beside a list", []string{
		"He disclaims the shares held by Alder Master Fund.", "Held by Alder North Fund and Alder South Fund."},
		[]string{"See notes #1 #2"}, []string{"?Alder North Fund and Alder South Fund"}},
	{"a disclaimer that tells which of a list", []string{
		"He disclaims the shares held by Alder South Fund.", "Held by Alder North Fund and Alder South Fund."},
		[]string{"See notes #1 #2"}, []string{"Alder South Fund"}},
}

// TestGeneralNotes: which note names the holder of a line, with the case beside each
// that looks like it and is not.
func TestGeneralNotes(t *testing.T) {
	for _, c := range holderCases {
		if got := holdersOf(indirect(c.notes, c.lines...)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, not %q", c.name, got, c.want)
		}
	}
}

// TestOrderNamesNobody: neither the order of the notes and their ids nor that of the lines
// changes a holder.
func TestOrderNamesNobody(t *testing.T) {
	random := rand.New(rand.NewPCG(13, 5))
	for _, c := range holderCases {
		for range 20 {
			ids := random.Perm(len(c.notes)) // the note that gets each number
			notes := make([]string, len(ids))
			for old, now := range ids {
				notes[now] = c.notes[old]
			}
			order := random.Perm(len(c.lines))
			var lines, want []string
			for _, i := range order {
				parts := strings.Split(c.lines[i], " #")
				for j, n := range parts[1:] {
					parts[j+1] = fmt.Sprint(ids[n[0]-'1'] + 1)
				}
				random.Shuffle(len(parts)-1, func(a, b int) { parts[a+1], parts[b+1] = parts[b+1], parts[a+1] })
				lines = append(lines, strings.Join(parts, " #"))
				want = append(want, c.want[i])
			}
			if got := holdersOf(indirect(notes, lines...)); !slices.Equal(got, want) {
				t.Errorf("%s: %q of %q, not %q", c.name, got, lines, want)
			}
		}
	}
}

// TestManyOthersMakeANoteGeneral: a note on lines of more names than are compared is
// general, though each name may be the next one.
func TestManyOthersMakeANoteGeneral(t *testing.T) {
	notes := []string{"Held by Alder Nominees Fund."}
	var lines []string
	name := "By Birch"
	for range maxOthers + 1 {
		name += " North"
		lines = append(lines, name+" Trust #1")
	}
	for i, got := range holdersOf(indirect(notes, lines[:1]...)) {
		if want := lines[i][:len(lines[i])-3] + "; noted Alder Nominees Fund"; got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
	for i := range lines {
		lines[i] = "By Birch " + strings.Repeat("x", i) + " Trust #1"
	}
	for i, got := range holdersOf(indirect(notes, lines...)) {
		if strings.Contains(got, "noted") {
			t.Errorf("line %d: %q", i, got)
		}
	}
}

func TestSeveralLike(t *testing.T) {
	several := func(names ...string) Holder {
		h := Holder{}
		for _, n := range names {
			h.Several = append(h.Several, nameOf(n))
		}
		return h
	}
	three := several("Hollin Fund I, L.P.", "Hollin Fund II, L.P.", "Hollin Fund III, L.P.")
	for _, c := range []struct {
		name string
		a, b Holder
		want Likeness
	}{
		{"the same list", three, three, Same},
		{"in another order", three, several("Hollin Fund III", "Hollin Fund I", "Hollin Fund II"), Same},
		{"a part of it", three, several("Hollin Fund I", "Hollin Fund II"), Alike},
		{"another list with one of them", three, several("Hollin Fund I", "Thornbury Trust"), Doubtful},
		{"another list", three, several("Halewood Capital", "Thornbury Trust"), Different},
		{"one of them", three, named("Hollin Fund II"), Alike},
		{"none of them", three, named("Hollin Fund IV"), Different},
		{"nobody", three, Holder{}, Alike},
		{"a text", three, Holder{Text: "held for the children"}, Alike},
	} {
		if got := c.a.Like(&c.b); got != c.want {
			t.Errorf("%s: %d, not %d", c.name, got, c.want)
		}
		if got := c.b.Like(&c.a); got != c.want {
			t.Errorf("%s, the other way: %d, not %d", c.name, got, c.want)
		}
	}
	if got := three.Shown(); got != "Hollin Fund I, L.P., Hollin Fund II, L.P. and Hollin Fund III, L.P." {
		t.Errorf("shown as %q", got)
	}
	turned := several("Hollin Fund III, L.P.", "Hollin Fund I, L.P.", "Hollin Fund II, L.P.")
	if three.key() != turned.key() || three.key() == (&Holder{}).key() {
		t.Errorf("keys %q and %q", three.key(), turned.key())
	}
}
