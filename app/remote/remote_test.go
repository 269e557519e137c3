package remote

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"reflect"
	"testing"

	"filingview/app/wire"
	"filingview/parser"
	"filingview/parser/ownership"
	"filingview/parser/pdftest"
)

// TestThereAndBack: what a document gives is the same through a stream: filings, their
// source where it is another, their pages, and refusals.
func TestThereAndBack(t *testing.T) {
	for name, data := range map[string]string{
		"form.pdf": string(pdftest.Form(true)),
		"form.xml": "<ownershipDocument><documentType>4</documentType><remarks>as filed</remarks></ownershipDocument>",
		"utf-16":   "<\x00o\x00w\x00n\x00e\x00r\x00s\x00h\x00i\x00p\x00D\x00o\x00c\x00u\x00m\x00e\x00n\x00t\x00/\x00>\x00",
		"damaged":  "<ownershipDocument><documentType>4</docu",
		"none":     "no form",
	} {
		var stream bytes.Buffer
		s := Sender{Open: parser.Open, Send: func(r *wire.Reading) error { return Write(&stream, r) }}
		if err := s.Read(7, name, []byte(data)); err != nil {
			t.Fatal(err)
		}
		var got, want []string
		n := 0
		for f, err := range parser.Open(name, []byte(data)) {
			if n++; f != nil {
				for i := range f.Source.Pages {
					f.Source.Pages[i].Words = nil
				}
			}
			var e *parser.Error
			if errors.As(err, &e) {
				e.File = ""
			}
			want = append(want, written(t, f, err))
		}
		in := bufio.NewReader(&stream)
		for {
			r, err := Next(in)
			if err != nil || r.ID != 7 {
				t.Fatalf("%s: %+v, %v", name, r, err)
			}
			if r.Done {
				break
			}
			f, err := Filing(r, data)
			got = append(got, written(t, f, err))
		}
		if _, err := Next(in); err != io.EOF {
			t.Errorf("%s: after the end there is %v", name, err)
		}
		if n == 0 || !reflect.DeepEqual(got, want) {
			t.Errorf("%s:\ngot  %s\nwant %s", name, got, want)
		}
	}
}

func written(t *testing.T, f *ownership.Filing, err error) string {
	t.Helper()
	code, failure := json.Marshal(f)
	if failure != nil {
		t.Fatal(failure)
	}
	pages, text := 0, ""
	if f != nil {
		pages, text = len(f.Source.Pages), f.Source.Text
	}
	kind := ""
	for _, k := range [...]parser.Kind{parser.ErrFormat, parser.ErrForm, parser.ErrDamaged, parser.ErrBound} {
		if errors.Is(err, k) {
			kind = string(k)
		}
	}
	return fmt.Sprintf("%s, %d pages, %q, %v, %s", code, pages, text, err, kind)
}

// TestPagesAreWrittenOnce: filings that share their pages share what travels.
func TestPagesAreWrittenOnce(t *testing.T) {
	pages := []ownership.Page{{Width: 1, Words: []ownership.PageWord{{Text: "a"}}}}
	var sent []*wire.Reading
	s := Sender{
		Open: func(string, []byte) iter.Seq2[*ownership.Filing, error] {
			return func(yield func(*ownership.Filing, error) bool) {
				for range 2 {
					yield(&ownership.Filing{Source: ownership.Source{Pages: pages}}, nil)
				}
			}
		},
		Send: func(r *wire.Reading) error { sent = append(sent, r); return nil },
	}
	if err := s.Read(1, "a", nil); err != nil {
		t.Fatal(err)
	}
	if len(sent) != 3 || len(sent[0].Pages) != 1 || &sent[0].Pages[0] != &sent[1].Pages[0] || !sent[2].Done {
		t.Errorf("sent %+v", sent)
	}
	f, err := Filing(&wire.Reading{Filing: sent[0].Filing}, "")
	if err == nil {
		t.Errorf("a reading without its pages gives %+v", f)
	}
}

// TestSendFails: nothing is read on for somebody who is gone.
func TestSendFails(t *testing.T) {
	gone := errors.New("gone")
	n := 0
	s := Sender{Open: parser.Open, Send: func(*wire.Reading) error { n++; return gone }}
	if err := s.Read(1, "a", []byte("no form")); !errors.Is(err, gone) || n != 1 {
		t.Errorf("%v after %d readings", err, n)
	}
}

// TestCutOffStream: a stream that ends within a reading is no end.
func TestCutOffStream(t *testing.T) {
	var whole bytes.Buffer
	if err := Write(&whole, &wire.Reading{ID: 3, Refusal: wire.Refusal{Reason: "No."}}); err != nil {
		t.Fatal(err)
	}
	for n := range whole.Len() {
		r, err := Next(bufio.NewReader(bytes.NewReader(whole.Bytes()[:n])))
		if err == nil || (err == io.EOF) != (n == 0) {
			t.Errorf("%d bytes give %+v, %v", n, r, err)
		}
	}
	if r, err := Next(bufio.NewReader(&whole)); err != nil || r.ID != 3 || r.Refusal.Reason != "No." {
		t.Errorf("%+v, %v", r, err)
	}
}
