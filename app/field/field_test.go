package field

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"filingview/parser/ownership"
)

// TestColumnsCoverRows: a field that ownership.Row gains must get a column of
// each table of each form, or it would not be shown.
func TestColumnsCoverRows(t *testing.T) {
	var want []string
	var walk func(t reflect.Type, prefix string)
	walk = func(typ reflect.Type, prefix string) {
		for i := range typ.NumField() {
			name, _, _ := strings.Cut(typ.Field(i).Tag.Get("json"), ",")
			switch kind := typ.Field(i).Type; {
			case strings.HasPrefix(kind.Name(), "Value["):
				want = append(want, prefix+name)
			case name == "transaction":
				walk(kind, name+".")
			}
		}
	}
	walk(reflect.TypeFor[ownership.Row](), "")
	slices.Sort(want)
	for _, form := range []byte{'3', '4', '5'} {
		for table := 1; table <= 2; table++ {
			var got []string
			for _, c := range Columns(table, form) {
				for _, f := range c.Fields {
					got = append(got, f.Path)
				}
			}
			slices.Sort(got)
			if !slices.Equal(got, want) {
				t.Errorf("Form %c, Table %d has %q, want %q", form, table, got, want)
			}
		}
	}
}

// TestSECNames holds the numbering of the printed forms (17 CFR 249.103 to 105).
func TestSECNames(t *testing.T) {
	for _, c := range []struct {
		form  byte
		table int
		want  string
	}{
		{'3', 1, "1. 2. 3. 4."},
		{'3', 2, "1. 2. 3. 4. 5. 6."},
		{'4', 1, "1. 2. 2A. 3. 3. 4. 4. 4. 5. 6. 7."},
		{'4', 2, "1. 2. 3. 3A. 4. 4. 5. 5. 6. 7. 8. 9. 10. 11."},
		{'5', 1, "1. 2. 2A. 3. 4. 4. 4. 5. 6. 7."},
		{'5', 2, "1. 2. 3. 3A. 4. 5. 5. 6. 7. 8. 9. 10. 11."},
	} {
		var got []string
		for _, column := range Columns(c.table, c.form) {
			for _, name := range column.SEC {
				number, _, _ := strings.Cut(name, " ")
				got = append(got, number)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("Form %c, Table %d is numbered %q, want %q", c.form, c.table, got, c.want)
		}
	}
}

// TestLabels: a path is named as a person says it, also one that is not known.
func TestLabels(t *testing.T) {
	f := &ownership.Filing{TableI: make([]ownership.Row, 2), TableII: make([]ownership.Row, 1), Footnotes: []ownership.Footnote{{ID: "F1"}}}
	f.Header.Other = []ownership.Fact{{Label: "GROUP MEMBERS"}}
	f.Header.Parties = []ownership.Party{{Other: []ownership.Fact{{Label: "FAX"}}}}
	for path, want := range map[string]string{
		"tableI[1].transaction.price": "Table I, line 2, price",
		"tableII[0].expirationDate":   "Table II, line 1, expiration date",
		"tableI[1]":                   "Table I, line 2",
		"tableI":                      "Table I",
		"footnotes[0].text":           "Footnote (1)",
		"owners[2].relationship.isTenPercentOwner":   "Owner 3, relationship, 10% owner",
		"issuer.tradingSymbol":                       "Issuer, trading symbol",
		"header.acceptedAt":                          "EDGAR header, accepted at",
		"header.parties[0].mailAddress.street1":      "EDGAR header, party 1, mail address, street, line 1",
		"header.other[0].value":                      "EDGAR header, GROUP MEMBERS",
		"header.parties[0].other[0].value":           "EDGAR header, party 1, FAX",
		"header.parties[0].formerNames[1].changedAt": "EDGAR header, party 1, former name 2, date of change",
		"signatures[1].date":                         "Signature 2, date",
		"schemaVersion":                              "Schema version",
		"notSubjectToSection16":                      "No longer subject to Section 16",
		"tableI[0].transaction.somethingNew":         "Table I, line 1, something new",
	} {
		if got := Label(f, path); got != want {
			t.Errorf("Label(%q) = %q, want %q", path, got, want)
		}
	}
}
