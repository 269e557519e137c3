package pdf

import (
	"bytes"
	"slices"
	"strconv"

	library "github.com/ledongthuc/pdf"
)

// document is a PDF that the library has open.
type document struct {
	clock     *clock
	reader    *library.Reader
	fonts     map[int64]*font
	lost      *font // stands for fonts that are missing
	page      int   // that is being read
	fontsRead int
	glyphs    int
	rules     int
	runs      int              // forms inside pages that were run
	pictures  map[int64][]byte // packed as JPEG, by the numbers of their objects
}

// open writes the objects as a plain file and gives that to the library: one table of
// cross references, no object streams, no encryption, streams unpacked unless they are
// pictures.
func (f *file) open() (*document, error) {
	root, ok := f.trailer["Root"].(ref)
	if d, is := f.resolve(root).(dict); !ok || !is || d["Pages"] == nil {
		if root, ok = f.findRoot(); !ok {
			return nil, refuse(Damaged, "This PDF is damaged: it has no list of pages.", again)
		}
	}
	numbers := make([]int, 0, len(f.objects))
	for n := range f.objects {
		numbers = append(numbers, n)
	}
	slices.Sort(numbers)
	// Numbers are given anew, so that one of billions costs no table.
	renamed := make(map[int]int, len(numbers))
	for i, n := range numbers {
		renamed[n] = i + 1
	}
	pictures := map[int64][]byte{}
	out := []byte("%PDF-1.7\n")
	offsets := make([]int, len(numbers)+1)
	for i, n := range numbers {
		f.clock.tick()
		if len(out) > maxWritten {
			return nil, refuse(Bound, "This PDF holds more than any form.", "Take the pages of the form out of it.")
		}
		e := f.objects[n]
		offsets[i+1] = len(out)
		out = append(strconv.AppendInt(out, int64(i+1), 10), " 0 obj\n"...)
		o := rename(e.object, renamed, 0)
		if p, is := o.(dict); is && p["Kids"] == nil {
			p[numberKey] = int64(i + 1)
		}
		d, isDict := o.(dict)
		if e.stream == nil || !isDict {
			out = append(write(out, o), "\nendobj\n"...)
			continue
		}
		data, broken := f.content(e)
		if broken != "" {
			d[brokenKey] = broken
		}
		if picture := f.jpeg(e); len(picture) > 0 {
			d[pictureKey] = int64(i + 1)
			pictures[int64(i+1)] = picture
		}
		delete(d, "Filter")
		delete(d, "DecodeParms")
		d["Length"] = int64(len(data))
		out = append(write(out, d), "\nstream\n"...)
		out = append(out, data...)
		out = append(out, "\nendstream\nendobj\n"...)
	}
	start := len(out)
	out = append(out, "xref\n0 "...)
	out = strconv.AppendInt(out, int64(len(offsets)), 10)
	out = append(out, "\n0000000000 65535 f \n"...)
	for _, at := range offsets[1:] {
		s := strconv.Itoa(at)
		out = append(out, "0000000000"[:10-len(s)]...)
		out = append(out, s...)
		out = append(out, " 00000 n \n"...)
	}
	out = append(out, "trailer\n"...)
	out = write(out, dict{"Size": int64(len(offsets)), "Root": ref(renamed[int(root)])})
	out = append(out, "\nstartxref\n"...)
	out = strconv.AppendInt(out, int64(start), 10)
	out = append(out, "\n%%EOF\n"...)
	r, err := library.NewReader(bytes.NewReader(out), int64(len(out)))
	if err != nil {
		return nil, refuse(Damaged, "This PDF is damaged: "+err.Error()+".", again)
	}
	return &document{clock: f.clock, reader: r, fonts: map[int64]*font{}, pictures: pictures}, nil
}

// content unpacks a stream that can hold text or say what letters are; pictures and
// the programs of fonts are left out. It says what keeps it from being unpacked whole.
func (f *file) content(e *entry) (data []byte, broken name) {
	d, _ := e.object.(dict)
	// What is left out must not be taken for content.
	if d["Length1"] != nil || d["Length2"] != nil || d["Length3"] != nil || d["FunctionType"] != nil {
		return nil, brokenEnd
	}
	switch f.resolve(d["Subtype"]) {
	case name("Image"), name("Type1C"), name("CIDFontType0C"), name("OpenType"):
		return nil, brokenEnd
	}
	switch f.resolve(d["Type"]) {
	case name("Metadata"), name("EmbeddedFile"), name("XRef"), name("ObjStm"):
		return nil, brokenEnd
	}
	data, filter, whole := f.decode(e, d)
	switch {
	case filter != "":
		return nil, filter
	case !whole || e.cut:
		return data, brokenEnd
	}
	return data, ""
}

// jpeg gives the data of a picture that is packed as JPEG, the filters around it taken
// off; nil for any other stream.
func (f *file) jpeg(e *entry) []byte {
	d, ok := e.object.(dict)
	if !ok || f.resolve(d["Subtype"]) != name("Image") {
		return nil
	}
	filters, ok := f.resolve(d["Filter"]).(array)
	if !ok {
		filters = array{d["Filter"]}
	}
	if n := len(filters); n == 0 || n > 3 {
		return nil
	}
	data := e.stream
	for i, x := range filters {
		which, _ := f.resolve(x).(name)
		if last := i+1 == len(filters); last {
			if which != "DCTDecode" && which != "DCT" {
				return nil
			}
			break
		}
		out, known, whole := f.apply(which, data, nil)
		if !known || !whole {
			return nil
		}
		data = out
	}
	return data
}

// rename writes references by the new numbers; those that lead nowhere say so.
func rename(o object, renamed map[int]int, depth int) object {
	if depth > maxDepth+2 {
		return nil
	}
	switch o := o.(type) {
	case ref:
		if n := renamed[int(o)]; n > 0 {
			return ref(n)
		}
		return name(nowhere)
	case array:
		out := make(array, len(o))
		for i := range o {
			out[i] = rename(o[i], renamed, depth+1)
		}
		return out
	case string:
		if len(o) > maxString {
			return "" // no text that a page shows, nor a key
		}
	case dict:
		out := make(dict, len(o))
		for k, v := range o {
			out[k] = rename(v, renamed, depth+1)
		}
		return out
	}
	return o
}

// findRoot looks for a catalogue where the trailer is lost.
func (f *file) findRoot() (ref, bool) {
	best := -1
	for n, e := range f.objects {
		if d, ok := e.object.(dict); ok && f.resolve(d["Type"]) == name("Catalog") && d["Pages"] != nil && n > best {
			best = n
		}
	}
	return ref(best), best > 0
}
