//go:build e2e

package e2e_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// download is a file that the page has saved.
type download struct {
	name string
	data []byte
}

// exports compares what the page saves with what the tool writes for the same
// file, byte for byte.
func exports(t *testing.T, s *suite) {
	t.Parallel()
	b := open(t, s, s.server)
	b.keepDownloads()
	one := filepath.Join(ownFilings, "form4-plain.xml")
	two := filepath.Join(submission, "two-submissions.txt")
	b.choose(one)
	b.until(`document.documentElement.dataset.state === "showing"`)
	for _, format := range []string{"sec", "csv", "json"} {
		b.click(`document.querySelector("button[data-do=export][data-with=" + %s + "]")`, format)
		b.sameAs(format, b.downloaded(), s.export(t, format, one))
	}
	// All that is open, the failures left out.
	b.choose(two, filepath.Join(wrongFiles, "picture.png"))
	b.until(`document.documentElement.dataset.state === "showing" && document.querySelector("[data-do=export-all]")`)
	for _, format := range []string{"sec", "csv", "json"} {
		b.click(`document.querySelector("button[data-do=export-all][data-with=" + %s + "]")`, format)
		b.sameAs(format, b.downloaded(), s.export(t, format, one, two))
	}
}

// export has the tool export files and returns what it wrote, by name.
func (s *suite) export(t *testing.T, format string, files ...string) map[string][]byte {
	t.Helper()
	// The tool names a file as it was told to open it, the page by its name alone.
	from, dir := t.TempDir(), t.TempDir()
	args := []string{"export", "-format", format, "-o", dir}
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(from, filepath.Base(path)), data, 0o666); err != nil {
			t.Fatal(err)
		}
		args = append(args, filepath.Base(path))
	}
	tool := exec.Command(s.tool, args...)
	tool.Dir = from
	if out, err := tool.CombinedOutput(); err != nil {
		t.Fatalf("filingview %q: %v\n%s", args, err, out)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	written := map[string][]byte{}
	for _, e := range entries {
		if written[e.Name()], err = os.ReadFile(filepath.Join(dir, e.Name())); err != nil {
			t.Fatal(err)
		}
	}
	return written
}

// sameAs compares a download, one file or a zip of several, with files.
func (b *tab) sameAs(format string, d download, want map[string][]byte) {
	b.Helper()
	got := map[string][]byte{}
	if len(want) == 1 && filepath.Ext(d.name) != ".zip" {
		for name := range want {
			if filepath.Ext(name) != filepath.Ext(d.name) {
				b.Errorf("%s: saved as %s, the tool writes %s.", format, d.name, name)
			}
			got[name] = d.data
		}
	} else {
		archive, err := zip.NewReader(bytes.NewReader(d.data), int64(len(d.data)))
		if err != nil {
			b.Fatalf("%s: %s: %v", format, d.name, err)
		}
		for _, f := range archive.File {
			r, err := f.Open()
			b.must(err)
			got[f.Name], err = io.ReadAll(r)
			b.must(err)
		}
	}
	for name, data := range want {
		if !bytes.Equal(got[name], data) {
			at := 0
			for at < min(len(got[name]), len(data)) && got[name][at] == data[at] {
				at++
			}
			from := max(0, at-60)
			b.Errorf("%s: %s differs from what the tool writes: …%.120q and not …%.120q", format, name, got[name][min(from, len(got[name])):], data[from:])
		}
		delete(got, name)
	}
	for name := range got {
		b.Errorf("%s: the tool does not write %s.", format, name)
	}
}

// keepDownloads has the browser save what the page offers, without a question.
func (b *tab) keepDownloads() {
	b.Helper()
	dir := b.TempDir()
	events := make(chan download, 10)
	b.downloads = events
	names := map[string]string{}
	b.must(chromedp.ListenBrowser(b.ctx, func(event any) {
		switch e := event.(type) {
		case *browser.EventDownloadWillBegin:
			names[e.GUID] = e.SuggestedFilename
		case *browser.EventDownloadProgress:
			if name, ours := names[e.GUID]; ours && e.State == browser.DownloadProgressStateCompleted {
				data, err := os.ReadFile(filepath.Join(dir, e.GUID))
				if errors.Is(err, os.ErrNotExist) {
					return // of another tab
				}
				if err != nil {
					b.Errorf("%s: %v", name, err)
				}
				events <- download{name, data}
			}
		}
	}))
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	_, err := chromedp.CallBrowser(ctx, browser.SetDownloadBehavior, browser.SetDownloadBehaviorParams{
		Behavior: browser.SetDownloadBehaviorBehaviorAllowAndName, BrowserContextID: chromedp.FromContext(b.ctx).BrowserContextID,
		DownloadPath: dir, EventsEnabled: new(true),
	})
	b.must(err)
}

// downloaded waits for the next file that the page saves.
func (b *tab) downloaded() download {
	b.Helper()
	select {
	case d := <-b.downloads:
		b.until(`document.querySelector(".saved")?.textContent.includes(%s)`, d.name)
		return d
	case <-time.After(patience):
		b.Fatalf("Nothing was saved.\n%s", b.state())
		return download{}
	}
}

// interceptDialog has the next file dialog come here.
func (b *tab) interceptDialog() {
	b.Helper()
	b.dialogs = make(chan *page.EventFileChooserOpened, 1)
	b.must(chromedp.Listen(b.ctx, func(event any) {
		if e, ok := event.(*page.EventFileChooserOpened); ok {
			b.dialogs <- e
		}
	}))
	b.must(call(b, page.SetInterceptFileChooserDialog, page.SetInterceptFileChooserDialogParams{Enabled: true}))
}

// answerDialog waits for the file dialog and chooses files in it.
func (b *tab) answerDialog(paths ...string) {
	b.Helper()
	select {
	case e := <-b.dialogs:
		b.must(call(b, dom.SetFileInputFiles, dom.SetFileInputFilesParams{Files: b.absolute(paths), BackendNodeID: e.BackendNodeID}))
		if e.Mode != page.FileChooserOpenedModeSelectMultiple {
			b.Errorf("The dialog is for %s.", e.Mode)
		}
	case <-time.After(patience):
		b.Fatal("No file dialog opens.")
	}
	b.must(call(b, page.SetInterceptFileChooserDialog, page.SetInterceptFileChooserDialogParams{Enabled: false}))
}

func (b *tab) moveTo(x, y float64) {
	b.Helper()
	b.must(call(b, input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: input.DispatchMouseEventTypeMouseMoved, X: x, Y: y}))
}
