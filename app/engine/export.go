package engine

import (
	"archive/zip"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"filingview/app/wire"
	"filingview/parser/export"
)

const (
	exportCancelled = "The export was cancelled."
	nothingToExport = "There is no filing to export."
)

// chunk is how much of an export is compressed between two turns.
const chunk = 64 << 10

// export works off the exports that wait.
func (e *Engine) export() {
	for len(e.waiting.exports) > 0 {
		m := e.waiting.exports[0]
		e.waiting.exports = e.waiting.exports[1:]
		r := wire.Reply{ID: m.ID, Op: m.Op}
		var body []byte
		var err error
		e.exporting, e.cancelled = true, false
		done := e.work(m.ID)
		failure := guard(func() { body, err = e.write(m, &r) })
		done()
		e.exporting = false
		switch {
		case failure != "":
			r.Error = failure
		case err != nil:
			r.Error = fmt.Sprintf("The export failed: %v.", err)
		}
		if r.Error != "" {
			r, body = wire.Reply{ID: m.ID, Op: m.Op, Error: r.Error}, nil
		}
		e.send(r, body)
	}
}

// write writes the filings that were there when the export began: one file as it
// is, several as a zip archive.
func (e *Engine) write(m message, r *wire.Reply) ([]byte, error) {
	format, err := export.FormatOf(m.Format)
	if err != nil {
		return nil, err
	}
	filings := e.store.chosen(m.Refs)
	if len(filings) == 0 {
		r.Error = nothingToExport
		return nil, nil
	}
	var out outputs
	w, err := export.NewWriter(format.Name, out.create)
	if err != nil {
		return nil, err
	}
	for _, it := range filings {
		f, err := wire.DecodeFiling(it.filing, it.source)
		if err != nil {
			return nil, err
		}
		if err := w.Write(f); err != nil {
			return nil, err
		}
		r.Opened++
		if r.Opened == 1 {
			r.Name = stem(f.Source.Name)
		}
		if e.turn(); e.cancelled {
			r.Error = exportCancelled
			return nil, nil
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	if len(filings) > 1 {
		r.Name = fmt.Sprintf("%d-filings", len(filings))
	}
	if len(out.files) == 1 {
		r.Name, r.Type = r.Name+path.Ext(out.files[0].name), format.Type
		return out.files[0].Bytes(), nil
	}
	r.Name, r.Type = r.Name+"-"+format.Name+".zip", "application/zip"
	return e.zip(&out, r)
}

func (e *Engine) zip(out *outputs, r *wire.Reply) ([]byte, error) {
	var archive bytes.Buffer
	z := zip.NewWriter(&archive)
	for _, f := range out.files {
		w, err := z.Create(f.name)
		if err != nil {
			return nil, err
		}
		for part := range slices.Chunk(f.Bytes(), chunk) {
			if _, err := w.Write(part); err != nil {
				return nil, err
			}
			if e.turn(); e.cancelled {
				r.Error = exportCancelled
				return nil, nil
			}
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return archive.Bytes(), nil
}

// outputs collects the files of an export.
type outputs struct{ files []*sheet }

// sheet is one file of an export.
type sheet struct {
	name string
	bytes.Buffer
}

func (t *outputs) create(name string) (io.WriteCloser, error) {
	s := &sheet{name: name}
	t.files = append(t.files, s)
	return s, nil
}

// Close does nothing: a buffer is complete with its last byte.
func (s *sheet) Close() error { return nil }

// stem returns the last part of a file's name without its extension.
func stem(name string) string {
	name = path.Base(name)
	return cmp.Or(strings.TrimSuffix(name, path.Ext(name)), "filing")
}
