package ledger_test

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"

	"filingview/parser"
	"filingview/parser/internal/simulate"
	"filingview/parser/ledger"
	"filingview/parser/ownership"
)

// invented returns the filings of some simulated owners at as many issuers, each
// with something about it: a copy, an amendment, a filing in two parts, a gap.
func invented(owners int) []*ownership.Filing {
	var all []*ownership.Filing
	for n := range owners {
		s := simulate.New(uint64(n))
		filings := s.Filings(10)
		put := []func(*simulate.Owner, []*ownership.Filing) []*ownership.Filing{nil, twice, amended, parts, planShares, unlined, stale, missing}[n%8]
		if put != nil {
			if changed := put(s, filings); changed != nil {
				filings = changed
			}
		}
		for _, f := range filings {
			f.Source.Name = fmt.Sprintf("%03d-%s", n, f.Source.Name)
			renumber(f, n)
		}
		all = append(all, filings...)
	}
	return all
}

// renumber gives a filing another issuer and other owners. The filings of one
// group stay together under the same n.
func renumber(f *ownership.Filing, n int) {
	simulate.Set(&f.Issuer.CIK, fmt.Sprintf("%s%04d", f.Issuer.CIK.Raw, n))
	f.Owners = slices.Clone(f.Owners)
	for i := range f.Owners {
		simulate.Set(&f.Owners[i].CIK, fmt.Sprintf("%s%04d", f.Owners[i].CIK.Raw, n))
	}
}

// filedFilings returns the filings of the folders beside the checkout, or none if
// these are not there. In a browser each file would be a request.
func filedFilings(t testing.TB) []*ownership.Filing {
	t.Helper()
	if runtime.GOOS == "js" {
		return nil
	}
	var all []*ownership.Filing
	for _, folder := range []string{"xml", "submission"} {
		dir := filepath.Join("..", "..", "..", "shared", "filings", folder)
		entries, err := os.ReadDir(dir)
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			data, err := os.ReadFile(filepath.Join(dir, e.Name()))
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
	}
	return all
}

// eachSet runs a test on invented filings and on real ones, where they are.
func eachSet(t *testing.T, do func(t *testing.T, filings []*ownership.Filing)) {
	t.Run("invented", func(t *testing.T) { do(t, invented(24)) })
	t.Run("filed", func(t *testing.T) {
		filings := filedFilings(t)
		if filings == nil {
			t.Skip("needs ../shared/filings, which is not here")
		}
		do(t, filings)
	})
}

// shuffled returns the filings in another order, and where each was before.
func shuffled(filings []*ownership.Filing, seed uint64) (other []*ownership.Filing, was []int) {
	was = rand.New(rand.NewPCG(seed, 11)).Perm(len(filings))
	for _, i := range was {
		other = append(other, filings[i])
	}
	return other, was
}

// regiven puts the places that the filings were given at before a shuffle.
func regiven(l *ownership.Ledger, was []int) *ownership.Ledger {
	for i := range l.Filings {
		l.Filings[i].Given = was[l.Filings[i].Given]
	}
	return l
}

func TestOrderDoesNotMatter(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes a second")
	}
	eachSet(t, func(t *testing.T, filings []*ownership.Filing) {
		want := ledger.Reconcile(filings)
		if len(want.Filings) != len(filings) || len(want.Accounts) < 50 {
			t.Fatalf("%d filings of %d, %d accounts", len(want.Filings), len(filings), len(want.Accounts))
		}
		for seed := range uint64(20) {
			other, was := shuffled(filings, seed)
			if got := regiven(ledger.Reconcile(other), was); !reflect.DeepEqual(got, want) {
				t.Fatalf("seed %d: %s", seed, difference(got, want))
			}
		}
	})
}

