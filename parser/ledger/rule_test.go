package ledger_test

import (
	"bytes"
	"cmp"
	"embed"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"filingview/parser"
	"filingview/parser/ledger"
	"filingview/parser/ownership"
)

var update = flag.Bool("update", false, "write the goldens anew; read every change before it is committed")

// The suite also runs in a browser, where there are no files.
//
//go:embed testdata
var testdata embed.FS

// later says of the rules on accounts, links and several filings that have no
// folder under testdata/rule why not.
var later = map[string]string{
	"last-only-total": "XML must print every total; comes with the readers of text and prints",
	"total-row":       "XML has no line of totals; comes with the readers of text and prints",
}

// broken are the rules whose name also stands on lines that hold them and on links
// between lines that agree: such a rule fires only by a finding.
var broken = map[ownership.Rule]bool{
	ownership.RuleRunningBalance: true, ownership.RuleRollForward: true, ownership.RuleDerivFollowing: true, ownership.RuleValueChain: true,
	ownership.RuleHoldingVsChain: true, ownership.RuleExerciseLink: true, ownership.RuleWithholdBound: true,
}

// TestRuleCases runs every folder of testdata/rule. Its folders fires* hold filings
// of which the ledger must say something by that rule, nearly* some that differ
// little and of which it must not. ledger.golden holds all that is said, read by a
// person.
func TestRuleCases(t *testing.T) {
	folders, err := fs.ReadDir(testdata, "testdata/rule")
	if err != nil {
		t.Fatal(err)
	}
	for _, folder := range folders {
		t.Run(folder.Name(), func(t *testing.T) {
			rule, ok := ownership.RuleNamed(folder.Name())
			if !ok {
				t.Fatalf("no rule has the name of the folder %s", folder.Name())
			}
			var b bytes.Buffer
			fires, nearly := 0, 0
			for _, name := range ruleCases(t, folder.Name()) {
				l := ledger.Reconcile(filingsOf(t, path.Join("testdata/rule", folder.Name(), name)))
				render(&b, name, l)
				said := speaks(l, rule)
				switch {
				case strings.HasPrefix(name, "fires"):
					if fires++; !said {
						t.Errorf("%s: nothing is said by this rule", name)
					}
				case strings.HasPrefix(name, "nearly"):
					if nearly++; said {
						t.Errorf("%s: something is said by this rule; the case shows where it ends", name)
					}
				default:
					t.Errorf("%s: a case is called fires… or nearly…", name)
				}
			}
			if fires == 0 || nearly == 0 {
				t.Errorf("%d cases fire and %d nearly do; want at least one of each", fires, nearly)
			}
			compareGolden(t, path.Join("testdata/rule", folder.Name(), "ledger.golden"), b.Bytes())
		})
	}
}

func ruleCases(t *testing.T, rule string) []string {
	t.Helper()
	entries, err := fs.ReadDir(testdata, path.Join("testdata/rule", rule))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		if e.IsDir() {
			names = append(names, e.Name())
		}
	}
	return names
}

