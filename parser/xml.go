package parser

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/xml"

	"filingview/parser/ownership"
)

// Bounds of one ownership document. EDGAR allows 30 rows a table, 10 owners and
// 99 notes; these only keep a hostile file from filling the memory.
const (
	maxDepth    = 100
	maxRows     = 20_000
	maxOwners   = 1_000
	maxNotes    = 10_000
	maxPieces   = 1_000 // of one cell that is given again and again
	maxFindings = 500
)

// xmlReader reads one ownershipDocument by element names, never by its schema
// version: the lexer gives tokens, the stack gives each cell its content.
//
// The lexer works on a copy, because it writes into its input; every string and
// span comes from the source itself.
type xmlReader struct {
	src  string // the whole member
	from int    // where buf starts in src
	buf  []byte // the copy, with room for the lexer's final NUL
	lex  *xml.Lexer
	in   *parse.Input
	at   int // where in was (re)started in src
	lost int // bytes that were lexed again after damage

	f     *ownership.Filing
	err   *Error
	stack []frame
	open  []int // places in stack of the elements that hold text, innermost last
	row   *ownership.Row
	rowEl element // of the open row
	rowAt int     // its place in stack
	done  bool
	end   int // where the document ended, once that is known before the lexer is there

	tag     tag
	utf8    bool // all of src is UTF-8
	latin   bool // declared as windows-1252 or ISO 8859-1, and not UTF-8 all the same
	spans   []ownership.Span
	marks   []string
	dropped int   // findings beyond maxFindings
	about   []int // of each finding where the cell it is made in opens, or -1
}

// frame is an open element.
type frame struct {
	el    element
	open  int    // of its start tag
	inner int    // behind its start tag
	name  string // as written
	cell  any    // the cell it fills, if it fills one
	// start and end hold the text found so far that belongs to the cell; end is
	// 0 for none.
	start, end int
	id         string // of a note or of a reference to one
}

// tag is the start tag that the lexer is in.
type tag struct {
	open, nameEnd int
	name          string
	id            string
	pi            bool
	xmlDecl       bool
}

// readXML reads the ownershipDocument that starts at or after from, and returns
// where it ended. Text before the root that is no prolog becomes a finding.
func readXML(f *ownership.Filing, src string, from, to int) (end int, err *Error) {
	x := &xmlReader{src: src, from: from, f: f, at: from}
	x.buf = append(make([]byte, 0, to-from+1), src[from:to]...)
	x.utf8 = utf8.ValidString(src[from:to])
	x.spans = make([]ownership.Span, 0, (to-from)/80+8)
	if f.Source.Charset == "" {
		f.Source.Charset = "utf-8"
	}
	for i := bytes.IndexByte(x.buf, 0); i >= 0; {
		x.damage(from+i, from+i+1, "A NUL byte, which no text has, stands here.")
		x.buf[i] = ' '
		j := bytes.IndexByte(x.buf[i:], 0)
		if j < 0 {
			break
		}
		i += j
	}
	x.restart(from)
	for !x.done && x.err == nil {
		x.next()
	}
	if x.end == 0 {
		x.end = x.offset()
	}
	if x.err != nil {
		return x.end, x.err
	}
	x.finish()
	return x.end, nil
}

func (x *xmlReader) offset() int { return x.at + x.in.Offset() }

// restart lets the lexer go on at a place of its own choosing; it has state that
// damage confuses.
func (x *xmlReader) restart(at int) {
	x.at = at
	x.in = parse.NewInputBytes(x.buf[at-x.from:])
	x.lex = xml.NewLexer(x.in)
}

func (x *xmlReader) next() {
	token, data := x.lex.Next()
	end := x.offset()
	start := end - len(data)
	switch token {
	case xml.TextToken:
		x.textAt(start, end)
	case xml.StartTagToken:
		x.startTag(start, end)
	case xml.AttributeToken:
		x.attribute(start, end)
	case xml.StartTagCloseToken:
		x.push(end)
	case xml.StartTagCloseVoidToken:
		x.push(end)
		if x.err == nil && len(x.stack) > 0 {
			x.pop(start)
		}
	case xml.EndTagToken:
		x.endTag(start, end)
	case xml.CDATAToken:
		if !bytes.HasSuffix(data, []byte("]]>")) {
			x.fail(start, "A CDATA section that begins here never ends.")
			return
		}
		x.textAt(start, end)
	case xml.CommentToken:
		if !bytes.HasSuffix(data, []byte("-->")) {
			x.fail(start, "A comment that begins here never ends.")
		}
	case xml.DOCTYPEToken:
		x.err = &Error{Format: "an ownership XML", Kind: ErrDamaged, Place: place(x.src, start),
			Reason: "This XML declares a document type (DTD). No ownership document on EDGAR has one, and declared entities can hide what a filing says, so it is not read.",
			Advice: "Download the filing from EDGAR again."}
	case xml.StartTagPIToken:
		x.tag = tag{pi: true, xmlDecl: string(x.lex.Text()) == "xml"}
	case xml.StartTagClosePIToken:
		x.tag = tag{}
	case xml.ErrorToken:
		x.endOfInput(end)
	}
}