// TestOneByOneIsTogether reconciles after each filing, as a page does that is given
// one file after the other. What was reconciled before leaves nothing behind.
func TestOneByOneIsTogether(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes a second")
	}
	filings := invented(8)
	want := ledger.Reconcile(filings)
	for seed := range uint64(3) {
		other, was := shuffled(filings, seed)
		var got *ownership.Ledger
		for n := range other {
			got = ledger.Reconcile(other[:n+1])
			if len(got.Filings) != n+1 || len(got.Accounts) == 0 {
				t.Fatalf("%d filings and %d accounts after %d", len(got.Filings), len(got.Accounts), n+1)
			}
		}
		if regiven(got, was); !reflect.DeepEqual(got, want) {
			t.Fatalf("seed %d: %s", seed, difference(got, want))
		}
	}
}

// TestIssuersDoNotTouch: the filings with one key make the same accounts with the
// others as without, which is what lets a page reconcile one issuer at a time.
func TestIssuersDoNotTouch(t *testing.T) {
	eachSet(t, func(t *testing.T, filings []*ownership.Filing) {
		want := map[string]ownership.Account{}
		for _, a := range ledger.Reconcile(filings).Accounts {
			want[a.ID] = a
		}
		groups := map[string][]*ownership.Filing{}
		for _, f := range filings {
			groups[ledger.Key(f)] = append(groups[ledger.Key(f)], f)
		}
		accounts := 0
		for _, group := range groups {
			for _, a := range ledger.Reconcile(group).Accounts {
				accounts++
				with := want[a.ID]
				if a.Title != with.Title || a.Opening != with.Opening || a.Closing != with.Closing || len(a.Lines) != len(with.Lines) {
					t.Errorf("%s is another account alone: %d lines, %d together", a.Title, len(a.Lines), len(with.Lines))
					continue
				}
				for i, line := range a.Lines {
					if o := with.Lines[i]; line.Path != o.Path || line.State != o.State || line.Explanation != o.Explanation {
						t.Errorf("%s %s is %s alone and %s together", a.Title, line.Path, line.State, o.State)
					}
				}
			}
		}
		if accounts != len(want) || accounts < 50 {
			t.Errorf("%d accounts one by one, %d together", accounts, len(want))
		}
	})
}

func TestEveryRowIsInOneLine(t *testing.T) {
	eachSet(t, func(t *testing.T, filings []*ownership.Filing) {
		l := ledger.Reconcile(filings)
		left := map[ownership.LineRef]*ownership.Row{}
		repeated := 0
		for i := range l.Filings {
			f := filings[l.Filings[i].Given]
			if same := l.Filings[i].SameAs; same >= 0 {
				repeated++
				if l.Filings[same].SameAs >= 0 {
					t.Errorf("%s repeats %s, which repeats another", f.Source.Name, l.Filings[same].Name)
				}
				continue
			}
			for table, rows := range [][]ownership.Row{f.TableI, f.TableII} {
				for n := range rows {
					left[ownership.LineRef{Filing: i, Path: fmt.Sprintf("table%s[%d]", strings.Repeat("I", table+1), n)}] = &rows[n]
				}
			}
		}
		rows := len(left)
		for i := range l.Accounts {
			a := &l.Accounts[i]
			for _, line := range a.Lines {
				row := left[line.LineRef]
				if row == nil {
					t.Errorf("%s %s is there twice, or has no row", l.Filings[line.Filing].Name, line.Path)
					continue
				}
				delete(left, line.LineRef)
				if line.Kind != row.Kind || line.Code != row.Transaction.Code.V {
					t.Errorf("%s %s is a %s of code %q", l.Filings[line.Filing].Name, line.Path, line.Kind, line.Code)
				}
			}
		}
		for ref := range left {
			t.Errorf("%s %s is in no account", l.Filings[ref.Filing].Name, ref.Path)
		}
		if rows < 500 || repeated == 0 {
			t.Errorf("only %d rows, %d repeated filings", rows, repeated)
		}
	})
}

