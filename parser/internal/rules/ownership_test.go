package rules

import (
	"strings"
	"testing"

	"filingview/parser/ownership"
)

func TestBothForms(t *testing.T) {
	for s, want := range map[string]bool{
		"D/I": true, "D and I": true, "Direct or Indirect": true, "I, D": true, "D (I)": true, "D": false, "I": false, "": false, "D/I by trust": false, "DI": false, "A/I": false, "d & i": true, "Z/I": false, "[D]{I}": true,
	} {
		if got := isBothForms(s); got != want {
			t.Errorf("%q: %t", s, got)
		}
	}
}

func TestNoNatures(t *testing.T) {
	for s, want := range map[string]bool{"N/A": true, "(none)": true, "Not applicable.": true, "—": true, "": true, "Direct": true, "By Trust": false, "nonesuch": false} {
		if got := isNoNature(s); got != want {
			t.Errorf("%q: %t", s, got)
		}
	}
	for s, want := range map[string]bool{"Trust": true, "By Trust.": true, "(held by trust)": true, "By the trust": true, "By Halewood Trust": false, "Trust for a child": false, "": false} {
		if got := isOnlyTrust(s); got != want {
			t.Errorf("%q: %t", s, got)
		}
	}
	for s, want := range map[string]bool{
		"See footnote (1)": true, "See footnotes 1, 2 and 3": true, "footnote": true, "SEE NOTE 1.": true, "See footnote 1 below": true, "See footnote 1 (below)": false, "By Trust, see footnote": false, "See footnote 1 for all": false,
	} {
		if got := isSeeNote(s); got != want {
			t.Errorf("%q: %t", s, got)
		}
	}
}

// TestOwnershipOfLines: each line is direct or indirect; what is indirect says how (Form 4,
// Instruction 4(b)).
func TestOwnershipOfLines(t *testing.T) {
	make := func() *ownership.Filing {
		f := form4(trade("S", ownership.Disposed))
		f.TableI[0].Ownership, f.TableI[0].NatureOfOwnership = known(ownership.Indirect), known("By Halewood Trust")
		return f
	}
	form := func(v ownership.Value[ownership.DirectIndirect]) func(*ownership.Filing) {
		return func(f *ownership.Filing) { f.TableI[0].Ownership = v }
	}
	malformed := func(raw string) ownership.Value[ownership.DirectIndirect] {
		return ownership.Value[ownership.DirectIndirect]{Reading: ownership.Reading{State: ownership.Malformed, Raw: raw}}
	}
	nature := func(s string, notes ...string) func(*ownership.Filing) {
		return func(f *ownership.Filing) {
			if f.TableI[0].NatureOfOwnership = known(s, notes...); s == "" {
				f.TableI[0].NatureOfOwnership.State = ownership.Blank
			}
		}
	}
	tryEdits(t, ownership.RuleOwnershipMissing, checkLines, make, []edited{
		{"indirect", asItIs, 0}, {"missing", form(ownership.Value[ownership.DirectIndirect]{}), 1}, {"neither", form(malformed("X")), 1}, {"both", form(malformed("D/I")), 0},
	})
	tryEdits(t, ownership.RuleOwnershipBoth, checkLines, make, []edited{{"indirect", asItIs, 0}, {"neither", form(malformed("X")), 0}, {"both", form(malformed("D/I")), 1}})
	tryEdits(t, ownership.RuleNatureOnDirect, checkLines, make, []edited{
		{"indirect", asItIs, 0}, {"direct", form(known(ownership.Direct)), 1}, {"direct and no nature", func(f *ownership.Filing) { form(known(ownership.Direct))(f); nature("N/A")(f) }, 0},
	})
	tryEdits(t, ownership.RuleNatureMissing, checkLines, make, []edited{
		{"a nature", asItIs, 0}, {"none", nature(""), 1}, {"none of a direct line", func(f *ownership.Filing) { nature("")(f); form(known(ownership.Direct))(f) }, 0},
	})
	for i := range 2 {
		f := make()
		nature("")(f)
		*[]*[]string{&f.TableI[0].NatureOfOwnership.Notes, &f.TableI[0].Ownership.Notes}[i] = []string{"F1"}
		if got := severityOf(f, checkLines, ownership.RuleNatureMissing); got != ownership.Warning {
			t.Errorf("a note %d says how: %s", i, got)
		}
	}
	trust := nature("By Trust")
	tryEdits(t, ownership.RuleNatureGeneric, checkLines, make, []edited{
		{"a name", asItIs, 0}, {"a trust", trust, 1}, {"a note that is not there", nature("See footnote 1"), 1},
		{"a note on it", nature("By Trust", "F1"), 0}, {"remarks", func(f *ownership.Filing) { trust(f); f.Remarks = known("Of the family.") }, 0},
		{"a note on the total", func(f *ownership.Filing) { trust(f); f.TableI[0].SharesFollowing.Notes = []string{"F1"} }, 0},
		{"a note of the row that speaks of a trust", func(f *ownership.Filing) {
			trust(f)
			noted(f, "A trust.").TableI[0].Transaction.Code.Notes = []string{"F1"}
		}, 0},
		{"a note of the row on something else", func(f *ownership.Filing) {
			trust(f)
			noted(f, "A sale.").TableI[0].Transaction.Code.Notes = []string{"F1"}
		}, 1},
		{"a pointer, and notes", func(f *ownership.Filing) { nature("See footnote 1")(f); noted(f, "A sale.") }, 0},
		{"a pointer, and an exhibit", func(f *ownership.Filing) {
			nature("See footnote 1")(f)
			f.Header.Documents = []ownership.Document{{Type: known("EX-99")}}
		}, 0},
		{"another line that says the same with a note", func(f *ownership.Filing) {
			trust(f)
			f.TableII = []ownership.Row{trade("S", ownership.Disposed)}
			f.TableII[0].NatureOfOwnership = known("BY TRUST", "F1")
		}, 0},
	})
}

