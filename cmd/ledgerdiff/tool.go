package main

import (
	"archive/tar"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sync"
)

// build builds the tool of a revision, whose files it puts into a folder; or that of the
// working tree.
func build(ctx context.Context, rev, dir, tool string) error {
	if rev == "" {
		dir = "."
	} else if err := unpack(ctx, rev, dir); err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, "go", "build", "-trimpath", "-buildvcs=false", "-o", tool, "./cmd/filingview")
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: go build: %w\n%s", revision(rev), err, out)
	}
	return nil
}

// unpack writes the files of a revision into a folder.
func unpack(ctx context.Context, rev, dir string) error {
	cmd := exec.CommandContext(ctx, "git", "archive", "--format=tar", "--end-of-options", rev)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	data, err := cmd.Output()
	if err != nil {
		return fmt.Errorf("git archive %s: %w\n%s", rev, err, &stderr)
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	for archive := tar.NewReader(bytes.NewReader(data)); ; {
		h, err := archive.Next()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return fmt.Errorf("git archive %s: %w", rev, err)
		case h.Typeflag == tar.TypeDir:
			err = root.MkdirAll(h.Name, 0o700)
		case h.Typeflag == tar.TypeReg:
			var content []byte
			if content, err = io.ReadAll(archive); err == nil {
				err = root.WriteFile(h.Name, content, h.FileInfo().Mode().Perm())
			}
		}
		if err != nil {
			return fmt.Errorf("%s of %s: %w", h.Name, rev, err)
		}
	}
}

// group is files that are checked together, named from the folder beside the checkout.
type group []string

// groupsIn finds the files to check. An error tells that there are none.
func groupsIn(shared string) ([]group, error) {
	var groups []group
	folder := os.DirFS(shared)
	add := func(pattern string, together bool) error {
		names, err := fs.Glob(folder, pattern)
		if err != nil || len(names) == 0 {
			return err
		}
		if together {
			groups = append(groups, names)
			return nil
		}
		for _, name := range names {
			groups = append(groups, group{name})
		}
		return nil
	}
	cases, err := fs.Glob(folder, "faults/ledger/*/1.xml")
	if err != nil {
		return nil, err
	}
	err = errors.Join(add("filings/xml/*", true), add("filings/submission/*", true), add("forms/*/*.*", false))
	for _, c := range cases {
		err = errors.Join(err, add(filepath.ToSlash(filepath.Dir(c))+"/*.xml", true))
	}
	if err == nil && len(groups) == 0 {
		err = fmt.Errorf("there are no filings in %s, so nothing can be compared", shared)
	}
	return groups, err
}

// line is what the tool says of a line of a filing.
type line struct {
	File        string `json:"file"`
	Path        string `json:"path"`
	State       string `json:"state"`
	Rule        string `json:"rule"`
	Strength    string `json:"strength"` // empty in revisions that know none
	Explanation string `json:"explanation"`
}

// check has a tool check each group of files and returns the lines of all.
func check(ctx context.Context, tool, shared string, groups []group) ([]line, error) {
	said, errs := make([][]line, len(groups)), make([]error, len(groups))
	next := make(chan int)
	var wait sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for i := range next {
				said[i], errs[i] = checkGroup(ctx, tool, shared, groups[i])
			}
		})
	}
	for i := range groups {
		next <- i
	}
	close(next)
	wait.Wait()
	var all []line
	for _, lines := range said {
		all = append(all, lines...)
	}
	return all, errors.Join(errs...)
}

// checkGroup has a tool check some files. A file that it cannot read is no error as long as
// the tool says what it can of the others: both revisions are asked the same.
func checkGroup(ctx context.Context, tool, shared string, files group) ([]line, error) {
	cmd := exec.CommandContext(ctx, tool, append([]string{"check", "-json", "--"}, files...)...)
	cmd.Dir = shared
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	data, err := cmd.Output()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return nil, err
	}
	var r struct {
		Lines []line `json:"lines"`
	}
	if bad := json.Unmarshal(data, &r); bad != nil {
		return nil, fmt.Errorf("check of %s: %w\n%s", files[0], errors.Join(err, bad), &stderr)
	}
	return r.Lines, nil
}
