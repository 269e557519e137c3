package main

import (
	"bufio"
	"context"
	"flag"
	"fmt"

	"filingview/parser/export"
	"filingview/parser/ownership"
)

const parseAbout = `filingview parse FILE...

Writes one JSON object a line for each filing in the files, in their order, as
web/filing.schema.json describes it. - reads standard input. What cannot be read
is named on standard error and the rest is written all the same; the exit code
is then 1.
`

// parse writes filings as JSON lines while it reads, and keeps none.
func parse(ctx context.Context, args []string, s streams) int {
	flags := flag.NewFlagSet("parse", flag.ContinueOnError)
	files, code, ok := parseFlags(flags, args, s, parseAbout)
	if !ok {
		return code
	}
	if len(files) == 0 {
		fmt.Fprint(s.err, "filingview parse: No FILE is named.\nUsage: ", parseAbout)
		return misuse
	}
	out := bufio.NewWriter(s.out)
	all, err := eachFiling(ctx, files, s, func(f *ownership.Filing) error {
		return export.WriteLine(out, f)
	})
	if flushed := out.Flush(); err == nil {
		err = flushed
	}
	if err != nil {
		fmt.Fprintf(s.err, "filingview parse: %v\n", err)
	}
	if err != nil || !all {
		return failed
	}
	return done
}
