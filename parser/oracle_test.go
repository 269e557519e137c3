package parser_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"maps"
	"math/big"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

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

// reading is a document as encoding/xml and the map below read it.
type reading struct {
	cells map[string]oracleCell
	kinds map[string][]ownership.RowKind // by table
	notes []string                       // ids in order
	// odd names elements that the schemas do not put where they stand, or that
	// stand there twice; twice holds the paths of the latter.
	odd   []string
	twice map[string]bool
	// loose is text between elements.
	loose []string
}

type oracleCell struct {
	text  string
	notes []string
}

type node struct {
	name     string
	id       string
	hasID    bool
	text     string // its own, without that of its children
	all      string // with it
	children []*node
}

func (n *node) child(name string) *node {
	for _, c := range n.children {
		if c.name == name {
			return c
		}
	}
	return nil
}

var (
	sgmlDocument = regexp.MustCompile(`(?is)<DOCUMENT>(.*?)(</DOCUMENT>|\z)`)
	formType     = regexp.MustCompile(`(?i)<TYPE>[345](/A)?\s*<`)
	rootElement  = regexp.MustCompile(`(?s)<(\w+:)?ownershipDocument[\s/>].*`)
)

// oracle reads the documents of a bare XML or of a submission.
func oracle(s sample) ([]*reading, error) {
	sources := [][]byte{s.data}
	if ext := path.Ext(s.name); ext == ".txt" || ext == ".nc" {
		sources = nil
		for _, m := range sgmlDocument.FindAllSubmatch(s.data, -1) {
			if !formType.Match(m[1]) {
				continue
			}
			if root := rootElement.Find(m[1]); root != nil {
				sources = append(sources, root)
			}
		}
	}
	var all []*reading
	for _, source := range sources {
		d := xml.NewDecoder(bytes.NewReader(bytes.TrimLeft(source, "\ufeff \t\r\n")))
		d.CharsetReader = func(charset string, in io.Reader) (io.Reader, error) {
			b, err := io.ReadAll(in)
			return strings.NewReader(decoded(string(b), "windows-1252")), err
		}
		for {
			root, err := nextRoot(d)
			if err == io.EOF {
				break
			}
			if err != nil {
				return nil, err
			}
			all = append(all, readDocument(root))
			if len(sources) > 1 || !bytes.Equal(source, s.data) {
				break // the rest is SGML
			}
		}
	}
	if len(all) == 0 {
		return nil, errors.New("no document")
	}
	return all, nil
}

func nextRoot(d *xml.Decoder) (*node, error) {
	for {
		token, err := d.Token()
		if err != nil {
			return nil, err
		}
		switch token := token.(type) {
		case xml.StartElement:
			if token.Name.Local != "ownershipDocument" {
				return nil, fmt.Errorf("the root is %s", token.Name.Local)
			}
			return readNode(d, token)
		case xml.CharData:
			if s := strings.TrimSpace(string(token)); s != "" && s != "\ufeff" {
				return nil, fmt.Errorf("text %.20q beside the root", s)
			}
		case xml.EndElement:
			return nil, errors.New("an end tag beside the root")
		}
	}
}

func readNode(d *xml.Decoder, start xml.StartElement) (*node, error) {
	n := &node{name: start.Name.Local}
	for _, a := range start.Attr {
		if a.Name.Local == "id" {
			n.id, n.hasID = strings.TrimSpace(a.Value), true
		}
	}
	for {
		token, err := d.Token()
		if err != nil {
			return nil, err
		}
		switch token := token.(type) {
		case xml.StartElement:
			c, err := readNode(d, token)
			if err != nil {
				return nil, err
			}
			n.children = append(n.children, c)
			n.all += c.all
		case xml.CharData:
			n.text += string(token)
			n.all += string(token)
		case xml.EndElement:
			return n, nil
		}
	}
}

