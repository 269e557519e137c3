// Package ownershipxml reads ownership XML: the ownershipDocument that EDGAR takes since
// mid-2003, by the names of its elements and never by its schema's version. What is
// damaged is recovered, with a finding each time.
package ownershipxml

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/xml"

	"filingview/parser/internal/char"
	"filingview/parser/internal/charset"
	"filingview/parser/internal/refusal"
	"filingview/parser/internal/wording"
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
	input
	f     *ownership.Filing
	err   *refusal.Error
	stack []frame
	open  []int // places in stack of the elements that hold text, innermost last
	row   *ownership.Row
	rowEl element // of the open row
	rowAt int     // its place in stack
	flat  bool    // it is one of the first XML's, see flat.go
	done  bool
	end   int // where the document ended, once that is known before the lexer is there

	tag     tag
	spans   []ownership.Span
	marks   []string
	dropped int   // findings beyond maxFindings
	about   []int // of each finding where the cell it is made in opens, or -1
	// unread is text where lines should be, in elements that no line has; noLine says so.
	unread ownership.Span
}

// input is a document and how far it was read.
type input struct {
	src   string // the whole member
	from  int    // where buf starts in src
	buf   []byte // the copy, with room for the lexer's final NUL
	lex   *xml.Lexer
	in    *parse.Input
	at    int  // where in was (re)started in src
	lost  int  // bytes that were lexed again after damage
	utf8  bool // all of src is UTF-8
	latin bool // declared as windows-1252 or ISO 8859-1, and not UTF-8 all the same
}

// frame is an open element.
type frame struct {
	el    element
	open  int    // of its start tag
	inner int    // after its start tag
	name  string // as written
	cell  any    // the cell it fills, if it fills one
	// start and end hold the text found so far that belongs to the cell; end is
	// 0 for none.
	start, end int
	markup     bool   // the text is not what it says
	id         string // of a note or of a reference to one
}

// tag is the start tag that the lexer is in.
type tag struct {
	open, nameEnd int
	name          string
	el            element // if that is known already
	id            string
}

// readDocument reads the ownershipDocument that starts at or after from, and returns
// where it ended. Text before the root that is no prolog becomes a finding.
func readDocument(f *ownership.Filing, src string, from, to int) (end int, err *refusal.Error) {
	x := &xmlReader{input: input{src: src, from: from, at: from}, f: f}
	x.buf = append(make([]byte, 0, to-from+1), src[from:to]...)
	x.utf8 = utf8.ValidString(src[from:to])
	x.spans = make([]ownership.Span, 0, (to-from)/120+8)
	x.stack = make([]frame, 0, 12)
	x.open = make([]int, 0, 4)
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
	if x.unread.End > 0 && len(f.TableI)+len(f.TableII) == 0 {
		return x.end, noLine(src, x.unread)
	}
	x.finish()
	return x.end, nil
}

func (x *input) offset() int { return x.at + x.in.Offset() }

// restart lets the lexer go on at a place of its own choosing; it has state that
// damage confuses.
func (x *input) restart(at int) {
	x.at = at
	x.in = parse.NewInputBytes(x.buf[at-x.from:])
	x.lex = xml.NewLexer(x.in)
}

func (x *xmlReader) next() {
	if x.tag.name == "" && x.plain() {
		return
	}
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
			x.pop(start, end)
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
		x.err = &refusal.Error{Format: "an ownership XML", Kind: refusal.ErrDamaged, Place: refusal.Place(x.src, start),
			Reason: "This XML declares a document type (DTD). No ownership document on EDGAR has one, and declared entities can hide what a filing says, so it is not read.",
			Advice: "Download the filing from EDGAR again."}
	case xml.StartTagPIToken:
		x.instruction(start, end)
	case xml.ErrorToken:
		x.endOfInput(end)
	}
}

