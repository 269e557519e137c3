package filing_test

import (
	"fmt"
	"html"
	"iter"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// element is a start tag of a view, with the text that stands in it.
type element struct {
	tag  string
	attr map[string]string
	text string // of it and all within
}

// token is a piece of what app.HTMLString writes.
type token struct {
	tag    string // empty for text
	closes bool
	attr   map[string]string
	text   string
}

// tokens takes apart what app.HTMLString writes: attributes in any order and
// quoted as Go does, and a line break between children.
func tokens(t *testing.T, s string) iter.Seq[token] {
	return func(yield func(token) bool) {
		for s != "" {
			text, rest, more := strings.Cut(s, "<")
			if text = html.UnescapeString(strings.Trim(text, "\n")); text != "" && !yield(token{text: text}) {
				return
			}
			if !more {
				return
			}
			var k token
			if k, s = tagOf(t, rest); !yield(k) {
				return
			}
		}
	}
}

func tagOf(t *testing.T, s string) (token, string) {
	k := token{attr: map[string]string{}}
	if k.closes = s[0] == '/'; k.closes {
		s = s[1:]
	}
	end := strings.IndexAny(s, " >")
	k.tag, s = s[:end], s[end:]
	for s[0] == ' ' {
		s = s[1:]
		end := strings.IndexAny(s, "= >")
		name := s[:end]
		value := ""
		if s = s[end:]; s[0] == '=' {
			quoted, err := strconv.QuotedPrefix(s[1:])
			if err != nil {
				t.Fatalf("attribute %s of <%s>: %v", name, k.tag, err)
			}
			value, _ = strconv.Unquote(quoted)
			s = s[1+len(quoted):]
		}
		k.attr[name] = value
	}
	if s[0] != '>' {
		t.Fatalf("<%s> does not end: %.60q", k.tag, s)
	}
	return k, s[1:]
}

// elements lists the elements of a view in their order.
func elements(t *testing.T, s string) []element {
	t.Helper()
	var all []*element
	var open []*element
	for k := range tokens(t, s) {
		switch {
		case k.tag == "":
			for _, e := range open {
				e.text += k.text
			}
		case k.closes:
			if len(open) == 0 || open[len(open)-1].tag != k.tag {
				t.Fatalf("</%s> closes nothing", k.tag)
			}
			open = open[:len(open)-1]
		default:
			e := &element{tag: k.tag, attr: k.attr}
			all = append(all, e)
			if k.tag != "input" {
				open = append(open, e)
			}
		}
	}
	list := make([]element, len(all))
	for i, e := range all {
		list[i] = *e
	}
	return list
}

// pretty writes a view so that a person can read it and a change of it: an
// element a line, attributes in order.
func pretty(t *testing.T, s string) string {
	var b strings.Builder
	depth := 0
	line := func(text string) { fmt.Fprintf(&b, "%s%s\n", strings.Repeat(" ", depth), text) }
	for k := range tokens(t, s) {
		switch {
		case k.tag == "":
			line(html.EscapeString(k.text))
		case k.closes:
			depth--
		default:
			tag := "<" + k.tag
			for _, name := range slices.Sorted(maps.Keys(k.attr)) {
				tag += " " + name
				if v := k.attr[name]; v != "" {
					tag += `="` + html.EscapeString(v) + `"`
				}
			}
			line(tag + ">")
			if k.tag != "input" {
				depth++
			}
		}
	}
	return b.String()
}
