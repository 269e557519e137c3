// Package embedding speaks with the host: the page around the frame that the viewer is
// shown in.
//
// The host opens what it has, points at cells of that and is told of them, and gets
// their JSON. It learns nothing of what the user opens. web/frame.js carries the
// messages, and web/embed.html documents them.
package embedding

import (
	"slices"

	"filingview/app/address"
	"filingview/app/request"
	"filingview/app/wire"
)

// Host is what is known of the host. The zero Host is of a viewer that is in no frame.
type Host struct {
	Framed bool                              // there is a page around
	View   string                            // what it wants to be shown: tables, holdings or source; or nothing
	Send   func(message string, with ...any) // calls web/frame.js

	spoken  bool                 // the host has said something
	open    []int                // its requests to open something that are not answered
	given   request.Request[int] // what became of its requests, by session.Status.Answered
	result  *result              // what came of the latest, to be told once it is shown
	filings []wire.Ref           // all that it gave and that are open
}

// result is what the host is told of what it gave.
type result struct {
	request  int
	opened   bool  // the request brought a filing
	filings  []any // all that the host gave and that are open
	failures []any
	why      string // the sentence if it brought none
}

// Hear takes note that the host has said something.
func (h *Host) Hear() { h.spoken = true }

// Listens reports whether there is a host that wants to be told of cells.
func (h *Host) Listens() bool { return h.spoken }

// Filings returns the filings that the host gave and that are open.
func (h *Host) Filings() []wire.Ref { return h.filings }

// Opens takes note of a request to open something.
func (h *Host) Opens(request int) {
	h.Hear()
	h.open = append(h.open, request)
}

// Opening reports whether a request to open something is not answered.
func (h *Host) Opening() bool { return len(h.open) > 0 }

// Refuse refuses all that the host wants to open, with a sentence.
func (h *Host) Refuse(sentence string) {
	for _, request := range h.open {
		h.Send("failed", request, sentence, []any{})
	}
	h.open = nil
}

// Empty takes note that no file is open any more.
func (h *Host) Empty() { h.filings = nil }

// Refresh reports whether the session is to be asked what the host gave, because all
// is read of one more of its requests: of those up to answered. A new engine reads
// again what was answered long ago.
func (h *Host) Refresh(answered int) bool {
	return answered > h.given.Key() && h.given.Refresh(answered)
}

// Given takes what the session says to that: all entries that the host gave, of which
// those of the latest request begin at first. It returns the filings of that request;
// Settled tells the host of them.
func (h *Host) Given(answered int, entries []wire.Entry, first int, err error) (latest []wire.Ref) {
	h.given.Answer(answered)
	g := &result{request: answered}
	h.filings = nil
	for i := range entries {
		e := &entries[i]
		if e.Failed != "" {
			g.failures = append(g.failures, map[string]any{"name": e.Name, "message": e.Failed})
			if i >= first && g.why == "" {
				g.why = e.Failed
			}
			continue
		}
		h.filings = append(h.filings, e.Ref)
		g.filings = append(g.filings, summaryOf(e))
		if i >= first {
			latest = append(latest, e.Ref)
			g.opened = true
		}
	}
	switch {
	case err != nil:
		g.why = err.Error()
	case g.why == "" && !g.opened:
		g.why = "It was closed before it was read."
	}
	h.result = g
	return latest
}

// summaryOf is what the host is told of a filing.
func summaryOf(e *wire.Entry) map[string]any {
	owners := make([]any, len(e.Owners))
	for i, o := range e.Owners {
		owners[i] = o
	}
	return map[string]any{
		"name": e.Name, "form": e.Form, "issuer": e.Issuer, "symbol": e.Symbol, "owners": owners,
		"period": e.Period, "filedAt": e.FiledAt, "tableI": e.TableI, "tableII": e.TableII,
		"errors": e.Errors, "warnings": e.Warnings,
	}
}

// Settled tells the host what came of its requests, once it is drawn.
func (h *Host) Settled() {
	g := h.result
	if g == nil {
		return
	}
	h.result = nil
	for len(h.open) > 0 && h.open[0] <= g.request {
		request := h.open[0]
		h.open = h.open[1:]
		switch {
		case request < g.request:
			h.Send("failed", request, "Something else was opened in its place.", []any{})
		case g.opened:
			h.Send("opened", request, append([]any{}, g.filings...), append([]any{}, g.failures...))
		default:
			h.Send("failed", request, g.why, append([]any{}, g.failures...))
		}
	}
}

// Select returns the filing that the host means by a number, its place among those
// that the host gave; -1 is the one that is shown. Why is the sentence of why it may
// not mean that.
func (h *Host) Select(number int, shown wire.Ref) (ref wire.Ref, why string) {
	ref = shown
	if number >= 0 && number < len(h.filings) {
		ref = h.filings[number]
	}
	switch {
	case len(h.filings) == 0:
		why = "The page has opened no filing."
	case number >= len(h.filings):
		why = "There is no filing of this number."
	case number < 0 && len(h.filings) == 1:
		ref = h.filings[0]
	case !slices.Contains(h.filings, ref):
		why = "What is shown is not of the page. Say which of its filings is meant."
	}
	return ref, why
}

// Selected answers a request to light a cell, with the sentence of why there is none.
func (h *Host) Selected(request int, why string) { h.Send("selected", request, why) }

// Picked tells the host of a cell that the user went to, if it is of a filing of the
// host's.
func (h *Host) Picked(path string, ref wire.Ref, text string) {
	if number := slices.Index(h.filings, ref); number >= 0 {
		h.Send("picked", path, number, text)
	}
}

// Answer answers a request for the JSON of the host's filings: bytes of the browser,
// nil if there are none.
func (h *Host) Answer(request int, lines any, err error) {
	switch {
	case err != nil:
		h.Send("data", request, "", err.Error())
	case lines == nil:
		h.Send("data", request, "", "")
	default:
		h.Send("data", request, lines, "")
	}
}

// Viewed is an address with another view: tables, holdings or source.
func Viewed(a address.Address, view string) address.Address {
	switch view {
	case "holdings":
		a.Accounts, a.Account, a.At = "all", "", ""
	case "source", "tables":
		a.Accounts, a.Account, a.Source = "", "", view == "source"
	}
	return a
}
