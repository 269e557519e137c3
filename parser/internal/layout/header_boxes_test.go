package layout

import (
	"fmt"
	"strings"
	"testing"

	"filingview/parser/internal/form"
)

// TestBoxAt: a word is of the box that begins above it and left of it: the rightmost of
// those, and of boxes below each other the lowest.
func TestBoxAt(t *testing.T) {
	p := &sheetPage{letter: 5, height: 10}
	boxes := []boxLabel{{x: 0, y: 0}, {x: 200, y: 0}, {x: 200, y: 100}, {x: 400, y: 0}, {x: 0, y: 50, page: 1}}
	for _, c := range []struct {
		x, y float32
		page int
		want int
	}{
		{0, 0, 0, 0}, {150, 60, 0, 0}, {200, 0, 0, 1}, {250, 60, 0, 1}, {250, 150, 0, 2}, {399, 150, 0, 3}, {450, 150, 0, 3}, {0, 300, 0, 0},
		{191, 60, 0, 1}, {189, 60, 0, 0}, // a little left of its label
		{250, 96, 0, 2}, {250, 94, 0, 1}, // a little above it
		{0, 60, 1, 4}, {250, 10, 1, 2}, {0, 10, 1, 0}, {-20, 0, 0, -1}, {0, -20, 0, -1},
	} {
		w := token{x0: c.x, y0: c.y}
		if got := boxAt(p, boxes, &line{page: c.page, y0: c.y}, &w); got != c.want {
			t.Errorf("at %v, %v of page %d: box %d, want %d", c.x, c.y, c.page, got, c.want)
		}
	}
	at := &line{y0: 100}
	for x, want := range map[float32]bool{200: true, 201: false, 0: false} {
		if w := (token{x0: x}); beginsBox(boxes, at, &w) != want {
			t.Errorf("a box begins at %v: %t", x, !want)
		}
	}
	if w := (token{x0: 200}); beginsBox(boxes, &line{y0: 100, page: 1}, &w) || beginsBox(boxes, &line{y0: 90}, &w) {
		t.Error("a box begins on another page or line")
	}
}

// TestOwnerBox: the last box of a name and address above a line.
func TestOwnerBox(t *testing.T) {
	boxes := []boxLabel{{y: 0, box: form.BoxOwner}, {y: 50, box: form.BoxIssuer}, {y: 100, box: form.BoxOwner}, {y: 0, page: 1, box: form.BoxOwner}}
	for _, c := range []struct {
		y1   float32
		page int
		want int
	}{{10, 0, 0}, {99, 0, 0}, {100, 0, 0}, {101, 0, 2}, {0, 0, -1}, {0, 1, 2}, {10, 1, 3}} {
		if got := ownerBox(boxes, &line{y1: c.y1, page: c.page}); got != c.want {
			t.Errorf("above %v of page %d: box %d, want %d", c.y1, c.page, got, c.want)
		}
	}
	if got := ownerBox(nil, &line{}); got != -1 {
		t.Errorf("no boxes: %d", got)
	}
}

// TestLabelsIn: labels of boxes begin with their number, or say enough without it; within a
// sentence they are none.
func TestLabelsIn(t *testing.T) {
	for picture, want := range map[string]string{
		"1. Name and Address of Reporting Person      2. Issuer Name and Ticker or Trading Symbol": "owner 0, issuer 45",
		"Name and Address of Reporting Person":                                                     "owner 0",
		"1.  Name and Address of Reporting Person":                                                 "owner 0",
		"see 1. Name and Address of Reporting Person":                                              "owner 4",
		"3. Date of Earliest Transaction":                                                          "period 0",
		"5. Relationship of Reporting Person(s) to Issuer":                                         "relationship 0",
		"5.       Relationship of Reporting Person(s) to Issuer":                                   "relationship 9",
		"nothing of the kind":                                                                      "",
	} {
		l := linesIn(picture, true, false)
		names := map[form.Box]string{form.BoxOwner: "owner", form.BoxIssuer: "issuer", form.BoxPeriod: "period", form.BoxRelationship: "relationship"}
		var got []string
		for _, b := range labelsIn(&l.pages[0], l.lines[0], l.lines[0].words) {
			got = append(got, fmt.Sprint(names[b.box], " ", b.x/5))
			if b.y != l.lines[0].y0 {
				t.Errorf("%q: the label is at %v", picture, b.y)
			}
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("%q: %s, want %s", picture, s, want)
		}
	}
}

