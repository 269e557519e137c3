package export_test

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"filingview/parser/export"
	"filingview/parser/ownership"
)

func TestPropertiesOfBuiltFilings(t *testing.T) {
	all := []*ownership.Filing{exercise(t), nothing(t), {}}
	checkTables(t, all)
	checkLines(t, all)
}

// TestPropertiesOfWildFilings: no text, state or name breaks a row.
func TestPropertiesOfWildFilings(t *testing.T) {
	for seed := range uint64(20) {
		r := rand.New(rand.NewPCG(seed, 345))
		var all []*ownership.Filing
		for range 20 {
			all = append(all, wild(t, r))
		}
		checkTables(t, all)
		checkLines(t, all)
	}
}

// checkTables holds both spellings of the tables to what is true of any: rows in
// are rows out, each under the key of its filing and in order, no cell breaks a
// row, and no note that a line cites is lost.
func checkTables(t *testing.T, filings []*ownership.Filing) {
	t.Helper()
	tsv, _ := write(t, "sec", filings)
	csv, _ := write(t, "csv", filings)
	var keys []string
	for _, row := range rowsOf(t, "SUBMISSION.tsv", tsv["SUBMISSION.tsv"].Bytes()) {
		keys = append(keys, row["ACCESSION_NUMBER"])
	}
	if len(keys) != len(filings) {
		t.Fatalf("%d filings have %d keys", len(filings), len(keys))
	}
	if unique := slices.Compact(slices.Sorted(slices.Values(keys))); len(unique) != len(keys) {
		t.Errorf("some keys are the same: %q", keys)
	}
	for _, table := range []struct {
		name string
		rows func(f *ownership.Filing) []any
	}{
		{"SUBMISSION", func(f *ownership.Filing) []any { return []any{f} }},
		{"REPORTINGOWNER", func(f *ownership.Filing) []any { return pointers(f.Owners) }},
		{"NONDERIV_TRANS", func(f *ownership.Filing) []any { return ofKind(f.TableI, ownership.Transaction) }},
		{"NONDERIV_HOLDING", func(f *ownership.Filing) []any { return ofKind(f.TableI, ownership.Holding) }},
		{"DERIV_TRANS", func(f *ownership.Filing) []any { return ofKind(f.TableII, ownership.Transaction) }},
		{"DERIV_HOLDING", func(f *ownership.Filing) []any { return ofKind(f.TableII, ownership.Holding) }},
		{"FOOTNOTES", func(f *ownership.Filing) []any { return pointers(f.Footnotes) }},
		{"OWNER_SIGNATURE", func(f *ownership.Filing) []any { return pointers(f.Signatures) }},
	} {
		name := table.name + ".tsv"
		cells := cellsOf(t, name, tsv[name].Bytes())
		if other := cellsOf(t, table.name+".csv", csv[table.name+".csv"].Bytes()); !reflect.DeepEqual(cells, other) {
			t.Errorf("%s: TSV and CSV differ", table.name)
		}
		for i, row := range cells {
			for j, cell := range row {
				if cell != strings.Join(strings.Fields(cell), " ") || strings.ContainsFunc(cell, func(r rune) bool { return r < ' ' }) {
					t.Errorf("%s: row %d, %s: %q has loose white space", name, i, cells[0][j], cell)
				}
			}
		}
		out := rowsOf(t, name, tsv[name].Bytes())
		n := 0
		for i, f := range filings {
			for _, in := range table.rows(f) {
				if n >= len(out) {
					t.Fatalf("%s: only %d rows", name, len(out))
				}
				row := out[n]
				n++
				if row["ACCESSION_NUMBER"] != keys[i] {
					t.Fatalf("%s: row %d has the key %q, want %q", name, n, row["ACCESSION_NUMBER"], keys[i])
				}
				if number, ok := row[table.name+"_SK"]; ok && number != strconv.Itoa(n) {
					t.Errorf("%s: row %d has the number %s", name, n, number)
				}
				if line, ok := in.(*ownership.Row); ok {
					if got, want := notesOut(row), notesIn(line); !slices.Equal(got, want) {
						t.Errorf("%s: row %d has the notes %q, the line cites %q", name, n, got, want)
					}
				}
			}
		}
		if n != len(out) {
			t.Errorf("%s: %d rows out, %d in", name, len(out), n)
		}
	}
}

func pointers[T any](s []T) []any {
	var all []any
	for i := range s {
		all = append(all, &s[i])
	}
	return all
}

func ofKind(rows []ownership.Row, kind ownership.RowKind) []any {
	var all []any
	for i := range rows {
		if rows[i].Kind == kind {
			all = append(all, &rows[i])
		}
	}
	return all
}

