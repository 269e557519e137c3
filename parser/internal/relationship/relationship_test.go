package relationship

import (
	"strings"
	"testing"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// words are those of a line.
func words(s string) (out []sheet.Word) {
	at := 0
	for w := range strings.SplitSeq(s, " ") {
		if w != "" {
			out = append(out, sheet.Word{Text: w, At: ownership.Span{Start: int32(at), End: int32(at + len(w))}})
		}
		at += len(w) + 1
	}
	return out
}

// TestTickEdge: a mark that is glued to a label is cut off it.
func TestTickEdge(t *testing.T) {
	for s, want := range map[string]string{
		"_X_Director": "_X_ Director", "_X_DirectorX_10%": "_X_ Director X_ 10%", "[X]Officer": "[X] Officer", "___Other": "___ Other", "_x_Other": "_x_ Other",
		"(X)Director": "(X) Director", "()Director": "() Director", "(XX)Director": "(XX)Director", "(X)": "(X)", "X_10%": "X_ 10%", "X_": "X_", "_X_": "_X_",
		"below)Other": "below) Other", "OwnerX_": "Owner X_", "Owner_X_": "Owner_ X_", "Own_": "Own_", "Owne_": "Owne _", "Director": "Director", ")Other": ")Other",
	} {
		var got []string
		for _, w := range Unglue([]sheet.Word{{Text: s}}) {
			got = append(got, w.Text)
		}
		if g := strings.Join(got, " "); g != want {
			t.Errorf("%q is cut to %q, want %q", s, g, want)
		}
	}
}

// TestMarksBehindLabels: the SEC prints marks before their labels; where the last label
// alone has one after it and Director none before, they all stand after.
func TestMarksBehindLabels(t *testing.T) {
	for text, want := range map[string]string{
		"Director X 10% Owner Officer (give title below) Other (specify below) X":         "X--X|",
		"Director 10% Owner Officer (give title below) Other (specify below) X":           "---X|",
		"Director 10% Owner Officer (give title below) Other (specify below) X Adviser":   "---X|Adviser",
		"X Director 10% Owner X Officer (give title below) Other (specify below) X Chief": "X-X-|Chief",
		"X Director X 10% Owner": "XX?-|", // the label of Officer is lost
		"X 10% Owner _ Officer (give title below) _ Other (specify below)":                                                          "?X--|",
		"X Officer (give title below) _ Other (specify below) X Officer (give title below) _ Other (specify below) Chief":           "????|",
		"_ Director _ 10% Owner _ Officer (give title below) X Other (specify below) X 10% Owner":                                   "????|",
		"_ Director _ 10% Owner X Officer (give title below) _ Other (specify below) Director of Sales, Other Markets, 10% Program": "--X-|Director of Sales, Other Markets, 10% Program",
		"_ Director _ 10% Owner X Officer (give title below) _ Other (specify below) Chief Legal Officer":                           "--X-|Chief Legal Officer",
		"_ Director X 10% Owner _ Officer (give title below) _ Other (specify below) _ _ Chief":                                     "-X--|Chief",
		"_ Director X 10% Owner _ Officer (give title below) Chief":                                                                 "-X--|Chief", // Other is not printed
		"_ Director _ X 10% Owner _ Officer (give title below) _ Other (specify below)":                                             "-X--|",
		"_ Director X _ 10% Owner _ Officer (give title below) _ Other (specify below)":                                             "-X--|",
		"/X/ Director / / 10% Owner /x/ Officer (give title below) / / Other (specify below) Chief / President":                     "X-X-|Chief / President",
		"_X_ Director ___ 10% Owner __X__ Officer (give title below) ___ Other (specify below) President":                           "X-X-|President",
		"_X_DirectorX_10% Owner _X_Officer (give title below)Other (specify below)":                                                 "XXX-|",
		"X Director 10% Owner Officer (give title below) Other (specify below)":                                                     "X---|",
		"Director X 10% Owner Officer (give title below) Other (specify below)":                                                     "-X--|",
		"(X) Director ( ) 10% Owner ( ) Officer (give title below) ( ) Other (specify below)":                                       "X---|",
		"[ ] Director [X] 10% Owner [ ] Officer (give title below) [X] Other (specify below) Member of group":                       "-X-X|Member of group",
		"Director X 10% Owner X Officer (give title below) X Other (specify below) X Chief":                                         "XXXX|Chief",
		"☒ Director ☐ 10% Owner ☐ Officer (give title below) ☐ Other (specify below)":                                               "X---|",
		// "Yes" and "No" beside each label, in any order.
		"No Director No 10% Owner Yes Officer (give title below) No Other (specify below) Treasurer": "--X-|Treasurer",
		"Director: No Officer: Yes (give title below) 10% Owner: No Other: No Treasurer":             "--X-|Treasurer",
		"Director: Yes 10% Owner: No Officer: No":                                                    "X---|",
		"Director: Yes 10% Owner: Officer: No Other: No Adviser":                                     "????|No Adviser", // see TestAnswerIsNoTitle
		"_ Director _ 10% Owner X Officer (give title below) _ Other (specify below) No. 2 Officer":  "--X-|No. 2 Officer",
		"Chief Executive": "????|",
		"":                "????|",
	} {
		got := Read([][]sheet.Word{words(text)})
		s := ""
		for _, x := range got.Set {
			s += map[form.Tick]string{form.TickSet: "X", form.TickEmpty: "-", form.TickUnknown: "?"}[x]
		}
		if s += "|" + printed.JoinedLines(got.Rest); s != want {
			t.Errorf("%q is %q, want %q", text, s, want)
		}
	}
}

// TestRoleWords: a label takes the words of its instruction, some of which may be lost.
func TestRoleWords(t *testing.T) {
	for _, c := range []struct {
		text string
		role form.Role
		want int
	}{
		{"Director 10% Owner", form.RoleDirector, 1},
		{"10% Owner Officer", form.RoleTenPercent, 2},
		{"10 % Owner Officer", form.RoleTenPercent, 3},
		{"Officer (give title below) Other", form.RoleOfficer, 4},
		{"Officer (give title", form.RoleOfficer, 3},
		{"Officer title below) Chief", form.RoleOfficer, 3},
		{"Officer Chief (give title below)", form.RoleOfficer, 1},
		{"Officer below) give", form.RoleOfficer, 2},
		{"Other (specify below) Adviser", form.RoleOther, 3},
		{"Other ( specify below ) Adviser", form.RoleOther, 5},
	} {
		if got := roleWords(words(c.text), c.role); got != c.want {
			t.Errorf("%q: %d words, want %d", c.text, got, c.want)
		}
	}
}

// TestMarksFirst: a mark halfway up a label of two lines is of that label, up to three
// words away.
func TestMarksFirst(t *testing.T) {
	for text, want := range map[string]string{
		"Officer (give title X below)":     "X Officer (give title below)",
		"Other (specify X below)":          "X Other (specify below)",
		"Officer (give the title X below)": "Officer (give the title X below)",
		"Officer X below)":                 "Officer X below)",
		"a Officer X below)":               "a X Officer below)",
		"Officer (give title X Other":      "Officer (give title X Other",
		"Officer (give title X":            "Officer (give title X",
		"a b c X below)":                   "a b c X below)",
	} {
		if got := printed.Joined(marksFirst(words(text))); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestWithoutLabels: of the labels over the officer's title nothing is left in it, and a
// title that begins with one of their words keeps it.
func TestWithoutLabels(t *testing.T) {
	for s, want := range map[string]string{
		"(give title) -- (specify) below below President": "President", "below) below) Vice President": "Vice President",
		"Title Officer": "Title Officer", "Chief Financial below) Officer": "Chief Financial Officer", "below)": "", "title": "", "": "",
		"President -- Works": "President -- Works",
	} {
		if got := printed.Joined(withoutLabels(words(s))); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

// TestFill: the text after the boxes is the officer's title, and what "Other" is where only
// that is marked.
func TestFill(t *testing.T) {
	for text, want := range map[string]string{
		"X Director 10% Owner X Officer (give title below) Other (specify below) Chief": "Chief|",
		"Director 10% Owner Officer (give title below) X Other (specify below) Adviser": "|Adviser",
		"Director 10% Owner X Officer (give title below) X Other (specify below) Chief": "Chief|",
		"X Director 10% Owner Officer (give title below) Other (specify below) Chief":   "Chief|",
		"X Director 10% Owner Officer (give title below) Other (specify below)":         "|",
		"no labels": "|",
	} {
		var o ownership.Owner
		box := Read([][]sheet.Word{words(text)})
		box.Fill(new(ownership.Source), &o.Relationship)
		if got := o.Relationship.OfficerTitle.V + "|" + o.Relationship.OtherText.V; got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
		if known := o.Relationship.IsDirector.State == ownership.Known; known != (text != "no labels") {
			t.Errorf("%q: the boxes are read: %t", text, known)
		}
	}
}

// TestMarkBesideTwoLines: a mark in the middle of a label of two lines is of that label.
func TestMarkBesideTwoLines(t *testing.T) {
	for text, want := range map[string]string{
		"X Director X 10% Owner Officer (give title X below) Other (specify below) CEO": "XXX-",
		"Director 10% Owner Officer (give title below) Other (specify X below) Adviser": "---X",
		"Director 10% Owner X Officer (give title below) Other (specify below) CFO":     "--X-",
	} {
		got := ""
		for _, k := range Read([][]sheet.Word{words(text)}).Set {
			got += map[bool]string{true: "X", false: "-"}[k == form.TickSet]
		}
		if got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

// TestAnswerIsNoTitle: where the boxes are unread, "No Adviser" is an answer and a title.
func TestAnswerIsNoTitle(t *testing.T) {
	for text, want := range map[string]ownership.State{
		"Director: Yes 10% Owner: Officer: No Other: No Adviser":                                    ownership.Malformed,
		"_ Director _ 10% Owner X Officer (give title below) _ Other (specify below) No. 2 Officer": ownership.Known,
	} {
		var o ownership.Owner
		box := Read([][]sheet.Word{words(text)})
		box.Fill(new(ownership.Source), &o.Relationship)
		if got := o.Relationship.OfficerTitle.State; got != want {
			t.Errorf("%q: the title is %v", text, got)
		}
	}
}
