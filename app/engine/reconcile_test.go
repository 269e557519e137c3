package engine

import (
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"

	"filingview/app/wire"
	"filingview/parser/ownership"
)

// holdings opens a file of lines "CIK amount amount …" as filings of that issuer,
// each with so many holdings.
func holdings(name string, data []byte) iter.Seq2[*ownership.Filing, error] {
	return func(yield func(*ownership.Filing, error) bool) {
		for line := range strings.Lines(string(data)) {
			words := strings.Fields(line)
			f := &ownership.Filing{Source: ownership.Source{Name: name, Text: string(data)}}
			f.Issuer.CIK, f.Issuer.Name = known(words[0]), known("Issuer "+words[0])
			f.Owners = []ownership.Owner{{Name: known("DOE JANE"), CIK: known("7")}}
			for _, amount := range words[1:] {
				n, err := ownership.ParseDecimal(amount)
				if err != nil {
					panic(err)
				}
				f.TableI = append(f.TableI, ownership.Row{
					SecurityTitle:   known("Common Stock"),
					SharesFollowing: ownership.Value[ownership.Decimal]{V: n, Reading: ownership.Reading{State: ownership.Known, Raw: amount}},
				})
			}
			if !yield(f, nil) {
				return
			}
		}
	}
}

// chain reconciles in the simplest way there is: one account an issuer, a statement
// a filing, each opening with nothing. It notes how many filings it was given.
type chain struct{ given []int }

func (c *chain) reconcile(filings []*ownership.Filing) *ownership.Ledger {
	c.given = append(c.given, len(filings))
	l := &ownership.Ledger{}
	for i, f := range filings {
		cik := f.Issuer.CIK.V
		n := slices.IndexFunc(l.Accounts, func(a ownership.Account) bool { return a.Issuer.CIK == cik })
		if n < 0 {
			n = len(l.Accounts)
			l.Accounts = append(l.Accounts, ownership.Account{AccountSummary: ownership.AccountSummary{
				ID: "account-" + cik, Issuer: ownership.PartyName{CIK: cik, Name: f.Issuer.Name.V},
				Owners: []ownership.PartyName{{CIK: "7", Name: "DOE JANE"}}, Table: 1, Title: "Common Stock", Unit: "shares",
			}})
		}
		a := &l.Accounts[n]
		st := ownership.Statement{Filing: i, StatementFigures: ownership.StatementFigures{From: len(a.Lines)}}
		for j := range f.TableI {
			st.Closing = ownership.Amount{V: f.TableI[j].SharesFollowing.V, Known: true}
			line := ownership.Line{LineRef: ownership.LineRef{Filing: i, Path: fmt.Sprintf("tableI[%d]", j)},
				LineFigures: ownership.LineFigures{Printed: st.Closing, State: ownership.Reconciled, Rule: ownership.RuleRunningBalance}}
			if i > 0 {
				line.State, line.Rule = ownership.Unexplained, ownership.RuleRollForward
				line.Evidence = []ownership.Evidence{{Filing: i - 1, Path: "footnotes[0].text", Words: "ten more"}}
			}
			a.Lines = append(a.Lines, line)
		}
		if st.To = len(a.Lines); len(a.Statements) > 0 {
			st.Gap = ownership.Amount{V: ownership.NewDecimal(int64(i), 0), Known: true}
		}
		a.Statements = append(a.Statements, st)
		a.Closing = st.Closing
		l.Filings = append(l.Filings, ownership.LedgerFiling{Given: i, Name: f.Source.Name, SameAs: -1, JointWith: -1, Amends: -1})
	}
	slices.Reverse(l.Accounts)
	return l
}

func desk(t *testing.T) (*page, *chain) {
	p, c := stand(t, holdings), new(chain)
	p.engine.reconcile = c.reconcile
	return p, c
}

func (p *page) reconciliation(id int) *wire.Reconciliation {
	p.t.Helper()
	r, body := p.reply(id)
	got, err := wire.DecodeReconciliation(body)
	if r.Error != "" || err != nil {
		p.t.Fatalf("request %d: %s %v", id, r.Error, err)
	}
	return got
}

func (p *page) balances(id int) *wire.Balances {
	p.t.Helper()
	_, body := p.reply(id)
	b, err := wire.DecodeBalances(body)
	if err != nil {
		p.t.Fatalf("request %d: %v", id, err)
	}
	return b
}

