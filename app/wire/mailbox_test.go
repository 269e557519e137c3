package wire

import (
	"sync"
	"testing"
)

func TestMailboxKeepsOrder(t *testing.T) {
	var m Mailbox[int]
	const n = 1000
	var wait sync.WaitGroup
	for sender := range 4 {
		wait.Go(func() {
			for i := range n {
				m.Put(sender*n + i)
			}
		})
	}
	go func() { wait.Wait(); m.Close() }()

	last, got := map[int]int{}, 0
	for v, ok := m.Receive(); ok; v, ok = m.Receive() {
		if v%n < last[v/n] {
			t.Fatalf("%d came before %d", last[v/n], v%n)
		}
		last[v/n] = v % n
		got++
	}
	if got != 4*n {
		t.Errorf("%d of %d arrived", got, 4*n)
	}
	if _, ok := m.Receive(); ok {
		t.Error("a closed, empty mailbox gives something")
	}
}

func TestMailboxPoll(t *testing.T) {
	var m Mailbox[string]
	if v, ok := m.Poll(); ok {
		t.Errorf("an empty mailbox gives %q", v)
	}
	m.Put("a")
	if v, ok := m.Poll(); !ok || v != "a" {
		t.Errorf("got %q, %v", v, ok)
	}
}
