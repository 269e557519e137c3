package pdf

import (
	"bytes"
	"compress/flate"
	"encoding/ascii85"
	"encoding/binary"
	"hash/adler32"
	"io"
	"slices"
	"strings"
)

// unpack takes the objects out of object streams (7.5.7), in the order of the file.
func (f *file) unpack() error {
	var streams []*entry
	for _, e := range f.objects {
		if d, ok := e.object.(dict); ok && e.stream != nil && d["Type"] == name("ObjStm") {
			streams = append(streams, e)
		}
	}
	slices.SortFunc(streams, func(a, b *entry) int { return a.at - b.at })
	for _, e := range streams {
		d, _ := e.object.(dict)
		if !f.openStream(e, d) {
			return refuse(Damaged, "This PDF is damaged: a part of its objects cannot be unpacked.", again)
		}
		e.stream, e.object = nil, nil
	}
	return nil
}

// openStream reads the objects in one object stream. Of two with a number, the one
// later in the file counts. It reports whether the stream is whole.
func (f *file) openStream(e *entry, d dict) bool {
	data, _, whole := f.decode(e, d)
	n, _ := f.resolve(d["N"]).(int64)
	first, _ := f.resolve(d["First"]).(int64)
	if n == 0 {
		return true
	}
	if !whole || e.cut || n < 0 || n > maxObjects || first <= 0 || first > int64(len(data)) {
		return false
	}
	head := lexer{b: data[:first], clock: f.clock}
	for range n {
		number, ok1 := head.next(0).(int64)
		offset, ok2 := head.next(0).(int64)
		if !ok1 || !ok2 {
			return false
		}
		if number <= 0 || number >= 1<<31 || offset < 0 || first+offset > int64(len(data)) || len(f.objects) >= maxObjects {
			continue
		}
		if have := f.objects[int(number)]; have != nil && have.at > e.at {
			continue
		}
		l := lexer{b: data, i: int(first + offset), clock: f.clock}
		o := l.next(0)
		switch o.(type) {
		case word, closing:
			o = nil
		}
		f.objects[int(number)] = &entry{object: o, at: e.at}
	}
	return true
}

// decode applies the filters of a stream. It names one that is not known, and reports
// whether the data are whole; what comes before the damage is given.
func (f *file) decode(e *entry, d dict) (data []byte, unknown name, whole bool) {
	var filters, params array
	switch v := f.resolve(d["Filter"]).(type) {
	case name:
		filters = array{v}
	case array:
		filters = v
	}
	switch v := f.resolve(d["DecodeParms"]).(type) {
	case dict:
		params = array{v}
	case array:
		params = v
	}
	data, whole = e.stream, true
	if len(filters) > 8 {
		return nil, "", false
	}
	for i, x := range filters {
		which, _ := f.resolve(x).(name)
		var p dict
		if i < len(params) {
			p, _ = f.resolve(params[i]).(dict)
		}
		out, known, ok := f.apply(which, data, p)
		if !known {
			return nil, which, false
		}
		data, whole = out, whole && ok
	}
	return data, "", whole
}

// apply decodes one filter within the bounds of what all streams may unpack to.
func (f *file) apply(which name, data []byte, p dict) (out []byte, known, whole bool) {
	switch which {
	case "FlateDecode", "Fl":
		out, whole := f.inflate(data)
		return f.predict(out, p), true, whole
	case "LZWDecode", "LZW":
		out, whole := f.lzw(data, f.integer(p, "EarlyChange", 1))
		return f.predict(out, p), true, whole
	case "ASCII85Decode", "A85":
		s, _, ended := strings.Cut(string(data), "~>")
		out, whole := f.limited(ascii85.NewDecoder(strings.NewReader(strings.TrimPrefix(strings.TrimSpace(s), "<~"))))
		return f.predict(out, p), true, whole && ended
	case "ASCIIHexDecode", "AHx":
		s, after, ended := bytes.Cut(data, []byte(">"))
		odd := bytes.ContainsFunc(s, func(r rune) bool { return r > 0x7F || hexDigit(byte(r)) < 0 && !isSpace(byte(r)) })
		l := lexer{b: append([]byte{'<'}, s...), clock: f.clock}
		return []byte(l.hex()), true, ended && !odd && len(bytes.TrimSpace(after)) == 0
	case "RunLengthDecode", "RL":
		return f.runs(data), true, true
	}
	// Crypt is none of content: it exempts metadata from the file's encryption (7.4.10).
	return nil, false, false
}

// inflate unpacks data whose end must be there. The sum after them may be lacking, as
// some programs write it, but not be another: then a letter is.
func (f *file) inflate(data []byte) ([]byte, bool) {
	data = bytes.TrimLeft(data, "\r\n")
	if len(data) < 2 || data[0]&15 != 8 {
		return []byte{}, len(data) == 0
	}
	packed := bytes.NewReader(data[2:])
	out, whole := f.limited(flate.NewReader(packed))
	if sum := data[len(data)-packed.Len():]; whole && len(sum) >= 4 {
		whole = binary.BigEndian.Uint32(sum) == adler32.Checksum(out)
	}
	return out, whole
}

