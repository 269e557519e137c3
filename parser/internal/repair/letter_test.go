package repair

import (
	"fmt"
	"strings"
	"testing"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/ownership"
)

// damage makes a cell of a line malformed, with what is printed in it and what a
// second reading has.
func damage[T any](l *printed.Line, v *ownership.Value[T], c form.Column, text, also string) {
	*v = ownership.Value[T]{Reading: ownership.Reading{State: ownership.Malformed, How: ownership.Placed, Raw: text}}
	l.Columns = append(l.Columns, c)
	l.Cells = append(l.Cells, printed.Cell{Words: words(text), Also: words(also)})
}

func repairerOf(lines []printed.Line) *repairer {
	return newRepairer(Document{Filing: &ownership.Filing{}, Lines: lines, Scan: true})
}

// told writes a value with how it was read and why.
func told[T any](v *ownership.Value[T]) string {
	s := fmt.Sprint(v.V)
	if v.State != ownership.Known {
		s = v.State.String()
	}
	for _, r := range v.Repairs {
		s += fmt.Sprintf(" %s, %s", r.Cause, r.Confidence)
		if len(r.Evidence) > 0 {
			s += " by " + strings.Join(r.Evidence, " and ")
		}
	}
	return s
}

// TestCommonCode: a code counts as that of the day where two other lines of the same
// table, day and sign have it, and none has another.
func TestCommonCode(t *testing.T) {
	sale := entry{code: "S", sign: "D"}
	for _, c := range []struct {
		name  string
		lines []entry
		want  string
	}{
		{"two others", []entry{{sign: "D"}, sale, sale}, "S tableI[1].transaction.code tableI[2].transaction.code"},
		{"one other", []entry{{sign: "D"}, sale}, ""},
		{"another code", []entry{{sign: "D"}, sale, {code: "F", sign: "D"}, sale}, ""},
		{"another code first", []entry{{sign: "D"}, {code: "F", sign: "D"}, sale, sale}, ""},
		{"a code of the other sign", []entry{{sign: "D"}, sale, {code: "P", sign: "A"}, sale}, "S tableI[1].transaction.code tableI[3].transaction.code"},
		{"a sign that is not read", []entry{{}, sale, {code: "S"}}, "S tableI[1].transaction.code tableI[2].transaction.code"},
		{"of the other table", []entry{{sign: "D"}, sale, {table: 1, code: "S", sign: "D"}}, ""},
		{"unread codes", []entry{{sign: "D"}, sale, {sign: "D"}}, ""},
		{"of another day", []entry{{sign: "D", day: 16}, {code: "S", sign: "D", day: 13}, {code: "S", sign: "D", day: 14}}, ""},
		{"one of the day", []entry{{sign: "D", day: 16}, {code: "S", sign: "D", day: 16}, {code: "S", sign: "D", day: 14}}, ""},
		{"another code on another day", []entry{{sign: "D", day: 16}, {code: "S", sign: "D", day: 16}, {code: "S", sign: "D", day: 16}, {code: "G", sign: "D", day: 14}}, "S tableI[1].transaction.code tableI[2].transaction.code"},
		{"a sale at 0", []entry{{sign: "D", price: "0"}, sale, sale}, ""},
		{"a gift at 0", []entry{{sign: "D", price: "0"}, {code: "G", sign: "D"}, {code: "G", sign: "D"}}, "G tableI[1].transaction.code tableI[2].transaction.code"},
	} {
		code, paths := commonCode(linesFor(t, c.lines...), 0)
		if got := strings.TrimSpace(code + " " + strings.Join(paths, " ")); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	lines := linesFor(t, entry{sign: "D"}, sale, sale)
	lines[1].Row.Kind = ownership.Holding
	if code, _ := commonCode(lines, 0); code != "" {
		t.Errorf("a holding gives the code %s", code)
	}
}

func TestExerciseCode(t *testing.T) {
	for _, c := range []struct {
		name  string
		lines []entry
		want  string
	}{
		{"by the shares", []entry{{shares: "10"}, {table: 1, code: "M", shares: "10"}}, "M tableII[0].transaction.code"},
		{"by what is under them", []entry{{shares: "10"}, {table: 1, code: "C", shares: "9", underlying: "10"}}, "C tableII[0].transaction.code"},
		{"the other way round", []entry{{table: 1, shares: "9", underlying: "10"}, {code: "X", shares: "10"}}, "X tableI[0].transaction.code"},
		{"of the same table", []entry{{shares: "10"}, {code: "M", shares: "10"}}, ""},
		{"of a sale", []entry{{shares: "10"}, {table: 1, code: "S", shares: "10"}}, ""},
		{"of another number", []entry{{shares: "10"}, {table: 1, code: "M", shares: "11"}}, ""},
		{"without a number", []entry{{}, {table: 1, code: "M", shares: "10"}}, ""},
		{"an unread code", []entry{{shares: "10"}, {table: 1, shares: "10"}}, ""},
	} {
		code, path := exerciseCode(linesFor(t, c.lines...), 0)
		if got := strings.TrimSpace(code + " " + path); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestTwin(t *testing.T) {
	for _, c := range []struct {
		lines []entry
		want  string
	}{
		{[]entry{{shares: "10"}, {table: 1, shares: "10"}}, "tableII[0].transaction.shares"},
		{[]entry{{shares: "10"}, {table: 1, shares: "9", underlying: "10"}}, "tableII[0].transaction.shares"},
		{[]entry{{table: 1, underlying: "10"}, {shares: "10"}}, "tableI[0].transaction.shares"},
		{[]entry{{shares: "10"}, {shares: "10"}}, ""},
		{[]entry{{shares: "10"}, {table: 1, shares: "11"}}, ""},
		{[]entry{{shares: "0"}, {table: 1, shares: "0"}}, ""},
		{[]entry{{}, {table: 1}}, ""},
	} {
		if got := twin(linesFor(t, c.lines...), 0); got != c.want {
			t.Errorf("%+v: %q, want %q", c.lines, got, c.want)
		}
	}
}

func TestImplied(t *testing.T) {
	for code, want := range map[string][2]string{"S": {"D", "D"}, "F": {"D", "D"}, "P": {"A", "A"}, "A": {"A", "A"}, "L": {"A", "A"}, "M": {"A", "D"}, "C": {"A", "D"}, "X": {"A", "D"}, "G": {"", ""}, "": {"", ""}} {
		for table := range 2 {
			got, ok := implied(code, table)
			if string(got) != want[table] || ok != (want[table] != "") {
				t.Errorf("%q in table %d: %q %t", code, table, got, ok)
			}
		}
	}
}

func TestFitsCode(t *testing.T) {
	for _, c := range []struct {
		line entry
		code string
		want bool
	}{
		{entry{sign: "D", price: "12"}, "S", true}, {entry{sign: "D", price: "0"}, "S", false}, {entry{sign: "D"}, "S", false}, {entry{sign: "A", price: "12"}, "S", false}, {entry{price: "12"}, "S", false},
		{entry{sign: "A", price: "12"}, "P", true}, {entry{sign: "D", price: "12"}, "P", false}, {entry{sign: "D"}, "F", true}, {entry{sign: "A"}, "F", false}, {entry{}, "F", false},
		{entry{}, "M", true}, {entry{sign: "A"}, "M", true}, {entry{sign: "D"}, "M", false}, {entry{table: 1, sign: "D"}, "M", true}, {entry{sign: "D"}, "G", false},
	} {
		l := linesFor(t, c.line)
		if got := fitsCode(&l[0], c.code); got != c.want {
			t.Errorf("%s of %+v: %t", c.code, c.line, got)
		}
	}
}

func TestConfused(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{{"C", "G", true}, {"G", "C", true}, {"O", "D", true}, {"M", "N", true}, {"C", "C", false}, {"S", "P", false}, {"M", "S", false}} {
		if got := confused(c.a, c.b); got != c.want {
			t.Errorf("%s and %s: %t", c.a, c.b, got)
		}
	}
}

// TestRepairCode: what a code that is damaged is read as, and on what evidence.
func TestRepairCode(t *testing.T) {
	sale := entry{code: "S", sign: "D", price: "12"}
	for _, c := range []struct {
		name, text, also string
		lines            []entry // the first is damaged
		want             string
	}{
		{"its shape alone", "IVI", "", []entry{{}}, "M lookalike, likely by tableI[0].transaction.acquiredDisposed and tableI[0].transaction.price"},
		{"a shape that does not fit", "IVI", "", []entry{{sign: "D"}}, "M lookalike, possible"},
		{"of another script", "\u041c", "", []entry{{sign: "D"}}, "M other script, possible"},
		{"both readings", "IVI", "M", []entry{{sign: "D"}}, "M lookalike, certain by the second reading of the same line"},
		{"the other table", "IVI", "", []entry{{shares: "10"}, {table: 1, code: "M", shares: "10"}}, "M lookalike, certain by tableII[0].transaction.code"},
		{"the other table has one like it", "g", "", []entry{{shares: "10"}, {table: 1, code: "C", shares: "10"}}, "C lookalike, likely by tableII[0].transaction.code"},
		{"the other table has another", "$", "", []entry{{sign: "A", shares: "10"}, {table: 1, code: "M", shares: "10"}}, "S lookalike, possible"},
		{"the others of the day", "#", "", []entry{{sign: "D"}, sale, sale}, "S unreadable, likely by tableI[1].transaction.code and tableI[2].transaction.code"},
		{"like the others of the day", "sQ)", "", []entry{{sign: "D"}, sale, sale}, "S unreadable, likely by tableI[1].transaction.code and tableI[2].transaction.code"},
		{"unlike the others of the day", "P(1)", "", []entry{{sign: "A", price: "2"}, {code: "M", sign: "A"}, {code: "M", sign: "A"}}, "P lookalike, likely by tableI[0].transaction.acquiredDisposed and tableI[0].transaction.price"},
		{"nothing", "#", "", []entry{{sign: "D"}, sale}, "malformed"},
	} {
		lines := linesFor(t, c.lines...)
		v := &lines[0].Row.Transaction.Code
		damage(&lines[0], v, form.ColCode, c.text, c.also)
		repairerOf(lines).repairCode(lines, 0)
		if got := told(v); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	for _, c := range []struct {
		name  string
		lines []entry
		scan  bool
		want  string
		sure  bool
	}{
		{"a sale that fits", []entry{sale}, true, "S", true},
		{"an award fits, but any code would", []entry{{code: "A", sign: "A"}}, true, "A", false},
		{"an exercise in both tables", []entry{{code: "M", shares: "10"}, {table: 1, code: "M", shares: "10"}}, true, "M", true},
		{"a letter like that of the other table", []entry{{code: "G", shares: "10"}, {table: 1, code: "C", shares: "10"}}, true, "C lookalike, likely by tableII[0].transaction.code", false},
		{"a gift with a line in the other table", []entry{{code: "G", shares: "10"}, {table: 1, code: "S", shares: "10"}}, true, "C lookalike, likely by tableII[0].transaction.shares", false},
		{"where letters are given", []entry{{code: "G", shares: "10"}, {table: 1, code: "S", shares: "10"}}, false, "G", false},
		{"a gift alone", []entry{{code: "G", shares: "10"}}, true, "G", false},
	} {
		lines := linesFor(t, c.lines...)
		r := repairerOf(lines)
		r.Scan = c.scan
		r.repairCode(lines, 0)
		v := &lines[0].Row.Transaction.Code
		if got := told(v); got != c.want || r.sure[&v.Reading] != c.sure {
			t.Errorf("%s: %s, sure %t, want %s", c.name, got, r.sure[&v.Reading], c.want)
		}
	}
	lines := linesFor(t, entry{})
	lines[0].Row.Kind = ownership.Holding
	damage(&lines[0], &lines[0].Row.Transaction.Code, form.ColCode, "IVI", "")
	if repairerOf(lines).repairCode(lines, 0); lines[0].Row.Transaction.Code.State != ownership.Malformed {
		t.Error("a holding gets a code")
	}
}

func TestRepairSign(t *testing.T) {
	for _, c := range []struct {
		name, text string
		line       entry
		want       string
	}{
		{"shape and code agree", "4", entry{code: "P"}, "A ruled line, certain by tableI[0].transaction.code"},
		{"the shape alone", "4", entry{code: "G"}, "A ruled line, possible"},
		{"the shape against the code", "4", entry{code: "S"}, "A ruled line, possible"},
		{"the code alone", "#", entry{code: "S"}, "D unreadable, likely by tableI[0].transaction.code"},
		{"neither", "#", entry{code: "G"}, "malformed"},
	} {
		lines := linesFor(t, c.line)
		v := &lines[0].Row.Transaction.AcquiredDisposed
		damage(&lines[0], v, form.ColAcquiredDisposed, c.text, "")
		repairerOf(lines).repairSign(lines, 0)
		if got := told(v); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	for _, c := range []struct {
		line entry
		sure bool
	}{{entry{code: "S", sign: "D"}, true}, {entry{code: "S", sign: "A"}, false}, {entry{code: "G", sign: "D"}, false}, {entry{table: 1, code: "M", sign: "D"}, true}} {
		lines := linesFor(t, c.line)
		r := repairerOf(lines)
		r.repairSign(lines, 0)
		if v := &lines[0].Row.Transaction.AcquiredDisposed; r.sure[&v.Reading] != c.sure || v.How != ownership.Placed {
			t.Errorf("%+v: sure %t", c.line, r.sure[&v.Reading])
		}
	}
}

func TestRepairSide(t *testing.T) {
	for _, c := range []struct {
		name, text, nature string
		want               string
	}{
		{"indirect, and held by", "l", "By Trust", "I ruled line, certain by tableI[0].natureOfOwnership"},
		{"indirect, and held by nobody", "l", "", "I ruled line, possible"},
		{"direct, and held by nobody", "JD", "", "D ruled line, certain by tableI[0].natureOfOwnership"},
		{"direct, and held by", "0", "By Trust", "D ruled line, possible"},
		{"a Greek letter", "\u0399", "By Trust", "I other script, certain by tableI[0].natureOfOwnership"},
		{"nothing", "X", "By Trust", "malformed"},
	} {
		lines := linesFor(t, entry{nature: c.nature})
		v := &lines[0].Row.Ownership
		damage(&lines[0], v, form.ColOwnership, c.text, "")
		repairerOf(lines).repairSide(&lines[0])
		if got := told(v); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	for _, c := range []struct {
		side, nature, note string
		sure               bool
	}{{"D", "", "", true}, {"I", "By Trust", "", true}, {"I", "", "F1", true}, {"I", "", "", false}, {"D", "By Trust", "", false}, {"D", "", "F1", false}} {
		lines := linesFor(t, entry{side: c.side, nature: c.nature})
		if c.note != "" {
			lines[0].Row.NatureOfOwnership.Notes = []string{c.note}
		}
		r := repairerOf(lines)
		r.repairSide(&lines[0])
		if v := &lines[0].Row.Ownership; r.sure[&v.Reading] != c.sure {
			t.Errorf("%s with %q %s: sure %t", c.side, c.nature, c.note, r.sure[&v.Reading])
		}
	}
}
