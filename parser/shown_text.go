package parser

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/net/html"

	"filingview/parser/internal/char"
)

// unwrap turns a document into what it holds: text in UTF-16 into UTF-8, and a page
// that a browser saved of XML or text into that, since it shows the markup as text.
func (d *document) unwrap() {
	if text, ok := fromUTF16(d.text); ok && rootOf(text) < 0 && submissionAt(text) < 0 {
		d.text, d.charset = text, "utf-16"
	}
	if isPage(d) {
		if text, ok := shownText(d.text); ok {
			d.text, d.wrap = text, "html"
		}
	}
}

// shownText returns what a page shows that is nothing but a view of another
// document: XML whose markup is shown as text, or one piece of preformatted text.
func shownText(src string) (string, bool) {
	xml := strings.Contains(src, "ownershipDocument")
	if !xml && !strings.Contains(char.Lower(src[:min(len(src), 64<<10)]), "<pre") {
		return "", false
	}
	var all, pre strings.Builder
	inPre, skip, other := 0, "", 0
	z := html.NewTokenizer(strings.NewReader(src))
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		switch kind {
		case html.TextToken:
			if skip != "" {
				continue
			}
			text := z.Text()
			all.Write(text)
			if inPre > 0 {
				pre.Write(text)
			} else {
				other += len(strings.TrimSpace(string(text)))
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			switch n := string(name); {
			case skip != "":
			case n == "pre":
				inPre++
			case n == "title" || isRawText(n):
				if kind == html.StartTagToken {
					skip = n
				}
			case n == "td" || n == "th":
				other += 1000 // a table is more than a view
			case endsLine(n) || n == "br":
				all.WriteByte('\n')
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			switch n := string(name); {
			case n == skip:
				skip = ""
			case n == "pre":
				inPre = max(0, inPre-1)
			case endsLine(n):
				all.WriteByte('\n')
			}
		}
	}
	if s := all.String(); xml && rootOf(s) >= 0 && endTagBehind(s, 0) < len(s) {
		return s, true
	}
	if pre.Len() > 0 && other < 200 {
		return pre.String(), true
	}
	return "", false
}

// fromUTF16 turns text in UTF-16, with a mark or beginning with ASCII, into UTF-8.
func fromUTF16(s string) (string, bool) {
	if len(s) < 4 || len(s)%2 != 0 && len(s) > 1<<20 {
		return "", false
	}
	big := false
	switch {
	case strings.HasPrefix(s, "\xff\xfe") && s[2:4] != "\x00\x00":
		s = s[2:]
	case strings.HasPrefix(s, "\xfe\xff"):
		s, big = s[2:], true
	case s[1] == 0 && s[3] == 0 && s[0] != 0 && s[2] != 0 && s[0] < 0x80:
	case s[0] == 0 && s[2] == 0 && s[1] != 0 && s[3] != 0 && s[1] < 0x80:
		big = true
	default:
		return "", false
	}
	unit := func(i int) rune {
		if big {
			return rune(s[i])<<8 | rune(s[i+1])
		}
		return rune(s[i+1])<<8 | rune(s[i])
	}
	var b strings.Builder
	b.Grow(len(s) / 2)
	for i := 0; i+1 < len(s); i += 2 {
		r := unit(i)
		if utf16.IsSurrogate(r) {
			second := rune(utf8.RuneError)
			if i+3 < len(s) {
				second = unit(i + 2)
			}
			if r = utf16.DecodeRune(r, second); r != utf8.RuneError {
				i += 2
			}
		}
		b.WriteRune(r)
	}
	return b.String(), true
}