// TestReconciliationOfItsKey: a look at a filing reconciles those about its issuer and no
// other, and only once.
func TestReconciliationOfItsKey(t *testing.T) {
	p, c := desk(t)
	p.ask(wire.Request{Op: wire.Open, File: 1, Name: "a"}, "1 100\n2 5 6\n1 110\n")
	p.ask(wire.Request{Op: wire.Open, File: 2, Name: "b"}, "1 120 121\n3 1\n")
	var first, again int
	p.onSend = func(r wire.Reply) {
		if r.Op == wire.Open && r.File == 2 {
			first = p.ask(wire.Request{Op: wire.Reconcile, Ref: wire.Ref{File: 2}}, "")
			again = p.ask(wire.Request{Op: wire.Reconcile, Ref: wire.Ref{File: 1}}, "")
		}
	}
	p.run()
	expect(t, "reconciled", c.given, []int{3})
	got := p.reconciliation(first)
	if len(got.Lines) != 2 || len(got.Accounts) != 1 || got.Rates.Unexplained != 2 || got.Self != 2 || got.Same != 2 ||
		got.Lines[0].Line.Path != "tableI[0]" || got.Lines[1].Line.Path != "tableI[1]" || got.Accounts[0].Gaps != 2 {
		t.Errorf("got %+v", got)
	}
	want := []wire.Place{
		{Number: 2, Ref: wire.Ref{File: 2}, Filing: ownership.LedgerFiling{Given: 2, Name: "b", SameAs: -1, JointWith: -1, Amends: -1}},
		{Number: 1, Ref: wire.Ref{File: 1, N: 2}, Filing: ownership.LedgerFiling{Given: 1, Name: "a", SameAs: -1, JointWith: -1, Amends: -1}},
	}
	expect(t, "places", fmt.Sprint(got.Places), fmt.Sprint(want))
	// The words of its notes count that another filing's line goes by.
	if words := p.reconciliation(again).Words; len(words) != 1 || words[0].Words != "ten more" {
		t.Errorf("the words are %+v", words)
	}
}

// TestBooksAreDropped: a filing that comes or goes has those about its issuer
// reconciled again, and no others.
func TestBooksAreDropped(t *testing.T) {
	p, c := desk(t)
	look := func() {
		p.ask(wire.Request{Op: wire.Reconcile, Ref: wire.Ref{File: 1}}, "")
		p.ask(wire.Request{Op: wire.Reconcile, Ref: wire.Ref{File: 1, N: 1}}, "")
	}
	step := 0
	p.ask(wire.Request{Op: wire.Open, File: 1, Name: "a"}, "1 100\n2 5\n")
	p.onSend = func(r wire.Reply) {
		if r.Op == wire.Progress || r.Op == wire.Ready || r.Op == wire.Reconcile && r.Ref.N == 0 {
			return
		}
		switch step++; step {
		case 1:
			look()
		case 2:
			look()
		case 3:
			p.ask(wire.Request{Op: wire.Open, File: 2, Name: "b"}, "2 6\n")
		case 4:
			look()
		case 5:
			p.ask(wire.Request{Op: wire.Forget, File: 2}, "")
		case 6:
			look()
		case 7:
			p.ask(wire.Request{Op: wire.Forget}, "")
		case 8:
			look()
		}
	}
	p.run()
	expect(t, "reconciled", c.given, []int{1, 1, 2, 1})
	if r, body := p.reply(p.asked); r.Error != noFiling || body != nil {
		t.Errorf("a filing that is gone: %+v", r)
	}
}

