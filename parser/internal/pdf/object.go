package pdf

import (
	"bytes"
	"strconv"
	"strings"
)

// The objects of a PDF (ISO 32000-1, 7.3). A number is an int64 or a float64, null is
// nil.
type (
	object any
	name   string
	array  []object
	dict   map[name]object
	ref    int    // the number of an indirect object; generations are dropped
	word   string // an operator or keyword
)

// lexer reads objects out of bytes. What is malformed ends at the end of the bytes;
// nothing in it panics.
type lexer struct {
	b     []byte
	i     int
	clock *clock
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

func (l *lexer) skipSpace() {
	for l.i < len(l.b) {
		switch c := l.b[l.i]; {
		case isSpace(c):
			l.i++
		case c == '%':
			for l.i < len(l.b) && l.b[l.i] != '\n' && l.b[l.i] != '\r' {
				l.i++
			}
		default:
			return
		}
	}
}

// end of arrays, dictionaries and input.
type closing byte

// next reads an object, an operator (word), or a closing bracket; at the end it
// gives closing(0).
func (l *lexer) next(depth int) object {
	l.clock.object(depth)
	l.skipSpace()
	if l.i >= len(l.b) {
		return closing(0)
	}
	c := l.b[l.i]
	switch {
	case c == '/':
		return l.name()
	case c == '(':
		return l.literal()
	case c == '<':
		if l.i+1 < len(l.b) && l.b[l.i+1] == '<' {
			l.i += 2
			return l.dict(depth)
		}
		return l.hex()
	case c == '[':
		l.i++
		return l.array(depth)
	case c == ']' || c == '}' || c == ')':
		l.i++
		return closing(c)
	case c == '>':
		l.i++
		if l.i < len(l.b) && l.b[l.i] == '>' {
			l.i++
		}
		return closing('>')
	case c == '{':
		l.i++
		return word("{")
	}
	start := l.i
	for l.i < len(l.b) && !isSpace(l.b[l.i]) && !isDelimiter(l.b[l.i]) {
		l.i++
	}
	return plain(string(l.b[start:l.i]))
}

// plain reads a number or a word.
func plain(s string) object {
	if c := s[0]; c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.' {
		if n, err := strconv.ParseInt(s, 10, 64); err == nil {
			return n
		}
		if f, err := strconv.ParseFloat(s, 64); err == nil && f < 1e15 && f > -1e15 && !strings.ContainsAny(s, "eExXpP_") {
			return f
		}
		return int64(0)
	}
	switch s {
	case "true":
		return true
	case "false":
		return false
	case "null":
		return nil
	}
	return word(s)
}

func (l *lexer) name() name {
	l.i++
	start := l.i
	for l.i < len(l.b) && !isSpace(l.b[l.i]) && !isDelimiter(l.b[l.i]) {
		l.i++
	}
	s := string(l.b[start:l.i])
	if !strings.Contains(s, "#") {
		return name(s)
	}
	var out []byte
	for i := 0; i < len(s); i++ {
		if s[i] == '#' && i+2 < len(s) && hexDigit(s[i+1]) >= 0 && hexDigit(s[i+2]) >= 0 {
			out = append(out, byte(hexDigit(s[i+1])<<4|hexDigit(s[i+2])))
			i += 2
			continue
		}
		out = append(out, s[i])
	}
	return name(out)
}

func hexDigit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

