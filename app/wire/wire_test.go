package wire

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"filingview/parser/ownership"
)

func TestRequestRoundTrip(t *testing.T) {
	for seed := range uint64(50) {
		for _, share := range []int{0, 2, 4} {
			want := filled[Request](seed, share)
			got, err := DecodeRequest(want.Encode())
			if err != nil || !reflect.DeepEqual(got, want) {
				t.Fatalf("seed %d: %v\ngot  %+v\nwant %+v", seed, err, got, want)
			}
		}
	}
}

func TestReplyRoundTrip(t *testing.T) {
	for seed := range uint64(50) {
		for _, share := range []int{0, 2, 4} {
			want := filled[Reply](seed, share)
			got, err := DecodeReply(want.Encode())
			if err != nil || !reflect.DeepEqual(got, want) {
				t.Fatalf("seed %d: %v\ngot  %+v\nwant %+v", seed, err, got, want)
			}
		}
	}
}

func TestNegativeNumbers(t *testing.T) {
	want := Request{ID: -1, From: -1 << 40, Count: 1 << 40}
	if got, err := DecodeRequest(want.Encode()); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestFilingRoundTrip(t *testing.T) {
	for seed := range uint64(100) {
		for _, share := range []int{0, 3, 20} {
			want := filled[ownership.Filing](seed, share)
			if seed%2 == 0 {
				placed(&want)
			}
			for i := range want.Source.Pages {
				want.Source.Pages[i].Words = nil // travel page by page
			}
			got, err := DecodeFiling(AppendFiling(nil, &want), want.Source.Text)
			if err != nil {
				t.Fatalf("seed %d: %v", seed, err)
			}
			if !reflect.DeepEqual(got, &want) {
				t.Fatalf("seed %d, share %d: %s", seed, share, difference("", reflect.ValueOf(*got), reflect.ValueOf(want)))
			}
		}
	}
}

func TestPageRoundTrip(t *testing.T) {
	for seed := range uint64(50) {
		for _, share := range []int{0, 3} {
			want := filled[ownership.Page](seed, share)
			got, err := DecodePage(EncodePage(&want))
			if err != nil || !reflect.DeepEqual(got, &want) {
				t.Fatalf("seed %d: %v\ngot  %+v\nwant %+v", seed, err, got, want)
			}
		}
	}
}

// difference names the first place where two values differ.
func difference(path string, a, b reflect.Value) string {
	switch a.Kind() {
	case reflect.Struct:
		for i := range a.NumField() {
			if d := difference(path+"."+a.Type().Field(i).Name, a.Field(i), b.Field(i)); d != "" {
				return d
			}
		}
		return ""
	case reflect.Slice:
		for i := range min(a.Len(), b.Len()) {
			if d := difference(path+"[]", a.Index(i), b.Index(i)); d != "" {
				return d
			}
		}
		if a.Len() != b.Len() || a.IsNil() != b.IsNil() {
			return path + ": lists differ"
		}
		return ""
	}
	if !a.Equal(b) {
		return path + " differs"
	}
	return ""
}

func TestZeroFiling(t *testing.T) {
	got, err := DecodeFiling(AppendFiling(nil, new(ownership.Filing)), "")
	if err != nil || !reflect.DeepEqual(got, new(ownership.Filing)) {
		t.Errorf("got %+v, %v", got, err)
	}
}

// A filing whose Raws stand in its source must not carry them a second time.
func TestFilingIsSmall(t *testing.T) {
	long := strings.Repeat("as filed ", 100)
	f := ownership.Filing{Source: ownership.Source{Text: "<value>" + long + "</value>"}}
	for range 50 {
		f.Footnotes = append(f.Footnotes, ownership.Footnote{ID: "F1", Text: ownership.Value[string]{V: long, Reading: ownership.Reading{
			State: ownership.Known, Raw: long, At: []ownership.Span{{Start: 7, End: 7 + int32(len(long))}},
		}}})
	}
	if n := len(AppendFiling(nil, &f)); n > 50*12 {
		t.Errorf("50 cells take %d bytes beside the source", n)
	}
}

func TestPlaceOutsideTheSource(t *testing.T) {
	f := ownership.Filing{Source: ownership.Source{Text: "<value>4</value>"}}
	f.SchemaVersion = ownership.Value[string]{V: "4", Reading: ownership.Reading{
		State: ownership.Known, Raw: "4", At: []ownership.Span{{Start: 7, End: 8}},
	}}
	if _, err := DecodeFiling(AppendFiling(nil, &f), "<value"); !errors.Is(err, ErrMessage) {
		t.Errorf("with another source: %v", err)
	}
}

func TestVersionMismatch(t *testing.T) {
	later := func(b []byte) []byte { b[0]++; return b }
	if _, err := DecodeRequest(later(new(Request).Encode())); !errors.Is(err, ErrVersion) {
		t.Errorf("request of another version: %v", err)
	}
	if _, err := DecodeReply(later(new(Reply).Encode())); !errors.Is(err, ErrVersion) {
		t.Errorf("reply of another version: %v", err)
	}
	if _, err := DecodeFiling(later(AppendFiling(nil, new(ownership.Filing))), ""); !errors.Is(err, ErrVersion) {
		t.Errorf("filing of another version: %v", err)
	}
}

func TestCutOffMessages(t *testing.T) {
	f, q, r := filled[ownership.Filing](7, 0), filled[Request](7, 0), filled[Reply](7, 0)
	placed(&f)
	for name, message := range map[string]struct {
		bytes  []byte
		decode func([]byte) error
	}{
		"filing":  {AppendFiling(nil, &f), func(b []byte) error { _, err := DecodeFiling(b, f.Source.Text); return err }},
		"request": {q.Encode(), func(b []byte) error { _, err := DecodeRequest(b); return err }},
		"reply":   {r.Encode(), func(b []byte) error { _, err := DecodeReply(b); return err }},
	} {
		for n := range message.bytes {
			if err := message.decode(message.bytes[:n]); !errors.Is(err, ErrMessage) {
				t.Fatalf("%s cut off at %d of %d: %v", name, n, len(message.bytes), err)
			}
		}
		if err := message.decode(append(message.bytes, 0)); !errors.Is(err, ErrMessage) {
			t.Errorf("%s with a byte too many: %v", name, err)
		}
	}
}

func FuzzDecodeFiling(f *testing.F) {
	for seed := range uint64(4) {
		v := filled[ownership.Filing](seed, 6)
		placed(&v)
		f.Add(AppendFiling(nil, &v), v.Source.Text)
	}
	f.Fuzz(func(t *testing.T, b []byte, source string) {
		v, err := DecodeFiling(b, source)
		if err != nil {
			return
		}
		again, err := DecodeFiling(AppendFiling(nil, v), source)
		if err != nil || len(again.TableI) != len(v.TableI) {
			t.Errorf("what was read cannot be written and read again: %v", err)
		}
	})
}

func TestEntryOf(t *testing.T) {
	f := filled[ownership.Filing](3, 0)
	f.Findings = []ownership.Finding{{Severity: ownership.Error}, {Severity: ownership.Warning}, {Severity: ownership.Warning}, {}}
	ref := Ref{File: 2, N: 5}
	got := EntryOf(ref, &f)
	if got.Ref != ref || got.Name != f.Source.Name || got.Form != string(f.DocumentType.V) ||
		got.Issuer != f.Issuer.Name.V || got.Symbol != f.Issuer.TradingSymbol.V ||
		len(got.Owners) != len(f.Owners) || got.Owners[0] != f.Owners[0].Name.V ||
		got.Period != f.PeriodOfReport.V.String() || got.FiledAt != f.Header.FiledAt.V.String() ||
		got.TableI != len(f.TableI) || got.TableII != len(f.TableII) ||
		got.Errors != 1 || got.Warnings != 2 || got.Failed != "" {
		t.Errorf("got %+v", got)
	}
}

func BenchmarkDecodeFiling(b *testing.B) {
	f := filled[ownership.Filing](1, 0)
	rows := f.TableI
	for range 30 {
		f.TableI, f.TableII = append(f.TableI, rows...), append(f.TableII, rows...)
	}
	placed(&f)
	code := AppendFiling(nil, &f)
	b.SetBytes(int64(len(code)))
	for b.Loop() {
		if _, err := DecodeFiling(code, f.Source.Text); err != nil {
			b.Fatal(err)
		}
	}
}
