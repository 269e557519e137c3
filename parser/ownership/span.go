package ownership

import "strings"

// Span is a place in the source of a filing.
//
// In XML, submissions and text Start and End are byte offsets into the unpacked
// member, envelope included. In a PDF they are zero, Page counts from 1, and Box
// is the place on the page as displayed.
type Span struct {
	Start int32 `json:"start"`
	End   int32 `json:"end"`
	Page  int32 `json:"page,omitzero"`
	Box   Box   `json:"box,omitzero"`
}

// Box is a rectangle in points from the top left corner of the displayed page.
type Box struct {
	X0 float32 `json:"x0"`
	Y0 float32 `json:"y0"`
	X1 float32 `json:"x1"`
	Y1 float32 `json:"y1"`
}

// LineColumn turns a byte offset into a line and a column, both counted from 1,
// the column in bytes. An offset past the end gives the place of the end.
func LineColumn(source string, offset int) (line, column int) {
	offset = max(0, min(offset, len(source)))
	head := source[:offset]
	return strings.Count(head, "\n") + 1, offset - strings.LastIndexByte(head, '\n')
}
