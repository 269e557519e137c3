// Package pdf turns a PDF into words with places.
//
// The library that takes PDFs apart, github.com/ledongthuc/pdf, is used for its
// objects only, and never sees a file as it came: it loops, panics and takes sizes at
// their word. [Read] first gathers the objects of the file itself, whatever its cross
// references say, decrypts them if no password is needed, unpacks what the library
// cannot, and writes them anew as a plain file, which is well-formed by construction.
// Pages, fonts and tags are then walked through the library, within bounds, and the
// content of pages is interpreted here.
package pdf

import (
	"fmt"
	"time"

	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// Bounds. A form of ten pages has some hundred objects and 100,000 glyphs.
const (
	maxFile    = 200 << 20
	maxObjects = 400_000
	maxKept    = 2_000_000 // numbers, names and so on inside them
	maxWritten = 64 << 20  // the file as it is written anew
	maxPages   = 500
	maxDepth   = 60 // of arrays and dictionaries, of page trees and forms inside forms
	maxString  = 64 << 10
	maxStream  = 24 << 20
	maxUnpack  = 96 << 20 // all streams together
	maxGlyphs  = 1_500_000
	maxOnPage  = 250_000 // of them
	maxRules   = 200_000
	maxFonts   = 20_000
	maxRuns    = 100_000 // forms inside pages
	maxWords   = 300_000
	maxTime    = 4 * time.Second // of work
)

// Kind says what keeps a PDF from being read.
type Kind uint8

// The kinds of refusals.
const (
	Damaged  Kind = iota // no PDF can be made out in it
	Password             // it asks for a password
	Cipher               // its encryption is none that is read
	Bound                // it is over a bound
	Picture              // its pages are pictures without a text layer
	NoWord               // it opens, but there is no word on its pages
	Garbled              // its text has no letters that mean anything
	Crashed              // the library failed
	Filter               // its text is packed in a way that is not read
)

// Error says why a PDF gives no words.
type Error struct {
	Kind   Kind
	Reason string // a sentence
	Advice string // a sentence
}

func (e *Error) Error() string { return e.Reason }

func refuse(kind Kind, reason, advice string) *Error {
	return &Error{Kind: kind, Reason: reason, Advice: advice}
}

const again = "Download it again, or open the filing's XML or .txt from EDGAR."

const elsewhere = "Open the filing's XML or .txt from EDGAR instead."

// Read reads the words of a PDF. The error is an *[Error].
func Read(data []byte) (s *sheet.Sheet, err error) {
	defer func() {
		// The library panics on what it does not expect.
		if x := recover(); x != nil {
			s = nil
			if over, ok := x.(*Error); ok {
				err = over
				return
			}
			err = &Error{Kind: Crashed, Reason: fmt.Sprintf("This PDF is damaged: %.200s.", fmt.Sprint(x)), Advice: elsewhere}
		}
	}()
	if len(data) > maxFile {
		return nil, refuse(Bound, "This PDF is larger than 200 MB, which no form is.", "Take the pages of the form out of it.")
	}
	clock := &clock{last: time.Now()}
	f := gather(data, clock)
	if err := f.decrypt(); err != nil {
		return nil, err
	}
	if err := f.unpack(); err != nil {
		return nil, err
	}
	clock.whole = true
	d, err := f.open()
	if err != nil {
		return nil, err
	}
	return d.sheet()
}

// clock ends what takes too long. It counts time of work: where the machine gave the
// time to others, as a busy one does between two looks, that is no fault of the PDF.
type clock struct {
	last  time.Time     // it looked,
	spent time.Duration // and what had been spent by then
	steps int
	kept  int  // objects that were read to be kept
	whole bool // all objects are read; what is read now is content
}

// tick is called in every loop that a file can make long. It panics when time is
// up; Read recovers.
func (c *clock) tick() {
	if c.steps++; c.steps&0x3FF == 0 {
		c.look()
	}
}

// object is tick for an object that is read at a depth inside others. Not too many are
// kept: of the file, or of one piece of content.
func (c *clock) object(depth int) {
	c.tick()
	if c.whole && depth == 0 {
		c.kept = 0
	}
	if c.kept++; c.kept > maxKept {
		panic(refuse(Bound, "This PDF has more objects than any form.", "Take the pages of the form out of it."))
	}
}

// maxStep is more than most of what is done between two looks takes by itself; what
// can take longer, such as unpacking a stream, has bounds of its own.
const maxStep = 20 * time.Millisecond

// look does it at once, for steps that take longer.
func (c *clock) look() {
	now := time.Now()
	c.spent += min(now.Sub(c.last), maxStep)
	if c.last = now; c.spent > maxTime {
		panic(refuse(Bound, "This PDF takes too long to read.", elsewhere))
	}
}

// sheet reads all pages.
func (d *document) sheet() (*sheet.Sheet, error) {
	s := &sheet.Sheet{}
	pages := d.pages()
	if len(pages) == 0 {
		return nil, refuse(Damaged, "This PDF has no pages.", elsewhere)
	}
	content := d.readAll(pages)
	if d.settle(content) {
		content = d.readAll(pages)
	}
	words, odd, lost, letters, pictures := 0, 0, 0, 0, 0
	for _, p := range content {
		page := p.page()
		s.Pages = append(s.Pages, page)
		words += len(page.Words)
		odd += p.unmapped
		lost += p.lost
		letters += p.letters
		if page.Picture {
			pictures++
			s.Scan = s.Scan || len(page.Words) > 0
		}
	}
	switch {
	case words == 0 && pictures > 0:
		return nil, refuse(Picture, "This is a scan: its pages are pictures without a text layer, so there are no words to read.",
			"Run it through OCR (“make searchable”, “recognize text”) and open the result, or open the filing's XML from EDGAR.")
	case words == 0:
		return nil, refuse(NoWord, "This PDF opens, but there is no readable word on its pages.", elsewhere)
	case lost > letters/50:
		return nil, refuse(Damaged, "This PDF is damaged: a font that its text is set in is missing.", again)
	case odd > letters/3:
		return nil, refuse(Garbled, "The text of this PDF is garbled: its fonts do not say which letters they show.", "Print the page to a PDF again with another program, or open the filing's XML from EDGAR.")
	}
	if s.Scan {
		d.reread(s, content)
	}
	s.Blocks, s.Cells, s.Uneven = d.tagged(content, s.Pages)
	return s, nil
}

// readAll reads the content of all pages, and makes words of it.
func (d *document) readAll(pages []leaf) []*pageContent {
	content := make([]*pageContent, len(pages))
	d.glyphs, d.rules, d.runs = 0, 0, 0
	words := 0
	for i := range pages {
		d.page = i + 1
		content[i] = d.read(&pages[i], i+1)
		content[i].finish()
		if words += len(content[i].words); words > maxWords {
			panic(refuse(Bound, "This PDF holds more words than any form.", "Take the pages of the form out of it."))
		}
	}
	return content
}

// box is a rectangle in points from the top left corner of the displayed page.
type box = ownership.Box