func TestFilingsStayAsFiled(t *testing.T) {
	eachSet(t, func(t *testing.T, filings []*ownership.Filing) {
		before := make([]string, len(filings))
		for i, f := range filings {
			before[i] = fmt.Sprintf("%#v", *f)
		}
		order := slices.Clone(filings)
		if l := ledger.Reconcile(filings); len(l.Accounts) == 0 {
			t.Fatal("nothing was reconciled")
		}
		for i, f := range filings {
			if f != order[i] || fmt.Sprintf("%#v", *f) != before[i] {
				t.Errorf("%s has changed", f.Source.Name)
			}
		}
	})
}

func TestFiguresAreExact(t *testing.T) {
	eachSet(t, func(t *testing.T, filings []*ownership.Filing) {
		l := ledger.Reconcile(filings)
		tested, off := 0, 0
		for i := range l.Accounts {
			a := &l.Accounts[i]
			for _, line := range a.Lines {
				where := l.Filings[line.Filing].Name + " " + line.Path
				if line.Residual.Known != (line.Printed.Known && line.Computed.Known) {
					t.Errorf("%s: printed %q, computed %q, residual %q", where, line.Printed, line.Computed, line.Residual)
				}
				if !line.Residual.Known {
					continue
				}
				tested++
				want, ok := line.Printed.V.Difference(line.Computed.V)
				if !ok || want.Cmp(line.Residual.V) != 0 {
					t.Errorf("%s: %s less %s is not %s", where, line.Printed, line.Computed, line.Residual)
				}
				if line.Residual.V.Sign() != 0 {
					off++
				}
				if line.State == ownership.Unexplained && line.Residual.V.Sign() == 0 {
					t.Errorf("%s: unexplained without a residual", where)
				}
			}
			for j, s := range a.Statements {
				if s.From >= s.To || j > 0 && s.From < a.Statements[j-1].To || s.To > len(a.Lines) {
					t.Errorf("%s: statement %d has the lines %d to %d", a.Title, j, s.From, s.To)
				}
				if j == 0 {
					continue
				}
				if gap, ok := s.Opening.V.Difference(a.Statements[j-1].Closing.V); !ok || !s.Gap.Known || gap.Cmp(s.Gap.V) != 0 {
					t.Errorf("%s: statement %d opens at %s after %s, a gap of %s", a.Title, j, s.Opening, a.Statements[j-1].Closing, s.Gap)
				}
			}
		}
		if tested < 500 || off == 0 {
			t.Errorf("only %d lines tested, %d of them off", tested, off)
		}
	})
}

// difference says where two ledgers first differ.
func difference(got, want *ownership.Ledger) string {
	for i := range min(len(got.Filings), len(want.Filings)) {
		if got.Filings[i] != want.Filings[i] {
			return fmt.Sprintf("filing %d is %+v, not %+v", i, got.Filings[i], want.Filings[i])
		}
	}
	for i := range min(len(got.Accounts), len(want.Accounts)) {
		a, b := &got.Accounts[i], &want.Accounts[i]
		for j := range min(len(a.Lines), len(b.Lines)) {
			if !reflect.DeepEqual(a.Lines[j], b.Lines[j]) {
				return fmt.Sprintf("account %d, line %d is\n%+v\nnot\n%+v", i, j, a.Lines[j], b.Lines[j])
			}
		}
		if !reflect.DeepEqual(a, b) {
			return fmt.Sprintf("account %d is\n%+v\nnot\n%+v", i, a, b)
		}
	}
	for i := range min(len(got.Findings), len(want.Findings)) {
		if !reflect.DeepEqual(got.Findings[i], want.Findings[i]) {
			return fmt.Sprintf("finding %d is\n%+v\nnot\n%+v", i, got.Findings[i], want.Findings[i])
		}
	}
	return fmt.Sprintf("%d filings, %d accounts, %d findings, not %d, %d, %d", len(got.Filings), len(got.Accounts), len(got.Findings), len(want.Filings), len(want.Accounts), len(want.Findings))
}
