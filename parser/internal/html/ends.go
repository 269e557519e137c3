package html

import (
	"strings"

	"golang.org/x/net/html"

	"filingview/parser/internal/char"
)

// ends counts the tags of a page that have ends, to tell a page whose tags are lost.
type ends struct {
	html, table, row, cell tagCount
}

// tagCount counts the start tags and the end tags of elements.
type tagCount struct {
	starts, ends int
}

func (e *ends) of(name string) *tagCount {
	switch name {
	case "html", "body":
		return &e.html
	case "table":
		return &e.table
	case "tr":
		return &e.row
	case "td", "th":
		return &e.cell
	}
	return nil
}

// count counts a tag.
func (e *ends) count(name string, kind html.TokenType) {
	c := e.of(name)
	if c == nil {
		return
	}
	if kind != html.EndTagToken {
		c.starts++
	}
	if kind != html.StartTagToken {
		c.ends++
	}
}

// missing reports whether the end of the page is not there: it ends within a tag, an
// element of the whole page is not closed, or a table that nothing is around.
func (e *ends) missing(page string) bool {
	if i := strings.LastIndexByte(page, '<'); i > strings.LastIndexByte(page, '>') {
		if i+1 == len(page) || page[i+1] == '/' || page[i+1] == '!' || char.IsNameStart(page[i+1]) {
			return true
		}
	}
	if e.html.starts > 0 {
		return e.html.ends == 0
	}
	return e.table.starts > e.table.ends
}

// uneven reports whether tags of tables are lost or there twice. The ends of rows and
// cells may be left out (HTML, optional tags), but a page that writes them writes all.
func (e *ends) uneven() bool {
	left := func(c tagCount) bool { return c.ends > 0 && c.ends != c.starts }
	return e.table.starts != e.table.ends || left(e.row) || left(e.cell)
}
