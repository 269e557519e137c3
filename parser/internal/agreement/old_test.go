package agreement_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"filingview/parser"
	"filingview/parser/ownership"
)

var ways = flag.Int("ways", 1, "in how many ways each filing is typed as the text that filers sent before 2003")

// TestOldForms: filings in XML, typed as filers did before there was XML, or set as pages by
// their agents, in ways that chance drew, are read as they are, or marked, or refused:
// nothing is silently wrong.
func TestOldForms(t *testing.T) {
	var results []result
	n := 0
	styles, settings := oldTexts(2000), oldPages(2000)
	for _, file := range rendered(t) {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		f := only1(filepath.Base(file), data)
		if f == nil || !typable(f) || unprinted()[strings.TrimSuffix(filepath.Base(file), ".xml")] != "" {
			continue
		}
		for range *ways {
			n++
			s, o := styles[n%len(styles)], settings[n%len(settings)]
			s.dollar = s.dollar || holdsValues(f) // only the sign tells a value from a number of shares
			if holdsValues(f) {
				o.dollar = 1
			}
			name := fmt.Sprintf("%04d %s", n, strings.TrimSuffix(filepath.Base(file), ".xml"))
			typed := asTyped(f, s.deemed)
			results = append(results, readOld(t, typed, "old text", fmt.Sprintf("%s %+v", name, s), "form.txt", typedForm(typed, s)))
			set := asTyped(f, o.deemed)
			results = append(results, readOld(t, set, "old page", fmt.Sprintf("%s %+v", name, o), "form.html", agentPage(set, o)))
		}
	}
	show(os.Stdout, "XML typed as text of 1996 to 2003, and set as pages of 2002 and 2003", results)
	hold(t, results, map[string]bound{"old text": {right: 99}, "old page": {right: 99.5}})
}

// readOld scores the reading of one text or page.
func readOld(t *testing.T, f *ownership.Filing, group, name, file, text string) result {
	r := result{name: name, group: group}
	got := tables{}
	for g, err := range parser.Open(file, []byte(text)) {
		if err != nil {
			r.said, r.group = err.Error(), group+", refused"
			break
		}
		got = tablesOf(t, g)
	}
	if *pages != "" {
		if err := os.WriteFile(filepath.Join(*pages, name[:4]+filepath.Ext(file)), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	r.score, r.misses = compare(tablesOf(t, f), got, func(table, column string) bool { return column != "AFF10B5ONE" })
	return r
}

// typable reports whether a filing can be typed so that a person could read it back: one
// owner, no remarks, and no cell that cannot be read in XML.
func typable(f *ownership.Filing) bool {
	if len(f.Owners) != 1 || f.Remarks.Present() || len(f.Signatures) == 0 || len(f.TableI)+len(f.TableII) > 40 || f.DocumentType.V.Form() == 0 {
		return false
	}
	for r := range f.Readings() {
		if r.State == ownership.Malformed {
			return false
		}
	}
	return true
}

// holdsValues reports whether an amount of a filing is a value in dollars.
func holdsValues(f *ownership.Filing) bool {
	for _, rows := range [...][]ownership.Row{f.TableI, f.TableII} {
		for i := range rows {
			if r := &rows[i]; r.ValueFollowing.Present() || r.UnderlyingValue.Present() || r.Transaction.TotalValue.Present() {
				return true
			}
		}
	}
	return false
}

// asTyped leaves of a filing what is typed of it.
func asTyped(f *ownership.Filing, deemed bool) *ownership.Filing {
	out := asPrinted(f, classicLook)
	out.Plan10b51 = ownership.Value[bool]{}
	out.Issuer.ForeignTradingSymbol = ownership.Value[string]{}
	for i := range out.Owners {
		out.Owners[i].Address.Country = ownership.Value[string]{}
	}
	for _, rows := range [...][]ownership.Row{out.TableI, out.TableII} {
		for i := range rows {
			if !deemed {
				rows[i].Transaction.DeemedExecutionDate = ownership.Value[ownership.Date]{}
			}
		}
	}
	return out
}
