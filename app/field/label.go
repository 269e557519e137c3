package field

import (
	"strconv"
	"strings"

	"filingview/parser/ownership"
)

// Label says in words which cell of a filing a path names: Table I, line 3, price.
// A path that it does not know it takes apart.
func Label(f *ownership.Filing, path string) string {
	head, rest, _ := strings.Cut(path, ".")
	name, n := Index(head)
	switch name {
	case "tableI", "tableII":
		where := map[string]string{"tableI": "Table I", "tableII": "Table II"}[name]
		if n == 0 {
			return where
		}
		where += ", line " + strconv.Itoa(n)
		if rest == "" {
			return where
		}
		return where + ", " + rowLabel(rest)
	case "footnotes":
		if n > 0 && n <= len(f.Footnotes) {
			return "Footnote (" + ownership.NoteLabel(f.Footnotes[n-1].ID) + ")"
		}
	}
	var parts []string
	for part := range strings.SplitSeq(path, ".") {
		name, n := Index(part)
		w := word(name)
		switch {
		case name == "other" && n > 0 || name == "value" && len(parts) > 0:
			continue // the fact's own label follows
		case n > 0:
			w = strings.TrimSuffix(strings.ReplaceAll(w, "ies", "y"), "s") + " " + strconv.Itoa(n)
		}
		parts = append(parts, w)
	}
	if fact := factLabel(f, path); fact != "" {
		parts = append(parts, fact)
	}
	text := strings.Join(parts, ", ")
	if text != "" {
		text = strings.ToUpper(text[:1]) + text[1:]
	}
	return text
}

// PathLabel is the label of a path of a filing that is not at hand.
func PathLabel(path string) string {
	if name, n := Index(strings.TrimSuffix(path, ".text")); name == "footnotes" && n > 0 {
		return "Footnote " + strconv.Itoa(n)
	}
	return Label(new(ownership.Filing), path)
}

// factLabel is the document's own label of a line of the header that has no field.
func factLabel(f *ownership.Filing, path string) string {
	head, ok := strings.CutSuffix(path, ".value")
	if !ok {
		return ""
	}
	at := strings.LastIndex(head, ".")
	name, n := Index(head[at+1:])
	facts := f.Header.Other
	if owner, k := Index(strings.TrimPrefix(head[:max(at, 0)], "header.")); owner == "parties" && k > 0 && k <= len(f.Header.Parties) {
		facts = f.Header.Parties[k-1].Other
	}
	if name != "other" || n < 1 || n > len(facts) {
		return ""
	}
	return facts[n-1].Label
}

// rowLabel is what a field of a line is called.
func rowLabel(path string) string {
	for _, c := range Columns(2, '4') {
		for _, f := range c.Fields {
			if f.Path == path {
				return f.Label
			}
		}
	}
	return spaced(path[strings.LastIndexByte(path, '.')+1:])
}

// Index takes "owners[2]" apart: the name, and the number as people count.
func Index(part string) (name string, n int) {
	at := strings.IndexByte(part, '[')
	if at < 0 || !strings.HasSuffix(part, "]") {
		return part, 0
	}
	i, err := strconv.Atoi(part[at+1 : len(part)-1])
	if err != nil {
		return part, 0
	}
	return part[:at], i + 1
}

// spaced writes officerTitle as officer title.
func spaced(name string) string {
	var b strings.Builder
	for i, r := range name {
		if i > 0 && (r >= 'A' && r <= 'Z') && !(name[i-1] >= 'A' && name[i-1] <= 'Z') {
			b.WriteByte(' ')
		}
		if r >= 'A' && r <= 'Z' {
			r += 'a' - 'A'
		}
		b.WriteRune(r)
	}
	return b.String()
}
