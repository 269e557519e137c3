package parser_test

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"runtime"
	"strings"
	"testing"
	"time"

	"filingview/parser"
)

// within opens a hostile file and fails if that takes so long that a person
// would think the program hangs. A browser is some four times slower.
func within(t *testing.T, name string, data []byte) []result {
	t.Helper()
	limit := 10 * time.Second
	if runtime.GOOS == "js" {
		limit *= 4
	}
	done := make(chan []result, 1)
	go func() {
		var all []result
		for f, err := range parser.Open(name, data) {
			all = append(all, result{f, err})
		}
		done <- all
	}()
	select {
	case have := <-done:
		if len(have) == 0 {
			t.Fatalf("%s: Open yielded nothing", name)
		}
		return have
	case <-time.After(limit):
		t.Fatalf("%s (%d bytes) takes more than %v", name, len(data), limit)
	}
	return nil
}

// zipBomb packs a member of n zeros, which a header may understate.
func zipBomb(t *testing.T, n int64, understate bool) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	w, err := z.Create("form4.xml")
	if err != nil {
		t.Fatal(err)
	}
	block := make([]byte, 1<<20)
	for ; n > 0; n -= int64(len(block)) {
		if _, err := w.Write(block); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	data := b.Bytes()
	if understate {
		at := bytes.LastIndex(data, []byte("PK\x01\x02"))
		binary.LittleEndian.PutUint32(data[at+16:], crc32.ChecksumIEEE(make([]byte, 100)))
		binary.LittleEndian.PutUint32(data[at+24:], 100)
	}
	return data
}

// TestBombs: what unpacks to far more than it holds is refused in time, and with
// bounded memory.
func TestBombs(t *testing.T) {
	const size = 80 << 20
	zeros := zipBomb(t, size, false)
	lying := zipBomb(t, size, true)
	gz := gzipOf(t, make([]byte, size))
	inner := gzipOf(t, make([]byte, 8<<20))
	many := make([]member, 60)
	for i := range many {
		many[i] = member{fmt.Sprintf("%03d.gz", i), inner}
	}
	for name, data := range map[string][]byte{
		"bomb.zip": zeros, "lying.zip": lying, "bomb.gz": gz, "bomb.gz.gz": gzipOf(t, gz),
		"tar.gz": gzipOf(t, tarOf(t, member{"form4.xml", make([]byte, 70<<20)})),
	} {
		have := within(t, name, data)
		if len(have) != 1 || have[0].err == nil || !errors.Is(have[0].err, parser.ErrBound) && !errors.Is(have[0].err, parser.ErrDamaged) {
			t.Errorf("%s: %d results, the first with %v; want one refusal", name, len(have), have[0].err)
		}
	}
	if have := within(t, "many.zip", zipOf(t, many...)); len(have) != len(many) && len(have) != 1 {
		t.Errorf("many.zip: %d results for %d members", len(have), len(many))
	}
}

