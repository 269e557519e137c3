package formreader

import (
	"strconv"
	"strings"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/internal/repair"
	"filingview/parser/internal/sheet"
)

// takeMarks takes the marks of notes off the end of a cell: "(1)", "(1)(2)",
// "(1, 2)", raised digits, one glued to what it marks. What stays are the words of
// the value. In a cell of text a number in brackets is a mark only at the end, or
// where it is raised; "See Footnote (2)" keeps its words where nothing shows whether
// the number was raised.
func (r *tableReader) takeMarks(c *printed.Cell, text bool) {
	var words []sheet.Word
	for _, l := range c.Lines {
		for _, w := range l {
			words = append(words, r.cutMarks(w, text)...)
		}
	}
	keep := make([]bool, len(words))
	for i := range keep {
		keep[i] = true
	}
	for i := len(words) - 1; i >= 0; {
		n, size := markAt(words, i)
		if size == 0 {
			if !text {
				i--
				continue
			}
			// Further marks inside a text must be raised.
			for j := i - 1; j >= 0; j-- {
				if n, size := markAt(words, j); size == 1 && words[j].Raised {
					keep[j] = false
					c.Notes = append(n, c.Notes...)
				}
			}
			break
		}
		first := i - size + 1
		if text && r.sheet.Loose && first > 0 && form.IsNoteWord(form.Fold(words[first-1].Text)) {
			c.Notes = append(n, c.Notes...)
			break
		}
		for j := first; j <= i; j++ {
			keep[j] = false
		}
		c.Notes = append(n, c.Notes...)
		i = first - 1
	}
	c.Words = c.Words[:0]
	for i, w := range words {
		if keep[i] {
			c.Words = append(c.Words, w)
		}
	}
	c.Notes = once(c.Notes)
	if n := len(c.Words) - 1; !text && !r.given() && n > 0 && form.IsCurrency(c.Words[n].Text) {
		c.Words = c.Words[:n] // the sign of the column after, where no amount follows it
	}
	if !text && len(c.Words) == 1 && form.IsCurrency(c.Words[0].Text) {
		c.Words = nil // the form prints the sign where no amount stands, too
	}
	if r.damaged {
		r.cleanWords(c, text)
	}
}

// cleanWords leaves specks out of a text, and takes what is left of a mark off.
func (r *tableReader) cleanWords(c *printed.Cell, text bool) {
	if text {
		c.Words = repair.DropSpecks(c.Words)
	}
	if len(c.Notes) == 0 {
		if rest, found := repair.CutUnread(c.Words); found {
			c.Words, c.Unread = rest, true
		}
	}
}

// once leaves the first of each.
func once(ids []string) []string {
	var out []string
	for _, id := range ids {
		dup := false
		for _, have := range out {
			dup = dup || have == id
		}
		if !dup {
			out = append(out, id)
		}
	}
	return out
}

// cutMarks cuts a word where a mark is glued to it: "S(2)", "D(1)(3)".
func (r *tableReader) cutMarks(w sheet.Word, text bool) []sheet.Word {
	i := strings.IndexByte(w.Text, '(')
	if i <= 0 || !strings.HasSuffix(w.Text, ")") {
		return []sheet.Word{w}
	}
	if _, ok := numbersIn(w.Text[i:]); !ok {
		return []sheet.Word{w}
	}
	left, right := w.Split(i)
	return []sheet.Word{left, right}
}

// markAt reads the mark that ends at word i: its ids and how many words it takes.
// A mark may be spread over words: "(1," "2)", "( 1 )".
func markAt(words []sheet.Word, i int) (ids []string, size int) {
	text := ""
	for size = 1; size <= 5 && i-size+1 >= 0; size++ {
		w := &words[i-size+1]
		text = w.Text + text
		if strings.HasPrefix(w.Text, "(") {
			if ids, ok := numbersIn(text); ok {
				return ids, size
			}
			return nil, 0
		}
		if size == 1 && w.Raised {
			if ids, ok := numbersIn("(" + strings.Trim(w.Text, "()[]") + ")"); ok {
				return ids, 1
			}
		}
		if !strings.HasSuffix(words[i].Text, ")") {
			return nil, 0
		}
	}
	return nil, 0
}

// numbersIn reads "(1)", "(1)(2)" or "(1,2)" as ids of notes: a note that is printed
// (1) is F1.
func numbersIn(s string) ([]string, bool) {
	var numbers [8]int
	list, ok := form.AppendMarks(numbers[:0], s)
	if !ok {
		return nil, false
	}
	var ids []string
	for _, n := range list {
		ids = append(ids, "F"+strconv.Itoa(n))
	}
	return ids, true
}
