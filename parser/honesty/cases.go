package honesty

import (
	"encoding"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"filingview/parser/ownership"
	"filingview/parser/report"
)

// Case is some invented filings and what is expected of them.
type Case struct {
	Name     string
	filings  []*ownership.Filing
	expected []expectation
}

// expectation is a line of EXPECTED.tsv after the name of its case.
type expectation struct {
	kind   string
	places []report.Place
	states []string       // or strengths
	never  *regexp.Regexp // nil if there is none
	rule   string         // that must not be found
}

// ReadCases reads the cases of a folder: EXPECTED.tsv and one folder a case with its
// filings, *.xml. EXPECTED.tsv begins with a line of heads and has seven columns: the case;
// what is expected; files and paths; the states that are right, with | between; what must
// not be said; what should be said, for people.
//
//	line         the state of a line, and a regular expression that its sentence must not match
//	rule         a regular expression that the rule of a line must not match
//	strength     how sure a line's explanation is, if it has one, in the place of the states
//	one account  lines, their files and paths in step, that belong into one account
//	no finding   a rule that must not be found
//	no account   a regular expression that no account may match, as "holder|opening|closing";
//	             an amount that is not known is None
//
// An error names the line that cannot be read, or the case that has no filings or nothing
// that is expected.
func ReadCases(folder fs.FS) ([]Case, error) {
	const name = "EXPECTED.tsv"
	data, err := fs.ReadFile(folder, name)
	if err != nil {
		return nil, err
	}
	var cases []Case
	at := map[string]int{}
	n := 0
	for line := range strings.Lines(string(data)) {
		if n++; n == 1 {
			continue
		}
		cells := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		if len(cells) != 7 {
			return nil, fmt.Errorf("%s:%d: there are %d columns, not 7", name, n, len(cells))
		}
		x, err := newExpectation(cells[1:])
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n, err)
		}
		i, ok := at[cells[0]]
		if !ok {
			i = len(cases)
			at[cells[0]] = i
			c := Case{Name: cells[0]}
			if c.filings, err = readCase(folder, c.Name); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", name, n, err)
			}
			cases = append(cases, c)
		}
		cases[i].expected = append(cases[i].expected, x)
	}
	entries, err := fs.ReadDir(folder, ".")
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		if _, ok := at[e.Name()]; e.IsDir() && !ok {
			return nil, fmt.Errorf("%s says nothing of %s", name, e.Name())
		}
	}
	return cases, nil
}

func newExpectation(cells []string) (expectation, error) {
	x := expectation{kind: cells[0]}
	files, paths := strings.Fields(cells[1]), strings.Fields(cells[2])
	if len(files) != len(paths) {
		return x, fmt.Errorf("there are %d files and %d paths", len(files), len(paths))
	}
	for i := range files {
		x.places = append(x.places, report.Place{File: files[i], Path: paths[i]})
	}
	if cells[3] != "" {
		x.states = strings.Split(cells[3], "|")
	}
	for _, s := range x.states {
		var known encoding.TextUnmarshaler = new(ownership.LineState)
		if x.kind == "strength" {
			known = new(ownership.Strength)
		}
		if err := known.UnmarshalText([]byte(s)); err != nil {
			return x, err
		}
	}
	switch {
	case (x.kind == "line" || x.kind == "strength") && len(x.places) == 1 && len(x.states) > 0:
	case x.kind == "rule" && len(x.places) == 1 && cells[4] != "":
	case x.kind == "one account" && len(x.places) > 1:
	case x.kind == "no account" && cells[4] != "":
	case x.kind == "no finding":
		x.rule = cells[4]
		if _, ok := ownership.RuleNamed(x.rule); !ok {
			return x, fmt.Errorf("no rule has the name %q", x.rule)
		}
		return x, nil
	default:
		return x, fmt.Errorf("%q cannot be expected of that", x.kind)
	}
	if cells[4] == "" {
		return x, nil
	}
	var err error
	x.never, err = regexp.Compile(cells[4])
	return x, err
}

// readCase reads the filings of a case.
func readCase(folder fs.FS, name string) ([]*ownership.Filing, error) {
	files, err := fs.Glob(folder, path.Join(name, "*.xml"))
	if err != nil {
		return nil, err
	}
	var all []*ownership.Filing
	for _, file := range files {
		data, err := fs.ReadFile(folder, file)
		if err != nil {
			return nil, err
		}
		f, err := open(path.Base(file), string(data))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		all = append(all, f)
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("the case %q has no filings", name)
	}
	return all, nil
}

// Wrong reconciles the filings of the case and says what is not as it is expected, a
// sentence each. An error would be one of this program.
func (c *Case) Wrong() ([]string, error) {
	l, err := newLedger(c.filings)
	if err != nil {
		return nil, err
	}
	var wrong []string
	for _, x := range c.expected {
		wrong = append(wrong, x.wrong(l)...)
	}
	return wrong, nil
}

func (x *expectation) wrong(l *ledger) []string {
	var wrong []string
	say := func(format string, a ...any) { wrong = append(wrong, fmt.Sprintf(format, a...)) }
	var accounts []string
	for _, at := range x.places {
		line := l.lines[at]
		if line == nil {
			say("%s %s is not there", at.File, at.Path)
			continue
		}
		accounts = append(accounts, line.Account)
		states := strings.Join(x.states, " or ")
		switch {
		case x.kind == "line" && !slices.Contains(x.states, line.State.String()):
			say("%s %s is %s, not %s", at.File, at.Path, line.State, states)
		case x.kind == "strength" && line.State == ownership.Explained && !slices.Contains(x.states, line.Strength.String()):
			say("%s %s is %s, not %s: %s", at.File, at.Path, line.Strength, states, line.Explanation)
		case x.kind == "rule" && x.never.MatchString(line.Rule.String()):
			say("%s %s is decided by %s: %s", at.File, at.Path, line.Rule, line.Explanation)
		}
		if x.kind == "line" && x.never != nil && x.never.MatchString(line.Explanation) {
			say("%s %s says: %s", at.File, at.Path, line.Explanation)
		}
	}
	switch x.kind {
	case "one account":
		slices.Sort(accounts)
		if n := len(slices.Compact(accounts)); n > 1 {
			var places []string
			for _, at := range x.places {
				places = append(places, at.File+" "+at.Path)
			}
			say("%d accounts for %s", n, strings.Join(places, ", "))
		}
	case "no finding":
		for _, f := range l.Findings {
			if f.Rule.String() == x.rule {
				say("%s: %s", f.Rule, f.Message)
			}
		}
	case "no account":
		for _, a := range l.Accounts {
			if s := a.Holder + "|" + amount(a.Opening) + "|" + amount(a.Closing); x.never.MatchString(s) {
				say("account %s", s)
			}
		}
	}
	return wrong
}

func amount(a ownership.Amount) string {
	if !a.Known {
		return "None"
	}
	return a.String()
}
