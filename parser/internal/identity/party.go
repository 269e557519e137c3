package identity

import (
	"slices"
	"strings"
	"unicode"

	"filingview/parser/ownership"
)

// Issuer returns what the filings of one issuer have in common: its CIK, or its name where
// the document does not print the number, as pages and PDFs do not; "" for neither.
func Issuer(f *ownership.Filing) string {
	if cik := Number(f.Issuer.CIK.Raw); cik != "" {
		return cik
	}
	if name := plainName(f.Issuer.Name.V); name != "" {
		return "name:" + name
	}
	return ""
}

// Owners returns the key of a set of owners. An owner without a number counts by name.
func Owners(f *ownership.Filing) string {
	names := make([]string, 0, len(f.Owners))
	for i := range f.Owners {
		o := &f.Owners[i]
		name := Number(o.CIK.Raw)
		if name == "" {
			name = strings.Join(strings.Fields(strings.ToLower(o.Name.V)), " ")
		}
		names = append(names, name)
	}
	slices.Sort(names)
	return strings.Join(slices.Compact(names), "+")
}

// Number is a CIK without leading zeros.
func Number(cik string) string {
	if s := strings.TrimLeft(cik, "0"); s != "" {
		return s
	}
	return cik
}

// plainName is a name in lower case, its letters and digits alone.
func plainName(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// OwnersApart reports whether two sets of owners have none in common.
func OwnersApart(a, b string) bool {
	for _, o := range strings.Split(a, "+") {
		if slices.Contains(strings.Split(b, "+"), o) {
			return false
		}
	}
	return true
}
