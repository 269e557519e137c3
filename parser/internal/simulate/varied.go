package simulate

import (
	"fmt"
	"math/rand/v2"
	"time"

	"filingview/parser/ownership"
)

// habits are what an owner does besides reporting transactions in time.
type habits struct {
	initial bool // begins with a Form 3
	annual  bool // reports gifts on Form 5
	late    bool // forgets a line at times and reports it later
	pieces  int  // the most lines on which one order of a trust is reported
}

// Varied returns the filings about one issuer that one seed makes, of one owner or two: an
// owner with some of trusts, funds under one note, lots of options with the same title, and
// units; who reports late at times, gives gifts that Form 5 reports, begins with a Form 3 or
// not, or files with another owner. No figure in the filings is wrong. Not all of their
// lines reconcile, since some of the notes do not tell the holdings apart.
func Varied(seed uint64, n int) []*ownership.Filing {
	random := rand.New(rand.NewPCG(seed, 8))
	issuer := Party{fmt.Sprintf("%010d", 9_980_000+seed), pick(random, "Tallow Bridge Corp.", "Orrery Instruments Inc.", "Harrow & Pike Holdings", "Cinder Vale Energy, Inc.")}
	first := Party{fmt.Sprintf("%010d", 9_970_000+2*seed), pick(random, "Marchbanks Odile", "Thackeray Simon J", "Okonedo-Reyes Pilar", "Wexcombe Hugo III")}
	second := Party{fmt.Sprintf("%010d", 9_970_001+2*seed), pick(random, "Marchbanks Family Holdings LLC", "Quillon Capital Partners, L.P.", "Thackeray Nora")}
	one := varied(random, issuer, first)
	var other *Owner
	switch random.IntN(4) {
	case 0: // they file together
		one.Owners = append(one.Owners, second)
	case 1: // each for himself
		other = varied(random, issuer, second)
		other.Prefix = fmt.Sprintf("varied-%03d-b", seed)
	}
	one.Prefix = fmt.Sprintf("varied-%03d-a", seed)
	all := one.Filings(n)
	if other != nil {
		all = append(all, other.Filings(n)...)
	}
	return all
}

func pick(random *rand.Rand, choices ...string) string { return choices[random.IntN(len(choices))] }

func varied(random *rand.Rand, issuer, owner Party) *Owner {
	half := func() bool { return random.IntN(2) == 0 }
	o := &Owner{Rand: random, Issuer: issuer, Owners: []Party{owner}, Used: map[*Holding]bool{}, act: variedAct,
		Day: time.Date(2016+random.IntN(5), time.Month(1+random.IntN(12)), 3, 0, 0, 0, 0, time.UTC)}
	o.Style = [...]Style{Running, Running, Running, Running, Final, Daily, NewestFirst}[random.IntN(7)]
	o.habits = habits{initial: half(), annual: half(), late: half() && o.Style == Running, pieces: [...]int{1, 4, 24}[random.IntN(3)]}
	title := pick(random, "Common Stock", "Class A Common Stock", "Common Shares")
	o.Holdings = []*Holding{{Table: 1, Title: title, Balance: o.size()}}
	families := []func(string){o.addTrusts, o.addFunds, o.addOptions, o.addUnits}
	for _, i := range random.Perm(len(families))[:2+random.IntN(3)] {
		families[i](title)
	}
	return o
}

// size is a balance of four to seven digits.
func (o *Owner) size() int64 {
	return int64(2000+o.IntN(8000))*int64([...]int{1, 9, 90, 700}[o.IntN(4)]) + o.Int64N(1000)
}

func (o *Owner) add(h Holding) { o.Holdings = append(o.Holdings, &h) }

func (o *Owner) addTrusts(title string) {
	nature := pick(o.Rand, "By Trust", "See footnote", "By Trusts")
	o.add(Holding{Table: 1, Title: title, Nature: nature, Notes: []string{"Shares held by the Rosewarne 2012 Family Trust, of which the reporting person's spouse is trustee."}, Balance: o.size(), kind: trust})
	o.add(Holding{Table: 1, Title: title, Nature: nature, Notes: []string{"Shares held by the Rosewarne Descendants' Trust, of which the reporting person is a co-trustee."}, Balance: o.size(), kind: trust})
	if o.IntN(2) == 0 {
		o.add(Holding{Table: 1, Title: title, Nature: "By spouse", Balance: o.size(), kind: trust})
	}
}

// addFunds adds funds, under one note that does not tell which holding is whose or with a
// note each.
func (o *Owner) addFunds(title string) {
	names := []string{"Larkspur Fund I, L.P.", "Larkspur Fund II, L.P.", "Larkspur Affiliates Fund, L.P."}
	general := fmt.Sprintf("The securities are held by %s, %s and %s. The reporting person is a managing member of the general partner of each of them and disclaims beneficial ownership except to the extent of any pecuniary interest therein.", names[0], names[1], names[2])
	alike := o.IntN(2) == 0
	for _, name := range names {
		h := Holding{Table: 1, Title: title, Nature: "See footnote", Notes: []string{general}, Balance: o.size(), kind: fund}
		if !alike {
			h.Notes = []string{"Shares held directly by " + name + ", of whose general partner the reporting person is a managing member."}
		}
		o.add(h)
	}
}

