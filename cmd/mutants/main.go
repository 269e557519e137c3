// Mutants asks of tests whether they hold: it changes one operator, condition or number of
// a package at a time and counts the changes that some test notices.
//
//	go run ./cmd/mutants [-n 30] [-seed 1] [-least 85] [-also ./parser] PACKAGE...
//
// It tests each package with a sample of its mutants, by the tests of the package and of
// those that -also names, and prints each mutant that survives and the share killed. The
// exit code is 1 if that is less than -least, or if a test fails without any mutant: such a
// test would seem to kill them all. A mutant is handed to the go command as an overlay: no
// file of the tree is touched. Mutants that do not compile do not count.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintf(os.Stderr, "mutants: %v\n", err)
		os.Exit(1)
	}
}

// trial is how mutants are tried.
type trial struct {
	dir      string        // the folder of the module
	also     []string      // packages whose tests are run besides the package's own
	patience time.Duration // for the tests of one mutant; what takes longer is killed
	out      io.Writer
}

func run(ctx context.Context, args []string, out io.Writer) error {
	flags := flag.NewFlagSet("mutants", flag.ContinueOnError)
	n := flags.Int("n", 30, "how many mutants of each package are tried")
	seed := flags.Uint64("seed", 1, "which mutants those are")
	least := flags.Float64("least", 0, "the least `percentage` that must be killed")
	also := flags.String("also", "", "`packages` whose tests are run too, with a comma between them")
	patience := flags.Duration("patience", 2*time.Minute, "for the tests of one mutant")
	if err := flags.Parse(args); err != nil {
		return err
	}
	t := trial{dir: ".", patience: *patience, out: out}
	if *also != "" {
		t.also = strings.Split(*also, ",")
	}
	killed, tried := 0, 0
	for _, pkg := range flags.Args() {
		k, all, err := t.tryPackage(ctx, pkg, *n, *seed)
		if err != nil {
			return fmt.Errorf("%s: %w", pkg, err)
		}
		fmt.Fprintf(out, "%-36s %3d of %3d killed\n", pkg, k, all)
		killed, tried = killed+k, tried+all
	}
	if tried == 0 {
		return fmt.Errorf("no mutant was tried in %s", strings.Join(flags.Args(), " "))
	}
	share := 100 * float64(killed) / float64(tried)
	fmt.Fprintf(out, "%-36s %3d of %3d killed, %.1f %%\n", "all", killed, tried, share)
	if share < *least {
		return fmt.Errorf("%.1f %% of the mutants are killed, which is less than %g %%", share, *least)
	}
	return nil
}

// located is a mutant of a file.
type located struct {
	file string
	mutant
}

// tryPackage tries n mutants of a package and counts those that compile, and of these the
// killed ones.
func (t trial) tryPackage(ctx context.Context, pkg string, n int, seed uint64) (killed, tried int, err error) {
	all, err := t.mutantsIn(ctx, pkg)
	if err != nil {
		return 0, 0, err
	}
	suites, err := t.suitesOf(ctx, pkg)
	if err != nil {
		return 0, 0, err
	}
	if verdict, err := t.try(ctx, pkg, suites, nil); err != nil || verdict != survives {
		return 0, 0, errors.Join(errors.New("the tests fail without a mutant"), err)
	}
	random := rand.New(rand.NewPCG(seed, uint64(len(all))))
	random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	for _, m := range all {
		if tried == n {
			break
		}
		verdict, err := t.try(ctx, pkg, suites, &m)
		if err != nil {
			return 0, 0, err
		}
		switch verdict {
		case survives:
			tried++
			fmt.Fprintf(t.out, "survives: %s:%d: %s (%d of %d killed)\n", m.file, m.line, m.what, killed, tried)
		case isKilled:
			killed++
			tried++
		}
	}
	return killed, tried, nil
}

// mutantsIn returns the mutants of all files of a package that are no tests and not generated.
func (t trial) mutantsIn(ctx context.Context, pkg string) ([]located, error) {
	cmd := exec.CommandContext(ctx, "go", "list", "-f", `{{.Dir}}{{range .GoFiles}} {{.}}{{end}}`, pkg)
	cmd.Dir = t.dir
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	fields := strings.Fields(string(out))
	var all []located
	for _, name := range fields[1:] {
		if strings.HasSuffix(name, "_gen.go") {
			continue
		}
		file := filepath.Join(fields[0], name)
		source, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		mutants, err := mutantsOf(file, source)
		if err != nil {
			return nil, err
		}
		for _, m := range mutants {
			all = append(all, located{file, m})
		}
	}
	return all, nil
}
