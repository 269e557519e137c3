package rules

import (
	"strings"
	"testing"

	"filingview/parser/ownership"
)

// TestNamesDerivative: a title of a derivative security belongs in Table II; what is held
// under one, restricted stock and convertible common stock do not make one.
func TestNamesDerivative(t *testing.T) {
	for title, want := range map[string]bool{
		"Employee Stock Option (right to buy)": true, "Warrants": true, "Convertible Note": true, "Put": true, "Total Return Swap": true, "Phantom Stock": true, "Class A Options": true,
		"Common Stock": false, "Common Stock underlying options": false, "Shares under warrants": false, "Restricted Stock Option": false, "Callable Stock": false, "Input Systems": false,
		"Convertible Common Stock": false, "Class B Convertible": false, "Non-convertible Debt": false, "Unconvertible": false, "": false,
	} {
		if got := namesDerivative(title); got != want {
			t.Errorf("%q: %t", title, got)
		}
		f := form4(trade("J", ownership.Acquired), trade("J", ownership.Acquired))
		f.TableI[0].SecurityTitle = known(title)
		if got := countOf(f, checkLines, ownership.RuleDerivativeTitleInTable1); (got == 1) != want {
			t.Errorf("%q in Table I: %d findings", title, got)
		}
	}
}

// TestOneLetter: titles of one class may differ in a letter of a longer word, never in a
// number or the letter of a class.
func TestOneLetter(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"common stock", "comon stock", true}, {"common stock", "commen stock", true}, {"common stock", "common stocks", true}, {"acommon stock", "common stock", true},
		{"common stock", "comn stock", false}, {"common stock", "common stock", false}, {"class a stock", "class b stock", false}, {"series 2020 note", "series 2021 note", false},
		{"stock", "stack", false}, {"stocks", "stacks", true}, {"stocks", "stacky", false}, {"the unit", "the uni", true}, {"the cat", "the cab", false}, {"the cats", "the cabs", true},
		{"common stock a", "common stock ab", false}, {"abcdef", "abcdef1", false}, {"abcdef", "abcdez", true}, {"abcdef", "abcde{", false}, {"abcdef", "abcde`", false},
	} {
		if oneLetter(c.a, c.b) != c.want || oneLetter(c.b, c.a) != c.want {
			t.Errorf("%q and %q: %t", c.a, c.b, !c.want)
		}
	}
}

// TestTitlesThatLookAlike: two titles that a reader sees no difference between are never
// said to differ, and those beside them that differ in a letter or a word are.
func TestTitlesThatLookAlike(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"Class A Common Stock", "Class A  Common Stock", 0},
		{"Class A Common Stock", " Class A\u00a0Common\n\tStock ", 0},
		{"Common Stock", "Com\u00admon\u200b Stock", 0},
		{"Common Stock", "C\u043emm\u043en Stock", 0}, // Cyrillic letters
		{"Common  Stock", "Comon Stock", 1},
		{"Common  Stock", "COMMON STOCK", 1},
		{"Common Stock", "C\u043emm\u043en Stock, par value $.01", 1},
		{"Common Stock", "\uff23ommon Stock", 1}, // a wide letter is seen
	} {
		f := form4(trade("J", ownership.Acquired), trade("J", ownership.Acquired))
		f.TableI[0].SecurityTitle, f.TableI[1].SecurityTitle = known(c.a), known(c.b)
		if got := countOf(f, checkTitles, ownership.RuleTitleVariant); got != c.want {
			t.Errorf("%q and %q: %d findings, not %d", c.a, c.b, got, c.want)
		}
	}
}

