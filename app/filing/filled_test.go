package filing_test

import (
	"fmt"
	"reflect"

	"filingview/parser/ownership"
)

// filled is a filing with a value in every cell that the model has, two of
// everything of which there can be several, and a footnote on every cell.
func filled() *ownership.Filing {
	var f ownership.Filing
	n := 0
	fill(reflect.ValueOf(&f).Elem(), &n)
	f.DocumentType.V = ownership.Form4A
	for i := range f.Footnotes {
		f.Footnotes[i].ID = fmt.Sprintf("F%d", i+1)
	}
	for i := range f.TableI {
		f.TableI[i].Kind, f.TableII[i].Kind = ownership.Transaction, ownership.RowKind(i)
	}
	return &f
}

func fill(v reflect.Value, n *int) {
	*n++
	switch v.Kind() {
	case reflect.String:
		v.SetString(fmt.Sprintf("%s %d", v.Type().Name(), *n))
	case reflect.Bool:
		v.SetBool(*n%2 == 0)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			fill(v.Index(i), n)
		}
	case reflect.Struct:
		switch x := v.Addr().Interface().(type) {
		case *ownership.Reading:
			*x = ownership.Reading{State: ownership.Known, Raw: fmt.Sprint("raw ", *n), Notes: []string{"F1", "F2"}}
		case *ownership.Decimal:
			*x = ownership.NewDecimal(int64(*n)*1_234_567, *n%5)
		case *ownership.Date:
			*x = ownership.Date{Year: 2024, Month: uint8(1 + *n%12), Day: uint8(1 + *n%28)}
		case *ownership.Time:
			*x = ownership.Time{Date: ownership.Date{Year: 2024, Month: 3, Day: 5}, Hour: uint8(*n % 24)}
		case *ownership.Span:
		default:
			for i := range v.NumField() {
				fill(v.Field(i), n)
			}
		}
	}
}

func cell[T any](v T, notes ...string) ownership.Value[T] {
	return ownership.Value[T]{V: v, Reading: ownership.Reading{State: ownership.Known, Raw: fmt.Sprint(v), Notes: notes}}
}

func blank[T any](notes ...string) ownership.Value[T] {
	return ownership.Value[T]{Reading: ownership.Reading{State: ownership.Blank, Notes: notes}}
}

func malformed[T any](raw string) ownership.Value[T] {
	return ownership.Value[T]{Reading: ownership.Reading{State: ownership.Malformed, Raw: raw}}
}

// odd is a filing of what goes wrong: note ids of every shape, twice and missing,
// cells that cannot be read, were repaired, are blank, and text that looks like
// markup.
func odd() *ownership.Filing {
	const hostile = `"><img src=x onerror=alert(1)><script>&amp;`
	f := &ownership.Filing{
		DocumentType:   cell(ownership.Form4),
		PeriodOfReport: cell(ownership.Date{Year: 2024, Month: 3, Day: 5}, "F1"),
		Plan10b51:      malformed[bool]("maybe"),
		Remarks:        cell(hostile),
	}
	f.Source.Name = hostile
	f.Issuer.Name = cell(hostile + " \u202eevil")
	f.Owners = []ownership.Owner{{Name: cell(hostile)}, {}}
	f.Owners[0].Relationship.IsOfficer = cell(true)
	f.Owners[0].Relationship.OfficerTitle = cell(hostile)
	f.Owners[0].Relationship.IsDirector = malformed[bool]("ja")
	f.Header.Other = []ownership.Fact{{Label: hostile, Value: cell(hostile)}}
	f.Header.Parties = []ownership.Party{{Role: "filer", Other: []ownership.Fact{{Label: "FAX", Value: cell("none")}}}}

	price := cell(ownership.NewDecimal(850, 2))
	price.How = ownership.Repaired
	price.Raw = "8.5O"
	price.Repairs = []ownership.Repair{{Reason: `the letter O stands for a "0"`, Confidence: "certain"}}
	label := cell("a note whose label was lost")
	label.How = ownership.Repaired
	label.Repairs = []ownership.Repair{{
		Reason:     "one note has no number, and one mark no note",
		Evidence:   []string{"tableI[0].transaction.price", "tableI[0].transaction.timeliness", "nothing.at.all", hostile},
		Confidence: "likely",
	}}
	once := cell(ownership.NewDecimal(625, 0))
	once.How, once.Raw = ownership.Guessed, "625\u202e"
	once.Repairs = []ownership.Repair{{Reason: "one of two readings begins with 0", Evidence: []string{"025"}, Confidence: "possible"}}
	guess := cell("nothing confirms it")
	guess.How = ownership.Guessed
	unsure := malformed[ownership.Date]("101/19/2011")
	unsure.How = ownership.Repaired
	unsure.Repairs = []ownership.Repair{{Reason: "two dates are as likely."}}
	f.TableI = []ownership.Row{
		{
			Kind:          ownership.Transaction,
			SecurityTitle: cell(hostile, "F 1", "é", "F1", "F1", "F9"),
			FormType:      cell("5"),
			Transaction: ownership.Trade{
				Date:                malformed[ownership.Date]("31/02/2024"),
				DeemedExecutionDate: blank[ownership.Date](),
				Code:                cell(hostile),
				EquitySwapInvolved:  cell(true),
				Timeliness:          cell(ownership.Early),
				Shares:              cell(ownership.NewDecimal(100000000, 4)),
				TotalValue:          cell(ownership.NewDecimal(25, 1)),
				Price:               price,
				AcquiredDisposed:    cell(ownership.Acquired),
			},
			SharesFollowing:   malformed[ownership.Decimal](hostile),
			Ownership:         blank[ownership.DirectIndirect]("F1"),
			NatureOfOwnership: cell(hostile),
			UnderlyingTitle:   cell("not a field of this table"),
		},
		{Kind: ownership.Holding, SharesFollowing: blank[ownership.Decimal]("F2"), Ownership: cell(ownership.DirectIndirect("X"))},
		{Kind: ownership.Transaction, Transaction: ownership.Trade{
			Code: cell("S"), Shares: once, DeemedExecutionDate: unsure, Price: cell(ownership.NewDecimal(0, 0)), AcquiredDisposed: cell(ownership.Disposed), Timeliness: cell(ownership.Late),
		}, NatureOfOwnership: guess},
	}
	f.Footnotes = []ownership.Footnote{
		{ID: "F1", Text: cell(hostile)}, {ID: "F1", Text: cell("a second note of this id")},
		{ID: "F 1", Text: blank[string]()}, {ID: "é"}, {ID: "", Text: cell("no id")}, {ID: hostile, Text: cell("an id of markup")},
		{ID: "F12", Text: label},
		{ID: "F1_2", Text: cell("an id that the second might have had")},
	}
	f.Findings = []ownership.Finding{
		{Rule: ownership.RuleFootnoteDangling, Severity: ownership.Error, Message: hostile, Paths: []string{"tableI[0].securityTitle"}},
		{Rule: ownership.RulePriceMissingNoFootnote, Severity: ownership.Warning, Message: "No price.", Paths: []string{"tableI[1].transaction.price", "tableI[1]", "tableI[7].securityTitle", "footnotes[3].text", "nothing.at.all"}},
		{Rule: ownership.RuleXMLStrayText, Severity: ownership.Info, Message: "Text between elements.", At: []ownership.Span{{Start: 1200, End: 1204}, {Page: 2}}, Evidence: []string{hostile}},
		{Rule: ownership.RuleRoundNumberTypo, Severity: ownership.Hint, Message: "Look."},
	}
	return f
}
