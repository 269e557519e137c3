package repair

import (
	"slices"
	"strconv"
	"strings"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/internal/reason"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// recoverNotes gives explanations that lost their label the number that they must
// have had: where as many numbers are cited without a note as there are notes
// without a number, in order. Others stay, told as findings.
func (r *repairer) recoverNotes() {
	if len(r.Unlabelled) == 0 {
		return
	}
	var cited []string
	for v := range r.f.Readings() {
		for _, id := range v.Notes {
			if !slices.Contains(cited, id) {
				cited = append(cited, id)
			}
		}
	}
	var missing []int
	for _, id := range cited {
		if _, ok := r.f.Note(id); !ok {
			if n, err := strconv.Atoi(id[1:]); err == nil {
				missing = append(missing, n)
			}
		}
	}
	slices.Sort(missing)
	if len(missing) != len(r.Unlabelled) {
		for _, lines := range r.Unlabelled {
			text, at := printed.Raw(&r.f.Source, lines)
			x := ownership.RuleFootnoteOrphanText.Finding("An explanation has no label, so it is not known which cells it explains: “" + clip(text) + "”.")
			x.At = at
			r.f.Findings = append(r.f.Findings, x)
		}
		return
	}
	for i, lines := range r.Unlabelled {
		id := "F" + strconv.Itoa(missing[i])
		note := ownership.Footnote{ID: id}
		printed.SetText(&r.f.Source, &note.Text, lines)
		reason.Repair(&note.Text, note.Text.V, ownership.Likely, reason.LabelLost.Of(ownership.NoteLabel(id)),
			"the order of the explanations", "the references in the tables")
		at := len(r.f.Footnotes)
		for at > 0 {
			if n, err := strconv.Atoi(r.f.Footnotes[at-1].ID[1:]); err != nil || n < missing[i] {
				break
			}
			at--
		}
		r.f.Footnotes = slices.Insert(r.f.Footnotes, at, note)
		x := ownership.RuleFootnoteOrphanText.Finding("The label of explanation "+ownership.NoteLabel(id)+" is lost; it was recovered from the references and the order of the explanations.",
			"footnotes["+strconv.Itoa(at)+"].text")
		x.Severity = ownership.Info // the text has its place again
		r.f.Findings = append(r.f.Findings, x)
	}
}

func clip(s string) string {
	if r := []rune(s); len(r) > 80 {
		return string(r[:80]) + "…"
	}
	return s
}

// guessMarks links marks whose number is not read. Notes are numbered in the order
// in which the form first cites them, so an unread mark between two that are read
// cites a number between theirs, or one cited before; it is linked only where the
// notes that nothing else cites fit the unread marks one to one.
func (r *repairer) guessMarks(lines []printed.Line) {
	places := markPlaces(lines)
	cited := map[string]bool{}
	for _, p := range places {
		for _, id := range p.ids {
			cited[id] = true
		}
	}
	guessBySameText(places)
	guessByColumn(places)
	r.guessByOrder(places, cited)
}

// guessBySameText: a cell that says the same in the same column cites the same, if all
// that are read do.
func guessBySameText(places []markPlace) {
	same := map[string][]string{}
	for _, p := range places {
		switch have, ok := same[p.key]; {
		case len(p.ids) == 0 || p.key == "":
		case !ok:
			same[p.key] = p.ids
		case !slices.Equal(have, p.ids):
			same[p.key] = nil
		}
	}
	for i := range places {
		p := &places[i]
		if ids := same[p.key]; len(p.ids) == 0 && len(ids) > 0 && p.key != "" {
			p.ids = ids
			p.v.Notes = slices.Clone(ids)
			reason.Doubt(p.v, reason.MarkAsSameText.Of(strings.Join(ids, ", ")))
		}
	}
}

// guessByColumn: where all marks that are read in a column, three at least, cite one
// note, so do the others; prices have notes of their own, each with its range.
func guessByColumn(places []markPlace) {
	byColumn := map[int][]string{}
	seen := map[int]int{}
	for _, p := range places {
		if len(p.ids) == 0 || seen[p.column] < 0 {
			continue
		}
		if have, ok := byColumn[p.column]; ok && !slices.Equal(have, p.ids) {
			seen[p.column] = -1
			continue
		}
		byColumn[p.column] = p.ids
		seen[p.column]++
	}
	for i := range places {
		if p := &places[i]; len(p.ids) == 0 && seen[p.column] >= 3 && form.Column(p.column%100) != form.ColPrice {
			p.ids = byColumn[p.column]
			p.v.Notes = slices.Clone(p.ids)
			reason.Doubt(p.v, reason.MarkAsColumn.Of(strings.Join(p.ids, ", ")))
		}
	}
}

// guessByOrder links each run of unread marks between two that are read with the notes
// that nothing else cites, where these are as many as the marks or the texts.
func (r *repairer) guessByOrder(places []markPlace, cited map[string]bool) {
	for i := 0; i < len(places); {
		if len(places[i].ids) > 0 {
			i++
			continue
		}
		end := i
		for end < len(places) && len(places[end].ids) == 0 {
			end++
		}
		low, high := numbersAround(places, i, end)
		var free []string
		for k := range r.f.Footnotes {
			if id := r.f.Footnotes[k].ID; !cited[id] && numberOf(id) > low && numberOf(id) < high {
				free = append(free, id)
			}
		}
		var keys []string
		for j := i; j < end; j++ {
			if !slices.Contains(keys, places[j].key) {
				keys = append(keys, places[j].key)
			}
		}
		for j := i; j < end; j++ {
			var id string
			switch {
			case len(free) == end-i:
				id = free[j-i]
			case len(free) == len(keys) && places[j].key != "":
				id = free[slices.Index(keys, places[j].key)]
			}
			v := places[j].v
			if id == "" {
				reason.Doubt(v, reason.MarkUnread.Of())
				continue
			}
			v.Notes = []string{id}
			cited[id] = true
			reason.Doubt(v, reason.MarkByOrder.Of(ownership.NoteLabel(id)))
		}
		i = end
	}
}

// numbersAround gives the highest number that is cited before a run of marks, and the
// first above it that is cited after the run.
func numbersAround(places []markPlace, start, end int) (low, high int) {
	const none = 1 << 30
	for _, p := range places[:start] {
		for _, id := range p.ids {
			low = max(low, numberOf(id))
		}
	}
	for _, p := range places[end:] {
		first := none
		for _, id := range p.ids {
			if n := numberOf(id); n > low {
				first = min(first, n)
			}
		}
		if first < none {
			return low, first
		}
	}
	return low, none
}

// numberOf gives the number of a note by its id, "F12".
func numberOf(id string) int { n, _ := strconv.Atoi(id[1:]); return n }

// keyOf says what stands in a column of a line, to know lines that say the same there;
// a nature of ownership may say the same of different holders.
func keyOf(h *printed.Line, c form.Column) string {
	t := &h.Row.Transaction
	text := ""
	switch c {
	case form.ColCode:
		text = t.Code.V
	case form.ColPrice:
		if t.Price.State == ownership.Known {
			text = t.Price.V.String()
		}
	case form.ColTitle:
		text = h.Row.SecurityTitle.V
	case form.ColExercisePrice:
		if h.Row.ConversionOrExercisePrice.State == ownership.Known {
			text = h.Row.ConversionOrExercisePrice.V.String()
		}
	}
	if text == "" {
		return ""
	}
	return strconv.Itoa(h.Table*100+int(c)) + text
}

// CutUnread takes a mark whose number is not readable off the end of a value: what
// a machine makes of small raised digits in brackets.
func CutUnread(words []sheet.Word) (rest []sheet.Word, found bool) {
	n := len(words)
	if n < 2 {
		return words, false
	}
	if w := words[n-1].Text; len(w) <= 4 && (looksMark(w) || words[n-1].Raised) {
		return words[:n-1], true
	}
	return words, false
}

// brokenMark reports whether one of the words beside a number may be what is left of a
// mark: short, and not a currency sign.
func brokenMark(words []sheet.Word) bool {
	for _, w := range words {
		if len(w.Text) <= 4 && !form.IsCurrency(w.Text) && strings.Trim(w.Text, edges+"|[]{}") != "" {
			if _, ok := printed.ParseNumber(w.Text); !ok || len(w.Text) == 1 {
				return true
			}
		}
	}
	return false
}

// looksMark reports whether a word may be what is left of "(2)".
func looksMark(s string) bool {
	for _, c := range s {
		switch c {
		case '(', ')', '®', '©', '@':
			return true
		}
	}
	return false
}
