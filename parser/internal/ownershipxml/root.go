package ownershipxml

import (
	"iter"
	"strings"

	"filingview/parser/internal/char"
	"filingview/parser/internal/refusal"
	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

// Find finds the start of the next ownershipDocument element, or -1. Pages that
// only show one have its "<" escaped.
func Find(s string) int {
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
		for start > 0 && i-start < 40 && (char.IsNameStart(s[start-1]) || s[start-1] >= '0' && s[start-1] <= '9') {
			start--
		}
		if start > 0 && s[start-1] == '<' && (start == i || s[i-1] == ':') {
			return start - 1
		}
	}
}

// maxInFile bounds the documents that stand one after the other in one file, and
// maxReread how often damage may make the file be gone through again.
const (
	maxInFile = 10_000
	maxReread = 8
)

// loneFile is the size of a file up to which its first document is taken for the
// only one: to look for another costs more than to read it.
const loneFile = 256 << 10

// ReadAll yields what is in the ownership documents that stand one after the other in
// the text of a source, each a filing or an *Error.
func ReadAll(source ownership.Source) iter.Seq2[*ownership.Filing, error] {
	return func(yield func(*ownership.Filing, error) bool) {
		text := source.Text
		from, gone, ends := 0, 0, endTags{text: text}
		for n := 0; ; n++ {
			root := Find(text[from:])
			if root < 0 {
				return
			}
			root += from
			if n == 0 && endTagAfter(text[:root], 0) < root && !yield(nil, &refusal.Error{Format: "an ownership XML", Kind: refusal.ErrDamaged, Place: refusal.Place(text, 0),
				Reason: "An ownership document ends here whose beginning is missing: it is cut off at its start, and not read.",
				Advice: "Download the filing again and compare the size."}) {
				return
			}
			to := len(text)
			if n > 0 || to > loneFile {
				to = ends.document(root)
			}
			if gone += to - from; n == maxInFile || gone > maxReread*len(text) {
				yield(nil, &refusal.Error{Format: "an ownership XML", Kind: refusal.ErrBound, Place: refusal.Place(text, root),
					Reason: "This file holds more than " + wording.Number(maxInFile) + " ownership documents, or they are too damaged to tell apart; the rest is not read.",
					Advice: "Open it in parts."})
				return
			}
			f := &ownership.Filing{Source: source}
			end, err := Read(f, from, to)
			if err != nil && !yield(nil, err) || err == nil && !yield(f, nil) {
				return
			}
			from = max(root+1, end)
		}
	}
}

// endTags finds the end tags of a file's documents, each once.
type endTags struct {
	text string
	next int // after the name in the last one found; len(text) if there is no other
}

// document finds where the document whose root starts at root has ended for
// certain: at the next root after an end tag, or after this one if there is
// none. The reader, which knows comments from elements, may stop earlier.
func (e *endTags) document(root int) int {
	for e.next <= root {
		e.next = endTagAfter(e.text, e.next)
	}
	after := e.next
	if after == len(e.text) {
		after = root + 1
	}
	if next := Find(e.text[after:]); next >= 0 {
		return after + next
	}
	return len(e.text)
}

// endTagAfter returns the place after the name in the first end tag of an
// ownershipDocument at or after from, or the end of s.
func endTagAfter(s string, from int) int {
	const name = "ownershipDocument"
	for {
		i := strings.Index(s[from:], name)
		if i < 0 {
			return len(s)
		}
		start := from + i
		from = start + len(name)
		for start > 0 && from-start < 60 && (char.IsNameStart(s[start-1]) || s[start-1]-'0' <= 9) {
			start--
		}
		if start >= 2 && s[start-2:start] == "</" {
			return from
		}
	}
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

// Read reads the document of f.Source that starts at or after from, and ends at to at
// the latest, into f. It returns where the document ended, also beside an error.
func Read(f *ownership.Filing, from, to int) (end int, err *refusal.Error) {
	f.Source.Format = "ownership-xml"
	end, err = readDocument(f, f.Source.Text, from, to)
	if err == nil && holdsNothing(f) {
		err = &refusal.Error{Format: "an ownership XML", Kind: refusal.ErrDamaged,
			Reason: "This ownership document is empty: it holds no cell at all.",
			Advice: "Download the filing again."}
	}
	return end, err
}

// IsElement reports whether the SEC's schemas have an element of the local name.
func IsElement(name string) bool { return lookup(name) != unknown }

// IsWhole reports whether text has the start and the end of an ownership document.
func IsWhole(text string) bool { return Find(text) >= 0 && endTagAfter(text, 0) < len(text) }
