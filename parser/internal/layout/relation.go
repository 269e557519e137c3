package layout

import (
	"strings"

	"filingview/parser/internal/form"
)

// role is a label of the box of relationships: Director, 10% Owner, Officer (give
// title below), Other (specify below). They stand two and two, or below each other.
type role struct {
	words []token
	ticks []token
}

// byRole puts the labels of the box of relationships in their order, each after its
// tick; what is written below them comes last.
func byRole(lines [][]token, letter float32) [][]token {
	var all []token
	var at []int // the line of each word
	for i, words := range lines {
		for k := range words {
			all, at = append(all, words[k]), append(at, i)
		}
	}
	first := findRoles(all)
	if first[0] < 0 || first[2] < 0 || first[2] < first[0] {
		return lines
	}
	var roles [4]role
	taken := make([]bool, len(all))
	for r, k := range first {
		if k >= 0 {
			takeLabel(&roles[r], form.Role(r), all, at, k, taken, letter)
		}
	}
	// Ticks stand before their label.
	var ticks []*token
	for i := range all {
		if !taken[i] && at[i] >= at[first[0]]-1 && form.ReadTick(all[i].Text) != form.TickUnknown {
			ticks = append(ticks, &all[i])
		}
	}
	for i := range all {
		if taken[i] || at[i] < at[first[0]]-1 || form.ReadTick(all[i].Text) == form.TickUnknown {
			continue
		}
		if r := roleOf(&roles, &all[i], ticks, letter); r >= 0 {
			roles[r].ticks = append(roles[r].ticks, all[i])
			taken[i] = true
		}
	}
	var before, after [][]token
	last := -1
	for i := range all {
		if taken[i] {
			continue
		}
		to := &after
		if at[i] < at[first[0]] {
			to = &before
		}
		if at[i] != last {
			*to = append(*to, nil)
			last = at[i]
		}
		(*to)[len(*to)-1] = append((*to)[len(*to)-1], all[i])
	}
	out := before
	for r := range roles {
		if len(roles[r].words) > 0 {
			out = append(out, append(roles[r].ticks, roles[r].words...))
		}
	}
	return append(out, after...)
}

// findRoles gives the first word of each label, or -1.
func findRoles(all []token) [4]int {
	first := [4]int{-1, -1, -1, -1}
	for i := range all {
		f := roleKey(&all[i])
		next := ""
		if i+1 < len(all) {
			next = form.Fold(all[i+1].Text)
		}
		switch r := form.RoleOf(f, next); {
		case r == form.Roles || first[r] >= 0,
			r == form.RoleOfficer && first[form.RoleDirector] < 0,
			r == form.RoleOther && first[form.RoleOfficer] < 0 && (i == 0 || form.ReadTick(all[i-1].Text) == form.TickUnknown):
		default:
			first[r] = i
		}
	}
	return first
}

// roleKey gives a word folded, without a tick that is glued to it: "_X_10%".
func roleKey(t *token) string {
	if n := len(t.keys); n > 1 && strings.HasPrefix(t.Text, "_") {
		return t.keys[n-1]
	}
	return form.Fold(t.Text)
}

// takeLabel takes the words of a label: those after its first on the line and, of
// an instruction, those below it.
func takeLabel(r *role, which form.Role, all []token, at []int, k int, taken []bool, letter float32) {
	follow := which.Follow()
	x0, x1 := all[k].x0, all[k].x1
	line := at[k]
	r.words, taken[k] = append(r.words, all[k]), true
	for i := k + 1; i < len(all) && len(follow) > 0 && at[i] <= line+roleLines; i++ {
		w := &all[i]
		if at[i] == line && w.x0 < x1 || at[i] > line && (w.x0 < x0-letterLabel*letter || w.x0 > x1) || taken[i] || form.ReadTick(w.Text) != form.TickUnknown {
			continue
		}
		f := form.Fold(w.Text)
		n := -1
		for j, word := range follow {
			if form.Like(f, word) {
				n = j
				break
			}
		}
		if n < 0 {
			if at[i] > line {
				break
			}
			continue
		}
		r.words, taken[i] = append(r.words, *w), true
		x1 = max(x1, w.x1)
		follow = follow[n+1:]
	}
}

// roleOf gives the label that a tick belongs to: the nearest on its right before another
// tick, or on a narrow page the one that begins below it and has no tick beside it.
func roleOf(roles *[4]role, tick *token, ticks []*token, letter float32) int {
	best, least := -1, float32(1e9)
	mid := (tick.y0 + tick.y1) / 2
	for r := range roles {
		if len(roles[r].words) == 0 {
			continue
		}
		w := &roles[r].words[0]
		y0, y1 := w.y0, w.y1
		for i := range roles[r].words {
			y0, y1 = min(y0, roles[r].words[i].y0), max(y1, roles[r].words[i].y1)
		}
		dx := w.x0 - tick.x1
		height := w.y1 - w.y0
		if dx < -0.5*height {
			below := (w.y0+w.y1)/2 - mid
			if below > 0.5*height && below < heightTickAbove*height && w.x0 > tick.x0-letterBelow*letter && w.x0 < tick.x1 && !tickWithin(ticks, (w.y0+w.y1)/2, w.x0-letterToTick*letter, w.x0, height) {
				if d := 3 * below; d < least {
					best, least = r, d
				}
			}
			continue
		}
		// Within the height of the label, a line more or less.
		dy := max(0, y0-mid, mid-y1)
		if dy > heightTick*height || tickWithin(ticks, mid, tick.x1, w.x0, height) {
			continue
		}
		if d := max(0, dx) + 3*dy; d < least {
			best, least = r, d
		}
	}
	return best
}

// tickWithin reports whether a tick stands on a line from one place to another.
func tickWithin(ticks []*token, y, from, to, height float32) bool {
	for _, t := range ticks {
		if m := (t.y0 + t.y1) / 2; m > y-height/2 && m < y+height/2 && t.x0 >= from && t.x1 <= to+0.1 {
			return true
		}
	}
	return false
}
