package source

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"filingview/parser"
	"filingview/parser/ownership"
)

// rowsOf divides all of a text, bit by bit.
func rowsOf(text string, lo, hi, width int) textRows {
	r := newRows(lo, width)
	for r.reach() < hi {
		r.grow(text, hi, 100)
	}
	return r
}

// TestRows: the rows of a text hold all of it, none is wider than it may be, and
// lines that fit are not broken.
func TestRows(t *testing.T) {
	text := "short\r\n\n" + strings.Repeat("word ", 50) + "\n" + strings.Repeat("x", 300) + "\n" +
		"\u202eturned\u202c \u200b" + strings.Repeat("ü漢", 60) + "\xff\xfe\n<a>" + strings.Repeat("<b>c</b>", 40) + "\n\tno end"
	for _, width := range []int{20, 33, 100} {
		r := rowsOf(text, 0, len(text), width)
		if r.starts[0] != 0 || int(r.starts[r.count()]) != len(text) || !slices.IsSorted(r.starts) {
			t.Fatalf("width %d: rows from %d to %d", width, r.starts[0], r.starts[r.count()])
		}
		for i := range r.count() {
			row := text[r.starts[i]:r.starts[i+1]]
			if n := len([]rune(strings.TrimRight(row, "\r\n"))); n > width || n == 0 && row != "\n" {
				t.Errorf("width %d: row %q has %d columns", width, row, n)
			}
			if at := int(r.starts[i]); r.rowOf(at) != i || r.rowOf(int(r.starts[i+1])-1) != i {
				t.Errorf("width %d: offset %d is in row %d, want %d", width, at, r.rowOf(at), i)
			}
		}
		if lines := strings.Count(text, "\n") + 1; width == 100 && r.count() > lines+12 {
			t.Errorf("%d lines make %d rows", lines, r.count())
		}
	}
	if r := rowsOf("", 0, 0, 20); r.count() != 0 {
		t.Errorf("no text makes %d rows", r.count())
	}
}

// at makes a text cell that stands at the first place of raw in the source.
func standing(source, raw string, from int) ownership.Value[string] {
	i := strings.Index(source[from:], raw)
	if i < 0 {
		panic(raw + " is not in the source")
	}
	i += from
	return ownership.Value[string]{V: raw, Reading: ownership.Reading{State: ownership.Known, Raw: raw,
		At: []ownership.Span{{Start: int32(i), End: int32(i + len(raw))}}}}
}

