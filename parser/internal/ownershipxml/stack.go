package ownershipxml

import (
	"slices"
	"strings"

	"filingview/parser/internal/char"
	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

// push opens the element of the start tag just read; inner is where its content
// starts.
func (x *xmlReader) push(inner int) {
	t := x.tag
	x.tag = tag{}
	if len(x.stack) >= maxDepth {
		x.bound(t.open, "elements nested more than "+wording.Number(maxDepth)+" deep")
		return
	}
	el := t.el
	if el == unknown {
		el = lookup(t.name)
	}
	if el == unknown && strings.IndexByte(t.name, ':') >= 0 {
		el = lookup(local(t.name))
	}
	if el == unknown {
		el = flatElement(local(t.name), x.row != nil && x.flat)
	}
	if el == wrapper && len(x.stack) > 0 {
		el = unknown
	}
	f := frame{el: el, open: t.open, inner: inner, name: t.name, id: t.id}
	if !x.utf8 {
		f.id = strings.ToValidUTF8(f.id, "�")
	}
	switch {
	case el == unknown || el == wrapper:
	case el == value:
		if n := len(x.open); n > 0 && x.open[n-1] == len(x.stack)-1 {
			cell := &x.stack[x.open[n-1]]
			x.flush(cell)
			if f.cell = cell.cell; ownership.ReadingOf(f.cell).Raw != "" {
				x.repeated(&f)
			}
			x.open = append(x.open, len(x.stack))
		} else {
			f.el = unknown
		}
	case el == footnoteID:
		if n := len(x.open); n > 0 && x.stack[x.open[n-1]].el > firstOfRow {
			x.flush(&x.stack[x.open[n-1]])
		}
	default:
		x.enter(&f)
		if x.err != nil || x.done {
			return
		}
		if el.holdsText() {
			if f.cell = x.cellOf(&f); f.cell == nil {
				f.el = unknown
			} else {
				if r := ownership.ReadingOf(f.cell); len(r.At) > 0 {
					f.markup = hasMarkup(r.Raw)
					x.repeated(&f)
				}
				x.open = append(x.open, len(x.stack))
			}
		}
	}
	x.stack = append(x.stack, f)
}

func (x *xmlReader) repeated(f *frame) {
	x.find(ownership.RuleXMLElementRepeated, f.open, f.inner,
		"<"+f.name+"> is given again; both texts are kept, one after the other.")
	if r := ownership.ReadingOf(f.cell); len(r.At) > 0 && len(x.about) > 0 {
		x.about[len(x.about)-1] = int(r.At[0].Start)
	}
}

// enter makes room for what an element begins, and says so if the schemas do not
// put it here.
func (x *xmlReader) enter(f *frame) {
	el := f.el
	if el == ownershipDocument && slices.ContainsFunc(x.stack, func(f frame) bool { return f.el == ownershipDocument }) {
		// The next document of the file; the one before it was never closed.
		x.end = f.open
		x.endOfInput(f.open)
		return
	}
	if len(x.open) > 0 {
		x.unclosed(x.open[0], f.open) // no cell holds another
	}
	if el.isRow() && x.row != nil {
		x.unclosed(x.rowAt, f.open)
	}
	if el == reportingOwner || el == ownerSignature {
		for i := range x.stack {
			if x.stack[i].el == el {
				x.unclosed(i, f.open)
				break
			}
		}
	}
	parent, want := unknown, parentOf(el, x.rowEl)
	if n := len(x.stack); n > 0 {
		parent = x.stack[n-1].el
	}
	flat := isFlatRow(local(f.name))
	if flat && parent == ownershipDocument {
		want = parent
	}
	if parent != unknown && parent != want && el != ownershipDocument || x.row != nil && !inTable(el, x.rowEl) {
		x.find(ownership.RuleXMLElementMisplaced, f.open, f.inner,
			"<"+f.name+"> stands inside <"+x.stack[len(x.stack)-1].name+">, where the form has no such cell; it is read by its name.")
	}
	switch el {
	case ownershipDocument:
		if x.row != nil {
			x.fail(f.open, "Another form begins here, in the middle of a line of this one, which is cut.")
		}
	case nonDerivativeTransaction, nonDerivativeHolding:
		x.addRow(&x.f.TableI, f)
		x.flat = flat
	case derivativeTransaction, derivativeHolding:
		x.addRow(&x.f.TableII, f)
		x.flat = flat
	case reportingOwner:
		if len(x.f.Owners) >= maxOwners {
			x.bound(f.open, "more than "+wording.Number(maxOwners)+" reporting owners")
			return
		}
		x.f.Owners = append(x.f.Owners, ownership.Owner{})
	case ownerSignature:
		if len(x.f.Signatures) >= maxOwners {
			x.bound(f.open, "more than "+wording.Number(maxOwners)+" signatures")
			return
		}
		x.f.Signatures = append(x.f.Signatures, ownership.Signature{})
	case footnote:
		if len(x.f.Footnotes) >= maxNotes {
			x.bound(f.open, "more than "+wording.Number(maxNotes)+" footnotes")
			return
		}
		x.f.Footnotes = append(x.f.Footnotes, ownership.Footnote{ID: f.id})
		if f.id == "" {
			x.damage(f.open, f.inner, "A footnote has no id, so no cell can cite it.")
			if n := len(x.about); n > 0 {
				x.about[n-1] = f.open // the text that follows
			}
		}
	}
}

func (x *xmlReader) addRow(table *[]ownership.Row, f *frame) {
	if len(*table) >= maxRows {
		x.bound(f.open, "more than "+wording.Number(maxRows)+" lines in a table")
		return
	}
	if len(*table) == 1 {
		// Rows are large and much alike, so the first one tells how many will fit.
		rest := x.src[f.open : x.from+len(x.buf)]
		if i := strings.Index(rest, "Table>"); i >= 0 {
			rest = rest[:i]
		}
		if first := int((*table)[0].At.End - (*table)[0].At.Start); first > 0 {
			*table = slices.Grow(*table, min(len(rest)/first+1, 64))
		}
	}
	*table = append(*table, ownership.Row{})
	x.row, x.rowEl, x.rowAt = &(*table)[len(*table)-1], f.el, len(x.stack)
	if f.el == nonDerivativeTransaction || f.el == derivativeTransaction {
		x.row.Kind = ownership.Transaction
	}
}

// pop closes the innermost element. Its content ended at end, the element itself
// at after: the place after its end tag, if it has one.
func (x *xmlReader) pop(end, after int) {
	n := len(x.stack) - 1
	f := &x.stack[n]
	if k := len(x.open); k > 0 && x.open[k-1] == n {
		x.open = x.open[:k-1]
		x.flush(f)
	}
	switch el := f.el; {
	case el == unknown:
		x.popUnknown(f, end, after)
	case el == value:
		x.stack[n-1].markup = x.stack[n-1].markup || f.markup
		if r := ownership.ReadingOf(f.cell); len(r.At) == 0 {
			r.At = x.span(f.inner, f.inner)
		}
	case el == footnoteID:
		x.cite(f, end, after)
	case el.holdsText():
		r := ownership.ReadingOf(f.cell)
		if len(r.At) == 0 {
			r.At = x.span(f.inner, f.inner)
		}
		text := r.Raw
		if f.markup {
			text, _ = plainText(r.Raw)
		}
		settle(f.cell, text)
	case el.isRow():
		x.row.At = ownership.Span{Start: int32(f.open), End: int32(after)}
		if x.flat {
			x.row.Kind = flatKind(&x.row.Transaction)
		}
		x.row, x.rowEl = nil, unknown
	case el == ownershipDocument:
		x.done = true
	}
	x.stack = x.stack[:n]
}

// popUnknown tells of an element that no schema knows, or that has no cell here.
// Inside a cell's text its own text is part of the cell's.
func (x *xmlReader) popUnknown(f *frame, end, after int) {
	if k := len(x.open); k > 0 && x.stack[x.open[k-1]].end > 0 {
		x.stack[x.open[k-1]].end = max(x.stack[x.open[k-1]].end, after)
	}
	message := "<" + wording.Clip(f.name) + "> is no element that the form has here"
	text, _ := plainText(x.src[f.inner:max(f.inner, end)])
	holds := strings.TrimSpace(text) != ""
	if holds {
		message += "; it holds “" + wording.Clip(text) + "”"
	}
	if holds || strings.Contains(x.src[f.open:f.inner], "=") { // or its attributes do
		if x.unread.End == 0 && likeLine(x.stack) || int(x.unread.Start) > f.open {
			x.unread = ownership.Span{Start: int32(f.open), End: int32(max(after, f.inner))}
		}
	}
	if n := len(x.stack) - 2; !holds || n < 0 || !x.stack[n].el.isTable() {
		x.find(ownership.RuleXMLElementUnknown, f.open, max(after, f.inner), message+".")
		return
	}
	n := len(x.f.Findings)
	x.find(ownership.RuleXMLElementUnknown, f.open, max(after, f.inner), message+". It stands where lines of the table do: one may be lost.")
	if len(x.f.Findings) > n {
		x.f.Findings[n].Severity = ownership.Warning
	}
}

// endTag closes the element it names. One that names no open element is passed
// over; one that names an outer element closes the inner ones with it.
func (x *xmlReader) endTag(start, end int) {
	name := x.src[start+2 : end]
	if whole, ok := strings.CutSuffix(name, ">"); ok && strings.IndexByte(name, '<') < 0 {
		x.close(whole, start, end)
		return
	}
	next := end // the tag goes to the next "<", or to the end of the input
	if i := strings.IndexByte(name, '<'); i >= 0 {
		next = start + 2 + i
	}
	x.damage(start, next, "An end tag has lost its “>”.")
	x.close(x.src[start+2:next], start, next)
	if next < end {
		x.again(next, end)
	}
}

// close closes the innermost element of the name, and those inside it.
func (x *xmlReader) close(name string, start, end int) {
	for name != "" && char.IsSpace(name[len(name)-1]) {
		name = name[:len(name)-1]
	}
	n := len(x.stack)
	if n > 0 && x.stack[n-1].name == name {
		x.pop(start, end)
		return
	}
	for i := n - 1; i >= 0; i-- {
		if x.stack[i].name == name {
			x.popTo(i, start, end)
			return
		}
	}
	x.damage(start, end, "The end tag </"+wording.Clip(name)+"> closes nothing that is open.")
}

// unclosed closes the element at place i of the stack, which should have been
// closed before at.
func (x *xmlReader) unclosed(i, at int) {
	x.damage(x.stack[i].open, x.stack[i].inner, "The end tag </"+wording.Clip(x.stack[i].name)+"> is missing.")
	x.popTo(i, at, at)
}

// popTo closes all down to place i of the stack, whose content ended at end and
// which itself ended at after. All above it lack their end tags.
func (x *xmlReader) popTo(i, end, after int) {
	for len(x.stack) > i+1 {
		f := &x.stack[len(x.stack)-1]
		x.damage(f.open, f.inner, "The end tag </"+wording.Clip(f.name)+"> is missing.")
		x.pop(end, end)
	}
	x.pop(end, after)
}
