package ownership

import "testing"

func TestNormalTitle(t *testing.T) {
	for _, c := range []struct{ title, want string }{
		{"", ""},
		{"Common Stock", "common stock"},
		{"  COMMON   Stock. ", "common stock"},
		{"Common\u00a0Stock", "common stock"},
		{"Ｃｏｍｍｏｎ Stock", "common stock"},
		{"Com\u00admon Stock", "common stock"},
		{"Common Ѕtосk", "common stock"}, // Cyrillic Ѕ, о, с
		{"СОММОN STOCK", "common stock"}, // Cyrillic СОММО
		{"Common Stock, $.01 par value per share", "common stock"},
		{"Common Stock, \\$.01 pare value per share", "common stock"},
		{"Common Stock ($0.001 par value)", "common stock"},
		{"Common Stock, par value $0.01", "common stock"},
		{"Common Stock (par value of $0.01 per share)", "common stock"},
		{"Common Stock, $0.01 par", "common stock"},
		{"Common Stock, no par value", "common stock"},
		{"Common Shares, without par value", "common shares"},
		{"Common Stock, par value", "common stock"},
		{"Class A Common Stock, par value $0.0001 per sh", "class a common stock"},
		{"Class A $0.01 par value Common Stock", "class a common stock"},
		{"Ordinary Shares, par value US$0.0001 per share", "ordinary shares"},
		{"Ordinary shares of NT$10 par value", "ordinary shares"},
		{"Ordinary Shares, nominal value EUR 0.09 per share", "ordinary shares"},
		{"Ordinary Shares with a par value of $1", "ordinary shares"},
		{"Shares of Common Stock", "common stock"},
		{"Class A Common Stock", "class a common stock"},
		{"Class B Common Stock", "class b common stock"},
		{"Common Stock - Class A", "common stock class a"},
		{"Series A-2 Preferred Stock", "series a2 preferred stock"},
		{"Series A2 Preferred Stock", "series a2 preferred stock"},
		{"Series 5, par value $1", "series 5"},
		{"Series 5 par value $1", "series 5"},
		{"Common Stock (restricted stock units)", "common stock restricted stock units"},
		{"A.D.S.", "ads"},
		{"Non-Qualified Stock Option (right to buy)", "nonqualified stock option right to buy"},
		{"Non qualified Stock Option", "nonqualified stock option"},
		{"Nonqualified Stock Option", "nonqualified stock option"},
		{"2.0% Convertible Senior Notes due 2027", "2.0 convertible senior notes due 2027"},
		{"20% Convertible Senior Notes due 2027", "20 convertible senior notes due 2027"},
		{"L.P. Units & Interests", "lp units and interests"},
		{"Class A.Common Stock", "class a common stock"},
		{"Trust's Units", "trusts units"},
		{"401(k) Plan Units", "401 k plan units"},
		{"Par Pacific Common Stock", "par pacific common stock"},
		{"Nominal Interest", "nominal interest"},
		{"Stock Option ($12.50)", "stock option 12.50"},
	} {
		if got := NormalTitle(c.title); got != c.want {
			t.Errorf("NormalTitle(%q) = %q, want %q", c.title, got, c.want)
		}
	}
}

// FuzzNormalTitle holds that a title of any text comes out in lower case with
// single spaces, and that the look-alike letters stand in pairs.
func FuzzNormalTitle(f *testing.F) {
	if n, m := len([]rune(lookAlikes)), len(latin); n != m {
		f.Fatalf("%d look-alike letters, %d Latin ones", n, m)
	}
	f.Add("Class A Common Stock, par value $.01 per share")
	f.Add("No par value, 5 par")
	f.Fuzz(func(t *testing.T, title string) {
		got := NormalTitle(title)
		if slow := NormalTitle(title + "\u200b"); got != slow { // never plain, and leaves no trace
			t.Fatalf("NormalTitle(%q) = %q, the long way %q", title, got, slow)
		}
		for i, r := range got {
			if r == ' ' && (i == 0 || i == len(got)-1 || got[i-1] == ' ') || r == '\\' || 'A' <= r && r <= 'Z' {
				t.Fatalf("NormalTitle(%q) = %q", title, got)
			}
		}
	})
}
