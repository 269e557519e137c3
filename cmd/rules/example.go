package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"filingview/parser"
	"filingview/parser/ledger"
	"filingview/parser/ownership"
)

// example is a case of a rule: the filings of one file, or of a folder of files that are
// reconciled together.
type example struct {
	name    string   // fires, nearly-2, …
	files   []string // below the root of the module
	filings []*ownership.Filing
	ledger  *ownership.Ledger // nil for a rule on one filing
}

// Where the cases of the rules lie: of those on one filing a file each, of those on
// accounts, links and several filings a folder each.
const (
	filingCases = "parser/testdata/rule"
	ledgerCases = "parser/ledger/testdata/rule"
)

// examples returns the cases of a rule, read and reconciled. Where both have a case, as
// for a rule that two of them go by, those on one filing come first.
func examples(root string, r ownership.Rule) ([]*example, error) {
	var all []*example
	for _, cases := range [...]string{filingCases, ledgerCases} {
		entries, err := os.ReadDir(filepath.Join(root, filepath.FromSlash(cases), r.String()))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		for _, entry := range entries {
			name := entry.Name()
			if !strings.HasPrefix(name, "fires") && !strings.HasPrefix(name, "nearly") {
				continue
			}
			e := &example{name: strings.TrimSuffix(name, path.Ext(name)), files: []string{path.Join(cases, r.String(), name)}}
			if entry.IsDir() {
				if e.files, err = filesOf(root, e.files[0]); err != nil {
					return nil, err
				}
			}
			if err := e.read(root); err != nil {
				return nil, err
			}
			if cases == ledgerCases {
				e.ledger = ledger.Reconcile(e.filings)
			}
			all = append(all, e)
		}
	}
	return all, nil
}

// filesOf lists the files of a folder below the root.
func filesOf(root, folder string) ([]string, error) {
	entries, err := os.ReadDir(filepath.Join(root, filepath.FromSlash(folder)))
	if err != nil {
		return nil, err
	}
	var all []string
	for _, e := range entries {
		all = append(all, path.Join(folder, e.Name()))
	}
	return all, nil
}

// read opens the files. A filing is called by the name of its file.
func (e *example) read(root string) error {
	for _, file := range e.files {
		data, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(file)))
		if err != nil {
			return err
		}
		for f, err := range parser.Open(path.Base(file), data) {
			if err != nil {
				return fmt.Errorf("%s: %w", file, err)
			}
			e.filings = append(e.filings, f)
		}
	}
	return nil
}

// fires reports whether the case is one of which the rule speaks, by its name.
func (e *example) fires() bool { return strings.HasPrefix(e.name, "fires") }

// said is what is said of an example by a rule.
type said struct {
	filing []*ownership.Finding // of one filing
	ledger []*ownership.LedgerFinding
	lines  []*ownership.Line
}

func (s *said) nothing() bool { return len(s.filing) == 0 && len(s.ledger) == 0 && len(s.lines) == 0 }

// by gathers what a rule says. A rule that warns also stands on the lines that keep to
// it; it speaks only by its findings and by lines that do not.
func (e *example) by(r ownership.Rule) said {
	var s said
	if e.ledger == nil {
		for _, f := range e.filings {
			for i := range f.Findings {
				if f.Findings[i].Rule == r {
					s.filing = append(s.filing, &f.Findings[i])
				}
			}
		}
		return s
	}
	for i := range e.ledger.Findings {
		if e.ledger.Findings[i].Rule == r {
			s.ledger = append(s.ledger, &e.ledger.Findings[i])
		}
	}
	for i := range e.ledger.Accounts {
		lines := e.ledger.Accounts[i].Lines
		for j := range lines {
			if l := &lines[j]; decides(r, l) {
				s.lines = append(s.lines, l)
			}
		}
	}
	return s
}

// decides reports whether the rule decided a line, or why it is not counted, or links it
// to another.
func decides(r ownership.Rule, l *ownership.Line) bool {
	if r.Severity() >= ownership.Warning {
		return l.Rule == r && (l.State == ownership.Explained || l.State == ownership.CannotBeTested)
	}
	if l.Rule == r || l.Uncounted == r {
		return true
	}
	for _, k := range l.Links {
		if k.Rule == r {
			return true
		}
	}
	return false
}
