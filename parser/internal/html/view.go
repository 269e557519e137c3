package html

import (
	"strings"

	"golang.org/x/net/html"

	"filingview/parser/internal/char"
)

// Shown returns what a page shows that is nothing but a view of another
// document: XML whose markup is shown as text, or one piece of preformatted text.
// Whether what is shown is a whole ownership document, isXML says.
func Shown(src string, isXML func(string) bool) (string, bool) {
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
	if s := all.String(); xml && isXML(s) {
		return s, true
	}
	if pre.Len() > 0 && other < 200 {
		return pre.String(), true
	}
	return "", false
}
