//go:build e2e

package e2e_test

import (
	"encoding/json"
	"sync"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/tracing"
	"github.com/chromedp/chromedp"
)

// task is one task of the page's main thread.
type task struct {
	start, wall, cpu float64 // in ms; the start since the first task
}

// trace has the browser write down every task of every thread. The func that it
// returns ends that and returns those of the page's main thread.
//
// A task's time on the processor is what the page itself is to answer for: what it
// waited for on a busy machine is not in it.
func (b *tab) trace() (end func() []task) {
	b.Helper()
	var mu sync.Mutex
	var events []traceEvent
	complete := make(chan bool, 1)
	b.must(chromedp.Listen(b.ctx, func(event any) {
		switch e := event.(type) {
		case *tracing.EventDataCollected:
			mu.Lock()
			defer mu.Unlock()
			for _, v := range e.Value {
				var one traceEvent
				if json.Unmarshal(v, &one) == nil { // some have args of other kinds
					events = append(events, one)
				}
			}
		case *tracing.EventTracingComplete:
			complete <- e.DataLossOccurred
		}
	}))
	b.must(call(b, tracing.Start, tracing.StartParams{TraceConfig: &tracing.TraceConfig{
		IncludedCategories: []string{"disabled-by-default-devtools.timeline", "blink.user_timing"}, ExcludedCategories: []string{"*"},
	}}))
	b.run(`performance.mark(%s)`, traceMark)
	return func() []task {
		b.Helper()
		b.must(call(b, tracing.End, cdp.Empty{}))
		select {
		case lost := <-complete:
			if lost {
				b.Error("The browser has lost a part of the trace.")
			}
		case <-time.After(patience):
			b.Fatal("The trace does not end.")
		}
		mu.Lock()
		defer mu.Unlock()
		return tasksOf(events)
	}
}

const traceMark = "the page of the test"

// traceEvent is what the browser writes; times in µs.
type traceEvent struct {
	Name      string
	Ph        string
	Pid, Tid  int
	Ts        float64
	Dur, Tdur float64
}

// tasksOf finds the thread that made the mark, and its tasks.
func tasksOf(events []traceEvent) []task {
	var pid, tid int
	for _, e := range events {
		if e.Name == traceMark {
			pid, tid = e.Pid, e.Tid
		}
	}
	var tasks []task
	first := -1.0
	for _, e := range events {
		if e.Pid == pid && e.Tid == tid && e.Name == "RunTask" && e.Ph == "X" {
			if first < 0 {
				first = e.Ts
			}
			tasks = append(tasks, task{(e.Ts - first) / 1000, e.Dur / 1000, e.Tdur / 1000})
		}
	}
	return tasks
}

// longestTask returns the most that one task took of the processor.
func longestTask(tasks []task) (most task) {
	for _, t := range tasks {
		if t.cpu > most.cpu {
			most = t
		}
	}
	return most
}

// slowestTask returns the one that took longest by the clock.
func slowestTask(tasks []task) (most task) {
	for _, t := range tasks {
		if t.wall > most.wall {
			most = t
		}
	}
	return most
}
