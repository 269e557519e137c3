package main

import (
	"crypto/tls"
	"fmt"
	"log/slog"
	"os"
	"sync"
	"time"
)

// lookAgain is how often it is looked whether the files of a certificate have
// changed, at most.
const lookAgain = 10 * time.Second

// certificate is what the server proves its name with: a chain and its key, each in
// a file. Files that change are read again, so that a renewed certificate needs no
// restart; while they do not fit together, or cannot be read, the last good pair
// serves on.
type certificate struct {
	chain, key string // names of files
	log        *slog.Logger
	every      time.Duration // lookAgain, but in tests

	mu     sync.Mutex
	pair   *tls.Certificate
	read   [2]state // of the files, when pair was read
	failed [2]state // when reading failed
	looked time.Time
}

// state tells one content of a file from another.
type state struct {
	size    int64
	changed time.Time
}

// loadCertificate reads both files.
func loadCertificate(chain, key string, log *slog.Logger) (*certificate, error) {
	c := &certificate{chain: chain, key: key, log: log, every: lookAgain, looked: time.Now()}
	return c, c.load(c.states())
}

// config is how the server speaks TLS. What is older than 1.2 is broken.
func (c *certificate) config() *tls.Config {
	return &tls.Config{MinVersion: tls.VersionTLS12, GetCertificate: c.current}
}

// states returns the states of both files, zero for one that is not there.
func (c *certificate) states() (both [2]state) {
	for i, name := range []string{c.chain, c.key} {
		if info, err := os.Stat(name); err == nil {
			both[i] = state{info.Size(), info.ModTime()}
		}
	}
	return both
}

func (c *certificate) load(now [2]state) error {
	pair, err := tls.LoadX509KeyPair(c.chain, c.key)
	if err != nil {
		return fmt.Errorf("The certificate in %s with the key in %s cannot be used: %w. Both are PEM files; the certificate comes first, then those that vouch for it.", c.chain, c.key, err)
	}
	c.pair, c.read = &pair, now
	c.log.Info("certificate", "names", pair.Leaf.DNSNames, "until", pair.Leaf.NotAfter)
	return nil
}

// current returns the certificate for a new connection.
func (c *certificate) current(*tls.ClientHelloInfo) (*tls.Certificate, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if now := time.Now(); now.Sub(c.looked) >= c.every {
		c.looked = now
		if s := c.states(); s != c.read && s != c.failed {
			if err := c.load(s); err != nil {
				c.failed = s
				c.log.Warn("The certificate has changed and the last one is used on.", "reason", err)
			}
		}
	}
	return c.pair, nil
}
