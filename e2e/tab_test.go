//go:build e2e

package e2e_test

import (
	"context"
	"fmt"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/audits"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// patience is how long a test waits for anything: long, as a busy machine is no
// defect of the page.
const patience = 40 * time.Second

// tab is a tab with a profile of its own and someone listening.
type tab struct {
	*testing.T
	ctx     context.Context
	address string
	witness *witness
	spares

	mu         sync.Mutex
	complaints []string          // of the browser
	requests   []string          // of the page and its workers, with those that a cache answers
	keeper     []string          // requests of the service worker
	engines    []engine          // those that started, in order
	readers    []engine          // of pages, PDFs and text, in workers below them
	frames     []context.Context // of other sites, in the order in which they came
	gone       bool              // the test has ended it
	forgiven   string            // part of the complaints that the test is about
	quiet      bool              // from now on any request is one too many
	mayAsk     func(string) bool // but for these,
	after      map[string]bool   // and for what is loaded after the page, each once

	downloads chan download // see keepDownloads
	dialogs   chan *page.EventFileChooserOpened
}

// engine is a worker of the page.
type engine struct {
	id  target.ID
	ctx context.Context
}

// open opens a tab on address and waits until the page and its engine run. What
// the test did not expect is told at its end.
func open(t *testing.T, s *suite, address string) *tab {
	t.Helper()
	b := blank(t, s, address)
	b.load()
	return b
}

// blank opens a tab that shows nothing yet.
func blank(t *testing.T, s *suite, address string) *tab {
	t.Helper()
	s.slots <- struct{}{}
	t.Cleanup(func() { <-s.slots })
	b := &tab{T: t, address: address, witness: s.witness, spares: s.spares}
	if b.witness != nil {
		b.start(s.browser)
		// A tab that is not seen has its time rationed.
		b.must(call(b, page.BringToFront, cdp.Empty{}))
		return b
	}
	b.witness = newWitness(t, originOf(address))
	b.start(s.browser, chromedp.WithNewBrowserContext(func(p *target.CreateBrowserContextParams) {
		p.ProxyServer, p.ProxyBypassList = b.witness.proxy.URL, "<-loopback>"
	}))
	return b
}

// sibling opens another tab with the same profile.
func (b *tab) sibling() *tab {
	b.Helper()
	other := &tab{T: b.T, address: b.address, witness: b.witness, spares: b.spares}
	other.start(b.ctx)
	return other
}

// start opens the tab. It lives to the end of the test; what it is asked must not take
// for ever.
func (b *tab) start(in context.Context, options ...chromedp.ContextOption) {
	b.Helper()
	ctx, end := chromedp.NewContext(in, append(options, chromedp.WithListener(b.hear))...)
	b.Cleanup(end)
	b.ctx = ctx
	b.must(chromedp.Do(ctx))
	b.must(call(b, audits.Enable, cdp.Empty{}))
	script := listeners
	if b.spares.worker {
		script += withoutWorkers
	}
	if b.spares.reader {
		b.must(call(b, emulation.SetDataSaverOverride, emulation.SetDataSaverOverrideParams{DataSaverEnabled: &b.spares.reader}))
	}
	b.must(call(b, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script}))
	b.Cleanup(b.reckon)
}

// again goes to an address of the page, as if it was typed in, and waits until page
// and engine run.
func (b *tab) again(address string) {
	b.Helper()
	b.leave()
	b.must(b.do(chromedp.Navigate("about:blank")))
	b.must(b.do(chromedp.Navigate(address)))
	b.arrive()
}

// leave lets the page be loaded anew, which arrive waits for.
func (b *tab) leave() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.quiet, b.after = false, nil
}

func (b *tab) arrive() {
	b.Helper()
	b.comes(`document.documentElement?.dataset.ready === ""`)
	b.ready()
}

// comes waits until something is so in a page that is still to come.
func (b *tab) comes(condition string) {
	b.Helper()
	for deadline := time.Now().Add(patience); ; time.Sleep(20 * time.Millisecond) {
		if is, err := evaluate[bool](b, condition); err == nil && is {
			return
		} else if time.Now().After(deadline) {
			b.Fatalf("Waited in vain until %s (%v).\n%s", condition, err, b.state())
		}
	}
}

// listeners are in the page before anything of its own.
const listeners = `addEventListener("securitypolicyviolation", (e) =>
	console.error("The policy was violated: " + e.violatedDirective + " by " + e.blockedURI + " " + e.sample));
addEventListener("unhandledrejection", (e) => console.error("Nobody caught: " + e.reason));`

