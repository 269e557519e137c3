// Honesty measures whether the ledger tells the truth where there is no key of right
// answers, and prints the tables.
//
//	go run ./cmd/honesty [-v] [-n 60] [-seeds 1,2,3] [-only leave-one-out|one-fault] [FOLDER...]
//
// It measures simulated owners, in whose filings no figure is wrong, and each FOLDER, which holds filings as ownership XML. It leaves one filing out at a time and lets that
// one judge what is said then, and it puts one fault at a time into lines that reconcile:
// see package honesty for what is counted.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"filingview/parser"
	"filingview/parser/honesty"
	"filingview/parser/ownership"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintf(os.Stderr, "honesty: %v\n", err)
		os.Exit(1)
	}
}

// options is what is measured and how it is shown.
type options struct {
	out      io.Writer
	verbose  bool
	n        int
	seeds    []uint64
	only     string
	replay   string // a list of faults to make again, as -json writes it
	json     string // a file for all that is judged
	issuers  int    // of the simulated owners
	judged   []any  // so far
	measured []measured
	write    string // a folder for the filings of the simulated owners
}

func run(args []string, out io.Writer) error {
	o := options{out: out}
	flags := flag.NewFlagSet("honesty", flag.ContinueOnError)
	flags.BoolVar(&o.verbose, "v", false, "list all that is judged, not only what is refuted, hidden or wrong")
	flags.IntVar(&o.n, "n", 60, "faults of each kind")
	flags.StringVar(&o.only, "only", "", "leave-one-out or one-fault; both if empty")
	flags.StringVar(&o.replay, "replay", "", "make the faults of this `file` again, as -json wrote it, in place of new ones")
	flags.StringVar(&o.json, "json", "", "write all that is judged to this `file`")
	flags.IntVar(&o.issuers, "issuers", 100, "how many issuers have simulated owners")
	flags.StringVar(&o.write, "write", "", "write the filings of the simulated owners into this `folder` and measure nothing")
	seeds := flags.String("seeds", "1,2,3", "which lines are drawn")
	if err := flags.Parse(args); err != nil {
		return err
	}
	for s := range strings.SplitSeq(*seeds, ",") {
		seed, err := strconv.ParseUint(s, 10, 64)
		if err != nil {
			return fmt.Errorf("-seeds: %w", err)
		}
		o.seeds = append(o.seeds, seed)
	}
	switch o.only {
	case "", "leave-one-out", "one-fault":
	default:
		return fmt.Errorf("-only %s is no measure", o.only)
	}
	if o.write != "" {
		return o.writeSimulated()
	}
	if o.replay == "" && o.issuers > 0 {
		filings, err := honesty.Simulated(o.issuers)
		if err != nil {
			return err
		}
		if err := o.measure("simulated owners", filings, true); err != nil {
			return err
		}
	}
	for _, folder := range flags.Args() {
		filings, err := read(folder)
		if err != nil {
			return err
		}
		if err := o.measure(folder, filings, false); err != nil {
			return fmt.Errorf("%s: %w", folder, err)
		}
	}
	o.summary()
	return o.writeJSON()
}

