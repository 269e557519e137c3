package engine

import (
	"bytes"
	"strings"

	"filingview/app/remote"
	"filingview/app/wire"
	"filingview/parser/ownership"
)

// encoder turns filings into the bytes that are kept of them. Filings of one file often
// share their source and its pages; these are kept once.
type encoder struct {
	scratch []byte // a filing is written here and then copied, so that none keeps spare memory

	// Of the filing before:
	original string          // its Source.Text as it came,
	source   string          // and as it is kept
	first    *ownership.Page // the first of its Source.Pages,
	pages    [][]byte        // and all of them as they are kept
}

// forget lets go of the source of a file.
func (e *encoder) forget() { *e = encoder{scratch: e.scratch} }

// item gives an item with what is kept of a filing.
func (e *encoder) item(f *ownership.Filing) item {
	e.scratch = wire.AppendFiling(e.scratch[:0], f)
	// The copy of the source also lets go of the buffer that it was unpacked into.
	if e.original != f.Source.Text {
		e.original, e.source = f.Source.Text, strings.Clone(f.Source.Text)
	}
	return item{filing: bytes.Clone(e.scratch), source: e.source, pages: e.pagesOf(f.Source.Pages)}
}

func (e *encoder) pagesOf(pages []ownership.Page) [][]byte {
	if len(pages) == 0 {
		return nil
	}
	if e.first != &pages[0] || len(e.pages) != len(pages) {
		e.first, e.pages = &pages[0], make([][]byte, len(pages))
		for i := range pages {
			e.pages[i] = wire.EncodePage(&pages[i])
		}
	}
	return e.pages
}

// received gives the filing of a reading, and keeps its pages as they came: nothing here
// looks at the words, and the page gets them so.
func (e *encoder) received(r *wire.Reading, document string) (*ownership.Filing, error) {
	f, err := remote.Filing(r, document)
	if err != nil {
		return nil, err
	}
	if len(r.Pages) > 0 {
		e.first, e.pages = &f.Source.Pages[0], make([][]byte, len(r.Pages))
		for i, p := range r.Pages {
			e.pages[i] = []byte(p)
		}
	}
	return f, nil
}
