package source

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"filingview/app/field"
	"filingview/app/format"
	"filingview/parser/ownership"
)

// source is what a filing was read from, made ready to be shown beside it: a text,
// or pages of words.
type source struct {
	f      *ownership.Filing
	text   string // Source.Text
	lo, hi int    // the part of the text that is shown
	pages  []ownership.Page
	// places are where the cells stand: of a text by their start, none over another;
	// of pages by page and then as one reads.
	places []place
	rows   textRows
}

// place is where a cell stands, or a piece of it.
type place struct {
	path string
	ownership.Span
}

// maxShown is how much of a text is shown, and around how much of what surrounds
// the filing in a larger one.
const (
	maxShown = 4 << 20
	around   = 64 << 10
)

// newSource finds where the cells of a filing stand.
func newSource(f *ownership.Filing) *source {
	src := &source{f: f, text: f.Source.Text, pages: f.Source.Pages}
	if len(src.pages) > 0 {
		src.places = onPages(f)
		return src
	}
	src.places = inText(f)
	src.hi = len(src.text)
	if src.hi > maxShown && len(src.places) > 0 {
		src.lo = max(0, int(src.places[0].Start)-around)
		src.lo = strings.LastIndexByte(src.text[:src.lo], '\n') + 1
		end := int(src.places[len(src.places)-1].End) + around
		src.hi = min(src.hi, end, src.lo+maxShown)
	} else {
		src.hi = min(src.hi, maxShown)
	}
	return src
}

