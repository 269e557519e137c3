package ledger

import (
	"testing"

	"filingview/parser/ownership"
)

// TestKey: a form that prints no CIK goes by the issuer's name, so that two issuers
// are never one.
func TestKey(t *testing.T) {
	named := func(cik, name string) *ownership.Filing {
		f := &ownership.Filing{}
		f.Issuer.CIK.Raw, f.Issuer.Name.V = cik, name
		return f
	}
	for _, c := range []struct {
		a, b *ownership.Filing
		same bool
	}{
		{named("0009900101", "Quillmark Inc"), named("9900101", "QUILLMARK INC."), true},
		{named("", "Quillmark Inc"), named("", "QUILLMARK INC."), true},
		{named("", "Quillmark Inc"), named("", "Othermark Inc"), false},
		{named("0009900101", "Quillmark Inc"), named("", "Quillmark Inc"), false},
	} {
		if a, b := Key(c.a), Key(c.b); (a == b) != c.same {
			t.Errorf("keys %q and %q", a, b)
		}
	}
}
