package account

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

// page is one account made ready to be drawn.
type page struct {
	*wire.FullAccount
	places ledger.Filings
}

func newPage(f *wire.FullAccount) *page { return &page{f, ledger.FilingsOf(f.Places)} }

// title is the page's.
func (pg *page) title() string {
	s := wire.SummaryOf(&pg.Account)
	return ledger.AccountName(&s) + " · " + pg.Account.Issuer.Name
}

// lineID is the id of the element of a line.
func (pg *page) lineID(i int) string { return "line-" + strconv.Itoa(i+1) }

// amendment reports whether a filing is one.
func (pg *page) amendment(filing int) bool {
	p := pg.places[filing]
	return p != nil && (p.Filing.Amends >= 0 || p.Filing.DocumentType.IsAmendment())
}

func (pg *page) head(a address.Address) app.UI {
	acc := &pg.Account
	s := wire.SummaryOf(acc)
	back := a
	back.Account, back.At = "", ""
	var way app.UI
	switch {
	case back.Filing.File > 0:
		way = markup.El("p", "way", markup.Link(back.String(), "", "← Back to the filing"))
	case back.Accounts != "":
		way = markup.El("p", "way", markup.Link(back.String(), "", "← All accounts"))
	}
	owners := make([]app.UI, len(acc.Owners))
	for i, o := range acc.Owners {
		owners[i] = markup.El("li", "", markup.Text("bdi", "", cmp.Or(o.Name, "Owner not named")))
	}
	var facts []app.UI
	fact := func(name string, u app.UI) {
		facts = append(facts, markup.El("div", "", markup.Text("dt", "", name), markup.El("dd", "", u)))
	}
	fact("Opening balance", app.Text(format.Amount(acc.Opening, acc.Unit)))
	fact("Closing balance", markup.El("span", "", app.Text(format.Amount(acc.Closing, acc.Unit)), dated(s.Date)))
	if acc.Doubted > 0 {
		fact("Not certain", app.Text(format.Count(acc.Doubted, "line has a figure", "lines have figures")+" that a machine may have misread; the balances rest on them"))
	}
	fact("Lines", ledger.RateWords(format.Count(s.Rates.Lines, "line", "lines"), s.Rates))
	fact("Gaps between filings", app.Text(strconv.Itoa(s.Gaps)))
	if acc.UnderlyingTitle != "" {
		fact("Underlying security", markup.Text("bdi", "", acc.UnderlyingTitle))
	}
	if len(acc.Titles) > 1 {
		fact("Also titled", markup.Text("bdi", "", strings.Join(others(acc.Titles, acc.Title), "; ")))
	}
	if len(acc.Natures) > 1 {
		fact("Also held", markup.Text("bdi", "", strings.Join(others(acc.Natures, acc.Holder), "; ")))
	}
	table := "Table I"
	if acc.Table == 2 {
		table = "Table II"
	}
	issuer := cmp.Or(acc.Issuer.Name, "Issuer not named")
	if acc.Symbol != "" {
		issuer += " (" + acc.Symbol + ")"
	}
	return markup.El("header", "card",
		way,
		markup.El("div", "issuer", markup.Text("p", "kind", table+" account"), markup.El("h1", "", markup.Text("bdi", "", ledger.AccountName(&s)))),
		markup.El("div", "people", markup.El("p", "name", markup.Text("bdi", "", issuer)), markup.El("ul", "", owners...).Attr("role", "list")),
		markup.El("dl", "facts", facts...))
}

func dated(d ownership.Date) app.UI {
	if d.IsZero() {
		return nil
	}
	return markup.El("span", "what", app.Text(" on "), markup.Time(d.String(), format.Date(d)))
}

func others(all []string, but string) (rest []string) {
	for _, s := range all {
		if s != but {
			rest = append(rest, s)
		}
	}
	return rest
}
