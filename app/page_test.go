package app

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/filing"
	"filingview/app/list"
	"filingview/app/session"
	"filingview/app/wire"
	"filingview/parser/ownership"
)

// TestShell: what index.html shows before the program runs is what the program
// then puts in its place.
func TestShell(t *testing.T) {
	page, err := os.ReadFile("../index.html")
	if err != nil {
		t.Fatal(err)
	}
	_, body, _ := strings.Cut(string(page), "<body>")
	start := strings.Index(body, `<div id="app">`)
	end := strings.Index(body, "<input")
	if start < 0 || end < start {
		t.Fatal("index.html has no #app before the field for files")
	}
	if first := regexp.MustCompile(`<\w+`).FindString(body); first != "<div" {
		t.Errorf("The first element of the body is %s>, and go-app takes that for its own.", first)
	}
	got := plainMarkup(app.HTMLString(new(root).Render()))
	if want := plainMarkup(body[start:end]); got != want {
		t.Errorf("The program shows\n%s\nand index.html\n%s", got, want)
	}
	for _, id := range []string{`id="tip"`, `id="said"`, `<input id="files" type="file" multiple`} {
		if !strings.Contains(body[end:], id) {
			t.Errorf("index.html has no %s after #app", id)
		}
	}
}

// plainMarkup brings markup into one form: a line a tag, attributes in order, and
// those that say true without a value, as app.HTMLString writes them.
func plainMarkup(s string) string {
	tag := regexp.MustCompile(`<[^>]*>`)
	attribute := regexp.MustCompile(` [\w-]+(="[^"]*")?`)
	s = tag.ReplaceAllStringFunc(s, func(t string) string {
		name, _, _ := strings.Cut(strings.Trim(t, "<>"), " ")
		attributes := attribute.FindAllString(strings.NewReplacer(`=""`, "", `="true"`, "").Replace(t), -1)
		for i := range attributes {
			for j := i; j > 0 && attributes[j] < attributes[j-1]; j-- {
				attributes[j], attributes[j-1] = attributes[j-1], attributes[j]
			}
		}
		return "\n<" + name + strings.Join(attributes, "") + ">\n"
	})
	var lines []string
	for line := range strings.Lines(s) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

// TestPolicy: the page's own policy lets nothing in from elsewhere, and index.html
// has nothing that it would not let in.
func TestPolicy(t *testing.T) {
	page, err := os.ReadFile("../index.html")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"default-src 'none'", "connect-src 'self'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'"} {
		if !strings.Contains(string(page), want) {
			t.Errorf("the policy does not say %s", want)
		}
	}
	if m := regexp.MustCompile(`(?i)\s(style|on\w+)=|<style|(src|href)="(https?:|/)|unsafe-inline`).FindString(string(page)); m != "" {
		t.Errorf("index.html has %q", m)
	}
	for _, sheet := range []string{"app.css", "filing.css", "ledger.css", "source.css", "frame.css", "media.css", "keep.css"} {
		css, err := os.ReadFile("../web/" + sheet)
		if err != nil {
			t.Fatal(err)
		}
		if m := regexp.MustCompile(`(?i)@import|url\(|https?:`).FindString(string(css)); m != "" {
			t.Errorf("%s has %q", sheet, m)
		}
	}
}

func drawn(u app.UI) string { return app.HTMLString(u) }

func TestProgress(t *testing.T) {
	for want, s := range map[string]session.Status{
		"Reading 3 of 12 files, 5 filings so far: big.zip": {Files: 12, Done: 2, Opened: 5, Reading: "big.zip"},
		"Starting the reader …":                            {Files: 1, Starting: true},
		"It is over.":                                      {Files: 1, Broken: "It is over."},
		"One was lost.":                                    {Files: 1, Done: 1, Notice: "One was lost."},
	} {
		if got := drawn(progress(s, "", "")); !strings.Contains(got, want) {
			t.Errorf("%+v: %s, want %q", s, got, want)
		}
	}
	if got := drawn(progress(session.Status{Files: 2, Done: 2}, "", "")); strings.Contains(got, "<p") {
		t.Errorf("there is progress when all is done: %s", got)
	}
	if got := drawn(progress(session.Status{}, "csv", "")); !strings.Contains(got, "Writing csv …") {
		t.Error(got)
	}
}

// TestRootShows draws the page in its states.
func TestRootShows(t *testing.T) {
	ref := wire.Ref{File: 1}
	var shown, refused filing.State
	shown.Ask(ref)
	shown.Answer(ref, &ownership.Filing{})
	for moved := true; moved; {
		moved, _ = shown.Advance()
	}
	for shown.DrawMore() {
	}
	refused.Ask(ref)
	refused.Refuse(ref, "It is not there.")
	for name, c := range map[string]struct {
		status     session.Status
		filing     filing.State
		has, lacks string
	}{
		"empty":   {has: "Drop filings here", lacks: "<article"},
		"list":    {status: session.Status{Files: 2, Done: 2, Opened: 2, Total: 2}, has: `class="list"`, lacks: "<article"},
		"filing":  {status: session.Status{Files: 1, Done: 1, Opened: 1, Total: 1}, filing: shown, has: "<article", lacks: `class="entries`},
		"both":    {status: session.Status{Files: 2, Done: 2, Opened: 2, Total: 2}, filing: shown, has: "desk both", lacks: "welcome"},
		"failed":  {status: session.Status{Files: 1, Done: 1, Failed: 1, Total: 1}, has: "1 file could not be read", lacks: "Download all"},
		"refused": {status: session.Status{Files: 1, Done: 1, Opened: 1, Total: 1}, filing: refused, has: "It is not there.", lacks: "<article"},
	} {
		r := newRoot()
		r.status, r.filing.State = c.status, c.filing
		q := list.Query{Seen: seen(c.status)}
		r.list.Refresh(q)
		r.list.Answer(q, list.Window{})
		got := drawn(r.Render())
		if !strings.Contains(got, c.has) || strings.Contains(got, c.lacks) {
			t.Errorf("%s: want %q and not %q:\n%s", name, c.has, c.lacks, got)
		}
	}
}
