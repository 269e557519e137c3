// Package remote has a document read by another program: a worker of the page, or a
// child process of the tool. Both speak in [wire.Reading] messages.
//
// [Sender] is the side of the program that reads, [Filing] that of the one that asks.
package remote

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"unsafe"

	"filingview/app/wire"
	"filingview/parser"
	"filingview/parser/ownership"
)

// Sender sends what is in documents.
type Sender struct {
	Open parser.Reader
	Send func(*wire.Reading) error

	sent  *ownership.Page // the first page of the filing before
	pages []string        // all pages of that filing, as they travel
}

// Read opens a document and sends a reading for each filing and each error in it, and
// one that says that there is no more. The readings have the ID of the request. The
// error is that of Send, which is not called again after it.
func (s *Sender) Read(id int, name string, data []byte) error {
	document := unsafe.String(unsafe.SliceData(data), len(data))
	defer func() { s.sent, s.pages = nil, nil }()
	for f, err := range s.Open(name, data) {
		r := &wire.Reading{ID: id}
		if err != nil {
			r.Refusal = refusalOf(err)
		} else {
			r.Filing, r.Pages = string(wire.AppendFiling(nil, f)), s.pagesOf(f)
			if f.Source.Text != document {
				r.Source, r.Changed = f.Source.Text, true
			}
		}
		if err := s.Send(r); err != nil {
			return err
		}
	}
	return s.Send(&wire.Reading{ID: id, Done: true})
}

// pagesOf writes the pages of a source, once for all filings that share them.
func (s *Sender) pagesOf(f *ownership.Filing) []string {
	pages := f.Source.Pages
	if len(pages) == 0 {
		return nil
	}
	if s.sent != &pages[0] || len(s.pages) != len(pages) {
		s.sent, s.pages = &pages[0], make([]string, len(pages))
		for i := range pages {
			s.pages[i] = string(wire.EncodePage(&pages[i]))
		}
	}
	return s.pages
}

func refusalOf(err error) wire.Refusal {
	var e *parser.Error
	if !errors.As(err, &e) {
		return wire.Refusal{Reason: err.Error(), Kind: string(parser.ErrDamaged)}
	}
	return wire.Refusal{Format: e.Format, Place: e.Place, Reason: e.Reason, Advice: e.Advice, Kind: string(e.Kind)}
}

// Filing gives the filing of a reading, its pages without words, or the error: a
// *[parser.Error] without the name of the file for a document that gives none, another
// for a reading that cannot be understood. The document is what was sent to be read.
func Filing(r *wire.Reading, document string) (*ownership.Filing, error) {
	if r.Filing == "" {
		e := r.Refusal
		return nil, &parser.Error{Format: e.Format, Place: e.Place, Reason: e.Reason, Advice: e.Advice, Kind: parser.Kind(e.Kind)}
	}
	f, err := r.FilingOf(document)
	if err != nil {
		return nil, fmt.Errorf("what the reader says cannot be understood: %w", err)
	}
	if len(r.Pages) != len(f.Source.Pages) {
		return nil, errors.New("what the reader says of the pages cannot be understood")
	}
	return f, nil
}

// Write writes a reading to a stream, with its length before it.
func Write(w io.Writer, r *wire.Reading) error {
	code := r.Encode()
	head := binary.AppendUvarint(nil, uint64(len(code)))
	if _, err := w.Write(append(head, code...)); err != nil {
		return fmt.Errorf("write a reading: %w", err)
	}
	return nil
}

// Next reads what Write wrote; io.EOF at the end of the stream, or another error if the
// stream ends within a reading.
func Next(r *bufio.Reader) (*wire.Reading, error) {
	n, err := binary.ReadUvarint(r)
	if err == io.EOF {
		return nil, io.EOF
	}
	if err != nil {
		return nil, fmt.Errorf("read the length of a reading: %w", err)
	}
	// The length is not believed: a stream that ends early takes no more memory.
	code, err := io.ReadAll(io.LimitReader(r, int64(min(n, maxReading))))
	if err != nil || uint64(len(code)) != n {
		return nil, fmt.Errorf("a reading of %d bytes is cut off after %d: %w", n, len(code), errors.Join(err, io.ErrUnexpectedEOF))
	}
	return wire.DecodeReading(code)
}

// maxReading bounds a reading in a stream. The largest file gives a tenth of that.
const maxReading = 1 << 30
