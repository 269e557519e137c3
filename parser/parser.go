// Package parser turns the bytes of a file into the Section 16 filings inside:
// ownership XML, EDGAR submissions, and archives of them.
//
// The way of a file: [Open] unpacks it, opens EDGAR's envelope, finds by content
// which reader it is for, reads it into an [ownership.Filing] and checks that.
// The file's name never decides. Every input is bounded, and whatever gives no
// filing gives an [Error] that says why.
package parser

import (
	"iter"
	"strings"
	"unsafe"

	"filingview/parser/internal/char"
	"filingview/parser/internal/rules"
	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

// Open yields the filings inside a file in their order, each a filing or an error,
// which is an *[Error]. One that fails never loses the others, and no input
// yields nothing. Work is done as the caller asks for the next one.
//
// The filings keep data as their source: it must not be changed afterwards.
func Open(name string, data []byte) iter.Seq2[*ownership.Filing, error] {
	return Opener{}.Open(name, data)
}

// opener is one run of Open.
type opener struct {
	Opener
	yield   func(*ownership.Filing, error) bool
	stopped bool  // the caller wants no more
	given   int   // what the caller got
	budget  int64 // bytes that archives may still unpack to
}

func (o *opener) give(f *ownership.Filing, err error) {
	o.given++
	o.stopped = !o.yield(f, err)
}

func (o *opener) filing(f *ownership.Filing) {
	if !o.stopped {
		rules.Check(f)
		o.give(f, nil)
	}
}

func (o *opener) fail(name string, e *Error) {
	if !o.stopped {
		e.File = name
		o.give(nil, e)
	}
}

// document is one member, unpacked.
type document struct {
	name    string
	text    string
	charset string // that text was turned from, if it was
	wrap    string // what the document was taken out of, if it was
	data    string // as it came
	given   int    // what the caller got before it
	done    bool   // it was read elsewhere, whole
}

// readers are tried in order; the first whose match is true reads the document.
//
// A submission comes before XML because it holds one, XML before PDF because a
// document may speak of one in its first lines, and XML before HTML because a
// browser's view of it, saved, holds it whole. HTML is known by its tags, which
// leaves plain text. Whether a page or a text is a form, its reader finds out; what
// is none is told apart by refuse, which always answers.
var readers = [...]struct {
	name  string
	match func(d *document) bool
	read  func(o *opener, d *document)
}{
	{"edgar-submission", isSubmission, (*opener).submission},
	{"ownership-xml", isOwnershipXML, (*opener).ownershipXML},
	{"pdf", isPDF, (*opener).pdf},
	{"html", isPage, (*opener).page},
	{"text", isPlainText, (*opener).text},
	{"none", func(*document) bool { return true }, (*opener).refuse},
}

// read hands a member to the reader that its content asks for.
func (o *opener) read(name string, data []byte) {
	// The filing keeps the member's text, so a copy would stay for as long.
	d := document{name: name, text: unsafe.String(unsafe.SliceData(data), len(data)), given: o.given}
	d.data = d.text
	if !isSubmission(&d) && !isOwnershipXML(&d) {
		d.unwrap()
	}
	for _, r := range readers {
		if r.match(&d) {
			r.read(o, &d)
			return
		}
	}
}

func isOwnershipXML(d *document) bool {
	return rootOf(d.text) >= 0
}

// rootOf finds the start of the next ownershipDocument element, or -1. Pages that
// only show one have its "<" escaped.
func rootOf(s string) int {
	const root = "ownershipDocument"
	for from := 0; ; {
		i := strings.Index(s[from:], root)
		if i < 0 {
			return -1
		}
		i += from
		from = i + len(root)
		if from < len(s) && !char.IsSpace(s[from]) && s[from] != '>' && s[from] != '/' {
			continue
		}
		start := i
		for start > 0 && i-start < 40 && (isNameStart(s[start-1]) || s[start-1] >= '0' && s[start-1] <= '9') {
			start--
		}
		if start > 0 && s[start-1] == '<' && (start == i || s[i-1] == ':') {
			return start - 1
		}
	}
}

// maxInFile bounds the documents that stand one behind the other in one file, and
// maxReread how often damage may make the file be gone through again.
const (
	maxInFile = 10_000
	maxReread = 8
)

// loneFile is the size of a file up to which its first document is taken for the
// only one: to look for another costs more than to read it.
const loneFile = 256 << 10

// ownershipXML reads a bare document, or several one behind the other.
func (o *opener) ownershipXML(d *document) {
	from, gone, ends := 0, 0, endTags{text: d.text}
	for n := 0; !o.stopped; n++ {
		root := rootOf(d.text[from:])
		if root < 0 {
			return
		}
		root += from
		to := len(d.text)
		if n > 0 || to > loneFile {
			to = ends.document(root)
		}
		if gone += to - from; n == maxInFile || gone > maxReread*len(d.text) {
			o.fail(d.name, &Error{Format: "an ownership XML", Kind: ErrBound, Place: place(d.text, root),
				Reason: "This file holds more than " + wording.Number(maxInFile) + " ownership documents, or they are too damaged to tell apart; the rest is not read.",
				Advice: "Open it in parts."})
			return
		}
		f := &ownership.Filing{Source: ownership.Source{Name: d.name, Format: "ownership-xml", Envelope: d.wrap, Text: d.text}}
		from = max(root+1, o.xmlAt(f, d, from, to))
	}
}

// endTags finds the end tags of a file's documents, each once.
type endTags struct {
	text string
	next int // behind the name in the last one found; len(text) if there is no other
}

// document finds where the document whose root starts at root has ended for
// certain: at the next root behind an end tag, or behind this one if there is
// none. The reader, which knows comments from elements, may stop earlier.
func (e *endTags) document(root int) int {
	for e.next <= root {
		e.next = endTagBehind(e.text, e.next)
	}
	behind := e.next
	if behind == len(e.text) {
		behind = root + 1
	}
	if next := rootOf(e.text[behind:]); next >= 0 {
		return behind + next
	}
	return len(e.text)
}

// endTagBehind returns the place behind the name in the first end tag of an
// ownershipDocument at or behind from, or the end of s.
func endTagBehind(s string, from int) int {
	const name = "ownershipDocument"
	for {
		i := strings.Index(s[from:], name)
		if i < 0 {
			return len(s)
		}
		start := from + i
		from = start + len(name)
		for start > 0 && from-start < 60 && (isNameStart(s[start-1]) || s[start-1]-'0' <= 9) {
			start--
		}
		if start >= 2 && s[start-2:start] == "</" {
			return from
		}
	}
}

// xmlAt reads the document between from and to and gives it to the caller. It
// returns where the document ended.
func (o *opener) xmlAt(f *ownership.Filing, d *document, from, to int) int {
	end, err := readXML(f, d.text, from, to)
	switch {
	case err != nil:
		o.fail(d.name, err)
	case holdsNothing(f):
		o.fail(d.name, &Error{Format: "an ownership XML", Kind: ErrDamaged,
			Reason: "This ownership document is empty: it holds no cell at all.",
			Advice: "Download the filing again."})
	default:
		o.filing(f)
	}
	return end
}

// holdsNothing reports whether a document has neither a cell of its own nor a line
// nor anything told about it.
func holdsNothing(f *ownership.Filing) bool {
	if f.DocumentType.State != ownership.Absent || len(f.TableI)+len(f.TableII)+len(f.Findings) > 0 {
		return false
	}
	bare := *f
	bare.Header = ownership.Header{}
	for range bare.Readings() {
		return false
	}
	return true
}
