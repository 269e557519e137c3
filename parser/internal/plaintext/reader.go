// Package plaintext turns plain text into a sheet: forms that were filed as text until
// 2003, and what is copied from a page or a PDF.
package plaintext

import (
	"slices"
	"strings"
	"unicode/utf8"

	"filingview/parser/internal/char"
	"filingview/parser/internal/charset"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// textReader turns plain text into a sheet. Three kinds of text hold forms: text
// with tabs or Markdown tables, as programs write that read pictures; the forms
// that were filed as text until 2003, with rulers; and text that only its columns
// arrange, as copied from a PDF. The first two give blocks, the last gives pages.
type textReader struct {
	src   string
	lines []textLine
	sheet sheet.Sheet
	table int32 // number of the last table
	words int
	full  bool // a bound was reached
	latin bool // a word had to be read as windows-1252
}

// textLine is a line without its end.
type textLine struct {
	start, end int
	newPage    bool // a form feed stands before it
}

// Bounds of a text, and of a page of HTML. A large Form 4 has 2,000 cells and 10,000
// words.
const (
	maxLines  = 500_000
	MaxBlocks = 300_000
	MaxWords  = 500_000
)

// Read turns the text between two places into a sheet. over is true if a bound
// was reached, so that the sheet is not whole.
func Read(src string, from, to int) (s *sheet.Sheet, latin, over bool) {
	t := textReader{src: src}
	t.cut(from, to)
	switch {
	case t.hasMarkdown():
		t.fields()
	case t.hasRulers():
		t.ruled()
	case t.hasTabs():
		t.fields()
	default:
		t.pages()
	}
	return &t.sheet, t.latin, t.full
}

// cut finds the lines: \n, \r\n and \r end one, a form feed ends a page.
func (t *textReader) cut(from, to int) {
	if strings.HasPrefix(t.src[from:to], "\ufeff") {
		from += len("\ufeff")
	}
	start, newPage := from, false
	for i := from; i < to; i++ {
		c := t.src[i]
		if c != '\n' && c != '\r' && c != '\f' {
			continue
		}
		if c != '\f' || i > start {
			t.lines = append(t.lines, textLine{start, i, newPage})
			newPage = false
		}
		if len(t.lines) >= maxLines {
			t.full = true
			return
		}
		if c == '\r' && i+1 < to && t.src[i+1] == '\n' {
			i++
		}
		newPage = newPage || c == '\f'
		start = i + 1
	}
	if start < to {
		t.lines = append(t.lines, textLine{start, to, newPage})
	}
}

func (t *textReader) text(l textLine) string { return t.src[l.start:l.end] }

// pages gives the words by their columns and lines, page by page.
func (t *textReader) pages() {
	lines := make([][]sheet.Word, len(t.lines))
	y := 0
	for i, l := range t.lines {
		if l.newPage {
			y = 0
		}
		if isRule(t.text(l)) {
			y++
			continue
		}
		lines[i] = slices.DeleteFunc(t.place(l.start, l.end, 0, y), func(w sheet.Word) bool { return isLine(w.Text) })
		y++
	}
	edges(lines)
	var p *sheet.Page
	for i, l := range t.lines {
		if p == nil || l.newPage {
			t.sheet.Pages = append(t.sheet.Pages, sheet.Page{Number: int32(len(t.sheet.Pages) + 1)})
			p = &t.sheet.Pages[len(t.sheet.Pages)-1]
		}
		p.Words = append(p.Words, lines[i]...)
		if n := len(lines[i]); n > 0 {
			p.Width = max(p.Width, lines[i][n-1].Box.X1)
			p.Height = lines[i][n-1].Box.Y1
		}
	}
}

// isLine tells a rule among words; underscores may be a box to tick, and three dashes
// stand for nothing.
func isLine(s string) bool { return len(s) >= 5 && strings.Trim(s, "-=+") == "" }

// place gives the words between two places of one line, the first of which is in
// the column x. A letter is a column wide; tabs go to the next multiple of 8.
func (t *textReader) place(start, end, x, y int) []sheet.Word {
	var words []sheet.Word
	from, at := -1, 0 // where the word starts, and in which column
	finish := func(i int) {
		if from < 0 {
			return
		}
		if w, ok := t.word(from, i); ok {
			w.Box = ownership.Box{X0: float32(at), Y0: float32(y), X1: float32(x), Y1: float32(y + 1)}
			words = append(words, w)
		}
		from = -1
	}
	for i := start; i < end; {
		c, n := rune(t.src[i]), 1
		if c >= 0x80 {
			if c, n = utf8.DecodeRuneInString(t.src[i:end]); c == utf8.RuneError && n == 1 && t.src[i] == 0xA0 {
				c = 0xA0
			}
		}
		switch {
		case c == '\t':
			finish(i)
			x += 8 - x%8
		case char.IsWideSpace(c):
			finish(i)
			x++
		default:
			if from < 0 {
				from, at = i, x
			}
			x++
		}
		i += n
	}
	finish(end)
	return words
}

// word gives the word that stands between two places; false beyond the bound.
func (t *textReader) word(start, end int) (sheet.Word, bool) {
	if t.words++; t.words > MaxWords {
		t.full = true
		return sheet.Word{}, false
	}
	text := t.src[start:end]
	if !utf8.ValidString(text) {
		text = charset.FromWindows1252(text)
		t.latin = true
	}
	return sheet.Word{Text: text, At: ownership.Span{Start: int32(start), End: int32(end)}}, true
}

// give adds a block; false beyond the bound.
func (t *textReader) give(b sheet.Block) {
	if len(t.sheet.Blocks) == MaxBlocks {
		t.full = true
		return
	}
	b.RowSpan, b.ColSpan = max(1, b.RowSpan), max(1, b.ColSpan)
	t.sheet.Blocks = append(t.sheet.Blocks, b)
}
