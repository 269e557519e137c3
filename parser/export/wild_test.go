package export_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"filingview/parser/ownership"
)

// wild builds a filing that no filer would: any cell in any state, with text made
// to break tables.
func wild(t testing.TB, r *rand.Rand) *ownership.Filing {
	words := []string{"a", "Doe", "\t", "\n", "\r\n", "\r", " ", "  ", "\"", "'", ",", ";", "\\", "\\N", "=1+1", "@", "-", "é", "\u00a0", "\u2028", "\u0085",
		"\x00", "\x0b", "\x1c", "&amp;", "&#9;", "&#10;", "&#x1F;", "<![CDATA[\t]]>", "<!-- \n -->", "<![CDATA[", "&", "<", "#2", "/", ".xml", "日本"}
	text := func() string {
		var b strings.Builder
		for range r.IntN(6) {
			b.WriteString(words[r.IntN(len(words))])
		}
		return b.String()
	}
	notes := func() []string {
		var ids []string
		for range max(0, r.IntN(5)-2) {
			ids = append(ids, fmt.Sprintf("F%d", 1+r.IntN(12)))
		}
		return ids
	}
	f := &ownership.Filing{Source: ownership.Source{Name: text()}}
	f.Owners = sliceOf[ownership.Owner](r)
	f.TableI, f.TableII = sliceOf[ownership.Row](r), sliceOf[ownership.Row](r)
	f.Footnotes, f.Signatures = sliceOf[ownership.Footnote](r), sliceOf[ownership.Signature](r)
	f.Header.Parties = sliceOf[ownership.Party](r)
	for i := range f.Header.Parties {
		f.Header.Parties[i].Role = "reporting-owner"
	}
	for i := range f.Footnotes {
		f.Footnotes[i].ID = text()
	}
	random(t, r, reflect.ValueOf(f).Elem(), text, notes)
	for i := range f.TableI {
		f.TableI[i] = onlyColumns(f.TableI[i], false)
	}
	for i := range f.TableII {
		f.TableII[i] = onlyColumns(f.TableII[i], true)
	}
	return f
}

func sliceOf[T any](r *rand.Rand) []T {
	if n := r.IntN(4); n > 0 {
		return make([]T, n)
	}
	return nil
}

// random gives every cell a random state and what belongs to it.
func random(t testing.TB, r *rand.Rand, v reflect.Value, text func() string, notes func() []string) {
	switch p := v.Addr().Interface().(type) {
	case *ownership.RowKind:
		*p = ownership.RowKind(r.IntN(2))
		return
	case *ownership.Reading:
		p.State = ownership.State(r.IntN(4))
		if p.State != ownership.Absent {
			p.Notes = notes()
		}
		if p.State == ownership.Malformed {
			p.Raw = text()
		}
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).Name != "V" {
				random(t, r, v.Field(i), text, notes)
			}
		}
		if reading := v.FieldByName("Reading"); reading.IsValid() && reading.Interface().(ownership.Reading).State == ownership.Known {
			value(t, r, v.FieldByName("V"), text)
		}
	case reflect.Slice:
		for i := range v.Len() {
			random(t, r, v.Index(i), text, notes)
		}
	}
}

func value(t testing.TB, r *rand.Rand, v reflect.Value, text func() string) {
	switch p := v.Addr().Interface().(type) {
	case *string:
		*p = text()
	case *bool:
		*p = r.IntN(2) == 1
	case *ownership.Decimal:
		*p = ownership.NewDecimal(r.Int64N(1e12)-r.Int64N(1e12), r.IntN(5))
	case *ownership.Date:
		*p = ownership.Date{Year: int16(1 + r.IntN(9999)), Month: uint8(1 + r.IntN(12)), Day: uint8(1 + r.IntN(28))}
	case *ownership.Time:
		p.Date = ownership.Date{Year: 2024, Month: 2, Day: 29}
	case *ownership.DocumentType:
		*p = ownership.Form4A
	case *ownership.AcquiredDisposed:
		*p = ownership.Acquired
	case *ownership.DirectIndirect:
		*p = ownership.Indirect
	case *ownership.Timeliness:
		*p = ownership.Late
	default:
		t.Fatalf("tell value how to make a %T", p)
	}
}

// onlyColumns takes away the cells of a line that its table has no column for.
func onlyColumns(row ownership.Row, derivative bool) ownership.Row {
	if row.Kind == ownership.Holding {
		row.Transaction = ownership.Trade{}
	}
	if !derivative {
		row.Transaction.TotalValue = ownership.Value[ownership.Decimal]{}
		row.ConversionOrExercisePrice, row.UnderlyingShares, row.UnderlyingValue = ownership.Value[ownership.Decimal]{}, ownership.Value[ownership.Decimal]{}, ownership.Value[ownership.Decimal]{}
		row.ExerciseDate, row.ExpirationDate = ownership.Value[ownership.Date]{}, ownership.Value[ownership.Date]{}
		row.UnderlyingTitle = ownership.Value[string]{}
	}
	return row
}
