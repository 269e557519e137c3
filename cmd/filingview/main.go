// Filingview is the native tool: it serves the viewer, parses SEC Section 16
// filings into JSON, exports them as tables and reconciles their holdings.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"filingview/parser"
)

func main() {
	if len(os.Args) == 2 && os.Args[1] == childCommand {
		os.Exit(child(streams{os.Stdin, os.Stdout, os.Stderr}, parser.Open))
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	os.Exit(run(ctx, os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr}))
}

// streams are what a command reads from and writes to.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// Exit codes.
const (
	done   = 0
	failed = 1 // something could not be read or written; the rest was
	misuse = 2 // the command line is wrong, nothing was done
)

// command is one thing the tool does.
type command struct {
	name string
	args string
	does string // for the list of commands
	run  func(ctx context.Context, args []string, s streams) int
}

// commands returns the commands in the order of the help; the first is run when
// none is named.
func commands() []command {
	return []command{
		{"serve", "[-addr HOST:PORT] [-embed-origins ORIGINS] [-tls-cert FILE -tls-key FILE]", "serve the viewer to browsers", serve},
		{"parse", "FILE...", "write one JSON object a line for each filing", parse},
		{"export", "-format sec|csv|json -o DIR FILE...", "write the SEC's tables or JSON to a folder", exportCommand},
		{"check", "[-json] FILE...", "reconcile the holdings of all filings, line by line", check},
		{"help", "[COMMAND]", "tell how a command is used", help},
		{"version", "", "tell which build this is", version},
	}
}

// run does what the arguments say and returns the exit code.
func run(ctx context.Context, args []string, s streams) int {
	all := commands()
	if len(args) == 0 {
		return all[0].run(ctx, nil, s)
	}
	switch name := args[0]; {
	case name == "-h" || name == "-help" || name == "--help":
		return help(ctx, nil, s)
	case strings.HasPrefix(name, "-") && name != "-":
		return all[0].run(ctx, args, s)
	}
	for _, c := range all {
		if c.name == args[0] {
			return c.run(ctx, args[1:], s)
		}
	}
	fmt.Fprintf(s.err, "filingview: There is no command %q. To read a file: filingview parse %s\n\n", args[0], args[0])
	usage(s.err)
	return misuse
}

func usage(w io.Writer) {
	fmt.Fprint(w, "Filingview opens SEC Section 16 filings: Forms 3, 4 and 5 and their amendments.\n\nUsage:\n\n")
	for i, c := range commands() {
		line := "filingview " + c.name + " " + c.args
		does := c.does
		if i == 0 {
			does += " (also without a command)"
		}
		fmt.Fprintf(w, "  %s\n        %s\n", strings.TrimSpace(line), does)
	}
	fmt.Fprint(w, "\nA FILE is an ownership XML, an EDGAR full submission, a page, a PDF or the text of a form,\nor a zip, tar or gzip of these. A PDF is read in a process of its own. - is standard input. \"filingview help COMMAND\" tells more.\n")
}
