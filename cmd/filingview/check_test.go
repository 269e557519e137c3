package main

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"filingview/parser"
	"filingview/parser/ownership"
	"filingview/parser/report"
)

// inventedFiling writes a Form 4 of two lines in Table I: a purchase of 100 that
// ends at after, and an indirect holding of 500.
func inventedFiling(owner, day string, after int, note string) string {
	return fmt.Sprintf(`<?xml version="1.0"?>
<ownershipDocument>
<schemaVersion>X0508</schemaVersion><documentType>4</documentType><periodOfReport>%[2]s</periodOfReport>
<issuer><issuerCik>0009990001</issuerCik><issuerName>Lantern Works Inc.</issuerName><issuerTradingSymbol>LNTN</issuerTradingSymbol></issuer>
<reportingOwner><reportingOwnerId><rptOwnerCik>%[1]s</rptOwnerCik><rptOwnerName>Nightingale Ada</rptOwnerName></reportingOwnerId>
<reportingOwnerRelationship><isDirector>1</isDirector></reportingOwnerRelationship></reportingOwner>
<nonDerivativeTable>
<nonDerivativeTransaction>
<securityTitle><value>Common Stock</value></securityTitle><transactionDate><value>%[2]s</value></transactionDate>
<transactionCoding><transactionFormType>4</transactionFormType><transactionCode>P</transactionCode><equitySwapInvolved>0</equitySwapInvolved></transactionCoding>
<transactionAmounts><transactionShares><value>100</value></transactionShares><transactionPricePerShare><value>12.5</value></transactionPricePerShare><transactionAcquiredDisposedCode><value>A</value></transactionAcquiredDisposedCode></transactionAmounts>
<postTransactionAmounts><sharesOwnedFollowingTransaction><value>%[3]d</value><footnoteId id="F1"/></sharesOwnedFollowingTransaction></postTransactionAmounts>
<ownershipNature><directOrIndirectOwnership><value>D</value></directOrIndirectOwnership></ownershipNature>
</nonDerivativeTransaction>
<nonDerivativeHolding>
<securityTitle><value>Common Stock</value></securityTitle>
<postTransactionAmounts><sharesOwnedFollowingTransaction><value>500</value></sharesOwnedFollowingTransaction></postTransactionAmounts>
<ownershipNature><directOrIndirectOwnership><value>I</value></directOrIndirectOwnership><natureOfOwnership><value>By Spouse</value></natureOfOwnership></ownershipNature>
</nonDerivativeHolding>
</nonDerivativeTable>
<footnotes><footnote id="F1">%[4]s</footnote></footnotes>
<ownerSignature><signatureName>Ada Nightingale</signatureName><signatureDate>%[2]s</signatureDate></ownerSignature>
</ownershipDocument>
`, owner, day, after, note)
}

