package form

import (
	"slices"
	"strings"
	"testing"
)

func folded(s string) []string { return Folded(words(s)) }

func TestTitleNumber(t *testing.T) {
	for s, want := range map[string]byte{
		"FORM 4": '4', "SEC Form 3": '3', "FORM 5/A": '5', "F0RM 4": '4', "FORM 4 |": '4', "FORM 6": 0, "FORM 144": 0, "FORM": 0, "": 0,
		"Form 5 obligations": 0, "Form 3 Holdings Reported": 0, "Form 4 Transactions Reported": 0, "4 FORM": 0,
	} {
		if got := TitleNumber(folded(s)); got != want {
			t.Errorf("%q is the title of form %q, want %q", s, got, want)
		}
	}
	for s, want := range map[string]byte{
		"FORM 4 UNITED STATES SECURITIES AND EXCHANGE COMMISSION": '4', "[ ] FORM 4": '4', "16. Form 4 or Form 5 obligations may continue": 0,
		"Section 16. Form 4 or Form 5": 0,
	} {
		if got := TitleBeside(folded(s), strings.HasPrefix(s, "FORM")); got != want {
			t.Errorf("%q begins with the title of form %q, want %q", s, got, want)
		}
	}
}

func TestStatementNumber(t *testing.T) {
	for s, want := range map[string]byte{
		"INITIAL STATEMENT OF BENEFICIAL OWNERSHIP OF SECURITIES": '3', "STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP": '4',
		"ANNUAL STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP": '5', "2. Date of Event Requiring Statement": '3', "Statement for": 0,
	} {
		if got, _ := StatementNumber(folded(s)); got != want {
			t.Errorf("%q names form %q, want %q", s, got, want)
		}
	}
}

func TestTableTitle(t *testing.T) {
	for s, want := range map[string]int{
		"Table I - Non-Derivative Securities Acquired, Disposed of, or Beneficially Owned": 1, "TABLE II - Derivative Securities Acquired": 2,
		"Tabie l -- Non-Derivative Securities": 1, "Table of contents": 0, "Derivative Securities": 0, "table": 0,
	} {
		if got := TableTitle(folded(s)); got != want {
			t.Errorf("%q is the title of table %d, want %d", s, got, want)
		}
	}
}

func TestHeadingOf(t *testing.T) {
	for s, want := range map[string]Heading{
		"Explanation of Responses:": HeadingNotes, "* Explanation of Responses: (1) The shares": HeadingNotes, "See the explanation of responses": HeadingNone,
		"Remarks:": HeadingRemarks, "Remarks: none": HeadingRemarks, "Remarks:none": HeadingRemarks, "Remarks": HeadingRemarks, "Remarks on this": HeadingNone,
		"Reporting Owners": HeadingOwners, "Reporting Owner Name / Address Relationships": HeadingOwners, "Reporting owners of this": HeadingNone,
		"Signatures": HeadingSignatures, "Signatures of all": HeadingNone, "": HeadingNone,
	} {
		first, _, _ := strings.Cut(s, " ")
		if got := HeadingOf(first, folded(s)); got != want {
			t.Errorf("%q is heading %d, want %d", s, got, want)
		}
	}
}

