package html

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"filingview/parser/internal/char"
	"filingview/parser/internal/charset"
	"filingview/parser/internal/plaintext"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// text cuts a piece of the page's text into words.
func (r *htmlReader) text(start, end int) {
	const open, shut = "<![CDATA[", "]]>"
	if strings.HasPrefix(r.src[start:end], open) {
		start += len(open)
		end = max(start, end-len(shut))
	}
	from := -1      // where the word starts; -1 between words
	markup := false // the word is not the bytes that stand for it
	finish := func(at int) {
		if from >= 0 {
			r.piece(from, at, markup)
		}
		from, markup = -1, false
	}
	for i := start; i < end; {
		c := r.src[i]
		switch {
		case char.IsSpace(c):
			finish(i)
			r.space = true
			if c == '\n' && r.pre > 0 {
				r.newLine()
			}
			i++
			continue
		case c == '&':
			n := entityLength(r.src[i:end])
			if n > 0 && isBlankText(html.UnescapeString(r.src[i:i+n])) {
				finish(i)
				r.space = true
				i += n
				continue
			}
			if from < 0 {
				from = i
			}
			markup = true
			i += max(1, n)
			continue
		case c >= 0x80:
			ch, n := utf8.DecodeRuneInString(r.src[i:end])
			if char.IsWideSpace(ch) || ch == utf8.RuneError && n == 1 && c == 0xA0 {
				finish(i)
				r.space = true
				i += n
				continue
			}
			if from < 0 {
				from = i
			}
			markup = markup || isUnseen(ch)
			i += n
			continue
		}
		if from < 0 {
			from = i
		}
		i++
	}
	finish(end)
}

// piece adds a word that stands between two places of the source.
func (r *htmlReader) piece(start, end int, markup bool) {
	text := r.src[start:end]
	if !utf8.ValidString(text) {
		text = charset.FromWindows1252(text)
		r.latin = true
	}
	if markup {
		text = html.UnescapeString(text)
		text = strings.Map(func(c rune) rune {
			if isUnseen(c) {
				return -1
			}
			return c
		}, text)
		if text == "" {
			return
		}
	}
	r.word(text, start, end)
}

// word adds a word to the open block.
func (r *htmlReader) word(text string, start, end int) {
	if r.words++; r.words > plaintext.MaxWords {
		r.full = true
		return
	}
	n := len(r.block.Lines)
	if n == 0 {
		r.block.Lines = append(r.block.Lines, nil)
		n = 1
	}
	line := &r.block.Lines[n-1]
	*line = append(*line, sheet.Word{
		Text:   text,
		At:     ownership.Span{Start: int32(start), End: int32(end)},
		Raised: r.raised > 0,
		Glued:  !r.space && len(*line) > 0,
	})
	r.space = false
}

// entityLength returns the length of what looks like a character reference at the
// start of s, or 0.
func entityLength(s string) int {
	for i := 1; i < min(len(s), 40); i++ {
		switch c := s[i]; {
		case c == ';':
			if i == 1 {
				return 0
			}
			return i + 1
		case c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || c == '#' && i == 1:
		default:
			if i == 1 {
				return 0
			}
			return i
		}
	}
	return 0
}

// isBlankText reports whether a decoded reference is white space only.
func isBlankText(s string) bool {
	return s != "" && strings.TrimFunc(s, char.IsWideSpace) == ""
}

// isUnseen tells characters that only say where a line may break.
func isUnseen(r rune) bool {
	switch r {
	case 0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF:
		return true
	}
	return false
}
