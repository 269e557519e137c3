package split

import (
	"strings"

	"filingview/parser/internal/notetext"
)

// Mention is a ratio in a text, with the bytes of the words around it.
type Mention struct {
	Ratio    Ratio
	From, To int
}

// Mentions finds "five-for-one", "3-for-1", "1-for-10", "2:1" beside the word split.
func Mentions(low string) []Mention {
	var found []Mention
	for _, sep := range [...]string{"-for-", " for ", "-to-", ":"} {
		for at := 0; ; {
			i := strings.Index(low[at:], sep)
			if i < 0 {
				break
			}
			i += at
			at = i + 1
			from, to := i, i+len(sep)
			for from > 0 && notetext.IsAlnum(low[from-1]) {
				from--
			}
			for to < len(low) && notetext.IsAlnum(low[to]) {
				to++
			}
			n, d := count(low[from:i]), count(low[i+len(sep):to])
			if n == 0 || d == 0 || n == d {
				continue
			}
			if after := low[to:min(len(low), to+16)]; sep == ":" && (n != 1 && d != 1 || !strings.Contains(after, "split") && !strings.Contains(after, "ratio")) {
				continue // a time of day
			}
			near := low[max(0, from-60):min(len(low), to+60)]
			if !strings.Contains(near, "split") && !strings.Contains(near, "stock dividend") {
				continue
			}
			r := Ratio{n, d}
			if strings.Contains(near, "reverse") && n > d {
				r = Ratio{d, n}
			}
			a, b := notetext.Clause(low, from, to)
			found = append(found, Mention{r, a, b})
		}
	}
	return found
}

func count(w string) int64 {
	if n := notetext.Ordinal(w); n != 0 {
		return int64(n)
	}
	switch w {
	case "fifteen":
		return 15
	case "twenty":
		return 20
	case "twenty-five":
		return 25
	case "thirty":
		return 30
	case "forty":
		return 40
	case "fifty":
		return 50
	case "hundred":
		return 100
	}
	n := int64(0)
	for _, c := range w {
		if c < '0' || c > '9' || n > 1000 {
			return 0
		}
		n = n*10 + int64(c-'0')
	}
	return n
}
