package wire

import (
	"fmt"
	"math"

	"filingview/parser/ownership"
)

// What the first number of a cell says; a cell that is not there is a zero.
const (
	stateBits  = 0b11      // the cell's State
	howShift   = 2         // its How
	howBits    = 0b111     //
	hasSpan    = 1 << 5    // At is one span without a page
	rawAtSpan  = 1 << 6    // Raw is the source at that span
	hasValue   = 1 << 7    // V is not zero
	hasNotes   = 1 << 8    //
	hasRaw     = 1 << 9    // Raw follows
	hasSpans   = 1 << 10   // At follows as a list
	hasRepairs = 1 << 11   //
	allCell    = 1<<12 - 1 // every bit that there is
)

// cell goes through one value of a filing; value goes through its V, given Raw.
func cell[T comparable](c *coder, v *ownership.Value[T], value func(c *coder, v *T, raw string)) {
	var zero T
	flags := uint64(0)
	if !c.reading {
		flags = c.flags(&v.Reading)
		if v.V != zero {
			flags |= hasValue
		}
	}
	c.uint(&flags)
	if flags == 0 {
		return
	}
	if c.reading && flags > allCell {
		c.fail(fmt.Errorf("%w: a cell begins with %#x", ErrMessage, flags))
		return
	}
	c.readingOf(&v.Reading, flags)
	if flags&hasValue != 0 {
		value(c, &v.V, v.Raw)
	}
}

func (c *coder) flags(r *ownership.Reading) uint64 {
	flags := uint64(r.State)&stateBits | uint64(r.How)&howBits<<howShift
	switch {
	case len(r.At) == 1 && r.At[0].Page == 0 && r.At[0].Box == ownership.Box{}:
		flags |= hasSpan
		if s := r.At[0]; r.Raw != "" && 0 <= s.Start && s.Start <= s.End && int(s.End) <= len(c.sourceText) &&
			c.sourceText[s.Start:s.End] == r.Raw {
			flags |= rawAtSpan
		}
	case len(r.At) > 0:
		flags |= hasSpans
	}
	if r.Raw != "" && flags&rawAtSpan == 0 {
		flags |= hasRaw
	}
	if len(r.Notes) > 0 {
		flags |= hasNotes
	}
	if len(r.Repairs) > 0 {
		flags |= hasRepairs
	}
	return flags
}

func (c *coder) readingOf(r *ownership.Reading, flags uint64) {
	r.State = ownership.State(flags & stateBits)
	r.How = ownership.How(flags >> howShift & howBits)
	if flags&hasSpan != 0 {
		if c.reading {
			r.At = make([]ownership.Span, 1)
		}
		c.startEnd(&r.At[0])
	}
	if flags&hasSpans != 0 {
		slice(c, &r.At, (*coder).span)
	}
	if flags&rawAtSpan != 0 && c.reading && c.err == nil {
		if len(r.At) != 1 || r.At[0].Start < 0 || r.At[0].End < r.At[0].Start || int(r.At[0].End) > len(c.sourceText) {
			c.fail(fmt.Errorf("%w: a cell stands outside its source", ErrMessage))
			return
		}
		r.Raw = c.sourceText[r.At[0].Start:r.At[0].End]
	}
	if flags&hasRaw != 0 {
		c.string(&r.Raw)
	}
	if flags&hasNotes != 0 {
		slice(c, &r.Notes, (*coder).string)
	}
	if flags&hasRepairs != 0 {
		slice(c, &r.Repairs, (*coder).repair)
	}
}

func (c *coder) repair(r *ownership.Repair) {
	c.byte((*uint8)(&r.Cause))
	c.string(&r.Reason)
	slice(c, &r.Evidence, (*coder).string)
	c.string((*string)(&r.Confidence))
}

// startEnd goes through a span's offsets, the start as the distance from the
// start before: cells stand in the order of the document, more or less.
func (c *coder) startEnd(s *ownership.Span) {
	start, length := int(s.Start)-int(c.place), int(s.End)-int(s.Start)
	c.int(&start)
	c.int(&length)
	if c.reading {
		start += int(c.place)
		end := start + length
		if start < math.MinInt32 || start > math.MaxInt32 || end < math.MinInt32 || end > math.MaxInt32 {
			c.fail(fmt.Errorf("%w: a place is out of range", ErrMessage))
			return
		}
		s.Start, s.End = int32(start), int32(end)
	}
	c.place = s.Start
}

func (c *coder) span(s *ownership.Span) {
	c.startEnd(s)
	c.int32(&s.Page)
	boxed := s.Box != ownership.Box{}
	c.bool(&boxed)
	if boxed {
		c.box(&s.Box)
	}
}

func (c *coder) text(v *ownership.Value[string]) { letters(c, v) }

// letters goes through a value that is text.
func letters[T ~string](c *coder, v *ownership.Value[T]) {
	cell(c, v, func(c *coder, v *T, raw string) {
		s := string(*v)
		c.orRaw(&s, raw)
		*v = T(s)
	})
}

// orRaw goes through a text that often is the cell's Raw: it writes 0 for that,
// else the length plus one and the text.
func (c *coder) orRaw(s *string, raw string) {
	n := uint64(0)
	if !c.reading && *s != raw {
		n = uint64(len(*s)) + 1
	}
	c.uint(&n)
	switch {
	case !c.reading && n > 0:
		c.out = append(c.out, *s...)
	case c.reading && n > 0:
		*s = c.take(n - 1)
	case c.reading:
		*s = raw
	}
}

func (c *coder) decimal(v *ownership.Value[ownership.Decimal]) {
	cell(c, v, func(c *coder, v *ownership.Decimal, raw string) {
		var s string
		if !c.reading {
			s = v.String()
		}
		c.orRaw(&s, raw)
		if c.reading && c.err == nil {
			n, err := ownership.ParseDecimal(s)
			if err != nil {
				c.fail(fmt.Errorf("%w: %w", ErrMessage, err))
			}
			*v = n
		}
	})
}

func (c *coder) flag(v *ownership.Value[bool]) {
	// That there is a value says that it is true.
	cell(c, v, func(c *coder, v *bool, _ string) { *v = true })
}

func (c *coder) date(v *ownership.Value[ownership.Date]) {
	cell(c, v, func(c *coder, v *ownership.Date, _ string) { c.day(v) })
}

func (c *coder) day(d *ownership.Date) {
	year := int32(d.Year)
	c.int32(&year)
	if c.reading && (year < math.MinInt16 || year > math.MaxInt16) {
		c.fail(fmt.Errorf("%w: the year %d is out of range", ErrMessage, year))
		return
	}
	d.Year = int16(year)
	c.byte(&d.Month)
	c.byte(&d.Day)
}

func (c *coder) moment(t *ownership.Time, _ string) {
	c.day(&t.Date)
	c.byte(&t.Hour)
	c.byte(&t.Minute)
	c.byte(&t.Second)
}
