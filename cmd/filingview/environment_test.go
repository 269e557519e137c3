//go:build unix

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestChildHasNoEnvironment: what reads a PDF learns nothing of the environment of the
// tool.
func TestChildHasNoEnvironment(t *testing.T) {
	t.Setenv("SECRET_OF_THE_TEST", "hunter2")
	folder := t.TempDir()
	seen, program := filepath.Join(folder, "seen"), filepath.Join(folder, "program")
	script := fmt.Sprintf("#!/bin/sh\nexport -p > '%s'\n", seen)
	if err := os.WriteFile(program, []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	for range readInChild(t.Context(), program, "a.pdf", []byte("%PDF-1.7"), pdfLimits()) {
	}
	got, err := os.ReadFile(seen)
	if err != nil {
		t.Fatal(err)
	}
	if s := string(got); !strings.Contains(s, "GOTRACEBACK") || strings.Contains(s, "hunter2") || strings.Contains(s, "HOME=") {
		t.Errorf("it sees\n%s", s)
	}
}
