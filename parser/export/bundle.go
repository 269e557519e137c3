package export

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"iter"
	"time"

	"filingview/parser/ownership"
)

// File is a finished file.
type File struct {
	Name string
	Type string // media type
	Data []byte
}

// Bundle exports the filings to one file in memory: the format's own if it has
// just one, else a zip of them, filings-sec.zip. The same filings give the same
// bytes on any day. The error wraps [ErrFormat] for a format that there is not.
func Bundle(format string, filings iter.Seq[*ownership.Filing]) (File, error) {
	f, err := FormatOf(format)
	if err != nil {
		return File{}, err
	}
	var names []string
	var buffers []*bytes.Buffer
	w, err := NewWriter(format, func(name string) (io.WriteCloser, error) {
		b := new(bytes.Buffer)
		names, buffers = append(names, name), append(buffers, b)
		return memory{b}, nil
	})
	if err != nil {
		return File{}, err
	}
	for filing := range filings {
		if err := w.Write(filing); err != nil {
			return File{}, err
		}
	}
	if err := w.Close(); err != nil {
		return File{}, err
	}
	if len(names) == 1 {
		return File{names[0], f.Type, buffers[0].Bytes()}, nil
	}
	data, err := zipped(names, buffers)
	if err != nil {
		return File{}, fmt.Errorf("export %s: %w", format, err)
	}
	return File{"filings-" + format + ".zip", "application/zip", data}, nil
}

// memory is a file in memory.
type memory struct{ *bytes.Buffer }

func (memory) Close() error { return nil }

// zipped packs the files. Their time is the first that a zip can hold, so that
// the bytes do not tell when they were made.
func zipped(names []string, files []*bytes.Buffer) ([]byte, error) {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for i, name := range names {
		w, err := z.CreateHeader(&zip.FileHeader{
			Name:     name,
			Method:   zip.Deflate,
			Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC),
		})
		if err == nil {
			_, err = files[i].WriteTo(w)
		}
		if err != nil {
			return nil, fmt.Errorf("zip %s: %w", name, err)
		}
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("zip: %w", err)
	}
	return out.Bytes(), nil
}