// inventedFolder writes filings of which the second follows, the third is off by 312
// that its note explains, the fourth off by 50 without a reason, and one is there
// twice.
func inventedFolder(t *testing.T) []string {
	t.Helper()
	dir := t.TempDir()
	first := inventedFiling("0009990002", "2024-03-04", 1100, "Held in a brokerage account.")
	var files []string
	for _, f := range []struct{ name, text string }{
		{"a.xml", first},
		{"b.xml", inventedFiling("0009990002", "2024-04-04", 1200, "Held in a brokerage account.")},
		{"c.xml", inventedFiling("0009990002", "2024-05-06", 1612, "Includes 312 shares acquired under the Employee Stock Purchase Plan.")},
		{"d.xml", inventedFiling("0009990002", "2024-06-06", 1762, "Held in a brokerage account.")},
		{"e.xml", first},
		{"f.xml", inventedFiling("0009990003", "2024-06-06", 100, "Held in a brokerage account.")},
	} {
		files = append(files, filepath.Join(dir, f.name))
		if err := os.WriteFile(files[len(files)-1], []byte(f.text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// checked runs check -json, which must succeed.
func checked(t *testing.T, files ...string) report.Report {
	t.Helper()
	code, out, errs := tool(t.Context(), nil, slices.Concat([]string{"check", "-json"}, files)...)
	expect(t, code, done, out, "{", errs, "")
	var r report.Report
	if err := json.Unmarshal([]byte(out), &r); err != nil {
		t.Fatal(err)
	}
	return r
}

func TestCheckSaysTheStateOfEveryLine(t *testing.T) {
	files := inventedFolder(t)
	r := checked(t, files...)
	got := map[string]report.Line{}
	for _, line := range r.Lines {
		got[filepath.Base(line.File)+" "+line.Path] = line
	}
	for where, want := range map[string]ownership.LineState{
		"a.xml tableI[0]": ownership.CannotBeTested,
		"a.xml tableI[1]": ownership.CannotBeTested,
		"b.xml tableI[0]": ownership.Reconciled,
		"b.xml tableI[1]": ownership.Reconciled,
		"c.xml tableI[0]": ownership.Explained,
		"d.xml tableI[0]": ownership.Unexplained,
		"e.xml tableI[0]": ownership.CannotBeTested,
		"f.xml tableI[0]": ownership.Reconciled,
	} {
		if got[where].State != want {
			t.Errorf("%s is %s (%s), want %s", where, got[where].State, got[where].Explanation, want)
		}
	}
	c, d, e := got["c.xml tableI[0]"], got["d.xml tableI[0]"], got["e.xml tableI[0]"]
	words := slices.ContainsFunc(c.Evidence, func(e report.Evidence) bool {
		return e.File == files[2] && e.Path == "footnotes[0].text" && strings.Contains(e.Words, "312")
	})
	if c.Rule != ownership.RuleNoteOnTotal || c.Residual.String() != "312" || !words {
		t.Errorf("got %+v", c)
	}
	if d.Residual.String() != "50" || d.Computed.String() != "1712" || d.Printed.String() != "1762" || d.Change.String() != "100" || d.Date.String() != "2024-06-06" {
		t.Errorf("got %+v", d)
	}
	if e.SameAs != files[0] || e.Account != got["a.xml tableI[0]"].Account || got["a.xml tableI[0]"].SameAs != "" {
		t.Errorf("the repeated filing's line is %+v", e)
	}
	if want := (ownership.Rates{Lines: 10, Reconciled: 5, Explained: 1, Unexplained: 1, CannotBeTested: 3}); r.Rates != want {
		t.Errorf("rates %+v, want %+v", r.Rates, want)
	}
}

func TestCheckTextTellsAPersonWhatToLookAt(t *testing.T) {
	files := inventedFolder(t)
	code, out, errs := tool(t.Context(), nil, slices.Concat([]string{"check"}, files)...)
	expect(t, code, done, out, "5 filings, 4 accounts, 10 lines\n", errs, "")
	for _, want := range []string{
		"= reconciled        5  50.0 %\n",
		"1 filing repeated and counted once.\n",
		"off by +50  " + files[3] + "  tableI[0]\n",
		files[4] + " repeats " + files[0] + "\n",
		"== Lantern Works Inc. (LNTN), CIK 9990001\n",
		"-- Nightingale Ada, CIK 9990002\n",
		"Common Stock, Table I, direct (D)\n",
		"opening 1,000, closing 1,762\n",
		"note-on-total: ",
		"312 shares",
		"== Findings\n",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("it does not say %q", want)
		}
	}
	if n := strings.Count(out, files[4]); n != 1 {
		t.Errorf("the repeated filing is named %d times", n)
	}
	if t.Failed() {
		t.Log(out)
	}
}

func TestCheckDoesNotDependOnTheOrderOfFiles(t *testing.T) {
	files := inventedFolder(t)
	// A copy with another note: which one is counted must not be chance.
	other := filepath.Join(filepath.Dir(files[0]), "aa.xml")
	if err := os.WriteFile(other, []byte(inventedFiling("0009990002", "2024-04-04", 1200, "Another note.")), 0o644); err != nil {
		t.Fatal(err)
	}
	files = append(files, other, files[1])
	for _, form := range [][]string{{"check"}, {"check", "-json"}} {
		_, want, _ := tool(t.Context(), nil, slices.Concat(form, files)...)
		for seed := range uint64(20) {
			shuffled := slices.Clone(files)
			rand.New(rand.NewPCG(seed, 5)).Shuffle(len(files), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
			_, got, _ := tool(t.Context(), nil, slices.Concat(form, shuffled)...)
			if got != want || len(got) < 1000 {
				t.Fatalf("%v: in the order %v it says\n%s\nnot\n%s", form, shuffled, got, want)
			}
		}
	}
}

// corpusFiles are all files that tests of the tool may read, real ones if there are.
func corpusFiles(t *testing.T) [][]string {
	t.Helper()
	var sets [][]string
	for _, pattern := range []string{"../../parser/testdata/xml/*", "../../parser/testdata/submission/*", "../../../shared/filings/[sx]*/*"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		if len(files) > 0 {
			sets = append(sets, files)
		} else {
			t.Logf("%s is not there", pattern)
		}
	}
	return append(sets, inventedFolder(t))
}

func TestCheckHasEveryRowOnce(t *testing.T) {
	for _, files := range corpusFiles(t) {
		rows := map[string]int{}
		filings := 0
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for f, err := range parser.Open(file, data) {
				if err != nil {
					continue // no filing, no rows
				}
				filings++
				for i := range f.TableI {
					rows[fmt.Sprintf("%s tableI[%d]", f.Source.Name, i)]++
				}
				for i := range f.TableII {
					rows[fmt.Sprintf("%s tableII[%d]", f.Source.Name, i)]++
				}
			}
		}
		var r report.Report
		_, out, _ := tool(t.Context(), nil, slices.Concat([]string{"check", "-json"}, files)...)
		if err := json.Unmarshal([]byte(out), &r); err != nil {
			t.Fatal(err)
		}
		counted := 0
		for _, line := range r.Lines {
			rows[line.File+" "+line.Path]--
			if line.SameAs == "" {
				counted++
			}
		}
		for where, n := range rows {
			if n != 0 {
				t.Errorf("%s is there %d times too few", where, n)
			}
		}
		if len(rows) == 0 || len(r.Filings) != filings || counted != r.Rates.Lines {
			t.Errorf("%d rows, %d filings of %d, %d lines counted of %d", len(rows), len(r.Filings), filings, counted, r.Rates.Lines)
		}
		amends := map[string]string{}
		for _, f := range r.Filings {
			amends[f.File] = f.Amends
		}
		next := 0
		for _, a := range r.Accounts {
			if a.From != next || a.To <= a.From {
				t.Errorf("account %s has the lines %d to %d, and those before end at %d", a.ID, a.From, a.To, next)
			}
			next = a.To
			for _, line := range r.Lines[a.From:a.To] {
				if line.Account != a.ID {
					t.Errorf("%s %s is of account %s, not %s", line.File, line.Path, line.Account, a.ID)
				}
			}
			for _, s := range a.Statements {
				for _, line := range r.Lines[s.From:s.To] {
					if line.File != s.File && amends[line.File] != s.File {
						t.Errorf("%s %s is in the statement of %s", line.File, line.Path, s.File)
					}
				}
			}
		}
	}
}

func TestCheckTellsWhatCannotBeReadAndChecksTheRest(t *testing.T) {
	files := inventedFolder(t)
	code, out, errs := tool(t.Context(), nil, "check", "missing.xml", files[0])
	expect(t, code, failed, out, "1 filing, 2 accounts, 2 lines\n", errs, "filingview: missing.xml: There is no such file.\n")
	code, out, errs = tool(t.Context(), nil, "check")
	expect(t, code, misuse, out, "", errs, "No FILE is named.\nUsage: filingview check")
	var said strings.Builder
	code = run(t.Context(), []string{"check", files[0]}, streams{nil, full{}, &said})
	expect(t, code, failed, "", "", said.String(), "filingview check: no space left on device\n")
}

func TestCheckReadsStandardInput(t *testing.T) {
	code, out, errs := tool(t.Context(), strings.NewReader(inventedFiling("0009990002", "2024-03-04", 100, "None.")), "check", "-json", "-")
	expect(t, code, done, out, `"file":"stdin"`, errs, "")
}

func TestCheckTextCannotMoveTheCursor(t *testing.T) {
	text := strings.Replace(inventedFiling("0009990002", "2024-03-04", 1100, "None."), "Lantern Works", "Lantern\n\u009b31m\u202e Works", 1)
	code, out, errs := tool(t.Context(), strings.NewReader(text), "check", "-")
	expect(t, code, done, out, "== Lantern ?31m? Works Inc. (LNTN)", errs, "")
}

func TestCheckSchemaAcceptsWhatCheckWrites(t *testing.T) {
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	s, err := c.Compile("../../web/check.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, files := range append(corpusFiles(t), []string{"missing.xml"}) {
		_, out, _ := tool(t.Context(), nil, slices.Concat([]string{"check", "-json"}, files)...)
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(out))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(v); err != nil {
			t.Errorf("%s and others: %v", files[0], err)
		}
	}
}
