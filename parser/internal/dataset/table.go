package dataset

import (
	"archive/zip"
	"io"
	"slices"
	"strings"

	"filingview/parser/internal/charset"
	"filingview/parser/internal/refusal"
	"filingview/parser/internal/wording"
)

// cellColumn is a column of the SEC's tables that shows a cell.
type cellColumn struct {
	name                           string
	noted, derivative, transaction bool // it has a column of notes; only such lines have it
}

// table is one of the tables.
type table struct {
	kind    kind
	file    string // its name in the archive, without folders
	data    string // all of it, UTF-8 or windows-1252
	utf16   bool   // it was turned into UTF-8
	quoted  bool   // cells may stand in quotation marks
	header  string // the line of the headings
	body    int    // where the lines begin
	columns []column
	key     int // the column of the accession number
	number  int // that of the line's number (_SK), or -1
	unknown []string
	lacking []string // columns that it should have

	rows  []row           // in the order of the table
	torn  map[uint32]bool // where lines begin that may go on in the next
	order []uint32        // places in rows, filing by filing
	first []uint32        // of each filing, and of the end
}

// row is a line of a table.
type row struct {
	at     uint32 // where it begins
	line   uint32 // counted from 1
	filing int32  // place in SUBMISSION.tsv; -1 for none
}

// column is what a column of a table holds.
type column struct {
	name  string // as the SEC has it, EXERCISE_DATE without the slip; empty for one that is not read
	bare  bool   // it has no heading, as behind a tab that ends each line, and no line has a cell there
	notes string // of a column of notes: the column that cites them
}

