package rules

import (
	"fmt"
	"strings"

	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

// checkOwnership holds the form and the nature of ownership of one row against
// the EDGAR ownership specification (condition 5) and Form 4, Instruction 4(b):
// ownership-missing, ownership-both, nature-missing, nature-on-direct,
// nature-generic.
func checkOwnership(l *line) {
	o, n := &l.r.Ownership, &l.r.NatureOfOwnership
	switch {
	case o.State == ownership.Malformed && isBothForms(o.Raw):
		l.tell(ownership.RuleOwnershipBoth,
			fmt.Sprintf("“%s” is both direct and indirect; each form of ownership takes a line of its own.", wording.Clip(o.Raw)), "ownership")
	case o.State == ownership.Malformed:
		l.tell(ownership.RuleOwnershipMissing, fmt.Sprintf("“%s” is neither D (direct) nor I (indirect).", wording.Clip(o.Raw)), "ownership")
	case !o.IsKnown():
		l.tell(ownership.RuleOwnershipMissing, "The form of ownership is missing: D (direct) or I (indirect).", "ownership")
	case o.V == ownership.Indirect && !n.IsKnown():
		natureMissing(l)
	case o.V == ownership.Direct && n.IsKnown() && !isNoNature(n.V):
		l.tell(ownership.RuleNatureOnDirect,
			fmt.Sprintf("The ownership is direct, yet a nature of indirect ownership is given: “%s”.", wording.Clip(n.V)), "ownership", "natureOfOwnership")
	case o.V == ownership.Indirect:
		natureGeneric(l)
	}
}

// isBothForms reports whether a cell says D and I and nothing else.
func isBothForms(raw string) bool {
	d, i := false, false
	for rest := raw; rest != ""; {
		at := strings.IndexFunc(rest, isASCIILetter)
		if at < 0 {
			break
		}
		rest = rest[at:]
		end := strings.IndexFunc(rest, func(r rune) bool { return !isASCIILetter(r) })
		if end < 0 {
			end = len(rest)
		}
		switch word := rest[:end]; {
		case strings.EqualFold(word, "d") || strings.EqualFold(word, "direct"):
			d = true
		case strings.EqualFold(word, "i") || strings.EqualFold(word, "indirect"):
			i = true
		case !strings.EqualFold(word, "and") && !strings.EqualFold(word, "or"):
			return false
		}
		rest = rest[end:]
	}
	return d && i
}

func isASCIILetter(r rune) bool { return r|0x20 >= 'a' && r|0x20 <= 'z' }

// natureMissing tells of an indirect line that does not say how. A note on the
// nature, or on the form of ownership, says it outside the column.
func natureMissing(l *line) {
	if notes := len(l.r.NatureOfOwnership.Notes) + len(l.r.Ownership.Notes); notes > 0 {
		// What the column should say is there, in another place.
		l.tellAs(ownership.RuleNatureMissing, ownership.Warning,
			"The ownership is indirect, and only a footnote says how; the column needs words of its own.", "natureOfOwnership")
		return
	}
	l.tell(ownership.RuleNatureMissing, "The ownership is indirect, but nothing says how: by whom are the securities held?", "natureOfOwnership")
}

// isNoNature reports whether a text says that there is no nature to give.
func isNoNature(s string) bool {
	s = strings.Trim(s, " .-–—()")
	for _, w := range [...]string{"", "n/a", "na", "none", "not applicable", "direct", "direct ownership", "directly", "directly owned", "owned directly", "held directly"} {
		if strings.EqualFold(s, w) {
			return true
		}
	}
	return false
}

// natureGeneric tells of a nature that names nobody, "By Trust" or "See footnote",
// where nothing else of the filing can: no note on title, amount, form or nature
// of ownership, none on the row that speaks of a holder, no note that the text
// refers to, no remarks, and no line that says the same with a note.
func natureGeneric(l *line) {
	f, r, n := l.f, l.r, &l.r.NatureOfOwnership
	if len(n.Notes)+len(r.Ownership.Notes)+len(r.SecurityTitle.Notes)+len(r.SharesFollowing.Notes)+len(r.ValueFollowing.Notes) > 0 || f.Remarks.IsKnown() {
		return
	}
	see := isSeeNote(n.V)
	if !see && !isOnlyTrust(n.V) { // nearly all
		return
	}
	if see && (len(f.Footnotes) > 0 || hasExhibit99(f)) ||
		l.noted("trust", "held", "owned", "holder", "spouse", "partnership", "beneficial") {
		return
	}
	for _, table := range [...][]ownership.Row{f.TableI, f.TableII} {
		for i := range table[:min(len(table), lookAround)] {
			if o := &table[i].NatureOfOwnership; len(o.Notes) > 0 && strings.EqualFold(o.V, n.V) {
				return
			}
		}
	}
	if see {
		l.tell(ownership.RuleNatureGeneric, fmt.Sprintf("“%s” points to a footnote, but the filing has none.", wording.Clip(n.V)), "natureOfOwnership")
		return
	}
	l.tell(ownership.RuleNatureGeneric, fmt.Sprintf("“%s” does not say which, and no footnote does.", wording.Clip(n.V)), "natureOfOwnership")
}

// isSeeNote reports whether a text is a pointer to a note and nothing else.
func isSeeNote(s string) bool {
	at, end := noteWord(s, 0)
	if at < 0 {
		return false
	}
	before := strings.TrimSpace(s[:at])
	if before != "" && !strings.EqualFold(before, "see") {
		return false
	}
	for i := end; ; {
		_, next, ok := noteNumber(s, i)
		if !ok {
			return strings.Trim(s[i:], " .()") == "" || strings.EqualFold(strings.Trim(s[i:], " ."), "below")
		}
		i, _ = skipJoin(s, next)
	}
}

// isOnlyTrust reports whether a text says "trust" and no more.
func isOnlyTrust(s string) bool {
	s = strings.Trim(s, " .()")
	if len(s) > len("held by trust") {
		return false
	}
	for _, w := range [...]string{"trust", "trusts", "by trust", "by trusts", "by a trust", "by the trust", "in trust", "held in trust", "held by trust"} {
		if strings.EqualFold(s, w) {
			return true
		}
	}
	return false
}
