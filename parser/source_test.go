package parser_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"

	"filingview/parser/ownership"
)

// TestSourceAtSpanIsRaw holds every cell of every file to the promise that it
// shows where it stands in the source.
func TestSourceAtSpanIsRaw(t *testing.T) {
	for _, s := range filed(t) {
		for _, f := range filings(t, s) {
			if err := checkSource(f); err != nil {
				t.Errorf("%s: %v", s.name, err)
			}
			if err := checkShown(f); err != nil {
				t.Errorf("%s: %v", s.name, err)
			}
		}
	}
}

// checkShown checks that the markup at the places of a cell of a page shows its text.
// It takes each piece by itself, which is right unless the page is damaged before it.
func checkShown(f *ownership.Filing) error {
	for c := range f.Cells() {
		if f.Source.Format != "html" || strings.HasPrefix(c.Path, "header.") {
			continue
		}
		markup, err := sourceAt(f, c.At, false)
		if err != nil {
			return err
		}
		if have, want := shown(markup), unspaced(c.Raw); have != want {
			return fmt.Errorf("%s: the page shows %q at its spans %v, Raw is %q", c.Path, have, c.At, c.Raw)
		}
	}
	return nil
}

// checkSource checks all places of a filing against its source.
func checkSource(f *ownership.Filing) error {
	for c := range f.Cells() {
		raw, err := sourceAt(f, c.At, false)
		if err != nil {
			return fmt.Errorf("%s: %w", c.Path, err)
		}
		if f.Source.Format == "html" && !strings.HasPrefix(c.Path, "header.") {
			raw = c.Raw // checkShown compares what the markup shows
		}
		if raw != c.Raw && f.Source.Charset == "windows-1252" {
			// In a file that says so itself every cell may be read so.
			raw, err = sourceAt(f, c.At, true)
		}
		if raw != c.Raw || err != nil {
			return fmt.Errorf("%s: the source at its spans %v is %q, Raw is %q", c.Path, c.At, raw, c.Raw)
		}
		if c.Raw != strings.TrimSpace(c.Raw) {
			return fmt.Errorf("%s: Raw %q has white space around it", c.Path, c.Raw)
		}
		if printed := f.Source.Format != "ownership-xml"; printed && c.Raw == "" && c.Text() == "false" {
			continue // a box that is not ticked may hold nothing
		} else if printed && c.State == ownership.Blank && strings.Trim(c.Raw, "-–—") == "" {
			continue // a dash stands for nothing
		} else if printed && c.State == ownership.Malformed && c.Raw == "" && c.How == ownership.Placed {
			continue // what stands there is not known
		}
		if c.State != ownership.Blank && len(c.At) == 0 {
			return fmt.Errorf("%s: %s, but stands nowhere", c.Path, c.State)
		}
		if (c.State == ownership.Blank) != (c.Raw == "") && (c.State != ownership.Blank || !onlyMarkup(c.Raw)) {
			return fmt.Errorf("%s: %s, but Raw is %q", c.Path, c.State, c.Raw)
		}
		if !utf8.ValidString(c.Raw) || !utf8.ValidString(c.Text()) {
			return fmt.Errorf("%s: Raw %q or text %q is not UTF-8", c.Path, c.Raw, c.Text())
		}
	}
	for i := range f.Findings {
		if _, err := sourceAt(f, f.Findings[i].At, false); err != nil {
			return fmt.Errorf("finding %s: %w", f.Findings[i].Rule, err)
		}
	}
	for i, d := range f.Header.Documents {
		if _, err := sourceAt(f, []ownership.Span{d.At}, false); err != nil {
			return fmt.Errorf("header.documents[%d]: %w", i, err)
		}
	}
	// A cell of a row stands inside the row, and rows follow each other. Those of a table in
	// two halves, below one another on a page or in a text, do in each half.
	for name, table := range map[string][]ownership.Row{"tableI": f.TableI, "tableII": f.TableII} {
		after, start := int32(0), int32(-1)
		for i, r := range table {
			if _, err := sourceAt(f, []ownership.Span{r.At}, false); err != nil {
				return fmt.Errorf("%s[%d]: %w", name, i, err)
			}
			halves := f.Source.Format != "ownership-xml" && r.At.Start > start && r.At.End > after
			if r.At.Start < after && !halves || r.At.Start == r.At.End {
				return fmt.Errorf("%s[%d] stands at %v, the row before it ends at %d", name, i, r.At, after)
			}
			after, start = r.At.End, r.At.Start
		}
	}
	for c := range f.Cells() {
		table, i, ok := rowOf(c.Path)
		if !ok {
			continue
		}
		r := f.TableI
		if table == "tableII" {
			r = f.TableII
		}
		for _, s := range c.At {
			if s.Start < r[i].At.Start || s.End > r[i].At.End {
				return fmt.Errorf("%s at %v lies outside its row at %v", c.Path, s, r[i].At)
			}
		}
	}
	return nil
}

