package filing

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"filingview/app/field"
	"filingview/app/wire"
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
			switch field := typ.Field(i).Type; {
			case strings.HasPrefix(field.Name(), "Value["):
				want = append(want, prefix+name)
			case name == "transaction":
				walk(field, name+".")
			}
		}
	}
	walk(reflect.TypeFor[ownership.Row](), "")
	slices.Sort(want)
	for _, form := range []byte{'3', '4', '5'} {
		for table := 1; table <= 2; table++ {
			var got []string
			for _, c := range field.Columns(table, form) {
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
		for _, column := range field.Columns(c.table, c.form) {
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

// long is a filing with many lines, all citing one note.
func long(rows int) *ownership.Filing {
	known := ownership.Reading{State: ownership.Known, Raw: "x", Notes: []string{"F1"}}
	f := &ownership.Filing{Footnotes: []ownership.Footnote{{ID: "F1", Text: ownership.Value[string]{V: "x", Reading: known}}}}
	for range rows {
		f.TableI = append(f.TableI, ownership.Row{SecurityTitle: ownership.Value[string]{V: "Common Stock", Reading: known}})
	}
	return f
}

// TestChunks: they hold everything that is to be shown once and in order, and
// none is so big that it would hold up the page.
func TestChunks(t *testing.T) {
	for _, rows := range []int{0, 1, 30, 300, 10_000} {
		s := New(wire.Ref{File: 1}, long(rows))
		var l look
		for {
			for p := range parts {
				at := 0
				for _, c := range s.chunks(p, &l) {
					if c.part != p || c.from != at || c.to <= c.from {
						t.Fatalf("%d rows: %v does not follow %d", rows, c, at)
					}
					at = c.to
					cost := 0
					for i := c.from; i < c.to; i++ {
						cost += s.cost(p, i)
					}
					if cost > chunkCost && c.to > c.from+1 {
						t.Errorf("%d rows: %v costs %d", rows, c, cost)
					}
				}
				if at != s.shown(p, &l) {
					t.Errorf("%d rows: %d of part %d are drawn, want %d", rows, at, p, s.shown(p, &l))
				}
			}
			for l.done = false; !l.done; {
				before := l.drawn
				s.drawNext(&l)
				cost, last, chunks := 0, 0, 0
				for p := range parts {
					for _, c := range s.chunks(p, &l)[before[p]:l.drawn[p]] {
						chunks++
						last = 0
						for i := c.from; i < c.to; i++ {
							last += s.cost(p, i)
						}
						cost += last
					}
				}
				if chunks == 0 && !l.done || cost-last >= turnCost {
					t.Fatalf("%d rows: %d chunks in a turn, which cost %d", rows, chunks, cost)
				}
			}
			for p := range parts {
				if l.drawn[p] != len(s.chunks(p, &l)) {
					t.Errorf("%d rows: part %d is not drawn to its end", rows, p)
				}
			}
			if s.shown(partTableI, &l) == rows {
				break
			}
			l.windows[partTableI]++
		}
		if l.windows[partTableI] > 0 && rows <= window {
			t.Errorf("%d rows are not shown at once", rows)
		}
	}
}

// TestWhereIs finds the part that a link's place is in, shown or not.
func TestWhereIs(t *testing.T) {
	s := New(wire.Ref{File: 1}, long(700))
	for id, want := range map[string]struct {
		part part
		n    int
		ok   bool
	}{
		"cell-tableI[650].securityTitle": {partTableI, 650, true},
		"cell-tableI[700].securityTitle": {partTableI, 700, false},
		"cell-tableI[3]":                 {partTableI, 3, true},
		"cell-footnotes[0].text":         {partNotes, 0, true},
		"footnote-F1":                    {partNotes, 0, true},
		"cell-remarks":                   {},
		"main":                           {},
	} {
		p, n, ok := s.whereIs(id)
		if ok != want.ok || ok && (p != want.part || n != want.n) {
			t.Errorf("%s is in part %d at %d (%v), want %v", id, p, n, ok, want)
		}
	}
}

func TestLabels(t *testing.T) {
	f := long(2)
	f.Header.Other = []ownership.Fact{{Label: "GROUP MEMBERS"}}
	f.Header.Parties = []ownership.Party{{Other: []ownership.Fact{{Label: "FAX"}}}}
	s := New(wire.Ref{File: 1}, f)
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
		if got := s.label(path); got != want {
			t.Errorf("label(%q) = %q, want %q", path, got, want)
		}
	}
}
