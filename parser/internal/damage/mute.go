package damage

import (
	"bytes"
	"regexp"
	"strings"
)

// meaningless are the elements whose tags say nothing of a form: how text looks, where a
// line or a paragraph of it ends, groups of rows, and what is about the page and not of it.
// HTML lets the tags of html, head, body and the groups be left out, and where a page leaves
// out the ends of cells and rows, their starts between boxes of a layout. The end of the
// document, of one in XML or of one in a submission, twice, ends nothing.
const meaningless = " a abbr acronym b basefont big blockquote body br caption center cite code col colgroup dd del dfn dir div dl dt em font form" +
	" h1 h2 h3 h4 h5 h6 head hr html i ins kbd li link main meta nobr ol p pre s samp script section small span strike strong style" +
	" sub sup tbody tfoot thead title tt u ul var wbr doctype xml "

var tagName = regexp.MustCompile(`^</?[!?]?([A-Za-z][A-Za-z0-9]*)`)

// Mute tells of a tag that is lost or there twice where nothing is read otherwise and
// nothing is said, though the tag means something; it is empty for all else.
func Mute(whole, got Read, c *Copy) string {
	if !strings.HasPrefix(c.What, "delete tag") && !strings.HasPrefix(c.What, "double tag") || got.Errors > whole.Errors || says(whole, got) {
		return ""
	}
	e := c.Edits[0]
	tag := e.With
	if !e.Twin {
		tag = c.lost
	}
	m := tagName.FindStringSubmatch(tag)
	if m == nil || strings.Contains(meaningless, " "+strings.ToLower(m[1])+" ") || cellsOf(whole) != cellsOf(got) {
		return ""
	}
	if name := strings.ToLower(m[1]); (name == "ownershipdocument" || name == "document") && e.Twin || (name == "td" || name == "th" || name == "tr") && !bytes.Contains(bytes.ToLower(c.Data), []byte("</td")) {
		return ""
	}
	return "nothing is read otherwise, and nothing is said"
}

// cellsOf writes down what is read, without its places.
func cellsOf(r Read) string {
	var b strings.Builder
	for _, f := range r.Filings {
		for x := range f.Cells() {
			b.WriteString(x.Path + " " + x.State.String() + " " + x.Text() + " " + strings.Join(x.Notes, ",") + "\n")
		}
	}
	return b.String()
}
