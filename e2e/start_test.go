//go:build e2e

package e2e_test

import (
	"bufio"
	"bytes"
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// dist is the built page, beside this package.
var dist = filepath.Join("..", "web", "dist")

// start starts the server, the plain host and the browser, and ends them with t.
func start(t *testing.T) *suite {
	t.Helper()
	if _, err := os.Stat(filepath.Join(dist, "index.html")); err != nil {
		t.Fatalf("The page is not built: run `make build` first (%v).", err)
	}
	s := &suite{slots: make(chan struct{}, atOnce)}
	s.tool = buildTool(t)
	s.server = serve(t, s.tool)
	s.static = staticHost(t)
	s.browser, _ = browse(t, t.TempDir())
	return s
}

// buildTool builds the tool with the page that is in dist now.
func buildTool(t *testing.T) string {
	t.Helper()
	tool := filepath.Join(t.TempDir(), "filingview")
	out, err := exec.Command("go", "build", "-buildvcs=false", "-o", tool, "filingview/cmd/filingview").CombinedOutput()
	if err != nil {
		t.Fatalf("The tool does not build: %v\n%s", err, out)
	}
	return tool
}

// serve runs `filingview serve` on a free port, with more arguments if there are any,
// and returns the address that it prints.
func serve(t *testing.T, tool string, args ...string) string {
	t.Helper()
	address, stop := serveUntil(t, tool, args...)
	t.Cleanup(stop)
	return address
}

// serveUntil is serve, but for the end.
func serveUntil(t *testing.T, tool string, args ...string) (address string, stop func()) {
	t.Helper()
	var complaints bytes.Buffer
	cmd := exec.Command(tool, append([]string{"serve", "-addr", "127.0.0.1:0", "-log=false"}, args...)...)
	cmd.Stderr = &complaints
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatalf("The server does not start: %v", err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatalf("The server prints no address (%v): %v\n%s", err, cmd.Wait(), complaints.String())
	}
	stop = func() { interrupt(t, cmd, &complaints) }
	for word := range strings.FieldsSeq(line) {
		if strings.HasPrefix(word, "http://") {
			return word, stop
		}
	}
	stop()
	t.Fatalf("The server prints no address: %q", line)
	return "", nil
}

// interrupt ends the server as Ctrl-C does.
func interrupt(t *testing.T, cmd *exec.Cmd, complaints *bytes.Buffer) {
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Errorf("The server was gone before the end: %v", err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	select {
	case err := <-ended:
		if err != nil || complaints.Len() > 0 {
			t.Errorf("The server did not end well on a signal: %v\n%s", err, complaints.String())
		}
	case <-time.After(10 * time.Second):
		t.Errorf("The server did not end within 10 s of a signal; killed: %v", cmd.Process.Kill())
	}
}

// staticHost serves dist as any host does that knows nothing of the viewer: no
// headers but the types of the files, and not at the root.
func staticHost(t *testing.T) string {
	t.Helper()
	const path = "/some/path/"
	host := httptest.NewServer(http.StripPrefix(path, http.FileServer(http.Dir(dist))))
	t.Cleanup(host.Close)
	return host.URL + path
}

// browse starts the browser with a profile in a folder. It is closed with t, or before
// that by a func, as its user closes it.
func browse(t *testing.T, profile string, more ...chromedp.ExecAllocatorOption) (browser context.Context, quit func()) {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(findBrowser(t)),
		chromedp.UserDataDir(profile),
		chromedp.DisableGPU,
		// The browser itself would ask its maker about every field to fill in.
		chromedp.Flag("disable-features", "Translate,AutofillServerCommunication,OptimizationHints,MediaRouter"),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("force-device-scale-factor", "1"),
		chromedp.Flag("hide-scrollbars", false),
		chromedp.WindowSize(1024, 800))
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox)
	}
	allocator, end := chromedp.NewExecAllocator(context.Background(), append(options, more...)...)
	t.Cleanup(end)
	browser, closeBrowser := chromedp.NewContext(allocator, chromedp.WithErrorf(func(string, ...any) {}))
	t.Cleanup(closeBrowser)
	if err := chromedp.Do(browser); err != nil {
		t.Fatalf("The browser does not start: %v", err)
	}
	return browser, func() {
		if err := chromedp.Cancel(browser); err != nil {
			t.Errorf("The browser does not close: %v", err)
		}
	}
}

// findBrowser looks where the Makefile looks.
func findBrowser(t *testing.T) string {
	t.Helper()
	if path := os.Getenv("CHROMIUM"); path != "" {
		return path
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Fatal("There is no Chromium: install it (on Debian and Ubuntu: apt-get install chromium) or name it in $CHROMIUM.")
	return ""
}
