package damage

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"regexp"

	"filingview/parser/ownership"
)

var (
	pdfFilter   = regexp.MustCompile(`/Filter\s*\[?\s*/\w+\s*\]?`)
	pdfContents = regexp.MustCompile(`/Contents\s*(\d+ \d+ R|\[[^\]]*\])`)
	pdfRef      = regexp.MustCompile(`\d+ \d+ R`)
	pdfKids     = regexp.MustCompile(`/Kids\s*\[[^\]]*\]`)
	pdfObject   = regexp.MustCompile(`\d+ \d+ obj\b`)
	pdfStream   = regexp.MustCompile(`stream\r?\n`)
	pdfFont     = regexp.MustCompile(`/(Font|ToUnicode|Encoding|Resources|Widths|XObject)\b`)
)

// MakePDF damages a PDF where its parts are held together: filters are exchanged, and
// content, pages, objects and fonts lost. No letter is changed, so that each cell must be
// what it was or be missed.
func MakePDF(data []byte, seed uint64) (Copy, bool) {
	r := rand.New(rand.NewPCG(seed, 32000))
	cut := func(what string, with string, re *regexp.Regexp) (string, []Edit) {
		p := pick(r, re.FindAllIndex(data, -1))
		if p == nil {
			return "", nil
		}
		return fmt.Sprintf("%s at %d: %s", what, p[0], short(string(data[p[0]:p[1]]))), []Edit{{Start: p[0], End: p[1], With: with}}
	}
	var what string
	var edits []Edit
	switch r.IntN(9) {
	case 0:
		what, edits = cut("exchange a filter", "/Filter /"+[]string{"Crypt", "Squash", "JBIG2Decode", "ASCIIHexDecode", "LZWDecode", "RunLengthDecode", "ASCII85Decode"}[r.IntN(7)], pdfFilter)
	case 1:
		what, edits = cut("lose a filter", "", pdfFilter)
	case 2:
		what, edits = cut("lose content", "", pdfContents)
	case 3:
		what, edits = cut("turn a reference", pdfRef.FindString(string(data[r.IntN(len(data)):])), pdfRef)
	case 4:
		what, edits = cut("lose pages", "/Kids [ ]", pdfKids)
	case 5:
		what, edits = cut("lose an object", "%", pdfObject)
	case 6:
		what, edits = cut("lose a name", "/Lost", pdfFont)
	case 7:
		if p := pick(r, pdfStream.FindAllIndex(data, -1)); p != nil && bytes.Contains(data[max(0, p[0]-200):p[0]], []byte("/FlateDecode")) {
			at := min(len(data)-1, p[1]+r.IntN(2000))
			what, edits = fmt.Sprintf("flip a byte of a stream at %d", at), []Edit{{at, at + 1, string([]byte{data[at] ^ 0x55}), false}}
		}
	case 8:
		what, edits = cut("lose a reference", "null", pdfRef)
	}
	if len(edits) == 0 {
		return Copy{}, false
	}
	c := Copy{What: what, Edits: edits, Data: apply(data, edits)}
	return c, !bytes.Equal(c.Data, data)
}

// JudgeSame tells which cells of the whole file are not read, or read otherwise, though no
// letter of the file was changed, without a word.
func JudgeSame(whole, got Read) []string {
	if got.Errors > whole.Errors || says(whole, got) {
		return nil
	}
	have := map[string]int{}
	for _, f := range got.Filings {
		for x := range f.Cells() {
			have[field(x.Path)+" "+x.Text()]++
		}
	}
	var faults []string
	for _, f := range whole.Filings {
		for x := range f.Cells() {
			if x.State != ownership.Known || x.Text() == "false" {
				continue
			}
			if k := field(x.Path) + " " + x.Text(); have[k] > 0 {
				have[k]--
			} else {
				faults = append(faults, fmt.Sprintf("%s %q is lost", x.Path, clip(x.Text())))
			}
		}
	}
	return faults
}
