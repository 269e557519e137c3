package honesty_test

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"filingview/parser/honesty"
)

const caseFiling = `<ownershipDocument><documentType>4</documentType><periodOfReport>2024-03-04</periodOfReport>
<issuer><issuerCik>0009990001</issuerCik></issuer><reportingOwner><reportingOwnerId><rptOwnerCik>0009990002</rptOwnerCik></reportingOwnerId></reportingOwner>
<nonDerivativeTable>ROWS</nonDerivativeTable></ownershipDocument>`

// caseRow is a sale of 100 with a total.
func caseRow(total string) string {
	return `<nonDerivativeTransaction><securityTitle><value>Common Stock</value></securityTitle><transactionDate><value>2024-03-04</value></transactionDate>
<transactionCoding><transactionCode>S</transactionCode></transactionCoding><transactionAmounts><transactionShares><value>100</value></transactionShares>
<transactionAcquiredDisposedCode><value>D</value></transactionAcquiredDisposedCode></transactionAmounts>
<postTransactionAmounts><sharesOwnedFollowingTransaction><value>` + total + `</value></sharesOwnedFollowingTransaction></postTransactionAmounts>
<ownershipNature><directOrIndirectOwnership><value>D</value></directOrIndirectOwnership></ownershipNature></nonDerivativeTransaction>`
}

func caseFolder(expected string) fstest.MapFS {
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	return fstest.MapFS{
		"EXPECTED.tsv":  file("case\tkind\tfile\tpath\tstates\tnever\tsays\n" + expected),
		"a/1.xml":       file(strings.Replace(caseFiling, "ROWS", caseRow("900")+caseRow("800")+caseRow("650"), 1)),
		"a/expected.md": file("In words."),
	}
}

// TestReadCases: what is expected is held against what is said.
func TestReadCases(t *testing.T) {
	for expected, want := range map[string]string{
		"line\t1.xml\ttableI[1]\treconciled|explained\tsuddenly\tIt follows.": "",
		"line\t1.xml\ttableI[1]\tunexplained\t\t":                             "1.xml tableI[1] is reconciled, not unexplained",
		"line\t1.xml\ttableI[2]\tunexplained\t[Nn]othing (here )?says why\t":  "1.xml tableI[2] says: ",
		"line\t1.xml\ttableI[9]\tunexplained\t\t":                             "1.xml tableI[9] is not there",
		"rule\t1.xml\ttableI[1]\t\tmisprint|running\t":                        "1.xml tableI[1] is decided by running-balance: ",
		"rule\t1.xml\ttableI[1]\t\tmisprint\t":                                "",
		"strength\t1.xml\ttableI[1]\tlikely\t\t":                              "", // it is not explained
		"one account\t1.xml 1.xml\ttableI[0] tableI[1]\t\t\t":                 "",
		"one account\t1.xml 1.xml 1.xml\ttableI[0] tableI[1] tableI[9]\t\t\t": "1.xml tableI[9] is not there",
		"no account\t\t\t\t\\|1000\\|6..$\t":                                  "account |1000|650",
		"no account\t\t\t\tNone\t":                                            "",
		"no finding\t\t\t\trunning-balance\t":                                 "running-balance: ",
		"no finding\t\t\t\tbalance-negative\t":                                "",
	} {
		cases, err := honesty.ReadCases(caseFolder("a\t" + expected + "\n"))
		if err != nil || len(cases) != 1 {
			t.Errorf("%q: %d cases, %v", expected, len(cases), err)
			continue
		}
		wrong, err := cases[0].Wrong()
		if err != nil {
			t.Error(err)
		}
		if got := strings.Join(wrong, "; "); (got == "") != (want == "") || !strings.HasPrefix(got, want) {
			t.Errorf("%q: %q is wrong, not %q", expected, got, want)
		}
	}
}

// TestBadCases: what cannot be expected is an error that names the line.
func TestBadCases(t *testing.T) {
	good := "a\tline\t1.xml\ttableI[1]\treconciled\t\t\n"
	for expected, want := range map[string]string{
		"a\tline\t1.xml\n":                                   "EXPECTED.tsv:2: there are 3 columns, not 7",
		good + "a\tlien\t1.xml\ttableI[1]\t\t\t\n":           `EXPECTED.tsv:3: "lien" cannot be expected of that`,
		"a\tline\t1.xml\ttableI[1]\t\t\t\n":                  `EXPECTED.tsv:2: "line" cannot be expected of that`,
		"a\tline\t1.xml\ttableI[1]\tfine\t\t\n":              `EXPECTED.tsv:2: ownership: "fine" is no state of a line`,
		"a\tstrength\t1.xml\ttableI[1]\treconciled\t\t\n":    `EXPECTED.tsv:2: ownership: "reconciled" is no strength of an explanation`,
		"a\tone account\t1.xml\ttableI[1] tableI[2]\t\t\t\n": "EXPECTED.tsv:2: there are 1 files and 2 paths",
		"a\tno finding\t\t\t\tno-rule\t\n":                   `EXPECTED.tsv:2: no rule has the name "no-rule"`,
		"a\tno account\t\t\t\t(\t\n":                         "EXPECTED.tsv:2: error parsing regexp",
		good + "b\tline\t1.xml\ttableI[1]\treconciled\t\t\n": `EXPECTED.tsv:3: the case "b" has no filings`,
		"": "EXPECTED.tsv says nothing of a",
	} {
		if _, err := honesty.ReadCases(caseFolder(expected)); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: the error is %v, not %s", expected, err, want)
		}
	}
	folder := caseFolder(good)
	delete(folder, "EXPECTED.tsv")
	if _, err := honesty.ReadCases(folder); err == nil {
		t.Errorf("of %v there is no error", slices.Sorted(maps.Keys(folder)))
	}
}
