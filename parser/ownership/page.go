package ownership

// Page is a page of a source that is shown by its words, as a PDF is.
type Page struct {
	Width, Height float32 // points, as displayed
	Words         []PageWord
}

// PageWord is a word where it stands on its page, in points from the top left
// corner.
type PageWord struct {
	Text string
	Box  Box
}
