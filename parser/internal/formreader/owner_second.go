package formreader

import (
	"slices"
	"strings"
	"unicode"

	"filingview/parser/internal/form"
	"filingview/parser/ownership"
)

// second corrects the owner in box 1, as a machine read it, by the table of owners,
// which prints name, address and relationships once more: where one of the two
// readings has the form of an address and the other has not, and where a box of
// the table is marked that the other reading misses.
func second(first, listed *ownership.Owner) {
	if isAddress(&listed.Address) && !isAddress(&first.Address) {
		first.Address = listed.Address
	}
	a, b := &first.Relationship, &listed.Relationship
	had, has := flags(a), flags(b)
	more := false
	for i := range had {
		if had[i].V && !has[i].V {
			return // the two contradict each other: the box stays, as a guess
		}
		more = more || has[i].V && !had[i].V
	}
	if more {
		for i := range had {
			*had[i] = *has[i]
		}
	}
	if saysLabel(a.OfficerTitle.V) {
		a.OfficerTitle = b.OfficerTitle
	}
	if saysLabel(a.OtherText.V) {
		a.OtherText = b.OtherText
	}
}

func flags(r *ownership.Relationship) [4]*ownership.Value[bool] {
	return [...]*ownership.Value[bool]{&r.IsDirector, &r.IsTenPercentOwner, &r.IsOfficer, &r.IsOther}
}

// isAddress reports whether city, state and zip code are what such are.
func isAddress(a *ownership.Address) bool {
	if a.City.State != ownership.Known || a.State.State != ownership.Known || a.ZipCode.State != ownership.Known {
		return false
	}
	_, state := form.StateCode(a.State.V)
	city := strings.ToUpper(a.City.V)
	return state && looksPostal(a.ZipCode.V) && !strings.ContainsAny(city, "0123456789()=|") && len(city) > 2
}

// saysLabel reports whether a title is, in part, the box's own words.
func saysLabel(s string) bool {
	words := strings.Fields(s)
	letters := 0
	for _, c := range s {
		if unicode.IsLetter(c) {
			letters++
		}
	}
	if s != "" && letters < 2 || strings.HasPrefix(s, "10% Owner ") {
		return true
	}
	return slices.ContainsFunc(words, func(w string) bool {
		switch form.Fold(w) {
		case "below", "specify", "filing", "reporting":
			return true
		}
		return false
	})
}
