package export

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"

	"filingview/parser/ownership"
)

// tables writes the SEC's eight tables, in one spelling or the other.
type tables struct {
	files  []*file
	keys   map[string]struct{}
	repeat []Repeat
}

// file is one table on its way out.
type file struct {
	table  table
	name   string
	out    io.WriteCloser
	rows   rowWriter
	number int // of the last row
	cells  []string
}

// rowWriter is what csv.Writer and tsv have in common.
type rowWriter interface {
	Write(cells []string) error
	Flush()
	Error() error
}

func openTSV(create Create) (sink, error) {
	return openTables(create, ".tsv", func(w io.Writer) rowWriter { return &tsv{bufio.NewWriter(w)} })
}

func openCSV(create Create) (sink, error) {
	return openTables(create, ".csv", func(w io.Writer) rowWriter {
		c := csv.NewWriter(w)
		c.UseCRLF = true // RFC 4180
		return c
	})
}

func openTables(create Create, extension string, rows func(io.Writer) rowWriter) (sink, error) {
	t := &tables{keys: map[string]struct{}{}}
	for _, table := range secTables() {
		f := &file{table: table, name: table.name + extension}
		out, err := create(f.name)
		if err == nil {
			f.out, f.rows = out, rows(out)
			t.files = append(t.files, f)
			err = f.rows.Write(table.columnNames())
		}
		if err != nil {
			return nil, errors.Join(fmt.Errorf("write %s: %w", f.name, err), t.close())
		}
	}
	return t, nil
}

func (t *tables) write(f *ownership.Filing) error {
	r := record{filing: f, key: t.key(f)}
	for _, out := range t.files {
		for r := range out.table.rows(r) {
			if err := out.write(&r); err != nil {
				return fmt.Errorf("write %s: %w", out.name, err)
			}
		}
	}
	return nil
}

func (f *file) write(r *record) error {
	f.number++
	r.number = f.number
	f.cells = f.cells[:0]
	for _, c := range f.table.columns {
		f.cells = append(f.cells, c.text(r))
	}
	return f.rows.Write(f.cells)
}

// key takes a key for the filing, its own if that is free.
func (t *tables) key(f *ownership.Filing) string {
	own := Key(f)
	key := own
	for n := 2; ; n++ {
		if _, taken := t.keys[key]; !taken {
			break
		}
		key = fmt.Sprintf("%s#%d", own, n)
	}
	t.keys[key] = struct{}{}
	if key != own {
		t.repeat = append(t.repeat, Repeat{f.Source.Name, key})
	}
	return key
}

func (t *tables) repeats() []Repeat { return t.repeat }

func (t *tables) close() error {
	var all error
	for _, f := range t.files {
		f.rows.Flush()
		if err := errors.Join(f.rows.Error(), f.out.Close()); err != nil {
			all = errors.Join(all, fmt.Errorf("write %s: %w", f.name, err))
		}
	}
	t.files = nil
	return all
}

// Key returns the ACCESSION_NUMBER of a filing: what its envelope says, else the
// name of its file without directories and without its last extension.
func Key(f *ownership.Filing) string {
	if key := text(&f.Header.AccessionNumber); key != "" {
		return key
	}
	name := f.Source.Name
	name = name[strings.LastIndexAny(name, `/\`)+1:]
	// The dots that a name begins with start no extension.
	if dot := strings.LastIndexByte(name, '.'); dot > 0 && strings.Trim(name[:dot], ".") != "" {
		name = name[:dot]
	}
	return fold(name)
}

// tsv writes rows with tabs between cells and no quotes. The cells hold neither
// tab nor line break, which fold sees to.
type tsv struct{ w *bufio.Writer }

func (t *tsv) Write(cells []string) error {
	for i, c := range cells {
		if i > 0 {
			t.w.WriteByte('\t')
		}
		t.w.WriteString(c)
	}
	return t.w.WriteByte('\n') // the first error sticks
}

func (t *tsv) Flush() { t.w.Flush() }

func (t *tsv) Error() error { return t.w.Flush() }
