package ledger_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"filingview/parser/ledger"
	"filingview/parser/ownership"
)

// A fault is put into the filings of a simulated owner, and the ledger must call it
// by its name and call nothing else by any name: a wrong explanation is worse than
// none.
func TestSimulatedFaultsAreNamed(t *testing.T) {
	type fault struct {
		name string
		// put makes the fault; it returns nil if there is no place for it.
		put func(s *simulation, filings []*ownership.Filing) []*ownership.Filing
		// wants are the rules that may explain lines then.
		wants []string
		// named: at least one line must be explained; open: some may be unexplained.
		named, open bool
	}
	faults := []fault{
		{"transposed total", transposed, []string{"digit-slip", "misprint", "stale-total"}, true, false},
		{"plan shares told in a note", planShares, []string{"note-on-total"}, true, false},
		// What the missing filing told was a gift to the trust, at times.
		{"a filing is missing", missing, []string{"form-change-gap"}, false, true},
		{"a filing is there twice", twice, nil, false, false},
	}
	for _, fault := range faults {
		t.Run(fault.name, func(t *testing.T) {
			put, named := 0, 0
			for seed := range uint64(150) {
				s := newSimulation(seed)
				s.style = 0
				filings := s.run(12)
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
			if put < 50 || fault.named && named < put {
				t.Errorf("%d faults put, %d named", put, named)
			}
		})
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
func transposed(s *simulation, filings []*ownership.Filing) []*ownership.Filing {
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
			set(&row.SharesFollowing, ownership.NewDecimal(n, 0))
			return filings
		}
	}
	return nil
}

// planShares adds shares from a plan to the totals from some filing on, and the
// note that tells of them.
func planShares(s *simulation, filings []*ownership.Filing) []*ownership.Filing {
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
			set(&note.Text, fmt.Sprintf("Includes %d shares acquired on June 30, 2019 under the 2012 Employee Stock Purchase Plan at $12.50 a share.", n))
			f.Footnotes = append(f.Footnotes, note)
			rows[0].SharesFollowing.Notes = []string{"F90"}
		}
		for _, row := range rows {
			sum, _ := row.SharesFollowing.V.Sum(ownership.NewDecimal(n, 0))
			notes := row.SharesFollowing.Notes
			set(&row.SharesFollowing, sum)
			row.SharesFollowing.Notes = notes
		}
	}
	if at < 0 {
		return nil
	}
	return filings
}

func missing(_ *simulation, filings []*ownership.Filing) []*ownership.Filing {
	return slices.Delete(filings, 5, 6)
}

func twice(_ *simulation, filings []*ownership.Filing) []*ownership.Filing {
	again := *filings[4]
	again.Source.Name = "copy.xml"
	return append(filings, &again)
}
