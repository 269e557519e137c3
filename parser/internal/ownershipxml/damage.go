package ownershipxml

import (
	"strings"

	"filingview/parser/internal/refusal"
	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

// bareLess goes on after a "<" that begins no tag: it is text.
func (x *xmlReader) bareLess(at int) {
	x.damage(at, at+1, "A bare “<” stands here; in XML it is written &lt;.")
	x.textAt(at, at+1)
	x.again(at+1, x.offset())
}

// again restarts the lexer at a place after which it has already read to end.
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
		x.pop(at, inner)
	}
	x.again(inner, end)
}

// endOfInput is reached with the root still open. Only a missing end tag of the
// root itself is a blemish; anything else is a cut file, and its rows would be
// silently too few.
func (x *xmlReader) endOfInput(at int) {
	if len(x.stack) == 1 && x.stack[0].el == ownershipDocument && len(x.f.Signatures) > 0 {
		x.damage(at, at, "The end tag </ownershipDocument> is missing.")
		x.popTo(0, at, at)
		return
	}
	inside := "before its first element"
	if n := len(x.stack); n > 0 {
		inside = "inside <" + wording.Clip(x.stack[n-1].name) + ">"
	}
	x.err = &refusal.Error{Format: "an ownership XML", Kind: refusal.ErrDamaged, Place: refusal.Place(x.src, at),
		Reason: "This ownership document is cut off " + inside + ": its end tag </ownershipDocument> is missing, and what follows is not known.",
		Advice: "Download the filing again and compare the size."}
}

func (x *xmlReader) fail(at int, reason string) {
	x.err = &refusal.Error{Format: "an ownership XML", Kind: refusal.ErrDamaged, Place: refusal.Place(x.src, at),
		Reason: "This ownership document is damaged. " + reason,
		Advice: "Download the filing again."}
}

func (x *xmlReader) bound(at int, what string) {
	x.err = &refusal.Error{Format: "an ownership XML", Kind: refusal.ErrBound, Place: refusal.Place(x.src, at),
		Reason: "This ownership document has " + what + ".",
		Advice: "No filing on EDGAR does; check where the file comes from."}
}

func (x *xmlReader) damage(start, end int, message string) {
	x.find(ownership.RuleXMLDamaged, start, end, message)
}
