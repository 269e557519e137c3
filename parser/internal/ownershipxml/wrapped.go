package ownershipxml

import (
	"strings"

	"filingview/parser/internal/char"
)

// Unwrapped joins the lines of XML that a mail gateway has cut at a fixed width, in the
// middle of its tags. It returns false for any other text. A line is joined with the next
// one where it is exactly as long as the first one that ends inside a tag: the gateway cut
// it there.
func Unwrapped(text string) (string, bool) {
	width := cutInTag(text)
	if width < leastWidth {
		return "", false
	}
	full := 0
	var b strings.Builder
	b.Grow(len(text))
	for line := range strings.Lines(text) {
		if whole := trimEnd(line); len(whole) == width {
			b.WriteString(whole)
			full++
		} else {
			b.WriteString(line)
		}
	}
	if joined := b.String(); full >= leastFull && cutInTag(joined) < 0 && Find(joined) >= 0 {
		return joined, true
	}
	return "", false
}

// Gateways cut lines at 60 characters or more; fewer than three such lines may be chance.
const leastWidth, leastFull = 60, 3

func trimEnd(line string) string { return strings.TrimSuffix(strings.TrimSuffix(line, "\n"), "\r") }

// cutInTag returns the length of the first line that ends inside the name of a tag, as XML
// is never written, or -1.
func cutInTag(text string) int {
	for at := 0; ; {
		i := strings.IndexByte(text[at:], '\n')
		if i < 0 {
			return -1
		}
		start := at
		at += i + 1
		before := strings.TrimSuffix(text[max(0, at-60):at-1], "\r")
		if at == len(text) || before == "" || !isNamePart(before[len(before)-1]) || !isNamePart(text[at]) {
			continue
		}
		open := strings.LastIndexByte(before, '<')
		if open < 0 {
			continue
		}
		inName := true
		for _, c := range []byte(strings.TrimPrefix(before[open+1:], "/")) {
			inName = inName && isNamePart(c)
		}
		rest := text[at:min(len(text), at+60)]
		n := 0
		for n < len(rest) && isNamePart(rest[n]) {
			n++
		}
		if inName && n < len(rest) && (rest[n] == '>' || rest[n] == '/' || rest[n] == ' ') && lookup(local(strings.TrimPrefix(before[open+1:], "/"))) == unknown {
			return len(trimEnd(text[start:at]))
		}
	}
}

func isNamePart(c byte) bool { return char.IsNameStart(c) || c >= '0' && c <= '9' || c == ':' }