// TestLabelInSentence: a label that stands close behind other words is of a sentence, unless
// its number stands before it.
func TestLabelInSentence(t *testing.T) {
	for text, want := range map[string][2]int{ // boxes where words are a space apart, and where they are farther
		"the Relationship of Reporting Person(s) to Issuer":    {0, 1},
		"the 5. Relationship of Reporting Person(s) to Issuer": {1, 1},
		"Relationship of Reporting Person(s) to Issuer":        {1, 1},
	} {
		ln := lineOf(text)
		if got := [2]int{len(labelsIn(&sheetPage{letter: 10}, ln, ln.words)), len(labelsIn(&sheetPage{letter: 5}, ln, ln.words))}; got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

// TestTitleStart: the title of Table I may begin within a line of the header, and its second
// line stands below it.
func TestTitleStart(t *testing.T) {
	for text, want := range map[string]int{
		"Table I - Non-Derivative Securities Acquired": 0, "(City) (State) Table I - Non-Derivative Securities": 2, "Table II - Derivative Securities": -1, "a table of contents": -1, "": -1,
	} {
		if got := titleStart(lineOf(text).words); got != want {
			t.Errorf("%q: word %d, want %d", text, got, want)
		}
	}
	for x, want := range map[float32]int{0: 0, 1: 0, 15: 1, 16: 1, 16.5: 2, 17: 2, 100: 3} {
		if got := tailStart(lineOf("one two three").words, x); got != want {
			t.Errorf("from %v on stands word %d, want %d", x, got, want)
		}
	}
	for _, c := range []struct {
		text string
		x    float32
		want bool
	}{{"or Beneficially Owned", 0, true}, {"Beneficially Owned", 0, true}, {"9 HERON LANE", 0, false}, {"LANE Beneficially Owned", 15, true}, {"LANE", 15, false}} {
		if got := isTitleTail(lineOf(c.text).words, c.x); got != c.want {
			t.Errorf("%q from %v on: %t", c.text, c.x, got)
		}
	}
}

// TestByAddress: city, state and zip code side by side are a cell each, though they are
// wrapped; a line that is one text stays one, and labels come last.
func TestByAddress(t *testing.T) {
	for _, c := range []struct {
		name, picture string
		print, scan   bool
		want, stray   string
	}{
		{"side by side", `
MARLOW IDRIS
9 HERON LANE
(Street)
MARLOW              CT                  06831
(City)              (State)             (Zip)
`, true, false, "MARLOW IDRIS; 9 HERON LANE; (Street); MARLOW; CT; 06831; (City) (State) (Zip)", ""},
		{"wrapped", `
MARLOW IDRIS
(Street)
SAN                 NEW                 06831-
PELEGRINO           JERSEY              1234
(City)              (State)             (Zip)
`, true, false, "MARLOW IDRIS; (Street); SAN PELEGRINO; NEW JERSEY; 06831- +1234; (City) (State) (Zip)", ""},
		{"in one text", `
(Street)
MARLOW CT 06831
(City)              (State)             (Zip)
`, true, false, "(Street); MARLOW CT 06831; (City) (State) (Zip)", ""},
		{"without a street's label", `
9 HERON LANE
MARLOW              CT                  06831
(City)              (State)             (Zip)
`, true, false, "9 HERON LANE; MARLOW; CT; 06831; (City) (State) (Zip)", ""},
		{"without labels", `
9 HERON LANE
MARLOW              CT                  06831
`, true, false, "9 HERON LANE; MARLOW CT 06831", ""},
		{"no state", `
(Street)
MARLOW                                  06831
(City)              (State)             (Zip)
`, true, false, "(Street); MARLOW; 06831; (City) (State) (Zip)", ""},
		{"no city", `
(Street)
                    CT                  06831
(City)              (State)             (Zip)
`, true, false, "(Street); CT 06831; (City) (State) (Zip)", ""},
		{"a misread label", `
(Street)
MARLOW              CT                  06831
(ae                 (State)             (Zip)
`, true, true, "(Street); MARLOW; CT; 06831; (State) (Zip)", "(ae"},
		{"the zip code's label in two words", `
(Street)
MARLOW              CT                  06831
(City)              (State)             (Zip Code)
`, true, true, "(Street); MARLOW; CT; 06831; (City) (State) (Zip Code)", ""},
		{"a country below", `
(Street)
MARLOW              X0                  SL7
(City)              (State)             (Zip)
UNITED KINGDOM
`, true, false, "(Street); MARLOW; X0; SL7; (City) (State) (Zip); UNITED KINGDOM", ""},
		{"plain text, not over its labels", `
(Street)
MARLOW       CT       06831
(City)              (State)             (Zip)
`, false, false, "(Street); MARLOW; CT; 06831; (City) (State) (Zip)", ""},
		{"plain text, two cells", `
(Street)
MARLOW                                06831
(City)              (State)             (Zip)
`, false, false, "(Street); MARLOW; 06831; (City) (State) (Zip)", ""},
	} {
		l := linesIn(c.picture, c.print, c.scan)
		var lines [][]token
		for _, ln := range l.lines {
			lines = append(lines, ln.words)
		}
		out, stray := byAddress(&l.pages[0], lines)
		var got []string
		for _, words := range out {
			s := ""
			for i, w := range words {
				if i > 0 {
					s += " "
				}
				if w.Glued {
					s += "+"
				}
				s += w.Text
			}
			got = append(got, s)
		}
		if s := strings.Join(got, "; "); s != c.want || saidBy(stray) != c.stray {
			t.Errorf("%s:\n%s, beside it %q, want\n%s, %q", c.name, s, saidBy(stray), c.want, c.stray)
		}
	}
}
