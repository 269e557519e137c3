package accounts

import (
	"regexp"
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
		{AccountSummary: ownership.AccountSummary{ID: "one", Title: "Common Stock", Owners: []ownership.PartyName{{Name: "Ferrand <i>"}, {Name: "Other"}}, Unit: "shares"}, Gaps: 1234, Rates: ownership.Rates{Lines: 3, Explained: 3, Told: 1, Likely: 1}},
		{AccountSummary: ownership.AccountSummary{ID: "two"}},
	}}
	got := app.HTMLString(accountTable(b, 2, address.Address{Accounts: "open", Sort: "-gaps"}))
	for _, want := range []string{"account=one", "Ferrand &lt;i&gt; and 1 other", "1,234", "Security without a title", "Owner not named", "≈?</span>", "likely explained", `data-with="gaps"`, `aria-sort="descending"`} {
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
		"No account holds these words.":          {a: address.Address{Query: "x"}},
		"None so far.":                           {b: wire.Balances{Groups: 1}},
		"The open filings have no lines.":        {},
		"There is none: no line is unexplained.": {b: wire.Balances{Accounts: 1}},
	} {
		if got := app.HTMLString(accountTable(&c.b, 0, c.a)); !strings.Contains(got, want) {
			t.Errorf("%+v: %s, want %q", c, got, want)
		}
	}
}

// TestGroups: accounts with unexplained lines come first and by that name, those whose
// gaps are explained by theirs, and nowhere does it say that an account does not close.
func TestGroups(t *testing.T) {
	b := &wire.Balances{Accounts: 4, Matching: 4, Unexplained: 1, Explained: 2, Likely: 1, Window: []wire.Summary{
		{Rates: ownership.Rates{Unexplained: 1}}, {Gaps: 1, Rates: ownership.Rates{Explained: 1, Likely: 1}},
		{Gaps: 1, Rates: ownership.Rates{Explained: 1}}, {Rates: ownership.Rates{Reconciled: 1}},
	}}
	heads := func(a address.Address) string {
		var all []string
		for _, m := range regexp.MustCompile(`<th[^>]* scope="rowgroup"[^>]*>([^<]*)`).FindAllStringSubmatch(app.HTMLString(accountTable(b, 4, a)), -1) {
			all = append(all, strings.TrimSpace(m[1]))
		}
		return strings.Join(all, "|")
	}
	if got := heads(address.Address{Accounts: "all"}); got != "With unexplained lines|Gaps explained|Without gaps" {
		t.Errorf("the groups are %q", got)
	}
	if got := heads(address.Address{Accounts: "all", Sort: "issuer"}); got != "" {
		t.Errorf("accounts sorted by issuer are in the groups %q", got)
	}
	got := app.HTMLString(choice(b, address.Address{Accounts: "explained"}))
	for _, want := range []string{"With unexplained lines (1)", "Gaps explained (2, of these 1 likely)", "All (4)"} {
		if !strings.Contains(got, want) {
			t.Errorf("the choice has no %q:\n%s", want, got)
		}
	}
}

// TestRateBar: each state has its share in words, and none that is not there a part of
// the bar.
func TestRateBar(t *testing.T) {
	for _, want := range []string{`data-rate="proved"`, `data-rate="told"`, `data-rate="likely"`} {
		if got := app.HTMLString(rateBar(ownership.Rates{Lines: 6, Explained: 6, Told: 2, Likely: 3})); !strings.Contains(got, want) {
			t.Errorf("the bar has no %s:\n%s", want, got)
		}
	}
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
