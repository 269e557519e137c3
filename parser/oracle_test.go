package parser_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"maps"
	"math/big"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"filingview/parser/ownership"
)

// TestOracle reads every well-formed document a second time, with encoding/xml
// and a map of its own, and compares both ways: every element of the document is
// a cell or named by a finding, every cell of the filing is in the document.
func TestOracle(t *testing.T) {
	read := map[string]int{}
	for folder, all := range map[string][]sample{
		"testdata/xml": cases(t, "xml"), "testdata/submission": cases(t, "submission"),
		"xml": corpus(t, "xml"), "submission": corpus(t, "submission"),
	} {
		for _, s := range all {
			docs, err := oracle(s)
			if err != nil {
				if strings.HasPrefix(folder, "testdata/") {
					t.Logf("%s: not well-formed, so not compared: %v", s.name, err)
				} else {
					t.Errorf("%s: the second reading fails: %v", s.name, err)
				}
				continue
			}
			have := filings(t, s)
			if len(have) != len(docs) {
				t.Errorf("%s: %d filings, the second reading has %d", s.name, len(have), len(docs))
				continue
			}
			for i, d := range docs {
				for _, err := range d.compare(have[i]) {
					t.Errorf("%s: %v", s.name, err)
				}
			}
			read[folder]++
		}
	}
	t.Logf("compared %v", read)
	if read["testdata/xml"] < 70 || read["testdata/submission"] < 12 {
		t.Errorf("only %v were compared", read)
	}
}

// compare names everything in which a filing differs from the second reading.
func (r *reading) compare(f *ownership.Filing) (all []error) {
	bad := func(format string, a ...any) { all = append(all, fmt.Errorf(format, a...)) }
	for name, table := range map[string][]ownership.Row{"tableI": f.TableI, "tableII": f.TableII} {
		var kinds []ownership.RowKind
		for i := range table {
			kinds = append(kinds, table[i].Kind)
		}
		if !slices.Equal(kinds, r.kinds[name]) && len(r.odd) == 0 {
			bad("%s has the rows %v, the document %v", name, kinds, r.kinds[name])
		}
	}
	var ids []string
	for i := range f.Footnotes {
		ids = append(ids, f.Footnotes[i].ID)
	}
	if !slices.Equal(ids, r.notes) {
		bad("notes %q, the document has %q", ids, r.notes)
	}
	have := map[string]bool{}
	for c := range f.Cells() {
		if strings.HasPrefix(c.Path, "header.") {
			continue
		}
		have[c.Path] = true
		want, ok := r.cells[c.Path]
		switch {
		case r.twice[c.Path]:
		case !ok && len(r.odd) == 0:
			bad("%s is %q, which the document does not have", c.Path, c.Raw)
		case ok:
			if err := want.check(c); err != nil {
				bad("%s: %w", c.Path, err)
			}
		}
	}
	for _, p := range slices.Sorted(maps.Keys(r.cells)) {
		if !have[p] {
			bad("%s is lost; the document has %q with notes %q", p, r.cells[p].text, r.cells[p].notes)
		}
	}
	for _, name := range r.odd {
		if !mentioned(f, name) {
			bad("<%s> is out of the form's order or unknown to it, and no finding names it", name)
		}
	}
	for _, text := range r.loose {
		if !mentioned(f, strings.Fields(text)[0]) {
			bad("text %q stands between elements, and no finding says so", text)
		}
	}
	return all
}

func mentioned(f *ownership.Filing, name string) bool {
	return slices.ContainsFunc(f.Findings, func(x ownership.Finding) bool { return strings.Contains(x.Message, name) })
}

// check compares a cell with the text and the notes that it should have.
func (want oracleCell) check(c ownership.Cell) error {
	if !slices.Equal(c.Notes, want.notes) {
		return fmt.Errorf("notes %q, want %q", c.Notes, want.notes)
	}
	state, text := ownership.Known, want.text
	name := c.Path[strings.LastIndexByte(c.Path, '.')+1:]
	switch {
	case want.text == "":
		state = ownership.Blank
	case decimalCells[name]:
		return checkDecimal(c, want.text)
	case dateCells[name] || name == "date" || c.Path == "periodOfReport" || c.Path == "dateOfOriginalSubmission":
		if text = dateIn(want.text); text == "" {
			state = ownership.Malformed
		}
	case boolCells[name]:
		switch strings.ToLower(want.text) {
		case "0", "false":
			text = "false"
		case "1", "true":
			text = "true"
		default:
			state, text = ownership.Malformed, ""
		}
	case letterCells[name] != "":
		if len(want.text) != 1 || !strings.Contains(letterCells[name], want.text) {
			state, text = ownership.Malformed, ""
		}
	case name == "documentType":
		if !regexp.MustCompile(`^[345](/A)?$`).MatchString(want.text) {
			state, text = ownership.Malformed, ""
		}
	}
	if c.State != state || c.Text() != text {
		return fmt.Errorf("%s %q, want %s %q", c.State, c.Text(), state, text)
	}
	return nil
}

