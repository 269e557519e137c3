package main

import "syscall"

// maxUnsent is how many bytes of an answer wait in the system for a client that does
// not take them; the rest waits here, where all answers share it. What is under way
// is not meant, so that a fast line is as fast as it was.
const maxUnsent = 128 << 10

// boundUnsent holds all connections of a listener to maxUnsent. Without it each
// client that asks for the program and does not take it holds megabytes.
func boundUnsent(_, _ string, c syscall.RawConn) error {
	const notSentLowWater = 25 // TCP_NOTSENT_LOWAT, which package syscall does not name
	var failed error
	err := c.Control(func(fd uintptr) {
		failed = syscall.SetsockoptInt(int(fd), syscall.IPPROTO_TCP, notSentLowWater, maxUnsent)
	})
	if err != nil {
		return err
	}
	return failed
}
