//go:build e2e

package e2e_test

import (
	"archive/zip"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
)

var (
	plain  = filepath.Join(ownFilings, "form4-plain.xml")
	form3  = filepath.Join(ownFilings, "form3-plain.xml")
	form5  = filepath.Join(ownFilings, "form5-plain.xml")
	broken = filepath.Join(wrongFiles, "picture.png")
)

// listed reads the list: what is open by issuer, and the sentences of what is not.
func (b *tab) listed() (issuers, failed []string) {
	b.Helper()
	issuers = value[[]string](b, `[...document.querySelectorAll("nav .entries .issuer bdi")].map((e) => e.textContent)`)
	failed = value[[]string](b, `[...document.querySelectorAll("nav .entries .failed .why")].map((e) => e.textContent)`)
	return issuers, failed
}

const showing = `document.documentElement.dataset.state === "showing"`

// waysIn opens the same filing in every way there is.
func waysIn(t *testing.T, s *suite) {
	t.Parallel()
	want := read(t, plain).filings[0]
	data, err := os.ReadFile(plain)
	if err != nil {
		t.Fatal(err)
	}
	for _, way := range []struct {
		name string
		open func(b *tab)
	}{
		{"drop in the middle", func(b *tab) { b.drop(plain) }},
		{"drop in the corner", func(b *tab) { b.dropAt(3, 3, plain) }},
		{"drop of a folder", func(b *tab) {
			folder := filepath.Join(b.TempDir(), "folder", "deeper", "and deeper")
			b.must(os.MkdirAll(folder, 0o777))
			b.must(os.WriteFile(filepath.Join(folder, filepath.Base(plain)), data, 0o666))
			b.drop(filepath.Join(folder, "..", ".."))
		}},
		{"choose", func(b *tab) { b.choose(plain) }},
		{"dialog", func(b *tab) {
			b.interceptDialog()
			b.click(`document.querySelector(".bar [data-do=choose]")`)
			b.answerDialog(plain)
		}},
		{"paste", func(b *tab) {
			b.run(`(() => {
				const field = document.body.appendChild(document.createElement("textarea"));
				field.id = "typed";
				field.value = %s;
				field.select();
			})()`, string(data))
			b.edit("c", "copy")
			b.run(`document.querySelector("textarea").remove()`)
			b.edit("v", "paste")
		}},
		{"drop of text", func(b *tab) {
			for _, step := range []input.DispatchDragEventType{input.DispatchDragEventTypeDragEnter, input.DispatchDragEventTypeDragOver, input.DispatchDragEventTypeDrop} {
				b.must(call(b, input.DispatchDragEvent, input.DispatchDragEventParams{Type: step, X: 300, Y: 300, Data: &input.DragData{
					Items: []*input.DragDataItem{{MimeType: "text/plain", Data: string(data)}}, DragOperationsMask: 1,
				}}))
			}
		}},
		{"open with", func(b *tab) {
			b.run(`launched({ files: [{ name: "form4-plain.xml", getFile: async () => new File([%s], "form4-plain.xml") }] })`, string(data))
		}},
		{"zip", func(b *tab) { b.drop(zipped(b, plain)) }},
		{"gz", func(b *tab) { b.drop(gzipped(b, data)) }},
	} {
		t.Run(way.name, func(t *testing.T) {
			t.Parallel()
			b := blank(t, s, s.server)
			// The browser starts an app with files only once it is installed.
			b.must(call(b, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: `
				Object.defineProperty(window, "launchQueue", { value: { setConsumer: (f) => { window.launched = f; } } });`}))
			b.load()
			way.open(b)
			b.until(showing)
			b.compare(way.name, want)
			if value[bool](b, `"dragging" in document.documentElement.dataset`) {
				t.Error("The page still waits for a drop.")
			}
		})
	}
}

// edit presses Ctrl and a key, as a system does that knows what for.
func (b *tab) edit(key, command string) {
	b.Helper()
	for _, step := range []input.DispatchKeyEventType{input.DispatchKeyEventTypeRawKeyDown, input.DispatchKeyEventTypeKeyUp} {
		b.must(call(b, input.DispatchKeyEvent, input.DispatchKeyEventParams{
			Type: step, Modifiers: 2, Key: key, Code: "Key" + key, Commands: []string{command},
		}))
	}
}

