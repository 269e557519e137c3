package session

import "fmt"

// maxFile is the size in bytes up to which a file is sent to the engine.
const maxFile = 512 << 20

// File is something that the user gave: by dropping, choosing or pasting it, or
// with the system's "open with"; or that the page around the frame gave.
type File struct {
	Name string // with its folders, if it came in one
	Size int64  // bytes
	// Problem is the sentence that says why it cannot be read; empty if it can.
	Problem string
	Number  int  // of this file and no other, in all visits; 0 for the next one
	Kept    bool // from an earlier visit
	Given   int  // the request of the host that gave it; 0 if the user did

	Handle any // what Link.Load reads it by
}

// problem returns the sentence that says why the file cannot be read, if it cannot.
func (f *File) problem() string {
	if f.Size > maxFile {
		return fmt.Sprintf("It has %d MB, and files over %d MB are not read. Split the archive, or choose single filings.", f.Size>>20, maxFile>>20)
	}
	return f.Problem
}