func TestOwnSentences(t *testing.T) {
	for _, c := range []struct {
		text            string
		line, paragraph bool
	}{
		{"Reminder: Report on a separate line for each class of securities", true, true},
		{"Reminder:", true, false},
		{"* If the form is filed by more than one reporting person, see Instruction 4(b)(v).", true, true},
		{"** Intentional misstatements or omissions of facts constitute Federal Criminal Violations.", true, true},
		{"** Intentional misstatements", true, true},
		{"Intentional misstatements", true, false},
		{"Potential persons who are to respond to the collection of information", true, true},
		{"Note: File three copies of this Form, one of which must be manually signed.", true, true},
		{"SEC 1474 (9-02)", false, true},
		{"SEC rules require this", false, false},
		{"The reporting persons who respond", true, false},
		{"Page 1 of 2", false, false},
		{"Shares withheld for taxes.", false, false},
		{"*", false, true},
		{"", false, false},
		{"x Reminder: Report on a separate line", true, true}, // a speck before it
		{"x y Reminder: Report on a separate line", false, false},
		{"x Intentional misstatements", true, false},
		{"x y Intentional misstatements", false, false},
		{"a b c persons who respond to it", true, false}, // three words are enough anywhere
		{"* Note that if the form is filed at once", false, true},
		{"Note that if the form is filed at once", false, false},
		{"** All intentional misstatements", true, true},
		{"* Form 4: SEC 1474 (03-26) of the Commission", false, true},
		{"Form 4: SEC 1474 (03-26) of the Commission", false, false},
		{"SEC 1474 (9-02) Page", false, true},
		{"SEC 1474 (9-02) Page 1", false, false},
	} {
		if got := IsOwnLine(folded(c.text)); got != c.line {
			t.Errorf("line %q is the form's own: %v, want %v", c.text, got, c.line)
		}
		if got := IsOwnParagraph(c.text, folded(c.text)); got != c.paragraph {
			t.Errorf("paragraph %q is the form's own: %v, want %v", c.text, got, c.paragraph)
		}
	}
}

func TestSignatureLabel(t *testing.T) {
	for s, want := range map[string]bool{
		"** Signature of Reporting Person Date": true, "Signature of Reporting Person": true, "the signature of reporting person": true,
		"Signed. This is no signature of reporting person": false, "Signature of Reporting Person and of all others who sign this form today": false, "/s/ Tess Marlow": false,
	} {
		if got := IsSignatureLabel(folded(s)); got != want {
			t.Errorf("%q is the label of a signature: %v, want %v", s, got, want)
		}
	}
	for s, want := range map[string]bool{"Person Date": true, "Date": true, "Persun": true, "Date 03/04/2024": false, "": false, "Person Person Date": false} {
		if got := IsSignatureTail(folded(s)); got != want {
			t.Errorf("%q is left of the label of a signature: %v, want %v", s, got, want)
		}
	}
}

func TestNoteLabel(t *testing.T) {
	for _, c := range []struct {
		text            string
		raised, misread bool
		number, end     int
	}{
		{"(1)", false, false, 1, 3}, {"[12]", false, false, 12, 4}, {"1.", false, false, 1, 2}, {"3)", false, false, 3, 2}, {"(1)The", false, false, 1, 3},
		{"1", false, false, 0, 0}, {"1", true, false, 1, 1}, {"1,", false, false, 0, 0}, {"1,", false, true, 1, 2}, {"1]", false, false, 0, 0}, {"1]", false, true, 1, 2},
		{"1,250", false, true, 0, 0}, {"1.5", false, false, 0, 0}, {"1.The", false, false, 1, 2}, {"(100)", false, false, 0, 0}, {"(a)", false, false, 0, 0}, {"(1.", false, false, 0, 0},
		{"", false, false, 0, 0}, {"(", true, true, 0, 0}, {"(1", false, false, 0, 0},
	} {
		if n, end := NoteLabel(c.text, c.raised, c.misread); n != c.number || end != c.end {
			t.Errorf("%q (raised %v, misread %v) is label %d up to %d, want %d up to %d", c.text, c.raised, c.misread, n, end, c.number, c.end)
		}
	}
}

func TestAppendMarks(t *testing.T) {
	for s, want := range map[string][]int{
		"(1)": {1}, "(1)(2)": {1, 2}, "(1, 12)": {1, 12}, "(1) & (3)": {1, 3}, "(1;2)": {1, 2},
		"(0)": nil, "(100)": nil, "1": nil, "(1": nil, "(a)": nil, "()": nil, "": nil, "(1)x": nil,
	} {
		got, ok := AppendMarks(nil, s)
		if ok != (want != nil) || ok && !slices.Equal(got, want) {
			t.Errorf("%q has the marks %v, %v; want %v", s, got, ok, want)
		}
	}
}

func TestBoxNumbers(t *testing.T) {
	for s, want := range map[string][2]bool{
		"1": {true, true}, "8": {true, true}, "9": {}, "0": {}, "2a": {true, true}, "2b": {}, "22": {false, true}, "l": {false, true}, "i": {false, true}, "x": {}, "": {}, "100": {},
	} {
		if got := [2]bool{IsBoxNumber(s), MayBeBoxNumber(s)}; got != want {
			t.Errorf("%q is, may be the number of a box: %v, want %v", s, got, want)
		}
	}
}