// addOptions adds lots under one title. One is small and is used up.
func (o *Owner) addOptions(string) {
	title := pick(o.Rand, "Stock Option (right to buy)", "Employee Stock Option (Right to Buy)")
	strike := fmt.Sprintf("%d.%02d", 3+o.IntN(40), o.IntN(100))
	o.add(Holding{Table: 2, Title: title, Strike: strike, Expiry: "2028-03-15", Balance: o.size(), kind: option})
	o.add(Holding{Table: 2, Title: title, Strike: strike, Expiry: "2030-03-15", Balance: o.size(), kind: option})
	o.add(Holding{Table: 2, Title: title, Strike: fmt.Sprintf("%d.%02d", 50+o.IntN(40), o.IntN(100)), Expiry: "2029-06-01", Balance: 300 + o.Int64N(900), kind: option})
}

func (o *Owner) addUnits(string) {
	for _, year := range []int{2018, 2020} {
		o.add(Holding{Table: 2, Title: "Restricted Stock Units", Notes: []string{fmt.Sprintf("The units vest in four equal annual installments beginning on February 20, %d.", year)}, Balance: o.size(), kind: unit})
	}
}

// of returns the holdings of a kind that are not empty.
func (o *Owner) of(k kind) []*Holding {
	var all []*Holding
	for _, h := range o.Holdings {
		if h.kind == k && h.Balance > 0 {
			all = append(all, h)
		}
	}
	return all
}

// part is an amount that a holding can give up, at times all of it.
func (o *Owner) part(h *Holding) int64 {
	if h.Balance < 1000 || o.IntN(12) == 0 {
		return h.Balance
	}
	return min(h.Balance, 50+o.Int64N(h.Balance/6))
}

// variedAct is what the owners of Varied do.
func variedAct(o *Owner, r *recorder) {
	shares := o.Holdings[0]
	if shares.Balance < 2000 {
		r.do(shares, "P", 2000+o.Int64N(9000), 0)
		return
	}
	k := []kind{common, common, trust, fund, option, unit}[o.IntN(6)]
	held := o.of(k)
	if len(held) == 0 {
		held, k = []*Holding{shares}, common
	}
	h := held[o.IntN(len(held))]
	n := o.part(h)
	switch k {
	case common:
		switch o.IntN(3) {
		case 0:
			r.do(h, "P", o.amount(h.Balance), 0)
		case 1: // an order that is executed in pieces
			for range 1 + o.IntN(3) {
				r.do(h, "S", -min(h.Balance, o.amount(h.Balance)), 0)
			}
		case 2:
			r.do(h, "A", o.amount(h.Balance), 0)
		}
	case trust:
		if o.IntN(3) > 0 { // an order that is executed at many prices, with a note on each
			cents := 900 + o.IntN(9000)
			for left, pieces := n, 1+o.Int64N(int64(o.habits.pieces)); left > 0; pieces-- {
				piece := left
				if pieces > 1 {
					piece = min(left, 1+o.Int64N(2*left/pieces+1))
				}
				left -= piece
				r.do(h, "S", -piece, 0)
				r.priced(cents)
				cents += 100
			}
			return
		}
		n = min(o.amount(shares.Balance), shares.Balance)
		r.do(shares, "G", -n, 0)
		r.do(h, "G", n, 0)
	case fund: // all funds sell together, each its part
		code := pick(o.Rand, "S", "J")
		share := 8 + o.Int64N(40)
		for _, f := range held {
			r.do(f, code, -(f.Balance/share + 1), 0)
		}
	case option:
		r.do(shares, "M", n, 0)
		r.do(h, "M", -n, n)
		if o.IntN(2) == 0 {
			r.do(shares, "S", -n, 0)
		}
	case unit:
		r.do(shares, "M", n, 0)
		r.do(shares, "F", -n/3, 0)
		r.do(h, "M", -n, n)
	}
}

// delay puts a line that was forgotten before into the filing, with the total of its own
// day or with that of its place, or forgets one of this filing. It returns the day of the
// filing's earliest line.
func (o *Owner) delay(r *recorder, first time.Time) time.Time {
	shares := o.Holdings[0]
	if o.overdue == nil {
		if o.IntN(4) == 0 && shares.Balance > 4000 {
			n := o.amount(shares.Balance / 2)
			o.overdue = &event{h: shares, code: "S", change: -n, day: o.Day, after: shares.Balance - n, late: true}
		}
		return first
	}
	if o.IntN(3) == 0 { // not yet
		return first
	}
	late := *o.overdue
	o.overdue = nil
	if o.IntN(2) == 0 { // the running total counts it from its place on
		begin := shares.Balance
		for _, e := range r.events {
			if e.h == shares {
				begin -= e.change
			}
		}
		late.after = begin + late.change
	}
	shares.Balance += late.change
	for i := range r.events {
		if e := &r.events[i]; e.h == shares {
			e.after += late.change
		}
	}
	r.events = append([]event{late}, r.events...)
	return late.day
}

// initial returns a Form 3 of all that is held.
func (o *Owner) initial() *ownership.Filing {
	return o.write(ownership.Form3, nil, o.Day, o.Day.AddDate(0, 0, 6))
}

// annual returns a Form 5 that reports a gift of the year's end. What happens after it
// goes on from there, whenever the form is filed.
func (o *Owner) annual(after time.Time) *ownership.Filing {
	end := time.Date(after.Year(), 12, 31, 0, 0, 0, 0, time.UTC)
	day := after.AddDate(0, 0, max(1, int(end.Sub(after).Hours()/24)/2))
	r := &recorder{Owner: o}
	shares := o.Holdings[0]
	n := min(o.amount(shares.Balance), shares.Balance)
	shares.Balance -= n
	r.events = []event{{h: shares, code: "G", change: -n, day: day, after: shares.Balance}}
	return o.write(ownership.Form5, r.events, end, end.AddDate(0, 0, 40))
}
