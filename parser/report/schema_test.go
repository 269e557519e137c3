package report

import (
	"encoding"
	"encoding/json"
	"errors"
	"maps"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"

	"filingview/parser/ownership"
)

const schemaFile = "../../web/check.schema.json"

// compiled returns the published schema, itself checked against the metaschema.
func compiled(t *testing.T) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	s, err := c.Compile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func unmarshal(t *testing.T, data string) any {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// filledReport has every member that there is.
func filledReport() Report {
	amount := ownership.Amount{V: ownership.NewDecimal(1250, 2), Known: true}
	day := ownership.Date{Year: 2024, Month: 3, Day: 4}
	party := ownership.PartyName{CIK: "9990001", Name: "Lantern Works Inc."}
	place := Place{"a.xml", "tableI[0]"}
	evidence := []Evidence{{place, "words"}}
	return Report{
		Rates: ownership.Rates{Lines: 1, Explained: 1},
		Filings: []Filing{{"a.xml", "0009990001-24-000001", ownership.Form4A, day, day, "b.xml", "c.xml", "d.xml",
			&Merge{1, 2, 3, 4}}},
		Accounts: []Account{{
			ownership.AccountSummary{
				ID: "id", Issuer: party, Symbol: "LNTN", Owners: []ownership.PartyName{party}, Table: 2, Title: "Option", Titles: []string{"Option"},
				ConversionOrExercisePrice: "12.50", ExpirationDate: "2030-01-01", UnderlyingTitle: "Common Stock",
				Ownership: ownership.Indirect, Holder: "Trust", Natures: []string{"By Trust"}, Unit: "shares", Opening: amount, Closing: amount, Doubted: 1,
			},
			[]Statement{{"a.xml", ownership.StatementFigures{
				Date: day, Style: ownership.RuleRunningBalance, Opening: amount, Closing: amount, Gap: amount, From: 0, To: 1,
			}}}, 0, 1}},
		Lines: []Line{{"a.xml", "tableI[0]", "id", "b.xml",
			ownership.LineFigures{
				Kind: ownership.Transaction, Date: day, Code: "P", Change: amount, Printed: amount, Computed: amount, Residual: amount,
				Uncounted: ownership.RuleAmendmentMerge, Doubted: true, State: ownership.Explained, Strength: ownership.StrengthProved, Rule: ownership.RuleRounding, Explanation: "Why.",
			},
			evidence, []Link{{ownership.RuleTransferPair, place, "Says."}}}},
		Findings: []Finding{{ownership.RuleRounding, ownership.Warning, "Message.", "a.xml", []Place{place}, []Span{{1, 2}}, evidence, false}},
	}
}

// TestSchemaRefusesWhatIsUnknown puts a member into every object of a filled
// report and expects as many complaints.
func TestSchemaRefusesWhatIsUnknown(t *testing.T) {
	s := compiled(t)
	data, err := json.Marshal(filledReport())
	if err != nil {
		t.Fatal(err)
	}
	v := unmarshal(t, string(data))
	if err := s.Validate(v); err != nil {
		t.Fatal(err)
	}
	strange := map[string]bool{}
	var surprise func(v any, path []string)
	surprise = func(v any, path []string) {
		switch v := v.(type) {
		case map[string]any:
			for name, member := range v {
				surprise(member, slices.Concat(path, []string{name}))
			}
			v["surprise"] = true
			strange[strings.Join(path, "/")] = true
		case []any:
			for i, element := range v {
				surprise(element, slices.Concat(path, []string{strconv.Itoa(i)}))
			}
		}
	}
	surprise(v, nil)
	if len(strange) != 15 {
		t.Errorf("%d objects in a filled report", len(strange))
	}
	var invalid *jsonschema.ValidationError
	if err := s.Validate(v); !errors.As(err, &invalid) {
		t.Fatalf("got %v, want complaints", err)
	}
	var each func(e *jsonschema.ValidationError)
	each = func(e *jsonschema.ValidationError) {
		if _, ok := e.ErrorKind.(*kind.AdditionalProperties); ok {
			delete(strange, strings.Join(e.InstanceLocation, "/"))
		}
		for _, cause := range e.Causes {
			each(cause)
		}
	}
	each(invalid)
	for path := range strange {
		t.Errorf("%q may have a member that check does not write", path)
	}
}

func TestSchemaRefusesWhatIsWrong(t *testing.T) {
	s := compiled(t)
	for name, spoil := range map[string]func(*Report){
		"no accounts":  func(r *Report) { r.Accounts = nil },
		"no evidence":  func(r *Report) { r.Lines[0].Evidence = nil },
		"path":         func(r *Report) { r.Lines[0].Path = "remarks" },
		"unit":         func(r *Report) { r.Accounts[0].Unit = "" },
		"table":        func(r *Report) { r.Accounts[0].Table = 3 },
		"form":         func(r *Report) { r.Filings[0].DocumentType = "10-K" },
		"ownership":    func(r *Report) { r.Accounts[0].Ownership = "X" },
		"negative":     func(r *Report) { r.Rates.Lines = -1 },
		"negative end": func(r *Report) { r.Findings[0].At[0].End = -1 },
	} {
		r := filledReport()
		spoil(&r)
		data, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		if s.Validate(unmarshal(t, string(data))) == nil {
			t.Errorf("%s: %s is accepted", name, data)
		}
	}
}

// TestSchemaIsTheReport walks schema and report side by side: the same
// members, always written where they are required, each with a title and a
// description, and no more.
func TestSchemaIsTheReport(t *testing.T) {
	data, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	var root map[string]any
	if err := json.Unmarshal(data, &root); err != nil {
		t.Fatal(err)
	}
	defs := root["$defs"].(map[string]any)
	used := map[string]bool{}
	var compare func(path string, n map[string]any, typ reflect.Type)
	compare = func(path string, n map[string]any, typ reflect.Type) {
		if ref, ok := n["$ref"].(string); ok {
			name := strings.TrimPrefix(ref, "#/$defs/")
			used[name] = true
			if n, ok = defs[name].(map[string]any); !ok {
				t.Fatalf("%s: %s leads nowhere", path, ref)
			}
		}
		if typ.Kind() == reflect.Pointer {
			typ = typ.Elem()
		}
		want := "object"
		switch {
		case typ.Implements(reflect.TypeFor[encoding.TextMarshaler]()), typ.Kind() == reflect.String:
			want = "string"
		case typ.Kind() == reflect.Int, typ.Kind() == reflect.Int32:
			want = "integer"
		case typ.Kind() == reflect.Bool:
			want = "boolean"
		case typ.Kind() == reflect.Slice:
			want = "array"
			compare(path+"[]", n["items"].(map[string]any), typ.Elem())
		}
		if n["type"] != want {
			t.Errorf("%s: the schema says %v, a %s is a JSON %s", path, n["type"], typ, want)
		}
		if want != "object" {
			return
		}
		members, always := map[string]reflect.Type{}, []string{}
		for _, f := range reflect.VisibleFields(typ) {
			name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
			if name == "" {
				continue // embedded, or not for the JSON
			}
			if members[name] = f.Type; options == "" {
				always = append(always, name)
			}
		}
		properties, required := n["properties"].(map[string]any), []string{}
		for _, name := range n["required"].([]any) {
			required = append(required, name.(string))
		}
		slices.Sort(always)
		slices.Sort(required)
		if got, want := slices.Sorted(maps.Keys(properties)), slices.Sorted(maps.Keys(members)); !slices.Equal(got, want) || !slices.Equal(required, always) {
			t.Errorf("%s: the schema has %v and requires %v, the report has %v and always writes %v", path, got, required, want, always)
			return
		}
		for name, member := range members {
			p := properties[name].(map[string]any)
			for _, word := range []string{"title", "description"} {
				if s, _ := p[word].(string); s == "" {
					t.Errorf("%s.%s has no %s", path, name, word)
				}
			}
			compare(path+"."+name, p, member)
		}
	}
	compare("check", root, reflect.TypeFor[Report]())
	for name := range defs {
		if !used[name] {
			t.Errorf("$defs/%s describes nothing", name)
		}
	}
}
