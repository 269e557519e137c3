package ending

import (
	"slices"
	"strings"
	"testing"

	"filingview/parser/internal/form"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// blocks makes a block of each line of a text, and gives the place of a phrase in it.
func blocks(text string) ([]sheet.Block, func(phrase string) []ownership.Span) {
	var out []sheet.Block
	at := 0
	for line := range strings.SplitAfterSeq(text, "\n") {
		var words []sheet.Word
		from := at
		for w := range strings.SplitSeq(strings.TrimSuffix(line, "\n"), " ") {
			if w != "" {
				words = append(words, sheet.Word{Text: w, At: ownership.Span{Start: int32(from), End: int32(from + len(w))}})
			}
			from += len(w) + 1
		}
		if at += len(line); len(words) > 0 {
			out = append(out, sheet.Block{Lines: [][]sheet.Word{words}})
		}
	}
	return out, func(phrase string) []ownership.Span {
		i := strings.LastIndex(text, phrase)
		return []ownership.Span{{Start: int32(i), End: int32(i + len(phrase))}}
	}
}

const table = "Table I - Non-Derivative Securities\nCommon Stock 03/05/2012 12,000 D\n"

// read is the form that is on a text: one line, a signature if its name stands there, and
// the explanation (1) if it does.
func read(text string) *Form {
	b, place := blocks(text)
	f := &ownership.Filing{Source: ownership.Source{Format: "text", Text: text}, TableI: make([]ownership.Row, 1)}
	form := &Form{Filing: f, Blocks: b, Tables: [2]int{2, 0}, Columns: [2][]form.Column{columns(false), nil}, Signed: map[int]bool{}}
	for i := range form.Found {
		form.Found[i] = true
	}
	for i := range form.Corners {
		form.Corners[i] = true
	}
	known := func(r *ownership.Reading, phrase string) {
		*r = ownership.Reading{State: ownership.Known, Raw: phrase, At: place(phrase)}
	}
	known(&f.TableI[0].SecurityTitle.Reading, "Common Stock")
	known(&f.TableI[0].Transaction.Date.Reading, "03/05/2012")
	known(&f.TableI[0].SharesFollowing.Reading, "12,000")
	if i := strings.Index(text, "/s/"); i >= 0 {
		name, _, _ := strings.Cut(text[i:], "\n")
		name, date, dated := strings.Cut(name, " on ")
		f.Signatures = make([]ownership.Signature, 1)
		known(&f.Signatures[0].Name.Reading, name)
		if dated {
			known(&f.Signatures[0].Date.Reading, date)
		}
	}
	if i := strings.Index(text, "(1) "); i >= 0 {
		f.Footnotes = []ownership.Footnote{{ID: "F1"}}
		known(&f.Footnotes[0].Text.Reading, strings.TrimSuffix(text[i+4:], "\n"))
	}
	return form
}

// columns are those of a table of Form 4.
func columns(second bool) []form.Column {
	var out []form.Column
	for _, h := range form.Heads('4', second) {
		out = append(out, h.Column)
	}
	return out
}

// TestParts: a form that lacks a label or a head that every form has is told of.
func TestParts(t *testing.T) {
	const whole = table + "(1) Held by a trust.\n/s/ Quill on 03/07/2012\n** Signature of Reporting Person Date\n"
	for name, c := range map[string]struct {
		change func(*Form)
		said   string
	}{
		"whole":              {func(*Form) {}, ""},
		"without the issuer": {func(f *Form) { f.Found[form.BoxIssuer] = false }, "the box of the issuer"},
		"without (Street)":   {func(f *Form) { f.Found[form.BoxStreet] = false }, "a label of the address"},
		"without labels of the address": {func(f *Form) {
			f.Found[form.BoxLast], f.Found[form.BoxStreet], f.Found[form.BoxCity] = false, false, false
		}, ""},
		"without a price": {func(f *Form) {
			f.Columns[0] = slices.DeleteFunc(f.Columns[0], func(c form.Column) bool { return c == form.ColPrice })
		}, "a heading of Table I"},
		"of before 2002": {func(f *Form) {
			f.Columns[0] = slices.DeleteFunc(f.Columns[0], func(c form.Column) bool { return c == form.ColDeemed })
		}, ""},
		"a Form 3": {func(f *Form) {
			f.Columns[0] = []form.Column{form.ColTitle, form.ColFollowing, form.ColOwnership, form.ColNature}
		}, ""},
		"a value in a head": {func(f *Form) { f.Mixed[0] = true }, "The headings of Table I hold a value"},
		"a cell too many":   {func(f *Form) { f.Wide[0] = true }, "a cell that no heading stands over"},
		"a scan":            {func(f *Form) { f.Scan, f.Found = true, [form.Boxes]bool{} }, ""},
		"a line twice": {func(f *Form) {
			f.Blocks = append(f.Blocks, read("Common Stock 03/05/2013 12,000 $4.25 D\n" + table).Blocks[0])
			last(f, 1<<20)
		}, "in no cell"},
		"a Form 5 without its boxes": {func(f *Form) {
			f.Filing.DocumentType.V = ownership.Form5
			f.Corners = [form.Corners]bool{form.CornerExit: true}
		}, "the box of Form 3 holdings, the box of Form 4 transactions"},
		"a Form 3 has no such boxes": {func(f *Form) {
			f.Filing.DocumentType.V = ownership.Form3
			f.Corners = [form.Corners]bool{}
		}, ""},
		"a Form 4/A without the exit box": {func(f *Form) {
			f.Filing.DocumentType.V = ownership.Form4A
			f.Corners = [form.Corners]bool{}
		}, "no longer subject"},
		"text without a heading": {func(f *Form) { add(f, "Held by the estate of the founder.\n") }, "Text after the tables"},
		"the form's own words":   {func(f *Form) { add(f, "Reminder: Report on a separate line for each class\n") }, ""},
		"marks":                  {func(f *Form) { add(f, "(Street) 1474 * -- \n") }, ""},
		"a table of owners": {func(f *Form) {
			add(f, "Reporting Owners\n")
			add(f, "QUILL HESTER B 12 MILL LANE\n")
		}, ""},
		"text after the table of owners": {func(f *Form) {
			add(f, "Reporting Owners\n")
			add(f, "Signatures\n")
			add(f, "Held by the estate of the founder.\n")
		}, "Text after the tables"},
		"a note twice": {func(f *Form) {
			f.Blocks = append(f.Blocks, read("(2) Held by nobody.\n" + table).Blocks[0])
			last(f, 1<<20)
		}, "in no cell"},
	} {
		f := read(whole)
		c.change(f)
		Check(f)
		said := ""
		for _, x := range f.Filing.Findings {
			said += x.Message
		}
		if (c.said == "") != (said == "") || !strings.Contains(said, c.said) {
			t.Errorf("%s: %q, want %q", name, said, c.said)
		}
	}
}

// TestLacking: a cell of a column without a heading is not known to be empty; one of a column
// that is there, or that only some vintages print, is.
func TestLacking(t *testing.T) {
	blank := ownership.Reading{State: ownership.Blank}
	f := read(table + "/s/ Quill on 03/07/2012\n** Signature of Reporting Person Date\n")
	r := &f.Filing.TableI[0]
	r.Transaction.Code.Reading, r.Transaction.Price.Reading, r.Transaction.DeemedExecutionDate.Reading, r.Transaction.Shares.Reading = blank, blank, blank, blank
	f.Columns[0] = slices.DeleteFunc(f.Columns[0], func(c form.Column) bool { return c == form.ColPrice || c == form.ColDeemed || c == form.ColDate })
	Check(f)
	for name, c := range map[string]struct {
		got  ownership.Reading
		want ownership.State
	}{
		"price": {r.Transaction.Price.Reading, ownership.Malformed}, "a date that stands there": {r.Transaction.Date.Reading, ownership.Known},
		"deemed date": {r.Transaction.DeemedExecutionDate.Reading, ownership.Blank}, "code": {r.Transaction.Code.Reading, ownership.Blank},
		"shares": {r.Transaction.Shares.Reading, ownership.Blank},
	} {
		if c.got.State != c.want {
			t.Errorf("%s: %v, want %v", name, c.got.State, c.want)
		}
	}
}

// TestPartners: where one of two columns under a heading has no head, a value of the other may
// be of either.
func TestPartners(t *testing.T) {
	for name, c := range map[string]struct {
		lost form.Column
		want ownership.State // of the exercise date
	}{
		"none": {form.ColNone, ownership.Known}, "the expiration": {form.ColExpiration, ownership.Malformed}, "the underlying title": {form.ColUnderlyingTitle, ownership.Known},
	} {
		f := read(table + "/s/ Quill on 03/07/2012\n** Signature of Reporting Person Date\n")
		f.Filing.TableII = make([]ownership.Row, 1)
		r := &f.Filing.TableII[0]
		r.ExerciseDate.Reading = f.Filing.TableI[0].Transaction.Date.Reading
		f.Columns[1] = slices.DeleteFunc(columns(true), func(k form.Column) bool { return k == c.lost })
		if Check(f); r.ExerciseDate.State != c.want {
			t.Errorf("without %s: %v, want %v", name, r.ExerciseDate.State, c.want)
		}
	}
}

// add puts a line of its own place after the others.
func add(f *Form, line string) {
	b, _ := blocks(line)
	f.Blocks = append(f.Blocks, b...)
	last(f, int32(len(f.Blocks))<<20)
}

// last moves the words of the last block to a place of their own.
func last(f *Form, by int32) {
	for _, l := range f.Blocks[len(f.Blocks)-1].Lines {
		for i := range l {
			l[i].At.Start += by
			l[i].At.End += by
		}
	}
}

// TestCheck: a form ends with its signatures, or with explanations that are whole.
func TestCheck(t *testing.T) {
	const closing = "* If the form is filed by more than one reporting person, see Instruction 4(b)(v).\n"
	for text, want := range map[string]Verdict{
		table + "/s/ Quill on 03/07/2012\n** Signature of Reporting Person Date\n": Whole,
		table + "/s/ Quill on 03/07/2012":                                          Whole,
		table + "/s/ Quill on 03/07/20":                                            Partial, // a year of 2012 is cut
		table + "/s/ Quil":                                                         Partial,
		table + "/s/ Quill\n** Signature of Reporting Person Date\n":               Whole,
		table + "** Signature of Reporting Person Date\n" + closing:                Whole, // nobody signed
		table:                None,
		table[:len(table)-4]: None,
		table + closing:      Partial,
		table + "/s/ Quill on 03/07/2012\n" + closing + "(1) Held by a trust.\n": Whole,
		table + "/s/ Quill on 03/07/2012\n" + closing + "(1) Held by a tru":      Partial,
		table + "/s/ Quill on 03/07/2012\n" + closing + "(1) See the exhibit\n":  Whole,
		table + "Signatures follow on the next page of this odd form\n":          Partial,
	} {
		if got := Check(read(text)); got != want {
			t.Errorf("…%q: %d, want %d", text[len(table)-min(len(text), len(table)):][min(len(text), 30):], got, want)
		}
	}
}

// TestTakesBack: what stands where a form breaks off is not known, and a finding says so.
func TestTakesBack(t *testing.T) {
	f := read(table + "/s/ Quill on 03/07/2012\n* If the form is filed by more than one\n(1) Held by a tru")
	if Check(f) != Partial {
		t.Fatal("it is whole")
	}
	if s := f.Filing.Footnotes[0].Text.State; s != ownership.Malformed {
		t.Errorf("the explanation that is cut is %v", s)
	}
	if s := f.Filing.TableI[0].SharesFollowing.State; s != ownership.Known {
		t.Errorf("the line, which is whole, is %v", s)
	}
	if x := f.Filing.Findings; len(x) != 1 || x[0].Rule != ownership.RuleDocumentCut || len(x[0].Paths) != 1 {
		t.Errorf("findings %v", x)
	}
}

// TestCitedAndNotThere: explanations that are cited after the last one are cut off; one in
// between that the filer left out is not.
func TestCitedAndNotThere(t *testing.T) {
	whole := table + "(1) Held by a trust.\n/s/ Quill on 03/07/2012\n** Signature of Reporting Person Date\n"
	for note, want := range map[string]Verdict{"F1": Whole, "F2": Partial} {
		f := read(whole)
		f.Filing.TableI[0].SharesFollowing.Notes = []string{note}
		if got := Check(f); got != want {
			t.Errorf("%s is cited: %d, want %d", note, got, want)
		}
	}
	f := read(whole)
	f.Filing.Footnotes[0].ID = "F3"
	f.Filing.TableI[0].SharesFollowing.Notes = []string{"F1"}
	if got := Check(f); got != Whole {
		t.Errorf("(1) is cited and (3) is there: %d", got)
	}
}

// TestBroken: where the source breaks off too, nothing of the form is shown unless it ends.
func TestBroken(t *testing.T) {
	f := read(table + "* If the form is filed by more than one reporting person\n")
	f.Broken = true
	if got := Check(f); got != None {
		t.Errorf("without an end: %d", got)
	}
	f = read(table + "/s/ Quill on 03/07/2012\n** Signature of Reporting Person Date\n")
	f.Broken = true
	if got := Check(f); got != Whole || len(f.Filing.Findings) != 1 {
		t.Errorf("with its end: %d, findings %v", got, f.Filing.Findings)
	}
}
