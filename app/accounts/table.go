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
)

// accountColumns are the columns of the table of accounts; numbers are sorted with
// the greatest first when one begins to.
func accountColumns() [9]struct {
	sort, name string
	num        bool
} {
	return [...]struct {
		sort, name string
		num        bool
	}{
		{"issuer", "Issuer", false}, {"owner", "Owner", false}, {"security", "Security", false}, {"holder", "Held", false},
		{"unexplained", "Unexplained lines", true}, {"gaps", "Gaps", true}, {"gap", "Greatest gap", true},
		{"closing", "Balance", true}, {"date", "As of", false},
	}
}

func accountTable(b *wire.Balances, drawn int, a address.Address) app.UI {
	if b.Matching == 0 {
		text := "No account holds these words."
		if a.Query == "" {
			text = "There is none: every account closes."
			if b.Done < b.Groups {
				text = "None so far."
			} else if b.Accounts == 0 {
				text = "The open filings have no lines."
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
	for i := range b.Window[:min(drawn, len(b.Window))] {
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
	number := func(i, n int) app.UI { return named(i, markup.Text("td", "num", format.Group(strconv.Itoa(n)))) }
	return markup.El("tr", "",
		named(0, markup.El("td", "", markup.Text("bdi", "", issuer))),
		named(1, markup.El("td", "", markup.Text("bdi", "", owner))),
		markup.El("th", "", markup.Link(a.String(), "", strings.TrimSpace(cmp.Or(s.Title, "Security without a title")+" "+s.Terms()))).Attr("scope", "row"),
		named(3, markup.El("td", "", markup.Text("bdi", "", ledger.HeldAs(s)))),
		number(4, s.Rates.Unexplained), number(5, s.Gaps), named(6, markup.Text("td", "num", gap)),
		named(7, markup.Text("td", "num", format.Amount(s.Closing, s.Unit))),
		named(8, markup.El("td", "date", markup.Date(s.Date)))).Attr("data-account", s.ID)
}
