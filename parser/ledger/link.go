package ledger

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"filingview/parser/internal/cause"
	"filingview/parser/internal/identity"
	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

// links joins the lines of a filing that are about one event: an exercise or
// conversion in both tables, shares withheld from what vested, a transfer between
// two holdings. What does not agree is found.
func (b *builder) links(f *filing) {
	b.exercises(f)
	b.withholding(f)
	b.transfers(f)
}

func exercise(code string) bool { return code == "M" || code == "C" || code == "X" || code == "O" }

func (e *entry) disposed() bool { return e.change.Known && e.change.V.Sign() < 0 }
func (e *entry) acquired() bool { return e.change.Known && e.change.V.Sign() > 0 }

// exercises joins lines of Table II with those of Table I: same date, code and form
// of ownership, shares equal to the underlying ones.
func (b *builder) exercises(f *filing) {
	type event struct {
		date ownership.Date
		code string
		own  ownership.DirectIndirect
	}
	var events []event
	common, derivative := map[event][]*entry{}, map[event][]*entry{}
	for _, e := range f.entries {
		if e.kind != ownership.Transaction || !exercise(e.code) || e.uncounted != 0 {
			continue
		}
		k := event{e.date, e.code, e.id.Own}
		if common[k] == nil && derivative[k] == nil {
			events = append(events, k)
		}
		if e.table == 1 {
			common[k] = append(common[k], e)
		} else {
			derivative[k] = append(derivative[k], e)
		}
	}
	for _, k := range events {
		got, given := common[k], derivative[k]
		if len(got) == 0 || len(given) == 0 {
			continue // cash, or the other side is in another filing
		}
		taken := map[*entry]bool{}
		paired := 0
		for _, d := range given {
			under, ok := d.row.UnderlyingShares.Get()
			if !ok {
				continue
			}
			var best *entry
			for _, c := range got {
				if taken[c] || !c.acquired() || c.change.V.Cmp(under) != 0 {
					continue
				}
				if k.own == ownership.Indirect && c.id.Holder.Like(&d.id.Holder) < identity.Alike {
					continue
				}
				if best == nil || c.price(d) && !best.price(d) {
					best = c
				}
			}
			if best == nil {
				continue
			}
			taken[best] = true
			paired++
			b.exercised(best, d)
		}
		b.exerciseTotals(k.code, got, given, taken, paired)
	}
}

// price reports whether the price of the Table I line is the exercise price.
func (e *entry) price(d *entry) bool {
	p, ok := e.row.Transaction.Price.Get()
	x, okX := d.row.ConversionOrExercisePrice.Get()
	return ok && okX && math.Abs(p.Float()-x.Float()) <= priceTolerance
}

// exercised links the two lines of one exercise and looks at price and sign.
func (b *builder) exercised(c, d *entry) {
	n, shares := wording.Grouped(c.change.V), cause.Count(1, false, c.change.V)
	verb := "exercise"
	if d.code == "C" {
		verb = "conversion"
	}
	link(cause.LinkExercise, c, d, verb, shares)
	if d.acquired() {
		priced := ""
		if c.price(d) {
			priced = fmt.Sprintf(", and the price, %s, is the exercise price", wording.Plain(c.row.Transaction.Price.V))
		}
		// A hint alone: some derivative securities are acquired by an exercise.
		b.findAs(ownership.RuleExerciseLink, ownership.Hint, fmt.Sprintf(
			"This exercise is marked acquired (A) in both tables: the %s underlying shares of Table II are the %s acquired in Table I%s. The derivative securities were likely disposed of (D), which would make the holding before them %s, not %s.",
			n, n, priced, wording.Grouped(sumOf(d.printed.V, d.change.V)), wording.Grouped(d.opening())),
			[]*entry{d, c}, d.filing.cellEvidence(d.cell("transaction.acquiredDisposed")), d.filing.cellEvidence(d.cell("underlyingShares")), c.filing.cellEvidence(c.amount()))
	}
	price, ok := c.row.Transaction.Price.Get()
	strike, okX := d.row.ConversionOrExercisePrice.Get()
	if c.code == "C" || !ok || !okX || price.Sign() == 0 || strike.Sign() == 0 || len(c.row.Transaction.Price.Notes) > 0 || len(d.row.ConversionOrExercisePrice.Notes) > 0 || c.price(d) {
		return
	}
	b.find(ownership.RuleExercisePriceLink, fmt.Sprintf("The price in Table I is %s, but the exercise price in Table II is %s.", wording.Plain(price), wording.Plain(strike)),
		[]*entry{c, d}, c.filing.cellEvidence(c.cell("transaction.price")), d.filing.cellEvidence(d.cell("conversionOrExercisePrice")))
}

func sumOf(a, b ownership.Decimal) ownership.Decimal {
	n, _ := a.Sum(b)
	return n
}

