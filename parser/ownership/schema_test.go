package ownership_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"

	"filingview/parser"
	"filingview/parser/ownership"
)

const schemaFile = "../../web/filing.schema.json"

// compiled returns the published schema, itself checked against the metaschema.
func compiled(t testing.TB) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	s, err := c.Compile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// instance returns the filing's JSON as the validator takes it.
func instance(t testing.TB, f *ownership.Filing) any {
	t.Helper()
	data, err := json.Marshal(f)
	if err != nil {
		t.Fatal(err)
	}
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestSchemaAcceptsBuiltFilings(t *testing.T) {
	s := compiled(t)
	for name, f := range states(t) {
		if err := s.Validate(instance(t, f)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestSchemaAcceptsWhatIsParsed validates what the parser makes of its testdata
// and of the shared filings, where they are.
func TestSchemaAcceptsWhatIsParsed(t *testing.T) {
	s := compiled(t)
	for _, pattern := range []string{
		"../testdata/*/*",
		"../../../shared/filings/*/*",
		"../../../shared/forms/*/filing.xml",
	} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		filings := 0
		for _, file := range files {
			if info, err := os.Stat(file); err != nil || info.IsDir() {
				continue
			}
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for f, err := range parser.Open(file, data) {
				if err != nil {
					continue // no filing, no JSON
				}
				filings++
				if err := s.Validate(instance(t, f)); err != nil {
					t.Errorf("%s: %v", f.Source.Name, err)
				}
			}
		}
		if filings == 0 && !strings.Contains(pattern, "shared") {
			t.Errorf("%s holds no filing", pattern)
		}
		t.Logf("%s: %d filings", pattern, filings)
	}
}

// TestSchemaRefusesWhatIsUnknown puts a member into every object of a filled
// filing and expects as many complaints.
func TestSchemaRefusesWhatIsUnknown(t *testing.T) {
	s := compiled(t)
	v := instance(t, filled(t))
	strange := map[string]bool{}
	eachObject(v, "", func(path string, o map[string]any) {
		o["surprise"] = true
		strange[path] = true
	})
	if len(strange) < 300 {
		t.Errorf("only %d objects in a filled filing", len(strange))
	}
	var invalid *jsonschema.ValidationError
	if err := s.Validate(v); !errors.As(err, &invalid) {
		t.Fatalf("got %v, want complaints", err)
	}
	eachCause(invalid, func(e *jsonschema.ValidationError) {
		if _, ok := e.ErrorKind.(*kind.AdditionalProperties); ok {
			delete(strange, strings.Join(e.InstanceLocation, "/"))
		}
	})
	for path := range strange {
		t.Errorf("%q may have a member that the model does not have", path)
	}
}

func eachCause(e *jsonschema.ValidationError, do func(*jsonschema.ValidationError)) {
	do(e)
	for _, cause := range e.Causes {
		eachCause(cause, do)
	}
}

// eachObject calls do with every object in v and the names and indexes that
// lead to it.
func eachObject(v any, path string, do func(path string, o map[string]any)) {
	below := func(name string) string { return strings.TrimPrefix(path+"/"+name, "/") }
	switch v := v.(type) {
	case map[string]any:
		for name, member := range v {
			eachObject(member, below(name), do)
		}
		do(path, v)
	case []any:
		for i, element := range v {
			eachObject(element, below(strconv.Itoa(i)), do)
		}
	}
}

func TestSchemaRefusesWhatContradictsItself(t *testing.T) {
	s := compiled(t)
	for _, data := range []string{
		`{}`,
		`{"source":{}}`,
		`{"source":{"name":"a"},"owners":[]}`,
		`{"source":{"name":"a"},"tableI":[{}]}`,
		`{"source":{"name":"a"},"tableI":[{"kind":"option"}]}`,
		`{"source":{"name":"a"},"remarks":{"value":"x"}}`,
		`{"source":{"name":"a"},"remarks":{"state":"absent"}}`,
		`{"source":{"name":"a"},"remarks":{"state":"known"}}`,
		`{"source":{"name":"a"},"remarks":{"state":"blank","value":"x"}}`,
		`{"source":{"name":"a"},"remarks":{"state":"malformed"}}`,
		`{"source":{"name":"a"},"remarks":{"state":"known","value":"x","how":"divined"}}`,
		`{"source":{"name":"a"},"remarks":{"state":"known","value":"x","repairs":[{"reason":"y"}]}}`,
		`{"source":{"name":"a"},"remarks":{"state":"known","value":"x","at":[{"start":-1,"end":2}]}}`,
		`{"source":{"name":"a"},"periodOfReport":{"state":"known","value":"2024-02-30"}}`,
		`{"source":{"name":"a"},"plan10b51":{"state":"known","value":"true"}}`,
		`{"source":{"name":"a"},"documentType":{"state":"known","value":"10-K"}}`,
		`{"source":{"name":"a"},"tableI":[{"kind":"holding","sharesFollowing":{"state":"known","value":8.5}}]}`,
		`{"source":{"name":"a"},"tableI":[{"kind":"holding","sharesFollowing":{"state":"known","value":"1,000"}}]}`,
		`{"source":{"name":"a"},"findings":[{"rule":"x","severity":"fatal","message":"y"}]}`,
	} {
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if s.Validate(v) == nil {
			t.Errorf("%s is accepted", data)
		}
	}
}