// TestAmounts: a transaction is of something, in shares or in dollars; amounts have no sign,
// and parts of a share are of a plan or fund.
func TestAmounts(t *testing.T) {
	make := func() *ownership.Filing { return form4(trade("S", ownership.Disposed)) }
	shares := func(n int64, notes ...string) func(*ownership.Filing) {
		return func(f *ownership.Filing) {
			f.TableI[0].Transaction.Shares = known(ownership.NewDecimal(n, 0), notes...)
		}
	}
	worth := func(n int64, notes ...string) func(*ownership.Filing) {
		return func(f *ownership.Filing) {
			f.TableI[0].Transaction.Shares = ownership.Value[ownership.Decimal]{}
			f.TableI[0].Transaction.TotalValue = known(ownership.NewDecimal(n, 0), notes...)
		}
	}
	tryEdits(t, ownership.RuleSharesZero, checkLines, make, []edited{
		{"some", asItIs, 0}, {"0", shares(0), 1}, {"0 with a note", shares(0, "F1"), 0}, {"0 of a holding", func(f *ownership.Filing) { shares(0)(f); f.TableI[0].Kind = ownership.Holding }, 0},
		{"0 and a value", func(f *ownership.Filing) { shares(0)(f); f.TableI[0].Transaction.TotalValue = amount(5) }, 0}, {"0 and a value of 0", func(f *ownership.Filing) { shares(0)(f); f.TableI[0].Transaction.TotalValue = amount(0) }, 1},
		{"a value", worth(5), 0}, {"a value of 0", worth(0), 1}, {"a value of 0 with a note", worth(0, "F1"), 0},
		{"a value of 0 and shares", func(f *ownership.Filing) { worth(0)(f); shares(5)(f) }, 0},
	})
	tryEdits(t, ownership.RuleSharesAndValueBoth, checkLines, make, []edited{
		{"shares", asItIs, 0}, {"both", func(f *ownership.Filing) { f.TableI[0].Transaction.TotalValue = amount(5) }, 1},
		{"both totals", func(f *ownership.Filing) { f.TableI[0].ValueFollowing = amount(5) }, 1},
		{"both of the underlying", func(f *ownership.Filing) {
			f.TableI[0].UnderlyingShares, f.TableI[0].UnderlyingValue = amount(5), amount(5)
		}, 1},
		{"one of the underlying", func(f *ownership.Filing) { f.TableI[0].UnderlyingShares = amount(5) }, 0},
	})
	tryEdits(t, ownership.RuleSharesNegative, checkLines, make, []edited{
		{"more than nothing", asItIs, 0}, {"less", shares(-1), 1}, {"nothing", shares(0), 0}, {"a note", shares(-1, "F1"), 0}, {"a value", worth(-1), 1},
		{"the total", func(f *ownership.Filing) { f.TableI[0].SharesFollowing = amount(-1) }, 1}, {"the total in dollars", func(f *ownership.Filing) { f.TableI[0].ValueFollowing = amount(-1) }, 1},
		{"a short position", func(f *ownership.Filing) {
			shares(-1)(f)
			noted(f, "A short sale.").TableI[0].SecurityTitle.Notes = []string{"F1"}
		}, 0},
		{"remarks on one", func(f *ownership.Filing) { shares(-1)(f); f.Remarks = known("A short sale.") }, 0},
	})
	part := func(f *ownership.Filing) { f.TableI[0].Transaction.Shares = known(ownership.NewDecimal(1005, 1)) }
	tryEdits(t, ownership.RuleSharesFractional, checkLines, make, []edited{
		{"whole", asItIs, 0}, {"a part", part, 1}, {"a part of the total", func(f *ownership.Filing) { f.TableI[0].SharesFollowing = known(ownership.NewDecimal(1005, 1)) }, 1},
		{"of units", func(f *ownership.Filing) { part(f); f.TableI[0].SecurityTitle = known("Phantom Units") }, 0}, {"of a plan", func(f *ownership.Filing) { part(f); f.TableI[0].NatureOfOwnership = known("By 401(k) plan") }, 0},
		{"of a fund, by a note", func(f *ownership.Filing) {
			part(f)
			noted(f, "In a fund.").TableI[0].SecurityTitle.Notes = []string{"F1"}
		}, 0},
	})
	f := make()
	part(f)
	f.TableI[0].SharesFollowing = known(ownership.NewDecimal(1005, 1))
	checkLines(f)
	if len(f.Findings) != 1 || len(f.Findings[0].Paths) != 2 || !strings.Contains(f.Findings[0].Message, " and ") {
		t.Errorf("two parts: %v", f.Findings)
	}
	none := func(f *ownership.Filing) { f.TableI[0].SharesFollowing = ownership.Value[ownership.Decimal]{} }
	tryEdits(t, ownership.RuleFollowingMissing, checkLines, make, []edited{
		{"a total", asItIs, 0}, {"none", none, 1}, {"a value", func(f *ownership.Filing) { none(f); f.TableI[0].ValueFollowing = amount(5) }, 0},
		{"one that is not read", func(f *ownership.Filing) { f.TableI[0].SharesFollowing.State = ownership.Malformed }, 0},
		{"a value that is not read", func(f *ownership.Filing) { none(f); f.TableI[0].ValueFollowing.State = ownership.Malformed }, 0},
		{"on paper", func(f *ownership.Filing) { none(f); f.Source.Format = "html" }, 0},
		{"in Table II of Form 3", func(f *ownership.Filing) {
			none(f)
			f.TableI, f.TableII, f.DocumentType = nil, f.TableI, known(ownership.Form3)
		}, 0},
		{"in Table I of Form 3", func(f *ownership.Filing) { none(f); f.DocumentType = known(ownership.Form3) }, 1},
		{"in Table II of Form 4", func(f *ownership.Filing) { none(f); f.TableI, f.TableII = nil, f.TableI }, 1},
		{"in Table II of a form that is not known", func(f *ownership.Filing) {
			none(f)
			f.TableI, f.TableII, f.DocumentType = nil, f.TableI, ownership.Value[ownership.DocumentType]{}
		}, 0},
	})
}

