package repair

import (
	"fmt"
	"strings"
	"testing"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// placed puts a text in the place of a word.
func placed(text string, start int32) []sheet.Word {
	list := words(text)
	for i := range list {
		list[i].At = ownership.Span{Start: start, End: start + int32(len(list[i].Text))}
		start += int32(len(list[i].Text)) + 1
	}
	return list
}

// TestKeepSecond: a cell of a line that was read twice says and shows both; one that was
// read once, and one in no column or in a column that has no value, say what they said.
func TestKeepSecond(t *testing.T) {
	lines := linesFor(t, entry{title: "Common", shares: "10"})
	h := &lines[0]
	h.Columns = []form.Column{form.ColDeemed, form.ColTitle, form.ColAmount}
	h.Cells = []printed.Cell{{}, {Words: placed("Common", 6), Also: placed("Comm0n", 20)}, {Words: words("10")}, {Also: words("99")}}
	r := repairerOf(lines)
	r.f.Source.Text = strings.Repeat(" ", 20) + "Comm0n"
	title := &h.Row.SecurityTitle
	title.At = []ownership.Span{{Start: 6, End: 12}}
	r.keepSecond(h)
	if title.Raw != "Common Comm0n" || len(title.At) != 2 || title.At[1].Start != 20 {
		t.Errorf("the title is %q at %v", title.Raw, title.At)
	}
	if v := &h.Row.Transaction.Shares; v.Raw != "10" {
		t.Errorf("the amount is %q", v.Raw)
	}
	// A cell in which the first reading saw nothing has the second's alone.
	h.Row.Transaction.Shares.Raw, h.Cells[2].Also = "", placed("10", 30)
	r.f.Source.Text += "    10"
	if r.keepSecond(h); h.Row.Transaction.Shares.Raw != "10" {
		t.Errorf("the amount is %q", h.Row.Transaction.Shares.Raw)
	}
}

// TestDamaged: each repair may lean on those before it. A code that is settled by its shape
// implies the sign, a date that is mended says which lines are of one day, and what nothing
// confirms is in doubt in the end.
func TestDamaged(t *testing.T) {
	lines := linesFor(t, entry{title: "Common Stock", side: "D", shares: "10", following: "100", price: "12.5"}, entry{title: "Common Stock", code: "S", sign: "D", side: "D", shares: "5", following: "95", price: "12.6"})
	h := &lines[0]
	damage(h, &h.Row.Transaction.Date, form.ColDate, "|03/01/2012", "")
	damage(h, &h.Row.Transaction.Code, form.ColCode, "|S", "")
	damage(h, &h.Row.Transaction.AcquiredDisposed, form.ColAcquiredDisposed, "%", "")
	h.Columns = append(h.Columns, form.ColTitle, form.ColAmount)
	h.Cells = append(h.Cells, printed.Cell{Words: words("Common Stock"), Also: words("Comm0n Stock")}, printed.Cell{Words: words("10"), Also: words("10")})
	for i, s := range []string{"100", "95"} {
		lines[i].Columns, lines[i].Cells = append(lines[i].Columns, form.ColFollowing), append(lines[i].Cells, printed.Cell{Words: words(s)})
	}
	lines[1].Columns, lines[1].Cells = append(lines[1].Columns, form.ColAmount), append(lines[1].Cells, printed.Cell{Words: words("5")})
	f := &ownership.Filing{Footnotes: []ownership.Footnote{{ID: "F1", Text: knownAs("| Held by the trust.")}}}
	f.Issuer.Name = knownAs("Quillmark")
	f.TableI = []ownership.Row{*lines[0].Row, *lines[1].Row}
	for i := range lines {
		lines[i].Row = &f.TableI[i]
	}
	Damaged(Document{Filing: f, Lines: lines, Scan: true, Unlabelled: [][][]sheet.Word{{words("Sold under a plan.")}}})
	row := &f.TableI[0]
	if v := &row.Transaction.Date; v.State != ownership.Known || v.V != (ownership.Date{Year: 2012, Month: 3, Day: 1}) || v.How != ownership.Repaired {
		t.Errorf("the date is %s", told(v))
	}
	if v := &row.Transaction.Code; v.V != "S" || v.How != ownership.Repaired {
		t.Errorf("the code is %s", told(v))
	}
	if v := &row.Transaction.AcquiredDisposed; v.V != ownership.Disposed || v.How != ownership.Repaired {
		t.Errorf("the sign is %s, which the code implies", told(v))
	}
	if v := &row.SecurityTitle; v.Raw != "Common Stock Comm0n Stock" {
		t.Errorf("the title says %q, and was read twice", v.Raw)
	}
	if v := &f.Footnotes[0].Text; v.V != "Held by the trust." {
		t.Errorf("the explanation is %s", told(v))
	}
	if v := &f.Issuer.Name; v.How != ownership.Guessed || len(v.Repairs) != 1 || v.Repairs[0].Cause != ownership.CauseOneReading {
		t.Errorf("the issuer is %s, which nothing confirms", told(v))
	}
	if v := &f.TableI[1].SharesFollowing; v.How != ownership.Placed {
		t.Errorf("the balance is %s, which adds up", told(v))
	}
	found := false
	for _, x := range f.Findings {
		found = found || x.Rule == ownership.RuleFootnoteOrphanText
	}
	if !found {
		t.Errorf("an explanation without a label is not told: %+v", f.Findings)
	}
}

// TestMarkPlaces: cells that cite notes or have an unread mark, in the order of the form; a
// cell in no column is none.
func TestMarkPlaces(t *testing.T) {
	lines := linesFor(t, entry{title: "Common", code: "S", price: "12.5", exercisePrice: "3", nature: "By Trust"}, entry{title: "Option", table: 1})
	columns := []form.Column{form.ColTitle, form.ColCode, form.ColPrice, form.ColExercisePrice, form.ColNature, form.ColDeemed}
	for i := range lines {
		lines[i].Columns, lines[i].Cells = columns, make([]printed.Cell, len(columns)+1)
	}
	h := &lines[0]
	for i := range h.Cells {
		h.Cells[i].Unread = true
	}
	h.Row.SecurityTitle.Notes = []string{"F1"}
	lines[1].Row.Transaction.Price.Notes = []string{"F2"}
	lines[1].Cells[0].Unread = true
	var got []string
	for _, p := range markPlaces(lines) {
		text := "nothing to compare"
		if p.key != "" {
			text = "a text"
		}
		got = append(got, strings.Join(p.ids, " ")+": "+text)
	}
	want := []string{"F1: a text", ": a text", ": a text", ": a text", ": nothing to compare", ": nothing to compare", ": a text", "F2: nothing to compare"}
	if strings.Join(got, ", ") != strings.Join(want, ", ") {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestKeyOf: cells have one key where they say the same in the same column of the same
// table, and no key where the column does not say which note is cited or says nothing.
func TestKeyOf(t *testing.T) {
	lines := linesFor(t,
		entry{title: "5", code: "5", price: "5", exercisePrice: "5", nature: "5"},
		entry{title: "5", code: "5", price: "5", exercisePrice: "5", nature: "5"},
		entry{title: "6", code: "6", price: "6", exercisePrice: "6"},
		entry{title: "5", code: "5", price: "5", exercisePrice: "5", table: 1},
		entry{title: "5"})
	lines[4].Row.Transaction.Price.V = decimal(t, "5") // of a cell that is not read
	columns := []form.Column{form.ColTitle, form.ColCode, form.ColPrice, form.ColExercisePrice}
	seen := map[string]string{}
	for _, c := range columns {
		key := keyOf(&lines[0], c)
		if key == "" || keyOf(&lines[1], c) != key {
			t.Errorf("column %d: two cells that say the same have the keys %q and %q", c, key, keyOf(&lines[1], c))
		}
		for i, h := range []*printed.Line{&lines[0], &lines[2], &lines[3]} {
			k, at := keyOf(h, c), fmt.Sprintf("line %d, column %d", i, c)
			if other, ok := seen[k]; ok {
				t.Errorf("%s has the key of %s", at, other)
			}
			seen[k] = at
		}
		if k := keyOf(&lines[4], c); (k != "") != (c == form.ColTitle) {
			t.Errorf("column %d: a cell that is not read has the key %q", c, k)
		}
	}
	if k := keyOf(&lines[0], form.ColNature); k != "" {
		t.Errorf("natures of ownership are compared: %q", k)
	}
}

// TestClip: a long text is shortened to 80 letters in a sentence, and says so.
func TestClip(t *testing.T) {
	for n, want := range map[int]int{0: 0, 79: 79, 80: 80, 81: 81, 200: 81} {
		got := []rune(clip(strings.Repeat("ä", n)))
		if len(got) != want || (n > 80) != (n > 0 && got[len(got)-1] == '…') {
			t.Errorf("%d letters become %q", n, string(got))
		}
	}
}
