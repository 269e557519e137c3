// Package sheet is the seam between the formats that a filing comes in and the one
// reader of its form: words with places. It knows nothing of the SEC.
//
// A page of HTML, a PDF, a scan with a text layer and plain text all become a
// [Sheet]. Some say themselves which words make a cell (HTML, a tagged PDF, text
// with tabs or rulers): they give Blocks. The others give Pages, and package layout
// makes Blocks of those. What reads a Sheet never asks where it came from, so that
// words of another source, such as another reader of PDFs or of pictures of pages,
// can take the same way.
package sheet

import (
	"unicode/utf8"

	"filingview/parser/ownership"
)

// Word is a run of text without white space.
type Word struct {
	Text string
	// Box is where the word stands on its page as displayed, from the top left
	// corner: in points, or in plain text in columns (x) and lines (y), a letter
	// being one column wide and one line high. It is zero in HTML.
	Box ownership.Box
	// At is what a cell that is read from the word carries: bytes of the source,
	// or page and box in a PDF.
	At ownership.Span
	// Raised words are set above the line in smaller type, as marks of notes are.
	Raised bool
	// Glued words stand directly after the word before, with no space between.
	Glued bool
	// Cut words run over the edge of what the page shows; what stood after them on
	// the line may be lost.
	Cut bool
	// Edge words end where what the page shows ends, within a letter.
	Edge bool
	// Again is set where the picture of the page shows the word and the text layer over
	// it has another, which is Said; empty where it passed over the word. The words of
	// one place have the same.
	Again bool
	Said  string
	// Other is the number that the picture shows where that of the text layer stays; empty
	// where they do not differ.
	Other string
	// Sure is what a reader of pictures gives the word, 1 to 100; 0 if nothing is
	// known of it.
	Sure uint8
}

// Rule is a ruled line of a page, horizontal (Y0 = Y1) or vertical (X0 = X1), in
// points from the top left corner, as displayed.
type Rule struct {
	X0, Y0, X1, Y1 float32
}

// Page is a page as displayed.
type Page struct {
	Number        int32 // from 1
	Width, Height float32
	Words         []Word // in reading order as far as the source tells one
	Rules         []Rule
	// Picture is set where a picture covers most of the page: words on it are a
	// text layer that a machine read.
	Picture bool
}

// Block is text that belongs together: a cell of a table, or a paragraph.
type Block struct {
	// Lines are the words, line by line; none for an empty cell.
	Lines [][]Word
	// Table numbers the innermost table that the block stands in, from 1; 0 is
	// none. Row and Col count the cells given in it, from 0, whatever they span.
	Table            int32
	Row, Col         int32
	RowSpan, ColSpan int32 // 1 if the source says nothing
	// Part counts the pieces of one cell from 0, where tables stand inside it.
	Part int32
	// Head is set where the source calls the cell a heading.
	Head bool
}

// Sheet is one document as words with places.
type Sheet struct {
	// Blocks are in reading order; nil if the source knows words only.
	Blocks []Block
	// Pages are nil in HTML. A source may give both.
	Pages []Page
	// Scan is set where the words were read by a machine from pictures, so that a
	// letter may be another.
	Scan bool
	// Loose is set where a row of a table is a line of text: a row of the form may
	// go over several, and a line may have been read twice.
	Loose bool
	// Broken is set where the source shows that its end is missing: a tag or the page
	// that is not closed.
	Broken bool
	// Uneven is set where tags of tables are lost or there twice, so that words may
	// stand in other cells than were meant.
	Uneven bool
	// Cells is set where each cell of a table is a block, empty ones too, in the
	// order of rows, but neither tables nor rows are told.
	Cells bool
}

// Checked and Unchecked are the texts of words that stand for a box to tick.
const (
	Checked   = "☒"
	Unchecked = "☐"
)

// Split cuts a word at a byte of its text, and its place in proportion.
func (w Word) Split(at int) (left, right Word) {
	left, right = w, w
	left.Text, right.Text = w.Text[:at], w.Text[at:]
	right.Glued = true
	if n := int32(len(w.Text)); w.At.Page == 0 && w.At.End-w.At.Start == n {
		left.At.End = w.At.Start + int32(at)
		right.At.Start = left.At.End
	}
	if all := utf8.RuneCountInString(w.Text); all > 0 {
		share := float32(utf8.RuneCountInString(left.Text)) / float32(all)
		x := w.Box.X0 + (w.Box.X1-w.Box.X0)*share
		left.Box.X1, right.Box.X0 = x, x
		if w.At.Page > 0 {
			left.At.Box, right.At.Box = left.Box, right.Box
		}
	}
	return left, right
}