// TestUnderlying: column 7 has a title and an amount, or a note in its place; its value in
// dollars is no number of shares.
func TestUnderlying(t *testing.T) {
	make := func() *ownership.Filing {
		f := form4()
		f.TableII = []ownership.Row{option("M", ownership.Disposed)}
		return f
	}
	noTitle := func(f *ownership.Filing) { f.TableII[0].UnderlyingTitle.State = ownership.Blank }
	noAmount := func(f *ownership.Filing) { f.TableII[0].UnderlyingShares = ownership.Value[ownership.Decimal]{} }
	tryEdits(t, ownership.RuleUnderlyingMissing, checkLines, make, []edited{
		{"both", asItIs, 0}, {"no title", noTitle, 1}, {"no amount", noAmount, 1}, {"neither", func(f *ownership.Filing) { noTitle(f); noAmount(f) }, 1},
		{"a value", func(f *ownership.Filing) { noAmount(f); f.TableII[0].UnderlyingValue = amount(5) }, 0},
		{"a note for the amount", func(f *ownership.Filing) { noAmount(f); f.TableII[0].UnderlyingShares.Notes = []string{"F1"} }, 0},
		{"a note for the value", func(f *ownership.Filing) { noAmount(f); f.TableII[0].UnderlyingValue.Notes = []string{"F1"} }, 0},
		{"one that is not read", func(f *ownership.Filing) { f.TableII[0].UnderlyingShares.State = ownership.Malformed }, 0},
		{"blank", func(f *ownership.Filing) { f.TableII[0].UnderlyingShares.State = ownership.Blank }, 1},
	})
	valued := func(n int64) func(*ownership.Filing) {
		return func(f *ownership.Filing) { noAmount(f); f.TableII[0].UnderlyingValue = amount(n) }
	}
	beside := func(f *ownership.Filing) {
		valued(77)(f)
		f.TableI = []ownership.Row{trade("M", ownership.Acquired)}
		f.TableI[0].Transaction.Shares = amount(77)
	}
	tryEdits(t, ownership.RuleUnderlyingValueForShares, checkLines, make, []edited{
		{"shares", asItIs, 0}, {"a value", valued(77), 0}, {"as many as the securities", valued(100), 1}, {"a value of 0", func(f *ownership.Filing) { valued(0)(f); f.TableII[0].Transaction.Shares = amount(0) }, 0},
		{"of a note", func(f *ownership.Filing) { valued(100)(f); f.TableII[0].SecurityTitle = known("Promissory Note") }, 0},
		{"beside shares", func(f *ownership.Filing) { f.TableII[0].UnderlyingValue = amount(100) }, 0},
		{"as many as in Table I", beside, 1}, {"of another day", func(f *ownership.Filing) { beside(f); f.TableI[0].Transaction.Date.V.Day++ }, 0},
		{"of another code", func(f *ownership.Filing) { beside(f); f.TableI[0].Transaction.Code = known("C") }, 0},
		{"of a grant", func(f *ownership.Filing) {
			beside(f)
			f.TableI[0].Transaction.Code, f.TableII[0].Transaction.Code = known("A"), known("A")
		}, 0},
		{"of a holding", func(f *ownership.Filing) { beside(f); f.TableII[0].Kind = ownership.Holding }, 0},
	})
}

