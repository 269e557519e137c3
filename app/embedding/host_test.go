package embedding

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"filingview/app/address"
	"filingview/app/wire"
)

// recorded is a host whose messages are kept.
func recorded() (h *Host, sent func() []string) {
	var messages []string
	h = &Host{Framed: true, Send: func(message string, with ...any) {
		messages = append(messages, message+fmt.Sprint(with...))
	}}
	return h, func() []string {
		all := messages
		messages = nil
		return all
	}
}

func expect(t *testing.T, what string, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s:\ngot  %q\nwant %q", what, got, want)
	}
}

func filingOf(file int) wire.Entry {
	return wire.Entry{Ref: wire.Ref{File: file}, Name: fmt.Sprintf("%d.xml", file), Form: "4"}
}

const summary = "errors:0 filedAt: form:4 issuer: name:%d.xml owners:[] period: symbol: tableI:0 tableII:0 warnings:0"

// TestOpening: each request to open something is answered once, when what it brought
// is shown.
func TestOpening(t *testing.T) {
	h, sent := recorded()
	if h.Listens() || h.Refresh(0) {
		t.Error("nobody has asked for anything")
	}
	h.Opens(1)
	h.Opens(2)
	if !h.Listens() || !h.Opening() || !h.Refresh(1) || h.Refresh(1) || h.Refresh(2) {
		t.Error("what became of a request is asked once, and one at a time")
	}
	if latest := h.Given(1, []wire.Entry{filingOf(7)}, 0, nil); len(latest) != 1 || latest[0].File != 7 {
		t.Errorf("the filings to go to are %v", latest)
	}
	expect(t, "before it is shown", sent())
	h.Settled()
	expect(t, "when it is shown", sent(), "opened1 [map["+fmt.Sprintf(summary, 7)+"]] []")
	h.Settled()
	expect(t, "told once", sent())

	// Of two that are read together the first has lost its place.
	h.Opens(3)
	if !h.Refresh(3) {
		t.Error("there is something new")
	}
	bad := wire.Entry{Ref: wire.Ref{File: 9}, Name: "9.png", Failed: "This is a picture."}
	if latest := h.Given(3, []wire.Entry{filingOf(7), bad}, 1, nil); len(latest) != 0 {
		t.Errorf("the filings to go to are %v", latest)
	}
	h.Settled()
	expect(t, "a failure", sent(),
		"failed2Something else was opened in its place.[]",
		"failed3This is a picture.[map[message:This is a picture. name:9.png]]")
	if h.Opening() {
		t.Error("all is answered")
	}

	// A new engine reads again what was answered long ago.
	if h.Refresh(2) {
		t.Error("what was answered is not asked again")
	}
	h.Opens(4)
	h.Opens(5)
	h.Refresh(4)
	h.Given(4, nil, 0, nil)
	h.Settled()
	h.Refresh(5)
	h.Given(5, nil, 0, errors.New("It is over."))
	h.Settled()
	h.Opens(6)
	h.Refuse("There is no reader.")
	h.Refuse("There is no reader.")
	expect(t, "without a filing", sent(), "failed4It was closed before it was read.[]", "failed5It is over.[]", "failed6There is no reader.[]")
}

// TestSelect: the host may mean its own filings and no others.
func TestSelect(t *testing.T) {
	one, two, own := wire.Ref{File: 1}, wire.Ref{File: 2}, wire.Ref{File: 3}
	const (
		none     = "The page has opened no filing."
		number   = "There is no filing of this number."
		stranger = "What is shown is not of the page. Say which of its filings is meant."
	)
	for _, c := range []struct {
		filings []wire.Ref
		number  int
		shown   wire.Ref
		ref     wire.Ref
		why     string
	}{
		{nil, -1, own, own, none},
		{nil, 0, own, own, none},
		{[]wire.Ref{one}, -1, own, one, ""},
		{[]wire.Ref{one}, 1, one, one, number},
		{[]wire.Ref{one, two}, 1, one, two, ""},
		{[]wire.Ref{one, two}, -1, two, two, ""},
		{[]wire.Ref{one, two}, -1, own, own, stranger},
	} {
		h := Host{filings: c.filings}
		if ref, why := h.Select(c.number, c.shown); ref != c.ref || why != c.why {
			t.Errorf("%+v: got %v and %q", c, ref, why)
		}
	}
}

// TestTold: the host is told of its own filings' cells, and given their JSON.
func TestTold(t *testing.T) {
	h, sent := recorded()
	h.filings = []wire.Ref{{File: 1}, {File: 2}}
	h.Picked("remarks", wire.Ref{File: 2}, "None.")
	h.Picked("remarks", wire.Ref{File: 3}, "The user's.")
	h.Selected(4, "There is none.")
	h.Answer(5, nil, nil)
	h.Answer(6, nil, errors.New("It is over."))
	h.Answer(7, "{}", nil)
	h.Empty()
	h.Picked("remarks", wire.Ref{File: 2}, "None.")
	expect(t, "the messages", sent(), "pickedremarks1None.", "selected4There is none.", "data5", "data6It is over.", "data7{}")
}

func TestViewed(t *testing.T) {
	a := address.Address{Account: "x", Accounts: "open", At: "cell-remarks", Filing: wire.Ref{File: 1}}
	for view, want := range map[string]string{
		"holdings": "#filing=1.0&accounts=all",
		"tables":   "#filing=1.0&at=cell-remarks",
		"source":   "#filing=1.0&source=shown&at=cell-remarks",
		"":         a.String(),
	} {
		if got := Viewed(a, view).String(); got != want {
			t.Errorf("%q: %s, want %s", view, got, want)
		}
	}
}
