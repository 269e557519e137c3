// Package relationship reads the box that says what a reporting person is to the issuer
// (Forms 3 and 4, box 5 or 6; Form 5, box 6): director, ten percent owner, officer, other.
package relationship

import (
	"slices"
	"strings"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// Box is what the box says.
type Box struct {
	Set  [form.Roles]form.Tick    // TickUnknown where the label is lost, or there twice
	Rest [][]sheet.Word           // the title of the officer, or what other is
	word [form.Roles][]sheet.Word // the mark
	seen bool                     // one of the labels is there
}

// Read reads the words of the box. A mark stands before its label, as the
// SEC prints it; after it only where no label has one before and the last has one
// after. In what a machine read, marks may be glued to both neighbours:
// "_X_DirectorX_10%" marks Director and 10 %.
func Read(lines [][]sheet.Word) Box {
	var out Box
	var words []sheet.Word
	for _, l := range lines {
		words = append(words, l...)
	}
	words = marksFirst(Unglue(words))
	if box, ok := answered(words); ok {
		return box
	}
	next := form.Role(0)
	pending, mark := form.TickUnknown, []sheet.Word(nil)
	leading, trailing := false, false
	var labelled [form.Roles]bool
	var last form.Role
	var after [form.Roles]form.Tick
	i, behindLast := 0, 0
	for ; i < len(words) && next < form.Roles; i++ {
		if n, ok := roleAt(words[i:], next); ok {
			if next > 0 && pending != form.TickUnknown {
				after[last] = pending
			}
			out.Set[n] = pending
			out.word[n] = mark
			labelled[n] = true
			leading = leading || pending == form.TickSet
			out.seen = true
			last, next = n, n+1
			pending, mark = form.TickUnknown, nil
			i += roleWords(words[i:], n) - 1
			behindLast = i + 1
			continue
		}
		if t := form.ReadTick(words[i].Text); t != form.TickUnknown {
			if t == form.TickSet || pending == form.TickUnknown {
				pending, mark = t, []sheet.Word{words[i]}
			}
		}
	}
	if !out.seen {
		return out
	}
	tail := words[i:]
	if repeatsLabel(tail) {
		out.Set, out.word = [form.Roles]form.Tick{}, [form.Roles][]sheet.Word{}
		return out // which of the marks are the filer's is not known
	}
	if next < form.Roles && next > form.RoleOfficer {
		tail = words[behindLast:] // "Other" is not printed
	}
	if len(tail) > 0 && form.ReadTick(tail[0].Text) == form.TickSet {
		after[last], trailing = form.TickSet, true
		tail = tail[1:]
	}
	if trailing && (out.Set[form.RoleDirector] != form.TickSet || !leading) {
		out.Set = after
	}
	for len(tail) > 0 && form.ReadTick(tail[0].Text) != form.TickUnknown {
		tail = tail[1:]
	}
	if tail = withoutLabels(tail); len(tail) > 0 {
		out.Rest = [][]sheet.Word{tail}
	}
	// Some agents printed no "Other"; a label that every form has was lost if it is not here,
	// and what was ticked before it. Where no box is ticked that could be read, one whose mark
	// was not made out may be.
	if !slices.Contains(out.Set[:], form.TickSet) {
		return out
	}
	for k := range out.Set {
		if out.Set[k] == form.TickUnknown && (labelled[k] || form.Role(k) == form.RoleOther && pending != form.TickSet) {
			out.Set[k] = form.TickEmpty
		}
	}
	return out
}

// repeatsLabel reports whether a label with its instruction stands among words: after the
// last label, it is one that is there twice. A title may hold the word alone: "Director of
// Sales".
func repeatsLabel(words []sheet.Word) bool {
	for i := range words[:max(0, len(words)-1)] {
		next := form.Fold(words[i+1].Text)
		switch form.RoleOf(form.Fold(words[i].Text), next) {
		case form.RoleTenPercent:
			if form.Like(next, "owner") {
				return true
			}
		case form.RoleOfficer:
			if form.Like(next, "give") {
				return true
			}
		case form.RoleOther:
			if form.Like(next, "specify") {
				return true
			}
		}
	}
	return false
}

// withoutLabels leaves out what is left of "(give title below)" and "(specify below)" where
// they are printed over more lines than one: words of them at the start, and those with
// a bracket wherever they stand.
func withoutLabels(words []sheet.Word) []sheet.Word {
	started := false
	for len(words) > 0 {
		f := form.Fold(words[0].Text)
		if f != "give" && f != "specify" && f != "below" && !(started && (f == "title" || printed.IsDash(words[0].Text))) {
			break
		}
		started, words = true, words[1:]
	}
	out := slices.DeleteFunc(slices.Clone(words), func(w sheet.Word) bool { return w.Text == "below)" || w.Text == "(give" || w.Text == "(specify" })
	if len(out) == 1 && out[0].Text == "title" {
		return nil
	}
	return out
}

// marksFirst moves a mark that stands halfway up a label of two lines, "Officer (give
// title X below)", before the label.
func marksFirst(words []sheet.Word) []sheet.Word {
	for i := 2; i+1 < len(words); i++ {
		if form.ReadTick(words[i].Text) != form.TickSet || !form.Like(form.Fold(words[i+1].Text), "below") {
			continue
		}
		for j := i - 1; j >= 0 && j >= i-3; j-- {
			if f := form.Fold(words[j].Text); form.Like(f, "officer") || form.Like(f, "other") {
				mark := words[i]
				copy(words[j+1:i+1], words[j:i])
				words[j] = mark
				break
			}
		}
	}
	return words
}

// Unglue cuts words like "_X_DirectorX_10%" where a mark meets a label, and puts together
// the two halves of the empty box "/ /".
func Unglue(words []sheet.Word) []sheet.Word {
	var out []sheet.Word
	for _, w := range words {
		if n := len(out); n > 0 && w.Text == "/" && out[n-1].Text == "/" {
			out[n-1].Text, out[n-1].At.End, out[n-1].Box.X1 = "//", w.At.End, w.Box.X1
			continue
		}
		for {
			at := tickEdge(w.Text)
			if at <= 0 {
				break
			}
			var left sheet.Word
			left, w = w.Split(at)
			out = append(out, left)
		}
		if w.Text != "" {
			out = append(out, w)
		}
	}
	return out
}

// tickEdge finds where in a word a mark ends and a label begins or the other way round,
// or gives 0.
func tickEdge(s string) int {
	if strings.HasPrefix(s, "_") || strings.HasPrefix(s, "[") {
		end := 1
		for end < len(s) && strings.IndexByte("_Xx[]", s[end]) >= 0 {
			end++
		}
		if end < len(s) {
			return end
		}
		return 0
	}
	if end := strings.IndexByte(s, ')'); strings.HasPrefix(s, "(") && end > 0 && end <= 2 && end+1 < len(s) {
		return end + 1 // "(X)Director"
	}
	if strings.HasPrefix(s, "X_") && len(s) > 2 {
		return 2
	}
	if i := strings.Index(s, "X_"); i > 3 {
		return i
	}
	if i := strings.IndexByte(s, '_'); i > 3 {
		return i
	}
	if i := strings.Index(s, ")Other"); i > 0 {
		return i + 1
	}
	return 0
}

// roleAt finds one of the labels from next on at the start of words.
func roleAt(words []sheet.Word, next form.Role) (form.Role, bool) {
	after := ""
	if len(words) > 1 {
		after = form.Fold(words[1].Text)
	}
	r := form.RoleOf(form.Fold(words[0].Text), after)
	return r, r >= next && r < form.Roles
}

// roleWords counts the words of a label and the instruction after it.
func roleWords(words []sheet.Word, k form.Role) int {
	follow := k.Follow()
	n := 1
	for n < len(words) {
		f := form.Fold(words[n].Text)
		if f == "" && strings.Trim(words[n].Text, "%()") == "" {
			n++
			continue
		}
		if len(follow) == 0 {
			return n
		}
		at := -1
		for i, w := range follow {
			if form.Like(f, w) {
				at = i
			}
		}
		if at < 0 {
			return n
		}
		follow = follow[at+1:]
		n++
	}
	return n
}

// Fill gives an owner what the box says. A title belongs to the officer, or to "other"
// where only that is marked.
func (b *Box) Fill(source *ownership.Source, o *ownership.Relationship) {
	if !b.seen {
		return
	}
	flags := [form.Roles]*ownership.Value[bool]{&o.IsDirector, &o.IsTenPercentOwner, &o.IsOfficer, &o.IsOther}
	for k, v := range flags {
		v.V, v.State, v.How = b.Set[k] == form.TickSet, ownership.Known, ownership.Labeled
		if b.Set[k] == form.TickUnknown {
			v.State, v.How = ownership.Malformed, ownership.Placed
		}
		if len(b.word[k]) > 0 {
			v.Raw, v.At = printed.Raw(source, [][]sheet.Word{b.word[k]})
		}
	}
	officer, other := b.Set[form.RoleOfficer] == form.TickSet, b.Set[form.RoleOther] == form.TickSet
	switch {
	case len(b.Rest) == 0:
	case other && !officer:
		printed.SetText(source, &o.OtherText, b.Rest)
	default:
		printed.SetText(source, &o.OfficerTitle, b.Rest)
	}
	if title := &o.OfficerTitle; title.IsKnown() && tickOf(b.Rest[0][0]) != form.TickUnknown && !slices.Contains(b.Set[:], form.TickSet) {
		title.V, title.State = "", ownership.Malformed // an answer to a label whose box is unread
	}
}
