package ledger_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"filingview/parser/internal/simulate"
	"filingview/parser/ledger"
	"filingview/parser/ownership"
)

// A fault is put into the filings of a simulated owner, and the ledger must call it
// by its name and call nothing else by any name: a wrong explanation is worse than
// none.
func TestSimulatedFaultsAreNamed(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes a second")
	}
	type fault struct {
		name string
		// put makes the fault; it returns nil if there is no place for it.
		put func(s *simulate.Owner, filings []*ownership.Filing) []*ownership.Filing
		// wants are the rules that may explain lines then.
		wants []ownership.Rule
		// named: at least one line must be explained; open: some may be unexplained.
		named, open bool
	}
	faults := []fault{
		{"transposed total", transposed, []ownership.Rule{ownership.RuleDigitSlip, ownership.RuleMisprint, ownership.RuleStaleTotal}, true, false},
		{"plan shares told in a note", planShares, []ownership.Rule{ownership.RuleNoteOnTotal}, true, false},
		// What the missing filing told was a gift to the trust, at times.
		{"a filing is missing", missing, []ownership.Rule{ownership.RuleFormChangeGap}, false, true},
		{"a filing is there twice", twice, nil, false, false},
		{"a transfer to the trust without a line", unlined, []ownership.Rule{ownership.RuleFormChangeGap}, true, false},
		{"four-for-one split", split, []ownership.Rule{ownership.RuleSplitRatio}, true, false},
		{"a filing in two parts", parts, nil, false, false},
		{"an amendment restates all", amended, []ownership.Rule{ownership.RuleAmendmentMerge}, true, false},
		{"an amendment of one line", corrected, []ownership.Rule{ownership.RuleAmendmentMerge}, true, false},
		{"a line that only Form 5 reports", annual, []ownership.Rule{ownership.RuleForm5Catchup}, true, false},
		{"a stale total", stale, []ownership.Rule{ownership.RuleStaleTotal, ownership.RuleDigitSlip, ownership.RuleMisprint}, true, false},
		{"an amount with a point for a comma", pointed, []ownership.Rule{ownership.RuleMisprint}, true, false},
	}
	for _, fault := range faults {
		t.Run(fault.name, func(t *testing.T) {
			put, named := 0, 0
			for seed := range uint64(150) {
				s := simulate.New(seed)
				s.Style = 0
				filings := s.Filings(12)
				s.Rand = rand.New(rand.NewPCG(seed, 99))
				if filings = fault.put(s, filings); filings == nil {
					continue
				}
				put++
				l := ledger.Reconcile(filings)
				found := false
				for i := range l.Accounts {
					for _, line := range l.Accounts[i].Lines {
						switch {
						case line.State == ownership.Explained && !slices.Contains(fault.wants, line.Rule):
							t.Errorf("seed %d: %s %s is explained by %s: %s", seed, l.Filings[line.Filing].Name, line.Path, line.Rule, line.Explanation)
						case line.State == ownership.Unexplained && !fault.open:
							t.Errorf("seed %d: %s %s is unexplained: %s", seed, l.Filings[line.Filing].Name, line.Path, line.Explanation)
						case line.State == ownership.Explained:
							found = true
						}
					}
				}
				if found {
					named++
				}
			}
			if put < 15 || fault.named && named < put {
				t.Errorf("%d faults put, %d named", put, named)
			}
		})
	}
}

// Two trusts without a name, two grants without terms: their totals come and go in
// one account, and no slip explains that.
func TestUnnamedHoldingsHaveNoMisprints(t *testing.T) {
	open := 0
	for seed := range uint64(150) {
		s := simulate.New(seed)
		for _, i := range []int{1, 2, 6, 7} {
			s.Holdings[i].Notes = nil
		}
		l := ledger.Reconcile(s.Filings(12))
		for i := range l.Accounts {
			for _, line := range l.Accounts[i].Lines {
				switch {
				case line.State == ownership.Unexplained:
					open++
				case line.State == ownership.Explained && (line.Rule == ownership.RuleMisprint || line.Rule == ownership.RulePerLotTotal || line.Rule == ownership.RuleDigitSlip):
					t.Errorf("seed %d: %s %s is explained by %s: %s", seed, l.Filings[line.Filing].Name, line.Path, line.Rule, line.Explanation)
				}
			}
		}
	}
	if open == 0 {
		t.Error("no line is left open: the holdings are told apart")
	}
}

// direct returns the lines of the direct holding in Table I.
func direct(f *ownership.Filing) []*ownership.Row {
	var rows []*ownership.Row
	for i := range f.TableI {
		if f.TableI[i].Ownership.V == ownership.Direct {
			rows = append(rows, &f.TableI[i])
		}
	}
	return rows
}

