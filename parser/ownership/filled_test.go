package ownership_test

import (
	"fmt"
	"reflect"
	"testing"

	"filingview/parser/ownership"
)

// filled returns a filing in which every field has a value, every cell is known
// and no two texts are the same, so that a forgotten field cannot hide.
func filled(t testing.TB) *ownership.Filing {
	var f ownership.Filing
	n := 0
	fill(t, reflect.ValueOf(&f).Elem(), "Filing", &n)
	f.Source.Text, f.Source.Pages = "", nil // do not travel
	return &f
}

func fill(t testing.TB, v reflect.Value, path string, n *int) {
	*n++
	switch p := v.Addr().Interface().(type) {
	case *ownership.State:
		*p = ownership.Known
		return
	case *ownership.How:
		*p = ownership.Repaired
		return
	case *ownership.Cause:
		return // does not travel in JSON
	case *ownership.RowKind:
		*p = ownership.Transaction
		return
	case *ownership.Rule:
		*p = ownership.RuleFootnoteDangling
		return
	case *ownership.Severity:
		*p = ownership.Warning
		return
	case *ownership.DocumentType:
		*p = ownership.Form5A
		return
	case *ownership.AcquiredDisposed:
		*p = ownership.Disposed
		return
	case *ownership.DirectIndirect:
		*p = ownership.Indirect
		return
	case *ownership.Timeliness:
		*p = ownership.Late
		return
	case *ownership.Decimal:
		*p = ownership.NewDecimal(int64(*n)*10, 2)
		return
	case *ownership.Date:
		*p = ownership.Date{Year: int16(2000 + *n%30), Month: uint8(1 + *n%12), Day: uint8(1 + *n%28)}
		return
	case *ownership.Time:
		fill(t, reflect.ValueOf(&p.Date).Elem(), path+".Date", n)
		p.Hour, p.Minute, p.Second = uint8(1+*n%23), uint8(1+*n%59), uint8(1+*n%58)
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(fmt.Sprintf("text %d <&> é", *n))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int32:
		v.SetInt(int64(*n))
	case reflect.Float32:
		v.SetFloat(float64(*n) + 0.25)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			fill(t, v.Index(i), fmt.Sprintf("%s[%d]", path, i), n)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			fill(t, v.Field(i), path+"."+v.Type().Field(i).Name, n)
		}
	default:
		t.Fatalf("%s is a %s: tell fill how to fill it", path, v.Type())
	}
}

// isCell reports whether the type is a Value.
func isCell(t reflect.Type) bool {
	if t.Kind() != reflect.Struct || t.NumField() != 2 {
		return false
	}
	f := t.Field(1)
	return f.Anonymous && f.Type == reflect.TypeFor[ownership.Reading]()
}

// eachCell calls do with every Value in v, found by reflection.
func eachCell(v reflect.Value, do func(v reflect.Value, r *ownership.Reading)) {
	switch {
	case isCell(v.Type()):
		do(v.Field(0), v.Field(1).Addr().Interface().(*ownership.Reading))
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				eachCell(v.Field(i), do)
			}
		}
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			eachCell(v.Index(i), do)
		}
	}
}
