package formreader

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// header is the top of a Form 4 as plain text with tabs prints it.
const header = `FORM 4
---
Check this box if no longer subject to Section 16. Form 4 or Form 5 obligations may continue. See Instruction 1(b).
STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP OF SECURITIES
1. Name and Address of Reporting Person FERRAND ODILE M	2. Issuer Name and Ticker or Trading Symbol QUILLMARK INC [QLMK]	5. Relationship of Reporting Person(s) to Issuer (Check all applicable) _X_DirectorX_10% Owner _X_Officer (give title below)Other (specify below)
9 HERON LANE	3. Date of Earliest Transaction (Month/Day/Year) 03/05/2012	Chief Executive & Chair
(Street) MARLOW, CT 06831	4. If Amendment, Date Original Filed(Month/Day/Year)	6. Individual or Joint/Group Filing(Check Applicable Line) _X_Form filed by One Reporting Person Form filed by More than One Reporting Person

`

const headsI = "1.Title of Security (Instr. 3)\t2. Transaction Date (Month/Day/Year)\t2A. Deemed Execution Date, if any\t3. Code\tV\tAmount\t(A) or (D)\tPrice\t5. Amount of Securities Beneficially Owned\t6. Ownership Form\t7. Nature of Indirect\n"

const headsII = "1. Title of Derivative Security\t2. Conversion or Exercise Price\t3. Transaction Date\t3A. Deemed\t4. Code\tV\t(A)\t(D)\tDate Exercisable\tExpiration Date\tTitle\tAmount or Number of Shares\t8. Price\t9. Number of derivative Securities Beneficially Owned\t10. Ownership Form\t11. Nature of Indirect\n"

// damaged is a form as a machine reads it from a bad picture: ruled lines read as
// digits, cells run together, a line read twice, letters of other scripts, a lost
// label.
const damaged = header +
	"Table I - Non-Derivative Securities Acquired, Disposed of, or Beneficially Owned\n" + headsI +
	"Common Stock, \\$.01par value\t103/05/2012 IVI 14.0001A\t\t\\$ 0.75\t2,163,085\tD (1)\t\t\t\t\t\n" +
	"Common Stock, \\$.01 pare value\t\t\t\t\t\t\t\t3,042,800\t\u0399\tSee Footnote (2)\n" +
	"Table II - Derivative Securities Acquired, Disposed of, or Beneficially Owned\n" + headsII +
	"Option\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\n" +
	"to\t\t\t\t\t\t\t\t\t\tCommon\t\t\t\t\t\n" +
	"purchase\t\\$ 0.75\t03/05/2012\t\t\u041c\t\t\t4.000\t03/05/2002\t\t\t4,000\t\\$ 0\t625\tD (1)\t\n" +
	"common\t\\$ 0.76\t03/05/2012\t\tIVI\t\t\t4,000\t03/05/2002\t03/06/2012\tSIDCK\t4,000\t\\$U\t025\t\t\n" +
	"stock\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\n" +
	`Reporting Owners
Reporting Owner Name / Address	Director	10% Owner	Officer	Other
FERRAND ODILE M 9 HERON LANE MARLOW, CT 06831	Х	Х	Chief Executive & Chair	
Signatures
By: /s/ Odile M. Ferrand	03/07/2012
**Signature of Reporting Person	Date

Explanation of Responses:
* If the form is filed by more than one reporting person, see Instruction 4(b)(v).
(1) Represents the exercise of options under the Issuer's plan.
The shares are owned by OMF Holdings, of which the reporting person is the
Note: File three copies of this Form, one of which must be manually signed.
`

