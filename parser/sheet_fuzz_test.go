package parser_test

import (
	"embed"
	"io/fs"
	"strings"
	"testing"

	"filingview/parser/internal/html"
	"filingview/parser/internal/plaintext"
	"filingview/parser/internal/sheettest"
)

//go:embed testdata/html testdata/text
var printedForms embed.FS

// FuzzSheets turns any bytes into a sheet, as a page and as plain text: every word
// stands where it says, and both end.
func FuzzSheets(f *testing.F) {
	err := fs.WalkDir(printedForms, "testdata", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasSuffix(name, ".golden") {
			return err
		}
		data, err := printedForms.ReadFile(name)
		f.Add(string(data))
		return err
	})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s, _, _ := html.Read(text, 0, len(text))
		if err := sheettest.InPlace(s, text, true); err != nil {
			t.Fatalf("as a page: %v", err)
		}
		if s, _, ok := html.ReadPreformatted(text, 0, len(text)); ok {
			if err := sheettest.InPlace(s, text, true); err != nil {
				t.Fatalf("as preformatted text: %v", err)
			}
		}
		s, _, _ = plaintext.Read(text, 0, len(text))
		if strings.Contains(strings.ToLower(text), "<f") {
			return // a mark <F1> is a part of what stands there
		}
		if err := sheettest.InPlace(s, text, false); err != nil {
			t.Fatalf("as text: %v", err)
		}
	})
}