// textAt takes text, CDATA included, for the innermost element that holds text.
func (x *xmlReader) textAt(start, end int) {
	blank := true
	for i := start; i < end; i++ {
		if !isSpace(x.src[i]) {
			blank = false
			break
		}
	}
	if blank {
		return
	}
	if n := len(x.stack); n > 0 && x.stack[n-1].el == footnoteID {
		return // an id where it should not be; cite reads it
	}
	if n := len(x.open); n > 0 {
		f := &x.stack[x.open[n-1]]
		if f.end == 0 {
			f.start = start
		}
		f.end = end
		return
	}
	if n := len(x.stack); n > 0 && x.stack[n-1].el == unknown {
		return // told with the element
	}
	if s, e := trim(x.src, start, end); s < e && x.src[s:e] != "\ufeff" {
		x.find("xml-stray-text", ownership.Warning, s, e,
			"The text “"+clipText(x.src[s:e])+"” stands where the form has no cell.")
	}
}

// startTag begins a start tag, whose attributes follow as tokens of their own.
func (x *xmlReader) startTag(start, end int) {
	name := x.src[start+1 : end]
	if name == "" || !isNameStart(name[0]) {
		x.bareLess(start)
		return
	}
	if i := strings.IndexByte(name, '<'); i >= 0 {
		// "<value5</value>": a tag that lost its ">".
		n := knownPrefix(name[:i])
		if n == 0 {
			x.bareLess(start)
			return
		}
		x.damage(start, start+1+n, "The tag <"+name[:n]+"> has lost its “>”.")
		x.tag = tag{open: start, nameEnd: start + 1 + n, name: name[:n]}
		x.push(start + 1 + n)
		x.again(start+1+n, end)
		return
	}
	x.tag = tag{open: start, nameEnd: end, name: name}
}

// bareLess goes on behind a "<" that begins no tag: it is text.
func (x *xmlReader) bareLess(at int) {
	x.damage(at, at+1, "A bare “<” stands here; in XML it is written &lt;.")
	x.textAt(at, at+1)
	x.again(at+1, x.offset())
}

// again restarts the lexer at a place behind which it has already read to end.
// Damage that makes it read the same bytes over and over is given up.
func (x *xmlReader) again(at, end int) {
	x.lost += end - at
	if x.lost > 4*len(x.buf)+1<<16 {
		x.fail(at, "Its tags are too damaged to tell what belongs where.")
		return
	}
	x.restart(at)
}

// knownPrefix returns the length of the longest known element name that s starts
// with, or 0.
func knownPrefix(s string) int {
	for n := min(len(s), 40); n > 0; n-- {
		if lookup(local(s[:n])) != unknown {
			return n
		}
	}
	return 0
}

func local(name string) string {
	if i := strings.LastIndexByte(name, ':'); i >= 0 {
		return name[i+1:]
	}
	return name
}

// attribute takes the id of a note; other attributes say nothing about a filing.
func (x *xmlReader) attribute(start, end int) {
	if i := strings.IndexByte(x.src[start:end], '<'); i >= 0 && !x.tag.pi {
		x.brokenAttribute(start, end, start+i)
		return
	}
	name, val := x.lex.Text(), x.lex.AttrVal()
	switch {
	case x.tag.xmlDecl && string(name) == "encoding":
		switch strings.ToLower(unquote(string(val))) {
		case "windows-1252", "cp1252", "iso-8859-1", "latin1", "latin-1":
			x.latin = !x.utf8
		}
	case string(name) == "id" || local(string(name)) == "id":
		x.tag.id = unquote(x.src[end-len(val) : end])
	}
}

// brokenAttribute ends a tag whose attribute swallowed the "<" at less: its quote
// or its ">" is lost.
func (x *xmlReader) brokenAttribute(start, end, less int) {
	s := x.src[start:less]
	close := strings.IndexByte(s, '>')
	if close >= 0 {
		s = s[:close]
	}
	at := start + len(s)
	x.damage(x.tag.open, at, "The tag <"+x.tag.name+"> is broken: a quote or its “>” is lost.")
	name, val, has := strings.Cut(s, "=")
	if has && local(strings.TrimSpace(name)) == "id" {
		x.tag.id = strings.Trim(strings.TrimSpace(val), `"'/ `)
	}
	void := close >= 0 && strings.HasSuffix(s, "/")
	inner := at
	if close >= 0 {
		inner++
	} else if !has {
		inner = x.tag.nameEnd // "<value 5</value>": the 5 is content
	}
	x.push(inner)
	if void && x.err == nil && len(x.stack) > 0 {
		x.pop(at)
	}
	x.again(inner, end)
}

