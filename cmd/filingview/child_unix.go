//go:build unix

package main

import (
	"syscall"
	"time"
)

// worked returns how long the processors have worked for this process.
func worked() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0 // the clock alone bounds it then
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
