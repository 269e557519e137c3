package export_test

import (
	"fmt"
	"testing"

	"filingview/parser/ownership"
)

// The filings of these tests are built through the model, cell by cell.

func known[T any](v T, notes ...string) ownership.Value[T] {
	return ownership.Value[T]{V: v, Reading: ownership.Reading{State: ownership.Known, Raw: fmt.Sprint(v), Notes: notes}}
}

func blank[T any](notes ...string) ownership.Value[T] {
	return ownership.Value[T]{Reading: ownership.Reading{State: ownership.Blank, Notes: notes}}
}

func malformed[T any](raw string, notes ...string) ownership.Value[T] {
	return ownership.Value[T]{Reading: ownership.Reading{State: ownership.Malformed, Raw: raw, Notes: notes}}
}

func decimal(t testing.TB, s string, notes ...string) ownership.Value[ownership.Decimal] {
	d, err := ownership.ParseDecimal(s)
	if err != nil {
		t.Fatal(err)
	}
	return known(d, notes...)
}

func day(t testing.TB, s string, notes ...string) ownership.Value[ownership.Date] {
	d, err := ownership.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return known(d, notes...)
}

// exercise is a Form 4 of two owners from an EDGAR submission: an option is
// exercised, part of the shares sold, some held through a trust.
func exercise(t testing.TB) *ownership.Filing {
	f := &ownership.Filing{
		Source: ownership.Source{Name: "2025/0001234567-25-000042.txt", Format: "ownership-xml", Envelope: "edgar-submission"},
		Header: ownership.Header{
			AccessionNumber: known("0001234567-25-000042"),
			SubmissionType:  known("4"),
			FiledAt:         day(t, "2025-03-07"),
			Parties: []ownership.Party{
				{Role: "issuer", CIK: known("0000900001"), FileNumber: known("999-00000")},
				{Role: "reporting-owner", CIK: known("900001"), FileNumber: known("001-55555")},
				{Role: "reporting-owner", CIK: known("0000900002")},
			},
		},
		SchemaVersion:         known("X0508"),
		DocumentType:          known(ownership.Form4),
		PeriodOfReport:        day(t, "2025-03-05"),
		NotSubjectToSection16: known(false),
		Plan10b51:             known(true),
		Issuer: ownership.Issuer{
			CIK: known("0000900009"), Name: known("EXAMPLE  HOLDINGS\n INC /DE/"), TradingSymbol: known("EXMP"),
		},
		Owners: []ownership.Owner{
			{
				CIK: known("0000900001"), Name: known("DOE JANE Q"),
				Address: ownership.Address{Street1: known("1 MAIN STREET"), Street2: blank[string](), City: known("SPRINGFIELD"), State: known("IL"), ZipCode: known("62701")},
				Relationship: ownership.Relationship{
					IsDirector: known(true), IsOfficer: known(true), IsTenPercentOwner: known(false), IsOther: known(true),
					OfficerTitle: known("CEO & Chair"), OtherText: known("Trustee"),
				},
			},
			{
				CIK: known("0000900002"), Name: known("DOE FAMILY TRUST"),
				Address:      ownership.Address{State: known("A6"), StateDescription: known("ONTARIO, CANADA")},
				Relationship: ownership.Relationship{IsTenPercentOwner: known(true), IsDirector: malformed[bool]("perhaps")},
			},
		},
		Footnotes: []ownership.Footnote{
			{ID: "F1", Text: known("Sold in \"multiple\" trades,\tat $10.00\r\n to $10.50; see\u00a0note (2).")},
			{ID: "F2", Text: known("=HYPERLINK(\"http://127.0.0.1/\")")},
			{ID: "F3", Text: blank[string]()},
		},
		Remarks:    known("Exhibit 24\n\n\tattached, as \"filed\"."),
		Signatures: []ownership.Signature{{Name: known("/s/ Jane Doe, by power"), Date: day(t, "2025-03-07")}, {Name: known("/s/ Jane Doe, trustee")}},
	}
	f.TableI = []ownership.Row{
		{
			Kind: ownership.Transaction, SecurityTitle: known("Common Stock, $.01 par value"), FormType: known("4"),
			Transaction: ownership.Trade{
				Date: day(t, "2025-03-05", "F2"), Code: known("M", "F1"), EquitySwapInvolved: known(false, "F3", "F1"),
				Timeliness: blank[ownership.Timeliness](), Shares: decimal(t, "10000.0000"), Price: decimal(t, "0"),
				AcquiredDisposed: known(ownership.Acquired),
			},
			SharesFollowing: decimal(t, "110000"), Ownership: known(ownership.Direct),
		},
		{
			Kind: ownership.Holding, SecurityTitle: known("Common Stock, $.01 par value"),
			SharesFollowing: decimal(t, "2500.5"), Ownership: known(ownership.Indirect, "F2"), NatureOfOwnership: known("By\tTrust", "F2", "F3"),
		},
		{
			Kind: ownership.Transaction, SecurityTitle: known("Common Stock, $.01 par value"), FormType: known("5"),
			Transaction: ownership.Trade{
				Date: day(t, "2025-03-06"), DeemedExecutionDate: blank[ownership.Date](), Code: known("S"), EquitySwapInvolved: known(true),
				Timeliness: known(ownership.Early), Shares: malformed[ownership.Decimal]("4,000 &amp; <![CDATA[\n 5]]>"), Price: blank[ownership.Decimal]("F1", "F2"),
				AcquiredDisposed: known(ownership.Disposed),
			},
			ValueFollowing: decimal(t, "1060000.00"), Ownership: known(ownership.Direct),
		},
	}
	f.TableII = []ownership.Row{
		{
			Kind: ownership.Holding, SecurityTitle: known("Warrant"), ConversionOrExercisePrice: blank[ownership.Decimal]("F1"),
			FormType: known("3", "F3"), ExerciseDate: malformed[ownership.Date]("Immed.", "F2"), ExpirationDate: day(t, "2030-12-31"),
			UnderlyingTitle: known("Common Stock"), UnderlyingValue: decimal(t, "50000"), Ownership: known(ownership.Indirect),
		},
		{
			Kind: ownership.Transaction, SecurityTitle: known("Option"), ConversionOrExercisePrice: decimal(t, "0.68"), FormType: known("4"),
			Transaction: ownership.Trade{
				Date: day(t, "2025-03-05"), Code: known("M"), EquitySwapInvolved: known(false), TotalValue: decimal(t, "6800.00", "F1"),
				Price: decimal(t, "0"), AcquiredDisposed: known(ownership.Disposed),
			},
			ExerciseDate: day(t, "2021-01-01"), ExpirationDate: blank[ownership.Date]("F1"),
			UnderlyingTitle: known("Common Stock"), UnderlyingShares: decimal(t, "10000"),
			SharesFollowing: decimal(t, "625"), Ownership: known(ownership.Direct),
		},
	}
	return f
}

// nothing is a Form 3 that owns nothing, from a bare file.
func nothing(t testing.TB) *ownership.Filing {
	return &ownership.Filing{
		Source:            ownership.Source{Name: "filings.zip/form3.nothing.xml", Format: "ownership-xml"},
		DocumentType:      known(ownership.Form3),
		PeriodOfReport:    day(t, "2024-12-31"),
		NoSecuritiesOwned: known(true),
		Issuer:            ownership.Issuer{CIK: known("42"), Name: known("\"Quoted\", Ltd."), TradingSymbol: blank[string]()},
		Owners:            []ownership.Owner{{Name: known("ROE RICHARD")}},
		Signatures:        []ownership.Signature{{Name: known("/s/ Richard Roe"), Date: malformed[ownership.Date]("soon")}},
	}
}