// withoutWorkers makes a browser one that has no service workers.
const withoutWorkers = `
Object.defineProperty(Navigator.prototype, "serviceWorker", { value: undefined });`

// load goes to the page's address and waits until page and engine run.
func (b *tab) load() {
	b.Helper()
	b.must(b.visit())
	b.ready()
}

// visit goes to the page's address.
func (b *tab) visit() error { return b.do(chromedp.Navigate(b.address)) }

// ready waits until page and engine run. From then on nothing may be asked of
// any server.
func (b *tab) ready() {
	b.Helper()
	b.until(`"ready" in document.documentElement.dataset && document.readyState === "complete"`)
	b.engine()
	b.mu.Lock()
	b.quiet = true
	b.mu.Unlock()
}

// engine waits until the newest engine has loaded its scripts, and returns it.
func (b *tab) engine() engine {
	b.Helper()
	return b.newest(&b.engines)
}

// reader does so for the newest reader.
func (b *tab) reader() engine {
	b.Helper()
	return b.newest(&b.readers)
}

func (b *tab) newest(workers *[]engine) engine {
	b.Helper()
	for deadline := time.Now().Add(patience); ; {
		b.mu.Lock()
		n := len(*workers)
		var e engine
		if n > 0 {
			e = (*workers)[n-1]
		}
		b.mu.Unlock()
		if n > 0 {
			ctx, cancel := context.WithTimeout(e.ctx, patience)
			loaded, err := chromedp.Run(ctx, chromedp.Evaluate[bool](`typeof Go === "function"`))
			cancel()
			if err == nil && loaded {
				return e
			}
		}
		if time.Now().After(deadline) {
			b.Fatalf("It has not started: %d such workers were seen.", n)
		}
		time.Sleep(5 * time.Millisecond)
	}
}

// hear takes what the page and its workers tell. It runs on chromedp's goroutine
// and must not wait.
func (b *tab) hear(event any) {
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		if scheme, _, _ := strings.Cut(e.Request.URL, ":"); scheme != "data" && scheme != "blob" {
			b.asked(e.Request.Method + " " + e.Request.URL)
		}
	case *network.EventWebSocketCreated:
		b.asked("WebSocket " + e.URL)
	case *network.EventWebTransportCreated:
		b.asked("WebTransport " + e.URL)
	case *runtime.EventExceptionThrown:
		b.complain("exception: " + exceptionText(e.ExceptionDetails))
	case *runtime.EventConsoleAPICalled:
		switch e.Type {
		case runtime.ConsoleAPICalledTypeError, runtime.ConsoleAPICalledTypeWarning, runtime.ConsoleAPICalledTypeAssert:
			var words []string
			for _, a := range e.Args {
				words = append(words, strings.Trim(string(a.Value), `"`)+a.Description)
			}
			b.complain("console: " + strings.Join(words, " "))
		}
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError || e.Entry.Level == log.EntryLevelWarning {
			b.complain(fmt.Sprintf("log: %s %s", e.Entry.Text, e.Entry.URL))
		}
	case *audits.EventIssueAdded:
		if text := issueText(e.Issue); text != "" {
			b.complain("issue: " + text)
		}
	case *page.EventJavascriptDialogOpening:
		b.complain("dialog: " + e.Message)
	case *target.EventAttachedToTarget:
		go b.listenTo(e.TargetInfo)
	}
}

// hearKeeper takes what the service worker tells. It may fetch the files of the page,
// to keep them, at any time, and nothing else.
func (b *tab) hearKeeper(event any) {
	e, ok := event.(*network.EventRequestWillBeSent)
	if !ok {
		b.hear(event)
		return
	}
	folder, _, _ := strings.Cut(b.address, "#")
	folder = folder[:strings.LastIndex(folder, "/")+1]
	b.mu.Lock()
	defer b.mu.Unlock()
	b.keeper = append(b.keeper, e.Request.Method+" "+e.Request.URL)
	name, ours := strings.CutPrefix(e.Request.URL, folder)
	if !ours || e.Request.Method != "GET" || strings.ContainsAny(name, "?#") {
		b.complaints = append(b.complaints, "the service worker asked for no file of the page: "+e.Request.Method+" "+e.Request.URL)
	}
}

