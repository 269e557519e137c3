package agreement_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"filingview/parser"
	"filingview/parser/ownership"
)

// TestOldText: filings in XML, typed as filers did before there was XML, in ways that chance
// drew, are read as they are, or marked, or refused: nothing is silently wrong.
func TestOldText(t *testing.T) {
	var results []result
	n := 0
	styles := oldTexts(400)
	for _, file := range rendered(t) {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		f := only1(filepath.Base(file), data)
		if f == nil || !typable(f) {
			continue
		}
		n++
		s := styles[n%len(styles)]
		f = asTyped(f, s)
		text := typedForm(f, s)
		name := fmt.Sprintf("%s %+v", strings.TrimSuffix(filepath.Base(file), ".xml"), s)
		r := result{name: name, group: "old text"}
		got := tables{}
		for g, err := range parser.Open("form.txt", []byte(text)) {
			if err != nil {
				r.said = err.Error()
				break
			}
			got = tablesOf(t, g)
		}
		if *pages != "" {
			if err := os.WriteFile(filepath.Join(*pages, fmt.Sprintf("%03d.txt", n)), []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
			r.name = fmt.Sprintf("%03d %s", n, name)
		}
		if r.said != "" {
			r.group = "old text, refused"
		}
		r.score, r.misses = compare(tablesOf(t, f), got, func(table, column string) bool { return column != "AFF10B5ONE" })
		results = append(results, r)
	}
	show(os.Stdout, "XML typed as text of 1996 to 2003", results)
	hold(t, results, map[string]bound{"old text": {right: 50}})
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

// asTyped leaves of a filing what is typed of it.
func asTyped(f *ownership.Filing, s oldText) *ownership.Filing {
	out := asPrinted(f, classicLook)
	out.Plan10b51 = ownership.Value[bool]{}
	out.Issuer.ForeignTradingSymbol = ownership.Value[string]{}
	for i := range out.Owners {
		out.Owners[i].Address.Country = ownership.Value[string]{}
	}
	for _, rows := range [...][]ownership.Row{out.TableI, out.TableII} {
		for i := range rows {
			if !s.deemed {
				rows[i].Transaction.DeemedExecutionDate = ownership.Value[ownership.Date]{}
			}
		}
	}
	return out
}
