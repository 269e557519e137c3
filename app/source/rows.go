package source

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"filingview/app/field"
	"filingview/app/markup"
	"filingview/parser/ownership"
)

// textRows are the rows in which a text is shown: its lines, long ones in pieces.
// All are of one height, so that it is known where each stands without drawing it.
type textRows struct {
	width  int     // columns
	starts []int32 // of the rows, and the end of the last
}

func (r *textRows) count() int { return max(0, len(r.starts)-1) }

// rowOf returns the row that an offset is in.
func (r *textRows) rowOf(offset int) int {
	lo, hi := 0, r.count()
	for lo+1 < hi {
		if mid := (lo + hi) / 2; int(r.starts[mid]) <= offset {
			lo = mid
		} else {
			hi = mid
		}
	}
	return lo
}

// tabWidth is how many columns a tab takes at most; the style sheet has it too.
const tabWidth = 4

// newRows begins to divide a text from lo on into rows of width columns.
func newRows(lo, width int) textRows {
	return textRows{width: width, starts: []int32{int32(lo)}}
}

// reach returns how far the text is divided.
func (r *textRows) reach() int {
	if len(r.starts) == 0 {
		return -1
	}
	return int(r.starts[len(r.starts)-1])
}

// grow divides so much more of the text up to hi, give or take a line.
func (r *textRows) grow(text string, hi, bytes int) {
	at := r.reach()
	for stop := min(hi, at+bytes); at < stop; {
		end := hi
		if i := strings.IndexByte(text[at:hi], '\n'); i >= 0 {
			end = at + i + 1
		}
		for end-at > r.width {
			next := at + wrap(text[at:end], r.width)
			if next >= end {
				break
			}
			r.starts = append(r.starts, int32(next))
			if at = next; at >= stop {
				return
			}
		}
		r.starts = append(r.starts, int32(end))
		at = end
	}
}

// wrap returns how many bytes of a line fit into width columns, if it can after a
// space or a tag.
func wrap(line string, width int) int {
	columns, soft, late := 0, 0, width*2/3
	for i := 0; i < len(line); {
		if b := line[i]; b >= ' ' && b < 0x7f {
			if columns++; columns > width {
				return cut(i, soft)
			}
			i++
			if (b == ' ' || b == '>') && columns > late {
				soft = i
			}
			continue
		}
		r, size := utf8.DecodeRuneInString(line[i:])
		switch {
		case r == '\n' || r == '\r' && i+2 >= len(line):
			return len(line)
		case r == '\t':
			columns += tabWidth
		case markup.Invisible(r):
			columns += len(markup.RuneName(r)) - 4 // the brackets take three bytes each
		case r >= 0x1100 && r != utf8.RuneError:
			columns += 2
		default:
			columns++
		}
		if columns > width && i > 0 {
			return cut(i, soft)
		}
		i += size
	}
	return len(line)
}

// cut prefers the soft place, if there is one, to the hard one.
func cut(hard, soft int) int {
	if soft > 0 {
		return soft
	}
	return hard
}

// What sets apart the parts of what web/source.js draws: pieces, their fields, and in
// a text a break of a row and a letter that is shown by a name. None of them is ever
// in a text, since it would be shown by its name.
const (
	endOfPiece = "\x00"
	endOfField = "\x01"
	rowBreak   = "\x02"
	nameBegins = "\x03" // the bytes that the letter takes, nameIs, the name, nameEnds
	nameIs     = "\x04"
	nameEnds   = "\x05"
)

// drawRows writes the rows from and to for web/source.js: text, the places of cells,
// which become links to these, and what is lit. Each piece has the offset at which it
// begins, the path of its cell, the words for that, marks (l lit, s for Tab to stop
// at) and the text.
func (src *source) drawRows(from, to int, lit []ownership.Span, stop string) string {
	to = min(to, src.rows.count())
	if from >= to {
		return ""
	}
	p := rowPainter{src: src, row: from + 1, lit: lit, stop: stop}
	at, end := int(src.rows.starts[from]), int(src.rows.starts[to])
	for i := src.firstPlace(at); at < end; {
		next, path := end, ""
		if i < len(src.places) {
			if q := &src.places[i]; int(q.Start) <= at {
				next, path = min(end, int(q.End)), q.path
				i++
			} else {
				next = min(end, int(q.Start))
			}
		}
		p.piece(at, next, path)
		at = next
	}
	return p.out.String()
}

