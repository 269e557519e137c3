package main

import (
	"fmt"
	"net/http"
	"regexp"
	"strings"
)

// contentPolicy is what the page may do: load what is beside it and nothing else.
// index.html says the same, for hosts that send no headers; a test holds both
// together.
const contentPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; " +
	"font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"

// withheld are the powers of a browser that the page has no use for.
const withheld = "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), gamepad=(), geolocation=(), gyroscope=(), " +
	"hid=(), idle-detection=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), screen-wake-lock=(), " +
	"serial=(), usb=(), window-management=(), xr-spatial-tracking=()"

// responseHeaders returns what every response says, whatever it is. The origins are
// those of the sites that may show the page in a frame; secure is said of a server
// that speaks HTTPS itself.
func responseHeaders(origins []string, secure bool) http.Header {
	h := http.Header{}
	h.Set("Content-Security-Policy", contentPolicy+"; frame-ancestors "+strings.Join(append([]string{"'self'"}, origins...), " "))
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Permissions-Policy", withheld)
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	// The page takes nothing from others anyway. A host page that is isolated itself
	// shows only frames that say so, and their workers have to say it too.
	h.Set("Cross-Origin-Embedder-Policy", "require-corp")
	if len(origins) > 0 {
		// In a sandboxed frame the page is of no origin, so that its own files are
		// another's to it; and a host page may ask for the leave of what it frames.
		h.Set("Cross-Origin-Resource-Policy", "cross-origin")
		h.Set("Access-Control-Allow-Origin", "*")
	}
	if secure {
		// Two years. Other names below this one are not this server's to speak for.
		h.Set("Strict-Transport-Security", "max-age=63072000")
	}
	return h
}

// origin is a scheme and a host, with or without a port, as
// frame-ancestors takes it. The host may begin with *. for what is below it.
var origin = regexp.MustCompile(`^https?://(\*\.)?([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]*[a-z0-9])?(:[0-9]{1,5})?$|^https?://\[[0-9a-f:]+\](:[0-9]{1,5})?$`)

// parseOrigins reads a list of origins, with commas or spaces between them.
func parseOrigins(list string) ([]string, error) {
	var origins []string
	for _, o := range strings.FieldsFunc(strings.ToLower(list), func(r rune) bool { return r == ',' || r == ' ' }) {
		o = strings.TrimSuffix(o, "/")
		if o != "*" && !origin.MatchString(o) {
			return nil, fmt.Errorf("%q is no origin. An origin is a scheme, a host and perhaps a port: https://example.com, http://127.0.0.1:8080.", o)
		}
		origins = append(origins, o)
	}
	return origins, nil
}
