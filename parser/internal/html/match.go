package html

import (
	"strings"

	"filingview/parser/internal/char"
	"filingview/parser/internal/charset"
)

// Is reports whether text is HTML: it has tags that nothing else has. The <TABLE> of a
// form that was filed as text has no cells.
func Is(text string) bool {
	if !charset.IsText(text) {
		return false
	}
	low := char.Lower(text[:min(len(text), 64<<10)])
	for _, tag := range [...]string{"<html", "<!doctype html", "<body", "<td", "<th", "<head>", "<div", "<pre>", "<p>"} {
		for from := 0; ; {
			i := strings.Index(low[from:], tag)
			if i < 0 {
				break
			}
			from += i + len(tag)
			if strings.HasSuffix(tag, ">") || from < len(low) && (char.IsSpace(low[from]) || low[from] == '>' || low[from] == '/') {
				return true
			}
		}
	}
	return false
}