// TestAccountsStepByStep: the first answer does not wait, the last has everything,
// and what is asked meanwhile is answered in between.
func TestAccountsStepByStep(t *testing.T) {
	p, c := desk(t)
	var text strings.Builder
	const issuers = 300
	for i := range issuers {
		fmt.Fprintf(&text, "%d 100\n", i)
		if i%3 == 0 {
			fmt.Fprintf(&text, "%d 100\n", i)
		}
	}
	p.ask(wire.Request{Op: wire.Open, File: 1, Name: "a"}, text.String())
	var ids []int
	ask := func() {
		ids = append(ids, p.ask(wire.Request{Op: wire.Accounts, Count: 20, Which: "unexplained", Query: "issuer common"}, ""))
	}
	var seen []int
	between := 0
	p.onSend = func(r wire.Reply) {
		switch {
		case r.Op == wire.Open:
			ask()
		case r.Op == wire.List:
			between = len(c.given)
		case r.Op == wire.Progress && len(ids) > 0 && len(ids) < 20:
			if len(ids) == 1 {
				p.ask(wire.Request{Op: wire.List, Count: 1}, "")
			}
			ask()
		}
	}
	p.engine.Yield = func() {}
	p.run()
	for _, id := range ids {
		seen = append(seen, p.balances(id).Done)
	}
	if len(seen) < 3 || seen[0] != 0 || !slices.IsSorted(seen) {
		t.Errorf("groups that were done: %v", seen)
	}
	if between == 0 || between == issuers {
		t.Errorf("the list came after %d of %d groups", between, issuers)
	}
	if len(c.given) != issuers {
		t.Errorf("%d groups were reconciled, want %d", len(c.given), issuers)
	}
	all := p.engine.store.groups.window(&wire.Request{Op: wire.Accounts, From: 90, Count: 20, Which: "unexplained"})
	if all.Done != issuers || all.Groups != issuers || all.Filings != 400 || all.Accounts != issuers || all.Explained != 0 ||
		all.Unexplained != 100 || all.Matching != 100 || len(all.Window) != 10 || all.Rates.Lines != 400 || all.Rates.Unexplained != 100 {
		t.Errorf("got %+v", all)
	}
	if n := len(p.engine.store.groups.recent); n > maxLedgers {
		t.Errorf("%d ledgers are kept in full", n)
	}
}

// TestAccountByID: it is found where it is, with a hint or without, also among
// filings that nobody has looked at.
func TestAccountByID(t *testing.T) {
	p, c := desk(t)
	p.ask(wire.Request{Op: wire.Open, File: 1, Name: "a"}, "1 100\n2 5 6\n3 1\n2 7\n")
	var hint, blind, none int
	p.onSend = func(r wire.Reply) {
		if r.Op == wire.Open {
			hint = p.ask(wire.Request{Op: wire.Account, Account: "account-2", Ref: wire.Ref{File: 1, N: 3}}, "")
			blind = p.ask(wire.Request{Op: wire.Account, Account: "account-3"}, "")
			none = p.ask(wire.Request{Op: wire.Account, Account: "account-9"}, "")
		}
	}
	p.run()
	for id, want := range map[int]string{hint: "account-2", blind: "account-3"} {
		_, body := p.reply(id)
		if f, err := wire.DecodeFullAccount(body); err != nil || f.Account.ID != want {
			t.Errorf("got %+v, %v, want %s", f, err, want)
		}
	}
	if r, _ := p.reply(none); r.Error != noAccount {
		t.Errorf("an account that is not there: %+v", r)
	}
	if len(c.given) != 3 {
		t.Errorf("reconciled %v", c.given)
	}
}

// TestSpoilt: a filing that comes while its issuer's are reconciled is not missing
// in what is kept.
func TestSpoilt(t *testing.T) {
	p, c := desk(t)
	p.ask(wire.Request{Op: wire.Open, File: 1, Name: "a"}, strings.Repeat("1 100\n", 40))
	forgot := false
	p.onSend = func(r wire.Reply) {
		switch {
		case r.Op == wire.Open && r.File == 2:
			p.ask(wire.Request{Op: wire.Accounts}, "")
		}
	}
	p.ask(wire.Request{Op: wire.Open, File: 2, Name: "b"}, "1 100\n")
	p.engine.Yield = func() {
		if !forgot && p.engine.store.groups.making != "" {
			forgot = true
			p.ask(wire.Request{Op: wire.Forget, File: 2}, "")
		}
	}
	p.run()
	if !forgot {
		t.Fatal("nothing was forgotten in the midst of it")
	}
	expect(t, "reconciled", c.given, []int{40})
}