// TestManyMembers: a directory of more members than is read ends in a sentence.
func TestManyMembers(t *testing.T) {
	if testing.Short() || runtime.GOOS == "js" {
		t.Skip("builds an archive of 120,000 members")
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := range 120_000 {
		if _, err := z.CreateHeader(&zip.FileHeader{Name: fmt.Sprintf("%d.xml", i), Method: zip.Store}); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	have := within(t, "many.zip", b.Bytes())
	if last := have[len(have)-1]; !errors.Is(last.err, parser.ErrBound) {
		t.Errorf("the last of %d results is %v; want a bound", len(have), last.err)
	}
}

// TestHostile opens what is made to cost time, depth or memory. What they give is
// of no interest but that it comes in time and keeps its spans.
func TestHostile(t *testing.T) {
	form := string(testCase(t, "xml/form4-plain.xml").data)
	row := form[strings.Index(form, "<nonDerivativeHolding>"):]
	row = row[:strings.Index(row, "</nonDerivativeHolding>")+len("</nonDerivativeHolding>")]
	head, tail, _ := strings.Cut(form, "<nonDerivativeTable>")
	tail = "<nonDerivativeTable>" + tail
	doc := func(inside string) string { return "<ownershipDocument>" + inside + "</ownershipDocument>" }
	times := func(s string, n int) string { return strings.Repeat(s, n) }
	for name, s := range map[string]string{
		"deep":              doc(times("<a>", 100_000)),
		"deep and closed":   doc(times("<a>", 50_000) + times("</a>", 50_000)),
		"deep known":        doc(times("<nonDerivativeTable>", 50_000)),
		"values in values":  doc("<remarks>" + times("<value>", 50_000)),
		"documents":         times("<ownershipDocument/>", 100_000),
		"open documents":    times("<ownershipDocument>", 50_000),
		"small documents":   times(doc("<documentType>4</documentType>"), 20_000),
		"submissions":       times("<SEC-DOCUMENT>\n", 50_000),
		"sgml documents":    "<SEC-DOCUMENT>" + times("<DOCUMENT><TYPE>4<TEXT>", 50_000),
		"sgml forms":        "<SEC-DOCUMENT>" + times("<DOCUMENT>\n<TYPE>4\n<TEXT><XML><ownershipDocument/></XML></TEXT></DOCUMENT>", 40_000),
		"sgml parties":      "<SEC-DOCUMENT>" + times("REPORTING-OWNER:\n", 50_000) + "<DOCUMENT>" + form,
		"sgml tags":         "<SEC-DOCUMENT>" + times("<A>", 300_000),
		"rows":              head + "<nonDerivativeTable>" + times(row, 19_000) + "</nonDerivativeTable>" + "</ownershipDocument>",
		"rows over":         head + "<nonDerivativeTable>" + times(row, 25_000),
		"owners":            doc(times("<reportingOwner/>", 50_000)),
		"notes":             doc("<footnotes>" + times(`<footnote id="F1">a</footnote>`, 50_000)),
		"notes with ids":    doc("<footnotes>" + numbered(`<footnote id="F%d">a</footnote>`, 9_900) + "</footnotes>"),
		"dangling marks":    doc("<nonDerivativeTable>" + numbered(`<nonDerivativeHolding><securityTitle><footnoteId id="F%d"/></securityTitle></nonDerivativeHolding>`, 19_000) + "</nonDerivativeTable>"),
		"marks on a cell":   doc("<remarks>" + times(`<footnoteId id="F1"/>`, 100_000) + "</remarks>"),
		"odd marks":         doc("<remarks>" + numbered(`<footnoteId id="F%d"/>`, 100_000) + "</remarks>"),
		"pieces":            doc("<remarks>" + times(`a<footnoteId id="F1"/>`, 50_000) + "</remarks>"),
		"repeated":          doc(times("<remarks>a</remarks>", 100_000)),
		"unknown":           doc(times("<x>a</x>", 200_000)),
		"unknown nested":    doc(times("<x>", 90) + times("a ", 500_000) + times("</x>", 90)),
		"malformed":         doc("<nonDerivativeTable>" + times("<nonDerivativeHolding><ownershipNature><directOrIndirectOwnership><value>x</value></directOrIndirectOwnership></ownershipNature></nonDerivativeHolding>", 19_000) + "</nonDerivativeTable>"),
		"bare less":         doc("<remarks>" + times("< ", 300_000) + "</remarks>"),
		"bare less tight":   doc("<remarks>" + times("<", 300_000) + "</remarks>"),
		"bare ampersand":    doc("<remarks>" + times("&", 300_000) + "</remarks>"),
		"half tags":         doc(times("<value", 100_000)),
		"half end tags":     doc(times("</value", 100_000)),
		"end tags":          doc(times("</value>", 200_000)),
		"quotes":            doc(times(`<footnoteId id="`, 50_000)),
		"attributes":        doc("<a " + times(`b="c" `, 200_000) + "/>"),
		"long name":         doc("<" + times("a", 1_000_000) + ">"),
		"comments":          doc(times("<!---->", 200_000)),
		"open comments":     doc(times("<!-- ", 200_000)),
		"open cdata":        doc(times("<![CDATA[", 100_000)),
		"cdata":             doc("<remarks>" + times("<![CDATA[a]]>", 100_000) + "</remarks>"),
		"instructions":      doc(times("<?a b?>", 100_000)),
		"open instructions": doc(times("<?", 300_000)),
		"nul bytes":         doc("<remarks>" + times("\x00", 500_000) + "</remarks>"),
		"windows-1252":      doc("<remarks>" + times("\xe9 ", 500_000) + "</remarks>"),
		"windows-1252 many": doc(times("<remarks>\xe9</remarks>", 100_000)),
		"references":        doc("<remarks>" + times("&#8217;", 200_000) + "</remarks>"),
		"root in text":      times("ownershipDocument ", 100_000),
		"root in html":      "<html>" + times("<ownershipDocument", 100_000),
		"white space":       times(" \n", 1_000_000),
		"tables":            head + times("<nonDerivativeTable></nonDerivativeTable>", 50_000) + tail,
		"pem":               "-----BEGIN PRIVACY-ENHANCED MESSAGE-----\n" + times("a", 1_000_000),
	} {
		t.Run(name, func(t *testing.T) {
			// Ten of many filings are as good as all for the check of the places.
			for i, r := range within(t, name, []byte(s)) {
				if r.filing != nil && i < 10 {
					if err := checkSource(r.filing); err != nil {
						t.Error(err)
					}
				}
			}
		})
	}
}

func numbered(format string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i+1)
	}
	return b.String()
}