var (
	topPaths = map[string]string{
		"schemaVersion": "schemaVersion", "documentType": "documentType", "periodOfReport": "periodOfReport",
		"dateOfOriginalSubmission": "dateOfOriginalSubmission", "noSecuritiesOwned": "noSecuritiesOwned",
		"notSubjectToSection16": "notSubjectToSection16", "form3HoldingsReported": "form3HoldingsReported",
		"form4TransactionsReported": "form4TransactionsReported", "aff10b5One": "plan10b51", "remarks": "remarks",
	}
	issuerPaths = map[string]string{
		"issuerCik": "cik", "issuerName": "name", "issuerTradingSymbol": "tradingSymbol", "issuerForeignTradingSymbol": "foreignTradingSymbol",
	}
	ownerPaths = map[string]map[string]string{
		"reportingOwnerId": {"rptOwnerCik": "cik", "rptOwnerCcc": "ccc", "rptOwnerName": "name"},
		"reportingOwnerAddress": {
			"rptOwnerNonUSAddressFlag": "address.nonUSAddress", "rptOwnerStreet1": "address.street1", "rptOwnerStreet2": "address.street2",
			"rptOwnerCity": "address.city", "rptOwnerNonUSStateTerritory": "address.nonUSStateTerritory", "rptOwnerState": "address.state",
			"rptOwnerCountry": "address.country", "rptOwnerZipCode": "address.zipCode", "rptOwnerStateDescription": "address.stateDescription",
			"rptOwnerGoodAddress": "address.goodAddress"},
		"reportingOwnerRelationship": {
			"isDirector": "relationship.isDirector", "isOfficer": "relationship.isOfficer", "isTenPercentOwner": "relationship.isTenPercentOwner",
			"isOther": "relationship.isOther", "officerTitle": "relationship.officerTitle", "otherText": "relationship.otherText"},
	}
	signaturePaths = map[string]string{"signatureName": "name", "signatureDate": "date"}
	rowPaths       = map[string]string{
		"securityTitle": "securityTitle", "transactionDate": "transaction.date", "deemedExecutionDate": "transaction.deemedExecutionDate",
		"transactionTimeliness": "transaction.timeliness",
	}
	derivativePaths = map[string]string{
		"conversionOrExercisePrice": "conversionOrExercisePrice", "exerciseDate": "exerciseDate", "expirationDate": "expirationDate",
	}
	rowGroups = map[string]map[string]string{
		"transactionAmounts": {
			"transactionShares": "transaction.shares", "transactionTotalValue": "transaction.totalValue",
			"transactionPricePerShare": "transaction.price", "transactionAcquiredDisposedCode": "transaction.acquiredDisposed"},
		"underlyingSecurity": {
			"underlyingSecurityTitle": "underlyingTitle", "underlyingSecurityShares": "underlyingShares", "underlyingSecurityValue": "underlyingValue"},
		"postTransactionAmounts": {
			"sharesOwnedFollowingTransaction": "sharesFollowing", "valueOwnedFollowingTransaction": "valueFollowing"},
		"ownershipNature": {
			"directOrIndirectOwnership": "ownership", "natureOfOwnership": "natureOfOwnership"},
	}
	tables = map[string]string{"nonDerivativeTable": "tableI", "derivativeTable": "tableII"}
)

func readDocument(root *node) *reading {
	r := &reading{cells: map[string]oracleCell{}, kinds: map[string][]ownership.RowKind{}, twice: map[string]bool{}}
	owners, signatures := 0, 0
	seen := map[string]bool{}
	r.between(root)
	for _, n := range root.children {
		switch n.name {
		case "issuer":
			r.group("issuer.", n, issuerPaths, false)
		case "reportingOwner":
			prefix := fmt.Sprintf("owners[%d].", owners)
			owners++
			r.between(n)
			for _, g := range n.children {
				if m := ownerPaths[g.name]; m != nil {
					r.group(prefix, g, m, false)
				} else {
					r.odd = append(r.odd, g.name)
				}
			}
		case "nonDerivativeTable", "derivativeTable":
			r.between(n)
			for _, line := range n.children {
				r.row(tables[n.name], line)
			}
		case "footnotes":
			r.between(n)
			for _, note := range n.children {
				if note.name != "footnote" {
					r.odd = append(r.odd, note.name)
					continue
				}
				cell := oracleCell{text: strings.TrimSpace(note.all)}
				for _, c := range note.children {
					r.odd = append(r.odd, c.name)
				}
				r.cells[fmt.Sprintf("footnotes[%d].text", len(r.notes))] = cell
				r.notes = append(r.notes, note.id)
			}
		case "ownerSignature":
			r.group(fmt.Sprintf("signatures[%d].", signatures), n, signaturePaths, false)
			signatures++
		default:
			if p := topPaths[n.name]; p != "" {
				r.put(p, n, false)
			} else {
				r.odd = append(r.odd, n.name)
			}
		}
		if seen[n.name] && (n.name == "issuer" || n.name == "footnotes") {
			r.odd = append(r.odd, n.name)
		}
		seen[n.name] = true
	}
	return r
}

