package rules

import (
	"slices"
	"testing"

	"filingview/parser/ownership"
)

// TestRelationships: an owner has a relationship, an officer a title, and "other" says which
// (EDGAR ownership specification, conditions 1 to 3).
func TestRelationships(t *testing.T) {
	box := func(n int, v ownership.Value[bool]) func(*ownership.Filing) {
		return func(f *ownership.Filing) {
			r := &f.Owners[0].Relationship
			r.IsDirector = ownership.Value[bool]{}
			*[]*ownership.Value[bool]{&r.IsDirector, &r.IsOfficer, &r.IsTenPercentOwner, &r.IsOther}[n] = v
		}
	}
	make := func() *ownership.Filing { return form4(trade("S", ownership.Disposed)) }
	var cases []edited
	for n := range 4 {
		cases = append(cases, edited{"box " + string(rune('1'+n)), box(n, known(true)), 0}, edited{"no box " + string(rune('1'+n)), box(n, known(false)), 1},
			edited{"a box that is not read", box(n, ownership.Value[bool]{Reading: ownership.Reading{State: ownership.Malformed}}), 0})
	}
	tryEdits(t, ownership.RuleRelationshipMissing, checkHeader, make, cases)
	officer := func(title string) func(*ownership.Filing) {
		return func(f *ownership.Filing) {
			f.Owners[0].Relationship.IsOfficer = known(true)
			if title != "" {
				f.Owners[0].Relationship.OfficerTitle = known(title)
			}
		}
	}
	tryEdits(t, ownership.RuleOfficerTitleMissing, checkHeader, make, []edited{{"no officer", asItIs, 0}, {"no title", officer(""), 1}, {"a title", officer("CEO"), 0}})
	tryEdits(t, ownership.RuleOtherTextMissing, checkHeader, make, []edited{
		{"not other", asItIs, 0}, {"no text", box(3, known(true)), 1},
		{"a text", func(f *ownership.Filing) {
			box(3, known(true))(f)
			f.Owners[0].Relationship.OtherText = known("Adviser")
		}, 0},
	})
	titled := func(title string) func(*ownership.Filing) {
		return func(f *ownership.Filing) { f.Owners[0].Relationship.OfficerTitle = known(title) }
	}
	tryEdits(t, ownership.RuleOfficerTitleWithoutFlag, checkHeader, make, []edited{
		{"no title", asItIs, 0}, {"a title", titled("CEO"), 1}, {"of an officer", officer("CEO"), 0}, {"see", titled("See Remarks"), 0}, {"none", titled("N/A"), 0},
		{"a box that is not read", func(f *ownership.Filing) {
			titled("CEO")(f)
			f.Owners[0].Relationship.IsOfficer.State = ownership.Malformed
		}, 0},
	})
	ciks := func(owner, issuer string) func(*ownership.Filing) {
		return func(f *ownership.Filing) { f.Owners[0].CIK, f.Issuer.CIK = known(owner), known(issuer) }
	}
	tryEdits(t, ownership.RuleOwnerIsIssuer, checkHeader, make, []edited{
		{"none", asItIs, 0}, {"the same", ciks("0000012345", "12345"), 1}, {"others", ciks("12345", "12346"), 0}, {"zeros", ciks("0", "00"), 0},
	})
}

// TestSizes: EDGAR takes ten owners and thirty lines in a table; paper takes more.
func TestSizes(t *testing.T) {
	for n, want := range map[int]int{10: 0, 11: 1} {
		f := form4(trade("S", ownership.Disposed))
		f.Owners = make([]ownership.Owner, n)
		if got := countOf(f, checkHeader, ownership.RuleOwnersOverTen); got != want {
			t.Errorf("%d owners: %d findings", n, got)
		}
		if f.Source.Format = "html"; countOf(f, checkHeader, ownership.RuleOwnersOverTen) != 0 {
			t.Errorf("%d owners on paper", n)
		}
	}
	for n, want := range map[int]int{30: 0, 31: 1} {
		one, two := form4(make([]ownership.Row, n)...), form4()
		two.TableII = make([]ownership.Row, n)
		if a, b := countOf(one, checkHeader, ownership.RuleRowsOverThirty), countOf(two, checkHeader, ownership.RuleRowsOverThirty); a != want || b != want {
			t.Errorf("%d lines: %d and %d findings", n, a, b)
		}
		if one.Source.Format = "pdf"; countOf(one, checkHeader, ownership.RuleRowsOverThirty) != 0 {
			t.Errorf("%d lines on paper", n)
		}
	}
}

// TestOddSymbols: a trading symbol is one word of capitals, as the exchange writes it; a
// class may stand after it.
func TestOddSymbols(t *testing.T) {
	for s, want := range map[string]bool{
		"QLMK": false, "BF/B": false, "BRK B": false, "BRK.B": false, "QLMK PRA": false, "Q": false,
		"NONE": true, "n/a": true, "[N/A]": true, "-": true, "0": true, "qlmk": true, "NYSE:QLMK": true, "[QLMK]": true, "QLMK.OTC": true, "QLMK-TSX": true, "QLMK, QLMP": true,
		"QLMK; QLMP": true, "QLMK & QLMP": true, "QLMK AND QLMP": true, "QLMK/QLMP": true, "QLMK QLMP": true, "QL QLMP": true, "Q QLMP": false, "QLMK QL": false, "QLMK QL-P": false, ".OTC": false,
	} {
		if got := oddSymbol(s) != ""; got != want {
			t.Errorf("%q is odd: %t", s, got)
		}
	}
}

