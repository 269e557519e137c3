package formreader

import (
	"strings"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/internal/sheet"
)

// blockWords gives the words of a block in one row.
func blockWords(b *sheet.Block) []sheet.Word {
	if len(b.Lines) == 1 {
		return b.Lines[0]
	}
	var out []sheet.Word
	for _, l := range b.Lines {
		out = append(out, l...)
	}
	return out
}

// isFormTitle reports whether a block is the title "FORM 4", "SEC Form 4" or
// "FORM 4/A", perhaps with marks around it that a machine saw.
func isFormTitle(b *sheet.Block) bool {
	_, ok := formTitle(b)
	return ok
}

// formTitle gives the number of the form that a block is the title of.
func formTitle(b *sheet.Block) (number byte, ok bool) {
	n, _ := titleLine(b)
	return n, n != 0
}

// titleLine gives the form's number and the line of the block that says it.
func titleLine(b *sheet.Block) (number byte, at []sheet.Word) {
	for i, line := range b.Lines {
		if i > 1 && len(line) > 3 {
			continue
		}
		w := form.Folded(line)
		if len(w) > 2 && w[0] != "sec" && !strings.Contains(printed.Joined(line), "FORM") && !strings.Contains(printed.Joined(line), "F0RM") {
			continue // "Form 5 obligations"
		}
		if n := form.TitleNumber(w); n != 0 {
			return n, line
		}
	}
	return 0, nil
}

// looksMisread reports whether text bears what a machine leaves that read it from a
// picture: letters of other scripts among Latin ones, escaped dollar signs.
func looksMisread(blocks []sheet.Block) bool {
	seen := 0
	for i := range blocks {
		for _, l := range blocks[i].Lines {
			for _, w := range l {
				if strings.HasPrefix(w.Text, `\$`) {
					seen++
				}
				for _, r := range w.Text {
					if _, ok := form.Latin(r); ok {
						seen++
					}
				}
			}
		}
	}
	return seen > 0
}
