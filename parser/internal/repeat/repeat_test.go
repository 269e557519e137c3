package repeat_test

import (
	"strings"
	"testing"

	"filingview/parser/internal/repeat"
	"filingview/parser/ownership"
)

func known(s string) ownership.Value[string] {
	return ownership.Value[string]{V: s, Reading: ownership.Reading{State: ownership.Known}}
}

func day(year int16, month, day uint8) ownership.Value[ownership.Date] {
	return ownership.Value[ownership.Date]{V: ownership.Date{Year: year, Month: month, Day: day}, Reading: ownership.Reading{State: ownership.Known}}
}

// filing is a filing of one line in each table, with a note.
func filing(format, note string) *ownership.Filing {
	f := &ownership.Filing{
		TableI: []ownership.Row{{SecurityTitle: known("Class A Common Stock"), NatureOfOwnership: known("By Ames Trust")}},
		TableII: []ownership.Row{{SecurityTitle: known("Option (right to buy)"), UnderlyingTitle: known("Class A Common Stock"),
			ExerciseDate: day(2020, 1, 2), ExpirationDate: day(2030, 1, 2)}},
	}
	f.Source.Format = format
	if note != "" {
		f.Footnotes = []ownership.Footnote{{ID: "F1", Text: known(note)}}
	}
	return f
}

const long = "The shares are held of record by the Ames Family Trust dated May 3, 2004, of which the reporting person and her spouse are the trustees and their children the beneficiaries."

func TestOf(t *testing.T) {
	xml := func() *ownership.Filing { return filing("ownership-xml", long) }
	for _, c := range []struct {
		name   string
		other  func(f *ownership.Filing)
		format string
		want   bool
	}{
		{"the same", func(*ownership.Filing) {}, "", true},
		{"white space and case", func(f *ownership.Filing) { f.TableI[0].SecurityTitle = known("CLASS A  COMMON\nSTOCK") }, "", true},
		{"another class", func(f *ownership.Filing) { f.TableI[0].SecurityTitle = known("Class B Common Stock") }, "", false},
		{"another class in a print", func(f *ownership.Filing) { f.TableI[0].SecurityTitle = known("Series B Preferred Stock") }, "pdf", false},
		{"another holder", func(f *ownership.Filing) { f.TableI[0].NatureOfOwnership = known("By Ames Trust II") }, "", false},
		{"another holder on a page", func(f *ownership.Filing) { f.TableI[0].NatureOfOwnership = known("By Ames Trust II") }, "html", false},
		{"no holder", func(f *ownership.Filing) { f.TableI[0].NatureOfOwnership = ownership.Value[string]{} }, "", false},
		{"a holder that cannot be read", func(f *ownership.Filing) {
			f.TableI[0].NatureOfOwnership = ownership.Value[string]{Reading: ownership.Reading{State: ownership.Malformed, Raw: "B7 A#"}}
		}, "pdf", true},
		{"a letter read wrong in a print", func(f *ownership.Filing) {
			f.TableII[0].SecurityTitle = known("Option (rlght to buy) |x")
			f.TableI[0].SecurityTitle = known("Class A Common Stock |")
		}, "pdf", false}, // two words of five
		{"a stroke read as a word in a print", func(f *ownership.Filing) { f.TableI[0].SecurityTitle = known("Class A Common Stock |l") }, "pdf", true},
		{"other underlying shares", func(f *ownership.Filing) { f.TableII[0].UnderlyingTitle = known("Class B Common Stock") }, "", false},
		{"another expiration", func(f *ownership.Filing) { f.TableII[0].ExpirationDate = day(2031, 1, 2) }, "", false},
		{"another first day", func(f *ownership.Filing) { f.TableII[0].ExerciseDate = day(2021, 1, 2) }, "", false},
		{"a day that cannot be read", func(f *ownership.Filing) {
			f.TableII[0].ExerciseDate = ownership.Value[ownership.Date]{Reading: ownership.Reading{State: ownership.Malformed}}
		}, "pdf", true},
		{"a line less", func(f *ownership.Filing) { f.TableII = nil }, "", false},
		{"another trust in the note", func(f *ownership.Filing) { f.Footnotes[0].Text = known(strings.Replace(long, "Trust", "Trust II", 1)) }, "", false},
		{"another trust in the note of a page", func(f *ownership.Filing) { f.Footnotes[0].Text = known(strings.Replace(long, "Trust", "Trust II", 1)) }, "html", false},
		{"another number in the note", func(f *ownership.Filing) { f.Footnotes[0].Text = known(strings.Replace(long, "2004", "2005", 1)) }, "html", false},
		{"no note in XML", func(f *ownership.Filing) { f.Footnotes = nil }, "", false},
		{"no note on a page", func(f *ownership.Filing) { f.Footnotes = nil }, "html", true},
		{"a note cut short, by its dots", func(f *ownership.Filing) { f.Footnotes[0].Text = known("The shares are held...") }, "", true},
		{"a short note that the other goes on from", func(f *ownership.Filing) { f.Footnotes[0].Text = known("The shares are held of record by the Ames") }, "html", false},
		{"a long one", func(f *ownership.Filing) { f.Footnotes[0].Text = known(long[:110]) }, "html", true},
		{"a long one in XML", func(f *ownership.Filing) { f.Footnotes[0].Text = known(long[:110]) }, "", false},
		{"a gap in the note", func(f *ownership.Filing) { f.Footnotes[0].Text = known(long[:85] + long[121:]) }, "html", true},
		{"a gap and other words", func(f *ownership.Filing) {
			f.Footnotes[0].Text = known(long[:85] + strings.Replace(long[121:], "children", "nephews", 1))
		}, "html", false},
		{"dots alone", func(f *ownership.Filing) { f.Footnotes[0].Text = known("...") }, "", false},
	} {
		a, b := xml(), xml()
		c.other(b)
		if c.format != "" {
			b.Source.Format = c.format
		}
		if repeat.Of(a, b) != c.want || repeat.Of(b, a) != c.want {
			t.Errorf("%s: %v, want %v", c.name, repeat.Of(a, b), c.want)
		}
	}
}

