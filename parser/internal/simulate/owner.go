// Package simulate makes reporting owners for tests and measures, and the filings that
// they would make: they buy, sell, exercise, vest and give for some years and report it in
// the ways that filers have. All names in it are invented. The same seed makes the same
// filings.
package simulate

import (
	"math/rand/v2"
	"slices"
	"time"

	"filingview/parser/ownership"
)

// Style is how an owner prints totals.
type Style int

// The styles.
const (
	Running     Style = iota // each line has the total after it
	Final                    // each line has the total after the last
	Daily                    // each line has the total at the end of its day
	NewestFirst              // the lines stand in the reverse order
)

// Party is an issuer or an owner.
type Party struct{ CIK, Name string }

// Owner is a reporting owner, or several who file together, of one issuer.
type Owner struct {
	*rand.Rand
	Issuer Party
	Owners []Party
	// Holdings are all that is held. The first is the direct holding of common stock.
	Holdings []*Holding
	Style    Style
	Day      time.Time // of the last event
	Prefix   string    // of the names of files

	// Rows counts the lines that were reported, Used holds the holdings that they are of.
	Rows int
	Used map[*Holding]bool

	act     func(o *Owner, r *recorder) // does something and reports it
	habits  habits
	overdue *event // a transaction that was not reported in time
	files   int
}

// Holding is one account: a class or series of securities in one form of ownership.
type Holding struct {
	Table int // 1 or 2
	Title string
	// Nature of ownership; "" is direct.
	Nature string
	// Notes are cited at the nature of ownership, in Table II at the exercise date.
	Notes          []string
	Strike, Expiry string // of an option
	Balance        int64
	kind           kind
}

// kind is what can happen to a holding.
type kind int

const (
	common kind = iota
	trust
	fund
	option
	unit
)

// event is a transaction.
type event struct {
	h      *Holding
	code   string
	change int64
	under  int64 // underlying shares
	day    time.Time
	after  int64 // the total that is printed
	late   bool
	cents  int // the price; none if 0
}

// recorder gathers the transactions of one filing.
type recorder struct {
	*Owner
	events []event
}

// do changes a balance and reports it.
func (r *recorder) do(h *Holding, code string, change, under int64) {
	h.Balance += change
	r.events = append(r.events, event{h: h, code: code, change: change, under: under, day: r.Day, after: h.Balance})
}

// priced gives the last transaction a price, with a note on the range that it is of.
func (r *recorder) priced(cents int) { r.events[len(r.events)-1].cents = cents }

// New returns an owner of shares, two trusts, a partnership, options and units, each told
// apart by words, who reports in time. Nothing is wrong in these filings.
func New(seed uint64) *Owner {
	o := &Owner{Rand: rand.New(rand.NewPCG(seed, 7)), Day: time.Date(2019, 3, 4, 0, 0, 0, 0, time.UTC), Used: map[*Holding]bool{},
		Issuer: Party{"0009990001", "Lantern Works Inc."}, Owners: []Party{{"0009990002", "Nightingale Ada"}}, Prefix: "simulated", act: plain}
	o.Style = Style(o.IntN(4))
	o.Holdings = []*Holding{
		{Table: 1, Title: "Common Stock", Balance: 50_000 + o.Int64N(90_000)},
		{Table: 1, Title: "Common Stock", Nature: "By Trust", Notes: []string{"Shares are held by the Nightingale 2015 Family Trust, of which the reporting person is trustee."}, Balance: 20_000 + o.Int64N(90_000)},
		{Table: 1, Title: "Common Stock", Nature: "By Trust", Notes: []string{"Shares are held by the Nightingale Children's Trust dated May 3, 2011."}, Balance: 20_000 + o.Int64N(90_000)},
		{Table: 1, Title: "Common Stock", Nature: "By Nightingale Partners II, L.P.", Balance: 200_000 + o.Int64N(90_000)},
		{Table: 2, Title: "Stock Option (right to buy)", Strike: "12.50", Expiry: "2027-02-01", Balance: 100_000 + o.Int64N(9_000)},
		{Table: 2, Title: "Stock Option (right to buy)", Strike: "31.20", Expiry: "2029-02-01", Balance: 100_000 + o.Int64N(9_000)},
		{Table: 2, Title: "Restricted Stock Units", Notes: []string{"The units vest in equal installments from March 1, 2019."}, Balance: 60_000 + o.Int64N(5_000)},
		{Table: 2, Title: "Restricted Stock Units", Notes: []string{"The units vest in equal installments from March 1, 2020."}, Balance: 60_000 + o.Int64N(5_000)},
	}
	return o
}

func (o *Owner) amount(most int64) int64 { return 100 + o.Int64N(max(1, most/40)) }

// plain is what the owner of New does.
func plain(o *Owner, r *recorder) {
	shares := o.Holdings[0]
	switch o.IntN(6) {
	case 0:
		r.do(shares, "P", o.amount(shares.Balance), 0)
	case 1:
		r.do(shares, "S", -o.amount(shares.Balance), 0)
	case 2:
		h := o.Holdings[4+o.IntN(2)]
		n := o.amount(h.Balance)
		r.do(h, "M", -n, n)
		r.do(shares, "M", n, 0)
	case 3:
		h := o.Holdings[6+o.IntN(2)]
		n := o.amount(h.Balance)
		r.do(h, "M", -n, n)
		r.do(shares, "M", n, 0)
		r.do(shares, "F", -n/3, 0)
	case 4:
		n := o.amount(shares.Balance)
		r.do(shares, "G", -n, 0)
		r.do(o.Holdings[1], "G", n, 0)
	case 5:
		r.do(o.Holdings[3], "S", -o.amount(o.Holdings[3].Balance), 0)
	}
}

// Filings returns the owner's next filings, n of them without those of Form 3 and 5.
func (o *Owner) Filings(n int) []*ownership.Filing {
	var all []*ownership.Filing
	if o.habits.initial {
		all = append(all, o.initial())
	}
	for range n {
		before := o.Day
		o.Day = o.Day.AddDate(0, 0, 5+o.IntN(60))
		if o.habits.annual && o.Day.Year() > before.Year() {
			all = append(all, o.annual(before))
		}
		all = append(all, o.filing())
	}
	return all
}

// filing returns a Form 4 of what happens now.
func (o *Owner) filing() *ownership.Filing {
	r := &recorder{Owner: o}
	first := o.Day
	for range 1 + o.IntN(5) {
		o.act(o, r)
		if o.IntN(3) == 0 {
			o.Day = o.Day.AddDate(0, 0, 1)
		}
	}
	o.restyle(r.events)
	if o.habits.late {
		first = o.delay(r, first)
	}
	return o.write(ownership.Form4, r.events, first, o.Day.AddDate(0, 0, 1))
}

// restyle gives the lines the totals that the owner's style shows.
func (o *Owner) restyle(events []event) {
	switch o.Style {
	case Final:
		for i := range events {
			events[i].after = events[i].h.Balance
		}
	case Daily:
		for i := range events {
			for _, e := range events[i:] {
				if e.h == events[i].h && e.day.Equal(events[i].day) {
					events[i].after = e.after
				}
			}
		}
	case NewestFirst:
		slices.Reverse(events)
	}
}
