package formreader

import (
	"slices"
	"strings"
	"unicode"

	"filingview/parser/internal/form"
	"filingview/parser/internal/reason"
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

// agree holds the boxes of the first owner against the same boxes in the table of owners,
// where letters are not in doubt. One that only one of the two has ticked lost its mark in
// the other, or got it from the box beside: it is not known. Where one of the two has no
// mark at all, the other is right.
func agree(first, listed *ownership.Relationship) {
	a, b := flags(first), flags(listed)
	if first.IsOfficer.V && !first.IsOther.V && listed.OtherText.State == ownership.Known && (listed.OfficerTitle.State != ownership.Known) {
		// The title stands one column off, and the marks before it may, too.
		listed.OfficerTitle, listed.OtherText = listed.OtherText, ownership.Value[string]{}
		reason.Doubt(&listed.OfficerTitle.Reading, reason.OtherColumn.Of())
		if marks(first) == marks(listed) {
			return
		}
	}
	var has, had bool
	for i := range a {
		if a[i].State != ownership.Known || b[i].State != ownership.Known {
			return
		}
		has, had = has || a[i].V, had || b[i].V
	}
	if !has || !had {
		if had {
			for i := range a {
				*a[i] = *b[i]
			}
		}
		return
	}
	for i := range a {
		if a[i].V != b[i].V {
			if b[i].V {
				a[i].Raw, a[i].At = b[i].Raw, b[i].At
			}
			a[i].V, a[i].State, a[i].How = false, ownership.Malformed, ownership.Placed
		}
	}
}

// marks counts the boxes that are ticked.
func marks(r *ownership.Relationship) int {
	n := 0
	for _, v := range flags(r) {
		if v.V {
			n++
		}
	}
	return n
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