// writeSimulated writes the filings of the simulated owners into the folder, to be looked at.
func (o *options) writeSimulated() error {
	filings, err := honesty.Simulated(o.issuers)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(o.write, 0o755); err != nil {
		return err
	}
	for _, f := range filings {
		if err := os.WriteFile(filepath.Join(o.write, f.Source.Name), []byte(f.Source.Text), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// read reads the filings of a folder.
func read(folder string) ([]*ownership.Filing, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	var all []*ownership.Filing
	for _, e := range entries {
		if !e.Type().IsRegular() {
			continue
		}
		data, err := os.ReadFile(filepath.Join(folder, e.Name()))
		if err != nil {
			return nil, err
		}
		for f, err := range (parser.Opener{}).Open(e.Name(), data) {
			if err != nil {
				return nil, err
			}
			all = append(all, f)
		}
	}
	return all, nil
}

// measure prints what is measured of some filings. right says that no figure of theirs is
// wrong.
func (o *options) measure(name string, filings []*ownership.Filing, right bool) error {
	m := measured{name: name}
	if o.only != "one-fault" && o.replay == "" {
		began := time.Now()
		left, err := honesty.LeaveOneOut(filings)
		if err != nil {
			return err
		}
		fmt.Fprintf(o.out, "== %s, one filing left out at a time (%.1f s)\n", name, time.Since(began).Seconds())
		if err := left.WriteText(o.out, o.verbose); err != nil {
			return err
		}
		m.AddLeftOut(left)
		for _, j := range left.Judged {
			o.judged = append(o.judged, j)
		}
	}
	if o.only != "leave-one-out" {
		corpus, err := honesty.NewCorpus(filings)
		if err != nil {
			return err
		}
		if err := o.oneFault(&m, corpus); err != nil {
			return err
		}
		if right {
			m.Accused = o.accused(corpus)
		}
	}
	o.measured = append(o.measured, m)
	return nil
}

// measured is what was measured of some filings.
type measured struct {
	name string
	honesty.Figures
}

func (o *options) oneFault(m *measured, corpus *honesty.Corpus) error {
	for _, d := range o.draws() {
		began := time.Now()
		outcome, err := o.faults(corpus, d)
		if err != nil {
			return err
		}
		fmt.Fprintf(o.out, "\n== %s, one fault at a time, seed %d%s (%.1f s)\n", m.name, d.Seed, map[bool]string{true: ", even"}[d.Even], time.Since(began).Seconds())
		if err := outcome.WriteText(o.out, o.verbose); err != nil {
			return err
		}
		m.AddOutcome(outcome)
		for _, f := range outcome.Faults {
			o.judged = append(o.judged, f)
		}
	}
	return nil
}

// accused lists and counts the figures that are called wrong in filings without a wrong one.
func (o *options) accused(corpus *honesty.Corpus) int {
	accused := corpus.Accused()
	fmt.Fprintf(o.out, "\n== simulated owners, as they stand: %d figures are called wrong, and none is\n", len(accused))
	for _, l := range accused {
		fmt.Fprintf(o.out, "FALSE  %s  %s %s: %s\n", l.Rule, l.File, l.Path, l.Explanation)
	}
	return len(accused)
}

// summary writes the figures of all filings beside their goals, if all were measured.
func (o *options) summary() {
	if o.only != "" || o.replay != "" {
		return
	}
	goals := honesty.Goals()
	for _, m := range o.measured {
		fmt.Fprintf(o.out, "\n== %s, the worst draw of faults\n", m.name)
		for i, is := range m.List() {
			goal, mark := goals.List()[i], ""
			if is.Value > goal.Value {
				mark = "  too much"
			}
			fmt.Fprintf(o.out, "%-48s%8s, the goal is %s%s\n", is.What, is, goal, mark)
		}
	}
}

// draws returns every seed, drawn evenly and not.
func (o *options) draws() []honesty.Draw {
	if o.replay != "" {
		return []honesty.Draw{{}}
	}
	var all []honesty.Draw
	for _, seed := range o.seeds {
		all = append(all, honesty.Draw{N: o.n, Seed: seed}, honesty.Draw{N: o.n, Seed: seed, Even: true})
	}
	return all
}

func (o *options) faults(corpus *honesty.Corpus, d honesty.Draw) (*honesty.Outcome, error) {
	if o.replay == "" {
		return corpus.OneFault(d)
	}
	data, err := os.ReadFile(o.replay)
	if err != nil {
		return nil, err
	}
	var faults []honesty.Fault
	if err := json.Unmarshal(data, &faults); err != nil {
		return nil, fmt.Errorf("%s: %w", o.replay, err)
	}
	return corpus.Replay(faults)
}

// writeJSON writes all that was judged, if a file is named for it.
func (o *options) writeJSON() error {
	if o.json == "" {
		return nil
	}
	data, err := json.MarshalIndent(o.judged, "", " ")
	if err != nil {
		return err
	}
	return os.WriteFile(o.json, append(data, '\n'), 0o644)
}