// plain takes what most of a document is, text and known tags without attributes,
// by searching for its end; the lexer, which goes byte by byte, gets the rest:
// attributes, comments, instructions, and all that is odd or damaged.
func (x *xmlReader) plain() bool {
	at := x.offset()
	rest := x.src[at : x.from+len(x.buf)]
	switch {
	case rest == "":
		return false
	case rest[0] != '<':
		n := strings.IndexByte(rest, '<')
		if n < 0 {
			return false
		}
		x.skip(n)
		x.textAt(at, at+n)
		return true
	case len(rest) > 1 && rest[1] == '/':
		if len(x.stack) == 0 {
			return false
		}
		name := x.stack[len(x.stack)-1].name
		n := len(name) + 3
		if len(rest) < n || rest[n-1] != '>' || rest[2:n-1] != name {
			return false
		}
		x.skip(n)
		x.pop(at, at+n)
		return true
	}
	n := strings.IndexByte(rest[:min(len(rest), 48)], '>')
	if n < 2 {
		return false
	}
	el := lookup(rest[1:n])
	if el == unknown {
		return false
	}
	x.tag = tag{open: at, nameEnd: at + n, name: rest[1:n], el: el}
	x.skip(n + 1)
	x.push(at + n + 1)
	return true
}

// skip moves the lexer past bytes that it need not see.
func (x *input) skip(n int) {
	x.in.Move(n)
	x.in.Skip()
}

// textAt takes text, CDATA included, for the innermost element that holds text.
func (x *xmlReader) textAt(start, end int) {
	blank := true
	for i := start; i < end; i++ {
		if !char.IsSpace(x.src[i]) {
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
	if s, e := char.Trim(x.src, start, end); s < e && x.src[s:e] != "\ufeff" {
		if n := len(x.stack); n > 0 && (x.stack[n-1].el.isTable() || strings.Contains(x.src[s:e], "&lt;")) {
			x.unread = ownership.Span{Start: int32(s), End: int32(e)}
		}
		x.find(ownership.RuleXMLStrayText, s, e,
			"The text “"+wording.Clip(x.src[s:e])+"” stands where the form has no cell.")
	}
}

// startTag begins a start tag, whose attributes follow as tokens of their own.
func (x *xmlReader) startTag(start, end int) {
	name := x.src[start+1 : end]
	if name == "" || !char.IsNameStart(name[0]) {
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

func local(name string) string {
	if i := strings.LastIndexByte(name, ':'); i >= 0 {
		return name[i+1:]
	}
	return name
}

// attribute takes the id of a note; other attributes say nothing about a filing.
func (x *xmlReader) attribute(start, end int) {
	if i := strings.IndexByte(x.src[start:end], '<'); i >= 0 {
		x.brokenAttribute(start, end, start+i)
		return
	}
	if name := x.lex.Text(); string(name) == "id" || local(string(name)) == "id" {
		x.tag.id = unquote(x.src[end-len(x.lex.AttrVal()) : end])
	}
}

// instruction passes over a processing instruction, which ends at "?>" whatever it
// holds. The XML declaration is one, and may name another charset.
func (x *xmlReader) instruction(start, end int) {
	n := strings.Index(x.src[end:x.from+len(x.buf)], "?>")
	if n < 0 {
		x.fail(start, "A processing instruction that begins here never ends.")
		return
	}
	if x.src[start:end] == "<?xml" {
		if _, encoding, ok := strings.Cut(x.src[end:end+n], "encoding"); ok {
			encoding = strings.TrimLeft(encoding, "= \t\r\n")
			for _, name := range [...]string{"windows-1252", "cp1252", "iso-8859-1", "latin1", "latin-1"} {
				if len(encoding) > len(name) && strings.EqualFold(encoding[1:1+len(name)], name) {
					x.latin = !x.utf8
				}
			}
		}
	}
	x.restart(end + n + 2)
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
	end := x.from + len(x.buf)
	if root := Find(x.src[x.end:end]); root >= 0 {
		end = x.end + root // another document
	}
	start, end := char.Trim(x.src, x.end, end)
	if text, _ := plainText(x.src[start:end]); text != "" {
		x.find(ownership.RuleXMLStrayText, start, end, "The text “"+wording.Clip(text)+"” stands after the end of the form.")
	}
	if x.latin && !charset.IsASCII(x.src[x.from:x.end]) {
		x.f.Source.Charset = "windows-1252"
	}
	if x.dropped > 0 {
		x.f.Findings = append(x.f.Findings, ownership.RuleXMLFindingsCut.Finding("Further findings about the XML, which are not listed: "+wording.Number(x.dropped)+"."))
	}
	x.locate()
}