func TestAddressPartOf(t *testing.T) {
	for s, want := range map[string]AddressPart{
		"(Street)": PartStreet, "(City)": PartCity, "(State)": PartState, "(Zip)": PartZip, "(Zip/Postal": PartZip, "(Country)": PartCountry, "(Middle)": PartName,
		"Street": PartNone, "(Streel)": PartStreet, "(Zap)": PartNone, "": PartNone, "(": PartNone,
	} {
		if got := AddressPartOf(s); got != want {
			t.Errorf("%q is the label of part %d, want %d", s, got, want)
		}
	}
}

// TestLabels: what is looked for on a line is a part of the label, and no label is
// hidden by a shorter one before it.
func TestLabels(t *testing.T) {
	all := Labels()
	for i, l := range all {
		if (l.Numbered == 0) != (l.Alone == 0) {
			t.Errorf("%v: %d words are enough after a number, %d alone", l.Begin, l.Numbered, l.Alone)
		}
		if l.Numbered > l.Alone || l.Alone > len(l.Begin) {
			t.Errorf("%v: %d words of %d are enough after a number, %d alone", l.Begin, l.Numbered, len(l.Begin), l.Alone)
		}
		for _, before := range all[:i] {
			if before.Box != l.Box && HasPrefix(l.Begin, before.Begin...) {
				t.Errorf("%v is never found: %v stands before it", l.Begin, before.Begin)
			}
		}
	}
}

func TestRoleOf(t *testing.T) {
	for _, c := range []struct {
		word, next string
		want       Role
	}{
		{"director", "", RoleDirector}, {"directar", "", RoleDirector}, {"10%", "owner", RoleTenPercent}, {"10", "%", RoleTenPercent}, {"10", "owner", RoleTenPercent},
		{"10", "shares", Roles}, {"officer", "give", RoleOfficer}, {"other", "specify", RoleOther}, {"owner", "", Roles}, {"", "", Roles},
	} {
		if got := RoleOf(c.word, c.next); got != c.want {
			t.Errorf("%q, %q begin the label of role %d, want %d", c.word, c.next, got, c.want)
		}
	}
}

func TestReadTick(t *testing.T) {
	for s, want := range map[string]Tick{
		"X": TickSet, "_X_": TickSet, "[x]": TickSet, "☒": TickSet, "☐": TickEmpty, "[ ]": TickEmpty, "___": TickEmpty, "( )": TickEmpty, "XX": TickUnknown, "Director": TickUnknown, "": TickUnknown,
	} {
		if got := ReadTick(s); got != want {
			t.Errorf("%q is tick %d, want %d", s, got, want)
		}
	}
}

func TestNumberedWord(t *testing.T) {
	for s, want := range map[string]string{"1.": "1", "2A.": "2a", "2A.Deemed": "2a", "10.": "10", "1.5": "", "a.": "", "1": "", "Instr.": "", "3B.": "", "": "", "1234.": ""} {
		if got := NumberedWord(s); got != want {
			t.Errorf("%q begins with number %q, want %q", s, got, want)
		}
	}
}

func TestSaysHead(t *testing.T) {
	for s, want := range map[string]bool{
		"1. Title of Security (Instr. 3)": true, "Price": true, "V": true, "(A)": true, "shares": true, "(A) or (D)": true, "Common Stock": false, "48,000": false, "Class A": false, "": false,
	} {
		if got := SaysHead(folded(s)); got != want {
			t.Errorf("%q is of a head: %v, want %v", s, got, want)
		}
	}
}

func TestEndsSentence(t *testing.T) {
	for s, want := range map[string]bool{"taxes.": true, `Plan.")`: true, "shares;": true, "shares": false, "": false, `"`: false, "the following:": true} {
		if got := EndsSentence(s); got != want {
			t.Errorf("%q ends a sentence: %v, want %v", s, got, want)
		}
	}
}
