// Package address is the state of the page as its address holds it, and the ids of
// the elements that an address can name.
package address

import (
	"net/url"
	"strconv"
	"strings"

	"filingview/app/wire"
)

// Address is the state of the page that its address holds after the #, as
// k=v&k=v, so that it can be kept, sent and gone back to.
//
// A bare #footnote-F1 or #cell-tableI[0].securityTitle means a place in the
// filing that is shown.
type Address struct {
	Filing   wire.Ref // filing=FILE.N; File 0 is none
	At       string   // at=ID, the element to go to
	Query    string   // q=WORDS, what the list is narrowed to
	From     int      // from=N, the first entry of the list's window
	SECNames bool     // names=sec, the printed form's names of the columns
	All      bool     // columns=all, every field that a line has
	Source   bool     // source=shown, beside the tables
	Account  string   // account=ID, one holding through time
	Accounts string   // accounts=unexplained, explained or all: the accounts of all filings
	Sort     string   // sort=COLUMN, with a minus for the greatest first
	Rest     []string // k=v that others put there, as it stands
}

// Parse reads what stands after the #, with or without it. State that it
// does not know it keeps in Rest.
func Parse(fragment string) Address {
	var a Address
	fragment = strings.TrimPrefix(fragment, "#")
	if IsPlace(fragment) {
		a.At = unescaped(fragment)
		return a
	}
	for part := range strings.SplitSeq(fragment, "&") {
		if part == "" {
			continue
		}
		key, value, state := strings.Cut(part, "=")
		value = unescaped(value)
		switch key {
		case "filing":
			a.Filing = parseRef(value)
		case "at":
			a.At = value
		case "q":
			a.Query = value
		case "from":
			if n, err := strconv.Atoi(value); err == nil && n > 0 {
				a.From = n
			}
		case "names":
			a.SECNames = value == "sec"
		case "columns":
			a.All = value == "all"
		case "source":
			a.Source = value == "shown"
		case "account":
			a.Account = value
		case "accounts":
			switch value {
			case "unexplained", "explained", "all":
				a.Accounts = value
			case "open":
				// What addresses of earlier versions call the accounts with a gap,
				// which stand first among all.
				a.Accounts = "all"
			}
		case "sort":
			a.Sort = value
		default:
			if state {
				a.Rest = append(a.Rest, part)
			}
		}
	}
	return a
}

// String writes the address with its #, or nothing for the empty one.
func (a Address) String() string {
	var parts []string
	put := func(key, value string) {
		if value != "" {
			parts = append(parts, key+"="+escaped(value))
		}
	}
	if a.Filing.File > 0 {
		put("filing", refText(a.Filing))
	}
	put("account", a.Account)
	put("accounts", a.Accounts)
	put("sort", a.Sort)
	put("q", a.Query)
	if a.From > 0 {
		put("from", strconv.Itoa(a.From))
	}
	if a.SECNames {
		put("names", "sec")
	}
	if a.All {
		put("columns", "all")
	}
	if a.Source {
		put("source", "shown")
	}
	parts = append(parts, a.Rest...)
	put("at", a.At)
	if len(parts) == 0 {
		return ""
	}
	return "#" + strings.Join(parts, "&")
}

// Follow returns where a link of the page leads from here. A place is one in the
// filing that is shown; the list's query and the ways to look at a table stay.
func (a Address) Follow(href string) Address {
	next := Parse(href)
	if IsPlace(strings.TrimPrefix(href, "#")) {
		a.At = next.At
		return a
	}
	next.SECNames, next.All, next.Source, next.Rest = a.SECNames, a.All, a.Source, a.Rest
	if next.Filing.File > 0 && a.Accounts == "" {
		next.Query, next.From = a.Query, a.From
	}
	return next
}

// OfFiling is the link to an entry of the list.
func OfFiling(ref wire.Ref) string { return Address{Filing: ref}.String() }

func refText(ref wire.Ref) string { return strconv.Itoa(ref.File) + "." + strconv.Itoa(ref.N) }

func parseRef(s string) wire.Ref {
	file, n, _ := strings.Cut(s, ".")
	f, err := strconv.Atoi(file)
	i, err2 := strconv.Atoi(n)
	if err != nil || err2 != nil || f < 1 || i < 0 {
		return wire.Ref{}
	}
	return wire.Ref{File: f, N: i}
}

// IsPlace reports whether a fragment names an element and not a state.
func IsPlace(fragment string) bool {
	for _, prefix := range [...]string{"footnote-", "cell-", "finding-", "repair-", "words-", "line-"} {
		if strings.HasPrefix(fragment, prefix) {
			return true
		}
	}
	return false
}

// escaped leaves brackets be: an address with a cell's path stays readable.
func escaped(s string) string {
	s = url.QueryEscape(s)
	s = strings.ReplaceAll(s, "%5B", "[")
	return strings.ReplaceAll(s, "%5D", "]")
}

func unescaped(s string) string {
	if u, err := url.QueryUnescape(s); err == nil {
		return u
	}
	return s
}

// CellID is the id of a cell's element. The rest of a path that has no element of
// its own, such as a line's, makes an id in the same way.
func CellID(path string) string { return "cell-" + path }
