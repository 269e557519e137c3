package ending

import (
	"strings"
	"testing"

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
	form := &Form{Filing: f, Blocks: b, Tables: [2]int{2, 0}, Signed: map[int]bool{}}
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
