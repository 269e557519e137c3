//go:build js

package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"syscall/js"
	"testing"

	"filingview/parser"
	"filingview/parser/export"
	"filingview/parser/ownership"
	"filingview/parser/report"
)

// script is a host as the module's script is one, which writes down what it is told.
type script struct {
	inputs                      []input
	filings, failures, reports  []string
	done                        []string // what done was called with
	stopAfter, pauses, runnings int
	refuse                      bool // filings
}

type input struct{ name, data string }

// serve has the program serve what, and waits until it is done.
func (s *script) serve(what string) {
	object := js.Global().Get("Object").New()
	promise := js.Global().Get("Promise")
	next := 0
	take := func(list *[]string) js.Func {
		return js.FuncOf(func(_ js.Value, args []js.Value) any {
			text := ""
			if len(args) > 0 {
				text = args[0].String()
			}
			*list = append(*list, text)
			object.Set("stopped", s.stopAfter > 0 && len(s.filings) >= s.stopAfter)
			return nil
		})
	}
	for name, f := range map[string]js.Func{
		"next": js.FuncOf(func(js.Value, []js.Value) any {
			if next++; next > len(s.inputs) {
				return promise.Call("resolve", nil)
			}
			in := s.inputs[next-1]
			data := js.Global().Get("Uint8Array").New(len(in.data))
			js.CopyBytesToJS(data, []byte(in.data))
			return promise.Call("resolve", map[string]any{"name": in.name, "data": data})
		}),
		"pause": js.FuncOf(func(js.Value, []js.Value) any {
			s.pauses++
			return promise.Call("resolve", 0)
		}),
		"running": js.FuncOf(func(js.Value, []js.Value) any {
			s.runnings++
			return nil
		}),
		"filing": take(&s.filings), "failure": take(&s.failures), "report": take(&s.reports), "done": take(&s.done),
	} {
		defer f.Release()
		object.Set(name, f)
	}
	if s.refuse {
		object.Delete("filing")
	}
	serve(what, host{object})
}

func form4(owner string) string {
	return `<ownershipDocument><documentType>4</documentType><issuer><issuerCik>0009990001</issuerCik></issuer>` +
		`<reportingOwner><reportingOwnerId><rptOwnerCik>` + owner + `</rptOwnerCik></reportingOwnerId></reportingOwner>` +
		`<nonDerivativeTable><nonDerivativeHolding><securityTitle><value>Common &lt;Stock&gt;</value></securityTitle>` +
		`<postTransactionAmounts><sharesOwnedFollowingTransaction><value>10</value></sharesOwnedFollowingTransaction></postTransactionAmounts>` +
		`</nonDerivativeHolding></nonDerivativeTable></ownershipDocument>`
}

func TestServe(t *testing.T) {
	inputs := []input{{"a.xml", form4("1")}, {"b.txt", "Nothing of the kind."}, {"c.xml", form4("2") + form4("3")}}
	var lines, failures []string
	var filings []*ownership.Filing
	for _, in := range inputs {
		for f, err := range parser.Open(in.name, []byte(in.data)) {
			if err != nil {
				failures = append(failures, err.Error())
				continue
			}
			var line bytes.Buffer
			if err := export.WriteLine(&line, f); err != nil {
				t.Fatal(err)
			}
			lines, filings = append(lines, line.String()), append(filings, f)
		}
	}
	r, err := report.New(filings)
	if err != nil {
		t.Fatal(err)
	}
	var together bytes.Buffer
	if err := r.WriteJSON(&together); err != nil {
		t.Fatal(err)
	}

	read := script{inputs: inputs}
	read.serve("parse")
	if len(lines) != 3 || !slices.Equal(read.filings, lines) || read.reports != nil || !slices.Equal(read.done, []string{""}) || read.runnings < 3 {
		t.Errorf("parse: %+v, want %q", read, lines)
	}
	checked := script{inputs: inputs}
	checked.serve("check")
	if !slices.Equal(checked.reports, []string{together.String()}) || !slices.Equal(checked.filings, []string{"", "", ""}) || !slices.Equal(checked.done, []string{""}) {
		t.Errorf("check: %+v, want %s", checked, &together)
	}
	for _, s := range []script{read, checked} {
		var got failure
		if len(s.failures) != 1 || json.Unmarshal([]byte(s.failures[0]), &got) != nil || got.Message != failures[0] || got.Name != "b.txt" || got.Kind != "form" || got.Reason == "" || got.Advice == "" {
			t.Errorf("failures: %q", s.failures)
		}
	}
}

func TestServeStops(t *testing.T) {
	for _, what := range []string{"parse", "check"} {
		s := script{inputs: []input{{"a.xml", form4("1") + form4("2")}, {"b.xml", form4("3")}}, stopAfter: 1}
		s.serve(what)
		if len(s.filings) != 1 || len(s.reports) != 0 || !slices.Equal(s.done, []string{""}) {
			t.Errorf("%s: %+v", what, s)
		}
	}
}

func TestServeLetsOthersWork(t *testing.T) {
	s := script{inputs: []input{{"a.xml", strings.Repeat(form4("1"), 400)}}}
	s.serve("parse")
	if len(s.filings) != 400 || s.pauses == 0 {
		t.Errorf("%d filings with %d pauses", len(s.filings), s.pauses)
	}
}

func TestServeTellsOfItsFaults(t *testing.T) {
	s := script{inputs: []input{{"a.xml", form4("1")}}, refuse: true}
	s.serve("parse")
	if len(s.done) != 1 || !strings.Contains(s.done[0], "a fault of its own") {
		t.Errorf("a host that throws: %q", s.done)
	}
	s = script{}
	s.serve("dance")
	if !slices.Equal(s.done, []string{`The parser has failed: the parser does not know how to "dance".`}) {
		t.Errorf("an unknown wish: %q", s.done)
	}
}

func TestFailureOf(t *testing.T) {
	for kind, err := range map[string]parser.Kind{"format": parser.ErrFormat, "form": parser.ErrForm, "damaged": parser.ErrDamaged, "bound": parser.ErrBound} {
		got := failureOf("x", &parser.Error{File: "a", Format: "b", Place: "c", Reason: "D.", Advice: "E.", Kind: err})
		if want := (failure{"a", kind, "a: D. Place: c. E.", "b", "c", "D.", "E."}); got != want {
			t.Errorf("%+v, want %+v", got, want)
		}
	}
	if got, want := failureOf("x", fmt.Errorf("odd")), (failure{Name: "x", Kind: "damaged", Message: "odd", Reason: "odd"}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}
