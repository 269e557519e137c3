package export

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"filingview/parser/ownership"
)

// text returns a cell as the tables have it.
func text[T any](v *ownership.Value[T]) string {
	switch v.State {
	case ownership.Malformed:
		return fold(decode(v.Raw))
	case ownership.Known:
		switch x := any(&v.V).(type) {
		case *string:
			return fold(*x)
		case *ownership.Decimal:
			return number(*x, &v.Reading)
		case *ownership.Date:
			return date(*x)
		case *bool:
			return flag(*x)
		case *ownership.DocumentType:
			return string(*x)
		case *ownership.AcquiredDisposed:
			return string(*x)
		case *ownership.DirectIndirect:
			return string(*x)
		case *ownership.Timeliness:
			return string(*x)
		}
		panic(fmt.Sprintf("export: no column is made for a %T", v.V))
	}
	return ""
}

// number writes a number as filed, 12. and .50 included, or in its canonical form
// if the document's text is another notation: grouped, printed, repaired.
func number(d ownership.Decimal, r *ownership.Reading) string {
	if r.How == ownership.Tagged {
		filed := fold(decode(r.Raw))
		if n, err := ownership.ParseDecimal(filed); err == nil && n.Cmp(d) == 0 {
			return filed
		}
	}
	return d.String()
}

var months = [...]string{"JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"}

// date writes DD-MON-YYYY, as the SEC's data sets do.
func date(d ownership.Date) string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%02d-%s-%04d", d.Day, months[d.Month-1], d.Year)
}

func flag(b bool) string {
	if b {
		return "1"
	}
	return "0"
}

// notes joins the footnote ids of the readings in order, each once.
func notes(readings ...*ownership.Reading) string {
	var ids []string
	for _, r := range readings {
		for _, id := range r.Notes {
			if id = fold(id); id != "" && !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	return strings.Join(ids, ", ")
}

// fold makes each run of white space and control characters one space and drops
// the outer ones, so that no text can break a row.
func fold(s string) string {
	if !needsFold(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	for _, r := range s {
		if isGap(r) {
			gap = true
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte(' ')
		}
		gap = false
		b.WriteRune(r)
	}
	return b.String()
}

// isGap: the control characters below the space are no text in any encoding, and
// some readers of tables take them for ends of lines.
func isGap(r rune) bool { return r <= ' ' || unicode.IsSpace(r) }

func needsFold(s string) bool {
	gap := true // a space here would be an outer one
	for _, r := range s {
		if r == ' ' && !gap {
			gap = true
			continue
		}
		if gap = isGap(r); gap || r == utf8.RuneError {
			return true
		}
	}
	return gap && s != ""
}

// decode turns the markup of a Raw into the text it stands for, once: character
// references, CDATA sections, comments. What is none of these stays.
func decode(raw string) string {
	if !strings.ContainsAny(raw, "&<") {
		return raw
	}
	var b strings.Builder
	b.Grow(len(raw))
	for raw != "" {
		i := strings.IndexAny(raw, "&<")
		if i < 0 {
			break
		}
		b.WriteString(raw[:i])
		text, n := markup(raw[i:])
		b.WriteString(text)
		raw = raw[i+n:]
	}
	b.WriteString(raw)
	return b.String()
}

// markup returns the text of the markup at the start of s and its length. A
// section that never ends stays, with all that follows.
func markup(s string) (text string, length int) {
	if s[0] == '&' {
		// No reference is longer: &#x10FFFF; and a zero or two.
		if end := strings.IndexByte(s[:min(len(s), 12)], ';'); end > 0 {
			if r, ok := reference(s[1:end]); ok {
				return string(r), end + 1
			}
		}
		return s[:1], 1
	}
	for _, section := range [...]struct{ open, end string }{{"<![CDATA[", "]]>"}, {"<!--", "-->"}} {
		rest, ok := strings.CutPrefix(s, section.open)
		if !ok {
			continue
		}
		text, _, ok := strings.Cut(rest, section.end)
		if !ok {
			return s, len(s)
		}
		length = len(section.open) + len(text) + len(section.end)
		if section.open == "<!--" {
			text = ""
		}
		return text, length
	}
	return s[:1], 1
}

// reference returns the character that &name; stands for in XML.
func reference(name string) (rune, bool) {
	switch name {
	case "amp":
		return '&', true
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	digits, ok := strings.CutPrefix(name, "#")
	if !ok {
		return 0, false
	}
	base := 10
	if strings.HasPrefix(digits, "x") || strings.HasPrefix(digits, "X") {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseInt(digits, base, 32)
	r := rune(n)
	return r, err == nil && digits[0] != '+' && r != 0 && utf8.ValidRune(r)
}
