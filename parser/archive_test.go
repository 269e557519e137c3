package parser_test

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// packed is an archive of some filings, and where in its bytes it can be cut.
type packed struct {
	how  string
	data []byte
	ends []int // of the archives in a row but the last
}

// archives packs the same filings in every way that is read.
func archives(t *testing.T, members []member) []packed {
	stored := func() []byte {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for _, m := range members {
			w, err := z.CreateHeader(&zip.FileHeader{Name: m.name, Method: zip.Store})
			if err == nil {
				_, err = w.Write(m.data)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	row := func(how string, one func(m member) []byte) packed {
		p := packed{how: how}
		for _, m := range members {
			p.data = append(p.data, one(m)...)
			p.ends = append(p.ends, len(p.data))
		}
		return p
	}
	tars := row("tars in a row", func(m member) []byte { return tarOf(t, m) })
	return []packed{
		{how: "zip", data: zipOf(t, members...)}, {how: "zip, stored", data: stored()}, {how: "tar", data: tarOf(t, members...)}, {how: "tar.gz", data: gzipOf(t, tarOf(t, members...))},
		row("gzips in a row", func(m member) []byte { return gzipOf(t, m.data) }), tars, row("zips in a row", func(m member) []byte { return zipOf(t, m) }),
		{how: "tars in a gzip", data: gzipOf(t, tars.data)}, row("gzips of tars in a row", func(m member) []byte { return gzipOf(t, tarOf(t, m)) }),
	}
}

// datedFilings returns small filings that can be told apart by their periods, as members.
func datedFilings(t *testing.T, n int) []member {
	form := string(testCase(t, "xml/form4-plain.xml").data)
	var all []member
	for i := range n {
		day := fmt.Sprintf("2024-03-%02d", i+1)
		all = append(all, member{fmt.Sprintf("2024/form-%d.xml", i), []byte(strings.Replace(form, "<periodOfReport>2024-03-05", "<periodOfReport>"+day, 1))})
	}
	return all
}

// periods are those of the filings that were read, and said how many errors there were.
func periods(t *testing.T, data []byte) (days []string, said int) {
	for _, r := range open(t, "archive", data) {
		if r.err != nil {
			said++
			continue
		}
		days = append(days, r.filing.PeriodOfReport.V.String())
	}
	slices.Sort(days)
	return days, said
}

// TestArchivesWhole: every way of packing gives every filing once, and nothing else.
func TestArchivesWhole(t *testing.T) {
	members := datedFilings(t, 5)
	for _, a := range archives(t, members) {
		for _, padding := range []int{0, 512, 9000} {
			if padding > 0 && strings.HasPrefix(a.how, "zip") {
				continue // no tape has held a ZIP
			}
			days, said := periods(t, append(slices.Clone(a.data), make([]byte, padding)...))
			if len(slices.Compact(days)) != len(members) || len(days) != len(members) || said > 0 {
				t.Errorf("%s and %d zeros: the filings of %v, and %d errors", a.how, padding, days, said)
			}
		}
	}
}

// TestArchivesDamaged cuts, joins and damages archives at many places: a filing that was in
// one and is not read is never lost without a word.
func TestArchivesDamaged(t *testing.T) {
	members := datedFilings(t, 5)
	random := rand.New(rand.NewPCG(7, 7))
	const places = 300
	silent := 0
	judge := func(how string, data []byte, want int) {
		days, said := periods(t, data)
		if distinct := len(slices.Compact(days)); distinct < want && said == 0 {
			if silent++; silent < 10 {
				t.Errorf("%s: %d of %d filings, and not a word", how, distinct, want)
			}
		}
	}
	for _, a := range archives(t, members) {
		for i := range places {
			at := len(a.data) * i / places
			if slices.Contains(a.ends, at) {
				at++ // there it would be whole: fewer archives in a row
			}
			judge(fmt.Sprintf("%s cut at %d of %d", a.how, at, len(a.data)), a.data[:at], len(members))
			from := random.IntN(len(a.data))
			to := min(len(a.data), from+1+random.IntN(3000))
			judge(fmt.Sprintf("%s without %d to %d", a.how, from, to), slices.Delete(slices.Clone(a.data), from, to), len(members))
			b := slices.Clone(a.data)
			changed := random.IntN(len(b))
			b[changed] ^= byte(1 + random.IntN(255))
			// A change inside a member of a tar that is not compressed cannot be known, so the
			// results are counted, and not their periods.
			if days, said := periods(t, b); len(days) < len(members) && said == 0 {
				if silent++; silent < 10 {
					t.Errorf("%s with byte %d of %d changed: %d of %d filings, and not a word", a.how, changed, len(b), len(days), len(members))
				}
			}
		}
	}
	all := archives(t, members[:2])
	rest := archives(t, members[2:])
	for i := range all {
		judge(all[i].how+", twice", append(slices.Clone(all[i].data), rest[i].data...), len(members))
		judge(all[i].how+", the second one cut", append(slices.Clone(all[i].data), rest[i].data[:len(rest[i].data)/2]...), len(members))
	}
	if silent > 0 {
		t.Errorf("%d silent", silent)
	}
}

// TestUnlikeJoined: files of several kinds that somebody joined are read or told of, whichever
// stands first; zeros and a program that unpacks a ZIP are not told of.
func TestUnlikeJoined(t *testing.T) {
	m := datedFilings(t, 3)
	kinds := []packed{
		{how: "zip", data: zipOf(t, m[0])}, {how: "tar", data: tarOf(t, m[1])}, {how: "gzip", data: gzipOf(t, m[2].data)},
	}
	for _, a := range kinds {
		for _, b := range kinds {
			if a.how == b.how {
				continue
			}
			if days, said := periods(t, append(slices.Clone(a.data), b.data...)); len(days) == 0 || len(days) < 2 && said == 0 {
				t.Errorf("%s and %s: the filings of %v, and %d errors", a.how, b.how, days, said)
			}
		}
		for _, b := range []struct {
			how  string
			data string
			said int
		}{{"text", "some text", 1}, {"zeros", strings.Repeat("\x00", 700), 0}} {
			if days, said := periods(t, append(slices.Clone(a.data), b.data...)); len(days) != 1 || said != b.said {
				t.Errorf("%s and %s: the filings of %v, and %d errors, want %d", a.how, b.how, days, said, b.said)
			}
		}
	}
}

// TestUnlistedMember: a ZIP whose directory leaves a member out says so.
func TestUnlistedMember(t *testing.T) {
	data := zipOf(t, datedFilings(t, 2)...)
	first := bytes.Index(data, []byte("PK\x01\x02"))
	second := first + 4 + bytes.Index(data[first+4:], []byte("PK\x01\x02"))
	end := bytes.Index(data, []byte("PK\x05\x06"))
	for _, c := range []struct {
		name      string
		from, to  int // of the directory, what it keeps
		directory int // where that starts now
	}{{"the last one", first, second, first}, {"the first one", second, end, first}} {
		less := slices.Concat(data[:first], data[c.from:c.to], data[end:])
		tail := less[len(less)-22:]
		binary.LittleEndian.PutUint16(tail[8:], 1)
		binary.LittleEndian.PutUint16(tail[10:], 1)
		binary.LittleEndian.PutUint32(tail[12:], uint32(c.to-c.from))
		binary.LittleEndian.PutUint32(tail[16:], uint32(c.directory))
		if days, said := periods(t, less); len(days) != 1 || said != 1 {
			t.Errorf("without %s: the filings of %v, and %d errors", c.name, days, said)
		}
	}
}

// TestSparse: a member with holes, as GNU tar writes it in its old and its three newer ways,
// and the one after it are read.
func TestSparse(t *testing.T) {
	for _, how := range []string{"gnu-sparse", "pax-sparse-0.0", "pax-sparse-0.1", "pax-sparse-1.0"} {
		if days, said := periods(t, testCase(t, "archive/"+how+".tar.gz").data); !slices.Equal(days, []string{"2024-03-05", "2024-03-06"}) || said > 0 {
			t.Errorf("%s: the filings of %v, and %d errors", how, days, said)
		}
	}
}

// TestLinks: a link in an archive is what it leads to, or is named.
func TestLinks(t *testing.T) {
	m := datedFilings(t, 1)[0]
	tarred := func(links ...tar.Header) []byte {
		var b bytes.Buffer
		w := tar.NewWriter(&b)
		for _, h := range links {
			if h.Typeflag == tar.TypeReg {
				h.Size = int64(len(m.data))
			}
			if err := w.WriteHeader(&h); err != nil {
				t.Fatal(err)
			}
			if h.Typeflag == tar.TypeReg {
				if _, err := w.Write(m.data); err != nil {
					t.Fatal(err)
				}
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	file := tar.Header{Name: "./2024/a.xml", Typeflag: tar.TypeReg}
	for _, c := range []struct {
		name       string
		headers    []tar.Header
		read, said int
	}{
		{"hard", []tar.Header{file, {Name: "./b.xml", Linkname: "./2024/a.xml", Typeflag: tar.TypeLink}}, 2, 0},
		{"symbolic", []tar.Header{file, {Name: "2024/b.xml", Linkname: "a.xml", Typeflag: tar.TypeSymlink}}, 2, 0},
		{"symbolic, above", []tar.Header{file, {Name: "2023/b.xml", Linkname: "../2024/a.xml", Typeflag: tar.TypeSymlink}}, 2, 0},
		{"before its file", []tar.Header{{Name: "2024/b.xml", Linkname: "a.xml", Typeflag: tar.TypeSymlink}, file}, 2, 0},
		{"to nothing", []tar.Header{file, {Name: "b.xml", Linkname: "c.xml", Typeflag: tar.TypeLink}}, 1, 1},
		{"outside", []tar.Header{{Name: "b.xml", Linkname: "/etc/passwd", Typeflag: tar.TypeSymlink}}, 0, 1},
		{"to itself", []tar.Header{{Name: "b.xml", Linkname: "b.xml", Typeflag: tar.TypeSymlink}}, 0, 1},
		{"a folder", []tar.Header{{Name: "2024/", Typeflag: tar.TypeDir}, file}, 1, 0},
	} {
		if days, said := periods(t, tarred(c.headers...)); len(days) != c.read || said != c.said {
			t.Errorf("%s: %d filings and %d errors, want %d and %d", c.name, len(days), said, c.read, c.said)
		}
	}
}

// TestPartsOfOneGzip: a file that was packed in several blocks is one file.
func TestPartsOfOneGzip(t *testing.T) {
	m := datedFilings(t, 1)[0]
	var b bytes.Buffer
	for at := 0; at < len(m.data); at += 1000 {
		w := gzip.NewWriter(&b)
		if _, err := w.Write(m.data[at:min(len(m.data), at+1000)]); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if days, said := periods(t, b.Bytes()); len(days) != 1 || said > 0 {
		t.Errorf("the filings of %v, and %d errors", days, said)
	}
	if days, said := periods(t, append(b.Bytes(), "some text"...)); len(days) != 1 || said != 1 {
		t.Errorf("with text after it the filings of %v, and %d errors", days, said)
	}
}

// TestOfficeDocuments: a document of an office program is refused once, and files beside
// its parts are read.
func TestOfficeDocuments(t *testing.T) {
	m := datedFilings(t, 1)[0]
	part := func(names ...string) (all []member) {
		for _, n := range names {
			all = append(all, member{n, []byte("<part/>")})
		}
		return all
	}
	word := part("[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/document.xml", "word/styles.xml")
	text := part("mimetype", "content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml")
	for _, c := range []struct {
		name       string
		members    []member
		read, said int
	}{
		{"Word", word, 0, 1}, {"OpenDocument", text, 0, 1},
		{"Word and a filing", append(slices.Clone(word), m), 1, 1},
		{"a data set", part("a/SUBMISSION.tsv", "a/reportingowner.tsv", "a/NONDERIV_TRANS.tsv", "a/NONDERIV_HOLDING.tsv", "a/DERIV_TRANS.tsv", "a/FORM_345_metadata.json"), 0, 1},
		{"a data set and a filing", append(part("SUBMISSION.tsv", "REPORTINGOWNER.tsv", "NONDERIV_TRANS.tsv", "NONDERIV_HOLDING.tsv", "DERIV_TRANS.tsv"), m), 1, 1},
		{"one table beside a filing", append(part("SUBMISSION.tsv"), m), 1, 1},
		{"content types beside a filing", append(part("[Content_Types].xml"), m), 1, 1},
		{"a file called content.xml", append(part("content.xml"), m), 1, 1},
	} {
		if days, said := periods(t, zipOf(t, c.members...)); len(days) != c.read || said != c.said {
			t.Errorf("%s: %d filings and %d errors, want %d and %d", c.name, len(days), said, c.read, c.said)
		}
	}
}
