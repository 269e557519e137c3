// Build makes the page's folder, web/dist: the program as wasm, Go's script that
// runs it, index.html and the files of web/, each also packed with Brotli and
// gzip.
//
// Every file but a few with fixed names (see fixed) gets the hash of its content
// into its name, app.css becomes app.3f9a1c2b.css, so that it can be cached for
// good. How a file learns the names of others:
//
//   - index.html, style sheets and the manifest name the files of web/ as they are
//     called there, and the programs as viewer.wasm, reader.wasm and wasm_exec.js. Build puts the
//     names that the files get in the place of these: in src, href and data-*
//     attributes, in url(…), and in "src" of the manifest. A data-later-* attribute
//     names what the page does not need on its first visit.
//   - The pages of docs/rules become one, rules.html (rulebook.go).
//   - Style sheets that follow one another in a page are served as one, and embed.js with
//     what it imports (join.go).
//   - Scripts name no file. web/boot.js finds what it needs in the data-*
//     attributes of its own script element, and tells the worker.
//
// A file that none of those with fixed names leads to is left out. All addresses are
// relative, so that the folder works under any path of any host.
//
// There are no integrity attributes: in a sandboxed frame, where even the page's own
// scripts are of another origin, a script with one is blocked unless the host sends
// CORS headers, and the page could not say what is wrong.
//
// With -npm it makes the parser as a JavaScript module instead (module.go).
//
// What is made is the same for the same sources and the same Go. Packing is kept in
// build/cache, by content.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdout, os.Stderr); err != nil {
		if !errors.Is(err, flag.ErrHelp) {
			fmt.Fprintf(os.Stderr, "build: %v\n", err)
		}
		os.Exit(1)
	}
}

// limit is what the first visit may cost at most, in bytes packed with Brotli.
const limit = 1_700_000

func run(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("build", flag.ContinueOnError)
	flags.SetOutput(stderr)
	out := flags.String("o", "", "the `folder` to fill, web/dist if none is named")
	fast := flags.Bool("fast", false, "pack fast instead of well: a fifth larger")
	size := flags.Bool("size", false, fmt.Sprintf("list what a first visit loads and fail over %d bytes", limit))
	without := flags.String("without", "", "leave out these `tricks`, with a comma between them, or all (tricks.go)")
	npm := flags.Bool("npm", false, "make the parser as a JavaScript module, in build/npm, in place of the page")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() > 0 {
		return fmt.Errorf("there is an argument too much: %q", flags.Arg(0))
	}
	with, err := tricksWithout(*without)
	if err != nil {
		return err
	}
	root, err := moduleRoot(ctx)
	if err != nil {
		return err
	}
	if *npm {
		dir, err := buildModule(ctx, root, stderr)
		if err == nil {
			fmt.Fprintf(stdout, "%s: the parser as a JavaScript module.\n", dir)
		}
		return err
	}
	if *out == "" {
		*out = filepath.Join(root, "web", "dist")
	}

	sources, err := readSources(root)
	if err != nil {
		return err
	}
	if !with.rehearsal {
		if sources["index.html"], err = withoutRehearsal(sources["index.html"]); err != nil {
			return err
		}
	}
	if err := compile(ctx, root, with, sources, stderr); err != nil {
		return err
	}
	if sources[execName], err = readExec(ctx); err != nil {
		return err
	}
	if err := joinSheets(sources); err != nil {
		return err
	}
	if err := joinModule(sources, "embed.js"); err != nil {
		return err
	}
	names := naming{sources: sources}
	page, err := names.all()
	if err != nil {
		return err
	}
	packed, err := packer{cache: filepath.Join(root, "build", "cache"), fast: *fast}.packAll(page)
	if err != nil {
		return err
	}
	if err := claim(*out); err != nil {
		return err
	}
	if err := fill(*out, packed); err != nil {
		return err
	}
	visit, later := weigh(names.firstVisit(), packed), weigh(names.laterVisit(), packed)
	if *size {
		table(stdout, visit, later)
	} else {
		fmt.Fprintf(stdout, "%s: a first visit loads %s with Brotli, and %s after it.\n", *out, megabytes(visit.total().brotli), megabytes(later.total().brotli))
	}
	if total := visit.total().brotli; *size && total > limit {
		return fmt.Errorf("a first visit loads %d bytes with Brotli, which is more than %d", total, limit)
	}
	return nil
}

// moduleRoot returns the folder of go.mod.
func moduleRoot(ctx context.Context) (string, error) {
	out, err := output(ctx, "", "go", "env", "GOMOD")
	if err != nil {
		return "", err
	}
	mod := strings.TrimSpace(out)
	if filepath.Base(mod) != "go.mod" {
		return "", errors.New("run it inside the module: there is no go.mod here or above")
	}
	return filepath.Dir(mod), nil
}

// output runs a command in a folder and returns what it prints, or an error with
// what it says.
func output(ctx context.Context, dir string, name string, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir = dir
	out, err := cmd.Output()
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		return "", fmt.Errorf("%s %s: %w\n%s", name, strings.Join(args, " "), err, exit.Stderr)
	}
	if err != nil {
		return "", fmt.Errorf("%s %s: %w", name, strings.Join(args, " "), err)
	}
	return string(out), nil
}
