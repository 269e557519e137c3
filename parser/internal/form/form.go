// Package form says what the SEC prints on Forms 3, 4 and 5: the boxes of the header,
// the heads and columns of the tables, the headings, the labels and the form's own
// sentences, by form and vintage. The layout of pages and the reading of blocks both
// work from it.
//
// The forms are SEC 1473 (Form 3), SEC 1474 (Form 4) and SEC 2270 (Form 5). What they
// print changed twice since 1996: in August 2002 the deemed execution dates came
// (columns 2A and 3A; Release 34-46421) and the I.R.S. number and the month went out of
// the header in 2003; in 2023 and 2026 boxes came.
//
// All words are given folded, as [Fold] gives them, so that they can be compared with
// those of a page.
package form
