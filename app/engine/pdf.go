package engine

import (
	"iter"

	"filingview/app/wire"
	"filingview/parser"
	"filingview/parser/ownership"
)

// member is a PDF that is being read.
type member struct {
	name   string
	before int // entries of the file before it
}

// pdf reads a PDF. One can hang the engine, or end it, where nothing inside can
// help: so the page is told first which it is, and a new engine passes it over.
func (e *Engine) pdf(name string, data []byte) iter.Seq2[*ownership.Filing, error] {
	return func(yield func(*ownership.Filing, error) bool) {
		f := e.reading
		for _, s := range e.skips {
			if s.N == len(f.items) && s.Name == name {
				yield(nil, &parser.Error{Format: "a PDF", Kind: parser.ErrBound, Reason: s.Reason,
					Advice: "Print it to a new PDF, or open the filing's XML from EDGAR instead."})
				return
			}
		}
		e.member = member{name, len(f.items)}
		e.progress()
		parser.Open(name, data)(yield)
		e.member = member{}
		e.progress()
	}
}

// opener is parser.Open, but for PDFs.
func (e *Engine) opener() parser.Opener { return parser.Opener{PDF: e.pdf} }

// tell says in a progress which PDF is being read.
func (m *member) tell(r *wire.Reply) { r.Name, r.From = m.name, m.before }
