package spacer

import (
	"fmt"
	"strings"
	"testing"

	"filingview/parser/internal/sheet"
)

// table makes a table of rows of cells: "a:2" covers two columns, "a/2" two rows, "" is empty.
func table(rows ...string) (out []sheet.Block) {
	for r, row := range rows {
		for c, s := range strings.Split(row, "|") {
			b := sheet.Block{Table: 1, Row: int32(r), Col: int32(c), ColSpan: 1, RowSpan: 1}
			s = strings.TrimSpace(s)
			if text, n, ok := strings.Cut(s, ":"); ok {
				s = text
				fmt.Sscan(n, &b.ColSpan)
			}
			if text, n, ok := strings.Cut(s, "/"); ok {
				s = text
				fmt.Sscan(n, &b.RowSpan)
			}
			if s != "" {
				b.Lines = [][]sheet.Word{{{Text: s}}}
			}
			out = append(out, b)
		}
	}
	return out
}

// written writes a table as [table] takes it.
func written(blocks []sheet.Block) string {
	var b strings.Builder
	for i := range blocks {
		x := &blocks[i]
		switch {
		case i > 0 && x.Row != blocks[i-1].Row:
			b.WriteString("\n")
		case i > 0:
			b.WriteString("|")
		}
		if len(x.Lines) > 0 {
			for _, w := range x.Lines[0] {
				b.WriteString(w.Text)
			}
		}
		if x.RowSpan > 1 {
			fmt.Fprintf(&b, "/%d", x.RowSpan)
		}
		if x.ColSpan > 1 {
			fmt.Fprintf(&b, ":%d", x.ColSpan)
		}
	}
	return b.String()
}

// TestDrop: an empty column that parts others goes, and one with a head or a value stays.
func TestDrop(t *testing.T) {
	for name, c := range map[string]struct{ rows, want []string }{
		"none":                  {[]string{"1|2|3", "a||c"}, []string{"1|2|3", "a||c"}},
		"between columns":       {[]string{"1||2||3||4", "a||b||||d"}, []string{"1|2|3|4", "a|b||d"}},
		"a dollar in one":       {[]string{"1||2||3||4", "a|$|5||6|$|"}, []string{"1|2|3|4", "a|$5|6|"}},
		"a value in one":        {[]string{"1||2||3||4||5", "a||b|x|c||d||"}, []string{"1|2||3|4|5", "a|b|x|c|d|"}},
		"under a wide head":     {[]string{"1/2|/2|3:3|/2|5/2", "A||B", "a||x||y||z"}, []string{"1/2|3:2|5/2", "A|B", "a|x|y|z"}},
		"a title over all":      {[]string{"Title:7", "1||2||3||4", "a||b||c||d"}, []string{"Title:4", "1|2|3|4", "a|b|c|d"}},
		"two":                   {[]string{"1||2||3", "a||b||c"}, []string{"1||2||3", "a||b||c"}},
		"the last one":          {[]string{"1||2||3||", "a||b||c||"}, []string{"1||2||3||", "a||b||c||"}},
		"two beside each other": {[]string{"1|||2||3||4||5", "a|||b||c||d||e"}, []string{"1|||2||3||4||5", "a|||b||c||d||e"}},
		"nothing at all":        {[]string{"|"}, []string{"|"}},
	} {
		if got, want := written(Drop(table(c.rows...))), strings.Join(c.want, "\n"); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}