// TestDrawRows: everything of the text is drawn once, whatever part of it is, each
// element begins where it says, and each cell is a link.
func TestDrawRows(t *testing.T) {
	const text = "<doc>\r\n\t<title>Common \u202eStock</title>\n<code>S</code><note>The price is a weighted average.\nSecond line é漢😀</note>\n</doc>\xa0\n"
	f := &ownership.Filing{Source: ownership.Source{Text: text}}
	f.Issuer.Name = standing(text, "Common \u202eStock", 0)
	f.Issuer.CIK = standing(text, "S", strings.Index(text, "<code>"))
	f.Remarks = standing(text, "The price is a weighted average.\nSecond line é漢😀", 0)
	f.Issuer.TradingSymbol = standing(text, "weighted", 0) // stands inside another
	f.SchemaVersion = f.Issuer.CIK                         // stands where another does, and comes before it
	src := newSource(f)
	var got []string
	for _, p := range src.places {
		got = append(got, p.path+"="+text[p.Start:p.End])
	}
	want := []string{"issuer.name=Common \u202eStock", "schemaVersion=S", "remarks=The price is a ", "issuer.tradingSymbol=weighted", "remarks= average.\nSecond line é漢😀"}
	if !slices.Equal(got, want) {
		t.Fatalf("the places are\n%q, want\n%q", got, want)
	}
	for _, width := range []int{20, 80} {
		src.rows = rowsOf(text, 0, len(text), width)
		for from := range src.rows.count() {
			for to := from + 1; to <= src.rows.count(); to++ {
				wantText := text[src.rows.starts[from]:src.rows.starts[to]]
				lit := f.Remarks.At
				var all strings.Builder
				at := int(src.rows.starts[from])
				for record := range strings.SplitSeq(strings.TrimSuffix(src.drawRows(from, to, lit, "issuer.name"), endOfPiece), endOfPiece) {
					k := strings.Split(record, endOfField)
					if len(k) != 5 || k[0] != fmt.Sprint(at) {
						t.Fatalf("rows %d to %d: %q does not begin at %d", from, to, k, at)
					}
					inLit := int(lit[0].Start) <= at && at < int(lit[0].End)
					if on := strings.Contains(k[3], "l"); on != inLit && k[4] != rowBreak {
						t.Errorf("at %d: lit is %t", at, on)
					}
					if (k[1] == "") != (k[2] == "") || k[1] == "issuer.name" != strings.Contains(k[3], "s") {
						t.Errorf("%q", k)
					}
					piece, units := pieceOf(k[4])
					all.WriteString(piece)
					if end := src.advance(at, units); !strings.Contains(k[4], nameIs) && end != at+len(piece) {
						t.Errorf("%d units after %d is %d, want %d", units, at, end, at+len(piece))
					}
					at += len(piece)
				}
				if all.String() != wantText {
					t.Fatalf("rows %d to %d read %q, want %q", from, to, all.String(), wantText)
				}
			}
		}
	}
	if got, _ := src.cellAt(strings.Index(text, "<code>") + 2); got != "schemaVersion" {
		t.Errorf("on the markup beside a value is %q", got)
	}
	if got, _ := src.cellAt(strings.Index(text, "weighted") + 2); got != "issuer.tradingSymbol" {
		t.Errorf("on a value is %q", got)
	}
	if got, ok := src.cellAt(0); ok {
		t.Errorf("at the beginning is %q", got)
	}
	if got, _ := src.cellAt(len(text)); got != "" {
		t.Errorf("at the end is %q", got)
	}
	if got, ok := src.neighbour("remarks", -1); !ok || got != "schemaVersion" {
		t.Errorf("before the remarks is %q", got)
	}
	if got, ok := src.neighbour("remarks", 1); !ok || got != "issuer.tradingSymbol" {
		t.Errorf("after the remarks is %q", got)
	}
	if got, ok := src.neighbour("", 1); !ok || got != "issuer.name" {
		t.Errorf("the first is %q", got)
	}
}

// pieceOf reads the text of a piece, what has no letter taken back to that, and its
// length as a browser counts.
func pieceOf(s string) (text string, units int) {
	s = strings.NewReplacer(rowBreak, "",
		nameBegins+"3"+nameIs+"‹U+202E›"+nameEnds, "\u202e",
		nameBegins+"1"+nameIs+"\u00a0"+nameEnds, "\xa0").Replace(s)
	for _, r := range s {
		if units++; r > 0xffff {
			units++
		}
	}
	return s, units
}

