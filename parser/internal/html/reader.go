// Package html turns a page into a sheet: the words of its cells and paragraphs. Nothing
// of a page is ever shown or run.
package html

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"filingview/parser/internal/sheet"
)

// maxTableDepth bounds the tables inside tables of a page.
const maxTableDepth = 100

// htmlReader turns the tokens of a page into blocks: a block for each cell, and
// one for each paragraph outside of tables. It keeps a stack of tables instead of
// a tree, and opens and closes rows and cells where the standard's parser does,
// so that tags that were left out mean what they mean in a browser. Nothing of a
// page is ever shown or run: its words are all that is taken.
type htmlReader struct {
	src    string
	sheet  sheet.Sheet
	tables []htmlTable // open ones, innermost last
	count  int32       // of tables so far
	words  int
	full   bool // a bound was reached
	latin  bool // a word had to be read as windows-1252

	block  sheet.Block // the one that is being filled
	space  bool        // white space or a new line stands before the next word
	styles []htmlStyle // open inline elements, innermost last
	raised int         // how many of them raise the text
	pre    int         // open <pre> elements, in which a line end is one
	hidden hiddenPart
	// ends are those of the tags before counted: what was hidden is read twice.
	ends    ends
	counted int
}

// htmlTable is an open table.
type htmlTable struct {
	number   int32
	row, col int32 // of the last cell; -1 before the first
	inRow    bool
	inCell   bool
	cell     sheet.Block // the cell's place and spans, without words
	given    bool        // the cell has given a block
}

// htmlStyle is an open inline element that may raise its text.
type htmlStyle struct {
	name   string
	raised bool
}

// hiddenPart is the part of a page that is left out: what browsers never show.
type hiddenPart struct {
	name   string // of the element; empty for none
	depth  int    // of elements of that name inside it
	tables int    // open tables inside it
	from   int    // after its start tag
	seen   bool   // one was found to have no end; nothing is left out from there on
}

// Read turns the page between two places into a sheet. over is true if a bound
// was reached, so that the sheet is not whole.
func Read(src string, from, to int) (s *sheet.Sheet, latin, over bool) {
	r := htmlReader{src: src[:to]}
	for at := from; at >= 0; {
		at = r.tokens(at)
	}
	r.sheet.Broken, r.sheet.Uneven = r.ends.missing(r.src[from:]), r.ends.uneven()
	for len(r.tables) > 0 {
		r.endTable()
	}
	r.flush()
	return &r.sheet, r.latin, r.full
}

