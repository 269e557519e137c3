package filing

import (
	"cmp"
	"slices"
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

// holdingRow is a line of the summary of holdings: the head of a class, or an
// account of it.
type holdingRow struct {
	class   *holdingClass // of a head
	account *wire.Summary
}

// holdingClass is what may be added up: accounts of one class, or one series of a
// derivative security, in one unit.
type holdingClass struct {
	accounts []*wire.Summary
}

// holdingRows sorts accounts by class: Table I first, in the order of their first
// lines. In each class those with unexplained lines come first, then those whose gaps
// are explained, and in each of these what is held before what is not held any more.
func holdingRows(accounts []wire.Summary) []holdingRow {
	var classes []*holdingClass
	byKey := map[string]*holdingClass{}
	for table := 1; table <= 2; table++ {
		for i := range accounts {
			a := &accounts[i]
			if a.Table != table {
				continue
			}
			key := a.Class + "\n" + a.Terms() + "\n" + a.Unit + "\n" + strconv.Itoa(table)
			if byKey[key] == nil {
				byKey[key] = new(holdingClass)
				classes = append(classes, byKey[key])
			}
			byKey[key].accounts = append(byKey[key].accounts, a)
		}
	}
	var rows []holdingRow
	for _, c := range classes {
		rows = append(rows, holdingRow{class: c})
		rank := func(a *wire.Summary) int {
			n := 0
			switch s := a.Standing(); {
			case s.Explained():
				n = 2
			case s != wire.WithUnexplained:
				n = 4
			}
			if !a.Closing.Known || a.Closing.V.Sign() == 0 {
				n++
			}
			return n
		}
		inOrder := slices.Clone(c.accounts) // the class has the title of the first that was filed
		slices.SortStableFunc(inOrder, func(a, b *wire.Summary) int { return cmp.Compare(rank(a), rank(b)) })
		for _, a := range inOrder {
			rows = append(rows, holdingRow{account: a})
		}
	}
	return rows
}

// total says what a class adds up to: 1,163,085 direct + 2,042,800 indirect, in 2
// accounts. An account whose balance is not known is said to be left out.
func (c *holdingClass) total() string {
	var sums [3]ownership.Decimal
	var any [3]bool
	accounts, unknown, doubted := 0, 0, 0
	for _, a := range c.accounts {
		if a.Doubted > 0 {
			doubted++
		}
		if !a.Closing.Known {
			unknown++
			continue
		}
		if a.Closing.V.Sign() == 0 {
			continue
		}
		i := 2
		switch a.Ownership {
		case ownership.Direct:
			i = 0
		case ownership.Indirect:
			i = 1
		}
		sum, ok := sums[i].Sum(a.Closing.V)
		if !ok {
			return "too large to add up"
		}
		sums[i], any[i] = sum, true
		accounts++
	}
	var parts []string
	for i, word := range [...]string{" direct", " indirect", " held in a form not stated"} {
		if any[i] {
			parts = append(parts, format.Amount(ownership.Amount{V: sums[i], Known: true}, c.accounts[0].Unit)+word)
		}
	}
	var text string
	switch {
	case parts != nil:
		text = strings.Join(parts, " + ") + ", in " + format.Count(accounts, "account", "accounts")
	case unknown == 0:
		text = "none left"
	}
	if unknown > 0 {
		left := format.Count(unknown, "account", "accounts") + " without a balance"
		if text == "" {
			return left
		}
		text += ", and " + left
	}
	if doubted > 0 && text != "" {
		text += "; the figures of " + format.Count(doubted, "account", "accounts") + " are not certain"
	}
	return text
}

// holdingsView draws the summary around its rows: what the same owners hold of the
// issuer, by class. An account has the owners of this filing as its own, so what
// other owners report jointly is not in it twice.
func (r *reconciliation) holdingsView(bodies []app.UI) app.UI {
	if r.failure != "" {
		return markup.El("section", "lines holdings", markup.Text("h2", "", "Holdings"), markup.Text("p", "gone", "The balances could not be compared. "+r.failure))
	}
	if len(bodies) == 0 {
		return nil
	}
	names := []app.UI{}
	for _, c := range [...]string{"Held", "Balance", "As of", "Lines"} {
		names = append(names, markup.Text("th", map[string]string{"Balance": "num"}[c], c).Attr("scope", "col"))
	}
	return markup.El("section", "lines holdings",
		markup.El("div", "caption",
			markup.Text("h2", "", "Holdings of these owners").Attr("id", "holdings"),
			markup.El("p", "sum", app.Text(r.holdingsSource()+" "), ledger.RateWords(format.Count(r.Rates.Lines, "line", "lines")+" here", r.Rates))),
		markup.El("div", "scroll", markup.El("table", "flat", append([]app.UI{markup.El("thead", "", markup.El("tr", "", names...))}, bodies...)...).Attr("aria-labelledby", "holdings")).
			Attr("role", "region").Attr("aria-labelledby", "holdings").Attr("tabindex", "0"))
}

// holdingsSource says what the balances are the last of.
func (r *reconciliation) holdingsSource() string {
	n := 1
	for i := range r.Accounts {
		n = max(n, r.Accounts[i].Statements)
	}
	if same := r.filings[r.Same]; n == 1 && r.Same != r.Self && same != nil {
		return "As " + same.Filing.Name + " reports them, of which this filing is a copy."
	}
	if n == 1 {
		return "As this filing reports them."
	}
	return "The latest that the open filings report."
}

// holdingList draws the rows from and to.
func (r *reconciliation) holdingList(from, to int) app.UI {
	var rows []app.UI
	for _, h := range r.holdings[from:to] {
		if c := h.class; c != nil {
			a := c.accounts[0]
			title := a.Title
			if a.Terms() != "" {
				title += " " + a.Terms()
			}
			if title == "" {
				title = "Security without a title"
			}
			rows = append(rows, markup.El("tr", "class",
				markup.El("th", "", markup.Text("bdi", "", title), markup.Text("span", "total-of", c.total())).Attr("colspan", "4").Attr("scope", "rowgroup")))
			continue
		}
		a := h.account
		class := ""
		if a.Closing.Known && a.Closing.V.Sign() == 0 {
			class = "gone-by"
		}
		rows = append(rows, markup.El("tr", class,
			markup.El("th", "", markup.Link(address.Address{Filing: r.ref, Account: a.ID}.String(), "", ledger.HeldAs(a)), standing(a.Standing())).Attr("scope", "row"),
			markup.Text("td", "num", ledger.Closing(a)).Attr("data-balance", a.ID).Attr("data-label", "Balance"),
			markup.El("td", "", markup.Date(a.Date)).Attr("data-label", "As of"),
			markup.El("td", "", ledger.RateMarks(a.Rates)).Attr("data-label", "Lines")))
	}
	return markup.El("tbody", "", rows...)
}

// standing says beside an account whether one should look at it.
func standing(s wire.Standing) app.UI {
	text := ""
	switch s {
	case wire.WithUnexplained:
		text = "with unexplained lines"
	case wire.GapsLikely:
		text = "gaps likely explained"
	case wire.GapsTold:
		text = "gaps told of by a note"
	case wire.GapsProved:
		text = "gaps explained"
	default:
		return nil
	}
	return markup.Text("span", "standing", text)
}
