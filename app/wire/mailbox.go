package wire

import (
	"sync"
	"time"
)

// Mailbox passes values from callbacks, which must never wait, to the one
// goroutine that works them off. The zero Mailbox is empty and open.
type Mailbox[T any] struct {
	mu      sync.Mutex
	waiting []T
	closed  bool
	arrived chan struct{} // holds a token when something may have changed
}

func (m *Mailbox[T]) signal() chan struct{} {
	if m.arrived == nil {
		m.arrived = make(chan struct{}, 1)
	}
	return m.arrived
}

func (m *Mailbox[T]) change(f func()) {
	m.mu.Lock()
	defer m.mu.Unlock()
	f()
	select {
	case m.signal() <- struct{}{}:
	default: // the token is there
	}
}

// Put leaves a value. It never blocks.
func (m *Mailbox[T]) Put(v T) { m.change(func() { m.waiting = append(m.waiting, v) }) }

// Close ends Receive once the mailbox is empty.
func (m *Mailbox[T]) Close() { m.change(func() { m.closed = true }) }

// Poll takes the next value if there is one.
func (m *Mailbox[T]) Poll() (v T, ok bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if len(m.waiting) == 0 {
		m.waiting = nil
		return v, false
	}
	v, m.waiting = m.waiting[0], m.waiting[1:]
	return v, true
}

// Receive waits for the next value. It returns false when the mailbox is closed
// and empty.
func (m *Mailbox[T]) Receive() (v T, ok bool) {
	for {
		m.mu.Lock()
		arrived, closed := m.signal(), m.closed
		m.mu.Unlock()
		if v, ok = m.Poll(); ok || closed {
			return v, ok
		}
		<-arrived
	}
}

// ReceiveWithin waits for the next value, but only for so long.
func (m *Mailbox[T]) ReceiveWithin(most time.Duration) (v T, ok bool) {
	over := time.NewTimer(most)
	defer over.Stop()
	for {
		m.mu.Lock()
		arrived := m.signal()
		m.mu.Unlock()
		if v, ok = m.Poll(); ok {
			return v, true
		}
		select {
		case <-arrived:
		case <-over.C:
			return v, false
		}
	}
}