var (
	decimalCells = set("conversionOrExercisePrice shares totalValue price underlyingShares underlyingValue sharesFollowing valueFollowing")
	dateCells    = set("deemedExecutionDate exerciseDate expirationDate")
	boolCells    = set("noSecuritiesOwned notSubjectToSection16 form3HoldingsReported form4TransactionsReported plan10b51 nonUSAddress goodAddress isDirector isOfficer isTenPercentOwner isOther equitySwapInvolved")
	letterCells  = map[string]string{"timeliness": "EL", "acquiredDisposed": "AD", "ownership": "DI"}

	dateText    = regexp.MustCompile(`^(\d{4}-\d{2}-\d{2})([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?)?(Z|[+-]\d{2}:\d{2})?$`)
	decimalText = regexp.MustCompile(`^[+-]?(\d+\.?\d*|\.\d+)$`)
	plainNumber = regexp.MustCompile(`^(0|[1-9]\d*)(\.\d+)?$`)
)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

func dateIn(s string) string {
	m := dateText.FindStringSubmatch(s)
	if m == nil || m[1] < "0001" {
		return ""
	}
	if _, err := time.Parse("2006-01-02", m[1]); err != nil {
		return ""
	}
	return m[1]
}

func checkDecimal(c ownership.Cell, text string) error {
	want, ok := new(big.Rat).SetString(text)
	digits := strings.TrimLeft(strings.Trim(strings.ReplaceAll(text, ".", ""), "+-"), "0")
	if strings.Contains(text, ".") {
		digits = strings.TrimRight(digits, "0")
	}
	if !decimalText.MatchString(text) || !ok || len(digits) > 18 || want.Denom().Cmp(new(big.Int).Exp(big.NewInt(10), big.NewInt(18), nil)) > 0 {
		if c.State != ownership.Malformed || c.Text() != "" {
			return fmt.Errorf("%s %q for %q, want malformed", c.State, c.Text(), text)
		}
		return nil
	}
	have, ok := new(big.Rat).SetString(c.Text())
	if c.State != ownership.Known || !ok || have.Cmp(want) != 0 {
		return fmt.Errorf("%s %q for %q", c.State, c.Text(), text)
	}
	if plainNumber.MatchString(text) && c.Text() != text {
		return fmt.Errorf("%q for %q: the digits are not those filed", c.Text(), text)
	}
	return nil
}

var (
	notElements = regexp.MustCompile(`(?s)<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>`)
	rowStart    = regexp.MustCompile(`<(?:\w+:)?(non)?[dD]erivative(?:Transaction|Holding|Security)[\s/>]`)
)

// decodedUTF16 gives text in UTF-16 as UTF-8, by the standard library alone.
func decodedUTF16(data []byte) ([]byte, bool) {
	if bytes.IndexByte(data[:min(len(data), 4)], 0) < 0 && !bytes.HasPrefix(data, []byte("\xff\xfe")) && !bytes.HasPrefix(data, []byte("\xfe\xff")) {
		return nil, false
	}
	var order binary.ByteOrder = binary.LittleEndian
	if data[0] == 0 || data[0] == 0xFE {
		order = binary.BigEndian
	}
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	return []byte(string(utf16.Decode(units))), true
}

var lineEnds = regexp.MustCompile(`\r?\n`)

// TestRowsInRowsOut counts the start tags of rows in the bytes, damaged documents
// included, and the rows in the filings.
func TestRowsInRowsOut(t *testing.T) {
	for _, s := range filedXML(t) {
		want, lost := 0, false
		data := s.data
		if decoded, ok := decodedUTF16(data); ok {
			data = decoded
		}
		if strings.Contains(s.name, "hard-wrapped") {
			data = lineEnds.ReplaceAll(data, nil)
		}
		for range rowStart.FindAllIndex(notElements.ReplaceAll(data, nil), -1) {
			want++
		}
		have := 0
		for _, r := range open(t, s.name, s.data) {
			if r.filing == nil {
				lost = true // its rows are refused with it, in a sentence
				continue
			}
			have += len(r.filing.TableI) + len(r.filing.TableII)
		}
		if have != want && !lost {
			t.Errorf("%s: %d rows in the bytes, %d in the filings", s.name, want, have)
		}
	}
}
