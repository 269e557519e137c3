package formreader

import (
	"strings"
	"testing"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/internal/sheet"

	"filingview/parser/ownership"
)

// TestTickEdge: a mark that is glued to a label is cut off it.
func TestTickEdge(t *testing.T) {
	for s, want := range map[string]string{
		"_X_Director": "_X_ Director", "_X_DirectorX_10%": "_X_ Director X_ 10%", "[X]Officer": "[X] Officer", "___Other": "___ Other", "_x_Other": "_x_ Other",
		"(X)Director": "(X) Director", "()Director": "() Director", "(XX)Director": "(XX)Director", "(X)": "(X)", "X_10%": "X_ 10%", "X_": "X_", "_X_": "_X_",
		"below)Other": "below) Other", "OwnerX_": "Owner X_", "Owner_X_": "Owner_ X_", "Own_": "Own_", "Owne_": "Owne _", "Director": "Director", ")Other": ")Other",
	} {
		var got []string
		for _, w := range unglue([]sheet.Word{{Text: s}}) {
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
		"Chief Executive": "????|",
		"":                "????|",
	} {
		got := readRelation([][]sheet.Word{words(text, 0)})
		s := ""
		for _, x := range got.set {
			s += map[form.Tick]string{form.TickSet: "X", form.TickEmpty: "-", form.TickUnknown: "?"}[x]
		}
		if s += "|" + printed.JoinedLines(got.rest); s != want {
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
		if got := roleWords(words(c.text, 0), c.role); got != c.want {
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
		if got := printed.Joined(marksFirst(words(text, 0))); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestAgreeOnTitle: a title that stands one column off, and the marks before it, do not
// speak against the box of relationships.
func TestAgreeOnTitle(t *testing.T) {
	var a, b ownership.Relationship
	for i, v := range flags(&a) {
		v.State, v.V = ownership.Known, i != 3 // director, 10% owner, officer
	}
	for i, v := range flags(&b) {
		v.State, v.V = ownership.Known, i != 1
	}
	b.OtherText = ownership.Value[string]{V: "CEO", Reading: ownership.Reading{State: ownership.Known}}
	agree(&a, &b)
	if !a.IsTenPercentOwner.V || !a.IsOfficer.V || a.IsOther.State != ownership.Known || b.OfficerTitle.V != "CEO" || b.OfficerTitle.How != ownership.Guessed || b.OtherText.State != ownership.Absent {
		t.Errorf("%+v, %+v", a, b)
	}
}

// TestAgree: a box that only one of the two readings has ticked is not known; where one has
// no mark at all the other is right.
func TestAgree(t *testing.T) {
	boxes := func(s string) ownership.Relationship {
		var r ownership.Relationship
		for i, v := range flags(&r) {
			v.State, v.V = ownership.Known, s[i] == 'X'
		}
		return r
	}
	for _, c := range []struct{ first, listed, want string }{
		{"X---", "X---", "X---"}, {"X---", "XX--", "X?--"}, {"X---", "-X--", "??--"}, {"----", "-X--", "-X--"}, {"X---", "----", "X---"}, {"----", "----", "----"},
		{"--X-", "---X", "--??"},
	} {
		a, b := boxes(c.first), boxes(c.listed)
		agree(&a, &b)
		got := ""
		for _, v := range flags(&a) {
			got += map[bool]string{true: "X", false: "-"}[v.V && v.State == ownership.Known]
			if v.State == ownership.Malformed {
				got = got[:len(got)-1] + "?"
			}
		}
		if got != c.want {
			t.Errorf("%s and %s: %s, want %s", c.first, c.listed, got, c.want)
		}
	}
}
