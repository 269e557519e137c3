package main

import (
	"fmt"
	"os"
	"syscall"
)

// limitMemory has the system refuse the process more than most bytes beyond the
// addresses that it has now: Go reserves far more of them than it uses.
func limitMemory(most int64) error {
	const what = "limit the address space: %w"
	statm, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return nil // a system without /proc: looking must do
	}
	var pages int64
	if _, err := fmt.Sscan(string(statm), &pages); err != nil {
		return fmt.Errorf(what, err)
	}
	var l syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_AS, &l); err != nil {
		return fmt.Errorf(what, err)
	}
	l.Cur = min(l.Max, uint64(pages*int64(os.Getpagesize())+most))
	if err := syscall.Setrlimit(syscall.RLIMIT_AS, &l); err != nil {
		return fmt.Errorf(what, err)
	}
	return nil
}
