package formreader

import (
	"flag"
	"os"
	"strings"
	"testing"

	"filingview/parser/internal/layout"
	"filingview/parser/internal/pdf"
	"filingview/parser/internal/printed"
)

var dumped = flag.String("dump", "", "print the blocks of a PDF `file`")

// TestDump prints the blocks that are made of a PDF, for a person to look at.
func TestDump(t *testing.T) {
	if *dumped == "" {
		t.Skip("no file is named with -dump")
	}
	data, err := os.ReadFile(*dumped)
	if err != nil {
		t.Fatal(err)
	}
	s, err := pdf.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	blocks := s.Blocks
	if blocks == nil {
		blocks = layout.Lay(s.Pages, s.Scan)
	} else if s.Cells {
		blocks, _ = regroup(blocks)
	}
	for _, b := range blocks {
		var lines []string
		for _, l := range b.Lines {
			lines = append(lines, printed.Joined(l))
		}
		t.Logf("table %d row %d col %d part %d head %v: %s", b.Table, b.Row, b.Col, b.Part, b.Head, strings.Join(lines, " / "))
	}
}
