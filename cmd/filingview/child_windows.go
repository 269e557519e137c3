package main

import (
	"syscall"
	"time"
)

// worked returns how long the processors have worked for this process.
func worked() time.Duration {
	var created, ended, kernel, user syscall.Filetime
	self, err := syscall.GetCurrentProcess()
	if err != nil || syscall.GetProcessTimes(self, &created, &ended, &kernel, &user) != nil {
		return 0 // the clock alone bounds it then
	}
	return ticks(kernel) + ticks(user)
}

// ticks turns a number of 100 ns into a duration.
func ticks(t syscall.Filetime) time.Duration {
	return time.Duration(int64(t.HighDateTime)<<32+int64(t.LowDateTime)) * 100
}
