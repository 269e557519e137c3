package agreement_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"filingview/parser/export"
	"filingview/parser/ownership"
)

// kind says how two readings of a cell are compared.
type kind uint8

const (
	left    kind = iota // not compared: column.why says why
	text                // white space folded
	tick                // empty is no
	date                // however it is written
	number              // as decimals; what is none as text
	code                // one letter, as it stands
	noteSet             // footnote ids, as a set
)

// column is a column of the SEC's tables, whichever of the tables has it.
type column struct {
	name string
	kind kind
	// paths are those of the cells that it shows, below the row's own.
	paths []string
	why   string // why it is left out
}

// key reports whether the column is a date, a code, an amount, a price, A/D or D/I:
// what a filing is read for.
func (c column) key() bool { return c.kind == date || c.kind == number || c.kind == code }

const ofEDGAR = "EDGAR's envelope says it, not the form"

// columns lists every column of the SEC's eight tables: those that the printed
// form shows are compared.
func columns() []column {
	all := []column{
		{name: "ACCESSION_NUMBER", why: ofEDGAR},
		{name: "FILING_DATE", why: ofEDGAR},
		{name: "FILE_NUMBER", why: ofEDGAR},
		{name: "ISSUERCIK", why: "EDGAR's key; a page has it in an address at most"},
		{name: "RPTOWNERCIK", why: "EDGAR's key; a page has it in an address at most"},
		{name: "NONDERIV_TRANS_SK", why: "the number of the row in the export"},
		{name: "NONDERIV_HOLDING_SK", why: "the number of the row in the export"},
		{name: "DERIV_TRANS_SK", why: "the number of the row in the export"},
		{name: "DERIV_HOLDING_SK", why: "the number of the row in the export"},
		{name: "TRANS_FORM_TYPE", why: "printed for no line; on Form 5 it stands before the code at times, and not in all renderings"},
		{name: "EQUITY_SWAP_INVOLVED", why: "printed as a K behind the code if it is set, and not otherwise"},
		{name: "RPTOWNER_STATE_DESC", why: "a form prints the state's code or its description, never both: RPTOWNER_STATE is compared"},

		{name: "PERIOD_OF_REPORT", kind: date, paths: []string{"periodOfReport"}},
		{name: "DATE_OF_ORIG_SUB", kind: date, paths: []string{"dateOfOriginalSubmission"}},
		{name: "NO_SECURITIES_OWNED", kind: tick, paths: []string{"noSecuritiesOwned"}},
		{name: "NOT_SUBJECT_SEC16", kind: tick, paths: []string{"notSubjectToSection16"}},
		{name: "FORM3_HOLDINGS_REPORTED", kind: tick, paths: []string{"form3HoldingsReported"}},
		{name: "FORM4_TRANS_REPORTED", kind: tick, paths: []string{"form4TransactionsReported"}},
		{name: "DOCUMENT_TYPE", kind: text, paths: []string{"documentType"}},
		{name: "ISSUERNAME", kind: text, paths: []string{"issuer.name"}},
		{name: "ISSUERTRADINGSYMBOL", kind: text, paths: []string{"issuer.tradingSymbol"}},
		{name: "REMARKS", kind: text, paths: []string{"remarks"}},
		{name: "AFF10B5ONE", kind: tick, paths: []string{"plan10b51"}},

		{name: "RPTOWNERNAME", kind: text, paths: []string{"name"}},
		{name: "RPTOWNER_RELATIONSHIP", kind: text, paths: []string{"relationship.isDirector", "relationship.isOfficer", "relationship.isTenPercentOwner", "relationship.isOther"}},
		{name: "RPTOWNER_TITLE", kind: text, paths: []string{"relationship.officerTitle"}},
		{name: "RPTOWNER_TXT", kind: text, paths: []string{"relationship.otherText"}},
		{name: "RPTOWNER_STREET1", kind: text, paths: []string{"address.street1"}},
		{name: "RPTOWNER_STREET2", kind: text, paths: []string{"address.street2"}},
		{name: "RPTOWNER_CITY", kind: text, paths: []string{"address.city"}},
		{name: "RPTOWNER_STATE", kind: text, paths: []string{"address.state"}},
		{name: "RPTOWNER_ZIPCODE", kind: text, paths: []string{"address.zipCode"}},

		{name: "EQUITY_SWAP_TRANS_CD_FN", kind: noteSet, paths: []string{"transaction.code"}},
		{name: "TRANS_FORM_TYPE_FN", kind: noteSet, paths: []string{"formType"}},
		{name: "FOOTNOTE_ID", kind: text, paths: []string{"text"}},
		{name: "FOOTNOTE_TXT", kind: text, paths: []string{"text"}},
		{name: "OWNERSIGNATURENAME", kind: text, paths: []string{"name"}},
		{name: "OWNERSIGNATUREDATE", kind: date, paths: []string{"date"}},
		{name: "TRANS_CODE", kind: code, paths: []string{"transaction.code"}},
	}
	for _, c := range []column{
		{name: "SECURITY_TITLE", kind: text, paths: []string{"securityTitle"}},
		{name: "CONV_EXERCISE_PRICE", kind: number, paths: []string{"conversionOrExercisePrice"}},
		{name: "TRANS_DATE", kind: date, paths: []string{"transaction.date"}},
		{name: "DEEMED_EXECUTION_DATE", kind: date, paths: []string{"transaction.deemedExecutionDate"}},
		{name: "TRANS_TIMELINESS", kind: code, paths: []string{"transaction.timeliness"}},
		{name: "TRANS_SHARES", kind: number, paths: []string{"transaction.shares"}},
		{name: "TRANS_TOTAL_VALUE", kind: number, paths: []string{"transaction.totalValue"}},
		{name: "TRANS_PRICEPERSHARE", kind: number, paths: []string{"transaction.price"}},
		{name: "TRANS_ACQUIRED_DISP_CD", kind: code, paths: []string{"transaction.acquiredDisposed"}},
		{name: "EXCERCISE_DATE", kind: date, paths: []string{"exerciseDate"}},
		{name: "EXERCISE_DATE", kind: date, paths: []string{"exerciseDate"}},
		{name: "EXPIRATION_DATE", kind: date, paths: []string{"expirationDate"}},
		{name: "UNDLYNG_SEC_TITLE", kind: text, paths: []string{"underlyingTitle"}},
		{name: "UNDLYNG_SEC_SHARES", kind: number, paths: []string{"underlyingShares"}},
		{name: "UNDLYNG_SEC_VALUE", kind: number, paths: []string{"underlyingValue"}},
		{name: "SHRS_OWND_FOLWNG_TRANS", kind: number, paths: []string{"sharesFollowing"}},
		{name: "VALU_OWND_FOLWNG_TRANS", kind: number, paths: []string{"valueFollowing"}},
		{name: "DIRECT_INDIRECT_OWNERSHIP", kind: code, paths: []string{"ownership"}},
		{name: "NATURE_OF_OWNERSHIP", kind: text, paths: []string{"natureOfOwnership"}},
	} {
		all = append(all, c, column{name: c.name + "_FN", kind: noteSet, paths: c.paths})
	}
	return all
}

