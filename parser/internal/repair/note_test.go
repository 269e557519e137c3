package repair

import (
	"strings"
	"testing"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// TestGuessMarks: an unread mark cites what the same text cites, what all of its column
// cite, or the one note that is left in the order of the notes; else none.
func TestGuessMarks(t *testing.T) {
	for _, c := range []struct {
		name   string
		titles []string // the text of a title, a bar, and what it cites; ? for an unread mark
		notes  string
		want   string
	}{
		{"the same text", []string{"Common|F2", "Common|?", "Other|F1"}, "F1 F2", "F2,F2,F1"},
		{"the same text that cites two", []string{"Common|F2", "Common|F1", "Common|?"}, "F1 F2", "F2,F1,"},
		{"all of the column", []string{"A|F1", "B|F1", "C|F1", "D|?"}, "F1 F2", "F1,F1,F1,F1"},
		{"two of the column", []string{"A|F1", "B|F1", "D|?"}, "F1", "F1,F1,"},
		{"the one left between", []string{"A|F1", "B|?", "C|F3"}, "F1 F2 F3", "F1,F2,F3"},
		{"two left between", []string{"A|F1", "B|?", "C|F4"}, "F1 F2 F3 F4", "F1,,F4"},
		{"two left for two", []string{"A|F1", "B|?", "C|?", "D|F4"}, "F1 F2 F3 F4", "F1,F2,F3,F4"},
		{"one left for two of one text", []string{"A|F1", "B|?", "B|?", "D|F3"}, "F1 F2 F3", "F1,F2,F2,F3"},
		{"the last", []string{"A|F1", "B|?"}, "F1 F2", "F1,F2"},
		{"the first", []string{"A|?", "B|F2"}, "F1 F2", "F1,F2"},
		{"one before, then the next after it", []string{"A|F2", "B|?", "C|F1", "D|F4"}, "F1 F2 F3 F4 F5", "F2,F3,F1,F4"},
		{"one that is cited elsewhere", []string{"A|F2", "B|?", "C|F1"}, "F1 F2", "F2,,F1"},
	} {
		var lines []printed.Line
		for _, x := range c.titles {
			text, id, _ := strings.Cut(x, "|")
			l := linesFor(t, entry{title: text})[0]
			l.Columns, l.Cells = []form.Column{form.ColTitle}, []printed.Cell{{Words: words(text), Unread: id == "?"}}
			if id != "?" {
				l.Row.SecurityTitle.Notes = []string{id}
			}
			lines = append(lines, l)
		}
		r := repairerOf(lines)
		for _, id := range strings.Fields(c.notes) {
			r.f.Footnotes = append(r.f.Footnotes, ownership.Footnote{ID: id})
		}
		r.guessMarks(lines)
		var got []string
		for i := range lines {
			v := &lines[i].Row.SecurityTitle
			got = append(got, strings.Join(v.Notes, " "))
			if unread := lines[i].Cells[0].Unread; unread != (v.How == ownership.Guessed && len(v.Repairs) == 1) {
				t.Errorf("%s: line %d: %s", c.name, i, told(v))
			}
		}
		if s := strings.Join(got, ","); s != c.want {
			t.Errorf("%s: %s, want %s", c.name, s, c.want)
		}
	}
}

// TestRecoverNotes: explanations without labels get the numbers that are cited and have
// none, if they are as many; else each is told.
func TestRecoverNotes(t *testing.T) {
	for _, c := range []struct {
		cited      []string
		unlabelled []string
		want       string
		severity   ownership.Severity
	}{
		{[]string{"F1", "F2"}, []string{"Held by a trust."}, "F1 F2", ownership.Info},
		{[]string{"F1"}, []string{"Held by a trust."}, "F1", ownership.Warning},
		{[]string{"F3", "F1", "F2"}, []string{"Held by a trust.", "Sold."}, "F1 F2 F3", ownership.Info},
		{[]string{"F1"}, nil, "F1", 0},
	} {
		f := &ownership.Filing{Footnotes: []ownership.Footnote{{ID: "F1"}}}
		f.Remarks.Reading = ownership.Reading{State: ownership.Blank, Notes: c.cited}
		d := Document{Filing: f}
		for _, s := range c.unlabelled {
			d.Unlabelled = append(d.Unlabelled, [][]sheet.Word{words(s)})
		}
		newRepairer(d).recoverNotes()
		var ids []string
		for _, n := range f.Footnotes {
			ids = append(ids, n.ID)
		}
		if got := strings.Join(ids, " "); got != c.want || len(f.Findings) != len(c.unlabelled) || len(f.Findings) > 0 && f.Findings[0].Severity != c.severity {
			t.Errorf("%v and %v: %s, %+v", c.cited, c.unlabelled, got, f.Findings)
		}
	}
}

// TestCutUnread: what is left of a mark at the end of a value is cut off; a value that is
// all there is stays.
func TestCutUnread(t *testing.T) {
	for _, c := range []struct {
		text   string
		raised bool // the last word
		rest   string
		found  bool
	}{
		{"95 2)", false, "95", true}, {"95 (2", false, "95", true}, {"95 @", false, "95", true}, {"By Trust ®", false, "By Trust", true}, {"95 ©", false, "95", true},
		{"95 (abc", false, "95", true}, {"95 (abcd", false, "95 (abcd", false}, {"95 22", false, "95 22", false}, {"95 22", true, "95", true}, {"95 2222", true, "95", true},
		{"95 22222", true, "95 22222", false}, {"2)", false, "2)", false}, {"2", true, "2", false}, {"", false, "", false},
	} {
		list := words(c.text)
		if len(list) > 0 {
			list[len(list)-1].Raised = c.raised
		}
		rest, found := CutUnread(list)
		if got := printed.Joined(rest); got != c.rest || found != c.found {
			t.Errorf("%q, raised %t: %q, %t", c.text, c.raised, got, found)
		}
	}
}

// TestBrokenMark: a short word beside a number may be a mark, unless it is a sign, a
// line or a number of two digits or more.
func TestBrokenMark(t *testing.T) {
	for text, want := range map[string]bool{"95 Q)": true, "Q) 95": true, "95": false, "$ 95": false, "| 95 ]": false, "95 2": true, "95 (abc": true, "95 (abcd": false, "": false} {
		if got := brokenMark(words(text)); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}