func TestDamaged(t *testing.T) {
	f := readOne(t, damaged)
	got := shown(f)
	for path, want := range map[string]string{
		"documentType":   "4 guessed",
		"periodOfReport": "2012-03-05",
		"issuer.name":    "QUILLMARK INC guessed", "issuer.tradingSymbol": "QLMK guessed",
		"owners[0].name": "FERRAND ODILE M guessed", "owners[0].address.street1": "9 HERON LANE guessed",
		"owners[0].address.city": "MARLOW guessed", "owners[0].address.state": "CT guessed", "owners[0].address.zipCode": "06831 guessed",
		"owners[0].relationship.isDirector": "true guessed", "owners[0].relationship.isTenPercentOwner": "true guessed",
		"owners[0].relationship.isOfficer": "true guessed", "owners[0].relationship.isOther": "false",
		"owners[0].relationship.officerTitle":     "Chief Executive & Chair guessed",
		"tableI[0].securityTitle":                 "Common Stock, $.01 par value repaired",
		"tableI[0].transaction.date":              "2012-03-05 repaired",
		"tableI[0].transaction.code":              "M repaired",
		"tableI[0].transaction.shares":            "4000 repaired",
		"tableI[0].transaction.acquiredDisposed":  "A repaired",
		"tableI[0].transaction.price":             "0.75 repaired",
		"tableI[0].sharesFollowing":               "2163085 repaired",
		"tableI[0].ownership":                     "D [F1] repaired",
		"tableI[1].securityTitle":                 "Common Stock, $.01 par value repaired",
		"tableI[1].sharesFollowing":               "3042800 guessed",
		"tableI[1].ownership":                     "I repaired",
		"tableI[1].natureOfOwnership":             "See Footnote (2) [F2] guessed",
		"tableII[0].securityTitle":                "Option to purchase common stock guessed",
		"tableII[0].conversionOrExercisePrice":    "0.75 repaired",
		"tableII[0].transaction.code":             "M repaired",
		"tableII[0].transaction.shares":           "4000 repaired",
		"tableII[0].transaction.acquiredDisposed": "D",
		"tableII[0].exerciseDate":                 "2002-03-05",
		"tableII[0].expirationDate":               "2012-03-06 guessed",
		"tableII[0].underlyingTitle":              "Common Stock repaired",
		"tableII[0].underlyingShares":             "4000",
		"tableII[0].transaction.price":            "0 repaired",
		"tableII[0].sharesFollowing":              "625 guessed",
		"tableII[0].ownership":                    "D [F1]",
		"footnotes[0].text":                       "Represents the exercise of options under the Issuer's plan. guessed",
		"footnotes[1].text":                       "The shares are owned by OMF Holdings, of which the reporting person is the repaired",
		"signatures[0].name":                      "By: /s/ Odile M. Ferrand guessed",
		"signatures[0].date":                      "2012-03-07 guessed",
	} {
		if got[path] != want {
			t.Errorf("%s = %q, want %q", path, got[path], want)
		}
	}
	if len(f.TableI) != 2 || len(f.TableII) != 1 || len(f.Owners) != 1 || len(f.Footnotes) != 2 || f.Footnotes[1].ID != "F2" {
		t.Errorf("%d, %d lines, %d owners, %d notes", len(f.TableI), len(f.TableII), len(f.Owners), len(f.Footnotes))
	}
	var rules []string
	for _, x := range f.Findings {
		rules = append(rules, x.Rule.String())
	}
	for _, want := range []string{"footnote-orphan-text", "ocr-rule-digit", "homoglyph-folded", "ocr-ghost-row"} {
		if !slices.Contains(rules, want) {
			t.Errorf("no finding %s among %v", want, rules)
		}
	}
}

// TestRepairsAreShown: what is repaired says why and how sure that is, and keeps what
// the document says, at its place.
func TestRepairsAreShown(t *testing.T) {
	f := readOne(t, damaged)
	for c := range f.Cells() {
		if c.How != ownership.Repaired && c.How != ownership.Guessed {
			if len(c.Repairs) > 0 {
				t.Errorf("%s has repairs but is %s", c.Path, c.How)
			}
			continue
		}
		if len(c.Repairs) == 0 || c.Raw == "" {
			t.Errorf("%s is %s with repairs %v and raw %q", c.Path, c.How, c.Repairs, c.Raw)
		}
		for _, r := range c.Repairs {
			if r.Reason == "" || r.Cause == ownership.CauseUnknown || !slices.Contains([]ownership.Confidence{ownership.Certain, ownership.Likely, ownership.Possible}, r.Confidence) {
				t.Errorf("%s: repair %+v", c.Path, r)
			}
		}
	}
	checkSpans(t, f)
}

// checkSpans holds that plain text stands at the spans of each cell.
func checkSpans(t *testing.T, f *ownership.Filing) {
	t.Helper()
	for c := range f.Cells() {
		var at []string
		for _, s := range c.At {
			at = append(at, f.Source.Text[s.Start:s.End])
		}
		if strings.Join(at, " ") != c.Raw {
			t.Errorf("%s: raw %q, at its spans %q", c.Path, c.Raw, at)
		}
	}
}

