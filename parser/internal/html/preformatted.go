package html

import (
	"strings"

	"golang.org/x/net/html"

	"filingview/parser/internal/char"
	"filingview/parser/internal/plaintext"
	"filingview/parser/internal/sheet"
)

// preText is the text of a page that has no tables but preformatted text, as some of
// the forms that were filed as text were put into HTML: its columns are its layout.
type preText struct {
	text string
	// starts and stops say for each byte of text what stands for it in the source.
	starts, stops []int32
	ends          ends
}

// maxPre bounds the pages that are read so, since each byte needs eight more.
const maxPre = 4 << 20

// ReadPreformatted turns such a page into a sheet; ok is false for any other.
func ReadPreformatted(src string, from, to int) (s *sheet.Sheet, latin, ok bool) {
	page := src[from:to]
	if low := char.Lower(page[:min(len(page), maxPre)]); len(page) > maxPre || !strings.Contains(low, "<pre") || strings.Contains(low, "<td") || strings.Contains(low, "<th>") {
		return nil, false, false
	}
	p := shownIn(src, from, to)
	s, latin, over := plaintext.Read(p.text, 0, len(p.text))
	if over {
		return nil, false, false
	}
	s.Broken = p.ends.missing(page)
	for i := range s.Blocks {
		for _, l := range s.Blocks[i].Lines {
			p.place(l)
		}
	}
	for i := range s.Pages {
		p.place(s.Pages[i].Words)
	}
	return s, latin, true
}

// place gives words of the text their places in the source.
func (p *preText) place(words []sheet.Word) {
	for i := range words {
		at := &words[i].At
		at.Start, at.End = p.starts[at.Start], p.stops[at.End-1]
	}
}

// shownIn gives the text that a page shows, tags left out and references decoded.
func shownIn(src string, from, to int) *preText {
	var p preText
	var text strings.Builder
	put := func(s string, start, end int) {
		text.WriteString(s)
		for range len(s) {
			p.starts, p.stops = append(p.starts, int32(start)), append(p.stops, int32(end))
		}
	}
	z := html.NewTokenizer(strings.NewReader(src[from:to]))
	skip := ""
	for at := from; ; {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		start := at
		at += len(z.Raw())
		switch kind {
		case html.TextToken:
			for i := start; i < at && skip == ""; {
				n := 0
				if src[i] == '&' {
					n = entityLength(src[i:at])
				}
				if n == 0 {
					put(src[i:i+1], i, i+1)
					i++
					continue
				}
				put(html.UnescapeString(src[i:i+n]), i, i+n)
				i += n
			}
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			p.ends.count(string(name), kind)
			switch n := string(name); {
			case kind == html.EndTagToken && n == skip:
				skip = ""
			case kind == html.StartTagToken && skip == "" && (n == "title" || isRawText(n)):
				skip = n
			case n == "br" && kind != html.EndTagToken, endsLine(n), n == "pre":
				put("\n", start, at)
			}
		}
	}
	p.text = text.String()
	return &p
}