// readTable unpacks a table and reads its headings.
func readTable(k kind, f *zip.File, left *budget) (*table, *refusal.Error) {
	data, err := unpack(k, f, left)
	if err != nil {
		return nil, err
	}
	t := &table{kind: k, file: f.Name[strings.LastIndexAny(f.Name, `/\`)+1:], number: -1}
	if s, ok := charset.FromUTF16(data); ok {
		data, t.utf16 = s, true
	}
	if strings.IndexByte(data, '\n') < 0 && strings.IndexByte(data, '\r') >= 0 {
		data = strings.ReplaceAll(data, "\r", "\n")
	}
	t.data = data
	start := len(data) - len(strings.TrimPrefix(data, "\ufeff"))
	head, _, found := strings.Cut(data[start:], "\n")
	t.body = start + len(head)
	if found {
		t.body++
	}
	t.header = strings.TrimSuffix(head, "\r")
	if err := t.readHeader(); err != nil {
		return nil, err
	}
	t.quoted = strings.HasPrefix(t.header, `"`) || t.isQuoted()
	return t, nil
}

// unpack returns the bytes of a table.
func unpack(k kind, f *zip.File, left *budget) (string, *refusal.Error) {
	size := f.UncompressedSize64
	switch {
	case f.Flags&1 != 0:
		return "", refuse(refusal.ErrFormat, k.String()+" is encrypted with a password")
	case size > maxTable:
		return "", refuse(refusal.ErrBound, k.String()+" has "+wording.Bytes(int64(min(size, 1<<60)))+", of which "+wording.Bytes(maxTable)+" are read in one table")
	case int64(size) > left.bytes:
		return "", refuse(refusal.ErrBound, "the tables of the archive have more than "+wording.Bytes(maxTables)+" together")
	case size > freeRatio && size/maxRatio > f.CompressedSize64:
		return "", refuse(refusal.ErrBound, k.String()+" would unpack to more than "+wording.Number(maxRatio)+" times its size, as no table does")
	}
	r, err := f.Open()
	if err != nil {
		return "", refuse(refusal.ErrDamaged, k.String()+" cannot be unpacked ("+err.Error()+")")
	}
	var b strings.Builder
	b.Grow(int(size))
	// The archive's reader itself fails where there is more, or less, than it says.
	n, err := io.Copy(&b, io.LimitReader(r, int64(size)+1))
	left.bytes -= n
	if closed := r.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return "", refuse(refusal.ErrDamaged, k.String()+" cannot be unpacked ("+err.Error()+")")
	}
	return b.String(), nil
}

// readHeader finds out what the columns are.
func (t *table) readHeader() *refusal.Error {
	wanted := t.wanted()
	var headings []string
	for _, p := range split(nil, t.header, 0, true) {
		headings = append(headings, strings.ToUpper(strings.TrimSpace(t.header[p.start:p.end])))
	}
	if t.key = slices.Index(headings, "ACCESSION_NUMBER"); t.key < 0 {
		return refuse(refusal.ErrDamaged, "no heading of "+t.kind.String()+" says ACCESSION_NUMBER")
	}
	for _, name := range headings {
		c := column{name: strings.Replace(name, "EXCERCISE", "EXERCISE", 1), bare: name == ""}
		if !c.bare && slices.ContainsFunc(t.columns, func(other column) bool { return other.name == c.name }) {
			return refuse(refusal.ErrDamaged, t.kind.String()+" has two columns called “"+wording.Clip(name)+"”")
		}
		switch stem, isNotes := strings.CutSuffix(c.name, "_FN"); {
		case c.bare || c.name == "ACCESSION_NUMBER":
		case t.kind.isLines() && c.name == names[t.kind]+"_SK":
			t.number = len(t.columns)
		case !slices.Contains(wanted, c.name):
			t.unknown = append(t.unknown, name)
			c.name = ""
		case stem == "EQUITY_SWAP_TRANS_CD": // of the coding as a whole
			c.notes = "TRANS_CODE"
		case isNotes:
			c.notes = stem
		}
		t.columns = append(t.columns, c)
	}
	for _, name := range wanted {
		if !slices.ContainsFunc(t.columns, func(c column) bool { return c.name == name }) {
			t.lacking = append(t.lacking, name)
		}
	}
	if 2*len(t.lacking) > len(wanted) {
		return refuse(refusal.ErrForm, t.kind.String()+" lacks "+wording.Number(len(t.lacking))+" of the "+wording.Number(len(wanted))+" columns that it should have, and may be of another data set")
	}
	return nil
}

// wanted lists the columns that the SEC gives the table, but for its keys.
func (t *table) wanted() []string {
	var all []string
	add := func(columns []cellColumn) {
		for _, c := range columns {
			all = append(all, c.name)
			if c.noted {
				all = append(all, c.name+"_FN")
			}
		}
	}
	switch t.kind {
	case submission:
		add(columnsOfFiling())
	case reportingOwner:
		add(columnsOfOwner())
		all = append(all, "FILE_NUMBER")
	case footnotes:
		add(columnsOfFootnote())
		all = append(all, "FOOTNOTE_ID")
	case ownerSignature:
		add(columnsOfSignature())
	default:
		derivative, transaction := t.kind >= derivTrans, t.kind == nonderivTrans || t.kind == derivTrans
		add(slices.DeleteFunc(columnsOfRow(), func(c cellColumn) bool { return c.derivative && !derivative || c.transaction && !transaction }))
		if transaction {
			all = append(all, "EQUITY_SWAP_TRANS_CD_FN")
		} else {
			all = append(all, "TRANS_FORM_TYPE_FN")
		}
	}
	return all
}

// Table returns the name of the table that has most of the headings, which are in capital
// letters; "" if none has.
func Table(headings []string) string {
	name, most := "", 0
	for k, stem := range names {
		wanted := (&table{kind: kind(k)}).wanted()
		n := 0
		for _, h := range headings {
			if slices.Contains(wanted, strings.Replace(h, "EXCERCISE", "EXERCISE", 1)) {
				n++
			}
		}
		if n > max(most, 1) && 2*n >= len(headings)-1 {
			name, most = stem, n
		}
	}
	return name
}

// ends reports whether the table ends with the end of a line.
func (t *table) ends() bool { return strings.HasSuffix(t.data, "\n") }

// breaksOff reports whether the last line has fewer cells than the headings, or a quotation
// mark without its second.
func (t *table) breaksOff() bool {
	last := t.body
	for at := t.body; at < len(t.data); {
		last = at
		if !t.quoted { // the last line at once
			last = max(last, strings.LastIndexByte(t.data, '\n')+1)
		}
		at = t.next(last)
	}
	line := t.data[last:]
	return line != "" && !t.ends() && (len(split(nil, line, 0, t.quoted)) < len(t.columns) || t.quoted && strings.Count(line, `"`)%2 == 1)
}
