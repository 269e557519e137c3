package export

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"filingview/parser/ownership"
)

const linesName = "filings.jsonl"

// lines writes filings.jsonl.
type lines struct {
	file io.WriteCloser
	buf  *bufio.Writer
}

func openLines(create Create) (sink, error) {
	file, err := create(linesName)
	if err != nil {
		return nil, err
	}
	return &lines{file, bufio.NewWriter(file)}, nil
}

func (l *lines) write(f *ownership.Filing) error { return WriteLine(l.buf, f) }

func (l *lines) close() error {
	if err := errors.Join(l.buf.Flush(), l.file.Close()); err != nil {
		return fmt.Errorf("write %s: %w", linesName, err)
	}
	return nil
}

func (l *lines) repeats() []Repeat { return nil }

// WriteLine writes the filing's JSON and a line break. The JSON itself has none.
func WriteLine(w io.Writer, f *ownership.Filing) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(f)
}