// literal reads a string in round brackets (7.3.4.2).
func (l *lexer) literal() string {
	l.i++
	if end := bytes.IndexAny(l.b[l.i:], `()\\`); end >= 0 && l.b[l.i+end] == ')' {
		s := string(l.b[l.i : l.i+end])
		l.i += end + 1
		return s
	}
	var out []byte
	for depth := 1; l.i < len(l.b); l.i++ {
		c := l.b[l.i]
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				l.i++
				return string(out)
			}
		case '\\':
			if l.i++; l.i >= len(l.b) {
				return string(out)
			}
			switch c = l.b[l.i]; {
			case c == 'n':
				c = '\n'
			case c == 'r':
				c = '\r'
			case c == 't':
				c = '\t'
			case c == 'b':
				c = '\b'
			case c == 'f':
				c = '\f'
			case c >= '0' && c <= '7':
				n := 0
				for k := 0; k < 3 && l.i < len(l.b) && l.b[l.i] >= '0' && l.b[l.i] <= '7'; k++ {
					n = n<<3 | int(l.b[l.i]-'0')
					l.i++
				}
				l.i--
				c = byte(n)
			case c == '\r':
				if l.i+1 < len(l.b) && l.b[l.i+1] == '\n' {
					l.i++
				}
				continue
			case c == '\n':
				continue
			}
		}
		out = append(out, c)
	}
	return string(out)
}

func (l *lexer) hex() string {
	l.i++
	var out []byte
	high, odd := 0, false
	for l.i < len(l.b) {
		c := l.b[l.i]
		l.i++
		if c == '>' {
			break
		}
		d := hexDigit(c)
		if d < 0 {
			continue
		}
		if odd {
			out = append(out, byte(high<<4|d))
		}
		high, odd = d, !odd
	}
	if odd {
		out = append(out, byte(high<<4))
	}
	return string(out)
}

func (l *lexer) array(depth int) object {
	out := array{}
	for {
		o := l.element(depth, &out)
		if _, end := o.(closing); end {
			return out
		}
		out = append(out, o)
	}
}

// element reads one element; "12 0 R" becomes a reference once its R is read.
func (l *lexer) element(depth int, before *array) object {
	if depth > maxDepth {
		l.i = len(l.b)
		return closing(0)
	}
	for {
		o := l.next(depth + 1)
		if w, ok := o.(word); ok {
			if n := len(*before); w == "R" && n >= 2 {
				if id, ok := (*before)[n-2].(int64); ok && id >= 0 && id < 1<<31 {
					*before = (*before)[:n-2]
					return ref(id)
				}
			}
			if w == "endobj" || w == "endstream" || w == "obj" {
				return closing(0)
			}
			continue
		}
		return o
	}
}

func (l *lexer) dict(depth int) object {
	var flat array
	for {
		o := l.element(depth, &flat)
		if _, end := o.(closing); end {
			break
		}
		flat = append(flat, o)
	}
	out := dict{}
	for i := 0; i+1 < len(flat); {
		key, ok := flat[i].(name)
		if !ok {
			i++
			continue
		}
		if _, given := out[key]; !given {
			out[key] = flat[i+1]
		}
		i += 2
	}
	return out
}

// text writes an object for the library.
func write(b []byte, o object) []byte {
	switch o := o.(type) {
	case nil:
		return append(b, "null"...)
	case bool:
		return strconv.AppendBool(b, o)
	case int64:
		return strconv.AppendInt(b, o, 10)
	case float64:
		return strconv.AppendFloat(b, o, 'f', -1, 64)
	case string:
		b = append(b, '<')
		for i := range len(o) {
			b = append(b, "0123456789ABCDEF"[o[i]>>4], "0123456789ABCDEF"[o[i]&15])
		}
		return append(b, '>')
	case name:
		b = append(b, '/')
		for i := range len(o) {
			if c := o[i]; c <= ' ' || c >= 0x7F || c == '#' || isDelimiter(c) {
				b = append(b, '#', "0123456789ABCDEF"[c>>4], "0123456789ABCDEF"[c&15])
			} else {
				b = append(b, c)
			}
		}
		return b
	case array:
		b = append(b, '[')
		for i, x := range o {
			if i > 0 {
				b = append(b, ' ')
			}
			b = write(b, x)
		}
		return append(b, ']')
	case dict:
		b = append(b, "<<"...)
		for k, x := range o {
			b = write(b, k)
			b = append(b, ' ')
			b = write(b, x)
			b = append(b, ' ')
		}
		return append(b, ">>"...)
	case ref:
		return append(strconv.AppendInt(b, int64(o), 10), " 0 R"...)
	}
	return append(b, "null"...)
}
