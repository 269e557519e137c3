package identity

import (
	"strings"
	"testing"
)

func shown(all []Name) string {
	var s []string
	for _, n := range all {
		s = append(s, n.Shown)
	}
	return strings.Join(s, " | ")
}

// TestHoldersThatNotesName: each kind of words with the case that looks like it and is
// not. | stands between several holders.
func TestHoldersThatNotesName(t *testing.T) {
	long := "The " + strings.Repeat("X", 80) + " Trust" // 90 bytes
	for _, c := range []struct{ note, want string }{
		// "Held by", and what is not held in the line, not held any more, or not the securities.
		{"Held by Halewood Fund", "Halewood Fund"},
		{"The shares are held of record by Halewood Fund, L.P.", "Halewood Fund, L.P."},
		{"Shares owned directly and of record by Halewood Fund.", "Halewood Fund"},
		{"These options are registered in the name of Thornbury Holdings Ltd.", "Thornbury Holdings Ltd."},
		{"Held for the benefit of Ada Thornbury.", "Ada Thornbury"},
		{"Held through Thornbury Holdings LLC, which the reporting person controls.", "Thornbury Holdings LLC"},
		{"The option was issued to Halewood Fund in May.", "Halewood Fund"},
		{"Does not include 26,850 shares held by the Thornbury Trust.", ""},
		{"Excludes shares owned by Halewood Fund, L.P.", ""},
		{"In addition to the shares held by the Thornbury Trust, she has an option.", ""},
		{"These shares were previously held by Halewood Fund.", ""},
		{"They are no longer held by Halewood Fund.", ""},
		{"All membership interests in the vehicle are held by the Thornbury Trust.", ""},
		{"The manager, which is owned by Ada Thornbury, has the say.", ""},
		{"A company owned by the Thornbury Trust manages it.", ""},
		{"The shares are held in trust", ""},
		{"The shares are held in escrow by no one.", ""},
		{"The option is issued and fully vested.", ""},
		// The holder as the subject, and who is only near.
		{"The record holder is Halewood Fund I, L.P., whose general partner she manages.", "Halewood Fund I, L.P."},
		{"Thornbury Sponsor, LLC (the \"Sponsor\") is the record holder of the securities reported herein.", "Thornbury Sponsor, LLC"},
		{"Halewood Fund II, L.P. directly holds the shares.", "Halewood Fund II, L.P."},
		{"The reporting person is the managing member of Thornbury GP LLC, which directly owns the securities.", "Thornbury GP LLC"},
		{"The reporting person is the sole member of Thornbury Holdings LLC, which holds the shares.", "Thornbury Holdings LLC"},
		{"Thornbury GP LLC holds the voting power over the shares.", ""},
		{"Thornbury GP LLC is the manager of the fund and may own shares.", ""},
		{"The reporting person holds the shares.", ""},
		{"She is the owner of Thornbury GP LLC.", ""},
		{"Thornbury GP, Ltd. is the general partner of Halewood Fund.", ""},
		{"Thornbury GP, Ltd. runs the Halewood Funds, and she is on its board.", ""},
		// A disclaimer is weaker than any other words, and never a part of the name.
		{"He does not own what is held by the Halewood Funds except to the extent of his money in them, and this is no admission.", "the Halewood Funds"},
		{"She disclaims ownership of the shares held by Halewood Fund but for her pecuniary interest. They are held by Thornbury Trust.", "Thornbury Trust"},
		{"Held by Thornbury Trust. He may be deemed to own the shares held of record by Halewood Fund.", "Thornbury Trust"},
		{"Held by the Thornbury Trust, other than 100 shares.", "the Thornbury Trust"},
		{"Held by the Thornbury Trust unless sold.", "the Thornbury Trust"},
		{"Held by the Thornbury Trust and that of his wife is not counted.", "the Thornbury Trust"},
		{"Held by the Thornbury Trust, and the reporting person disclaims it.", "the Thornbury Trust"},
		{"Held by Unless Partners, L.P.", "Unless Partners, L.P."},
		{"Held by Disclaimer Capital LLC.", "Disclaimer Capital LLC"},
		// Where a name ends, and what belongs to it.
		{"Held by Alder Fund, owned by Birch", "Alder Fund"},
		{"Owned by Thornbury Trust, which is held by Halewood Fund", "Thornbury Trust"},
		{"The shares, held by Halewood Fund, were owned by Thornbury", "Halewood Fund"},
		{"Held by Halewood Fund, L.P. (\"Halewood\"). Thornbury GP is its general partner.", "Halewood Fund, L.P."},
		{"Held by Halewood Partners Fund (Q), LP (the \"Q Fund\").", "Halewood Partners Fund (Q), LP"},
		{"Held by Halewood Fund V.", "Halewood Fund V"},
		{"Held by Halewood Ltd. for its clients", "Halewood Ltd."},
		{"Held by the Estate of Ada Thornbury.", "the Estate of Ada Thornbury"},
		{"Held by the Thornbury Trust dated May 1, 2010.", "the Thornbury Trust dated May 1, 2010"},
		{"The Thornbury Trust may be deemed the owner.", ""},
		{"Held by the Thornbury Trust u/a/d 7/21/11 for which she is a trustee", "the Thornbury Trust u/a/d 7/21/11"},
		{"HELD BY THE THORNBURY TRUST, OF WHICH SHE IS A TRUSTEE", "THE THORNBURY TRUST"},
		{"held by his wife", "his wife"},
		// The reporting person is no vehicle.
		{"The shares are held by the reporting person.", ""},
		{"The shares are held by the Reporting Person as custodian.", ""},
		{"The shares are held by the trust but she has no say.", ""},
		// A note that is a name, and one that only begins with one.
		{"The Halewood Family Trust dated July 22, 2003, for which she is a trustee", "The Halewood Family Trust dated July 22, 2003"},
		{"Halewood 2011 Trust", "Halewood 2011 Trust"},
		{"Represents the Halewood Trust", ""},
		{"Halewood and Thornbury", ""},
		{"Trust of the price", ""},
		{"IRA", ""},
		{long, long},
		{"X" + long, ""},
		// Several holders, and names that have commas and "and" in them.
		{"Held by Fund I, L.P., Fund II, L.P. and Fund III, L.P. She is a manager.", "Fund I, L.P. | Fund II, L.P. | Fund III, L.P."},
		{"Held by each of Halewood Fund, LP (\"HF\"), Halewood Affiliates, LLC (\"HA\") and the Thornbury Trust.", "Halewood Fund, LP | Halewood Affiliates, LLC | the Thornbury Trust"},
		{"Consists of (i) 100 shares held by Halewood Fund, and (ii) 200 shares held by the Thornbury Trust.", "Halewood Fund | the Thornbury Trust"},
		{"Held as follows: 518,400 by Fund V, L.P., 141,250 by Fund V-A, L.P. and 40,350 by Associates V, L.P.", "Fund V, L.P. | Fund V-A, L.P. | Associates V, L.P."},
		{"Held by Marden 9, Marden Principals and Marden 9-A.", "Marden 9 | Marden Principals | Marden 9-A"},
		{"Held by Halewood Fund I, II and III.", "Halewood Fund I | II | III"},
		{"Held by Halewood Fund, L.P. and Ada Thornbury.", "Halewood Fund, L.P. | Ada Thornbury"},
		{"Held by the Ada and Ben Thornbury Living Trust.", "the Ada and Ben Thornbury Living Trust"},
		{"Held by Smith, Jones and Brown Partners Fund.", "Smith, Jones and Brown Partners Fund"},
		{"Held by the Wells Trust, Ada Wells and Gary Wells Trustees.", "the Wells Trust, Ada Wells and Gary Wells Trustees"},
		{"Held by Halewood Fund, L.P., and she has a say.", "Halewood Fund, L.P."},
		{"Held by Halewood Fund. Shares of other owners are held by Thornbury Trust.", "Halewood Fund"},
	} {
		got := namingOf(c.note)
		if shown(got.holders) != c.want {
			t.Errorf("%q\n is held by %q, not %q", c.note, shown(got.holders), c.want)
		}
	}
}

