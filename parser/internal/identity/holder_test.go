package identity

import (
	"slices"
	"strings"
	"testing"

	"filingview/parser/ownership"
)

func kindOf(words ...string) Holder { return Holder{Kind: words} }

func named(name string) Holder { return Holder{Name: nameOf(name)} }

func TestHoldersLike(t *testing.T) {
	both := named("Halewood Partners")
	both.Note = nameOf("Thornbury Trust")
	for _, c := range []struct {
		name string
		a, b Holder
		want Likeness
	}{
		{"two kinds", kindOf("trust"), kindOf("partnership"), Doubtful},
		{"one kind says more", kindOf("trust"), kindOf("family", "trust"), Same},
		{"a name and nothing", named("Halewood Fund VI"), Holder{}, Alike},
		{"a description and nothing", Holder{Text: "the family trust"}, Holder{}, Alike},
		{"a description and a kind", Holder{Text: "held for the children"}, kindOf("trust"), Alike},
		{"a name that only the note of the other has", both, named("Thornbury Trust"), Alike},
		{"a name that neither note has", both, named("Ridge Company"), Different},
	} {
		if got := c.a.Like(&c.b); got != c.want {
			t.Errorf("%s: %d, not %d", c.name, got, c.want)
		}
		if got := c.b.Like(&c.a); got != c.want {
			t.Errorf("%s, the other way: %d, not %d", c.name, got, c.want)
		}
	}
}

func TestNamesLike(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want Likeness
	}{
		{"Halewood Capital", "Capital Halewood", Same},
		{"Halewood", "Halewood Capital", Alike},
		{"Halewood Fund", "Halewood Fund VI", Doubtful},
		{"Halewood Fund VII", "Halewood Fund VI", Different},
		{"Halewood Capital", "Halewod Capital", Alike},
		{"Halewood Zeta Capital", "Halewod Capital", Doubtful},
		{"Halewood Capital", "Thornbury Capital", Doubtful},
		{"Halewood Capital", "Thornbury Ridge", Different},
		{"Alpha Beta Gamma", "Alpha Delta Epsilon", Different},
		{"Halewood Ridge 0a", "Halewood Ridge 9a", Different},
		{"Halewood Ridge 2004", "Halewood Ridge 2006", Different},
		{"Halewood Ridge bo", "Halewood Ridge cy", Doubtful}, // two letters are a word
	} {
		a, b := nameOf(c.a), nameOf(c.b)
		if x, y := a.Like(&b), b.Like(&a); x != c.want || y != c.want {
			t.Errorf("%q and %q: %d and %d, not %d", c.a, c.b, x, y, c.want)
		}
	}
}

func TestNearlyAtTheEnds(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{{"halewood", "xhalewood", true}, {"halewood", "xhalewoods", false}, {"halewood", "xalewoods", false}} {
		if nearly(c.a, c.b) != c.want || nearly(c.b, c.a) != c.want {
			t.Errorf("%q and %q: %v", c.a, c.b, !c.want)
		}
	}
}

func TestNamesNobody(t *testing.T) {
	for words, want := range map[string]bool{
		"": true, "trust": true, "see footnote": true,
		"footnote 0": true, "footnote 9": true, "footnote 12": true, "footnote f0": true, "footnote f9": true,
		"123": false, "f12": false, "fx": false, "f:": false, "x1": false, "thornbury": false, "1 thornbury": false, "f1 thornbury": false,
	} {
		if got := namesNobody(strings.Fields(words)); got != want {
			t.Errorf("%q: %v", words, got)
		}
	}
}

// TestTermsNameASeries: equal terms make one series of two titles only where both
// terms are given and both titles are of options.
func TestTermsNameASeries(t *testing.T) {
	a := option("stock option", "4.5", "2030-01-02")
	firstTable := func(h Holding) Holding { h.Table = 1; return h }
	over := func(underlying string) Holding { h := a; h.Underlying = underlying; return h }
	keyed := Holding{Table: 1, Title: "common stock", Key: "k"}
	for _, c := range []struct {
		name string
		a, b Holding
		want Likeness
	}{
		{"one title", a, a, Same},
		{"two titles", a, option("warrant", "4.5", "2030-01-02"), Alike},
		{"no option", a, option("phantom unit", "4.5", "2030-01-02"), Different},
		{"another price", a, option("warrant", "5", "2030-01-02"), Different},
		{"another day", a, option("warrant", "4.5", "2031-01-02"), Different},
		{"no price", option("stock option", "", "2030-01-02"), option("warrant", "", "2030-01-02"), Different},
		{"no day", option("stock option", "4.5", ""), option("warrant", "4.5", ""), Different},
		{"Table I", firstTable(a), firstTable(option("warrant", "4.5", "2030-01-02")), Different},
		{"Table I has no terms", firstTable(a), firstTable(option("stock option", "5", "2031-01-02")), Same},
		{"two words for one underlying security", over("common stock"), over("ordinary shares"), Same},
		{"one key", keyed, Holding{Table: 1, Title: "common shs", Key: "k"}, Same},
	} {
		if got := c.a.Like(&c.b); got != c.want {
			t.Errorf("%s: %d, not %d", c.name, got, c.want)
		}
		if got := c.b.Like(&c.a); got != c.want {
			t.Errorf("%s, the other way: %d, not %d", c.name, got, c.want)
		}
	}
}

