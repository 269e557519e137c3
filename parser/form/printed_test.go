package form

import (
	"strings"
	"testing"
)

// TestUnsigned: a form whose cells for the signature are empty has none.
func TestUnsigned(t *testing.T) {
	unsigned := strings.ReplaceAll(damaged, "By: /s/ Odile M. Ferrand\t03/07/2012", "\t")
	if unsigned == damaged {
		t.Fatal("there is a signature still")
	}
	if f := readOne(t, unsigned); len(f.Signatures) != 0 {
		t.Errorf("signatures: %+v", f.Signatures)
	}
}