// exerciseTotals compares what was acquired with what was underlying, where lines
// do not pair.
func (b *builder) exerciseTotals(code string, got, given []*entry, taken map[*entry]bool, paired int) {
	if paired == len(given) && len(taken) == len(got) {
		return
	}
	acquired, underlying := ownership.Decimal{}, ownership.Decimal{}
	for _, c := range got {
		if !c.change.Known || !c.acquired() || len(c.row.Transaction.Shares.Notes) > 0 {
			return // a put, or a note on the amount
		}
		acquired = sumOf(acquired, c.change.V)
	}
	for _, d := range given {
		under, ok := d.row.UnderlyingShares.Get()
		title := strings.Fields(d.id.Title)
		if !ok || !d.disposed() || len(d.row.UnderlyingShares.Notes) > 0 || len(d.row.Transaction.Shares.Notes) > 0 ||
			slices.Contains(title, "appreciation") || slices.Contains(title, "sar") || slices.Contains(title, "phantom") {
			return
		}
		if !slices.ContainsFunc(got, func(c *entry) bool { return identity.CompareTitles(c.id.Title, d.id.Underlying) >= identity.Doubtful }) {
			return // its underlying security is another derivative one
		}
		underlying = sumOf(underlying, under)
	}
	off, _ := acquired.Difference(underlying)
	limit := math.Max(1, underlying.Float()*amountTolerance)
	if math.Abs(off.Float()) <= limit {
		for _, d := range given {
			for _, c := range got {
				if !taken[c] {
					link(cause.LinkExercisePart, c, d)
				}
			}
		}
		return
	}
	b.find(ownership.RuleExerciseLink, fmt.Sprintf("%s acquired by code %s in Table I, but %s underlie the lines of Table II.", cause.Shares(acquired), code, wording.Grouped(underlying)),
		slices.Concat(given, got))
}

// withholding joins shares withheld for tax or price (code F) with what vested or
// was exercised on the same day, and bounds them by it.
func (b *builder) withholding(f *filing) {
	for i, first := range f.entries {
		if first.table != 1 || first.code != "F" || !first.disposed() || slices.ContainsFunc(f.entries[:i], func(e *entry) bool {
			return e.code == "F" && e.table == 1 && e.date == first.date && e.id.Own == first.id.Own
		}) {
			continue // the first of the day speaks for all
		}
		withheld, delivered := ownership.Decimal{}, ownership.Decimal{}
		var out, in []*entry
		noted := false
		for _, e := range f.entries {
			if e.table != 1 || e.date != first.date || e.id.Own != first.id.Own || !e.change.Known {
				continue
			}
			switch e.code {
			case "F":
				withheld = sumOf(withheld, e.change.V.Magnitude())
				out = append(out, e)
				noted = noted || e.noted()
			case "M", "A", "X", "C":
				if e.acquired() {
					delivered = sumOf(delivered, e.change.V)
					in = append(in, e)
				}
			}
		}
		if len(in) == 0 {
			continue // for earlier awards that vest: common
		}
		if delivered.Cmp(withheld) >= 0 {
			for _, o := range out {
				for _, e := range in {
					if e.code == "M" || e.code == "X" || len(in) == 1 && noted {
						link(cause.LinkWithheld, o, e)
					}
				}
			}
			continue
		}
		if noted || slices.ContainsFunc(in, func(e *entry) bool { return e.code == "A" }) {
			continue // notes may name earlier awards; a grant does not vest on its day
		}
		b.find(ownership.RuleWithholdBound, fmt.Sprintf("%s withheld, more than the %s delivered on %s.", cause.Shares(withheld), wording.Grouped(delivered), first.date), slices.Concat(out, in))
	}
}

// noted reports whether the line has a note on its code, amount or title.
func (e *entry) noted() bool {
	t := &e.row.Transaction
	return len(t.Code.Notes)+len(t.Shares.Notes)+len(e.row.SecurityTitle.Notes)+len(t.Date.Notes)+len(e.row.SharesFollowing.Notes) > 0
}

// transfers joins two lines of one day that move the same amount from one form or
// holder to another.
func (b *builder) transfers(f *filing) {
	taken := map[*entry]bool{}
	for _, out := range f.entries {
		if !out.disposed() || !transferCode(out.code) || !out.unpriced() {
			continue
		}
		for _, in := range f.entries {
			if taken[in] || !in.acquired() || in.table != out.table || in.date != out.date || in.code != out.code || !in.unpriced() ||
				in.change.V.Cmp(out.change.V.Negated()) != 0 || identity.CompareTitles(in.id.Title, out.id.Title) < identity.Alike {
				continue
			}
			if in.id.Own == out.id.Own && (in.id.Own != ownership.Indirect || in.id.Holder.Like(&out.id.Holder) == identity.Same) {
				continue
			}
			taken[in] = true
			link(cause.LinkTransfer, out, in)
			b.find(ownership.RuleTransferPair, fmt.Sprintf("%s went from %s to %s.", counted(in, in.change.V), accountName(out), accountName(in)), []*entry{out, in})
			break
		}
	}
}

func transferCode(code string) bool { return code == "G" || code == "J" || code == "W" || code == "Z" }

func (e *entry) unpriced() bool {
	p, ok := e.row.Transaction.Price.Get()
	return !ok || p.Sign() == 0
}