// TestForm3Lines: Form 3 reports holdings, or says that there are none.
func TestForm3Lines(t *testing.T) {
	held := func() ownership.Row {
		return ownership.Row{SecurityTitle: known("Common Stock"), SharesFollowing: amount(100)}
	}
	form3 := func(rows ...ownership.Row) func() *ownership.Filing {
		return func() *ownership.Filing {
			f := form4(slices.Clone(rows)...)
			f.DocumentType = known(ownership.Form3)
			return f
		}
	}
	none := func(f *ownership.Filing) { f.NoSecuritiesOwned = known(true) }
	tryEdits(t, ownership.RuleForm3Empty, checkHeader, form3(), []edited{
		{"empty", asItIs, 1}, {"none owned", none, 0}, {"a box that is not read", func(f *ownership.Filing) { f.NoSecuritiesOwned.State = ownership.Malformed }, 0},
		{"a box that says no", func(f *ownership.Filing) { f.NoSecuritiesOwned = known(false) }, 1}, {"a line", func(f *ownership.Filing) { f.TableII = []ownership.Row{held()} }, 0},
		{"a Form 4", func(f *ownership.Filing) { f.DocumentType = known(ownership.Form4) }, 0},
	})
	title := func(s string) func(*ownership.Filing) {
		return func(f *ownership.Filing) {
			none(f)
			f.TableI[0].SecurityTitle = known(s)
			f.TableI[0].SharesFollowing.State = ownership.Blank
		}
	}
	tryEdits(t, ownership.RuleForm3NoneButRows, checkHeader, form3(held()), []edited{
		{"no box", asItIs, 0}, {"the box", none, 1}, {"no shares", func(f *ownership.Filing) { none(f); f.TableI[0].SharesFollowing = amount(0) }, 0},
		{"no securities", title("No securities owned"), 0}, {"none", title("None"), 0}, {"not applicable", title("N/A"), 0}, {"nothing but a title", title("Common Stock"), 1},
		{"no title", func(f *ownership.Filing) { none(f); f.TableI[0].SecurityTitle = ownership.Value[string]{} }, 0},
		{"underlying shares", func(f *ownership.Filing) {
			none(f)
			f.TableI[0].SharesFollowing.State = ownership.Blank
			f.TableI[0].UnderlyingShares = amount(5)
		}, 1},
	})
	tryEdits(t, ownership.RuleForm3HasTransactions, checkHeader, form3(held()), []edited{
		{"a holding", asItIs, 0}, {"a transaction", func(f *ownership.Filing) { f.TableI[0].Kind = ownership.Transaction }, 1},
		{"a code", func(f *ownership.Filing) { f.TableI[0].Transaction.Code = known("P") }, 1}, {"a form type", func(f *ownership.Filing) { f.TableI[0].FormType = known("3") }, 1},
		{"in Table II", func(f *ownership.Filing) {
			f.TableI, f.TableII = nil, f.TableI
			f.TableII[0].Transaction.Code = known("P")
		}, 1},
	})
}

// TestEmptyForms: a Form 4 or 5 reports a transaction, unless the exit box is set, or a late
// holding of Form 3.
func TestEmptyForms(t *testing.T) {
	make := func() *ownership.Filing { return form4() }
	held := ownership.Row{SecurityTitle: known("Common Stock")}
	tryEdits(t, ownership.RuleForm4Empty, checkHeader, make, []edited{
		{"empty", asItIs, 1}, {"a transaction", func(f *ownership.Filing) { f.TableI = []ownership.Row{trade("S", ownership.Disposed)} }, 0},
		{"in Table II", func(f *ownership.Filing) { f.TableII = []ownership.Row{option("M", ownership.Disposed)} }, 0},
		{"a holding", func(f *ownership.Filing) { f.TableI = []ownership.Row{held} }, 1},
		{"a holding of Form 3", func(f *ownership.Filing) { f.TableI = []ownership.Row{held}; f.TableI[0].FormType = known("3") }, 0},
		{"the exit box", func(f *ownership.Filing) { f.NotSubjectToSection16 = known(true) }, 0},
		{"the exit box says no", func(f *ownership.Filing) { f.NotSubjectToSection16 = known(false) }, 1},
		{"the exit box is not read", func(f *ownership.Filing) { f.NotSubjectToSection16.State = ownership.Malformed }, 0},
		{"a Form 5", func(f *ownership.Filing) { f.DocumentType = known(ownership.Form5) }, 1},
		{"a Form 3", func(f *ownership.Filing) { f.DocumentType = known(ownership.Form3) }, 0},
	})
	amended := make()
	amended.DocumentType = known(ownership.Form4A)
	if got := severityOf(amended, checkHeader, ownership.RuleForm4Empty); got != ownership.Warning {
		t.Errorf("an amendment: %s", got)
	}
	tryEdits(t, ownership.RuleExitBoxSet, checkHeader, make, []edited{
		{"not set", asItIs, 0}, {"set", func(f *ownership.Filing) { f.NotSubjectToSection16 = known(true) }, 1}, {"no", func(f *ownership.Filing) { f.NotSubjectToSection16 = known(false) }, 0},
	})
}
