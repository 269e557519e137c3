//go:build js

package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"syscall/js"
	"time"

	"filingview/parser"
	"filingview/parser/export"
	"filingview/parser/ownership"
	"filingview/parser/report"
)

// turn is for how long the program works before it lets the browser draw and
// answer its user.
const turn = 12 * time.Millisecond

// host is the script's side of one call.
type host struct{ js.Value }

// serve does what is asked for and says so, even if it panics.
func serve(what string, h host) {
	defer func() {
		if p := recover(); p != nil {
			h.Call("done", fmt.Sprintf("The parser has failed, which is a fault of its own: %v.", p))
		}
	}()
	var err error
	switch what {
	case "parse":
		err = parse(h)
	case "check":
		err = check(h)
	default:
		err = fmt.Errorf("the parser does not know how to %q", what)
	}
	if err != nil {
		h.Call("done", fmt.Sprintf("The parser has failed: %v.", err))
		return
	}
	h.Call("done")
}

// parse gives each filing as the tool's parse writes it.
func parse(h host) error {
	return h.eachFiling(h.giveFiling)
}

func (h host) giveFiling(f *ownership.Filing) error {
	var line bytes.Buffer
	if err := export.WriteLine(&line, f); err != nil {
		return err
	}
	h.Call("filing", line.String())
	return nil
}

// check gives the report on all filings as the tool's check -json writes it.
func check(h host) error {
	var filings []*ownership.Filing
	if err := h.eachFiling(func(f *ownership.Filing) error {
		filings = append(filings, f)
		h.Call("filing")
		return nil
	}); err != nil || h.stopped() {
		return err
	}
	r, err := report.New(filings)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if err := r.WriteJSON(&out); err != nil {
		return err
	}
	h.Call("report", out.String())
	return nil
}

func (h host) stopped() bool { return h.Get("stopped").Truthy() }

// eachFiling reads one input after the other and calls do with each filing in it. It
// ends early, without an error, when nobody waits any more.
func (h host) eachFiling(do func(*ownership.Filing) error) error {
	since := time.Now()
	for !h.stopped() {
		input, err := await(h.Call("next"))
		if err != nil || input.IsNull() {
			return err
		}
		h.Call("running")
		data := make([]byte, input.Get("data").Length())
		js.CopyBytesToGo(data, input.Get("data"))
		for f, err := range parser.Open(input.Get("name").String(), data) {
			if err != nil {
				err = h.giveFailure(input.Get("name").String(), err)
			} else {
				err = do(f)
			}
			if err != nil {
				return err
			}
			if time.Since(since) > turn {
				if _, err := await(h.Call("pause")); err != nil {
					return err
				}
				h.Call("running")
				since = time.Now()
			}
			if h.stopped() {
				return nil
			}
		}
	}
	return nil
}

// failure says why there is no filing; index.d.ts describes it.
type failure struct {
	Name    string `json:"name"`
	Kind    string `json:"kind"`
	Message string `json:"message"`
	Format  string `json:"format,omitempty"`
	Place   string `json:"place,omitempty"`
	Reason  string `json:"reason"`
	Advice  string `json:"advice,omitempty"`
}

func failureOf(name string, err error) failure {
	out := failure{Name: name, Kind: "damaged", Message: err.Error(), Reason: err.Error()}
	var e *parser.Error
	if !errors.As(err, &e) {
		return out
	}
	out.Name, out.Format, out.Place, out.Reason, out.Advice = e.File, e.Format, e.Place, e.Reason, e.Advice
	switch {
	case errors.Is(err, parser.ErrFormat):
		out.Kind = "format"
	case errors.Is(err, parser.ErrForm):
		out.Kind = "form"
	case errors.Is(err, parser.ErrBound):
		out.Kind = "bound"
	}
	return out
}

func (h host) giveFailure(name string, err error) error {
	data, err := json.Marshal(failureOf(name, err))
	if err != nil {
		return err
	}
	h.Call("failure", string(data))
	return nil
}

// await waits for a promise.
func await(promise js.Value) (js.Value, error) {
	type settled struct {
		value js.Value
		err   error
	}
	arrived := make(chan settled, 1)
	var kept, broken js.Func
	kept = js.FuncOf(func(_ js.Value, args []js.Value) any {
		arrived <- settled{value: args[0]}
		return nil
	})
	broken = js.FuncOf(func(_ js.Value, args []js.Value) any {
		arrived <- settled{err: errors.New(js.Global().Get("String").Invoke(args[0]).String())}
		return nil
	})
	defer kept.Release()
	defer broken.Release()
	promise.Call("then", kept, broken)
	got := <-arrived
	return got.value, got.err
}