// listenTo hears a worker out as the page, and a frame that has a process of its own.
func (b *tab) listenTo(info *target.Info) {
	if info.Type != "worker" && info.Type != "iframe" && info.Type != "service_worker" && info.Type != "shared_worker" {
		return
	}
	hear := b.hear
	if info.Type == "service_worker" {
		hear = b.hearKeeper
	}
	ctx, end := chromedp.NewContext(b.ctx, chromedp.WithTargetID(info.TargetID), chromedp.WithDetachOnCancel(), chromedp.WithListener(hear))
	if err := chromedp.Do(ctx); err != nil {
		end()
		return // it was gone before it could be heard
	}
	if info.Type == "worker" || info.Type == "iframe" {
		// The workers below it are its own.
		flat := true
		if _, err := chromedp.Call(ctx, target.SetAutoAttach, target.SetAutoAttachParams{AutoAttach: true, Flatten: &flat}); err != nil {
			return
		}
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	switch {
	case info.Type == "iframe":
		b.frames = append(b.frames, ctx)
	case info.Type == "worker" && info.Title == "reader":
		b.readers = append(b.readers, engine{info.TargetID, ctx})
	case info.Type == "worker" && info.Title != "compile":
		b.engines = append(b.engines, engine{info.TargetID, ctx})
	}
}

// allow lets requests pass from now on, even though the page is ready.
func (b *tab) allow(request func(string) bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.mayAsk = request
}

func (b *tab) asked(request string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.requests = append(b.requests, request)
	// The browser may look for the icon again whenever the address changes.
	icon := strings.Contains(request, "/icons/icon.") && strings.HasSuffix(request, ".svg")
	if b.quiet && !icon && !b.isBehind(request) && (b.mayAsk == nil || !b.mayAsk(request)) {
		b.complaints = append(b.complaints, "request after the page was ready: "+request)
	}
}

// laterPage are what the page goes on to load once it is ready, whatever is opened:
// the reader of pages, PDFs and text, and the scripts of its worker.
var laterPage = regexp.MustCompile(`/(reader\.[0-9a-f]{8}\.wasm|(engine|wasm_exec|compile)\.[0-9a-f]{8}\.js)$`)

// isBehind reports whether a request is the first for something of that.
func (b *tab) isBehind(request string) bool {
	if !laterPage.MatchString(request) || b.after[request] {
		return false
	}
	if b.after == nil {
		b.after = map[string]bool{}
	}
	b.after[request] = true
	return true
}

func (b *tab) complain(what string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.complaints = append(b.complaints, what)
}

// reckon fails the test for what it did not expect.
func (b *tab) reckon() {
	// What the page has said so far is here once it has answered once more.
	if _, err := evaluate[int](b, `new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(1))))`); err != nil && !b.gone {
		b.Errorf("The page does not answer at the end: %v", err)
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, c := range b.complaints {
		if b.forgiven == "" || !strings.Contains(c, b.forgiven) {
			b.Errorf("The browser complains: %s", c)
		}
	}
	if _, others := b.witness.account(0); len(others) > 0 && !b.witness.browserAsks {
		b.Errorf("Requests left the origin: %q", others)
	}
	for _, r := range b.requests {
		if _, url, _ := strings.Cut(r, " "); !b.witness.knows(url) {
			b.Errorf("The page asked another origin: %s", r)
		}
	}
}

func exceptionText(d *runtime.ExceptionDetails) string {
	if d.Exception != nil && d.Exception.Description != "" {
		return d.Text + " " + d.Exception.Description
	}
	return d.Text
}

func issueText(i *audits.InspectorIssue) string {
	switch d := i.Details; {
	case d.ContentSecurityPolicyIssueDetails != nil:
		return fmt.Sprintf("%s: %s by %s", i.Code, d.ContentSecurityPolicyIssueDetails.ViolatedDirective, d.ContentSecurityPolicyIssueDetails.BlockedURL)
	case d.BounceTrackingIssueDetails != nil:
		return "" // of a redirection before the user had touched the page, as above all a test does
	case d.GenericIssueDetails != nil:
		// Of an address that a script went to before the user had touched the page,
		// as only a test does.
		if d.GenericIssueDetails.ErrorType == audits.GenericIssueErrorTypeNavigationEntryMarkedSkippable {
			return ""
		}
		return fmt.Sprintf("%s: %s %s", i.Code, d.GenericIssueDetails.ErrorType, d.GenericIssueDetails.ViolatingNodeAttribute)
	}
	return string(i.Code)
}
