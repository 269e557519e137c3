package app

import (
	"fmt"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// maxFile is the size in bytes up to which a file is sent to the engine.
const maxFile = 512 << 20

// File is something that the user gave: by dropping, choosing or pasting it, or
// with the system's "open with".
type File struct {
	Name string // with its folders, if it came in one
	Size int64  // bytes
	// Problem is the sentence that says why it cannot be read; empty if it can.
	Problem string
	Number  int  // of this file and no other, in all visits; 0 for the next one
	Kept    bool // from an earlier visit

	handle app.Value // the browser's File, or what stands for it
	given  int       // the request of the host that gave it; 0 if the user did
}

// filesOf reads what the page's scripts collect: objects of name, size, file and
// problem, number and kept.
func filesOf(list app.Value) []File {
	files := make([]File, list.Length())
	for i := range files {
		v := list.Index(i)
		files[i] = File{
			Name:    v.Get("name").String(),
			Size:    int64(v.Get("size").Float()),
			Problem: textOf(v.Get("problem")),
			Number:  intOf(v.Get("number")),
			Kept:    v.Get("kept").Truthy(),
			handle:  v.Get("file"),
		}
		if given := v.Get("given"); given.Truthy() {
			files[i].given = given.Int()
		}
		if files[i].Size > maxFile {
			files[i].Problem = fmt.Sprintf("It has %d MB, and files over %d MB are not read. Split the archive, or choose single filings.",
				files[i].Size>>20, maxFile>>20)
		}
	}
	return files
}

// textOf returns a JavaScript string, or nothing for what is none.
func textOf(v app.Value) string {
	if v == nil || v.IsUndefined() || v.IsNull() {
		return ""
	}
	return v.String()
}

// intOf returns a JavaScript number, or 0 for what is none.
func intOf(v app.Value) int {
	if v == nil || v.Type() != app.TypeNumber {
		return 0
	}
	return v.Int()
}
