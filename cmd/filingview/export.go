package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"filingview/parser/export"
	"filingview/parser/ownership"
)

// exportAbout tells how export is used.
func exportAbout() string {
	var b strings.Builder
	b.WriteString("filingview export -format FORMAT -o DIR FILE...\n\nWrites the filings in the files to the folder DIR, which is made if need be. - reads\nstandard input. Files of the same names in DIR are replaced when all is written.\n\nThe formats:\n")
	for _, f := range export.Formats() {
		fmt.Fprintf(&b, "  %-5s %s\n", f.Name, f.Title)
	}
	b.WriteString("\nACCESSION_NUMBER is that of the EDGAR envelope, else the file's name without its\nlast extension; a second filing of the same key has #2 after it. What cannot be\nread is named on standard error and the rest is written; the exit code is then 1.\n\n")
	return b.String()
}

// exportCommand writes filings to files as it reads them, and keeps none.
func exportCommand(ctx context.Context, args []string, s streams) int {
	flags := flag.NewFlagSet("export", flag.ContinueOnError)
	format := flags.String("format", "", "the `FORMAT` to write")
	dir := flags.String("o", "", "the folder `DIR` to write to")
	files, code, ok := parseFlags(flags, args, s, exportAbout())
	if !ok {
		return code
	}
	var wrong string
	switch _, err := export.FormatOf(*format); {
	case *format == "":
		wrong = "No -format is given."
	case err != nil:
		wrong = fmt.Sprintf("%v.", err)
	case *dir == "":
		wrong = "No folder to write to is given: -o DIR."
	case len(files) == 0:
		wrong = "No FILE is named."
	}
	if wrong != "" {
		fmt.Fprintf(s.err, "filingview export: %s\nUsage: %s", wrong, exportAbout())
		return misuse
	}
	all, err := exportTo(ctx, *format, *dir, files, s)
	if err != nil {
		fmt.Fprintf(s.err, "filingview export: %v\n", err)
	}
	if err != nil || !all {
		return failed
	}
	return done
}

var errNothing = errors.New("No filing was read, so nothing is written.")

// exportTo writes the export beside its place and moves it there at the end, so
// that half an export never looks like a whole one.
func exportTo(ctx context.Context, format, dir string, files []string, s streams) (all bool, err error) {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return false, err
	}
	out := folder{dir: dir}
	w, err := export.NewWriter(format, out.create)
	if err != nil {
		return false, errors.Join(err, out.abandon())
	}
	filings := 0
	all, err = eachFiling(ctx, files, s, func(f *ownership.Filing) error {
		filings++
		return w.Write(f)
	})
	if closed := w.Close(); err == nil {
		err = closed
	}
	if err == nil && filings == 0 {
		err = errNothing
	}
	if err != nil {
		return false, errors.Join(err, out.abandon())
	}
	if err := out.finish(); err != nil {
		return false, err
	}
	tellRepeats(s.err, w.Repeats())
	fmt.Fprintf(s.out, "%d filings written to %s: %s\n", filings, dir, strings.Join(out.names, " "))
	return all, nil
}

// tellRepeats names the filings that did not get their own key, not all of a
// thousand.
func tellRepeats(w io.Writer, repeats []export.Repeat) {
	const most = 10
	for i, r := range repeats {
		if i == most {
			fmt.Fprintf(w, "filingview: … and %d more filings with a # in their ACCESSION_NUMBER.\n", len(repeats)-most)
			return
		}
		fmt.Fprintf(w, "filingview: %s: An earlier filing has the same key, so this one's ACCESSION_NUMBER is %s.\n", r.Name, r.Key)
	}
}

// folder is where an export goes.
type folder struct {
	dir   string
	names []string
}

// partial is the name of a file that is not yet whole.
func (d *folder) partial(name string) string {
	return filepath.Join(d.dir, fmt.Sprintf(".%s.%d", name, os.Getpid()))
}

func (d *folder) create(name string) (io.WriteCloser, error) {
	f, err := os.OpenFile(d.partial(name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err == nil {
		d.names = append(d.names, name)
	}
	return f, err
}

// finish moves the files to their names.
func (d *folder) finish() error {
	for _, name := range d.names {
		if err := os.Rename(d.partial(name), filepath.Join(d.dir, name)); err != nil {
			return errors.Join(err, d.abandon())
		}
	}
	return nil
}

// abandon removes what is not whole.
func (d *folder) abandon() error {
	var all error
	for _, name := range d.names {
		if err := os.Remove(d.partial(name)); err != nil && !errors.Is(err, os.ErrNotExist) {
			all = errors.Join(all, err)
		}
	}
	return all
}
