package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"runtime/metrics"
	"time"

	"filingview/app/remote"
	"filingview/app/wire"
	"filingview/parser"
)

// child reads one PDF for the parent: the request and the bytes from in, the
// readings to out. It bounds itself; the parent kills it if that fails.
func child(s streams, read parser.Reader) int {
	r := bufio.NewReader(s.in)
	line, err := r.ReadBytes('\n')
	var what request
	if err == nil {
		err = json.Unmarshal(line, &what)
	}
	if err != nil {
		fmt.Fprintf(s.err, "the parent's request cannot be read: %v\n", err)
		return childFailed
	}
	boundTime(what.Time)
	if err := boundMemory(what.Memory); err != nil {
		fmt.Fprintf(s.err, "the memory cannot be bounded: %v\n", err)
		return childFailed
	}
	data, err := io.ReadAll(r)
	if err != nil {
		fmt.Fprintf(s.err, "the PDF does not arrive: %v\n", err)
		return childFailed
	}
	answer := remote.Sender{Open: read, Send: func(r *wire.Reading) error { return remote.Write(s.out, r) }}
	if err := answer.Read(1, what.Name, data); err != nil {
		fmt.Fprintf(s.err, "the parent does not take the answer: %v\n", err)
		return childFailed
	}
	return childDone
}

// patience is how much longer than its time of work a child may take where it has to
// wait for the machine.
const patience = 3

// boundTime ends the process when it has worked for so long, and after several times
// that if it has not: a busy machine is no fault of the PDF. Even if the parent is
// gone, nothing goes on for ever.
func boundTime(most time.Duration) {
	time.AfterFunc(patience*most, func() { os.Exit(childTime) })
	go func() {
		for range time.Tick(20 * time.Millisecond) {
			if worked() > most {
				os.Exit(childTime)
			}
		}
	}()
}

// boundMemory sees to it that the process ends when it takes more than most bytes:
// by the system where it can ([limitMemory]), and everywhere by looking.
func boundMemory(most int64) error {
	// Endless recursion ends as such before it has taken all memory.
	debug.SetMaxStack(int(most / 8))
	debug.SetMemoryLimit(most / 2) // collect harder before it comes to that
	go func() {
		taken := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
		for range time.Tick(20 * time.Millisecond) {
			if metrics.Read(taken); int64(taken[0].Value.Uint64()-taken[1].Value.Uint64()) > most {
				os.Exit(childMemory)
			}
		}
	}()
	return limitMemory(most)
}
