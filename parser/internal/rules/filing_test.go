package rules

import (
	"slices"
	"testing"

	"filingview/parser/ownership"
)

// known is a cell that holds a value, and cites notes.
func known[T any](v T, notes ...string) ownership.Value[T] {
	return ownership.Value[T]{V: v, Reading: ownership.Reading{State: ownership.Known, Raw: "x", Notes: notes}}
}

func amount(n int64) ownership.Value[ownership.Decimal] { return known(ownership.NewDecimal(n, 0)) }

func day(y int16, m, d uint8) ownership.Date { return ownership.Date{Year: y, Month: m, Day: d} }

// trade is a line of a transaction of March 5, 2024, a Tuesday.
func trade(code string, sign ownership.AcquiredDisposed) ownership.Row {
	r := ownership.Row{Kind: ownership.Transaction, FormType: known("4"), SecurityTitle: known("Common Stock"), Ownership: known(ownership.Direct), SharesFollowing: amount(1000)}
	r.Transaction.Code, r.Transaction.AcquiredDisposed, r.Transaction.Date = known(code), known(sign), known(day(2024, 3, 5))
	r.Transaction.Shares, r.Transaction.Price = amount(100), amount(12)
	return r
}

// option is a line of Table II, of options that are exercised.
func option(code string, sign ownership.AcquiredDisposed) ownership.Row {
	r := trade(code, sign)
	r.SecurityTitle, r.UnderlyingTitle, r.UnderlyingShares = known("Stock Option"), known("Common Stock"), amount(100)
	return r
}

// form4 is a Form 4 with lines in Table I.
func form4(rows ...ownership.Row) *ownership.Filing {
	f := &ownership.Filing{DocumentType: known(ownership.Form4), PeriodOfReport: known(day(2024, 3, 5)), TableI: rows, Owners: make([]ownership.Owner, 1)}
	f.Source.Format = "ownership-xml"
	f.Owners[0].Relationship.IsDirector = known(true)
	return f
}

// noted gives a filing the one note F1.
func noted(f *ownership.Filing, text string) *ownership.Filing {
	f.Footnotes = []ownership.Footnote{{ID: "F1", Text: known(text)}}
	return f
}

// count counts the findings of a rule that a check makes.
func countOf(f *ownership.Filing, check func(*ownership.Filing), rule ownership.Rule) int {
	f.Findings = nil
	check(f)
	n := 0
	for _, x := range f.Findings {
		if x.Rule == rule {
			n++
		}
	}
	return n
}

// severityOf is that of the one finding of a rule, or 0.
func severityOf(f *ownership.Filing, check func(*ownership.Filing), rule ownership.Rule) ownership.Severity {
	f.Findings = nil
	check(f)
	i := slices.IndexFunc(f.Findings, func(x ownership.Finding) bool { return x.Rule == rule })
	if i < 0 {
		return 0
	}
	return f.Findings[i].Severity
}

// edited is a case of one rule: a filing, and how it is changed.
type edited struct {
	name string
	edit func(f *ownership.Filing)
	want int
}

// tryEdits counts the findings of a rule in a filing, changed in each of several ways.
func tryEdits(t *testing.T, rule ownership.Rule, check func(*ownership.Filing), make func() *ownership.Filing, cases []edited) {
	t.Helper()
	for _, c := range cases {
		f := make()
		c.edit(f)
		if got := countOf(f, check, rule); got != c.want {
			t.Errorf("%s, %s: %d findings, want %d", rule, c.name, got, c.want)
		}
	}
}

func asItIs(*ownership.Filing) {}

// TestUnread: cells of which nothing was read are told of in one sentence, others each.
func TestUnread(t *testing.T) {
	bad := func(v *ownership.Reading, raw string) { v.State, v.Raw = ownership.Malformed, raw }
	tryEdits(t, ownership.RuleValueMalformed, func(f *ownership.Filing) { s := survey(f); checkValues(f, &s) },
		func() *ownership.Filing { return form4(trade("S", ownership.Disposed)) }, []edited{
			{"as it is", func(*ownership.Filing) {}, 0},
			{"one with text", func(f *ownership.Filing) { bad(&f.TableI[0].Transaction.Price.Reading, "12.x") }, 1},
			{"two with text", func(f *ownership.Filing) {
				bad(&f.TableI[0].Transaction.Price.Reading, "12.x")
				bad(&f.TableI[0].Transaction.Shares.Reading, "y")
			}, 2},
			{"two with none", func(f *ownership.Filing) {
				bad(&f.TableI[0].Transaction.Price.Reading, "")
				bad(&f.TableI[0].Transaction.Shares.Reading, "")
			}, 1},
			{"one of each", func(f *ownership.Filing) {
				bad(&f.TableI[0].Transaction.Price.Reading, "12.x")
				bad(&f.TableI[0].Transaction.Shares.Reading, "")
			}, 2},
			{"a box, of which another sentence tells", func(f *ownership.Filing) {
				bad(&f.Owners[0].Relationship.IsOther.Reading, "")
				f.Owners[0].Relationship.IsOther.How = ownership.Placed
			}, 0},
		})
}
