package wire

import (
	"fmt"
	"math/rand/v2"
	"reflect"

	"filingview/parser/ownership"
)

// filler fills values by reflection, so that a field that a codec forgets
// cannot hide: each gets a value of its own that is not zero.
type filler struct {
	r *rand.Rand
	n int
}

func (f *filler) fill(v reflect.Value) {
	f.n++
	switch p := v.Addr().Interface().(type) {
	case *ownership.Decimal:
		*p = ownership.NewDecimal(int64(f.n)*1000+int64(f.r.IntN(999))+1, f.r.IntN(10))
		return
	case *ownership.State:
		*p = ownership.State(1 + f.r.IntN(3))
		return
	case *ownership.How:
		*p = ownership.How(1 + f.r.IntN(4))
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			f.fill(v.Field(i))
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1+f.r.IntN(2), 2))
		for i := range v.Len() {
			f.fill(v.Index(i))
		}
	case reflect.String:
		v.SetString(fmt.Sprintf("text %d – ü", f.n))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int16, reflect.Int32:
		v.SetInt(int64(f.n%30000 + 1))
	case reflect.Uint8:
		v.SetUint(uint64(f.n%255 + 1))
	case reflect.Float32:
		v.SetFloat(float64(f.n) + 0.25)
	default:
		panic(fmt.Sprintf("a %s cannot be filled", v.Type()))
	}
}

// thin sets about one in share of all parts to zero, so that the tests see cells
// of every combination and not only full ones.
func (f *filler) thin(v reflect.Value, share int) {
	if f.r.IntN(share) == 0 {
		v.SetZero()
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				f.thin(v.Field(i), share)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			f.thin(v.Index(i), share)
		}
	}
}

func filled[T any](seed uint64, share int) T {
	var v T
	f := filler{r: rand.New(rand.NewPCG(seed, 16))}
	f.fill(reflect.ValueOf(&v).Elem())
	if share > 0 {
		f.thin(reflect.ValueOf(&v).Elem(), share)
	}
	return v
}

// placed makes the cells of a filing stand in its source, as those of XML do.
func placed(f *ownership.Filing) {
	source, n := []byte("<ownershipDocument>"), 0
	for r := range f.Readings() {
		if n++; n%5 == 0 {
			continue // some as in a PDF
		}
		start := len(source)
		source = append(source, r.Raw...)
		r.At = []ownership.Span{{Start: int32(start), End: int32(len(source))}}
		source = append(source, "</value>\n"...)
	}
	f.Source.Text = string(source)
}
