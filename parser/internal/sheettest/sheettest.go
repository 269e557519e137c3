// Package sheettest writes sheets down and checks them, for the tests of the readers that
// make them.
package sheettest

import (
	"fmt"
	"strings"

	"filingview/parser/internal/charset"
	"filingview/parser/internal/sheet"
)

// Written writes blocks as a test reads them: table:row.col, spans if there are any,
// ' for a further part, ! for a head; lines parted by |, + before glued and ^ before
// raised words.
func Written(s *sheet.Sheet) []string {
	var all []string
	for _, b := range s.Blocks {
		var w strings.Builder
		if b.Table > 0 {
			fmt.Fprintf(&w, "%d:%d.%d", b.Table, b.Row, b.Col)
		}
		if b.RowSpan != 1 || b.ColSpan != 1 {
			fmt.Fprintf(&w, "(%dx%d)", b.RowSpan, b.ColSpan)
		}
		w.WriteString(strings.Repeat("'", int(b.Part)))
		if b.Head {
			w.WriteByte('!')
		}
		for i, l := range b.Lines {
			if i > 0 {
				w.WriteString(" |")
			}
			for _, x := range l {
				if !x.Glued && w.Len() > 0 {
					w.WriteByte(' ')
				} else if x.Glued {
					w.WriteByte('+')
				}
				if x.Raised {
					w.WriteByte('^')
				}
				w.WriteString(x.Text)
			}
		}
		all = append(all, w.String())
	}
	return all
}

// InPlace checks that every word of a sheet stands in the source, one after the
// other, and in plain text is what stands there.
func InPlace(s *sheet.Sheet, src string, markup bool) error {
	check := func(w *sheet.Word) error {
		a, b := int(w.At.Start), int(w.At.End)
		switch {
		case a < 0 || b <= a || b > len(src):
			return fmt.Errorf("the word %q stands at %v of %d bytes", w.Text, w.At, len(src))
		case w.Text == "" || strings.ContainsAny(w.Text, " \t\n\r"):
			return fmt.Errorf("the word at %v is %q", w.At, w.Text)
		case !markup && w.Text != src[a:b] && w.Text != charset.FromWindows1252(src[a:b]):
			return fmt.Errorf("the word %q stands where %q is", w.Text, src[a:b])
		}
		return nil
	}
	for i := range s.Blocks {
		b := &s.Blocks[i]
		if b.RowSpan < 1 || b.ColSpan < 1 || b.Row < 0 || b.Col < 0 {
			return fmt.Errorf("block %d spans %d x %d at %d, %d", i, b.RowSpan, b.ColSpan, b.Row, b.Col)
		}
		for _, l := range b.Lines {
			if len(l) == 0 {
				return fmt.Errorf("block %d has a line without words", i)
			}
			if l[0].Glued && markup {
				return fmt.Errorf("block %d begins a line with a glued word", i)
			}
			for k := range l {
				if err := check(&l[k]); err != nil {
					return err
				}
			}
		}
	}
	for _, p := range s.Pages {
		for k := range p.Words {
			w := &p.Words[k]
			if err := check(w); err != nil {
				return err
			}
			if w.Box.X1 <= w.Box.X0 || w.Box.X1 > p.Width || w.Box.Y1 > p.Height {
				return fmt.Errorf("the word %q has the box %v on a page of %v x %v", w.Text, w.Box, p.Width, p.Height)
			}
		}
	}
	return nil
}