// transposed swaps two digits of a total that other totals stand around.
func transposed(s *simulate.Owner, filings []*ownership.Filing) []*ownership.Filing {
	rows := direct(filings[6])
	if len(rows) == 0 || len(direct(filings[5])) == 0 || len(direct(filings[7])) == 0 {
		return nil
	}
	row := rows[s.IntN(len(rows))]
	b := []byte(row.SharesFollowing.V.String())
	for i := 1; i+1 < len(b); i++ {
		if b[i] != b[i+1] {
			b[i], b[i+1] = b[i+1], b[i]
			n, _ := strconv.ParseInt(string(b), 10, 64)
			simulate.Set(&row.SharesFollowing, ownership.NewDecimal(n, 0))
			return filings
		}
	}
	return nil
}

// planShares adds shares from a plan to the totals from some filing on, and the
// note that tells of them.
func planShares(s *simulate.Owner, filings []*ownership.Filing) []*ownership.Filing {
	n := 100 + s.Int64N(900)
	at := -1
	for i, f := range filings {
		rows := direct(f)
		if i < 4 || len(rows) == 0 {
			continue
		}
		if at < 0 {
			at = i
			note := ownership.Footnote{ID: "F90"}
			simulate.Set(&note.Text, fmt.Sprintf("Includes %d shares acquired on June 30, 2019 under the 2012 Employee Stock Purchase Plan at $12.50 a share.", n))
			f.Footnotes = append(f.Footnotes, note)
			rows[0].SharesFollowing.Notes = []string{"F90"}
		}
		for _, row := range rows {
			sum, _ := row.SharesFollowing.V.Sum(ownership.NewDecimal(n, 0))
			notes := row.SharesFollowing.Notes
			simulate.Set(&row.SharesFollowing, sum)
			row.SharesFollowing.Notes = notes
		}
	}
	if at < 0 {
		return nil
	}
	return filings
}

func missing(_ *simulate.Owner, filings []*ownership.Filing) []*ownership.Filing {
	return slices.Delete(filings, 5, 6)
}

func twice(_ *simulate.Owner, filings []*ownership.Filing) []*ownership.Filing {
	again := *filings[4]
	again.Source.Name = "copy.xml"
	return append(filings, &again)
}

// unlined moves shares from the direct holding to the first trust between two
// filings that show both.
func unlined(s *simulate.Owner, filings []*ownership.Filing) []*ownership.Filing {
	n := ownership.NewDecimal(1000+s.Int64N(9000), 0)
	moved := [2]bool{}
	for i, f := range filings {
		if i < 6 {
			continue
		}
		for j := range f.TableI {
			row := &f.TableI[j]
			sum, side := row.SharesFollowing.V, 0
			switch {
			case row.Ownership.V == ownership.Direct:
				sum, _ = sum.Difference(n)
			case len(row.NatureOfOwnership.Notes) > 0 && noteOf(f, row.NatureOfOwnership.Notes[0])[:30] == "Shares are held by the Nightin" && row.NatureOfOwnership.V == "By Trust" && isFamily(f, row):
				sum, _ = sum.Sum(n)
				side = 1
			default:
				continue
			}
			moved[side] = true
			simulate.Set(&row.SharesFollowing, sum)
		}
	}
	if !moved[0] || !moved[1] {
		return nil
	}
	return filings
}

func noteOf(f *ownership.Filing, id string) string {
	n, _ := f.Note(id)
	return n.Text.V
}

func isFamily(f *ownership.Filing, row *ownership.Row) bool {
	return strings.Contains(noteOf(f, row.NatureOfOwnership.Notes[0]), "Family Trust")
}

func split(s *simulate.Owner, filings []*ownership.Filing) []*ownership.Filing {
	four := ownership.NewDecimal(4, 0)
	scale := func(v *ownership.Value[ownership.Decimal]) {
		if v.IsKnown() {
			n, _ := v.V.Product(four)
			notes := v.Notes
			simulate.Set(v, n)
			v.Notes = notes
		}
	}
	strikes := map[string]string{"12.50": "3.125", "31.20": "7.80"}
	series := false
	for i, f := range filings {
		for _, rows := range [][]ownership.Row{f.TableI, f.TableII} {
			for j := range rows {
				row := &rows[j]
				if i < 6 {
					continue
				}
				scale(&row.SharesFollowing)
				scale(&row.Transaction.Shares)
				scale(&row.UnderlyingShares)
				if x := strikes[row.ConversionOrExercisePrice.Raw]; x != "" {
					simulate.SetDecimal(&row.ConversionOrExercisePrice, x)
				}
			}
		}
	}
	// A note of the issuer tells of it.
	note := ownership.Footnote{ID: "F91"}
	simulate.Set(&note.Text, "Adjusted to reflect the four-for-one split of the Issuer's common stock.")
	filings[6].Footnotes = append(filings[6].Footnotes, note)
	series = len(filings[6].TableI) > 0
	if !series {
		return nil
	}
	return filings
}

