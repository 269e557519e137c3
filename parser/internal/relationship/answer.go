package relationship

import (
	"filingview/parser/internal/form"
	"filingview/parser/internal/sheet"
)

// answered reads a box in which each label has "Yes" or "No" beside it, as some agents wrote
// before mid-2003, in any order of the labels: before all of them or after all of them. It
// reports false where a label has none, so that a title such as "No. 2 Officer" is none.
func answered(words []sheet.Word) (Box, bool) {
	type label struct {
		role     form.Role
		from, to int
	}
	var labels []label
	answers := 0
	for i := 0; i < len(words); {
		if r, ok := roleAt(words[i:], 0); ok {
			labels = append(labels, label{r, i, i + roleWords(words[i:], r)})
			i = labels[len(labels)-1].to
			continue
		}
		if tickOf(words[i]) != form.TickUnknown {
			answers++
		}
		i++
	}
	if len(labels) < int(form.Roles)-1 { // some printed no "Other"
		return Box{}, false
	}
	for _, before := range [...]bool{true, false} {
		out, end, ok := Box{seen: true}, 0, true
		for _, l := range labels[:min(len(labels), int(form.Roles))] {
			at := l.to
			if before {
				at = l.from - 1
			}
			if at < 0 || at >= len(words) || tickOf(words[at]) == form.TickUnknown || out.Set[l.role] != form.TickUnknown {
				ok = false
				break
			}
			out.Set[l.role], out.word[l.role] = tickOf(words[at]), words[at:at+1]
			end = max(end, l.to, at+1)
		}
		if !ok || answers < len(labels) {
			continue
		}
		if out.Set[form.RoleOther] == form.TickUnknown {
			out.Set[form.RoleOther] = form.TickEmpty
		}
		if tail := withoutLabels(words[end:]); len(tail) > 0 {
			out.Rest = [][]sheet.Word{tail}
		}
		return out, true
	}
	return Box{}, false
}

// tickOf reads "Yes" and "No" as what stands in a box.
func tickOf(w sheet.Word) form.Tick {
	switch form.Fold(w.Text) {
	case "yes":
		return form.TickSet
	case "no":
		return form.TickEmpty
	}
	return form.TickUnknown
}
