//go:build !unix

package main

// mostFiles returns how many files this process may have open, where the system has
// a bound for it.
func mostFiles() (n int, known bool) { return 0, false }