// firstPlace returns the first place that ends after an offset.
func (src *source) firstPlace(offset int) int {
	lo, hi := 0, len(src.places)
	for lo < hi {
		if mid := (lo + hi) / 2; int(src.places[mid].End) <= offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// rowPainter writes rows piece by piece.
type rowPainter struct {
	src  *source
	row  int // the next to begin
	lit  []ownership.Span
	stop string // path of the cell whose place Tab stops at
	out  strings.Builder
}

// piece writes text that belongs to one cell or to none, in parts where only some of
// it is lit.
func (p *rowPainter) piece(from, to int, path string) {
	if path != "" && p.breaks(from) { // a link does not begin at the end of a row
		p.out.WriteString(strconv.Itoa(from) + endOfField + endOfField + endOfField + endOfField + rowBreak + endOfPiece)
	}
	for from < to {
		end, marks := to, ""
		for _, s := range p.lit {
			switch {
			case int(s.Start) <= from && from < int(s.End):
				marks = "l"
				end = min(end, int(s.End))
			case from < int(s.Start):
				end = min(end, int(s.Start))
			}
		}
		p.out.WriteString(strconv.Itoa(from) + endOfField + path + endOfField)
		if path != "" {
			p.out.WriteString(markup.Visible(field.Label(p.src.f, path)))
			if path == p.stop {
				p.stop = "" // one of its pieces is enough
				marks += "s"
			}
		}
		p.out.WriteString(endOfField + marks + endOfField)
		p.letters(from, end)
		p.out.WriteString(endOfPiece)
		from = end
	}
}

// breaks reports whether a row begins at i in the midst of a line, once.
func (p *rowPainter) breaks(i int) bool {
	starts := p.src.rows.starts
	if p.row >= len(starts)-1 || int(starts[p.row]) != i {
		return false
	}
	p.row++
	return p.src.text[i-1] != '\n'
}

// letters writes the text from and to, with a break where a row begins in the midst
// of a line, and with what cannot be seen by its name.
func (p *rowPainter) letters(from, to int) {
	text, at := p.src.text, from
	upTo := func(i int) {
		p.out.WriteString(text[at:i])
		at = i
	}
	for i := from; i < to; {
		if p.breaks(i) {
			upTo(i)
			p.out.WriteString(rowBreak)
		}
		if b := text[i]; b >= ' ' && b < 0x7f || b == '\n' || b == '\t' || b == '\r' {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:to])
		name := ""
		switch {
		case r == utf8.RuneError && size == 1:
			name = windowsLetter(text[i])
		case markup.Invisible(r):
			name = markup.RuneName(r)
		default:
			i += size
			continue
		}
		upTo(i)
		p.out.WriteString(nameBegins + strconv.Itoa(size) + nameIs + name + nameEnds)
		i += size
		at = i
	}
	upTo(to)
}

// windowsLetter is what a byte that is no UTF-8 stands for in windows-1252, which
// such sources are in.
func windowsLetter(b byte) string {
	const high = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
	const slots = "\x80\x82\x83\x84\x85\x86\x87\x88\x89\x8a\x8b\x8c\x8e\x91\x92\x93\x94\x95\x96\x97\x98\x99\x9a\x9b\x9c\x9e\x9f"
	if b >= 0xa0 {
		return string(rune(b))
	}
	n := strings.IndexByte(slots, b)
	for _, r := range high {
		if n == 0 {
			return string(r)
		}
		n--
	}
	return "‹byte " + strconv.FormatUint(uint64(b), 16) + "›"
}

// advance returns the offset that is so many units of UTF-16, as a browser counts,
// after another.
func (src *source) advance(offset, units int) int {
	for units > 0 && offset < len(src.text) {
		r, size := utf8.DecodeRuneInString(src.text[offset:])
		if units--; r > 0xffff {
			units--
		}
		offset += size
	}
	return offset
}