func zipped(b *tab, paths ...string) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), "filings.zip")
	out, err := os.Create(path)
	b.must(err)
	z := zip.NewWriter(out)
	for _, p := range paths {
		data, err := os.ReadFile(p)
		b.must(err)
		w, err := z.Create(filepath.Base(p))
		b.must(err)
		_, err = w.Write(data)
		b.must(err)
	}
	b.must(z.Close())
	b.must(out.Close())
	return path
}

func gzipped(b *tab, data []byte) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), "form4-plain.xml.gz")
	out, err := os.Create(path)
	b.must(err)
	z := gzip.NewWriter(out)
	_, err = io.WriteString(z, string(data))
	b.must(err)
	b.must(z.Close())
	b.must(out.Close())
	return path
}

// early drops a file before the program is there: it waits, and is opened then.
func early(t *testing.T, s *suite) {
	t.Parallel()
	b := blank(t, s, s.server)
	release := b.witness.hold(".wasm")
	b.must(b.visit())
	b.drop(plain)
	b.until(`document.documentElement.dataset.state === "reading"`)
	b.choose(form3)
	if value[bool](b, `"ready" in document.documentElement.dataset`) {
		t.Fatal("The page is ready without its program.")
	}
	release()
	b.ready()
	b.until(showing)
	issuers, _ := b.listed()
	if len(issuers) != 2 {
		t.Errorf("Of two files given early, %q are open.", issuers)
	}
}

// oneOfMany gives several files of which one cannot be read.
func oneOfMany(t *testing.T, s *suite) {
	t.Parallel()
	b := open(t, s, s.server)
	b.drop(plain, broken, form3)
	b.until(showing)
	issuers, failed := b.listed()
	want := read(t, broken).failed
	if len(issuers) != 2 || len(failed) != 1 || failed[0] != want[0] {
		t.Errorf("Open are %q, failed %q, want two and %q.", issuers, failed, want)
	}
	// What comes later joins what is there, and one filing alone is shown at once.
	b.drop(form5)
	b.compare("form5-plain.xml", read(t, form5).filings[0])
	if issuers, _ := b.listed(); len(issuers) != 3 {
		t.Errorf("After a third filing, %q are open.", issuers)
	}
}

// besides drops what the page must leave alone or answer with a sentence.
func besides(t *testing.T, s *suite) {
	t.Parallel()
	b := open(t, s, s.server)
	b.drop(plain)
	b.until(showing)
	here := value[string](b, `location.href`)
	b.drop(b.TempDir()) // an empty folder
	b.until(`document.querySelectorAll("nav .entries .failed").length === 1`)
	b.run(`(() => {
		const clipboard = new DataTransfer();
		clipboard.setData("text/plain", "https://www.sec.gov/Archives/edgar/data/1640147/000089924321047607/xslF345X03/doc4.xml");
		document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: clipboard, bubbles: true, cancelable: true }));
	})()`)
	b.until(`document.querySelectorAll("nav .entries .failed").length === 2`)
	_, failed := b.listed()
	for _, sentence := range failed {
		if len(sentence) < 15 || sentence[len(sentence)-1] != '.' {
			t.Errorf("%q is no sentence.", sentence)
		}
	}
	if now := value[string](b, `location.origin + location.pathname`); here[:len(now)] != now {
		t.Errorf("A drop led from %s to %s.", here, now)
	}
}

// again closes everything and opens a filing, which is shown as the first one was.
func again(t *testing.T, s *suite) {
	t.Parallel()
	b := open(t, s, s.server)
	for _, path := range []string{plain, form3, form5, plain} {
		b.drop(path)
		b.compare(filepath.Base(path), read(t, path).filings[0])
		b.drop(broken, form3, form5)
		b.until(showing + ` && document.querySelectorAll("nav .entries > li").length === 4`)
		b.click(`document.querySelector("[data-do=forget]")`)
		b.until(`document.documentElement.dataset.state === "empty"`)
		if value[bool](b, `!!document.querySelector("nav, article")`) || value[string](b, `location.hash`) != "" {
			t.Errorf("Something is left:\n%s", b.state())
		}
	}
}