func TestTitlesOfKindsAreApart(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want Likeness
	}{
		{"phantom stock", "phantam stock", Different}, // a kind of security, whatever the other is
		{"award 01234", "award 01235", Different},
		{"award 91234", "award 91235", Different},
		{"incentive grant", "incentve grant plus", Different},
	} {
		if x, y := CompareTitles(c.a, c.b), CompareTitles(c.b, c.a); x != c.want || y != c.want {
			t.Errorf("%q and %q: %d and %d, not %d", c.a, c.b, x, y, c.want)
		}
	}
}

// TestNotesOfHolders: the note that is nearest to the nature of ownership speaks of
// the holder, and one on the title or the total only by a name.
func TestNotesOfHolders(t *testing.T) {
	f := &ownership.Filing{Footnotes: []ownership.Footnote{{ID: "F1"}, {ID: "F2"}}}
	f.Footnotes[0].Text.V = "Held by Halewood Fund"
	f.Footnotes[1].Text.V = "For the children"
	for _, c := range []struct {
		name                             string
		nature, ownership, title, totals []string
		shown, text                      string
	}{
		{"no note", nil, nil, nil, nil, "", ""},
		{"a note that is not there", []string{"F9"}, nil, nil, nil, "", ""},
		{"and one that is", []string{"F9", "F2"}, nil, nil, nil, "", "for the children"},
		{"on the form of ownership", nil, []string{"F2"}, nil, nil, "", "for the children"},
		{"on the title", nil, nil, []string{"F2"}, nil, "", ""},
		{"a name on the title", nil, nil, []string{"F1"}, nil, "Halewood Fund", ""},
		{"a name on the total", nil, nil, nil, []string{"F1"}, "Halewood Fund", ""},
		{"the nearest counts", []string{"F2"}, nil, []string{"F1"}, nil, "", "for the children"},
		{"a name before a text", []string{"F1"}, []string{"F2"}, nil, nil, "Halewood Fund", ""},
		{"a text and a name", []string{"F2", "F1"}, nil, nil, nil, "Halewood Fund", ""},
	} {
		row := &ownership.Row{}
		row.SecurityTitle.V = "Common Stock"
		row.Ownership.V, row.Ownership.State = ownership.Indirect, ownership.Known
		row.NatureOfOwnership.V = "By Trust"
		row.NatureOfOwnership.Notes, row.Ownership.Notes, row.SecurityTitle.Notes, row.SharesFollowing.Notes = c.nature, c.ownership, c.title, c.totals
		h := NewReader().Holding(f, 1, row)
		if h.Holder.Name.Shown != c.shown || h.Holder.Text != c.text || !slices.Equal(h.Holder.Kind, []string{"trust"}) {
			t.Errorf("%s: %+v", c.name, h.Holder)
		}
	}
}

// TestTermsOfHoldings: only Table II has terms, and a price of zero is none.
func TestTermsOfHoldings(t *testing.T) {
	for _, c := range []struct {
		table                    int
		price                    int64
		strike, expiry, security string
	}{{1, 450, "", "", ""}, {2, 450, "4.5", "2030-01-02", "common stock"}, {2, 0, "", "2030-01-02", "common stock"}} {
		row := &ownership.Row{}
		row.UnderlyingTitle.V = "Common Stock"
		row.ConversionOrExercisePrice.V, row.ConversionOrExercisePrice.State = ownership.NewDecimal(c.price, 2), ownership.Known
		row.ExpirationDate.V, row.ExpirationDate.State = ownership.Date{Year: 2030, Month: 1, Day: 2}, ownership.Known
		h := NewReader().Holding(&ownership.Filing{}, c.table, row)
		if h.Strike != c.strike || h.Expiry != c.expiry || h.Underlying != c.security || h.Notes != "" {
			t.Errorf("%+v: %+v", c, h)
		}
	}
	noted := &ownership.Row{}
	noted.ExerciseDate.Notes = []string{"F9", "F1"}
	f := &ownership.Filing{Footnotes: []ownership.Footnote{{ID: "F1"}}}
	f.Footnotes[0].Text.V = "Vests in parts."
	if h := NewReader().Holding(f, 2, noted); h.Notes != "Vests in parts.\n" {
		t.Errorf("the notes are %q", h.Notes)
	}
	row := &ownership.Row{}
	row.ExpirationDate.V = ownership.Date{Year: 2030, Month: 1, Day: 2} // not known
	if h := NewReader().Holding(&ownership.Filing{}, 2, row); h.Expiry != "" {
		t.Errorf("it expires on %s", h.Expiry)
	}
}