// notesOut collects the notes of a row's _FN columns.
func notesOut(row map[string]string) []string {
	var ids []string
	for column, cell := range row {
		if strings.HasSuffix(column, "_FN") && cell != "" {
			ids = append(ids, strings.Split(cell, ", ")...)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// notesIn collects the notes on the cells of a line.
func notesIn(line *ownership.Row) []string {
	f := ownership.Filing{TableI: []ownership.Row{*line}}
	var ids []string
	for r := range f.Readings() {
		ids = append(ids, r.Notes...)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// checkLines: each line of the JSON is a filing that comes back as it was.
func checkLines(t *testing.T, filings []*ownership.Filing) {
	t.Helper()
	files, _ := write(t, "json", filings)
	lines := bytes.SplitAfter(files["filings.jsonl"].Bytes(), []byte("\n"))
	if last := len(lines) - 1; len(lines[last]) > 0 {
		t.Errorf("the last line has no end: %q", lines[last])
	} else {
		lines = lines[:last]
	}
	if len(lines) != len(filings) {
		t.Fatalf("%d filings gave %d lines", len(filings), len(lines))
	}
	for i, line := range lines {
		var f ownership.Filing
		if err := json.Unmarshal(line, &f); err != nil {
			t.Fatalf("line %d: %v", i+1, err)
		}
		want := *filings[i]
		want.Source.Text = ""
		if !reflect.DeepEqual(&f, &want) {
			t.Errorf("line %d: %s came back different", i+1, want.Source.Name)
		}
	}
}

// TestOrderOfNotes: the notes of a cell stay in the order of citing, each once.
func TestOrderOfNotes(t *testing.T) {
	f := &ownership.Filing{TableI: []ownership.Row{{Kind: ownership.Transaction}}}
	f.TableI[0].Transaction.Code = known("S", "F9", "F10", "F9")
	f.TableI[0].FormType = known("4", "F1")
	f.TableI[0].Transaction.EquitySwapInvolved = known(false, "F10", "F2")
	files, _ := write(t, "sec", []*ownership.Filing{f})
	rows := rowsOf(t, "NONDERIV_TRANS.tsv", files["NONDERIV_TRANS.tsv"].Bytes())
	if got, want := rows[0]["EQUITY_SWAP_TRANS_CD_FN"], "F9, F10, F1, F2"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestMalformedCellsGiveTheirText(t *testing.T) {
	for raw, want := range map[string]string{
		"1,000":                        "1,000",
		"a &lt; b &gt; c &quot;&apos;": "a < b > c \"'",
		"&amp;amp;":                    "&amp;",
		"&#49;&#x32;&#x1F600;":         "12😀",
		"10&#9;20&#10;30":              "10 20 30",
		"&nbsp;&#0;&#xD800;&#;&":       "&nbsp;&#0;&#xD800;&#;&",
		"&#+49;&#-1;&#x110000;":        "&#+49;&#-1;&#x110000;",
		"<![CDATA[1 & 2 <3>]]>,4":      "1 & 2 <3>,4",
		"1<!-- one -->2":               "12",
		"1<!-- open &amp; 2":           "1<!-- open &amp; 2",
		"1<![CDATA[open &amp; 2":       "1<![CDATA[open &amp; 2",
		"<b>1</b> < 2":                 "<b>1</b> < 2",
		" \n ":                         "",
	} {
		f := &ownership.Filing{Signatures: []ownership.Signature{{Date: malformed[ownership.Date](raw)}}}
		files, _ := write(t, "sec", []*ownership.Filing{f})
		rows := rowsOf(t, "OWNER_SIGNATURE.tsv", files["OWNER_SIGNATURE.tsv"].Bytes())
		if got := rows[0]["OWNERSIGNATUREDATE"]; got != want {
			t.Errorf("%q gives %q, want %q", raw, got, want)
		}
	}
}

func TestNumbersAreAsFiled(t *testing.T) {
	for _, c := range []struct {
		raw, read string
		how       ownership.How
		want      string
	}{
		{"8.50", "8.50", ownership.Tagged, "8.50"},
		{".5", ".5", ownership.Tagged, ".5"},
		{"12.", "12.", ownership.Tagged, "12."},
		{"+5", "+5", ownership.Tagged, "+5"},
		{"007", "007", ownership.Tagged, "007"},
		{"1.0000000000000000000000", "1.0000000000000000000000", ownership.Tagged, "1.0000000000000000000000"},
		{"<![CDATA[ 7.0 ]]>", "7.0", ownership.Tagged, "7.0"},
		{"&#55;.0", "7.0", ownership.Tagged, "7.0"},
		{"<b>7.0</b>", "7.0", ownership.Tagged, "7.0"},
		{"$ 1,000.0", "1000.0", ownership.Labeled, "1000.0"},
		{"10,0001A", "10000", ownership.Repaired, "10000"},
		{".5", ".5", ownership.Placed, "0.5"},
	} {
		v := decimal(t, c.read)
		v.Raw, v.How = c.raw, c.how
		files, _ := write(t, "sec", []*ownership.Filing{{TableII: []ownership.Row{{ConversionOrExercisePrice: v}}}})
		rows := rowsOf(t, "DERIV_HOLDING.tsv", files["DERIV_HOLDING.tsv"].Bytes())
		if got := rows[0]["CONV_EXERCISE_PRICE"]; got != c.want {
			t.Errorf("%s, %s, gives %q, want %q", c.raw, c.how, got, c.want)
		}
	}
}

func TestLinesAreWrittenAsTheyStand(t *testing.T) {
	var b bytes.Buffer
	f := &ownership.Filing{Source: ownership.Source{Name: "<a> & b\u2028.xml"}}
	f.Remarks = known("A & B < C\nD")
	if err := export.WriteLine(&b, f); err != nil {
		t.Fatal(err)
	}
	want := `{"source":{"name":"<a> & b\u2028.xml"},"remarks":{"value":"A & B < C\nD","state":"known","raw":"A & B < C\nD"}}` + "\n"
	if b.String() != want {
		t.Errorf("got  %swant %s", b.String(), want)
	}
}
