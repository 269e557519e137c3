package wire

import (
	"time"

	"filingview/parser/ownership"
)

// Pages, PDFs and text are read for the engine by another program in a worker of its
// own, which can be ended without the engine. The engine sends it requests of two
// kinds, one at a time: Open with a Name, the bytes as body, and Prepare. It answers
// with Readings.

// Prepare has the reader get ready for what is to come: whatever it has once done, it
// does faster. Not answered.
const Prepare Op = "prepare"

// ReadLimit is how long the reader may be at a document before it is ended. It bounds
// its work by itself, that on a PDF to about four seconds and that on the pictures of a
// scan by their size; on a slow machine these take longer.
const ReadLimit = 30 * time.Second

// Reading is what the reader says: that it is ready, once, with ID 0; then, for each
// document, what stands in it and that it is done.
type Reading struct {
	ID   int  // of the request
	Done bool // there is no more

	Filing string // as AppendFiling writes it; empty for a refusal
	// Source is the filing's Source.Text if the document itself is not: it was turned
	// into UTF-8, or taken out of a page around it.
	Source  string
	Changed bool     // Source stands
	Pages   []string // its Source.Pages as EncodePage writes them

	Refusal Refusal
}

// Refusal says why there is no filing, in the fields of a parser.Error. The name of the
// file is not among them: who asked knows it.
type Refusal struct {
	Format, Place, Reason, Advice, Kind string
}

// Encode writes the reading.
func (r *Reading) Encode() []byte {
	c := coder{out: make([]byte, 0, 64+len(r.Filing)+len(r.Source))}
	c.version()
	c.oneReading(r)
	return c.out
}

// DecodeReading reads what Encode writes. The error wraps [ErrVersion] or
// [ErrMessage].
func DecodeReading(b []byte) (*Reading, error) {
	return decoded(b, "reading", (*coder).oneReading)
}

func (c *coder) oneReading(r *Reading) {
	c.int(&r.ID)
	c.bool(&r.Done)
	c.string(&r.Filing)
	c.string(&r.Source)
	c.bool(&r.Changed)
	slice(c, &r.Pages, (*coder).string)
	for _, s := range [...]*string{&r.Refusal.Format, &r.Refusal.Place, &r.Refusal.Reason, &r.Refusal.Advice, &r.Refusal.Kind} {
		c.string(s)
	}
}

// FilingOf gives the filing of a reading, its pages without words, given the document
// that was read. The error wraps [ErrVersion] or [ErrMessage].
func (r *Reading) FilingOf(document string) (*ownership.Filing, error) {
	if r.Changed {
		document = r.Source
	}
	return DecodeFiling([]byte(r.Filing), document)
}
