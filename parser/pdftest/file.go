// Package pdftest makes PDFs for tests: a small form, files crafted to harm whoever
// reads them, and damaged copies of any file. The same arguments give the same
// bytes. It is no internal package, since the tests of app, cmd and e2e use it, too.
package pdftest

import (
	"bytes"
	"compress/zlib"
	"fmt"
)

// file is a PDF in the making: the bodies of its objects, the first of which has
// the number 1 and is the catalog.
type file struct {
	version string // 1.4 if empty
	objects []string
	trailer string // more entries of the trailer
}

// bytes writes the file with a table of its objects.
func (f *file) bytes() []byte {
	var b bytes.Buffer
	version := f.version
	if version == "" {
		version = "1.4"
	}
	fmt.Fprintf(&b, "%%PDF-%s\n", version)
	at := make([]int, len(f.objects))
	for i, o := range f.objects {
		at[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, f.trailer, start)
	return b.Bytes()
}

// stream is the body of an object with a stream, as it stands.
func stream(dict, data string) string {
	return fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", dict, len(data), data)
}

// deflated is the body of an object with a packed stream.
func deflated(dict, data string) string { return bomb(dict, data, 1) }

// bomb is the body of an object whose stream unpacks to data many times.
func bomb(dict, data string, times int) string {
	var b bytes.Buffer
	w, err := zlib.NewWriterLevel(&b, zlib.BestSpeed)
	for range times {
		if err == nil {
			_, err = w.Write([]byte(data))
		}
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		panic(err) // a buffer takes everything
	}
	return stream("/Filter/FlateDecode"+dict, b.String())
}

// onePage is a document of one page with the content and the font.
func onePage(content, font string, more ...string) *file {
	return &file{objects: append([]string{
		"<</Type/Catalog/Pages 2 0 R>>",
		"<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 792 612]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>",
		content, font}, more...)}
}

// courier is a font whose letters all have the width of 600.
const courier = "<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>"
