package ledger_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"filingview/parser/ledger"
	"filingview/parser/ownership"
)

// A simulated owner buys, sells, exercises, vests and gives for some years and
// reports it in one of the styles that filers have. Nothing is wrong in these
// filings: every line must be reconciled but the first of an account that was not
// empty before, however the files are given.
func TestSimulatedOwnersReconcile(t *testing.T) {
	for seed := range uint64(300) {
		s := newSimulation(seed)
		filings := s.run(12)
		rand.New(rand.NewPCG(seed, 1)).Shuffle(len(filings), func(i, j int) { filings[i], filings[j] = filings[j], filings[i] })
		l := ledger.Reconcile(filings)
		if r := l.Rates(); r.Lines != s.rows {
			t.Fatalf("seed %d: %d lines of %d rows", seed, r.Lines, s.rows)
		}
		for i := range l.Accounts {
			a := &l.Accounts[i]
			for j := range a.Lines {
				line := &a.Lines[j]
				first := j == 0 && a.Opening.V.Sign() != 0 && line.Rule == ownership.RuleFirstSeen
				if line.State != ownership.Reconciled && !first {
					t.Errorf("seed %d: %s %s of %s (%s %s): %s %s: %s", seed, l.Filings[line.Filing].Name, line.Path, a.Title, a.Ownership, a.Holder, line.State, line.Rule, line.Explanation)
				}
			}
		}
		if len(l.Accounts) != len(s.used) {
			t.Errorf("seed %d: %d accounts, not %d", seed, len(l.Accounts), len(s.used))
		}
		if t.Failed() {
			for _, f := range filings {
				t.Log(told(f))
			}
			return
		}
	}
}

type simulation struct {
	*rand.Rand
	day   time.Time
	held  []*holding
	used  map[*holding]bool
	style int
	rows  int
	n     int
	moved map[*holding]bool // since the last filing
}

type holding struct {
	table          int
	title, nature  string
	notes          []string
	strike, expiry string
	balance        int64
}

type event struct {
	h      *holding
	code   string
	change int64
	under  int64
	day    time.Time
	after  int64
}

func newSimulation(seed uint64) *simulation {
	s := &simulation{Rand: rand.New(rand.NewPCG(seed, 7)), day: time.Date(2019, 3, 4, 0, 0, 0, 0, time.UTC), used: map[*holding]bool{}}
	s.style = s.IntN(4)
	s.held = []*holding{
		{table: 1, title: "Common Stock", balance: 50_000 + s.Int64N(90_000)},
		{table: 1, title: "Common Stock", nature: "By Trust", notes: []string{"Shares are held by the Nightingale 2015 Family Trust, of which the reporting person is trustee."}, balance: 20_000 + s.Int64N(90_000)},
		{table: 1, title: "Common Stock", nature: "By Trust", notes: []string{"Shares are held by the Nightingale Children's Trust dated May 3, 2011."}, balance: 20_000 + s.Int64N(90_000)},
		{table: 1, title: "Common Stock", nature: "By Nightingale Partners II, L.P.", balance: 200_000 + s.Int64N(90_000)},
		{table: 2, title: "Stock Option (right to buy)", strike: "12.50", expiry: "2027-02-01", balance: 100_000 + s.Int64N(9_000)},
		{table: 2, title: "Stock Option (right to buy)", strike: "31.20", expiry: "2029-02-01", balance: 100_000 + s.Int64N(9_000)},
		{table: 2, title: "Restricted Stock Units", notes: []string{"The units vest in equal installments from March 1, 2019."}, balance: 60_000 + s.Int64N(5_000)},
		{table: 2, title: "Restricted Stock Units", notes: []string{"The units vest in equal installments from March 1, 2020."}, balance: 60_000 + s.Int64N(5_000)},
	}
	return s
}

func (s *simulation) amount(most int64) int64 { return 100 + s.Int64N(max(1, most/40)) }

func (s *simulation) run(filings int) []*ownership.Filing {
	var all []*ownership.Filing
	for range filings {
		s.day = s.day.AddDate(0, 0, 5+s.IntN(60))
		all = append(all, s.filing())
	}
	return all
}

func (s *simulation) filing() *ownership.Filing {
	var events []event
	do := func(h *holding, code string, change, under int64, day time.Time) {
		h.balance += change
		events = append(events, event{h, code, change, under, day, h.balance})
	}
	common := s.held[0]
	first := s.day
	for range 1 + s.IntN(5) {
		switch s.IntN(6) {
		case 0:
			do(common, "P", s.amount(common.balance), 0, s.day)
		case 1:
			do(common, "S", -s.amount(common.balance), 0, s.day)
		case 2:
			o := s.held[4+s.IntN(2)]
			n := s.amount(o.balance)
			do(o, "M", -n, n, s.day)
			do(common, "M", n, 0, s.day)
		case 3:
			u := s.held[6+s.IntN(2)]
			n := s.amount(u.balance)
			do(u, "M", -n, n, s.day)
			do(common, "M", n, 0, s.day)
			do(common, "F", -n/3, 0, s.day)
		case 4:
			n := s.amount(common.balance)
			do(common, "G", -n, 0, s.day)
			do(s.held[1], "G", n, 0, s.day)
		case 5:
			do(s.held[3], "S", -s.amount(s.held[3].balance), 0, s.day)
		}
		if s.IntN(3) == 0 {
			s.day = s.day.AddDate(0, 0, 1)
		}
	}
	s.restyle(events)
	return s.write(events, first)
}