// TestCleanTextIsNotRepaired: nothing is repaired or doubted where nothing shows that
// letters may be others.
func TestCleanTextIsNotRepaired(t *testing.T) {
	f := readOne(t, header+"Table I - Non-Derivative Securities\n"+headsI+
		"Common Stock\t03/05/2012\t\tS\t\t4,000\tD\t$12.50\t96,000\tD\t\n"+
		"Common Stock\t03/05/2012\t\tS (1)\t\t1,000\tD\t$12.75(2)\t95,000\tD\t\n"+
		"Common Stock\t\t\t\t\t\t\t\t10,500\tI\tBy Trust (3)\n")
	got := shown(f)
	for path, want := range map[string]string{
		"tableI[0].transaction.shares": "4000", "tableI[0].sharesFollowing": "96000", "tableI[1].transaction.code": "S [F1]",
		"tableI[1].transaction.price": "12.75 [F2]", "tableI[2].natureOfOwnership": "By Trust [F3]", "tableI[2].sharesFollowing": "10500",
	} {
		if got[path] != want {
			t.Errorf("%s = %q, want %q", path, got[path], want)
		}
	}
	for c := range f.Cells() {
		if len(c.Repairs) > 0 {
			t.Errorf("%s has repairs: %v", c.Path, c.Repairs)
		}
	}
	if len(f.TableI) != 3 || f.TableI[2].Kind != ownership.Holding {
		t.Errorf("lines: %d", len(f.TableI))
	}
	checkSpans(t, f)
}

// TestUnsettled: a number that can be two, and that nothing decides, stays unread.
func TestUnsettled(t *testing.T) {
	f := readOne(t, header+"Table I - Non-Derivative Securities\n"+headsI+
		"Common Stock\t03/05/2012\t\tS\t\t4,000\tD\t\\$ 12.50\t1153,020\tD\t\n")
	v := f.TableI[0].SharesFollowing
	if v.State != ownership.Malformed || v.Raw != "1153,020" {
		t.Errorf("%v %q is %v", v.State, v.Raw, v.V)
	}
}

// TestBalanceDecides: the running balance tells which reading is right.
func TestBalanceDecides(t *testing.T) {
	f := readOne(t, header+"Table I - Non-Derivative Securities\n"+headsI+
		"Common Stock\t03/05/2012\t\tS\t\t4,000\tD\t\\$ 12.50\t157,020\tD\t\n"+
		"Common Stock\t03/05/2012\t\tS\t\t4,000\tD\t\\$ 12.60\t1153,020\tD\t\n")
	v := f.TableI[1].SharesFollowing
	if v.State != ownership.Known || v.V.String() != "153020" || v.How != ownership.Repaired || len(v.Repairs[0].Evidence) == 0 {
		t.Errorf("%v %v %v %v", v.State, v.V, v.How, v.Repairs)
	}
}

func TestNone(t *testing.T) {
	for _, text := range []string{"", "A letter about Form 4.", "FORM 10-K\nAnnual report\nTitle of Security\tPrice\nCommon\t5\n",
		"1. Name and Address of Reporting Person A\t2. Issuer Name and Ticker or Trading Symbol B\n"} {
		s, source := page(text)
		if list, err := Read(s, source, nil); !errors.Is(err, ErrNone) || len(list) > 0 {
			t.Errorf("%.30q: %d forms, %v", text, len(list), err)
		}
	}
	if _, err := Read(&sheet.Sheet{}, ownership.Source{}, nil); !errors.Is(err, ErrNone) {
		t.Errorf("an empty sheet: %v", err)
	}
}

// TestTwoForms: a second title with a first box begins another form; one that is
// only repeated does not.
func TestTwoForms(t *testing.T) {
	one := header + "Table I - Non-Derivative Securities\n" + headsI + "Common Stock\t03/05/2012\t\tS\t\t4,000\tD\t$12.50\t96,000\tD\t\n\n"
	s, source := page(one + "FORM 4\n(continued)\n" + strings.ReplaceAll(one, "QUILLMARK", "OTHERMARK") + signatures)
	list, err := Read(s, source, nil)
	if err != nil || len(list) != 2 {
		t.Fatalf("%d forms, %v", len(list), err)
	}
	if a, b := list[0].Issuer.Name.V, list[1].Issuer.Name.V; a != "QUILLMARK INC" || b != "OTHERMARK INC" {
		t.Errorf("issuers %q and %q", a, b)
	}
}
