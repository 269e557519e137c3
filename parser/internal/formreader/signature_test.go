package formreader

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"filingview/parser/internal/printed"
	"filingview/parser/ownership"
)

// TestSignatureBelow: name and date stand under their label; what stands after the date
// is no part of the signature.
func TestSignatureBelow(t *testing.T) {
	for _, c := range []struct{ cells, name, date, signed string }{
		{"Signature|/s/ Odile M. Ferrand|03/07/2012|Next|More", "/s/ Odile M. Ferrand", "03/07/2012", "[1 2]"},
		{"Signature||Date|/s/ Odile M. Ferrand|03/07/2012|Next", "/s/ Odile M. Ferrand", "03/07/2012", "[1 2 3 4]"},
		{"Signature|03/07/2012", "", "", "[]"},
		{"Signature", "", "", "[]"},
	} {
		r := signatureReader{document: &document{f: &ownership.Filing{}, blocks: blocksOf(c.cells)}, signed: map[int]bool{}}
		for i := range r.blocks {
			r.blocks[i].Table = 1
		}
		r.signatureBelow(0)
		if got := fmt.Sprint(slices.Sorted(maps.Keys(r.signed))); got != c.signed {
			t.Errorf("%q: the blocks %s, want %s", c.cells, got, c.signed)
		}
		var name string
		if len(r.f.Signatures) > 0 {
			name = r.f.Signatures[0].Name.V
			if date, _ := printed.ParseDate(c.date); r.f.Signatures[0].Date.V != date {
				t.Errorf("%q: the date is %v", c.cells, r.f.Signatures[0].Date.V)
			}
		}
		if strings.TrimSpace(name) != c.name {
			t.Errorf("%q: the name is %q", c.cells, name)
		}
	}
}
