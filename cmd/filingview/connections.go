package main

import (
	"container/list"
	"crypto/tls"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"sync"
	"time"
)

const (
	// mostConnections is how many may be open together, if the system lets this
	// process have so many. One that waits costs some 20 KB.
	mostConnections = 16_384
	// spareFiles are for what is open besides connections.
	spareFiles = 64
	// share is which part of all connections one client may hold when there is no
	// room: 1/share of them.
	share = 64
	// fullEvery is how often it is told that there is no room.
	fullEvery = time.Minute
)

// connections accepts connections and holds so many at most. None is turned away:
// where there is no room for another, one is ended. Of the clients that hold more
// than their share it is one of the client that holds the most, else anybody's; and
// there the one in which nothing has happened for the longest time, neither a
// request begun nor an answer done. So those who open many and are slow with all of
// them are in the way of each other and of nobody else, while a proxy, behind which
// all clients have one address, may have all there is.
//
// It also keeps the address of the client to itself: neither a handler nor a line of
// the log can get hold of it.
type connections struct {
	net.Listener
	most int
	log  *slog.Logger

	mu      sync.Mutex
	all     list.List // of *connection; what has waited longest is in front
	clients map[netip.Prefix]*client
	greedy  map[*client]bool // that hold more than their share: never more than share
	ended   int              // since it was told
	told    time.Time
}

// client is who opens connections: an IPv4 address, or the IPv6 network of one site.
type client struct {
	from netip.Prefix
	held list.List // of *connection, as connections.all
}

// connection is one of those that are open.
type connection struct {
	*net.TCPConn
	by            *connections
	client        *client
	inAll, inHeld *list.Element // nil once it is closed
}

// bound returns a listener that has no more than so many connections open.
func bound(l net.Listener, most int, log *slog.Logger) *connections {
	return &connections{Listener: l, most: max(most, 1), log: log, clients: map[netip.Prefix]*client{}, greedy: map[*client]bool{}}
}

func (c *connections) Accept() (net.Conn, error) {
	accepted, err := c.Listener.Accept()
	if err != nil {
		return nil, err
	}
	tcp, ok := accepted.(*net.TCPConn)
	if !ok {
		return accepted, nil // no other kind is listened for
	}
	opened := &connection{TCPConn: tcp, by: c}
	if dropped := c.enter(opened, clientOf(tcp.RemoteAddr())); dropped != nil {
		// What was sent and not taken is not waited for.
		_ = dropped.SetLinger(0)
		_ = dropped.TCPConn.Close()
	}
	return opened, nil
}

// clientOf says whose an address is. A site has the whole of an IPv6 network to
// itself, so that its single addresses tell nothing.
func clientOf(addr net.Addr) netip.Prefix {
	tcp, ok := addr.(*net.TCPAddr)
	if !ok {
		return netip.Prefix{}
	}
	ip := tcp.AddrPort().Addr().Unmap().WithZone("")
	bits := 32
	if ip.Is6() {
		bits = 64
	}
	p, err := ip.Prefix(bits)
	if err != nil {
		return netip.Prefix{}
	}
	return p
}

// enter counts a connection in and returns the one that has to go for it, if any.
func (c *connections) enter(opened *connection, from netip.Prefix) (dropped *connection) {
	c.mu.Lock()
	defer c.mu.Unlock()
	by := c.clients[from]
	if by == nil {
		by = &client{from: from}
		c.clients[from] = by
	}
	// Room is made before it is among those that may have to go.
	if c.all.Len() >= c.most {
		dropped = c.slowest()
		c.leave(dropped)
		c.clients[from] = by // which leave may have forgotten
		c.tell()
	}
	opened.client, opened.inAll, opened.inHeld = by, c.all.PushBack(opened), by.held.PushBack(opened)
	if by.held.Len() > c.share() {
		c.greedy[by] = true
	}
	return dropped
}

func (c *connections) share() int { return max(1, c.most/share) }

// slowest returns the connection that has to go.
func (c *connections) slowest() *connection {
	var most *client
	for g := range c.greedy {
		if most == nil || g.held.Len() > most.held.Len() {
			most = g
		}
	}
	from := &c.all
	if most != nil {
		from = &most.held
	}
	return from.Front().Value.(*connection)
}

// leave counts a connection out, the first time that it is called for it.
func (c *connections) leave(gone *connection) {
	if gone.inAll == nil {
		return
	}
	by := gone.client
	c.all.Remove(gone.inAll)
	by.held.Remove(gone.inHeld)
	gone.inAll, gone.inHeld = nil, nil
	if by.held.Len() <= c.share() {
		delete(c.greedy, by)
	}
	if by.held.Len() == 0 {
		delete(c.clients, by.from)
	}
}

// tell says that there is no room, but not each time.
func (c *connections) tell() {
	c.ended++
	if now := time.Now(); now.Sub(c.told) >= fullEvery {
		c.log.Warn("no room for more connections: those that were slowest are ended", "most", c.most, "clients", len(c.clients), "ended", c.ended)
		c.ended, c.told = 0, now
	}
}

// note is a [http.Server]'s ConnState: it sees to it that a connection in which
// something happens is the last to go.
func (c *connections) note(conn net.Conn, state http.ConnState) {
	if state != http.StateActive && state != http.StateIdle {
		return
	}
	if secured, ok := conn.(*tls.Conn); ok {
		conn = secured.NetConn()
	}
	if ours, ok := conn.(*connection); ok {
		c.mu.Lock()
		if ours.inAll != nil {
			c.all.MoveToBack(ours.inAll)
			ours.client.held.MoveToBack(ours.inHeld)
		}
		c.mu.Unlock()
	}
}

// Close ends the connection and makes room for another.
func (c *connection) Close() error {
	c.by.mu.Lock()
	c.by.leave(c)
	c.by.mu.Unlock()
	return c.TCPConn.Close()
}

// RemoteAddr keeps to itself whose the connection is.
func (c *connection) RemoteAddr() net.Addr { return somebody{} }

// somebody is the address of everybody.
type somebody struct{}

func (somebody) Network() string { return "tcp" }
func (somebody) String() string  { return "somebody" }
