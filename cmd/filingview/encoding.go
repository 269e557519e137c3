package main

import (
	"strconv"
	"strings"
)

// bestEncoding returns which of the encodings offered, the best first, the client
// likes most by its Accept-Encoding: "" is none at all, which is what a client gets
// that accepts nothing (RFC 9110, section 12.5.3).
func bestEncoding(accept string, offered []string) string {
	best, quality := "", 0.0
	if q, named := qualityOf(accept, "identity"); named {
		quality = q
	}
	for _, encoding := range offered {
		q, _ := qualityOf(accept, encoding)
		// At equal quality packed is better than unpacked.
		if q > quality || q == quality && q > 0 && best == "" {
			best, quality = encoding, q
		}
	}
	return best
}

// qualityOf returns the weight from 0 to 1 that Accept-Encoding gives an encoding,
// and whether it speaks of it by name. What stands for all others, *, does not.
func qualityOf(accept, encoding string) (q float64, named bool) {
	for item := range strings.SplitSeq(accept, ",") {
		name, rest, _ := strings.Cut(item, ";")
		name = strings.ToLower(strings.TrimSpace(name))
		named = name == encoding || encoding == "gzip" && name == "x-gzip"
		if !named && name != "*" {
			continue
		}
		weight := 1.0
		for param := range strings.SplitSeq(rest, ";") {
			key, value, _ := strings.Cut(param, "=")
			if strings.EqualFold(strings.TrimSpace(key), "q") {
				w, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
				if err != nil || !(w >= 0 && w <= 1) {
					w = 0 // what cannot be understood is not asked for
				}
				weight = w
			}
		}
		if named {
			return weight, true
		}
		q = weight
	}
	return q, false
}
