package address

import (
	"testing"

	"filingview/app/wire"
)

func TestAddress(t *testing.T) {
	for _, c := range []struct{ in, out string }{
		{"", ""},
		{"#", ""},
		{"#filing=1.0", "#filing=1.0"},
		{"#filing=2.17&q=tesla+2021&from=100&names=sec&columns=all", "#filing=2.17&q=tesla+2021&from=100&names=sec&columns=all"},
		{"#source=shown&filing=1.0", "#filing=1.0&source=shown"},
		{"#source=hidden", ""},
		{"#at=cell-tableI%5B0%5D.transaction.price&filing=1.0", "#filing=1.0&at=cell-tableI[0].transaction.price"},
		{"#footnote-F1", "#at=footnote-F1"},
		{"#cell-tableI[2].securityTitle", "#at=cell-tableI[2].securityTitle"},
		{"#filing=0.1&from=-3&names=other", ""},
		{"#filing=x&q=%zz", "#q=%25zz"},
		{"#%%%", ""},
		{"#main", ""},
		{"#embed=1&filing=1.0", "#filing=1.0&embed=1"},
		{"#q=a%26b%3Dc", "#q=a%26b%3Dc"},
		{"#accounts=explained&sort=-gaps", "#accounts=explained&sort=-gaps"},
		{"#accounts=open&q=lane", "#accounts=all&q=lane"}, // as earlier versions wrote it
		{"#accounts=some", ""},
	} {
		got := Parse(c.in).String()
		if got != c.out {
			t.Errorf("%q is read as %q, want %q", c.in, got, c.out)
		}
		if again := Parse(got).String(); again != got {
			t.Errorf("%q does not come back: %q", got, again)
		}
	}
}

func TestFollow(t *testing.T) {
	here := Address{Filing: wire.Ref{File: 1, N: 4}, At: "cell-remarks", Query: "tesla", From: 100, SECNames: true, Source: true, Rest: []string{"embed=1"}}
	for href, want := range map[string]string{
		"#footnote-F1": "#filing=1.4&q=tesla&from=100&names=sec&source=shown&embed=1&at=footnote-F1",
		"#filing=2.0":  "#filing=2.0&q=tesla&from=100&names=sec&source=shown&embed=1",
		"#":            "#names=sec&source=shown&embed=1",
	} {
		if got := here.Follow(href).String(); got != want {
			t.Errorf("%s leads to %q, want %q", href, got, want)
		}
	}
}