// TestRows: the notes do not count.
func TestRows(t *testing.T) {
	a, b := filing("ownership-xml", "One."), filing("ownership-xml", "Another.")
	if !repeat.Rows(a, b) || repeat.Of(a, b) {
		t.Error("the rows are the same, the notes are not")
	}
	b.TableII[0].NatureOfOwnership = known("By spouse")
	if repeat.Rows(a, b) {
		t.Error("the rows are not the same")
	}
}

// TestCompare: a copy is counted as it is read surest.
func TestCompare(t *testing.T) {
	all := []string{"ownership-xml", "html", "text", "pdf"}
	for i, x := range all {
		for j, y := range all {
			if got := repeat.Compare(filing(x, ""), filing(y, "")); (got < 0) != (i < j) || (got == 0) != (i == j) {
				t.Errorf("%s and %s: %d", x, y, got)
			}
		}
	}
}

// TestBounds: what is left of a note must have 60 letters, a gap and what follows it 20; of
// the words of a print one in five may be read wrong.
func TestBounds(t *testing.T) {
	whole := strings.Repeat("abcdefghij", 13) // no part of it but its beginning begins with an a and has as many letters
	note := func(format, text string) *ownership.Filing { return filing(format, text) }
	for _, c := range []struct {
		name, part string
		want       bool
	}{
		{"60 letters", whole[:60], true},
		{"59 letters", whole[:59], false},
		{"a gap of 20 letters", whole[:61] + "x" + whole[82:], false},
		{"60, a gap of 21 and 20", whole[:60] + whole[81:101], true},
		{"60, a gap of 21 and 19", whole[:60] + whole[81:100], false},
	} {
		if got := repeat.Of(note("ownership-xml", whole), note("html", c.part)); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
	for printed, want := range map[string]bool{
		"Series A Junior Preferred Stock": true, "Series A Junlor Preferred Stock": true, "Serles A Junlor Preferred Stock": false,
		"Series A Junior Preferred Stock x": true, "Series A Junior Preferred Stock x y": false,
	} {
		a, b := filing("ownership-xml", ""), filing("pdf", "")
		a.TableI[0].SecurityTitle, b.TableI[0].SecurityTitle = known("Series A Junior Preferred Stock"), known(printed)
		if repeat.Of(a, b) != want || repeat.Of(b, a) != want {
			t.Errorf("%q: want %v", printed, want)
		}
	}
}
