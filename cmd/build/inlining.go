package main

// Functions of what is not hot are not inlined. That saves 53,000 bytes Brotli, 3.2 % of a
// first visit (measured with Go 1.26.8). A package that is hot and stands in the list
// breaks it: nothing fails, but make bench and the browser tests become slower.

// cold are the packages of the program that do not wait on speed: what draws, where
// the browser's own work takes the time, and what runs once a file or less. Without
// inlining them the program draws as fast as before.
// What reads a filing is not among them, nor is the runtime, without whose inlining
// it reads at two thirds of its speed.
func cold() []string {
	return []string{
		"filingview/app/...", "filingview/parser/export", goApp + "/...",
		"archive/tar", "archive/zip", "context", "encoding/base64", "encoding/csv", "encoding/json",
		"fmt", "internal/bisect", "internal/fmtsort", "internal/godebug", "internal/poll",
		"internal/reflectlite", "net/netip", "net/url", "os", "reflect", "regexp", "regexp/syntax",
		"sort", "syscall", "syscall/js", "time", "unique",
	}
}

// hot are those of the cold packages that wait on speed all the same: what carries a
// filing from the engine to the page.
func hot() []string {
	return []string{"filingview/app/engine", "filingview/app/reader", "filingview/app/wire", "filingview/app/worker"}
}

// coldFlags are the compiler's flags for the cold packages.
func coldFlags() []string {
	var flags []string
	for _, c := range cold() {
		flags = append(flags, "-gcflags="+c+"=-l")
	}
	for _, h := range hot() { // of several patterns that fit, the last counts
		flags = append(flags, "-gcflags="+h+"=")
	}
	return flags
}