// inText are the places of the cells in the text, those inside others cut out of
// these. Of several cells at one place the first has it.
func inText(f *ownership.Filing) []place {
	var all []place
	for c := range f.Cells() {
		for _, at := range c.At {
			if at.Page == 0 && 0 <= at.Start && at.Start < at.End && int(at.End) <= len(f.Source.Text) {
				all = append(all, place{c.Path, at})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b place) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	out := make([]place, 0, len(all))
	var open []place // that have begun, the innermost last
	at := int32(0)
	reach := func(to int32) {
		for len(open) > 0 {
			inner := open[len(open)-1]
			if end := min(to, inner.End); end > at {
				out = append(out, place{inner.path, ownership.Span{Start: at, End: end}})
				at = end
			}
			if inner.End > to {
				break
			}
			open = open[:len(open)-1]
		}
		at = max(at, to)
	}
	for i, p := range all {
		if i > 0 && all[i-1].Start == p.Start && all[i-1].End == p.End {
			continue
		}
		reach(p.Start)
		open = append(open, p)
	}
	reach(int32(len(f.Source.Text)))
	return out
}

// onPages are the places of the cells on the pages, in the order of reading.
func onPages(f *ownership.Filing) []place {
	var all []place
	for c := range f.Cells() {
		for _, at := range c.At {
			if at.Page > 0 && int(at.Page) <= len(f.Source.Pages) && at.Box.X1 > at.Box.X0 && at.Box.Y1 > at.Box.Y0 {
				all = append(all, place{c.Path, at})
			}
		}
	}
	// Cells of one line of print differ a little in height.
	line := func(p place) int { return int((p.Box.Y0 + p.Box.Y1) / 2 / 6) }
	slices.SortStableFunc(all, func(a, b place) int {
		return cmp.Or(cmp.Compare(a.Page, b.Page), cmp.Compare(line(a), line(b)), cmp.Compare(a.Box.X0, b.Box.X0))
	})
	return slices.CompactFunc(all, func(a, b place) bool { return a.Span == b.Span })
}

// spansOf returns where a cell stands, or a line of a table: none if it is not
// there or has no place.
func (src *source) spansOf(path string) []ownership.Span {
	head, rest, _ := strings.Cut(path, ".")
	name, n := field.Index(head)
	switch name {
	case "tableI":
		return spansInTable(src.f.TableI, 1, n, rest)
	case "tableII":
		return spansInTable(src.f.TableII, 2, n, rest)
	case "footnotes":
		if n > 0 && n <= len(src.f.Footnotes) {
			return src.f.Footnotes[n-1].Text.At
		}
		return nil
	}
	bare := *src.f
	bare.TableI, bare.TableII, bare.Footnotes = nil, nil, nil
	for c := range bare.Cells() {
		if c.Path == path {
			return c.At
		}
	}
	return nil
}

// spansInTable returns where the n-th line of a table stands, or a cell of it.
func spansInTable(rows []ownership.Row, table, n int, cell string) []ownership.Span {
	if n < 1 || n > len(rows) {
		return nil
	}
	r := &rows[n-1]
	if cell == "" {
		return []ownership.Span{r.At}
	}
	for _, c := range field.Columns(table, '4') { // of each form, all fields
		for _, f := range c.Fields {
			if d := f.Of(r); f.Path == cell && d.Present() {
				return d.At
			}
		}
	}
	return nil
}

// near is how far from a place of the text, in bytes, the cell of its line may stand.
const near = 200

// cellAt returns the path of what stands at a place of the text: the cell, or the
// nearest one of the same line, or the line of a table around it.
func (src *source) cellAt(offset int) (path string, ok bool) {
	from := strings.LastIndexByte(src.text[:offset], '\n') + 1
	to := len(src.text)
	if i := strings.IndexByte(src.text[offset:], '\n'); i >= 0 {
		to = offset + i
	}
	best := near
	i, _ := slices.BinarySearchFunc(src.places, offset, func(p place, at int) int { return cmp.Compare(int(p.End), at) })
	for _, j := range [...]int{i - 1, i} {
		if j < 0 || j >= len(src.places) {
			continue
		}
		p := &src.places[j]
		if int(p.End) <= from || int(p.Start) >= to {
			continue
		}
		if d := max(int(p.Start)-offset, offset-int(p.End)+1, 0); d < best {
			best, path, ok = d, p.path, true
		}
	}
	if ok {
		return path, true
	}
	return src.lineAround(func(at ownership.Span) bool { return int(at.Start) <= offset && offset < int(at.End) })
}

// cellOn returns the path of what stands at a point of a page.
func (src *source) cellOn(page int, x, y float64) (path string, ok bool) {
	best := 40.0 // points
	for i := range src.places {
		p := &src.places[i]
		if int(p.Page) != page {
			continue
		}
		b := &p.Box
		dx := max(float64(b.X0)-x, x-float64(b.X1), 0)
		dy := max(float64(b.Y0)-y, y-float64(b.Y1), 0)
		if dy > 2 {
			continue // of another line of print
		}
		if d := dx + dy; d < best {
			best, path, ok = d, p.path, true
		}
	}
	if ok {
		return path, true
	}
	return src.lineAround(func(at ownership.Span) bool {
		b := &at.Box
		return int(at.Page) == page && float64(b.X0) <= x && x <= float64(b.X1) && float64(b.Y0) <= y && y <= float64(b.Y1)
	})
}

func (src *source) lineAround(holds func(ownership.Span) bool) (path string, ok bool) {
	for t, rows := range [...][]ownership.Row{src.f.TableI, src.f.TableII} {
		for i := range rows {
			if holds(rows[i].At) {
				return [...]string{"tableI", "tableII"}[t] + "[" + strconv.Itoa(i) + "]", true
			}
		}
	}
	return "", false
}

// neighbour returns the place that is step places after that of a cell; from none,
// the first. Pieces of one cell that follow one another count as one place.
func (src *source) neighbour(path string, step int) (string, bool) {
	if len(src.places) == 0 {
		return "", false
	}
	i := slices.IndexFunc(src.places, func(p place) bool { return p.path == path })
	if i < 0 {
		return src.places[0].path, true
	}
	for i += step; i >= 0 && i < len(src.places); i += step {
		if src.places[i].path != path {
			return src.places[i].path, true
		}
	}
	return path, true
}

// whereWords says where something stands: line and column, or the page.
func (src *source) whereWords(at []ownership.Span) string {
	if len(at) == 0 || at[0] == (ownership.Span{}) {
		return "no place of its own in the source"
	}
	if at[0].Page > 0 {
		return "page " + strconv.Itoa(int(at[0].Page)) + " of " + strconv.Itoa(len(src.pages))
	}
	line, column := ownership.LineColumn(src.text, int(at[0].Start))
	return "line " + format.Group(strconv.Itoa(line)) + ", column " + format.Group(strconv.Itoa(column))
}

// about says what the source is.
func (src *source) about() string {
	size := func(n int) string { return format.Group(strconv.Itoa((n+1023)/1024)) + " KB" }
	switch {
	case len(src.pages) > 0:
		return format.Count(len(src.pages), "page", "pages")
	case src.text == "":
		return "This filing has no source to show."
	case src.hi-src.lo < len(src.text):
		return size(src.hi-src.lo) + " around this filing, of " + size(len(src.text))
	}
	return size(len(src.text)) + " of text"
}