// limited reads all of r within the bounds.
func (f *file) limited(r io.Reader) ([]byte, bool) {
	left := min(maxStream, maxUnpack-f.spent)
	var out bytes.Buffer
	chunk := make([]byte, 32<<10)
	for {
		f.clock.look()
		n, err := r.Read(chunk)
		if out.Write(chunk[:n]); out.Len() > left {
			panic(refuse(Bound, "A stream of this PDF unpacks to more than any form holds.", elsewhere))
		}
		if err != nil {
			f.spent += out.Len()
			return out.Bytes(), err == io.EOF
		}
	}
}

func (f *file) runs(data []byte) []byte {
	var out []byte
	for i := 0; i < len(data) && len(out) < maxStream; {
		f.clock.tick()
		n := int(data[i])
		i++
		switch {
		case n == 128:
			return out
		case n < 128:
			end := min(len(data), i+n+1)
			out = append(out, data[i:end]...)
			i = end
		case i < len(data):
			out = append(out, bytes.Repeat(data[i:i+1], 257-n)...)
			i++
		}
	}
	return out
}

func (f *file) integer(d dict, key name, otherwise int) int {
	if n, ok := f.resolve(d[key]).(int64); ok && n >= 0 && n < 1<<20 {
		return int(n)
	}
	return otherwise
}

// predict undoes a predictor (7.4.4.4): those of PNG, of which each row names its
// own, and that of TIFF for bytes.
func (f *file) predict(data []byte, p dict) []byte {
	kind := f.integer(p, "Predictor", 1)
	if kind < 2 {
		return data
	}
	bits := f.integer(p, "BitsPerComponent", 8) * f.integer(p, "Colors", 1)
	size, row := max(1, bits/8), (bits*f.integer(p, "Columns", 1)+7)/8
	if row <= 0 || row > maxStream {
		return nil
	}
	if kind == 2 {
		for at := 0; at+row <= len(data); at += row {
			for i := at + size; i < at+row; i++ {
				data[i] += data[i-size]
			}
		}
		return data
	}
	out := make([]byte, 0, len(data))
	above := make([]byte, row)
	for at := 0; at+1 < len(data); at += row + 1 {
		f.clock.tick()
		line := append([]byte(nil), data[at+1:min(len(data), at+1+row)]...)
		for i := range line {
			var left, corner byte
			if i >= size {
				left, corner = line[i-size], above[i-size]
			}
			switch data[at] {
			case 1:
				line[i] += left
			case 2:
				line[i] += above[i]
			case 3:
				line[i] += byte((int(left) + int(above[i])) / 2)
			case 4:
				line[i] += paeth(left, above[i], corner)
			}
		}
		out = append(out, line...)
		copy(above, line)
	}
	return out
}

func paeth(a, b, c byte) byte {
	p := int(a) + int(b) - int(c)
	x, y, z := distance(p, a), distance(p, b), distance(p, c)
	switch {
	case x <= y && x <= z:
		return a
	case y <= z:
		return b
	}
	return c
}

func distance(p int, b byte) int {
	if d := p - int(b); d > 0 {
		return d
	}
	return int(b) - p
}

// lzw decodes PDF's LZW, which may widen its codes a step early (7.4.4.2); Go's
// decoder does not know of that.
func (f *file) lzw(data []byte, early int) ([]byte, bool) {
	type piece struct {
		before int // the piece that this one goes on from
		last   byte
	}
	var out []byte
	table := make([]piece, 258, 4096)
	width, have, bits, before := 9, 0, uint32(0), -1
	var buf [4096]byte
	expand := func(code int) []byte {
		i := len(buf)
		for code >= 258 && i > 1 {
			i--
			buf[i] = table[code].last
			code = table[code].before
		}
		i--
		buf[i] = byte(code)
		return buf[i:]
	}
	for _, b := range data {
		f.clock.tick()
		bits, have = bits<<8|uint32(b), have+8
		if have < width {
			continue
		}
		code := int(bits>>(have-width)) & (1<<width - 1)
		have -= width
		switch {
		case code == 257:
			return out, true
		case len(out) > maxStream:
			return out, false
		case code == 256:
			table, width, before = table[:258], 9, -1
			continue
		case before < 0:
			if code > 255 {
				return out, false
			}
			out = append(out, byte(code))
		case code < len(table):
			s := expand(code)
			first := s[0]
			out = append(out, s...)
			if len(table) < 4096 {
				table = append(table, piece{before, first})
			}
		case code == len(table) && len(table) < 4096:
			first := expand(before)[0]
			table = append(table, piece{before, first})
			out = append(out, expand(code)...)
		default:
			return out, false
		}
		before = code
		switch n := len(table) + early; {
		case n >= 2048:
			width = 12
		case n >= 1024:
			width = 11
		case n >= 512:
			width = 10
		}
	}
	return out, true
}
