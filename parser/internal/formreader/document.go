package formreader

import (
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// document is what one form is read from, and the filing that it becomes. The readers
// of its parts share it.
type document struct {
	sheet   *sheet.Sheet
	blocks  []sheet.Block
	header  []sheet.Block // those before the heads of the first table
	f       *ownership.Filing
	damaged bool // letters may be others: a scan, or text that shows it was one
}

// given reports whether the source says which cells there are, so that nothing can
// have shifted into another.
func (d *document) given() bool { return d.sheet.Blocks != nil && !d.sheet.Loose }

// laid reports whether the blocks are of a scan, found by place: letters may be
// others, but each block of the explanations is one.
func (d *document) laid() bool { return d.sheet.Scan && len(d.sheet.Blocks) == 0 }

// formNumber is the form's number before it is filled in.
func (d *document) formNumber() byte {
	for i := range d.blocks {
		if n, ok := formTitle(&d.blocks[i]); ok {
			return n
		}
	}
	return 0
}
