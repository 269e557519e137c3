package main

import (
	"context"
	"flag"
	"fmt"

	"filingview/parser/ownership"
	"filingview/parser/report"
)

const checkAbout = `filingview check [-json] FILE...

Reconciles the holdings of all filings in the files together: every line of Table I
and Table II is put into the account that it belongs to, and is

  = reconciled         it follows from the line or the filing before
  ~ explained          it does not follow by the figures alone, and something says
                       why: proved by other cells or a number in a note
  ~ explained, told    by a note that gives no amount which could be checked
  ~ explained, likely  by what the figures look like; something else is possible
  ! unexplained        it does not follow, and nothing says why
  ? cannot be tested   nothing before it says what the balance was

Prints the rates, the unexplained lines, the accounts with their lines, and the
findings. What the rules say that they name is in docs/rules of the sources, and in
rules.html beside the viewer. The order of the files makes no difference. A filing that is there twice
is named and counted once. As-filed figures are never altered. - reads standard
input. What cannot be read is named on standard error and the rest is checked all
the same; the exit code is then 1. What is found in filings does not change it.

  filingview check form4.xml               one filing
  filingview check filings/*.xml           all filings of a folder together
  filingview check -json feed.zip | jq -r '.lines[] | select(.state == "unexplained")'

With -json it writes one object, as web/check.schema.json describes it.

`

// check reconciles filings, which takes all of them at once.
func check(ctx context.Context, args []string, s streams) int {
	flags := flag.NewFlagSet("check", flag.ContinueOnError)
	asJSON := flags.Bool("json", false, "write one JSON object")
	files, code, ok := parseFlags(flags, args, s, checkAbout)
	if !ok {
		return code
	}
	if len(files) == 0 {
		fmt.Fprint(s.err, "filingview check: No FILE is named.\nUsage: ", checkAbout)
		return misuse
	}
	var filings []*ownership.Filing
	all, err := eachFiling(ctx, files, s, func(f *ownership.Filing) error {
		filings = append(filings, f)
		return nil
	})
	if err == nil {
		err = writeCheck(s, filings, *asJSON)
	}
	if err != nil {
		fmt.Fprintf(s.err, "filingview check: %v\n", err)
	}
	if err != nil || !all {
		return failed
	}
	return done
}

func writeCheck(s streams, filings []*ownership.Filing, asJSON bool) error {
	r, err := report.New(filings)
	switch {
	case err != nil:
		return err
	case asJSON:
		return r.WriteJSON(s.out)
	}
	return r.WriteText(s.out)
}
