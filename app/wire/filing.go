package wire

import (
	"fmt"

	"filingview/parser/ownership"
)

// AppendFiling writes a filing after b, all but its Source.Text and the words of
// its Source.Pages, which several filings of one file may share. Most cells take
// their place in that text and two bytes more.
func AppendFiling(b []byte, f *ownership.Filing) []byte {
	c := coder{out: b, sourceText: f.Source.Text}
	c.version()
	c.filing(f)
	return c.out
}

// DecodeFiling reads what AppendFiling writes, given the filing's Source.Text. Its
// pages are without words. The error wraps [ErrVersion] or [ErrMessage].
func DecodeFiling(code []byte, source string) (*ownership.Filing, error) {
	c := coder{reading: true, in: string(code), sourceText: source}
	f := new(ownership.Filing)
	f.Source.Text = source
	c.version()
	c.filing(f)
	if err := c.end(); err != nil {
		return nil, fmt.Errorf("filing: %w", err)
	}
	return f, nil
}

// source goes through what a source says of itself; its text and the words of its
// pages travel apart.
func (c *coder) source(s *ownership.Source) {
	c.string(&s.Name)
	c.string(&s.Format)
	c.string(&s.Envelope)
	c.string(&s.Charset)
	slice(c, &s.Pages, (*coder).pageSize)
}

func (c *coder) finding(f *ownership.Finding) {
	c.byte((*uint8)(&f.Rule))
	c.byte((*uint8)(&f.Severity))
	c.string(&f.Message)
	slice(c, &f.Paths, (*coder).string)
	slice(c, &f.At, (*coder).span)
	slice(c, &f.Evidence, (*coder).string)
}
