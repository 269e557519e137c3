package parser_test

import (
	"bytes"
	"encoding/xml"
	"io"
	"testing"
	"time"

	"filingview/parser"
)

// benchFiles returns the XML that the benchmarks read and its size: the corpus
// where it is there, else, and in a browser, the sound ones of testdata.
func benchFiles(b *testing.B) (files []sample, size int64) {
	b.Helper()
	files = corpus(b, "xml")
	if len(files) == 0 {
		for _, s := range cases(b, "xml") {
			if rawTokens(s.data) == nil {
				files = append(files, s)
			}
		}
	}
	for _, s := range files {
		size += int64(len(s.data))
	}
	return files, size
}

// rawTokens is the least that encoding/xml can do with a document: the measure
// that the reader is held against.
func rawTokens(data []byte) error {
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		if _, err := d.RawToken(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}

func readAll(b *testing.B, files []sample) {
	for _, s := range files {
		for f, err := range parser.Open(s.name, s.data) {
			if err != nil {
				b.Fatalf("%s: %v", s.name, err)
			}
			if len(f.Owners) == 0 && len(s.data) > 1000 {
				b.Fatalf("%s: no owner", s.name)
			}
		}
	}
}

func rawTokensAll(b *testing.B, files []sample) {
	for _, s := range files {
		if err := rawTokens(s.data); err != nil {
			b.Fatalf("%s: %v", s.name, err)
		}
	}
}

// BenchmarkParse reads every file to the full model, checks included.
func BenchmarkParse(b *testing.B) {
	files, size := benchFiles(b)
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		readAll(b, files)
	}
}

// BenchmarkRawToken runs the RawToken loop of encoding/xml over the same files.
func BenchmarkRawToken(b *testing.B) {
	files, size := benchFiles(b)
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		rawTokensAll(b, files)
	}
}

// BenchmarkRatio does both in turn, so that a busy machine slows both alike, and
// reports how many times as fast as the RawToken loop the full model is read.
func BenchmarkRatio(b *testing.B) {
	files, size := benchFiles(b)
	b.SetBytes(2 * size)
	var ours, theirs time.Duration
	for b.Loop() {
		start := time.Now()
		readAll(b, files)
		middle := time.Now()
		rawTokensAll(b, files)
		ours += middle.Sub(start)
		theirs += time.Since(middle)
	}
	b.ReportMetric(float64(theirs)/float64(ours), "x-rawtoken")
	b.ReportMetric(float64(size)*float64(b.N)/ours.Seconds()/1e6, "MB/s-parse")
	b.ReportMetric(float64(len(files)), "files")
}