// tokens reads from a place to the end of the page. It returns a place to go on
// from where something was left out that should not have been, else -1.
func (r *htmlReader) tokens(from int) int {
	z := html.NewTokenizer(strings.NewReader(r.src[from:]))
	z.AllowCDATA(true)
	for at := from; ; {
		kind := z.Next()
		if kind == html.ErrorToken || r.full {
			break
		}
		start := at
		at += len(z.Raw())
		switch kind {
		case html.TextToken:
			if r.hidden.name == "" {
				r.text(start, at)
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := z.TagName()
			r.tally(string(name), kind, start)
			r.startTag(htmlTag{name: string(name), start: start, end: at}, z, more, kind == html.SelfClosingTagToken)
		case html.EndTagToken:
			name, _ := z.TagName()
			r.tally(string(name), kind, start)
			r.endTag(string(name))
		}
		r.counted = max(r.counted, at)
	}
	if r.hidden.name != "" && !isRawText(r.hidden.name) {
		// The end of what is hidden is missing: better shown than lost.
		from = r.hidden.from
		r.hidden = hiddenPart{seen: true}
		return from
	}
	return -1
}

// tally counts a tag, unless it was counted before what was hidden was read again.
func (r *htmlReader) tally(name string, kind html.TokenType, at int) {
	if at >= r.counted {
		r.ends.count(name, kind)
	}
}

// htmlTag is a start tag with those of its attributes that count.
type htmlTag struct {
	name             string
	start, end       int
	rowSpan, colSpan int32
	kind             string // type=
	checked          bool
	hidden           bool
	raised           bool
	words            string // value= or alt=
	image            string // src=
}

func (r *htmlReader) startTag(t htmlTag, z *html.Tokenizer, more, closed bool) {
	if h := &r.hidden; h.name != "" {
		if t.name == h.name && !closed {
			h.depth++
		}
		if t.name == "table" {
			h.tables++
		}
		return
	}
	for n := 0; more && n < 200; n++ {
		var key, value []byte
		key, value, more = z.TagAttr()
		t.attribute(string(key), string(value))
	}
	if !closed && (isRawText(t.name) || !r.hidden.seen && (neverShown(t.name) || t.hidden && hides(t.name))) {
		if endsLine(t.name) {
			r.line()
		}
		r.hidden = hiddenPart{name: t.name, depth: 1, from: t.end, seen: r.hidden.seen}
		return
	}
	switch t.name {
	case "table":
		r.table()
	case "tr":
		r.tr()
	case "td", "th":
		r.td(&t)
	case "thead", "tbody", "tfoot", "colgroup", "caption":
		r.endRow()
		r.line()
	case "br":
		r.newLine()
	case "input":
		r.input(&t)
	case "img":
		r.image(&t)
	case "sup", "span", "font", "small", "a", "b", "i", "u", "em", "strong", "sub":
		if len(r.styles) < maxTableDepth && !closed {
			t.raised = t.raised || t.name == "sup"
			r.styles = append(r.styles, htmlStyle{t.name, t.raised})
			if t.raised {
				r.raised++
			}
		}
	case "pre", "listing", "xmp":
		r.pre++
		r.line()
	default:
		if endsLine(t.name) {
			r.line()
		}
	}
}

// attribute takes an attribute if it says something about the form.
func (t *htmlTag) attribute(key, value string) {
	switch key {
	case "rowspan":
		t.rowSpan = htmlSpan(value)
	case "colspan":
		t.colSpan = htmlSpan(value)
	case "type":
		t.kind = strings.ToLower(strings.TrimSpace(value))
	case "checked":
		t.checked = true
	case "hidden":
		t.hidden = true
	case "style":
		style := strings.ReplaceAll(strings.ToLower(value), " ", "")
		t.hidden = t.hidden || strings.Contains(style, "display:none")
		t.raised = strings.Contains(style, "vertical-align:super") || strings.Contains(style, "vertical-align:text-top")
	case "value", "alt":
		t.words = value
	case "src":
		t.image = value
	}
}

// htmlSpan reads rowspan or colspan, which is 0 if it is none.
func htmlSpan(s string) int32 {
	n := int32(0)
	for _, c := range strings.TrimSpace(s) {
		if c < '0' || c > '9' {
			break
		}
		if n = n*10 + c - '0'; n >= 1000 {
			return 1000
		}
	}
	return n
}

func (r *htmlReader) endTag(name string) {
	if h := &r.hidden; h.name != "" {
		switch {
		case name == h.name:
			if h.depth--; h.depth == 0 {
				h.name = ""
			}
			return
		case name == "table" && h.tables > 0:
			h.tables--
			return
		case name != "table" || isRawText(h.name):
			return
		}
		h.name = "" // the end of a table ends what is hidden in it
	}
	switch name {
	case "table":
		r.endTable()
	case "tr", "thead", "tbody", "tfoot":
		r.endRow()
	case "td", "th":
		r.endCell()
	case "br":
		r.newLine()
	case "pre", "listing", "xmp":
		r.pre = max(0, r.pre-1)
		r.line()
	case "sup", "span", "font", "small", "a", "b", "i", "u", "em", "strong", "sub":
		for i := len(r.styles) - 1; i >= 0; i-- {
			if r.styles[i].name != name {
				continue
			}
			if r.styles[i].raised {
				r.raised--
			}
			r.styles = append(r.styles[:i], r.styles[i+1:]...)
			break
		}
	default:
		if endsLine(name) {
			r.line()
		}
	}
}

// neverShown tells elements whose content is no text of the page.
func neverShown(name string) bool {
	switch name {
	case "script", "style", "template", "noscript", "iframe", "object", "noembed", "noframes", "svg", "math", "select", "button":
		return true
	}
	return false
}

// isRawText tells elements whose content is no markup, so that only their own end
// tag ends them.
func isRawText(name string) bool {
	switch name {
	case "script", "style", "noscript", "iframe", "noembed", "noframes":
		return true
	}
	return false
}

// hides tells elements that are left out where their style hides them. Cells and
// rows are not among them: to leave one out would move the others.
func hides(name string) bool {
	switch name {
	case "div", "span", "p", "section", "aside", "font", "label", "dialog":
		return true
	}
	return false
}

// endsLine tells elements that stand on lines of their own.
func endsLine(name string) bool {
	switch name {
	case "p", "div", "center", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "hr",
		"blockquote", "address", "form", "fieldset", "legend", "section", "article", "aside", "main", "header",
		"footer", "nav", "figure", "figcaption", "details", "summary", "dir", "menu", "body", "html", "title",
		"head", "caption", "colgroup", "option", "textarea", "dialog":
		return true
	}
	return false
}

// input takes a box to tick, or what was typed into a field. Fields that are not
// shown say nothing.
func (r *htmlReader) input(t *htmlTag) {
	switch t.kind {
	case "checkbox", "radio":
		text := sheet.Unchecked
		if t.checked {
			text = sheet.Checked
		}
		r.space = true
		r.word(text, t.start, t.end)
		r.space = true
	case "", "text", "number", "date":
		r.fields(t)
	}
}

// image takes what stands for a picture: pages show boxes to tick as pictures.
func (r *htmlReader) image(t *htmlTag) {
	name := strings.ToLower(t.image[strings.LastIndexByte(t.image, '/')+1:])
	alt := strings.ToLower(strings.TrimSpace(t.words))
	switch {
	case strings.HasPrefix(alt, "unchecked") || strings.Contains(name, "unchecked"):
		r.word(sheet.Unchecked, t.start, t.end)
	case strings.HasPrefix(alt, "checked") || strings.Contains(name, "checked"):
		r.word(sheet.Checked, t.start, t.end)
	default:
		r.fields(t)
	}
}

// fields takes the words of an attribute; all stand where the tag stands.
func (r *htmlReader) fields(t *htmlTag) {
	if !utf8.ValidString(t.words) {
		return
	}
	for w := range strings.FieldsSeq(t.words) {
		r.space = true
		r.word(w, t.start, t.end)
		r.space = true
	}
}
