package export

import (
	"slices"
	"strconv"
	"strings"

	"filingview/parser/ownership"
)

func keyColumn() column {
	return column{"ACCESSION_NUMBER", func(r *record) string { return r.key }}
}

func numberColumn(name string) column {
	return column{name, func(r *record) string { return strconv.Itoa(r.number) }}
}

// plain is the column of a cell whose notes have no column.
func plain[T any](name string, cell func(*record) *ownership.Value[T]) column {
	return column{name, func(r *record) string { return text(cell(r)) }}
}

// noted is the column of a cell and the column of its notes.
func noted[T any](name string, cell func(*record) *ownership.Value[T]) []column {
	return []column{plain(name, cell), {name + "_FN", func(r *record) string { return notes(&cell(r).Reading) }}}
}

type (
	textCell   = *ownership.Value[string]
	dateCell   = *ownership.Value[ownership.Date]
	numberCell = *ownership.Value[ownership.Decimal]
	flagCell   = *ownership.Value[bool]
)

func submissionColumns() []column {
	return []column{
		keyColumn(),
		plain("FILING_DATE", func(r *record) dateCell { return &r.filing.Header.FiledAt }),
		plain("PERIOD_OF_REPORT", func(r *record) dateCell { return &r.filing.PeriodOfReport }),
		plain("DATE_OF_ORIG_SUB", func(r *record) dateCell { return &r.filing.DateOfOriginalSubmission }),
		plain("NO_SECURITIES_OWNED", func(r *record) flagCell { return &r.filing.NoSecuritiesOwned }),
		plain("NOT_SUBJECT_SEC16", func(r *record) flagCell { return &r.filing.NotSubjectToSection16 }),
		plain("FORM3_HOLDINGS_REPORTED", func(r *record) flagCell { return &r.filing.Form3HoldingsReported }),
		plain("FORM4_TRANS_REPORTED", func(r *record) flagCell { return &r.filing.Form4TransactionsReported }),
		plain("DOCUMENT_TYPE", func(r *record) *ownership.Value[ownership.DocumentType] { return &r.filing.DocumentType }),
		plain("ISSUERCIK", func(r *record) textCell { return &r.filing.Issuer.CIK }),
		plain("ISSUERNAME", func(r *record) textCell { return &r.filing.Issuer.Name }),
		plain("ISSUERTRADINGSYMBOL", func(r *record) textCell { return &r.filing.Issuer.TradingSymbol }),
		plain("REMARKS", func(r *record) textCell { return &r.filing.Remarks }),
		plain("AFF10B5ONE", func(r *record) flagCell { return &r.filing.Plan10b51 }),
	}
}

func ownerColumns() []column {
	return []column{
		keyColumn(),
		plain("RPTOWNERCIK", func(r *record) textCell { return &r.owner.CIK }),
		plain("RPTOWNERNAME", func(r *record) textCell { return &r.owner.Name }),
		{"RPTOWNER_RELATIONSHIP", func(r *record) string { return relationship(&r.owner.Relationship) }},
		plain("RPTOWNER_TITLE", func(r *record) textCell { return &r.owner.Relationship.OfficerTitle }),
		plain("RPTOWNER_TXT", func(r *record) textCell { return &r.owner.Relationship.OtherText }),
		plain("RPTOWNER_STREET1", func(r *record) textCell { return &r.owner.Address.Street1 }),
		plain("RPTOWNER_STREET2", func(r *record) textCell { return &r.owner.Address.Street2 }),
		plain("RPTOWNER_CITY", func(r *record) textCell { return &r.owner.Address.City }),
		plain("RPTOWNER_STATE", func(r *record) textCell { return &r.owner.Address.State }),
		plain("RPTOWNER_ZIPCODE", func(r *record) textCell { return &r.owner.Address.ZipCode }),
		plain("RPTOWNER_STATE_DESC", func(r *record) textCell { return &r.owner.Address.StateDescription }),
		{"FILE_NUMBER", func(r *record) string { return fileNumber(&r.filing.Header, r.owner) }},
	}
}

// relationship joins what the owner is known to be. A flag that says no, or
// that cannot be read, names nothing.
func relationship(r *ownership.Relationship) string {
	var names []string
	for _, f := range [...]struct {
		name string
		flag flagCell
	}{
		{"Director", &r.IsDirector},
		{"Officer", &r.IsOfficer},
		{"TenPercentOwner", &r.IsTenPercentOwner},
		{"Other", &r.IsOther},
	} {
		if yes, known := f.flag.Get(); yes && known {
			names = append(names, f.name)
		}
	}
	return strings.Join(names, ", ")
}

// fileNumber returns the SEC file number that the envelope gives the owner.
func fileNumber(h *ownership.Header, o *ownership.Owner) string {
	cik := strings.TrimLeft(text(&o.CIK), "0")
	if cik == "" {
		return ""
	}
	for i := range h.Parties {
		p := &h.Parties[i]
		if p.Role == "reporting-owner" && strings.TrimLeft(text(&p.CIK), "0") == cik {
			if number := text(&p.FileNumber); number != "" {
				return number
			}
		}
	}
	return ""
}

