package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestRun: it measures simulated owners and a folder, and makes the faults of a list again.
func TestRun(t *testing.T) {
	folder, list := filepath.Join(t.TempDir(), "filings"), filepath.Join(t.TempDir(), "faults.json")
	measure := func(args ...string) string {
		t.Helper()
		var b strings.Builder
		if err := run(args, &b); err != nil {
			t.Fatalf("%v: %v", args, err)
		}
		return b.String()
	}
	if got := measure("-write", folder, "-issuers", "3"); got != "" {
		t.Errorf("of -write it says %q", got)
	}
	got := measure("-issuers", "2", "-n", "2", "-seeds", "1", "-only", "one-fault", folder)
	for _, want := range []string{"== simulated owners, one fault at a time, seed 1 (", "== simulated owners, as they stand: ", "== " + folder + ", one fault at a time, seed 1, even (", "all            12 "} {
		if !strings.Contains(got, want) {
			t.Errorf("it does not say %q:\n%s", want, got)
		}
	}
	measure("-issuers", "0", "-n", "2", "-seeds", "1", "-only", "one-fault", "-json", list, folder)
	if strings.Contains(got, "left out at a time") {
		t.Errorf("it leaves filings out:\n%s", got)
	}
	if strings.Contains(got, "the goal") {
		t.Errorf("it sums up what was not measured:\n%s", got)
	}
	got = measure("-issuers", "2", "-n", "1", "-seeds", "1")
	for _, want := range []string{"\n== simulated owners, the worst draw of faults\n", "\nfaults that something else is said of", ", the goal is 0.5 %", "right figures that are called wrong"} {
		if !strings.Contains(got, want) {
			t.Errorf("it does not say %q:\n%s", want, got)
		}
	}
	if got := measure("-issuers", "2", "-only", "leave-one-out", "-v"); !strings.Contains(got, "refuted: ") || strings.Contains(got, "one fault") {
		t.Errorf("of filings left out it says\n%s", got)
	}
	again := filepath.Join(t.TempDir(), "again.json")
	measure("-replay", list, "-json", again, folder)
	a, err := os.ReadFile(list)
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(again)
	if err != nil {
		t.Fatal(err)
	}
	if string(a) != string(b) {
		t.Errorf("made again, the faults are\n%s\nand were\n%s", b, a)
	}
}

// TestMisuse: what cannot be measured is an error.
func TestMisuse(t *testing.T) {
	bad := t.TempDir()
	if err := os.WriteFile(filepath.Join(bad, "a.xml"), []byte("no filing"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"-seeds", "one"}, {"-issuers", "0", filepath.Join(bad, "nowhere")}, {"-issuers", "0", bad}, {"-replay", filepath.Join(bad, "a.xml"), t.TempDir()}, {"-only", "everything"}} {
		if err := run(args, &strings.Builder{}); err == nil {
			t.Errorf("%v: there is no error", args)
		}
	}
}
