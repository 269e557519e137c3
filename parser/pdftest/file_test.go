package pdftest

import (
	"bytes"
	"testing"
)

func TestFilesAreTheSameEachTime(t *testing.T) {
	form := Form(true)
	if !bytes.Equal(form, Form(true)) || bytes.Equal(form, Form(false)) {
		t.Error("the form is not what it is")
	}
	seen := map[string]bool{}
	for i, f := range Crafted() {
		if !bytes.HasPrefix(f.Data, []byte("%PDF-")) || seen[f.Name] {
			t.Errorf("%d, %s: no PDF, or a name twice", i, f.Name)
		}
		if len(f.Data) > 5<<20 {
			t.Errorf("%s has %d bytes", f.Name, len(f.Data))
		}
		seen[f.Name] = true
	}
	same := 0
	for seed := range uint64(200) {
		m := Mutate(form, seed)
		if !bytes.Equal(m, Mutate(form, seed)) {
			t.Fatalf("%d gives two files", seed)
		}
		if bytes.Equal(m, form) {
			same++
		}
	}
	if same > 5 {
		t.Errorf("%d of 200 are as they were", same)
	}
	if !bytes.Equal(form, Form(true)) {
		t.Error("the file that was to be copied is changed")
	}
}