// restyle gives the lines the totals that the filer's style shows.
func (s *simulation) restyle(events []event) {
	switch s.style {
	case 1: // the final total on each line
		for i := range events {
			events[i].after = events[i].h.balance
		}
	case 2: // the total of the day
		for i := range events {
			for _, e := range events[i:] {
				if e.h == events[i].h && e.day.Equal(events[i].day) {
					events[i].after = e.after
				}
			}
		}
	case 3: // newest first
		slices.Reverse(events)
	}
}

func (s *simulation) write(events []event, first time.Time) *ownership.Filing {
	s.n++
	f := &ownership.Filing{}
	f.Source.Name = fmt.Sprintf("simulated-%02d.xml", s.n)
	set(&f.DocumentType, ownership.Form4)
	set(&f.PeriodOfReport, dateOf(first))
	set(&f.Issuer.CIK, "0009990001")
	set(&f.Issuer.Name, "Lantern Works Inc.")
	f.Owners = make([]ownership.Owner, 1)
	set(&f.Owners[0].CIK, "0009990002")
	set(&f.Owners[0].Name, "Nightingale Ada")
	f.Signatures = make([]ownership.Signature, 1)
	set(&f.Signatures[0].Date, dateOf(s.day.AddDate(0, 0, 1)))
	// Ids differ from filing to filing.
	ids := map[string]string{}
	mark := func(text string) string {
		if ids[text] == "" {
			ids[text] = fmt.Sprintf("F%d", len(ids)+1)
			n := ownership.Footnote{ID: ids[text]}
			set(&n.Text, text)
			f.Footnotes = append(f.Footnotes, n)
		}
		return ids[text]
	}
	if s.IntN(2) == 0 {
		mark("The price is a weighted average.")
	}
	add := func(h *holding) *ownership.Row {
		s.rows++
		s.used[h] = true
		table := &f.TableI
		if h.table == 2 {
			table = &f.TableII
		}
		*table = append(*table, ownership.Row{})
		row := &(*table)[len(*table)-1]
		set(&row.SecurityTitle, h.title)
		set(&row.Ownership, ownership.Direct)
		if h.nature != "" {
			set(&row.Ownership, ownership.Indirect)
			set(&row.NatureOfOwnership, h.nature)
		}
		for _, n := range h.notes {
			if h.table == 1 {
				row.NatureOfOwnership.Notes = append(row.NatureOfOwnership.Notes, mark(n))
			} else {
				row.ExerciseDate.State = ownership.Blank
				row.ExerciseDate.Notes = append(row.ExerciseDate.Notes, mark(n))
			}
		}
		if h.strike != "" {
			setDecimal(&row.ConversionOrExercisePrice, h.strike)
			d, _ := time.Parse(time.DateOnly, h.expiry)
			set(&row.ExpirationDate, dateOf(d))
		}
		if h.table == 2 {
			set(&row.UnderlyingTitle, "Common Stock")
		}
		return row
	}
	shown := map[*holding]bool{}
	for _, e := range events {
		row := add(e.h)
		shown[e.h] = true
		row.Kind = ownership.Transaction
		t := &row.Transaction
		set(&t.Date, dateOf(e.day))
		set(&t.Code, e.code)
		set(&t.AcquiredDisposed, ownership.Acquired)
		n := e.change
		if n < 0 {
			n = -n
			set(&t.AcquiredDisposed, ownership.Disposed)
		}
		set(&t.Shares, ownership.NewDecimal(n, 0))
		set(&row.SharesFollowing, ownership.NewDecimal(e.after, 0))
		if e.under != 0 {
			set(&row.UnderlyingShares, ownership.NewDecimal(e.under, 0))
		}
	}
	for _, h := range s.held {
		if !shown[h] && s.IntN(2) == 0 {
			row := add(h)
			set(&row.SharesFollowing, ownership.NewDecimal(h.balance, 0))
		}
	}
	return f
}

func set[T any](v *ownership.Value[T], x T) {
	v.V, v.State, v.Raw = x, ownership.Known, fmt.Sprint(x)
}

func setDecimal(v *ownership.Value[ownership.Decimal], s string) {
	d, err := ownership.ParseDecimal(s)
	if err != nil {
		panic(err)
	}
	set(v, d)
}

func dateOf(t time.Time) ownership.Date {
	d, err := ownership.ParseDate(t.Format(time.DateOnly))
	if err != nil {
		panic(err)
	}
	return d
}

// told writes a filing's lines for the log.
func told(f *ownership.Filing) string {
	s := fmt.Sprintf("%s %s signed %s", f.Source.Name, f.PeriodOfReport.V, f.Signatures[0].Date.V)
	for i, rows := range [][]ownership.Row{f.TableI, f.TableII} {
		for j := range rows {
			r := &rows[j]
			t := &r.Transaction
			s += fmt.Sprintf("\n  %d[%d] %s %s %s %s%s -> %s %s X%s", i+1, j, r.SecurityTitle.V, t.Date.Raw, t.Code.V, t.AcquiredDisposed.V, t.Shares.Raw, r.SharesFollowing.Raw, r.NatureOfOwnership.V, r.ConversionOrExercisePrice.Raw)
		}
	}
	return s
}
