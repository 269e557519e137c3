// Ledgerdiff lists what the ledger says differently in two revisions: each line of the
// filings beside the checkout whose state, rule, strength or sentence differs.
//
//	go run ./cmd/ledgerdiff -base REV [-head REV] [-shared ../shared]
//
// The head is the working tree if none is named. The kinds of change are counted first, then
// the lines of each kind are listed. It builds the tool of each revision in a temporary
// folder and has it check the filings of filings/xml together, and those of
// filings/submission, each file of forms by itself, and each case of faults/ledger.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintf(os.Stderr, "ledgerdiff: %v\n", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string, out io.Writer) error {
	flags := flag.NewFlagSet("ledgerdiff", flag.ContinueOnError)
	base := flags.String("base", "", "the `revision` to compare with")
	head := flags.String("head", "", "the `revision` that is compared; the working tree if empty")
	shared := flags.String("shared", filepath.Join("..", "shared"), "the `folder` beside the checkout")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *base == "" {
		return errors.New("no -base is named")
	}
	groups, err := groupsIn(*shared)
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "ledgerdiff")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	var said [2][]line
	names := [2]string{*base, *head}
	for i, rev := range names {
		tool := filepath.Join(dir, fmt.Sprintf("filingview-%d", i))
		if err := build(ctx, rev, filepath.Join(dir, fmt.Sprint(i)), tool); err != nil {
			return err
		}
		if said[i], err = check(ctx, tool, *shared, groups); err != nil {
			return fmt.Errorf("%s: %w", revision(rev), err)
		}
	}
	return write(out, revision(*base), revision(*head), said[0], said[1])
}

// revision names a revision, or the working tree.
func revision(rev string) string {
	if rev == "" {
		return "the working tree"
	}
	return rev
}
