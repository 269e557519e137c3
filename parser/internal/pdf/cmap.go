package pdf

import (
	"sort"
	"unicode/utf16"
)

// cmap maps codes to letters or to the numbers of glyphs (9.7.5, 9.10.3). Ranges stay
// ranges, so that a map of billions costs nothing.
type cmap struct {
	spaces []codeSpace
	single map[int]string
	ranges []codeRange
	cids   []cidRange
}

type codeSpace struct {
	low, high string
}

type codeRange struct {
	low, high int
	text      []uint16
}

type cidRange struct {
	low, high, cid int
}

const maxMapped = 200_000

// readCMap reads one.
func (d *document) readCMap(b []byte) *cmap {
	m := &cmap{single: map[int]string{}}
	l := lexer{b: b, clock: d.clock}
	var a array
	for len(m.single)+len(m.ranges)+len(m.cids) < maxMapped {
		o := l.next(0)
		switch o := o.(type) {
		case closing:
			if o == 0 {
				m.sort()
				return m
			}
			continue
		case word:
			m.section(string(o), a)
			a = a[:0]
			continue
		}
		if len(a) < maxMapped {
			a = append(a, o)
		}
	}
	m.sort()
	return m
}

func (m *cmap) sort() {
	sort.SliceStable(m.ranges, func(i, j int) bool { return m.ranges[i].low < m.ranges[j].low })
	sort.SliceStable(m.cids, func(i, j int) bool { return m.cids[i].low < m.cids[j].low })
}

func integer(o object) (int, bool) {
	s, ok := o.(string)
	if !ok || len(s) > 4 {
		return 0, false
	}
	n := 0
	for i := range len(s) {
		n = n<<8 | int(s[i])
	}
	return n, true
}

func units(s string) []uint16 {
	out := make([]uint16, 0, len(s)/2)
	if len(s) == 1 {
		return append(out, uint16(s[0]))
	}
	for i := 0; i+1 < len(s) && len(out) < 32; i += 2 {
		out = append(out, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return out
}

func (m *cmap) section(op string, a array) {
	switch op {
	case "endcodespacerange":
		for i := 0; i+1 < len(a) && len(m.spaces) < 100; i += 2 {
			low, ok1 := a[i].(string)
			high, ok2 := a[i+1].(string)
			if ok1 && ok2 && len(low) == len(high) && len(low) > 0 && len(low) <= 4 {
				m.spaces = append(m.spaces, codeSpace{low, high})
			}
		}
	case "endbfchar":
		for i := 0; i+1 < len(a); i += 2 {
			c, ok := integer(a[i])
			if !ok {
				continue
			}
			switch to := a[i+1].(type) {
			case string:
				m.single[c] = string(utf16.Decode(units(to)))
			case name:
				m.single[c] = letterNamed(string(to))
			}
		}
	case "endbfrange":
		for i := 0; i+2 < len(a); i += 3 {
			low, ok1 := integer(a[i])
			high, ok2 := integer(a[i+1])
			if !ok1 || !ok2 || high < low {
				continue
			}
			switch to := a[i+2].(type) {
			case string:
				if u := units(to); len(u) > 0 {
					m.ranges = append(m.ranges, codeRange{low, high, u})
				}
			case array:
				for k, x := range to {
					if s, ok := x.(string); ok && low+k <= high && len(m.single) < maxMapped {
						m.single[low+k] = string(utf16.Decode(units(s)))
					}
				}
			}
		}
	case "endcidchar":
		for i := 0; i+1 < len(a); i += 2 {
			if c, ok := integer(a[i]); ok {
				cid, _ := a[i+1].(int64)
				m.cids = append(m.cids, cidRange{c, c, int(cid)})
			}
		}
	case "endcidrange":
		for i := 0; i+2 < len(a); i += 3 {
			low, ok1 := integer(a[i])
			high, ok2 := integer(a[i+1])
			if cid, ok := a[i+2].(int64); ok && ok1 && ok2 && high >= low {
				m.cids = append(m.cids, cidRange{low, high, int(cid)})
			}
		}
	}
}

// length is how many bytes the code at the start of s has.
func (m *cmap) length(s string) int {
	for _, c := range m.spaces {
		n := len(c.low)
		if len(s) < n {
			continue
		}
		ok := true
		for i := range n {
			if s[i] < c.low[i] || s[i] > c.high[i] {
				ok = false
				break
			}
		}
		if ok {
			return n
		}
	}
	if len(m.spaces) > 0 {
		return len(m.spaces[0].low)
	}
	return 2
}

// text gives the letters of a code.
func (m *cmap) text(c int) (string, bool) {
	if s, ok := m.single[c]; ok {
		return s, true
	}
	// The last range that begins at or before c; an overlapping one may begin before.
	i := sort.Search(len(m.ranges), func(i int) bool { return m.ranges[i].low > c })
	for k := i - 1; k >= 0 && k >= i-8; k-- {
		r := &m.ranges[k]
		if c > r.high {
			continue
		}
		u := append([]uint16(nil), r.text...)
		u[len(u)-1] += uint16(c - r.low)
		return string(utf16.Decode(u)), true
	}
	return "", false
}

// cid gives the number of the glyph of a code; without a map it is the code.
func (m *cmap) cid(c int) int {
	if len(m.cids) == 0 {
		return c
	}
	i := sort.Search(len(m.cids), func(i int) bool { return m.cids[i].low > c }) - 1
	if i >= 0 && c <= m.cids[i].high {
		return m.cids[i].cid + c - m.cids[i].low
	}
	return 0
}
