package wire

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

// ErrVersion is the error of a message of another version of the protocol.
var ErrVersion = errors.New("the page and its engine are of different versions")

// ErrMessage is the error of bytes that are no message.
var ErrMessage = errors.New("not a message between page and engine")

// coder goes through a value once, field by field, and either writes it after
// out or reads it from in. One walk for both directions cannot disagree with
// itself about their order. It has many methods because each type that travels has one.
type coder struct {
	reading bool
	out     []byte
	in      string // what is left; strings that are read are parts of it
	err     error

	sourceText string // the filing's Source.Text
	place      int32  // Start of the span before
}

func (c *coder) fail(err error) {
	if c.err == nil {
		c.err = err
	}
	c.in = "" // all that follows reads as zero
}

func (c *coder) uint(v *uint64) {
	if !c.reading {
		c.out = binary.AppendUvarint(c.out, *v)
		return
	}
	var n uint64
	for i := range min(len(c.in), binary.MaxVarintLen64) {
		b := c.in[i]
		n |= uint64(b&0x7f) << (7 * i)
		if b < 0x80 {
			c.in = c.in[i+1:]
			*v = n
			return
		}
	}
	*v = 0
	c.fail(fmt.Errorf("%w: a number is cut off", ErrMessage))
}

func (c *coder) int(v *int) {
	n := uint64(*v)<<1 ^ uint64(*v>>63)
	c.uint(&n)
	*v = int(n>>1) ^ -int(n&1)
}

func (c *coder) int32(v *int32) {
	n := int(*v)
	c.int(&n)
	if c.reading && (n < math.MinInt32 || n > math.MaxInt32) {
		c.fail(fmt.Errorf("%w: %d is out of range", ErrMessage, n))
		return
	}
	*v = int32(n)
}

func (c *coder) byte(v *uint8) {
	n := uint64(*v)
	c.uint(&n)
	if c.reading && n > math.MaxUint8 {
		c.fail(fmt.Errorf("%w: %d is out of range", ErrMessage, n))
		return
	}
	*v = uint8(n)
}

func (c *coder) bool(v *bool) {
	var n uint8
	if *v {
		n = 1
	}
	c.byte(&n)
	*v = n != 0
}

func (c *coder) float32(v *float32) {
	n := uint64(math.Float32bits(*v))
	c.uint(&n)
	*v = math.Float32frombits(uint32(n))
}

// take reads n bytes as a string that shares the message's memory.
func (c *coder) take(n uint64) string {
	if n > uint64(len(c.in)) {
		c.fail(fmt.Errorf("%w: a text of %d bytes is cut off", ErrMessage, n))
		return ""
	}
	s := c.in[:n]
	c.in = c.in[n:]
	return s
}

func (c *coder) string(v *string) {
	n := uint64(len(*v))
	c.uint(&n)
	if c.reading {
		*v = c.take(n)
		return
	}
	c.out = append(c.out, *v...)
}

// slice goes through the elements with each. An empty slice reads as nil.
func slice[T any](c *coder, v *[]T, each func(*coder, *T)) {
	n := uint64(len(*v))
	c.uint(&n)
	if c.reading {
		// An element takes a byte at least, so a count cannot ask for more memory
		// than the message is long times the size of an element.
		if n > uint64(len(c.in)) {
			c.fail(fmt.Errorf("%w: a list of %d is cut off", ErrMessage, n))
			return
		}
		*v = nil
		if n > 0 {
			*v = make([]T, n)
		}
	}
	for i := range *v {
		each(c, &(*v)[i])
	}
}

func (c *coder) version() {
	v := uint64(Version)
	c.uint(&v)
	if c.err == nil && v != Version {
		c.fail(fmt.Errorf("%w: %d and %d", ErrVersion, v, Version))
	}
}

// end returns what went wrong, a rest that nobody asked for included.
func (c *coder) end() error {
	if c.err == nil && c.in != "" {
		c.err = fmt.Errorf("%w: %d bytes are left over", ErrMessage, len(c.in))
	}
	return c.err
}