func unquote(s string) string {
	if len(s) >= 2 && (s[0] == '"' || s[0] == '\'') && s[len(s)-1] == s[0] {
		s = s[1 : len(s)-1]
	}
	s, _ = plainText(strings.TrimSpace(s))
	return s
}

// finish is done when the root has ended.
func (x *xmlReader) finish() {
	start, end := trim(x.src, x.end, x.from+len(x.buf))
	if text, _ := plainText(x.src[start:end]); text != "" {
		x.find("xml-stray-text", ownership.Warning, start, end, "The text “"+clipText(text)+"” stands behind the end of the form.")
	}
	if x.latin && !isASCII(x.src[x.from:x.end]) {
		x.f.Source.Charset = "windows-1252"
	}
	if x.dropped > 0 {
		x.f.Findings = append(x.f.Findings, ownership.Finding{Rule: "xml-findings-cut", Severity: ownership.Warning,
			Message: grouped(x.dropped) + " more findings about the XML are not listed."})
	}
	x.locate()
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// endOfInput is reached with the root still open. Only a missing end tag of the
// root itself is a blemish; anything else is a cut file, and its rows would be
// silently too few.
func (x *xmlReader) endOfInput(at int) {
	if len(x.stack) == 1 && x.stack[0].el == ownershipDocument && len(x.f.Signatures) > 0 {
		x.damage(at, at, "The end tag </ownershipDocument> is missing.")
		x.popTo(0, at)
		return
	}
	inside := "before its first element"
	if n := len(x.stack); n > 0 {
		inside = "inside <" + clipText(x.stack[n-1].name) + ">"
	}
	x.err = &Error{Format: "an ownership XML", Kind: ErrDamaged, Place: place(x.src, at),
		Reason: "This ownership document is cut off " + inside + ": its end tag </ownershipDocument> is missing, and what follows is not known.",
		Advice: "Download the filing again and compare the size."}
}

func (x *xmlReader) fail(at int, reason string) {
	x.err = &Error{Format: "an ownership XML", Kind: ErrDamaged, Place: place(x.src, at),
		Reason: "This ownership document is damaged. " + reason,
		Advice: "Download the filing again."}
}

func (x *xmlReader) bound(at int, what string) {
	x.err = &Error{Format: "an ownership XML", Kind: ErrBound, Place: place(x.src, at),
		Reason: "This ownership document has " + what + ".",
		Advice: "No filing on EDGAR does; check where the file comes from."}
}

func (x *xmlReader) damage(start, end int, message string) {
	x.find("xml-damaged", ownership.Warning, start, end, message)
}

func (x *xmlReader) find(rule string, s ownership.Severity, start, end int, message string) {
	if len(x.f.Findings) >= maxFindings {
		x.dropped++
		return
	}
	x.f.Findings = append(x.f.Findings, ownership.Finding{Rule: rule, Severity: s, Message: message,
		At: []ownership.Span{{Start: int32(start), End: int32(end)}}})
	about := -1
	if n := len(x.open); n > 0 {
		about = x.stack[x.open[n-1]].open
	}
	x.about = append(x.about, about)
}

// locate names the cells that the findings stand in or touch. It runs only for
// findings, after the rows have come to rest.
func (x *xmlReader) locate() {
	if len(x.about) == 0 {
		return
	}
	findings := x.f.Findings[:len(x.about)]
	nearest := make([]ownership.Cell, len(findings)) // the first cell behind about
	for c := range x.f.Cells() {
		if len(c.At) == 0 {
			continue
		}
		from, to := c.At[0].Start, c.At[len(c.At)-1].End
		for i := range findings {
			f := &findings[i]
			if about := int32(x.about[i]); about >= 0 {
				if from >= about && (nearest[i].Reading == nil || from < nearest[i].At[0].Start) {
					nearest[i] = c
				}
			} else if f.At[0].Start <= to && f.At[0].End >= from && len(f.Paths) < 20 {
				f.Paths = append(f.Paths, c.Path)
			}
		}
	}
	for i := range findings {
		if nearest[i].Reading != nil {
			findings[i].Paths = append(findings[i].Paths, nearest[i].Path)
		}
	}
}

// clipText shortens text for a message.
func clipText(s string) string {
	s = strings.Join(strings.Fields(strings.ToValidUTF8(s, "�")), " ")
	if utf8.RuneCountInString(s) <= 60 {
		return s
	}
	n := 0
	for i := range s {
		if n == 60 {
			return s[:i] + "…"
		}
		n++
	}
	return s
}
