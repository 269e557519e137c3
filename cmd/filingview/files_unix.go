//go:build unix

package main

import "syscall"

// mostFiles returns how many files this process may have open, connections
// included. Go has asked for all that the system gives when the program began.
func mostFiles() (n int, known bool) {
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_NOFILE, &limit); err != nil {
		return 0, false
	}
	return int(min(uint64(limit.Cur), 1<<30)), true
}