func TestReconcileFails(t *testing.T) {
	p, _ := desk(t)
	p.engine.reconcile = func(f []*ownership.Filing) *ownership.Ledger {
		if f[0].Issuer.CIK.V == "1" {
			panic("index out of range")
		}
		return new(chain).reconcile(f)
	}
	p.ask(wire.Request{Op: wire.Open, File: 1, Name: "a"}, "1 100\n2 5\n")
	one := p.ask(wire.Request{Op: wire.Reconcile, Ref: wire.Ref{File: 1}}, "")
	p.onSend = func(r wire.Reply) {
		if r.Op == wire.Open {
			one = p.ask(wire.Request{Op: wire.Reconcile, Ref: wire.Ref{File: 1}}, "")
			p.ask(wire.Request{Op: wire.Accounts}, "")
		}
	}
	p.run()
	if r, body := p.reply(one); !strings.Contains(r.Error, "index out of range") || body != nil {
		t.Errorf("got %+v", r)
	}
	if all := p.engine.store.groups.window(&wire.Request{}); all.Done != 2 || all.Accounts != 1 {
		t.Errorf("one mistake spoils the others: %+v", all)
	}
}

func TestSortAccounts(t *testing.T) {
	amount := func(n int64) ownership.Amount {
		return ownership.Amount{V: ownership.NewDecimal(n, 0), Known: true}
	}
	all := func() []*wire.Summary {
		return []*wire.Summary{
			{AccountSummary: ownership.AccountSummary{ID: "a", Issuer: ownership.PartyName{Name: "beta"}, Closing: amount(3)}, Gaps: 1, Gap: amount(-50), Rates: ownership.Rates{Lines: 9}},
			{AccountSummary: ownership.AccountSummary{ID: "b", Issuer: ownership.PartyName{Name: "Alpha"}, Title: "X"}, Gap: amount(40), Gaps: 2, Rates: ownership.Rates{Lines: 3}},
			{AccountSummary: ownership.AccountSummary{ID: "c", Issuer: ownership.PartyName{Name: "Alpha"}, Title: "W", Closing: amount(20)}, Rates: ownership.Rates{Lines: 1, Unexplained: 1}},
		}
	}
	for by, want := range map[string]string{
		"": "cba", "issuer": "cba", "-issuer": "acb", "gap": "cba", "-gap": "abc", "closing": "bac", "-closing": "cab",
		"lines": "cba", "-gaps": "bac", "unexplained": "bac", "-unexplained": "cba", "nothing": "cba",
	} {
		got := ""
		list := all()
		sortAccounts(list, by)
		for _, s := range list {
			got += s.ID
		}
		if got != want {
			t.Errorf("sorted by %q: %s, want %s", by, got, want)
		}
	}
}

// TestWordsOfFindings: the words of a filing's notes that support a finding are given
// once each, with the finding; words of other filings' notes, and evidence without
// words, are not.
func TestWordsOfFindings(t *testing.T) {
	const self, other = 0, 1
	ours := ownership.Evidence{Filing: self, Path: "footnotes[0].text", Words: "ten more"}
	more := ownership.Evidence{Filing: self, Path: "remarks", Words: "and five"}
	silent := ownership.Evidence{Filing: self, Path: "tableI[0].sharesFollowing"}
	theirs := ownership.Evidence{Filing: other, Path: "footnotes[0].text", Words: "less"}
	theirsSilent := ownership.Evidence{Filing: other, Path: "tableI[1].sharesFollowing"}
	finding := func(evidence ...ownership.Evidence) ownership.LedgerFinding {
		return ownership.LedgerFinding{Rule: ownership.RuleRollForward, Evidence: evidence}
	}
	l := &ownership.Ledger{
		Filings: []ownership.LedgerFiling{
			{Given: 0, SameAs: -1, JointWith: -1, Amends: -1},
			{Given: 1, SameAs: -1, JointWith: -1, Amends: -1},
		},
		Findings: []ownership.LedgerFinding{
			finding(ours, silent, theirs, theirsSilent), finding(theirs), finding(more, ours),
			{Rule: ownership.RuleRollForward, Lines: []ownership.LineRef{{Filing: self, Path: "tableI[0]"}}, Evidence: []ownership.Evidence{theirs}},
		},
	}
	got := reconciliationOf(&group{refs: make([]wire.Ref, 2)}, l, self)
	if want := []ownership.Evidence{ours, more}; !slices.Equal(got.Words, want) {
		t.Errorf("the words are %v, want %v", got.Words, want)
	}
	if len(got.Findings) != 3 {
		t.Errorf("%d findings, want those about this filing: %v", len(got.Findings), got.Findings)
	}
	if len(got.Places) != 2 {
		t.Errorf("the filings named are %v", got.Places)
	}
}