func footnoteColumns() []column {
	return []column{
		keyColumn(),
		{"FOOTNOTE_ID", func(r *record) string { return fold(r.note.ID) }},
		plain("FOOTNOTE_TXT", func(r *record) textCell { return &r.note.Text }),
	}
}

func signatureColumns() []column {
	return []column{
		keyColumn(),
		plain("OWNERSIGNATURENAME", func(r *record) textCell { return &r.signature.Name }),
		plain("OWNERSIGNATUREDATE", func(r *record) dateCell { return &r.signature.Date }),
	}
}

func transactionColumns(number string, derivative bool) []column {
	columns := slices.Concat(
		[]column{keyColumn(), numberColumn(number)},
		noted("SECURITY_TITLE", func(r *record) textCell { return &r.row.SecurityTitle }),
	)
	if derivative {
		columns = append(columns, strikeColumns()...)
	}
	columns = slices.Concat(columns,
		noted("TRANS_DATE", func(r *record) dateCell { return &r.row.Transaction.Date }),
		noted("DEEMED_EXECUTION_DATE", func(r *record) dateCell { return &r.row.Transaction.DeemedExecutionDate }),
		[]column{
			plain("TRANS_FORM_TYPE", func(r *record) textCell { return &r.row.FormType }),
			plain("TRANS_CODE", func(r *record) textCell { return &r.row.Transaction.Code }),
			plain("EQUITY_SWAP_INVOLVED", func(r *record) flagCell { return &r.row.Transaction.EquitySwapInvolved }),
			{"EQUITY_SWAP_TRANS_CD_FN", codingNotes},
		},
		noted("TRANS_TIMELINESS", func(r *record) *ownership.Value[ownership.Timeliness] { return &r.row.Transaction.Timeliness }),
		noted("TRANS_SHARES", func(r *record) numberCell { return &r.row.Transaction.Shares }),
	)
	if derivative {
		columns = append(columns, noted("TRANS_TOTAL_VALUE", func(r *record) numberCell { return &r.row.Transaction.TotalValue })...)
	}
	columns = slices.Concat(columns,
		noted("TRANS_PRICEPERSHARE", func(r *record) numberCell { return &r.row.Transaction.Price }),
		noted("TRANS_ACQUIRED_DISP_CD", func(r *record) *ownership.Value[ownership.AcquiredDisposed] {
			return &r.row.Transaction.AcquiredDisposed
		}),
	)
	if derivative {
		// The SEC's spelling, here and not in the holdings.
		columns = append(columns, termColumns("EXCERCISE_DATE")...)
	}
	return append(columns, followingColumns()...)
}

func holdingColumns(number string, derivative bool) []column {
	columns := slices.Concat(
		[]column{keyColumn(), numberColumn(number)},
		noted("SECURITY_TITLE", func(r *record) textCell { return &r.row.SecurityTitle }),
	)
	if derivative {
		columns = append(columns, strikeColumns()...)
	}
	columns = append(columns,
		plain("TRANS_FORM_TYPE", func(r *record) textCell { return &r.row.FormType }),
		column{"TRANS_FORM_TYPE_FN", codingNotes},
	)
	if derivative {
		columns = append(columns, termColumns("EXERCISE_DATE")...)
	}
	return append(columns, followingColumns()...)
}

// codingNotes joins the notes of the cells of transactionCoding, which share one
// column: filers cite a note on the coding, not on one of its three parts.
func codingNotes(r *record) string {
	t := &r.row.Transaction
	return notes(&t.Code.Reading, &r.row.FormType.Reading, &t.EquitySwapInvolved.Reading)
}

func strikeColumns() []column {
	return noted("CONV_EXERCISE_PRICE", func(r *record) numberCell { return &r.row.ConversionOrExercisePrice })
}

// termColumns are the dates of a derivative security and what underlies it.
func termColumns(exerciseDate string) []column {
	return slices.Concat(
		noted(exerciseDate, func(r *record) dateCell { return &r.row.ExerciseDate }),
		noted("EXPIRATION_DATE", func(r *record) dateCell { return &r.row.ExpirationDate }),
		noted("UNDLYNG_SEC_TITLE", func(r *record) textCell { return &r.row.UnderlyingTitle }),
		noted("UNDLYNG_SEC_SHARES", func(r *record) numberCell { return &r.row.UnderlyingShares }),
		noted("UNDLYNG_SEC_VALUE", func(r *record) numberCell { return &r.row.UnderlyingValue }),
	)
}

func followingColumns() []column {
	return slices.Concat(
		noted("SHRS_OWND_FOLWNG_TRANS", func(r *record) numberCell { return &r.row.SharesFollowing }),
		noted("VALU_OWND_FOLWNG_TRANS", func(r *record) numberCell { return &r.row.ValueFollowing }),
		noted("DIRECT_INDIRECT_OWNERSHIP", func(r *record) *ownership.Value[ownership.DirectIndirect] { return &r.row.Ownership }),
		noted("NATURE_OF_OWNERSHIP", func(r *record) textCell { return &r.row.NatureOfOwnership }),
	)
}