func TestUntilEnd(t *testing.T) {
	for text, want := range map[string]string{
		"Halewood Fund, of which she is a manager; see below": "Halewood Fund",
		"Halewood Fund; see below, of which":                  "Halewood Fund",
		"Halewood Fund, L.P. is one. She is":                  "Halewood Fund, L.P.",
		"Halewood Inc. The shares":                            "Halewood Inc.",
		"Halewood Trust.":                                     "Halewood Trust",
		"Halewood Fund, L.P.":                                 "Halewood Fund, L.P.",
		"Halewood Fund and":                                   "Halewood Fund",
		"Halewood Fund and the ":                              "Halewood Fund",
		"Halewood Fund) ":                                     "Halewood Fund",
		"Halewood Fund (Q)":                                   "Halewood Fund (Q)",
		"Halewood Fund (unclosed":                             "Halewood Fund",
		"Halewood Fund (as it was called":                     "Halewood Fund",
		"Halewood Fund and 200 shares":                        "Halewood Fund",
		"Halewood 2010 Fund":                                  "Halewood 2010 Fund",
		"":                                                    "",
		"(":                                                   "",
	} {
		if got := untilEnd(text); got != want {
			t.Errorf("%q: %q, not %q", text, got, want)
		}
	}
}

func TestSeriesOf(t *testing.T) {
	for core, want := range map[string]string{"9-a": "9-a", "9a": "9-a", "i-b": "i-b", "xv-q": "xv-q", "2010-seed": "", "l-p": "", "a": "", "9": "", "mid-a": "", "via": "", "9-1": ""} {
		if got, _ := seriesOf(core); got != want {
			t.Errorf("%q: %q, not %q", core, got, want)
		}
	}
}

