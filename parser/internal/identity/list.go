package identity

import (
	"strings"

	"filingview/parser/internal/notetext"
)

// namesIn returns the holders that a text names that is a name or a list of names:
// "Fund I, L.P., Fund II, L.P. and Fund III, L.P.". Commas and "and" stand in names too
// ("the Reid and Michelle Yee Living Trust", "Smith, Jones and Brown Partners"): a text is
// a list only if each part is a vehicle by itself, or goes on with a series. It leaves
// out what names nobody.
func namesIn(text string) []Name {
	parts := partsOf(text)
	if len(parts) < 2 || !isList(parts) {
		parts = []string{text}
	}
	var names []Name
	for _, p := range parts {
		n := nameOf(withoutLead(p))
		if words, _ := spelled(n.Shown); n.Empty() || namesNobody(foldForms(words)) {
			continue
		}
		if !isNamed(n, names) {
			names = append(names, n)
		}
	}
	return names
}

// isNamed reports whether one of the names is spelled alike.
func isNamed(n Name, names []Name) bool {
	for i := range names {
		if names[i].Like(&n) == Same {
			return true
		}
	}
	return false
}

// withoutLead takes off what stands before a name in a list: "each of", "(ii)", "by".
func withoutLead(p string) string {
	for {
		p = strings.TrimLeft(p, " ,;")
		before := p
		for _, lead := range [...]string{"each of ", "both ", "either of ", "all of ", "by ", "and ", "or ", "collectively ", "collectively, ", "together with ", "as to "} {
			if strings.HasPrefix(lower(p), lead) {
				p = p[len(lead):]
			}
		}
		if i := strings.IndexByte(p, ')'); strings.HasPrefix(p, "(") && i > 0 && i <= 5 {
			p = p[i+1:]
		}
		if p == before {
			return trimmed(p)
		}
	}
}

// partsOf cuts at commas and "and". A legal form, a year or a date stays with what
// stands before it.
func partsOf(text string) []string {
	if low := lower(text); !strings.Contains(low, " and ") && !strings.Contains(low, " or ") && !strings.Contains(low, "; ") && !strings.Contains(low, "(ii)") {
		return nil // the comma of "Fund I, L.P."
	}
	var parts []string
	start := 0
	cut := func(to, next int) {
		p := strings.TrimSpace(text[start:to])
		start = next
		switch {
		case p == "":
		case len(parts) > 0 && belongsToLast(p):
			parts[len(parts)-1] += ", " + p
		default:
			parts = append(parts, p)
		}
	}
	low := lower(text)
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] == ',' || text[i] == ';':
			cut(i, i+1)
		case strings.HasPrefix(low[i:], " and "):
			cut(i, i+len(" and "))
		case strings.HasPrefix(low[i:], " or "):
			cut(i, i+len(" or "))
		}
	}
	cut(len(text), len(text))
	return parts
}

// belongsToLast reports whether a part is no name: the legal form, the year or the
// generation of what stands before the comma.
func belongsToLast(p string) bool {
	words, _ := spelled(p)
	for _, w := range foldForms(words) {
		if !isForm(w) && w != "limited" && w != "jr" && w != "sr" && !(w[0] >= '0' && w[0] <= '9' && len(w) == 4) && w != "sa" && w != "nv" && w != "na" && w != "ag" {
			return false
		}
	}
	return true
}

// isList reports whether each part names a vehicle by itself, or goes on with a series
// or with the family name of the first: "Fund I, II and III", "Marden 9 and Marden
// Principals".
func isList(parts []string) bool {
	first := ""
	for i, p := range parts {
		p = withoutLead(p)
		words, _ := spelled(p)
		if len(words) == 0 {
			return false
		}
		if has(words, "trustee") || has(words, "custodian") {
			return false // "the Wells Trust, Scott R. Wells and Gary Smith Trustees"
		}
		switch {
		case i == 0:
			first = words[0]
			if !isVehicle(words) && !differSiblings(words[len(words)-1:]) {
				return i == 0 && len(parts) > 1 && sameFamily(parts, first)
			}
		case isVehicle(words), len(words) == 1 && differSiblings(words), words[0] == first:
		case endsInForm(parts[i-1]) && len(words) > 1 && p[0] >= 'A' && p[0] <= 'Z':
		default:
			return false
		}
	}
	return true
}

// sameFamily reports whether all parts begin with one word that is a name.
func sameFamily(parts []string, first string) bool {
	for _, p := range parts {
		words, _ := spelled(withoutLead(p))
		if len(words) < 2 || words[0] != first {
			return false
		}
	}
	return true
}

func endsInForm(p string) bool {
	words, _ := spelled(p)
	words = foldForms(words)
	return len(words) > 1 && (isForm(words[len(words)-1]) || words[len(words)-1] == "trust")
}

// isVehicle reports whether the words, in singular, are of the name of a vehicle.
func isVehicle(words []string) bool {
	for _, w := range foldForms(words) {
		switch w {
		case "trust", "llc", "lp", "corp", "fund", "foundation", "partnership", "gst", "ira", "estate", "unitrust", "venture", "capital", "holding", "associate", "investment", "investor", "affiliate":
			return true
		}
	}
	return false
}

// startsWithName reports whether a sentence opens with the name of a vehicle: within
// its first words stands Trust, Fund, LLC and the like. rest is what follows.
func startsWithName(sentence string) (rest string, ok bool) {
	head, rest := cutName(sentence)
	if len(head) > 90 || len(head) < 4 {
		return "", false
	}
	for _, w := range notetext.Words(head) {
		switch w {
		case "represents", "shares", "share", "each", "reporting", "person", "reported", "options", "option", "these", "price", "prices", "includes", "sold", "issued", "vest", "vests", "sale", "sales", "pursuant":
			return "", false
		}
	}
	words, _ := spelled(head)
	return rest, isVehicle(words)
}

// isNameAlone reports whether a note is nothing but the name of a vehicle and what is
// said of it after a comma or "which": no verb follows.
func isNameAlone(note string) bool {
	rest, ok := startsWithName(note)
	if !ok {
		return false
	}
	if rest == "" || strings.ContainsRune(",.;:", rune(rest[0])) {
		return true
	}
	for _, relative := range [...]string{" for w", " of w", " over w", " in w", " whose ", " which ", " where ", " with ", " as "} {
		if strings.HasPrefix(lower(rest), relative) {
			return true
		}
	}
	return false
}
