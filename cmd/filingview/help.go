package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"runtime"
	"runtime/debug"
	"slices"
)

// help prints all commands, or how one is used.
func help(ctx context.Context, args []string, s streams) int {
	if len(args) == 0 {
		usage(s.out)
		return done
	}
	for _, c := range commands() {
		if c.name == args[0] && c.name != "help" {
			return c.run(ctx, []string{"-h"}, s)
		}
	}
	usage(s.out)
	if args[0] == "help" {
		return done
	}
	fmt.Fprintf(s.err, "filingview: There is no command %q.\n", args[0])
	return misuse
}

// version prints which build this is, as Go recorded it.
func version(_ context.Context, args []string, s streams) int {
	flags := flag.NewFlagSet("version", flag.ContinueOnError)
	if _, code, ok := parseFlags(flags, args, s, "filingview version\n\nPrints the version, the Go release and the platform of this build.\n"); !ok {
		return code
	}
	which := "(unknown)"
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		which = info.Main.Version
	}
	fmt.Fprintf(s.out, "filingview %s %s %s/%s\n", which, runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return done
}

// parseFlags reads the flags, which may stand before and after the other
// arguments, and returns these. If ok is false the command is over: help was
// asked for, or a flag is wrong and the user has been told.
func parseFlags(flags *flag.FlagSet, args []string, s streams, about string) (rest []string, code int, ok bool) {
	flags.SetOutput(s.err)
	flags.Usage = func() {}
	tell := func() {
		fmt.Fprint(flags.Output(), "Usage: ", about)
		flags.PrintDefaults()
	}
	for len(args) > 0 {
		switch err := flags.Parse(args); {
		case errors.Is(err, flag.ErrHelp):
			flags.SetOutput(s.out)
			tell()
			return nil, done, false
		case err != nil:
			tell()
			return nil, misuse, false
		}
		read := len(args) - flags.NArg()
		if read > 0 && args[read-1] == "--" {
			return slices.Concat(rest, flags.Args()), done, true
		}
		if args = flags.Args(); len(args) > 0 {
			rest, args = append(rest, args[0]), args[1:]
		}
	}
	return rest, done, true
}
