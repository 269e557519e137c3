package honesty

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"slices"
	"strings"

	"filingview/parser"
	"filingview/parser/ownership"
	"filingview/parser/report"
)

// Draw says which faults are made.
type Draw struct {
	N    int    // faults of each kind
	Seed uint64 // which lines are drawn
	// Even draws from the owners in turn; without it an owner with many lines is drawn
	// as often as it has them.
	Even bool
}

// Outcome is what is said of faults.
type Outcome struct {
	Filings int
	Lines   int // that a fault can be put into
	Faults  []Fault
}

// Fault is one fault in one line and what is said of it.
type Fault struct {
	Kind Kind   `json:"kind"`
	File string `json:"file"`
	Path string `json:"path"`
	Was  string `json:"was"` // as filed
	Now  string `json:"now"` // with the fault
	Said Said   `json:"said"`
	// Named reports whether the fault is named, whatever else is said.
	Named bool `json:"named"`
	// Elsewhere reports whether a line is left open that is neither the fault's nor the
	// next of its account.
	Elsewhere bool   `json:"elsewhere"`
	Text      string `json:"text"` // of what is said
}

// Count returns how many faults of a kind hold what is asked; of all kinds for "".
func (o *Outcome) Count(kind Kind, holds func(*Fault) bool) int {
	n := 0
	for i := range o.Faults {
		if f := &o.Faults[i]; (kind == "" || f.Kind == kind) && holds(f) {
			n++
		}
	}
	return n
}

// Hidden returns the share of the faults that are hidden, from 0 to 1.
func (o *Outcome) Hidden() float64 {
	return o.share(o.Count("", func(f *Fault) bool { return f.Said.isHidden() }))
}

// Misexplained returns the share of the faults that something else is said of, while they
// are not named, from 0 to 1.
func (o *Outcome) Misexplained() float64 {
	return o.share(o.Count("", func(f *Fault) bool { return f.Said == Wrong && !f.Named }))
}

func (o *Outcome) share(n int) float64 { return float64(n) / float64(max(1, len(o.Faults))) }

// Corpus is filings that faults are put into. It can be drawn from again and again.
type Corpus struct {
	filings int
	issuers []issuer
	targets []target
}

// NewCorpus reconciles the filings, issuer by issuer. An error would be one of this
// program.
func NewCorpus(filings []*ownership.Filing) (*Corpus, error) {
	issuers, err := byIssuer(filings)
	if err != nil {
		return nil, err
	}
	return &Corpus{len(filings), issuers, targets(issuers)}, nil
}

// Accused returns the lines of which the ledger says that a printed figure is wrong, as the
// filings stand. Of filings without a wrong figure, as [Simulated] makes them, each is a
// false accusation.
func (c *Corpus) Accused() []report.Line {
	var all []report.Line
	for i := range c.issuers {
		for _, l := range c.issuers[i].ledger.Lines {
			if l.State == ownership.Explained && accuses(&l) {
				all = append(all, l)
			}
		}
	}
	return all
}

// drawn is a fault and the line that it is put into.
type drawn struct {
	kind Kind
	*target
	change
}

// OneFault draws faults, puts one at a time into a copy of its filing, and says what the
// ledger says then. The same seed draws the same faults from the same filings.
func (c *Corpus) OneFault(d Draw) (*Outcome, error) {
	var all []drawn
	for _, kind := range Kinds() {
		hash := fnv.New64a()
		hash.Write([]byte(kind))
		random := rand.New(rand.NewPCG(d.Seed, hash.Sum64()))
		n := 0
		for _, t := range c.shuffled(random, d.Even) {
			if n == d.N {
				break
			}
			if x, ok := t.draw(kind, random); ok {
				all = append(all, drawn{kind, t, x})
				n++
			}
		}
	}
	return c.outcome(all)
}

// shuffled returns the targets in another order; if even, those of each owner in turn.
func (c *Corpus) shuffled(random *rand.Rand, even bool) []*target {
	type placed struct {
		*target
		turn int
	}
	all := make([]placed, len(c.targets))
	turns := map[string]int{}
	for i, j := range random.Perm(len(c.targets)) {
		t := &c.targets[j]
		all[i].target = t
		if even {
			owner := plainCIK(t.filing.Issuer.CIK.V) + " " + strings.Join(ownersOf(t.filing), " ")
			turns[owner]++
			all[i].turn = turns[owner]
		}
	}
	slices.SortStableFunc(all, func(a, b placed) int { return cmp.Compare(a.turn, b.turn) })
	out := make([]*target, len(all))
	for i := range all {
		out[i] = all[i].target
	}
	return out
}

// Replay makes faults that were drawn before, by their kind, place and the figure that
// they put there. What was said of them then is not looked at.
func (c *Corpus) Replay(faults []Fault) (*Outcome, error) {
	at := map[report.Place]*target{}
	for i := range c.targets {
		at[placeOf(c.targets[i].line)] = &c.targets[i]
	}
	var all []drawn
	for _, f := range faults {
		t := at[report.Place{File: f.File, Path: f.Path}]
		if t == nil {
			return nil, fmt.Errorf("%s %s is no line that a fault can be seen in", f.File, f.Path)
		}
		x, ok := t.draw(f.Kind, rand.New(rand.NewPCG(1, 1)))
		if !ok || x.was != f.Was {
			return nil, fmt.Errorf("%s %s: no fault of the kind %q can take away %s", f.File, f.Path, f.Kind, f.Was)
		}
		x.now = f.Now
		all = append(all, drawn{f.Kind, t, x})
	}
	return c.outcome(all)
}

// outcome makes the faults and says what is said of them.
func (c *Corpus) outcome(all []drawn) (*Outcome, error) {
	o := &Outcome{c.filings, len(c.targets), make([]Fault, len(all))}
	err := inParallel(len(all), func(i int) (err error) {
		o.Faults[i], err = all[i].fault()
		return err
	})
	return o, err
}

// fault reconciles the issuer's filings with the fault in one of them.
func (d *drawn) fault() (Fault, error) {
	faulty, err := open(d.filing.Source.Name, d.change.text(d.filing.Source.Text))
	if err != nil {
		return Fault{}, err
	}
	filings := slices.Clone(d.in.filings)
	filings[slices.Index(filings, d.filing)] = faulty
	now, err := newLedger(filings)
	if err != nil {
		return Fault{}, err
	}
	t := trial{kind: d.kind, was: d.was, key: placeOf(d.line), behind: d.behind, base: d.in.ledger, now: now}
	f := Fault{Kind: d.kind, File: d.line.File, Path: d.line.Path, Was: d.was, Now: d.now}
	f.Said, f.Text, f.Named, f.Elsewhere = t.verdict()
	return f, nil
}

// open reads the one filing of a text.
func open(name, text string) (*ownership.Filing, error) {
	var found *ownership.Filing
	for f, err := range (parser.Opener{}).Open(name, []byte(text)) {
		if err != nil {
			return nil, err
		}
		if found != nil {
			return nil, fmt.Errorf("%s: there are several filings in it", name)
		}
		found = f
	}
	return found, nil
}