// filingsOf opens the files of a folder of testdata.
func filingsOf(t testing.TB, folder string) []*ownership.Filing {
	t.Helper()
	entries, err := fs.ReadDir(testdata, folder)
	if err != nil {
		t.Fatal(err)
	}
	var all []*ownership.Filing
	for _, e := range entries {
		data, err := testdata.ReadFile(path.Join(folder, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		for f, err := range parser.Open(e.Name(), data) {
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, f)
		}
	}
	return all
}

// speaks reports whether the ledger says anything by the rule.
func speaks(l *ownership.Ledger, rule ownership.Rule) bool {
	if slices.ContainsFunc(l.Findings, func(f ownership.LedgerFinding) bool { return f.Rule == rule }) {
		return true
	}
	if broken[rule] {
		return false
	}
	for _, a := range l.Accounts {
		for _, line := range a.Lines {
			if line.Rule == rule || line.Uncounted == rule || slices.ContainsFunc(line.Links, func(k ownership.Link) bool { return k.Rule == rule }) {
				return true
			}
		}
	}
	return false
}

// render writes accounts, lines and findings for a reader:
//
//	1.xml tableI[0] reconciled roll-forward | printed 9000, computed 9000, off by 0 | It goes on …
func render(b *bytes.Buffer, name string, l *ownership.Ledger) {
	fmt.Fprintf(b, "%s\n", name)
	place := func(filing int, path string) string { return l.Filings[filing].Name + " " + path }
	for _, f := range l.Filings {
		switch {
		case f.SameAs >= 0:
			fmt.Fprintf(b, "  %s repeats %s\n", f.Name, l.Filings[f.SameAs].Name)
		case f.Amends >= 0:
			fmt.Fprintf(b, "  %s amends %s: %d replaced, %d added, %d kept, %d ambiguous\n", f.Name, l.Filings[f.Amends].Name, f.Replaced, f.Added, f.Kept, f.Ambiguous)
		case f.JointWith >= 0:
			fmt.Fprintf(b, "  %s is joint with %s\n", f.Name, l.Filings[f.JointWith].Name)
		}
	}
	for i := range l.Accounts {
		a := &l.Accounts[i]
		fmt.Fprintf(b, "  account: Table %d, %s, %s", a.Table, a.Title, a.Ownership)
		for _, s := range []string{a.ConversionOrExercisePrice, a.ExpirationDate, a.Holder} {
			if s != "" {
				fmt.Fprintf(b, ", %s", s)
			}
		}
		fmt.Fprintf(b, ": from %s to %s %s\n", a.Opening, a.Closing, a.Unit)
		for _, line := range a.Lines {
			fmt.Fprintf(b, "    %s %s %s", place(line.Filing, line.Path), line.State, line.Rule)
			if line.Uncounted != 0 {
				fmt.Fprintf(b, ", not counted by %s", line.Uncounted)
			}
			fmt.Fprintf(b, " | printed %s, computed %s, off by %s | %s\n", orNone(line.Printed), orNone(line.Computed), orNone(line.Residual), line.Explanation)
			for _, e := range line.Evidence {
				fmt.Fprintf(b, "      evidence %s", place(e.Filing, e.Path))
				if e.Words != "" {
					fmt.Fprintf(b, " %q", e.Words)
				}
				b.WriteByte('\n')
			}
			for _, k := range line.Links {
				fmt.Fprintf(b, "      %s to %s: %s\n", k.Rule, place(k.To.Filing, k.To.Path), k.Says)
			}
		}
	}
	for _, f := range l.Findings {
		fmt.Fprintf(b, "  %s %s: %s\n", f.Severity, f.Rule, f.Message)
		for _, r := range f.Lines {
			fmt.Fprintf(b, "    %s\n", place(r.Filing, r.Path))
		}
	}
}

func orNone(a ownership.Amount) string { return cmp.Or(a.String(), "none") }

func compareGolden(t *testing.T, name string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(filepath.FromSlash(name), got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := testdata.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("no golden; go test ./parser/ledger -run RuleCases -update writes it. Have:\n%s", got)
	}
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Equal(want, got) {
		return
	}
	a, b := strings.Split(string(want), "\n"), strings.Split(string(got), "\n")
	for i := range max(len(a), len(b)) {
		switch {
		case i >= len(a):
			t.Errorf("line %d: have %q after the end of the golden", i+1, b[i])
		case i >= len(b):
			t.Errorf("line %d: want %q, have nothing", i+1, a[i])
		case a[i] != b[i]:
			t.Errorf("line %d:\nwant %s\nhave %s", i+1, a[i], b[i])
		}
	}
}

// TestRulesHaveCases: every rule of the book on accounts, links and several
// filings, and every rule that the source names, has its folder.
func TestRulesHaveCases(t *testing.T) {
	want := map[string]string{}
	for _, r := range ownership.Rules() {
		if s := r.Scope(); s == "bucket" || s == "link" || s == "cross-filing" {
			want[r.String()] = "the catalogue"
		}
	}
	if runtime.GOOS != "js" { // a browser has no source files
		for name, file := range rulesInSource(t) {
			want[name] = file
		}
	}
	for rule, by := range want {
		_, err := fs.Stat(testdata, path.Join("testdata/rule", rule))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			t.Fatal(err)
		}
		switch why := later[rule]; {
		case err != nil && why == "":
			t.Errorf("testdata/rule/%s is not there; %s names the rule", rule, by)
		case err == nil && why != "":
			t.Errorf("testdata/rule/%s is there, but the rule is listed as one to come: %s", rule, why)
		}
	}
}

// rulesInSource returns the rules that the source names, each with its file.
func rulesInSource(t *testing.T) map[string]string {
	t.Helper()
	catalogue, err := os.ReadFile(filepath.FromSlash("../ownership/rule_catalogue.go"))
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]string{} // by constant
	for _, m := range regexp.MustCompile(`(?m)^\t(Rule\w+): +\{"([^"]+)"`).FindAllStringSubmatch(string(catalogue), -1) {
		names[m[1]] = m[2]
	}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`ownership\.(Rule[A-Z]\w*)`).FindAllStringSubmatch(string(source), -1) {
			found[names[m[1]]] = file
		}
	}
	if len(found) < 20 {
		t.Errorf("found only %d rules; are they named in another way now?", len(found))
	}
	return found
}