// TestColumns: no column of the tables is forgotten, and none is listed that is not
// there.
func TestColumns(t *testing.T) {
	var names []string
	for _, rows := range exported(t, &ownership.Filing{}) {
		names = append(names, rows.columns...)
	}
	slices.Sort(names)
	names = slices.Compact(names)
	var listed []string
	for _, c := range columns() {
		listed = append(listed, c.name)
		if (c.kind == left) != (c.why != "") || (c.kind == left) != (c.paths == nil) {
			t.Errorf("%s: is it compared, and if not, why?", c.name)
		}
	}
	slices.Sort(listed)
	if !slices.Equal(names, listed) {
		t.Errorf("the tables have the columns\n%s\nlisted are\n%s", names, listed)
	}
}

// sheet is a table as text.
type sheet struct {
	columns []string
	rows    [][]string
}

// exported returns the SEC's tables of a filing by their names.
func exported(t testing.TB, f *ownership.Filing) map[string]sheet {
	files := map[string]*bytes.Buffer{}
	w, err := export.NewWriter("sec", inMemory(files))
	if err == nil {
		err = w.Write(f)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]sheet{}
	for name, b := range files {
		var s sheet
		for line := range strings.Lines(b.String()) {
			cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
			if s.columns == nil {
				s.columns = cells
			} else {
				s.rows = append(s.rows, cells)
			}
		}
		all[strings.TrimSuffix(name, ".tsv")] = s
	}
	return all
}
