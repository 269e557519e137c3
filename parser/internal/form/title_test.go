package form

import (
	"strings"
	"testing"
)

// TestNumberOfForm: a title may have "/A" glued to its number; no other number is a form's.
func TestNumberOfForm(t *testing.T) {
	for s, want := range map[string]byte{"3": '3', "4": '4', "5": '5', "4a": '4', "5-a": '5', "2": 0, "6": 0, "44": 0, "144": 0, "4abc": 0, "": 0} {
		if got := number(s); got != want {
			t.Errorf("%q is form %q, want %q", s, got, want)
		}
	}
}

// TestWordsAroundTitle: a machine may see marks around a title, but it is no part of a
// sentence or of a line of many words, unless it begins a line of its own.
func TestWordsAroundTitle(t *testing.T) {
	for s, want := range map[string]byte{
		"form 4": '4', "form 4 a b c": '4', "form 4 a b c d": 0, "sec form 4 a b c": '4', "sec form": 0, "sec": 0,
		"form 4 obligations": 0, "form 4 or form 5": 0, "form of 4": 0,
	} {
		if got := TitleNumber(strings.Fields(s)); got != want {
			t.Errorf("%q is the title of form %q, want %q", s, got, want)
		}
	}
	for _, c := range []struct {
		line  string
		alone bool
		want  byte
	}{
		{"form 4", false, '4'},
		{"form 4 a b", false, '4'},
		{"form 4 a b c", false, 0},
		{"form 4 a b c", true, '4'},
		{"x form 4 a b", false, '4'},
		{"x form 4 a b c", false, 0},
		{"x form 4 a b c", true, 0}, // the title does not begin it
		{"x y form 4", true, 0},
		{"form x form 4", true, 0},
		{"form", true, 0},
		{"form 4 holdings", true, 0},
		{"", true, 0},
	} {
		if got := TitleBeside(strings.Fields(c.line), c.alone); got != c.want {
			t.Errorf("%q (alone %t) begins with the title of form %q, want %q", c.line, c.alone, got, c.want)
		}
	}
}

func TestPlaceOfStatement(t *testing.T) {
	for s, want := range map[string]int{"initial statement of": 0, "the annual statement of changes": 1, "a b statement of changes in": 2, "a statement": -1} {
		if _, at := StatementNumber(strings.Fields(s)); at != want {
			t.Errorf("%q: the name stands at %d, want %d", s, at, want)
		}
	}
}

// TestWordsOfTableTitle: what tells a table stands within five words of "Table".
func TestWordsOfTableTitle(t *testing.T) {
	for s, want := range map[string]int{
		"table a b c d non-derivative": 1, "table a b c d e non-derivative": 0, "a table i derivative": 2, "table i non derivative": 1, "a b c": 0,
		"non-derivative table": 0, "table": 0, "a table": 0,
	} {
		if got := TableTitle(strings.Fields(s)); got != want {
			t.Errorf("%q is the title of table %d, want %d", s, got, want)
		}
	}
	for s, want := range map[string]bool{"beneficially owned": true, "or beneficially owned": true, "disposed of or": true, "owned": true, "owned by": false, "beneficially": false, "": false} {
		if got := EndsTableTitle(strings.Fields(s)); got != want {
			t.Errorf("%q ends the title of Table I: %t", s, got)
		}
	}
	for s, want := range map[string]bool{"e.g puts calls warrants": true, "puts calls": true, "calls puts": false, "": false} {
		if got := IsTableSubtitle(strings.Fields(s)); got != want {
			t.Errorf("%q stands under the title of Table II: %t", s, got)
		}
	}
	for s, want := range map[string]bool{"united states securities and exchange commission": true, "form 4 united states securities and exchange": true, "united states": false} {
		if got := NamesSEC(strings.Fields(s)); got != want {
			t.Errorf("%q names the SEC: %t", s, got)
		}
	}
}

// TestHeadingBegins: text that only mentions a heading is none.
func TestHeadingBegins(t *testing.T) {
	for s, want := range map[string]Heading{
		"explanation of responses": HeadingNotes, "x explanation of responses": HeadingNotes, "x y explanation of responses": HeadingNone,
		"explanation of responses 1 the shares are held": HeadingNotes, "signatures": HeadingSignatures, "the signatures": HeadingNone,
		"reporting owners": HeadingOwners, "reporting owners all": HeadingNone, "remarks": HeadingRemarks, "remarks none": HeadingNone, "": HeadingNone,
	} {
		if got := HeadingOf("", strings.Fields(s)); got != want {
			t.Errorf("%q is heading %d, want %d", s, got, want)
		}
	}
}

// TestSaysNoneOwned: the sentence of a Form 3 without holdings is short and begins with it;
// a text that goes on to say of what none is owned is an explanation.
func TestSaysNoneOwned(t *testing.T) {
	const none = "no securities are beneficially owned"
	for s, want := range map[string]bool{
		none: true, "a b " + none: true, "a b c " + none: false, none + " a b c d e f": true, none + " a b c d e f g": false, "securities are beneficially owned": false, "": false,
	} {
		if got := SaysNoneOwned(strings.Fields(s)); got != want {
			t.Errorf("%q: %t", s, got)
		}
	}
}

// TestWordsOfSignatureLabel: a sentence that speaks of a signature is no label.
func TestWordsOfSignatureLabel(t *testing.T) {
	const label = "signature of reporting person date"
	for s, want := range map[string]bool{
		label: true, "a b " + label: true, "a b c " + label: false, label + " a b c": true, label + " a b c d": false, "a " + label + " a b c": true, "a " + label + " a b c d": false,
	} {
		if got := IsSignatureLabel(strings.Fields(s)); got != want {
			t.Errorf("%q: %t", s, got)
		}
	}
}

// TestBeginsPart: what may follow the explanations, and sentences that speak of it.
func TestBeginsPart(t *testing.T) {
	for s, want := range map[string]bool{
		"Table I - Non-Derivative Securities Acquired": true, "Table I (continued)": true, "TABLE II - CONTINUED": true, "FORM 4 (continued)": true,
		"Joint Filer Information": true, "Joint Filers": true, "Attachment A": true, "Attachment to Form 4": true, "Title of Security (Instr. 3)": true,
		"See Table I for the shares held": false, "Table I shows what was held by the trust at the end of the year": false, "Form 4 was filed late": false,
		"Joint filers are named on the page that is attached to this form": false, "Attachment A to the plan says how the shares vest over time": false, "": false,
	} {
		if got := BeginsPart(folded(s)); got != want {
			t.Errorf("%q: %t", s, got)
		}
	}
}