// shown gives what a piece of HTML shows, without white space.
func shown(markup string) string {
	var text strings.Builder
	z := html.NewTokenizer(strings.NewReader(markup))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return unspaced(text.String())
		case html.TextToken:
			text.Write(z.Text())
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			has := func(key string) (string, bool) {
				i := slices.IndexFunc(t.Attr, func(a html.Attribute) bool { return a.Key == key })
				if i < 0 {
					return "", false
				}
				return strings.ToLower(t.Attr[i].Val), true
			}
			if kind, _ := has("type"); t.Data == "input" && (kind == "checkbox" || kind == "radio") {
				if _, checked := has("checked"); checked {
					text.WriteString("☒")
				} else {
					text.WriteString("☐")
				}
			}
		}
	}
}

func unspaced(s string) string { return strings.Join(strings.Fields(s), "") }

// onlyMarkup reports whether a text is nothing but comments, processing
// instructions, empty CDATA and tags: raw text, and still a blank cell.
func onlyMarkup(raw string) bool { return strings.HasPrefix(raw, "<") && strings.HasSuffix(raw, ">") }

// rowOf reads table and row out of tableI[2].securityTitle.
func rowOf(path string) (table string, row int, ok bool) {
	if !strings.HasPrefix(path, "table") {
		return "", 0, false
	}
	table, rest, _ := strings.Cut(path, "[")
	_, err := fmt.Sscanf(rest, "%d]", &row)
	return table, row, err == nil
}

// sourceAt returns what the source has at spans: as UTF-8, or decoded from
// windows-1252 where a piece is not, or all of it if it must be, pieces joined by
// one space.
func sourceAt(f *ownership.Filing, at []ownership.Span, all1252 bool) (string, error) {
	var pieces []string
	for _, s := range at {
		if s.Page != 0 || s.Box != (ownership.Box{}) {
			return "", fmt.Errorf("span %v has a page in a document that has none", s)
		}
		if s.Start < 0 || s.End < s.Start || int(s.End) > len(f.Source.Text) {
			return "", fmt.Errorf("span %v lies outside the %d bytes of the source", s, len(f.Source.Text))
		}
		piece := f.Source.Text[s.Start:s.End]
		if all1252 || f.Source.Charset == "windows-1252" && !utf8.ValidString(piece) {
			piece = decoded(piece)
		}
		pieces = append(pieces, piece)
	}
	return strings.Join(pieces, " "), nil
}

// high holds the characters of windows-1252 from 0x80 to 0x9F, from the index of
// the WHATWG's encoding standard.
const high = "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f" +
	"\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178"

// decoded turns windows-1252 into UTF-8.
func decoded(s string) string {
	table := []rune(high)
	var b strings.Builder
	for _, c := range []byte(s) {
		if c >= 0x80 && c <= 0x9f {
			b.WriteRune(table[c-0x80])
		} else {
			b.WriteRune(rune(c))
		}
	}
	return b.String()
}