// between keeps the text of an element that has none of its own.
func (r *reading) between(n *node) {
	if s := strings.TrimSpace(n.text); s != "" {
		r.loose = append(r.loose, s)
	}
}

func (r *reading) group(prefix string, n *node, paths map[string]string, valued bool) {
	r.between(n)
	for _, c := range n.children {
		if p := paths[c.name]; p != "" {
			r.put(prefix+p, c, valued)
		} else {
			r.odd = append(r.odd, c.name)
		}
	}
}

func (r *reading) row(table string, n *node) {
	kind := ownership.Holding
	switch {
	case n.name == "nonDerivativeTransaction" && table == "tableI", n.name == "derivativeTransaction" && table == "tableII":
		kind = ownership.Transaction
	case n.name == "nonDerivativeHolding" && table == "tableI", n.name == "derivativeHolding" && table == "tableII":
	default:
		r.odd = append(r.odd, n.name)
		return
	}
	prefix := fmt.Sprintf("%s[%d].", table, len(r.kinds[table]))
	r.kinds[table] = append(r.kinds[table], kind)
	r.between(n)
	for _, c := range n.children {
		p := rowPaths[c.name]
		if p == "" {
			p = derivativePaths[c.name]
			if p != "" && table == "tableI" {
				r.odd = append(r.odd, c.name)
			}
		}
		switch {
		case p != "":
			r.put(prefix+p, c, true)
		case c.name == "transactionCoding":
			r.coding(prefix, c, kind)
		case rowGroups[c.name] != nil:
			r.group(prefix, c, rowGroups[c.name], true)
			if c.name == "underlyingSecurity" && table == "tableI" {
				r.odd = append(r.odd, c.name)
			}
		default:
			r.odd = append(r.odd, c.name)
		}
	}
}

// coding has its notes beside its values: they are shown at the code, on a
// holding, which has none, at the form type.
func (r *reading) coding(prefix string, n *node, kind ownership.RowKind) {
	r.between(n)
	var notes []string
	for _, c := range n.children {
		switch c.name {
		case "transactionFormType":
			r.put(prefix+"formType", c, false)
		case "transactionCode":
			r.put(prefix+"transaction.code", c, false)
		case "equitySwapInvolved":
			r.put(prefix+"transaction.equitySwapInvolved", c, false)
		case "footnoteId":
			notes = r.cite(notes, c)
		default:
			r.odd = append(r.odd, c.name)
		}
	}
	if len(notes) > 0 {
		p := prefix + "transaction.code"
		if kind == ownership.Holding {
			p = prefix + "formType"
		}
		c := r.cells[p]
		c.notes = append(c.notes, notes...)
		r.cells[p] = c
	}
}

func (r *reading) cite(notes []string, n *node) []string {
	if n.id == "" {
		r.odd = append(r.odd, "footnote reference")
		if id := strings.TrimSpace(n.all); id != "" {
			return append(notes, id)
		}
		return notes
	}
	return append(notes, n.id)
}

// put keeps a cell. Those of rows hold a value and notes, the others text; either
// way text that is there must not be lost.
func (r *reading) put(path string, n *node, valued bool) {
	c, again := r.cells[path]
	if again {
		r.odd, r.twice[path] = append(r.odd, n.name), true
	}
	text := n.text
	values := 0
	for _, k := range n.children {
		switch {
		case valued && k.name == "value":
			if values++; values > 1 {
				r.odd, r.twice[path] = append(r.odd, "value"), true
			}
			text += k.all
			for _, deeper := range k.children {
				r.odd = append(r.odd, deeper.name)
			}
		case valued && k.name == "footnoteId":
			c.notes = r.cite(c.notes, k)
		default:
			r.odd = append(r.odd, k.name)
			text += k.all
		}
	}
	c.text = strings.TrimSpace(text)
	r.cells[path] = c
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
	rowStart    = regexp.MustCompile(`<(?:\w+:)?(non)?[dD]erivative(?:Transaction|Holding)[\s/>]`)
)

// TestRowsInRowsOut counts the start tags of rows in the bytes, damaged documents
// included, and the rows in the filings.
func TestRowsInRowsOut(t *testing.T) {
	for _, s := range filed(t) {
		want, lost := 0, false
		for range rowStart.FindAllIndex(notElements.ReplaceAll(s.data, nil), -1) {
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
