package ledger_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"filingview/parser/internal/simulate"
	"filingview/parser/ledger"
	"filingview/parser/ownership"
)

// form builds a Form 4 of a day from lines: "2024-03-04 S D 1000 9000" is date,
// code, sign, amount and total; a fifth word and what follows is the nature of an
// indirect holding, or "#" and the text of its note.
func form(t *testing.T, day string, lines ...string) *ownership.Filing {
	t.Helper()
	date := func(s string) ownership.Date {
		d, err := time.Parse(time.DateOnly, s)
		if err != nil {
			t.Fatal(err)
		}
		return simulate.Day(d)
	}
	f := &ownership.Filing{}
	f.Source.Name = day + ".xml"
	simulate.Set(&f.DocumentType, ownership.Form4)
	simulate.Set(&f.PeriodOfReport, date(day))
	simulate.Set(&f.Issuer.CIK, "0009990011")
	f.Owners = make([]ownership.Owner, 1)
	simulate.Set(&f.Owners[0].CIK, "0009990012")
	for _, line := range lines {
		words := strings.SplitN(line, " ", 6)
		row := ownership.Row{}
		simulate.Set(&row.SecurityTitle, "Common Stock")
		simulate.Set(&row.Ownership, ownership.Direct)
		simulate.SetDecimal(&row.SharesFollowing, words[4])
		if words[1] != "H" {
			row.Kind = ownership.Transaction
			simulate.Set(&row.Transaction.Date, date(words[0]))
			simulate.Set(&row.Transaction.Code, words[1])
			simulate.Set(&row.Transaction.AcquiredDisposed, ownership.AcquiredDisposed(words[2]))
			simulate.SetDecimal(&row.Transaction.Shares, words[3])
		}
		if len(words) > 5 {
			simulate.Set(&row.Ownership, ownership.Indirect)
			nature, note, noted := strings.Cut(words[5], "#")
			simulate.Set(&row.NatureOfOwnership, nature)
			if noted {
				id := "F" + string(rune('1'+len(f.Footnotes)))
				n := ownership.Footnote{ID: id}
				simulate.Set(&n.Text, note)
				f.Footnotes = append(f.Footnotes, n)
				row.NatureOfOwnership.Notes = []string{id}
			}
		}
		f.TableI = append(f.TableI, row)
	}
	return f
}

// TestWorkedTallies holds the styles of tally: the opening that they imply, and no
// line unexplained.
func TestWorkedTallies(t *testing.T) {
	for _, c := range []struct {
		style            ownership.Rule
		opening, closing string
		lines            []string
	}{
		{ownership.RuleRunningBalance, "101097", "101097", []string{
			"2024-03-04 M A 200000 301097", "2024-03-04 S D 73170 227927", "2024-03-04 S D 74907 153020", "2024-03-04 S D 41986 111034", "2024-03-04 S D 5496 105538", "2024-03-04 S D 4441 101097",
			"2024-03-04 H - 0 101097"}},
		{ownership.RuleFinalTotalRepeated, "10000", "8000", []string{"2024-03-04 S D 1000 8000", "2024-03-04 S D 500 8000", "2024-03-04 S D 500 8000"}},
		{ownership.RuleDateBlockTotal, "1000", "650", []string{"2024-01-03 S D 100 700", "2024-01-03 S D 200 700", "2024-01-04 S D 50 650"}},
		{ownership.RuleReverseOrder, "1000", "650", []string{"2024-03-05 S D 50 650", "2024-03-04 S D 200 700", "2024-03-03 S D 100 900"}},
	} {
		l := ledger.Reconcile([]*ownership.Filing{form(t, "2024-03-04", c.lines...)})
		if len(l.Accounts) != 1 || len(l.Accounts[0].Statements) != 1 {
			t.Fatalf("%s: %d accounts", c.style, len(l.Accounts))
		}
		a := &l.Accounts[0]
		if s := a.Statements[0].Style; s != c.style || a.Opening.String() != c.opening || a.Closing.String() != c.closing {
			t.Errorf("%s from %s to %s, not %s from %s to %s", s, a.Opening, a.Closing, c.style, c.opening, c.closing)
		}
		for i, line := range a.Lines {
			if i > 0 && (line.State != ownership.Reconciled || !line.Residual.Known || line.Residual.V.Sign() != 0) {
				t.Errorf("%s: %s is %s, off by %s", c.style, line.Path, line.State, line.Residual)
			}
		}
	}
}

// TestTrustsAreToldApartByNotes: eight lines that read "Trust" are eight accounts,
// whatever the amounts and the ids of the notes.
func TestTrustsAreToldApartByNotes(t *testing.T) {
	names := []string{"Ada", "Bea", "Cyrus", "Dora", "Emil", "Flora", "Gus", "Hope"}
	lines := func() []string {
		var all []string
		for i, n := range names {
			all = append(all, "- H - 0 "+[]string{"9686", "2755"}[i%2]+" Trust#Shares are held by the "+n+" Thornbury Trust, of which the reporting person is trustee.")
		}
		return all
	}
	first := form(t, "2024-03-04", lines()...)
	again := lines()
	slices.Reverse(again)
	l := ledger.Reconcile([]*ownership.Filing{first, form(t, "2024-04-08", again...)})
	if len(l.Accounts) != 8 {
		t.Fatalf("%d accounts, not 8", len(l.Accounts))
	}
	for _, a := range l.Accounts {
		if len(a.Lines) != 2 || a.Lines[1].State != ownership.Reconciled || a.Lines[1].Rule != ownership.RuleRollForward {
			t.Errorf("%s: %d lines, the last %s", a.Holder, len(a.Lines), a.Lines[len(a.Lines)-1].State)
		}
	}
}

// TestFormChange: 5,000 shares leave the direct holding and come to the trust
// without a line; each side points at the other.
func TestFormChange(t *testing.T) {
	l := ledger.Reconcile([]*ownership.Filing{
		form(t, "2024-03-04", "2024-03-04 S D 100 20000", "- H - 0 1000 By Trust"),
		form(t, "2024-04-08", "2024-04-08 S D 100 14900", "- H - 0 6000 By Trust"),
	})
	found := 0
	for _, a := range l.Accounts {
		for _, line := range a.Lines {
			if line.Rule == ownership.RuleFormChangeGap {
				found++
				if line.State != ownership.Explained || len(line.Links) != 1 || line.Residual.V.Magnitude().String() != "5000" {
					t.Errorf("%s is %s, off by %s, with %d links", line.Path, line.State, line.Residual, len(line.Links))
				}
			}
		}
	}
	if found != 2 {
		t.Errorf("%d sides of the change, not 2", found)
	}
}

// TestThousandsOfLines: equal rows do not cost the square of their number, or this
// would not end within the time of a test.
func TestThousandsOfLines(t *testing.T) {
	lines := make([]string, 4000)
	for i := range lines {
		lines[i] = "2024-03-04 S D 100 7000 By Trust"
	}
	f := form(t, "2024-03-04", lines...)
	l := ledger.Reconcile([]*ownership.Filing{f})
	if r := l.Rates(); r.Lines != len(lines) {
		t.Errorf("%d lines of %d rows", r.Lines, len(lines))
	}
}
