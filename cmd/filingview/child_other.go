//go:build !linux

package main

// limitMemory does nothing where the system does not hold to such a limit.
func limitMemory(int64) error { return nil }