// TestSaidHasRules: all that is said in the cases is said by rules of the
// catalogue, points at cells that are there, and quotes notes as they stand.
func TestSaidHasRules(t *testing.T) {
	folders, err := fs.ReadDir(testdata, "testdata/rule")
	if err != nil {
		t.Fatal(err)
	}
	for _, folder := range folders {
		for _, name := range ruleCases(t, folder.Name()) {
			filings := filingsOf(t, path.Join("testdata/rule", folder.Name(), name))
			for _, wrong := range unsound(ledger.Reconcile(filings), filings) {
				t.Errorf("%s/%s: %s", folder.Name(), name, wrong)
			}
		}
	}
}

// TestLikelyIsSaid: what is likely and not proved is said to be, and what is proved is not
// called likely.
func TestLikelyIsSaid(t *testing.T) {
	eachSet(t, func(t *testing.T, filings []*ownership.Filing) {
		for _, wrong := range unsound(ledger.Reconcile(filings), filings) {
			t.Error(wrong)
		}
	})
}

// quoted is what a sentence quotes of a note.
var quoted = regexp.MustCompile("“[^”]*”")

// unsound lists what is wrong with what a ledger says, whatever it says.
func unsound(l *ownership.Ledger, filings []*ownership.Filing) []string {
	var wrong []string
	cells := map[int]map[string]string{} // by filing of the ledger: path to text
	text := func(filing int, path string) (string, bool) {
		if cells[filing] == nil {
			all := map[string]string{}
			for c := range filings[l.Filings[filing].Given].Cells() {
				all[c.Path] = c.Text()
			}
			cells[filing] = all
		}
		s, ok := cells[filing][path]
		return s, ok
	}
	lines := map[ownership.LineRef]bool{}
	rule := func(r ownership.Rule, where string) {
		if r.Ground() == "" {
			wrong = append(wrong, fmt.Sprintf("%s: %q is no rule of the catalogue", where, r))
		}
	}
	for _, a := range l.Accounts {
		for _, line := range a.Lines {
			lines[line.LineRef] = true
		}
	}
	evidence := func(where string, all []ownership.Evidence) {
		for _, e := range all {
			s, ok := text(e.Filing, e.Path)
			switch {
			case !ok:
				wrong = append(wrong, fmt.Sprintf("%s: evidence %s of filing %d is no cell", where, e.Path, e.Filing))
			case e.Words != "" && (e.From < 0 || e.To > len(s) || e.From > e.To || s[e.From:e.To] != e.Words):
				wrong = append(wrong, fmt.Sprintf("%s: %q is not what stands in %s from %d to %d", where, e.Words, e.Path, e.From, e.To))
			}
		}
	}
	for _, a := range l.Accounts {
		for _, line := range a.Lines {
			where := fmt.Sprintf("filing %d %s", line.Filing, line.Path)
			rule(line.Rule, where)
			if line.Explanation == "" {
				wrong = append(wrong, where+": no explanation")
			}
			evidence(where, line.Evidence)
			if line.State == ownership.Explained && len(line.Evidence) == 0 {
				wrong = append(wrong, where+": explained without evidence")
			}
			says := strings.Contains(strings.ToLower(quoted.ReplaceAllString(line.Explanation, "")), "likely")
			if line.State == ownership.Explained && says != (line.Strength == ownership.StrengthLikely) {
				wrong = append(wrong, fmt.Sprintf("%s: the strength is %s, and it is said: %s", where, line.Strength, line.Explanation))
			}
			for _, k := range line.Links {
				rule(k.Rule, where)
				if !lines[k.To] || k.To == line.LineRef {
					wrong = append(wrong, fmt.Sprintf("%s: a link to %v", where, k.To))
				}
			}
		}
	}
	for _, f := range l.Findings {
		rule(f.Rule, "finding")
		evidence("finding "+f.Rule.String(), f.Evidence)
		for _, r := range f.Lines {
			// A line of a filing that repeats another is in no account.
			if !lines[r] && l.Filings[r.Filing].SameAs < 0 {
				wrong = append(wrong, fmt.Sprintf("finding %s: %v is no line", f.Rule, r))
			}
		}
	}
	return wrong
}