// TestVariants: what two titles of one class differ in.
func TestVariants(t *testing.T) {
	long := "Common Stock of the Quillmark Corporation of Delaware and of its successors"
	for _, c := range []struct{ a, b, want string }{
		{"Common Stock", "COMMON STOCK", "capital letters"}, {"Common Stock", "Common Stock, par value $.01", "that one gives a par value"}, {"Common Stock", "Comon Stock", "one letter"},
		{"Common Stock", "Preferred Stock", ""}, {"Class A Common Stock", "Class B Common Stock", ""},
		{long[:60], long, "that one is cut off at 60 characters"}, {long[:59], long, "that one is cut off at 60 characters"}, {long[:58], long, ""}, {long[:62], long, ""},
	} {
		for _, pair := range [][2]string{{c.a, c.b}, {c.b, c.a}} {
			if got := variant(&titleCell{shown: pair[0]}, &titleCell{shown: pair[1]}); got != c.want {
				t.Errorf("%q and %q: %q, want %q", pair[0], pair[1], got, c.want)
			}
		}
		f := form4(trade("J", ownership.Acquired), trade("J", ownership.Acquired))
		f.TableI[0].SecurityTitle, f.TableI[1].SecurityTitle = known(c.a), known(c.b)
		if got := countOf(f, checkTitles, ownership.RuleTitleVariant); (got == 1) != (c.want != "") {
			t.Errorf("%q and %q: %d findings", c.a, c.b, got)
		}
	}
	f := form4()
	for range 2 * maxTitles {
		f.TableI = append(f.TableI, trade("J", ownership.Acquired))
		f.TableI[len(f.TableI)-1].SecurityTitle = known(strings.Repeat("x", len(f.TableI)))
	}
	if n := len(distinctTitles(f)); n != maxTitles {
		t.Errorf("%d titles are compared", n)
	}
}

// TestUnmatchedUnderlying: an exercise in Table II gives what Table I shows of that day and
// code, as far as titles tell.
func TestUnmatchedUnderlying(t *testing.T) {
	make := func() *ownership.Filing {
		f := form4(trade("M", ownership.Acquired))
		f.TableI[0].SecurityTitle = known("Preferred Stock")
		f.TableII = []ownership.Row{option("M", ownership.Disposed)}
		return f
	}
	tryEdits(t, ownership.RuleUnderlyingTitleUnmatched, checkTitles, make, []edited{
		{"another security", asItIs, 1},
		{"the same", func(f *ownership.Filing) { f.TableI[0].SecurityTitle = known("Common Stock") }, 0},
		{"a letter otherwise", func(f *ownership.Filing) { f.TableI[0].SecurityTitle = known("Comon Stock") }, 0},
		{"words that say the same", func(f *ownership.Filing) { f.TableI[0].SecurityTitle = known("Ordinary Shares") }, 0},
		{"more words", func(f *ownership.Filing) { f.TableI[0].SecurityTitle = known("Class A Common Stock") }, 0},
		{"depositary shares", func(f *ownership.Filing) { f.TableI[0].SecurityTitle = known("American Depositary Shares") }, 0},
		{"of another day", func(f *ownership.Filing) { f.TableI[0].Transaction.Date.V.Day++ }, 0},
		{"of another code", func(f *ownership.Filing) { f.TableI[0].Transaction.Code = known("S") }, 0},
		{"no exercise", func(f *ownership.Filing) {
			f.TableI[0].Transaction.Code, f.TableII[0].Transaction.Code = known("J"), known("J")
		}, 0},
		{"a holding", func(f *ownership.Filing) { f.TableII[0].Kind = ownership.Holding }, 0},
		{"no date", func(f *ownership.Filing) {
			f.TableI[0].Transaction.Date, f.TableII[0].Transaction.Date = ownership.Value[ownership.Date]{}, ownership.Value[ownership.Date]{}
		}, 0},
		{"no title", func(f *ownership.Filing) { f.TableII[0].UnderlyingTitle.State = ownership.Blank }, 0},
		{"the second line of Table I matches", func(f *ownership.Filing) { f.TableI = append(f.TableI, trade("M", ownership.Acquired)) }, 0},
		{"another derivative security", func(f *ownership.Filing) {
			f.TableII = append(f.TableII, option("M", ownership.Disposed))
			f.TableII[1].SecurityTitle, f.TableII[1].UnderlyingTitle.State = known("Common Stock"), ownership.Blank
		}, 0},
		{"settled in cash", func(f *ownership.Filing) {
			noted(f, "Settled in cash.").TableII[0].SecurityTitle.Notes = []string{"F1"}
		}, 0},
	})
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"common stock", "ordinary shares", true}, {"common stock", "class a common stock", true}, {"stock", "preferred stock", true}, {"unit", "units", true}, {"common units", "common unit", true},
		{"class b stock", "class a stock", false}, {"ads", "common stock", true}, {"preferred", "common", false}, {"bonds", "bond", true}, {"gas", "gap", false},
	} {
		if sameSecurity(c.a, c.b) != c.want || sameSecurity(c.b, c.a) != c.want {
			t.Errorf("%q and %q: %t", c.a, c.b, !c.want)
		}
	}
}
