package identity

import (
	"testing"

	"filingview/parser/ownership"
)

func TestCompareTitles(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want Likeness
	}{
		{"common stock", "common stock", Same},
		{"ordinary shares", "common stock", Same},
		{"rsu", "restricted stock units", Same},
		{"psus", "performance stock unit", Same},
		{"dsu", "deferred stock units", Same},
		{"nqso", "nonqualified", Same},
		{"common stock", "class a common stock", Doubtful},
		{"class a common stock", "class b common stock", Different},
		{"common stock", "preferred stock", Different},
		{"employee option buy", "director option buy", Different},
		{"incentive option", "incentve option", Alike},
		{"incentive grant", "retention grant", Different},
	} {
		if got := CompareTitles(c.a, c.b); got != c.want {
			t.Errorf("%q and %q are %d, not %d", c.a, c.b, got, c.want)
		}
		if got := CompareTitles(c.b, c.a); got != c.want {
			t.Errorf("%q and %q are %d, not %d", c.b, c.a, got, c.want)
		}
	}
}

func TestCompareTerms(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want Likeness
	}{{"4.5", "4.5", Same}, {"", "", Same}, {"", "4.5", Alike}, {"4.5", "", Alike}, {"4.5", "4.6", Doubtful}} {
		if got := CompareTerms(c.a, c.b); got != c.want {
			t.Errorf("%q and %q are %d, not %d", c.a, c.b, got, c.want)
		}
	}
}

func TestNearly(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"halewood", "halewod", true}, {"halewood", "halewoods", true}, {"halewood", "halfwood", true}, {"halewood", "xalewood", true},
		{"halewood", "halewoxx", false}, {"halewood", "halew", false}, {"hale", "halt", false}, {"trust", "truss", true}, {"trust", "trusted", false},
	} {
		if nearly(c.a, c.b) != c.want || nearly(c.b, c.a) != c.want {
			t.Errorf("%q and %q: %v", c.a, c.b, !c.want)
		}
	}
}

func option(title, strike, expiry string) Holding {
	return Holding{Table: 2, Own: ownership.Direct, Title: title, Strike: strike, Expiry: expiry}
}

func TestHoldingsLike(t *testing.T) {
	common := Holding{Table: 1, Own: ownership.Direct, Title: "common stock"}
	indirect := Holding{Table: 1, Own: ownership.Indirect, Title: "common stock", Holder: Holder{Name: nameOf("By Thornbury Family Trust")}}
	trust := Holding{Table: 1, Own: ownership.Indirect, Title: "common stock", Holder: Holder{Kind: []string{"trust"}}}
	partners := Holding{Table: 1, Own: ownership.Indirect, Title: "common stock", Holder: Holder{Name: nameOf("By Halewood Partners")}}
	described := Holding{Table: 1, Own: ownership.Indirect, Title: "common stock", Holder: Holder{Text: "the family trust"}}
	otherText := Holding{Table: 1, Own: ownership.Indirect, Title: "common stock", Holder: Holder{Text: "the other trust"}}
	underlying := option("stock option", "4.5", "2030-01-02")
	underlying.Underlying = "common stock"
	preferred := underlying
	preferred.Underlying = "preferred stock"
	for _, c := range []struct {
		name string
		a, b Holding
		want Likeness
	}{
		{"the same", common, common, Same},
		{"another form of ownership", common, indirect, Different},
		{"another table", common, Holding{Table: 2, Own: ownership.Direct, Title: "common stock"}, Different},
		{"a kind that the name has", indirect, trust, Alike},
		{"a kind that the name has not", partners, trust, Doubtful},
		{"two names", indirect, partners, Different},
		{"two descriptions", described, otherText, Doubtful},
		{"one description", described, described, Same},
		{"the terms of one series", option("stock option", "4.5", "2030-01-02"), option("right to buy", "4.5", "2030-01-02"), Alike},
		{"other terms", option("stock option", "4.5", "2030-01-02"), option("stock option", "5", "2030-01-02"), Doubtful},
		{"no terms", option("stock option", "", ""), option("stock option", "5", "2030-01-02"), Alike},
		{"another underlying security", underlying, preferred, Alike},
	} {
		if got := c.a.Like(&c.b); got != c.want {
			t.Errorf("%s: %d, not %d", c.name, got, c.want)
		}
		if got := c.b.Like(&c.a); got != c.want {
			t.Errorf("%s, the other way: %d, not %d", c.name, got, c.want)
		}
	}
}

func TestSameTerms(t *testing.T) {
	a := option("stock option", "4.5", "2030-01-02")
	for _, c := range []struct {
		strike, expiry string
		want           bool
	}{{"4.5", "2030-01-02", true}, {"4.5", "2030-01-03", false}, {"4.6", "2030-01-02", false}, {"", "2030-01-02", false}, {"4.5", "", false}} {
		b := option("other", c.strike, c.expiry)
		if a.SameTerms(&b) != c.want || b.SameTerms(&a) != c.want {
			t.Errorf("%s, %s: %v", c.strike, c.expiry, !c.want)
		}
	}
	if none := option("a", "", ""); none.SameTerms(&none) {
		t.Error("no terms are the same terms")
	}
}

func TestReader(t *testing.T) {
	r := NewReader()
	f := &ownership.Filing{Footnotes: []ownership.Footnote{{ID: "F1"}, {ID: "F2"}}}
	f.Footnotes[0].Text.V = "Held by Halewood Fund VI, L.P., of which she is a manager."
	f.Footnotes[1].Text.V = "Vests in four parts."
	row := func(nature string, notes ...string) *ownership.Row {
		x := &ownership.Row{}
		x.SecurityTitle.V = "Common Stock, par value $.01"
		x.Ownership.V, x.Ownership.State = ownership.Indirect, ownership.Known
		x.NatureOfOwnership.V, x.NatureOfOwnership.Notes = nature, notes
		return x
	}
	for _, c := range []struct {
		nature      string
		notes       []string
		shown, kind string
		text        string
	}{
		{"By Thornbury Family Trust", nil, "By Thornbury Family Trust", "", ""},
		{"See footnote", []string{"F1"}, "Halewood Fund VI, L.P.", "", ""},
		{"By Trust", []string{"F2"}, "", "trust", "vests in four parts"},
		{"By Trust", nil, "", "trust", ""},
	} {
		h := r.Holding(f, 1, row(c.nature, c.notes...))
		kind := ""
		if len(h.Holder.Kind) > 0 {
			kind = h.Holder.Kind[0]
		}
		if h.Holder.Name.Shown != c.shown || kind != c.kind || h.Holder.Text != c.text || h.Table != 1 || h.Title != "common stock" || h.Own != ownership.Indirect || h.Key == "" {
			t.Errorf("%s %v: %+v", c.nature, c.notes, h)
		}
	}
}
