package pdftest

import (
	"bytes"
	"math/rand/v2"
	"regexp"
	"strconv"
)

// Mutate returns a damaged copy of a PDF: bytes flipped, pieces cut out, doubled or
// overwritten, the end missing, numbers replaced by odd ones, references turned to
// other objects, names exchanged, its table of objects shifted. The seed decides.
func Mutate(data []byte, seed uint64) []byte {
	r := rand.New(rand.NewPCG(seed, 1934))
	out := bytes.Clone(data)
	for range 1 + r.IntN(4) {
		if len(out) < 16 {
			break
		}
		out = mutations()[r.IntN(len(mutations()))](r, out)
	}
	return out
}

func mutations() []func(*rand.Rand, []byte) []byte {
	return []func(*rand.Rand, []byte) []byte{
		flipped, flipped, cutOut, cutOff, doubled, overwritten, numbered, numbered, numbered, turned, turned, renamed, shifted,
	}
}

// piece picks a part of the bytes, mostly a short one.
func piece(r *rand.Rand, b []byte) (from, to int) {
	from = r.IntN(len(b))
	most := 64
	if r.IntN(4) == 0 {
		most = len(b)
	}
	return from, min(len(b), from+1+r.IntN(most))
}

func flipped(r *rand.Rand, b []byte) []byte {
	for range 1 + r.IntN(16) {
		b[r.IntN(len(b))] ^= 1 << r.IntN(8)
	}
	return b
}

func cutOut(r *rand.Rand, b []byte) []byte {
	from, to := piece(r, b)
	return append(b[:from], b[to:]...)
}

func cutOff(r *rand.Rand, b []byte) []byte {
	if r.IntN(4) == 0 {
		return b[r.IntN(len(b)):]
	}
	return b[:1+r.IntN(len(b)-1)]
}

func doubled(r *rand.Rand, b []byte) []byte {
	from, to := piece(r, b)
	return bytes.Join([][]byte{b[:to], b[from:to], b[to:]}, nil)
}

func overwritten(r *rand.Rand, b []byte) []byte {
	from, to := piece(r, b)
	copy(b[r.IntN(len(b)):], bytes.Clone(b[from:to]))
	return b
}

// replaced replaces one of the places where a pattern matches.
func replaced(r *rand.Rand, b []byte, pattern string, by func(old string) string) []byte {
	all := regexp.MustCompile(pattern).FindAllIndex(b, -1)
	if all == nil {
		return b
	}
	at := all[r.IntN(len(all))]
	return bytes.Join([][]byte{b[:at[0]], []byte(by(string(b[at[0]:at[1]]))), b[at[1]:]}, nil)
}

func numbered(r *rand.Rand, b []byte) []byte {
	odd := []string{"0", "-1", "1", "2147483647", "2147483648", "-9223372036854775808", "9223372036854775807", "99999999999999999999", "1e9", "0.0000001", "65536", "100000000"}
	return replaced(r, b, `[0-9]+`, func(old string) string {
		if n, err := strconv.Atoi(old); err == nil && r.IntN(2) == 0 {
			return strconv.Itoa(n + r.IntN(9) - 4)
		}
		return odd[r.IntN(len(odd))]
	})
}

// turned has a reference lead to another object, often back to where it comes from.
func turned(r *rand.Rand, b []byte) []byte {
	return replaced(r, b, `[0-9]+ 0 R`, func(string) string { return strconv.Itoa(r.IntN(12)) + " 0 R" })
}

func renamed(r *rand.Rand, b []byte) []byte {
	names := []string{"/Kids", "/Parent", "/Prev", "/Length", "/Filter", "/FlateDecode", "/Extends", "/ObjStm", "/XRef", "/Contents", "/Size", "/Index", "/W", "/Font", "/ToUnicode", "/Widths", "/K", "/P", "/Encrypt", "/ASCII85Decode", "/LZWDecode", "/Type0", "/DescendantFonts"}
	return replaced(r, b, `/[A-Za-z]+`, func(string) string { return names[r.IntN(len(names))] })
}

// shifted moves what the table of objects points at.
func shifted(r *rand.Rand, b []byte) []byte {
	by := r.IntN(40) - 20
	for range 1 + r.IntN(5) {
		b = replaced(r, b, `[0-9]{10} [0-9]{5} n`, func(old string) string {
			n, _ := strconv.Atoi(old[:10]) // ten digits
			s := strconv.Itoa(max(0, n+by))
			return "0000000000"[:10-len(s)] + s + old[10:]
		})
	}
	return b
}