// parts splits a filing in two of the same day, the later rows in the first file.
func parts(s *simulate.Owner, filings []*ownership.Filing) []*ownership.Filing {
	f := filings[6]
	n := len(f.TableI)
	if n < 4 {
		return nil
	}
	a, b := *f, *f
	a.TableI, b.TableI = f.TableI[:n/2], f.TableI[n/2:]
	b.TableII = nil
	a.Source.Name, b.Source.Name = "z-part.xml", "a-part.xml"
	filings[6] = &a
	return append(filings, &b)
}

// amended adds an amendment of one filing with another amount and total in its
// last direct line; the next filings go on from the right totals.
func amended(s *simulate.Owner, filings []*ownership.Filing) []*ownership.Filing {
	f := filings[6]
	rows := direct(f)
	if len(rows) == 0 || rows[len(rows)-1].Kind != ownership.Transaction {
		return nil
	}
	right := *f
	right.Source.Name = "amendment.xml"
	simulate.Set(&right.DocumentType, ownership.Form4A)
	simulate.Set(&right.DateOfOriginalSubmission, f.Signatures[0].Date.V)
	right.Signatures = make([]ownership.Signature, 1)
	simulate.Set(&right.Signatures[0].Date, simulate.Day(s.Day.AddDate(1, 0, 0)))
	right.TableI = slices.Clone(f.TableI)
	wrong := rows[len(rows)-1]
	off := ownership.NewDecimal(17, 0)
	if wrong.Transaction.AcquiredDisposed.V == ownership.Disposed {
		off = off.Negated()
	}
	amount, _ := wrong.Transaction.Shares.V.Sum(ownership.NewDecimal(17, 0))
	total, _ := wrong.SharesFollowing.V.Sum(off)
	simulate.Set(&wrong.Transaction.Shares, amount)
	simulate.Set(&wrong.SharesFollowing, total)
	return append(filings, &right)
}

// corrected keeps nothing of the amendment but the line that it corrects.
func corrected(s *simulate.Owner, filings []*ownership.Filing) []*ownership.Filing {
	filings = amended(s, filings)
	if filings == nil {
		return nil
	}
	right := filings[len(filings)-1]
	rows := direct(right)
	right.TableI, right.TableII = []ownership.Row{*rows[len(rows)-1]}, nil
	return filings
}

// annual leaves a direct line out of its filing, where the totals count it all the
// same, and reports it late on Form 5.
func annual(s *simulate.Owner, filings []*ownership.Filing) []*ownership.Filing {
	f := filings[5]
	at := -1
	for i := range f.TableI {
		row := &f.TableI[i]
		if i+1 < len(f.TableI) && row.Ownership.V == ownership.Direct && row.Kind == ownership.Transaction && row.Transaction.Code.V == "S" &&
			f.TableI[i+1].Ownership.V == ownership.Direct && f.TableI[i+1].Kind == ownership.Transaction {
			at = i
		}
	}
	last := direct(filings[len(filings)-1])
	if at < 0 || at > 0 && f.TableI[at-1].Ownership.V == ownership.Direct || len(last) == 0 {
		return nil
	}
	row := f.TableI[at]
	f.TableI = slices.Delete(slices.Clone(f.TableI), at, at+1)
	simulate.Set(&row.FormType, "4")
	simulate.Set(&row.SharesFollowing, last[len(last)-1].SharesFollowing.V)
	five := *f
	five.Source.Name = "annual.xml"
	simulate.Set(&five.DocumentType, ownership.Form5)
	five.TableI, five.TableII, five.Footnotes = []ownership.Row{row}, nil, nil
	simulate.Set(&five.PeriodOfReport, simulate.Day(s.Day.AddDate(0, 1, 0)))
	five.Signatures = make([]ownership.Signature, 1)
	simulate.Set(&five.Signatures[0].Date, simulate.Day(s.Day.AddDate(0, 2, 0)))
	return append(filings, &five)
}

// stale repeats the total of a filing before in a direct line.
func stale(s *simulate.Owner, filings []*ownership.Filing) []*ownership.Filing {
	before, now, after := direct(filings[4]), direct(filings[6]), direct(filings[7])
	if len(before) == 0 || len(now) != 1 || len(after) == 0 || now[0].SharesFollowing.V.Cmp(before[0].SharesFollowing.V) == 0 {
		return nil
	}
	simulate.Set(&now[0].SharesFollowing, before[0].SharesFollowing.V)
	return filings
}

// pointed prints 1.234 for 1,234.
func pointed(s *simulate.Owner, filings []*ownership.Filing) []*ownership.Filing {
	rows := direct(filings[6])
	for _, row := range rows {
		n := row.Transaction.Shares.V
		if row.Kind == ownership.Transaction && n.Cmp(ownership.NewDecimal(1000, 0)) > 0 && row.Transaction.Code.V != "M" && len(direct(filings[5])) > 0 && len(direct(filings[7])) > 0 {
			text := n.String()
			simulate.SetDecimal(&row.Transaction.Shares, text[:len(text)-3]+"."+text[len(text)-3:])
			return filings
		}
	}
	return nil
}
