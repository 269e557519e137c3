package accounts

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/address"
	"filingview/app/format"
	"filingview/app/ledger"
	"filingview/app/markup"
	"filingview/app/wire"
	"filingview/parser/ownership"
)

// accountColumns are the columns of the table of accounts; numbers are sorted with
// the greatest first when one begins to.
func accountColumns() [10]struct {
	sort, name string
	num        bool
} {
	return [...]struct {
		sort, name string
		num        bool
	}{
		{"issuer", "Issuer", false}, {"owner", "Owner", false}, {"security", "Security", false}, {"holder", "Held", false},
		{"unexplained", "Unexplained lines", true}, {"explained", "Explained lines", true}, {"gaps", "Gaps", true}, {"gap", "Greatest gap", true},
		{"closing", "Balance", true}, {"date", "As of", false},
	}
}

func accountTable(b *wire.Balances, drawn int, a address.Address) app.UI {
	if b.Matching == 0 {
		text := "No account holds these words."
		if a.Query == "" {
			switch {
			case b.Done < b.Groups:
				text = "None so far."
			case b.Accounts == 0:
				text = "The open filings have no lines."
			case a.Accounts == "explained":
				text = "There is none: no account has a gap that is explained."
			default:
				text = "There is none: no line is unexplained."
			}
		}
		return markup.Text("p", "none-found", text)
	}
	columns := accountColumns()
	names := make([]app.UI, len(columns))
	for i, c := range columns {
		first, other := c.sort, "-"+c.sort
		if c.num || c.sort == "date" {
			first, other = other, first
		}
		next, arrow, order := first, "", ""
		switch a.Sort {
		case c.sort:
			arrow, order = " ▴", "ascending"
		case "-" + c.sort:
			arrow, order = " ▾", "descending"
		}
		if a.Sort == first {
			next = other
		}
		th := markup.El("th", map[bool]string{true: "num"}[c.num],
			markup.El("button", "sort", app.Text(c.name), markup.Text("span", "arrow", arrow).Attr("aria-hidden", "true")).
				Attr("type", "button").Attr("data-do", "sort").Attr("data-with", next)).Attr("scope", "col")
		if order != "" {
			th = th.Attr("aria-sort", order)
		}
		names[i] = th
	}
	rows := make([]app.UI, 0, drawn)
	group := ""
	for i := range b.Window[:min(drawn, len(b.Window))] {
		// In their own order accounts stand in groups, those first that should be looked
		// at first.
		if g := standingWords(b.Window[i].Standing()); a.Sort == "" && a.Accounts == "all" && g != group {
			group = g
			rows = append(rows, markup.El("tr", "class", markup.Text("th", "", g).Attr("colspan", strconv.Itoa(len(columns))).Attr("scope", "rowgroup")))
		}
		rows = append(rows, accountRow(&b.Window[i], a))
	}
	return markup.El("div", "scroll",
		markup.El("table", "flat", markup.El("thead", "", markup.El("tr", "", names...)), markup.El("tbody", "", rows...)).Attr("aria-label", "Accounts")).
		Attr("role", "region").Attr("aria-label", "Accounts").Attr("tabindex", "0")
}

func accountRow(s *wire.Summary, a address.Address) app.UI {
	a.Account, a.At = s.ID, ""
	owner := "Owner not named"
	if len(s.Owners) > 0 {
		owner = cmp.Or(s.Owners[0].Name, owner)
		if n := len(s.Owners) - 1; n > 0 {
			owner += " and " + format.Count(n, "other", "others")
		}
	}
	issuer := cmp.Or(s.Issuer.Name, "Issuer not named")
	if s.Symbol != "" {
		issuer += " " + s.Symbol
	}
	gap := ""
	if s.Gap.Known {
		gap = format.Signed(s.Gap.V)
	}
	columns := accountColumns()
	named := func(i int, e app.HTMLElem) app.UI { return e.Attr("data-label", columns[i].name) }
	marks := func(i int, r ownership.Rates) app.UI {
		if r == (ownership.Rates{}) {
			return named(i, markup.El("td", "num"))
		}
		return named(i, markup.El("td", "num", ledger.RateMarks(r)))
	}
	return markup.El("tr", "",
		named(0, markup.El("td", "", markup.Text("bdi", "", issuer))),
		named(1, markup.El("td", "", markup.Text("bdi", "", owner))),
		markup.El("th", "", markup.Link(a.String(), "", strings.TrimSpace(cmp.Or(s.Title, "Security without a title")+" "+s.Terms()))).Attr("scope", "row"),
		named(3, markup.El("td", "", markup.Text("bdi", "", ledger.HeldAs(s)))),
		marks(4, ownership.Rates{Unexplained: s.Rates.Unexplained}),
		marks(5, ownership.Rates{Explained: s.Rates.Explained, Told: s.Rates.Told, Likely: s.Rates.Likely}),
		named(6, markup.Text("td", "num", format.Group(strconv.Itoa(s.Gaps)))), named(7, markup.Text("td", "num", gap)),
		named(8, markup.Text("td", "num", ledger.Closing(s))),
		named(9, markup.El("td", "date", markup.Date(s.Date)))).Attr("data-account", s.ID)
}
