package layout

import (
	"strings"

	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// pictureOf turns an ASCII picture into pages; a line of "~~~" begins the next. In
// print, words are set in points as a printer would, 5 wide and 8 high on lines of
// 10; else as columns and lines of text. A bar that stands alone is a vertical rule
// over the height of a line, where there are such at all.
func pictureOf(picture string, print bool) []sheet.Page {
	pages := []sheet.Page{{Number: 1}}
	y := float32(0)
	for _, l := range strings.Split(strings.Trim(picture, "\n"), "\n") {
		p := &pages[len(pages)-1]
		if l == "~~~" {
			pages = append(pages, sheet.Page{Number: int32(len(pages) + 1)})
			y = 0
			continue
		}
		start := -1
		for x := 0; x <= len(l); x++ {
			if x < len(l) && l[x] != ' ' {
				if start < 0 {
					start = x
				}
				continue
			}
			if start < 0 {
				continue
			}
			b := ownership.Box{X0: float32(start), Y0: y, X1: float32(x), Y1: y + 1}
			text := l[start:x]
			start = -1
			if print {
				b = ownership.Box{X0: b.X0 * 5, Y0: y*10 + 1, X1: b.X1*5 - 0.5, Y1: y*10 + 9}
				if text == "|" {
					p.Rules = append(p.Rules, sheet.Rule{X0: b.X0 + 2, Y0: y * 10, X1: b.X0 + 2, Y1: y*10 + 10})
					continue
				}
			}
			w := sheet.Word{Text: text, Box: b}
			if print {
				w.At = ownership.Span{Page: p.Number, Box: b}
			}
			p.Words = append(p.Words, w)
			p.Width = max(p.Width, b.X1)
		}
		y++
		p.Height = y
	}
	return pages
}

// textOf writes a block: lines with " / " between them.
func textOf(b *sheet.Block) string {
	var lines []string
	for _, l := range b.Lines {
		var s strings.Builder
		for i, w := range l {
			if i > 0 && !w.Glued {
				s.WriteByte(' ')
			}
			s.WriteString(w.Text)
		}
		lines = append(lines, s.String())
	}
	return strings.Join(lines, " / ")
}

// rowsOf writes the rows of a table without its heads, cells with " | " between them.
func rowsOf(blocks []sheet.Block, table int32) []string {
	var rows []string
	row := int32(0)
	for i := range blocks {
		b := &blocks[i]
		if b.Table != table || b.Head {
			continue
		}
		if b.Row != row {
			rows, row = append(rows, textOf(b)), b.Row
			continue
		}
		rows[len(rows)-1] += " | " + textOf(b)
	}
	return rows
}

// paragraphsOf gives the blocks that stand in no table.
func paragraphsOf(blocks []sheet.Block) []string {
	var out []string
	for i := range blocks {
		if blocks[i].Table == 0 {
			out = append(out, textOf(&blocks[i]))
		}
	}
	return out
}