// TestDrawPage: words, places and what is lit of one page, where they stand, and no
// text that could be taken for another.
func TestDrawPage(t *testing.T) {
	boxed := func(v string, page int32, x0, y0, x1, y1 float32) ownership.Value[string] {
		return ownership.Value[string]{V: v, Reading: ownership.Reading{State: ownership.Known, Raw: v,
			At: []ownership.Span{{Page: page, Box: ownership.Box{X0: x0, Y0: y0, X1: x1, Y1: y1}}}}}
	}
	f := &ownership.Filing{Source: ownership.Source{Pages: []ownership.Page{{Width: 612, Height: 792}, {}}}}
	f.Issuer.Name = boxed("Acme", 1, 10, 20, 50, 30)
	f.Issuer.CIK = boxed("12", 1, 60, 21, 90, 31)
	f.Remarks = boxed("None", 2, 10, 10, 40, 20)
	f.SchemaVersion = boxed("off", 3, 10, 10, 40, 20) // no such page
	src := newSource(f)
	words := []ownership.PageWord{
		{Text: "Acme\u202e\x00\x01", Box: ownership.Box{X0: 10, Y0: 20, X1: 50, Y1: 30}},
		{Text: "", Box: ownership.Box{X0: 10, Y0: 20, X1: 50, Y1: 30}},
		{Text: "flat", Box: ownership.Box{X0: 10, Y0: 20, X1: 50, Y1: 20}},
	}
	got := strings.NewReplacer(endOfPiece, "\n", endOfField, "|").Replace(src.drawPage(1, words, f.Issuer.CIK.At, "issuer.cik"))
	want := `l|58.5|19.5|33.0|13.0
w|10.0|27.8|8.6|40.0|Acme‹U+202E›‹U+0000›‹U+0001›
p|9.0|19.0|42.0|12.0|issuer.name|Issuer, name|
p|59.0|20.0|32.0|12.0|issuer.cik|Issuer, CIK|s
`
	if got != want {
		t.Errorf("page 1 is\n%s\nwant\n%s", got, want)
	}
	if got, want := src.pageSizes(), "612.0\x01792.0\x01Page 1 of 2\x00612.0\x01792.0\x01Page 2 of 2\x00"; got != want {
		t.Errorf("the pages are %q, want %q", got, want)
	}
	for _, c := range []struct {
		page int
		x, y float64
		want string
	}{{1, 20, 25, "issuer.name"}, {1, 54, 25, "issuer.name"}, {1, 57, 25, "issuer.cik"}, {1, 20, 60, ""}, {2, 20, 15, "remarks"}, {2, 200, 15, ""}} {
		if got, _ := src.cellOn(c.page, c.x, c.y); got != c.want {
			t.Errorf("at %g, %g of page %d is %q, want %q", c.x, c.y, c.page, got, c.want)
		}
	}
	if got := src.whereWords(f.Remarks.At); got != "page 2 of 2" {
		t.Errorf("the remarks are at %q", got)
	}
}

// TestSourceOfTestdata: whatever the reader says of places, each cell with one is
// found there, and what is lit is there.
func TestSourceOfTestdata(t *testing.T) {
	files, _ := filepath.Glob("../../parser/testdata/*/*")
	cells := 0
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil || strings.HasSuffix(file, ".golden") {
			continue
		}
		for f, err := range parser.Open(filepath.Base(file), data) {
			if err != nil || f.Source.Text == "" {
				continue
			}
			src := newSource(f)
			last := int32(0)
			for _, p := range src.places {
				if p.Start < last || p.End <= p.Start {
					t.Fatalf("%s: the place of %s, %d to %d, overlaps the one before, to %d", file, p.path, p.Start, p.End, last)
				}
				last = p.End
			}
			for c := range f.Cells() {
				if got := src.spansOf(c.Path); !slices.Equal(got, c.At) {
					t.Errorf("%s: %s stands at %v, want %v", file, c.Path, got, c.At)
				}
				for _, at := range c.At {
					if at.Page > 0 || at.End <= at.Start {
						continue
					}
					cells++
					if path, ok := src.cellAt(int(at.Start)); !ok || !slices.ContainsFunc(src.spansOf(path), func(s ownership.Span) bool { return s.Start <= at.Start && at.Start < s.End }) {
						t.Errorf("%s: at the place of %s is %q", file, c.Path, path)
					}
				}
			}
		}
	}
	if cells < 1000 {
		t.Errorf("Only %d places were looked at.", cells)
	}
}

func BenchmarkSource(b *testing.B) {
	text := strings.Repeat("what nobody reads, without an end of a line; ", 8000) + "\n" + strings.Repeat("a line of a comment\n", 40_000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		r := newRows(0, 60)
		r.grow(text, len(text), len(text))
	}
}
