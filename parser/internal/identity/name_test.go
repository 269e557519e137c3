package identity

import "testing"

func TestHolderNames(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want Likeness
	}{
		{"By The Founders Fund VI, LP", "The Founders Fund VI LP", Same},
		{"By Founders Funds VI, L.P.", "Founders Fund VI LP", Same},
		{"The Thornbury Family Trust", "Thornbury Family Trust", Same},
		{"Founders Fund VI, LP", "Founders Fund VII, LP", Different},
		{"Trust for Child 1", "Trust for Child 2", Different},
		{"By wife", "By spouse", Same},
		{"Halewood Partners LLC", "Marchbank Capital LLC", Different},
		{"Thornbury Family Trust", "Thornbury Family GST Trust", Doubtful},
		{"Halewood Partners", "Halewod Partners", Alike},
	} {
		a, b := nameOf(c.a), nameOf(c.b)
		if got := a.Like(&b); got != c.want {
			t.Errorf("%q and %q are %d, not %d", c.a, c.b, got, c.want)
		}
		if got := b.Like(&a); got != c.want {
			t.Errorf("%q and %q are %d, not %d", c.b, c.a, got, c.want)
		}
	}
}

func TestRecordHolder(t *testing.T) {
	for note, want := range map[string]string{
		"Shares are held by Halewood Fund VI, L.P., of which the reporting person is a manager.": "Halewood Fund VI, L.P.",
		"The shares are held of record by the Thornbury 2010 Annuity Trust.":                     "the Thornbury 2010 Annuity Trust",
		"The Ada Thornbury Revocable Trust dated July 22, 2003, for which she is trustee.":       "The Ada Thornbury Revocable Trust dated July 22, 2003",
		"Shares are held by the reporting person.":                                               "",
		"Owned directly by the Reporting Person.":                                                "",
		"The price is a weighted average.":                                                       "",
		"Represents restricted stock units.":                                                     "",
	} {
		if got := shown(namingOf(note).holders); got != want {
			t.Errorf("%q names %q, not %q", note, got, want)
		}
	}
}
