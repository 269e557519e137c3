package formreader

import (
	"fmt"
	"strings"
	"testing"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// TestUnsigned: a form whose cells for the signature are empty has none.
func TestUnsigned(t *testing.T) {
	unsigned := strings.ReplaceAll(damaged, "By: /s/ Odile M. Ferrand\t03/07/2012", "\t")
	if unsigned == damaged {
		t.Fatal("there is a signature still")
	}
	if f := readOne(t, unsigned); len(f.Signatures) != 0 {
		t.Errorf("signatures: %+v", f.Signatures)
	}
}

// TestDaysWithTails: what an XML date has after the day, the SEC's page prints there.
func TestDaysWithTails(t *testing.T) {
	for s, want := range map[string]string{
		"07/19-05:00/2024": "2024-07-19", "07/19Z/2024": "2024-07-19", "03/05T23:59:59.000-05:00/2024": "2024-03-05",
		"07/19-05:0/2024": "", "07/193/2024": "", "7/19/24": "2024-07-19",
	} {
		if got, ok := printed.ParseDate(s); ok != (want != "") || ok && got.String() != want {
			t.Errorf("%q: %v, %t, want %q", s, got, ok, want)
		}
	}
}

// TestPrinted: a date within a name is no signature's date, notes in rows of a table
// need no order, and a line's title is no sentence of the form.
func TestPrinted(t *testing.T) {
	f := readOne(t, strings.Replace(header, "FORM 4", "FORM 3", 1)+"Table I - Non-Derivative Securities Beneficially Owned\n"+
		"1. Title of Security (Instr. 4)\t2. Amount of Securities Beneficially Owned\t3. Ownership Form\t4. Nature of Indirect\n"+
		"No securities are beneficially owned\t0\tD\t\n"+
		"Signatures\n/s/ Ferrand Family Trust u/a/d 01/02/2003\t\t03/07/2012\n** Signature of Reporting Person\tDate\n\n"+
		"Explanation of Responses:\n*\tIf the form is filed by more than one reporting person, see Instruction 5(b)(v).\n(10)\tTen.\n(2)\tTwo.\n"+
		"Note: File three copies of this Form.\n")
	got := shown(f)
	for path, want := range map[string]string{
		"tableI[0].securityTitle": "No securities are beneficially owned",
		"tableI[0].ownership":     "D",
		"noSecuritiesOwned":       "",
		"signatures[0].name":      "/s/ Ferrand Family Trust u/a/d 01/02/2003",
		"signatures[0].date":      "2012-03-07",
		"footnotes[0].text":       "Ten.",
		"footnotes[1].text":       "Two.",
	} {
		if got[path] != want {
			t.Errorf("%s = %q, want %q", path, got[path], want)
		}
	}
	if len(f.Footnotes) != 2 || f.Footnotes[1].ID != "F2" {
		t.Errorf("notes: %+v", f.Footnotes)
	}
}

// TestCityOfTwoLines: a city that wraps in its cell has state and zip code beside it.
func TestCityOfTwoLines(t *testing.T) {
	for _, c := range []struct{ lines, city, state, zip string }{
		{"MOUNTAIN/VIEW/CA 94043", "MOUNTAIN VIEW", "CA", "94043"},
		{"BOZEMAN/MONTANA/59715", "BOZEMAN", "MONTANA", "59715"},
		{"VANCOUVER/BRITISH COLUMBIA, CANADA V6E 2K3", "VANCOUVER", "BRITISH COLUMBIA, CANADA", "V6E 2K3"},
		{"LONDON/X0/SW1A 1AA", "LONDON", "X0", "SW1A 1AA"},
	} {
		var lines [][]sheet.Word
		for s := range strings.SplitSeq(c.lines, "/") {
			lines = append(lines, words(s, 0))
		}
		city, state, zip := cityParts(lines)
		if printed.JoinedLines(city) != c.city || printed.JoinedLines(state) != c.state || printed.JoinedLines(zip) != c.zip {
			t.Errorf("%s: %q, %q, %q", c.lines, printed.JoinedLines(city), printed.JoinedLines(state), printed.JoinedLines(zip))
		}
	}
}

// TestRemarksAboveSignature: remarks that stand in a table are none of the signer's
// name below it, and what is left of the label is no note.
func TestRemarksAboveSignature(t *testing.T) {
	f := readOne(t, header+"Table I - Non-Derivative Securities\n"+headsI+"Common Stock\t03/05/2012\t\tS\t\t4,000\tD\t$12.50(1)\t96,000\tD\t\n\n"+
		"Explanation of Responses:\n(1)\tA weighted average price.\nRemarks:\t\nUnder a plan adopted before.\t\n\n"+
		"/s/ Odile M.\nFerrand\n03/07/2012\n** Signature of Reporting\nPerson Date\nReminder: Report on a separate line for each class of securities.\n")
	got := shown(f)
	for path, want := range map[string]string{
		"signatures[0].name": "/s/ Odile M. Ferrand",
		"signatures[0].date": "2012-03-07",
		"remarks":            "Under a plan adopted before.",
		"footnotes[0].text":  "A weighted average price.",
	} {
		if got[path] != want {
			t.Errorf("%s = %q, want %q", path, got[path], want)
		}
	}
}

// TestOwnersTogether: owners whose rows nothing parts are told apart by their addresses.
func TestOwnersTogether(t *testing.T) {
	cell := func(lines ...string) *sheet.Block {
		b := &sheet.Block{Table: 1}
		for y, s := range lines {
			if s == "" {
				continue
			}
			l := words(s, 0)
			for i := range l {
				l[i].Box.Y0, l[i].Box.Y1 = float32(10*y), float32(10*y+10)
			}
			b.Lines = append(b.Lines, l)
		}
		return b
	}
	none := cell()
	placeless := cell("FERRAND ODILE", "9 HERON LANE", "MARLOW", "CONNECTICUT", "06831", "UNITED STATES", "OMF Holdings")
	for _, l := range placeless.Lines {
		for i := range l {
			l[i].Box = ownership.Box{}
		}
	}
	for name, c := range map[string]struct {
		cells []*sheet.Block
		want  string
	}{
		"with countries": {[]*sheet.Block{cell("FERRAND ODILE", "9 HERON LANE", "MARLOW", "CONNECTICUT", "06831", "UNITED STATES", "OMF Holdings", "9 HERON LANE", "MARLOW", "CONNECTICUT", "06831", "UNITED STATES"),
			cell("", "", "X"), cell("", "", "X", "", "", "", "", "", "X"), none, none}, "FERRAND ODILE true true; OMF Holdings false true; "},
		"without": {[]*sheet.Block{cell("FERRAND ODILE", "9 HERON LANE", "MARLOW, CT 06831", "OMF Holdings", "9 HERON LANE", "MARLOW, CT 06831"),
			cell("", "X"), cell("", "", "", "", "X"), none, none}, "FERRAND ODILE true false; OMF Holdings false true; "},
		"without places": {[]*sheet.Block{placeless, cell("X"), none, none, none}, "FERRAND ODILE true false; "},
		"one":            {[]*sheet.Block{cell("FERRAND ODILE", "9 HERON LANE", "MARLOW, CT 06831"), cell("X"), none, none, none}, "FERRAND ODILE true false; "},
	} {
		got := ""
		r := &ownerReader{document: &document{f: &ownership.Filing{}}}
		for _, cells := range apartOwners(c.cells) {
			o := r.ownerRow(cells)
			got += fmt.Sprintf("%s %t %t; ", o.Name.V, o.Relationship.IsDirector.V, o.Relationship.IsTenPercentOwner.V)
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

// TestShiftedValues: values that stand in another column, where nothing parts the columns,
// are put back or doubted, never presented as fact.
func TestShiftedValues(t *testing.T) {
	text := header + "Table I - Non-Derivative Securities\n" + headsI +
		"Class A Common Stock\t03/05/2012\t\tS\t\t4,000\tD\t$12.50\t96,000\tD\t\n" +
		"Class A Common Stock\t03/06/2012\t\tS\t\t1,000\tD\t$ 12.75 95,000\t\tD\t\n" +
		"\tClass\t\tA\t\tCommon Stock\t\t1,178,530\t\tI\tBy Trust\n" +
		"Table II - Derivative Securities\n" + headsII +
		"Option\t$ 1.00\t03/05/2012\t\tM\t\t\t4,000\t03/05/2002\t\tClass B Common 4,000 (1) Stock\t\t$ 0\t1,000\tD\t\n"
	f := readOne(t, text)
	got := shown(f)
	for path, want := range map[string]string{
		"tableI[0].sharesFollowing":            "96000",
		"tableI[1].transaction.price":          "12.75 guessed",
		"tableI[1].sharesFollowing":            "95000 repaired",
		"tableI[2].securityTitle":              "Class A Common Stock repaired",
		"tableI[2].sharesFollowing":            "1178530 guessed",
		"tableI[2].ownership":                  "I guessed",
		"tableII[0].underlyingTitle":           "Class B Common Stock guessed",
		"tableII[0].underlyingShares":          "4000 guessed",
		"tableII[0].expirationDate":            "blank  [F1] guessed",
		"tableII[0].transaction.shares":        "4000",
		"tableI[0].transaction.price":          "12.50",
		"tableI[2].transaction.code":           "",
		"tableI[2].natureOfOwnership":          "By Trust guessed",
		"tableII[0].sharesFollowing":           "1000",
		"tableII[0].exerciseDate":              "2002-03-05",
		"tableII[0].transaction.price":         "0",
		"tableII[0].ownership":                 "D",
		"tableI[1].transaction.date":           "2012-03-06 guessed",
		"tableI[1].transaction.shares":         "1000 guessed",
		"tableI[0].transaction.code":           "S",
		"tableI[0].transaction.date":           "2012-03-05",
		"tableI[0].securityTitle":              "Class A Common Stock",
		"tableI[0].ownership":                  "D",
		"tableI[0].transaction.shares":         "4000",
		"tableII[0].transaction.code":          "M",
		"tableII[0].conversionOrExercisePrice": "1.00",
	} {
		if got[path] != want {
			t.Errorf("%s = %q, want %q", path, got[path], want)
		}
	}
	if len(f.TableI) != 3 || f.TableI[2].Kind != ownership.Holding {
		t.Errorf("%d lines, the last a %v", len(f.TableI), f.TableI[len(f.TableI)-1].Kind)
	}
}

// TestShiftedHoldings: a line without date and code is a holding, whatever stands in the
// columns of transactions.
func TestShiftedHoldings(t *testing.T) {
	f := readOne(t, header+"Table I - Non-Derivative Securities\n"+headsI+
		"Common Stock\t03/05/2012\t\tS\t\t4,000\tD\t$12.50\t96,000\tD\t\n"+
		"Common Stock\t\t\t\t\t1,178,530\t\t\t\tI\tBy Trust\n"+
		"Table II - Derivative Securities\n"+headsII+
		"Option\t$ 1.00\t\t\t\t\t(12)\t\t\t03/05/2022\tCommon Stock\t4,000\t\t1,000\tD\t\n")
	got := shown(f)
	for path, want := range map[string]string{
		"tableI[0].transaction.shares": "4000",
		"tableI[1].sharesFollowing":    "1178530 guessed",
		"tableI[1].ownership":          "I",
		"tableII[0].exerciseDate":      "blank  [F12] guessed",
		"tableII[0].expirationDate":    "2022-03-05",
	} {
		if got[path] != want {
			t.Errorf("%s = %q, want %q", path, got[path], want)
		}
	}
	if len(f.TableI) != 2 || len(f.TableII) != 1 || f.TableI[1].Kind != ownership.Holding || f.TableII[0].Kind != ownership.Holding {
		t.Errorf("lines: %+v %+v", f.TableI, f.TableII)
	}
}

// TestNatureThatWraps: a text that ends with its mark on the next line is put together,
// and a currency sign of the next column is none of an amount's.
func TestNatureThatWraps(t *testing.T) {
	f := readOne(t, header+"Table I - Non-Derivative Securities\n"+headsI+
		"Common Stock\t03/05/2012\t\tS\t\t4,000\tD\t$12.50 $\t96,000\tI\tBy Quillmark Venture\n"+
		"Common Stock\t03/05/2012\t\tS\t\t4,000\tD\t$12.50\t92,000\tI\tFund (Q), LP (1) By Quillmark Growth, LP (2)\n"+
		"Common Stock\t03/05/2012\t\tS\t\t4,000\tD\t$12.50\t88,000\tI\tBy Trust (3)\n")
	got := shown(f)
	for path, want := range map[string]string{
		"tableI[0].natureOfOwnership": "By Quillmark Venture Fund (Q), LP [F1] guessed",
		"tableI[1].natureOfOwnership": "By Quillmark Growth, LP [F2] guessed",
		"tableI[2].natureOfOwnership": "By Trust [F3]",
		"tableI[0].transaction.price": "12.50",
	} {
		if got[path] != want {
			t.Errorf("%s = %q, want %q", path, got[path], want)
		}
	}
}

// TestRestOfHeads: the end of a long head is no value of the line below it.
func TestRestOfHeads(t *testing.T) {
	f := readOne(t, header+"Table I - Non-Derivative Securities\n"+headsI+
		"Common Stock\t03/05/2012\t\tM\t\t4,000\t(D) A\t$12.50\t96,000\t(I) (Instr. D\t4)\n"+
		"Common Stock\t03/05/2012\t\tS\t\t4,000\tD\t$12.50\t92,000\tD\t\n"+
		"Table II - Derivative Securities\n"+headsII+"\t\t\t\t\t\t(A)\t(D)\tDate Exercisable\tExpiration Date\t\tof Shares\t\t\t\t\n")
	if len(f.TableII) != 0 {
		t.Errorf("heads are %d lines of Table II", len(f.TableII))
	}
	got := shown(f)
	for path, want := range map[string]string{
		"tableI[0].transaction.acquiredDisposed": "A guessed",
		"tableI[0].ownership":                    "D guessed",
		"tableI[1].ownership":                    "D",
	} {
		if got[path] != want {
			t.Errorf("%s = %q, want %q", path, got[path], want)
		}
	}
}

// TestSpecksAboveName: specks that a machine read above the name are no name.
func TestSpecksAboveName(t *testing.T) {
	r := &ownerReader{document: &document{f: &ownership.Filing{}, damaged: true, sheet: &sheet.Sheet{}}}
	in := boxes{}
	in.lines[form.BoxOwner] = [][]sheet.Word{words("be", 0), words("FERRAND ODILE M", 3)}
	in.lines[form.BoxLast] = [][]sheet.Word{words("=", 20), words("9 HERON LANE", 22)}
	if o := r.boxOwner(&in); o.Name.V != "FERRAND ODILE M" || o.Address.Street1.V != "9 HERON LANE" || o.Address.Street2.V != "" {
		t.Errorf("%q, %q, %q", o.Name.V, o.Address.Street1.V, o.Address.Street2.V)
	}
}

// TestSecondReadingOfOwner: the table of owners mends what a machine misread in box 1,
// and nothing where the two contradict each other.
func TestSecondReadingOfOwner(t *testing.T) {
	text := func(s string) ownership.Value[string] {
		return ownership.Value[string]{V: s, Reading: ownership.Reading{State: ownership.Known}}
	}
	mark := ownership.Value[bool]{V: true, Reading: ownership.Reading{State: ownership.Known}}
	good := ownership.Owner{Address: ownership.Address{City: text("MARLOW"), State: text("CT"), ZipCode: text("06831")},
		Relationship: ownership.Relationship{IsDirector: mark, IsOfficer: mark, OfficerTitle: text("CEO")}}
	bad := ownership.Owner{Address: ownership.Address{City: text("lee any"), Street2: text("9 HERON LANE MARLOW")},
		Relationship: ownership.Relationship{IsDirector: mark, OfficerTitle: text("title below) below)")}}
	second(&bad, &good)
	if bad.Address.City.V != "MARLOW" || !bad.Relationship.IsOfficer.V || bad.Relationship.OfficerTitle.V != "CEO" {
		t.Errorf("%+v", bad)
	}
	other := ownership.Owner{Address: good.Address, Relationship: ownership.Relationship{IsTenPercentOwner: mark}}
	second(&other, &good)
	if !other.Relationship.IsTenPercentOwner.V || other.Relationship.IsDirector.V {
		t.Errorf("%+v", other.Relationship)
	}
}

// TestRemarksWord: the word alone, without a colon, is text of the remarks once they have
// begun.
func TestRemarksWord(t *testing.T) {
	f := readOne(t, header+"Table I - Non-Derivative Securities\n"+headsI+
		"Common Stock\t03/05/2012\t\tS\t\t4,000\tD\t$12.50 (1)\t96,000\tD\t\n\nExplanation of Responses:\n(1) A weighted average price.\nRemarks:\nUnder a plan; see\nRemarks\nof the plan.\n")
	if got, want := f.Remarks.V, "Under a plan; see Remarks of the plan."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
