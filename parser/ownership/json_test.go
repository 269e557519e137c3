package ownership_test

import (
	"encoding/json"
	"reflect"
	"testing"

	"filingview/parser/ownership"
)

// states returns filings whose every cell is in one state.
func states(t testing.TB) map[string]*ownership.Filing {
	malformed := filled(t)
	eachCell(reflect.ValueOf(malformed).Elem(), func(v reflect.Value, r *ownership.Reading) {
		v.SetZero()
		r.State = ownership.Malformed
	})
	blank := filled(t)
	eachCell(reflect.ValueOf(blank).Elem(), func(v reflect.Value, r *ownership.Reading) {
		v.SetZero()
		*r = ownership.Reading{State: ownership.Blank}
	})
	return map[string]*ownership.Filing{"empty": {}, "filled": filled(t), "malformed": malformed, "blank": blank}
}

func TestJSONRoundTripIsIdentity(t *testing.T) {
	all := states(t)
	zero := filled(t)
	eachCell(reflect.ValueOf(zero).Elem(), func(v reflect.Value, r *ownership.Reading) {
		v.SetZero()
		*r = ownership.Reading{State: ownership.Known}
	})
	all["known zeros"] = zero
	for name, f := range all {
		t.Run(name, func(t *testing.T) {
			data, err := json.Marshal(f)
			if err != nil {
				t.Fatal(err)
			}
			var back ownership.Filing
			if err := json.Unmarshal(data, &back); err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(f, &back) {
				again, _ := json.Marshal(&back)
				t.Errorf("the filing came back different\n%s\n%s", data, again)
			}
		})
	}
}

func TestSourceTextDoesNotTravel(t *testing.T) {
	f := &ownership.Filing{Source: ownership.Source{
		Name: "a.xml", Text: "<ownershipDocument/>", Pages: []ownership.Page{{Width: 612, Height: 792}},
	}}
	data, err := json.Marshal(f)
	if err != nil {
		t.Fatal(err)
	}
	if want := `{"source":{"name":"a.xml"}}`; string(data) != want {
		t.Errorf("got %s, want %s", data, want)
	}
}

func TestKnownZeroIsWritten(t *testing.T) {
	// A price of 0 and a flag that says no are facts, not gaps.
	var f ownership.Filing
	f.Plan10b51.State = ownership.Known
	f.TableI = make([]ownership.Row, 1)
	f.TableI[0].Transaction.Price.State = ownership.Known
	f.TableI[0].Transaction.Shares.State = ownership.Blank
	data, err := json.Marshal(&f)
	if err != nil {
		t.Fatal(err)
	}
	var document any
	if err := json.Unmarshal(data, &document); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]any{
		"plan10b51.value":                   false,
		"tableI[0].transaction.price.value": "0",
	} {
		if got, err := resolve(document, path); err != nil || got != want {
			t.Errorf("%s is %v (%v), want %v", path, got, err, want)
		}
	}
	if got, err := resolve(document, "tableI[0].transaction.shares.value"); err == nil {
		t.Errorf("a blank cell has the value %v", got)
	}
}

func TestJSONRefusesWhatIsNoName(t *testing.T) {
	for _, data := range []string{
		`{"plan10b51":{"state":"maybe"}}`,
		`{"plan10b51":{"state":"known","how":"divined"}}`,
		`{"tableI":[{"kind":"option"}]}`,
		`{"findings":[{"severity":"fatal"}]}`,
		`{"periodOfReport":{"value":"2024-02-30"}}`,
		`{"header":{"acceptedAt":{"value":"2024-02-03 10:11:12"}}}`,
		`{"header":{"acceptedAt":{"value":"2024x02x03T10:11:12"}}}`,
		`{"tableI":[{"sharesFollowing":{"value":"1,000"}}]}`,
	} {
		var f ownership.Filing
		if err := json.Unmarshal([]byte(data), &f); err == nil {
			t.Errorf("%s was accepted", data)
		}
	}
	for _, v := range []any{ownership.State(9), ownership.How(9), ownership.Severity(9), ownership.RowKind(9)} {
		if data, err := json.Marshal(v); err == nil {
			t.Errorf("%v was written as %s", v, data)
		}
	}
}
