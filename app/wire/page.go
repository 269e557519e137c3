package wire

import "filingview/parser/ownership"

// EncodePage writes a page of a filing's source with its words.
func EncodePage(p *ownership.Page) []byte {
	c := coder{out: make([]byte, 0, 32+32*len(p.Words))}
	c.version()
	c.page(p)
	return c.out
}

// DecodePage reads what EncodePage writes. The error wraps [ErrVersion] or
// [ErrMessage].
func DecodePage(b []byte) (*ownership.Page, error) {
	return decoded(b, "page", (*coder).page)
}

func (c *coder) page(p *ownership.Page) {
	c.pageSize(p)
	slice(c, &p.Words, (*coder).pageWord)
}

func (c *coder) pageSize(p *ownership.Page) {
	c.float32(&p.Width)
	c.float32(&p.Height)
}

func (c *coder) pageWord(w *ownership.PageWord) {
	c.string(&w.Text)
	c.box(&w.Box)
}

func (c *coder) box(b *ownership.Box) {
	c.float32(&b.X0)
	c.float32(&b.Y0)
	c.float32(&b.X1)
	c.float32(&b.Y1)
}
