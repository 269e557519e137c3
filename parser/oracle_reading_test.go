package parser_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"regexp"
	"strings"
	"unicode/utf8"

	"filingview/parser/ownership"
)

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
			if typed := bytes.Contains(bytes.ToUpper(m[1]), []byte("<TYPE>")); typed && !formType.Match(m[1]) {
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
			if utf8.Valid(s.data) {
				return bytes.NewReader(b), err // the bytes know better than the declaration
			}
			return strings.NewReader(decoded(string(b))), err
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
		case "nonDerivativeSecurity", "derivativeSecurity":
			table := strings.Replace(n.name, "Security", "Table", 1)
			r.row(tables[table], flatLine(n))
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

// flatLine turns a line of the XML of May and June 2003 (X0101) into one of today.
func flatLine(n *node) *node {
	line := *n
	kind := "Holding"
	for _, c := range n.children {
		if c.name == "transactionDate" || c.name == "transactionCoding" || c.name == "transactionAmounts" {
			if strings.TrimSpace(c.all) != "" {
				kind = "Transaction"
			}
		}
		for _, price := range c.children {
			if c.name == "transactionAmounts" && price.name == "transactionValue" {
				price.name = "transactionPricePerShare"
			}
		}
	}
	line.name = strings.Replace(n.name, "Security", kind, 1)
	return &line
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
