package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"filingview/parser/ownership"
)

// maxInput bounds a file in memory. A day of EDGAR's feed is smaller.
const maxInput = 2 << 30

// stdinName is the Source.Name of what comes from standard input.
const stdinName = "stdin"

// eachFiling opens the files one by one and calls do with each filing inside.
// What cannot be read is told on stderr, and the rest is read all the same; all
// is true if there was nothing of the kind. The error is do's, or says that the
// user has stopped the program.
func eachFiling(ctx context.Context, files []string, s streams, do func(*ownership.Filing) error) (all bool, err error) {
	program, err := os.Executable()
	if err != nil {
		return false, fmt.Errorf("find this program, which reads PDFs in a process of their own: %w", err)
	}
	all = true
	for _, file := range files {
		name, data, err := read(ctx, file, s.in)
		if ctx.Err() != nil {
			return false, stopped(ctx)
		}
		if err != nil {
			all = false
			fmt.Fprintf(s.err, "filingview: %s: %v\n", name, err)
			continue
		}
		for f, err := range opener(ctx, program, pdfLimits()).Open(name, data) {
			if ctx.Err() != nil {
				return false, stopped(ctx)
			}
			if err != nil {
				all = false
				fmt.Fprintf(s.err, "filingview: %v\n", err)
				continue
			}
			if err := do(f); err != nil {
				return false, err
			}
		}
	}
	return all, nil
}

func stopped(ctx context.Context) error {
	return fmt.Errorf("stopped before the end: %w", context.Cause(ctx))
}

// read returns the bytes of a file, or of stdin for -. The error is a sentence
// without the name.
func read(ctx context.Context, file string, stdin io.Reader) (name string, data []byte, err error) {
	if file == "-" {
		data, err = readStream(ctx, stdin)
		return stdinName, data, err
	}
	f, err := os.Open(file)
	if err != nil {
		return file, nil, reason(err)
	}
	defer f.Close() // opened to read: nothing is lost
	info, err := f.Stat()
	if err != nil {
		return file, nil, reason(err)
	}
	if info.IsDir() {
		return file, nil, fmt.Errorf("This is a folder. Name the files in it, for example %s%c*.", file, os.PathSeparator)
	}
	if info.Size() > maxInput {
		return file, nil, errTooLarge
	}
	data, err = readBounded(f)
	return file, data, reason(err)
}

var errTooLarge = fmt.Errorf("It is larger than %d GB, which is not read at once. Give it in parts.", maxInput>>30)

// readStream reads a stream that may never end, unlike the user's patience.
func readStream(ctx context.Context, r io.Reader) ([]byte, error) {
	type result struct {
		data []byte
		err  error
	}
	finished := make(chan result, 1)
	go func() {
		data, err := readBounded(r)
		finished <- result{data, err}
	}()
	select {
	case got := <-finished:
		return got.data, reason(got.err)
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func readBounded(r io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxInput+1))
	if len(data) > maxInput {
		return nil, errTooLarge
	}
	return data, err
}

// reason makes a sentence of a file's error, whose name stands before it.
func reason(err error) error {
	var p *fs.PathError
	switch {
	case err == nil || errors.Is(err, errTooLarge):
		return err
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("There is no such file.")
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("It may not be read by this user: permission denied.")
	case errors.As(err, &p):
		err = p.Err
	}
	return fmt.Errorf("It cannot be read: %w.", err)
}
