package accounts

import (
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/address"
	"filingview/app/wire"
	"filingview/parser/ownership"
)

// TestTable: an account has a row with a link to it, and the column that sorts says so
// and turns the order around.
func TestTable(t *testing.T) {
	b := &wire.Balances{Matching: 2, Window: []wire.Summary{
		{AccountSummary: ownership.AccountSummary{ID: "one", Title: "Common Stock", Owners: []ownership.PartyName{{Name: "Ferrand <i>"}, {Name: "Other"}}, Unit: "shares"}, Gaps: 1234},
		{AccountSummary: ownership.AccountSummary{ID: "two"}},
	}}
	got := app.HTMLString(accountTable(b, 2, address.Address{Accounts: "open", Sort: "-gaps"}))
	for _, want := range []string{"account=one", "Ferrand &lt;i&gt; and 1 other", "1,234", "Security without a title", "Owner not named", `data-with="gaps"`, `aria-sort="descending"`} {
		if !strings.Contains(got, want) {
			t.Errorf("the table has no %q:\n%s", want, got)
		}
	}
	if n := strings.Count(app.HTMLString(accountTable(b, 1, address.Address{})), "data-account="); n != 1 {
		t.Errorf("%d rows are drawn of one", n)
	}
	for want, c := range map[string]struct {
		b wire.Balances
		a address.Address
	}{
		"No account holds these words.":        {a: address.Address{Query: "x"}},
		"None so far.":                         {b: wire.Balances{Groups: 1}},
		"The open filings have no lines.":      {},
		"There is none: every account closes.": {b: wire.Balances{Accounts: 1}},
	} {
		if got := app.HTMLString(accountTable(&c.b, 0, c.a)); !strings.Contains(got, want) {
			t.Errorf("%+v: %s, want %q", c, got, want)
		}
	}
}

// TestRateBar: each state has its share in words, and none that is not there a part of
// the bar.
func TestRateBar(t *testing.T) {
	got := app.HTMLString(rateBar(ownership.Rates{Lines: 3, Reconciled: 2, Unexplained: 1}))
	for _, want := range []string{"66.7 %", "33.3 %", "2 lines", "1 line", "0 lines"} {
		if !strings.Contains(got, want) {
			t.Errorf("the bar has no %q:\n%s", want, got)
		}
	}
	if n := strings.Count(got, "<rect"); n != 2 {
		t.Errorf("%d parts are drawn, want 2", n)
	}
	if rateBar(ownership.Rates{}) != nil {
		t.Error("there is a bar of no lines")
	}
}