// TestNamesSpelledOtherwise: what tells no holders apart, and what does.
func TestNamesSpelledOtherwise(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want Likeness
	}{
		{"Marden 9 Limited Partnership", "Marden 9", Same},
		{"Marden 9 Limited Partnership", "Marden 9, L.P.", Same},
		{"Marden 9", "Marden 9-A", Different},
		{"Marden 9-A", "Marden 9A", Same},
		{"Marden I, L.P.", "Marden I-A, L.P.", Different},
		{"Marden 9 Principals", "Marden 9-A", Different},
		{"Marden Limited Liability Company", "Marden LLC", Same},
		{"Marden LLC", "Marden, L.P.", Doubtful},
		{"Marden Family LLC", "Marden Family Trust", Doubtful},
		{"Marden Family", "Marden Family Trust", Alike},
		{"Marden Trust dated May 1, 2010", "Marden Trust", Alike},
		{"Marden Trust dated May 1, 2010", "Marden Trust dated May 2, 2010", Doubtful},
		{"Marden Trust dated May 1, 2010", "Marden Trust dtd. May 1, 2010", Same},
		{"Marden 2010 Trust", "Marden 2011 Trust", Different},
		{"Marden Irr. Trust", "the Marden Irrevocable Trust", Same},
		{"Marden 2019 GRAT", "the Marden 2019 Grantor Retained Annuity Trust", Same},
		{"By Spouse", "the Reporting Person's spouse", Same},
		{"his wife", "By Spouse", Same},
		{"By Spouse", "By Son", Different},
		{"Fund A", "Fund B", Different},
		{"Fund A", "a Fund", Doubtful},
		{"Limited Duration Fund", "Duration Fund", Alike},
		{"Halewood Company", "Halewood Co.", Same},
		{"Halewood Company", "Halewood Trust Company", Doubtful},
	} {
		a, b := nameOf(c.a), nameOf(c.b)
		if x, y := a.Like(&b), b.Like(&a); x != c.want || y != c.want {
			t.Errorf("%q and %q: %d and %d, not %d", c.a, c.b, x, y, c.want)
		}
	}
}
