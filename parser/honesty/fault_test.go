package honesty

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"filingview/parser/ownership"
)

// TestFaults: a fault changes one cell or leaves out one row, as its kind says, and the same
// seed draws the same.
func TestFaults(t *testing.T) {
	filings, err := Simulated(6)
	if err != nil {
		t.Fatal(err)
	}
	c, err := NewCorpus(filings)
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	made := map[Kind]int{}
	for i := range c.targets {
		target := &c.targets[i]
		for _, kind := range Kinds() {
			x, ok := target.draw(kind, random)
			if !ok {
				continue
			}
			made[kind]++
			faulty, err := open(target.filing.Source.Name, x.text(target.filing.Source.Text))
			if err != nil {
				t.Fatal(err)
			}
			checkFault(t, kind, target, x, faulty)
		}
	}
	for _, kind := range Kinds() {
		if made[kind] < 50 {
			t.Errorf("of the kind %q there are %d faults", kind, made[kind])
		}
	}
}

func checkFault(t *testing.T, kind Kind, target *target, x change, faulty *ownership.Filing) {
	t.Helper()
	was, is := cellsOf(target.filing), cellsOf(faulty)
	at := target.line.File + " " + target.line.Path
	if kind == MissingRow {
		row, table := row(target.filing, target.line.Path)
		n := len(table)
		if _, now := rowOf(faulty, target.line.Path); len(now) != n-1 || row.Kind != ownership.Transaction {
			t.Errorf("%s: %d rows are left of %d", at, len(now), n)
		}
		return
	}
	var changed []string
	for path, text := range was {
		if is[path] != text {
			changed = append(changed, path+" "+text+" "+is[path])
		}
	}
	cell := map[Kind]string{WrongSign: ".transaction.acquiredDisposed", WrongYear: ".transaction.date"}[kind]
	if kind.ofTotal() {
		cell = ".sharesFollowing"
	}
	if len(changed) != 1 || changed[0] != target.line.Path+cell+" "+x.was+" "+x.now {
		t.Errorf("%s, %s from %s to %s: it changes %v", at, kind, x.was, x.now, changed)
	}
	sorted := func(s string) string { b := []byte(s); slices.Sort(b); return string(b) }
	switch {
	case kind == Transposed && (sorted(x.was) != sorted(x.now) || x.now[0] == '0'),
		kind == Dropped && (len(x.now) != len(x.was)-1 || x.now[0] == '0'),
		kind == WrongYear && (x.was[4:] != x.now[4:] || strings.Compare(x.was, x.now) == 0):
		t.Errorf("%s, %s: from %s to %s", at, kind, x.was, x.now)
	}
}

func rowOf(f *ownership.Filing, path string) (string, []ownership.Row) {
	table, _ := tableOf(path)
	if table == "tableI" {
		return table, f.TableI
	}
	return table, f.TableII
}

func cellsOf(f *ownership.Filing) map[string]string {
	all := map[string]string{}
	for c := range f.Cells() {
		all[c.Path] = c.Raw
	}
	return all
}

// TestOtherFigure: some totals have no place for a fault.
func TestOtherFigure(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, c := range []struct {
		kind      Kind
		n, before string
		want      string // "" if there is none; one of several with | between
	}{
		{Transposed, "1112", "", "1121"}, {Transposed, "1111", "", ""}, {Transposed, "123", "", ""}, {Transposed, "1000", "", ""}, {Transposed, "2000", "", ""}, {Transposed, "2010", "", "2100|2001"},
		{Dropped, "1000", "", "100"}, {Dropped, "1234", "", "234|134|124|123"}, {Dropped, "123", "", ""},
		{OtherTotal, "1234", "900", "900"}, {OtherTotal, "1234", "900.5", "900"}, {OtherTotal, "1234", "1234", ""},
	} {
		for range 20 {
			got, ok := otherFigure(c.kind, c.n, c.before, nil, random)
			if ok != (c.want != "") || ok && !slices.Contains(strings.Split(c.want, "|"), got) {
				t.Errorf("%s of %s: %q, %t; want %q", c.kind, c.n, got, ok, c.want)
			}
		}
	}
}

// TestDraw: the same seed draws the same faults, another one others; even draws from the
// owners in turn; and what was drawn can be made again.
func TestDraw(t *testing.T) {
	filings, err := Simulated(8)
	if err != nil {
		t.Fatal(err)
	}
	c, err := NewCorpus(filings)
	if err != nil {
		t.Fatal(err)
	}
	draw := func(d Draw) *Outcome {
		o, err := c.OneFault(d)
		if err != nil {
			t.Fatal(err)
		}
		if len(o.Faults) != d.N*len(Kinds()) {
			t.Errorf("%+v: there are %d faults", d, len(o.Faults))
		}
		return o
	}
	one := draw(Draw{N: 8, Seed: 1})
	if again := draw(Draw{N: 8, Seed: 1}); !slices.Equal(one.Faults, again.Faults) {
		t.Error("the same seed draws other faults")
	}
	if other := draw(Draw{N: 8, Seed: 2}); slices.Equal(one.Faults, other.Faults) {
		t.Error("another seed draws the same faults")
	}
	owners := map[string]bool{}
	for _, f := range draw(Draw{N: 8, Seed: 1, Even: true}).Faults[:8] {
		for i := range c.targets {
			if c.targets[i].line.File == f.File {
				owners[ownersOf(c.targets[i].filing)[0]] = true
			}
		}
	}
	if len(owners) != 8 {
		t.Errorf("eight faults in turn are of %d owners", len(owners))
	}
	replayed, err := c.Replay(one.Faults)
	if err != nil || !slices.Equal(one.Faults, replayed.Faults) {
		t.Errorf("made again, the faults are others: %v", err)
	}
	one.Faults[0].Path = "tableI[99]"
	if _, err := c.Replay(one.Faults); err == nil {
		t.Error("a fault in a line that is not there is made again")
	}
}
