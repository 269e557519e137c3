package list

import (
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/address"
	"filingview/app/wire"
)

func TestListing(t *testing.T) {
	ok := wire.Entry{Ref: wire.Ref{File: 1, N: 3}, Name: "a.xml", Form: "4/A", Issuer: "Quillmark <b>", Symbol: "QLMK",
		Owners: []string{"Ferrand Odile", "Other"}, Period: "2024-03-05", FiledAt: "2024-03-07", TableI: 2, TableII: 1, Errors: 1, Warnings: 2}
	bad := wire.Entry{Ref: wire.Ref{File: 2}, Name: "b<i>.png", Failed: "This is a picture."}
	l := State{Drawn: 3, Window: Window{Entries: []wire.Entry{ok, bad, {Ref: wire.Ref{File: 3}, Name: "nameless.xml"}}, Matching: 1003, Total: 1003}}
	got := app.HTMLString(l.View(address.Address{Filing: ok.Ref}, Open{Filings: 1002, Failed: 1}))
	for _, want := range []string{
		`href="#filing=1.3"`, `aria-current="page"`, "Quillmark &lt;b&gt;", "Ferrand Odile and 1 other", "Mar 5, 2024", "Mar 7, 2024",
		"3 lines", "1 error", "2 warnings", "b&lt;i&gt;.png", "This is a picture.", "nameless.xml",
		"1,002 filings, 1 could not be read", "1–3 of 1,003", `data-with="100"`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the list has no %q:\n%s", want, got)
		}
	}
	if strings.Contains(got, `href="#filing=2.0"`) {
		t.Error("a failure is a link")
	}
	got = app.HTMLString((&State{Window: Window{Total: 3}}).View(address.Address{Query: "zzz"}, Open{Filings: 3}))
	if !strings.Contains(got, "None of 3 entries holds these words.") || !strings.Contains(got, `value="zzz"`) {
		t.Errorf("an empty result says %s", got)
	}
}

// TestAnswers: the list says whether it shows what there is, and when it is to be asked
// again.
func TestAnswers(t *testing.T) {
	var s State
	one, two := Query{Seen: Seen{Total: 1}}, Query{Words: "x", Seen: Seen{Total: 2}}
	entries := func(from, n int) Window { return Window{From: from, Entries: make([]wire.Entry, n)} }
	if s.Lacks(Seen{}) || !s.Lacks(one.Seen) {
		t.Error("an empty list shows nothing, and lacks the first entry")
	}
	if !s.Refresh(one) || s.Refresh(two) {
		t.Error("the engine is asked for one window at a time")
	}
	if !s.Answer(one, entries(0, 1)) || len(s.Entries) != 1 || !s.Lacks(one.Seen) {
		t.Errorf("an outdated answer is shown and asked again: %+v", s)
	}
	if !s.Refresh(two) || s.Answer(two, entries(0, 2)) || s.Lacks(two.Seen) || !s.Lacks(one.Seen) {
		t.Errorf("the last answer shows what there is: %+v", s)
	}
	if !s.Refresh(one) || !s.Answer(one, entries(100, 0)) || len(s.Entries) != 2 || s.Lacks(two.Seen) {
		t.Errorf("a window after the last entry is not shown: %+v", s)
	}
	if !s.Refresh(one) || s.Refuse(one, "No.") || s.Lacks(one.Seen) || len(s.Entries) != 2 {
		t.Errorf("a refusal leaves the list as it is: %+v", s)
	}
}
