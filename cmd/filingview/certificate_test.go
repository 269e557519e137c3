package main

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"log/slog"
	"math/big"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// issue writes a certificate for a name, and its key.
func issue(t *testing.T, name, chain, key string) {
	t.Helper()
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	about := &x509.Certificate{
		SerialNumber: big.NewInt(time.Now().UnixNano()), Subject: pkix.Name{CommonName: name}, DNSNames: []string{name},
		IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
	}
	der, err := x509.CreateCertificate(rand.Reader, about, about, &private.PublicKey, private)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		t.Fatal(err)
	}
	for file, block := range map[string]*pem.Block{chain: {Type: "CERTIFICATE", Bytes: der}, key: {Type: "PRIVATE KEY", Bytes: secret}} {
		if file == "" {
			continue
		}
		if err := os.WriteFile(file, pem.EncodeToMemory(block), 0o600); err != nil {
			t.Fatal(err)
		}
		// A clock of whole seconds must not hide that it is another file.
		if err := os.Chtimes(file, time.Time{}, time.Now().Add(time.Duration(len(name))*time.Second)); err != nil {
			t.Fatal(err)
		}
	}
}

// TestServeTLS: with a certificate the server speaks HTTPS, HTTP/2 included, nothing
// older than TLS 1.2, and has browsers keep to it.
func TestServeTLS(t *testing.T) {
	folder := t.TempDir()
	chain, key := filepath.Join(folder, "chain.pem"), filepath.Join(folder, "key.pem")
	issue(t, "first.invalid", chain, key)
	var log bytes.Buffer
	lines := slog.New(slog.NewTextHandler(&log, nil))
	proof, err := loadCertificate(chain, key, lines)
	if err != nil {
		t.Fatal(err)
	}
	proof.every = 0
	page, err := newSite(testPage(t), responseHeaders(nil, true))
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := newServer(page, lines)
	server.TLSConfig = proof.config()
	_, stop, ended := serveWith(t, server, bound(l, 100, lines))
	url := siteURL(l.Addr(), true)

	get := func(version uint16) (*http.Response, string, error) {
		transport := &http.Transport{ForceAttemptHTTP2: true, TLSClientConfig: &tls.Config{InsecureSkipVerify: true, MinVersion: tls.VersionTLS10, MaxVersion: version}}
		defer transport.CloseIdleConnections()
		got, err := (&http.Client{Transport: transport, Timeout: 10 * time.Second}).Get(url)
		if err != nil {
			return nil, "", err
		}
		defer got.Body.Close()
		return got, bodyOf(t, got), nil
	}
	for _, version := range []uint16{tls.VersionTLS12, tls.VersionTLS13} {
		got, body, err := get(version)
		if err != nil {
			t.Fatal(err)
		}
		if got.StatusCode != 200 || body != "<!doctype html>\n" || got.ProtoMajor != 2 || got.TLS.Version != version {
			t.Errorf("%s %s %q with TLS %x", got.Proto, got.Status, body, got.TLS.Version)
		}
		if hsts := got.Header.Get("Strict-Transport-Security"); !strings.HasPrefix(hsts, "max-age=") {
			t.Errorf("Strict-Transport-Security is %q", hsts)
		}
	}
	if _, _, err := get(tls.VersionTLS11); err == nil {
		t.Error("it speaks TLS 1.1")
	}

	name := func() string {
		t.Helper()
		got, _, err := get(tls.VersionTLS13)
		if err != nil {
			t.Fatal(err)
		}
		return got.TLS.PeerCertificates[0].DNSNames[0]
	}
	// While a renewal is half done, the last certificate serves on.
	newKey := filepath.Join(folder, "new.pem")
	issue(t, "second-one.invalid", chain, newKey)
	if got := name(); got != "first.invalid" {
		t.Errorf("with a chain whose key is not there it is %s", got)
	}
	if err := os.Rename(newKey, key); err != nil {
		t.Fatal(err)
	}
	if got := name(); got != "second-one.invalid" {
		t.Errorf("after the renewal it is %s", got)
	}
	if err := os.Remove(chain); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if got := name(); got != "second-one.invalid" {
			t.Errorf("without a file it is %s", got)
		}
	}
	stop()
	waitFor(t, ended)
	if n := strings.Count(log.String(), "the last one is used on"); n != 2 {
		t.Errorf("%d troubles were told, want 2:\n%s", n, &log)
	}
	// Who has tried the old protocol stays unknown.
	if !strings.Contains(log.String(), "TLS handshake error") || strings.Contains(log.String(), "127.0.0.1") {
		t.Errorf("the log is\n%s", &log)
	}
}

func TestNoHSTSWithoutTLS(t *testing.T) {
	if got := responseHeaders(nil, false).Get("Strict-Transport-Security"); got != "" {
		t.Errorf("a server without TLS says %q", got)
	}
}

// TestServeCertificateWrong: a certificate that cannot be used ends in a sentence.
func TestServeCertificateWrong(t *testing.T) {
	folder := t.TempDir()
	chain, key := filepath.Join(folder, "chain.pem"), filepath.Join(folder, "key.pem")
	issue(t, "one.invalid", chain, key)
	issue(t, "other.invalid", "", key)
	for name, files := range map[string][2]string{
		"another's key": {chain, key}, "no file": {filepath.Join(folder, "none.pem"), key}, "no certificate": {key, key},
	} {
		if _, err := loadCertificate(files[0], files[1], slog.New(slog.DiscardHandler)); err == nil || !strings.Contains(err.Error(), "cannot be used") || !strings.Contains(err.Error(), files[0]) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
