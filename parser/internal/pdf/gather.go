package pdf

import (
	"bytes"
	"strconv"
)

// file holds the objects of a PDF.
type file struct {
	clock   *clock
	data    []byte
	objects map[int]*entry
	trailer dict
	crypt   *crypt
	numbers map[int]int64 // see lengths
	spent   int           // bytes that streams were unpacked to
}

// entry is an indirect object.
type entry struct {
	object object
	stream []byte // raw; nil if it is none
	gen    int
	at     int  // in the file
	whole  bool // the stream has the length that it says
	cut    bool // the file ends within the stream
}

// gather finds all objects by their heads, "12 0 obj", in the order of the file, so
// that a later one replaces an earlier one of the same number, as updates do. Cross
// references are not followed: they may be broken, or lead in circles.
func gather(data []byte, c *clock) *file {
	f := &file{clock: c, data: data, objects: map[int]*entry{}, trailer: dict{}}
	var late []*entry // streams whose length is an object
	head := -1        // of the next object
	for at := 0; at < len(data); {
		c.tick()
		if head < at {
			if head = bytes.Index(data[at:], []byte("obj")); head < 0 {
				head = len(data)
			} else {
				head += at
			}
		}
		if t := bytes.Index(data[at:head], []byte("trailer")); t >= 0 {
			l := lexer{b: data, i: at + t + len("trailer"), clock: c}
			f.addTrailer(l.next(0))
			at = max(l.i, at+t+1)
			continue
		}
		if head == len(data) {
			break
		}
		at = head + 3
		number, gen, ok := objectHead(data, head)
		if !ok {
			continue
		}
		if len(f.objects) >= maxObjects && f.objects[number] == nil {
			panic(refuse(Bound, "This PDF has more objects than any form.", "Take the pages of the form out of it."))
		}
		l := lexer{b: data, i: at, clock: c}
		e := &entry{object: l.next(0), gen: gen, at: head}
		if w, is := e.object.(word); is {
			e.object = nil
			if w == "endobj" {
				at = l.i
			}
		}
		if _, is := e.object.(closing); is {
			e.object = nil
		}
		at = max(at, l.i)
		if d, is := e.object.(dict); is {
			l.skipSpace()
			if bytes.HasPrefix(data[l.i:], []byte("stream")) {
				at = f.takeStream(e, d, l.i+len("stream"))
				late = append(late, e)
			}
			if d["Type"] == name("XRef") {
				f.addTrailer(d)
			}
		}
		f.objects[number] = e
	}
	for _, e := range late {
		if id, ok := e.object.(dict)["Length"].(ref); ok {
			if n, ok := f.resolve(id).(int64); ok && n >= 0 && n <= int64(len(e.stream)) && !e.whole {
				e.stream = e.stream[:n]
			}
		}
	}
	return f
}

// takeStream takes the bytes of a stream that begin at or after i, and returns the
// place after them. The length is believed only if the stream ends there.
func (f *file) takeStream(e *entry, d dict, i int) int {
	if i < len(f.data) && f.data[i] == '\r' {
		i++
	}
	if i < len(f.data) && f.data[i] == '\n' {
		i++
	}
	n, ok := d["Length"].(int64)
	if id, apart := d["Length"].(ref); apart {
		// It may hold a PDF of its own, with objects that are none of this one.
		n, ok = f.lengths()[int(id)]
	}
	if ok && n >= 0 && n <= int64(len(f.data)-i) {
		end := i + int(n)
		rest := bytes.TrimLeft(f.data[end:min(len(f.data), end+16)], "\r\n \t")
		if bytes.HasPrefix(rest, []byte("endstream")) || bytes.HasPrefix(rest, []byte("endobj")) {
			e.stream, e.whole = f.data[i:end:end], true
			return end
		}
	}
	end := bytes.Index(f.data[i:], []byte("endstream"))
	if end < 0 {
		if end = bytes.Index(f.data[i:], []byte("endobj")); end < 0 {
			end, e.cut = len(f.data)-i, true
		}
	}
	e.stream = f.data[i : i+end : i+end]
	return i + end
}

// lengths gives the objects that are a whole number and nothing else, wherever they
// stand: the last of each number.
func (f *file) lengths() map[int]int64 {
	if f.numbers != nil {
		return f.numbers
	}
	f.numbers = map[int]int64{}
	for at := 0; len(f.numbers) < maxObjects; {
		f.clock.tick()
		i := bytes.Index(f.data[at:], []byte(" obj"))
		if i < 0 {
			break
		}
		head := at + i + 1
		at = head + 3
		rest := bytes.TrimLeft(f.data[at:min(len(f.data), at+40)], "\r\n\t ")
		digits := 0
		for digits < len(rest) && rest[digits] >= '0' && rest[digits] <= '9' {
			digits++
		}
		value, err := strconv.ParseInt(string(rest[:digits]), 10, 64)
		if err != nil || !bytes.HasPrefix(bytes.TrimLeft(rest[digits:], "\r\n\t "), []byte("endobj")) {
			continue
		}
		if number, _, ok := objectHead(f.data, head); ok {
			f.numbers[number] = value
		}
	}
	return f.numbers
}

// addTrailer keeps what trailers say; the last one that says something counts.
func (f *file) addTrailer(o object) {
	d, ok := o.(dict)
	if !ok {
		return
	}
	for _, key := range [...]name{"Root", "Encrypt", "ID"} {
		if v, ok := d[key]; ok {
			f.trailer[key] = v
		}
	}
}

// objectHead reads the two numbers before "obj" backwards.
func objectHead(data []byte, at int) (number, gen int, ok bool) {
	i := at
	read := func() (int, bool) {
		for i > 0 && isSpace(data[i-1]) && at-i < 40 {
			i--
		}
		end := i
		for i > 0 && data[i-1] >= '0' && data[i-1] <= '9' && end-i < 10 {
			i--
		}
		n, err := strconv.Atoi(string(data[i:end]))
		return n, err == nil
	}
	if gen, ok = read(); !ok {
		return 0, 0, false
	}
	if i == 0 || !isSpace(data[i-1]) {
		return 0, 0, false
	}
	number, ok = read()
	return number, gen, ok && number > 0 && number < 1<<31
}

// resolve follows references.
func (f *file) resolve(o object) object {
	for range 20 {
		id, ok := o.(ref)
		if !ok {
			return o
		}
		e := f.objects[int(id)]
		if e == nil {
			return nil
		}
		o = e.object
	}
	return nil
}