// TestDuplicates: a line that is there twice in every cell and footnote may be a mistake,
// unless equal totals mean nothing or it may be of two owners.
func TestDuplicates(t *testing.T) {
	make := func() *ownership.Filing { return form4(trade("S", ownership.Disposed), trade("S", ownership.Disposed)) }
	tryEdits(t, ownership.RuleDuplicateRow, checkDuplicates, make, []edited{
		{"the same", asItIs, 1}, {"another price", func(f *ownership.Filing) { f.TableI[1].Transaction.Price = amount(13) }, 0},
		{"another total", func(f *ownership.Filing) { f.TableI[1].SharesFollowing = amount(900) }, 0}, {"another amount", func(f *ownership.Filing) { f.TableI[1].Transaction.Shares = amount(90) }, 0},
		{"a note", func(f *ownership.Filing) { f.TableI[1].SecurityTitle.Notes = []string{"F1"} }, 0}, {"three", func(f *ownership.Filing) { f.TableI = append(f.TableI, f.TableI[0]) }, 2},
		{"a line between", func(f *ownership.Filing) {
			f.TableI = []ownership.Row{f.TableI[0], trade("P", ownership.Acquired), f.TableI[1]}
			f.TableI[1].SharesFollowing = amount(1100)
		}, 1},
		{"a total that others repeat", func(f *ownership.Filing) {
			f.TableI = append(f.TableI, trade("S", ownership.Disposed))
			f.TableI[2].Transaction.Shares = amount(7)
		}, 0},
		{"a total that a holding has", func(f *ownership.Filing) {
			f.TableI = append(f.TableI, trade("S", ownership.Disposed))
			f.TableI[2].Kind, f.TableI[2].Transaction.Shares = ownership.Holding, amount(7)
		}, 1},
		{"nothing left", func(f *ownership.Filing) {
			f.TableI[0].SharesFollowing, f.TableI[1].SharesFollowing = amount(0), amount(0)
		}, 0},
		{"a blank cell and an absent one", func(f *ownership.Filing) { f.TableI[1].NatureOfOwnership.State = ownership.Blank }, 0},
		{"cells that are not read alike", func(f *ownership.Filing) {
			for i := range f.TableI {
				f.TableI[i].Transaction.Price = ownership.Value[ownership.Decimal]{Reading: ownership.Reading{State: ownership.Malformed, Raw: string(rune('a' + i))}}
			}
		}, 0},
	})
	second := func(total int64) *ownership.Filing {
		f := form4()
		f.TableII = []ownership.Row{option("A", ownership.Acquired), option("A", ownership.Acquired)}
		f.TableII[0].SharesFollowing, f.TableII[1].SharesFollowing = amount(total), amount(total)
		return f
	}
	if a, b := countOf(second(100), checkDuplicates, ownership.RuleDuplicateRow), countOf(second(200), checkDuplicates, ownership.RuleDuplicateRow); a != 0 || b != 1 {
		t.Errorf("grants with the total of their lot: %d findings, with another: %d", a, b)
	}
	held := func() *ownership.Filing {
		f := make()
		f.TableI[0].Kind, f.TableI[1].Kind = ownership.Holding, ownership.Holding
		return f
	}
	tryEdits(t, ownership.RuleHoldingRowDuplicate, checkDuplicates, held, []edited{
		{"the same", asItIs, 1}, {"of several owners", func(f *ownership.Filing) { f.Owners = make().Owners; f.Owners = append(f.Owners, f.Owners[0]) }, 0},
		{"of several owners, with a note", func(f *ownership.Filing) {
			f.Owners = append(f.Owners, f.Owners[0])
			f.TableI[0].SecurityTitle.Notes, f.TableI[1].SecurityTitle.Notes = []string{"F1"}, []string{"F1"}
		}, 1},
		{"one a transaction", func(f *ownership.Filing) { f.TableI[1].Kind = ownership.Transaction }, 0},
	})
}
