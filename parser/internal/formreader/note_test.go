package formreader

import (
	"strings"
	"testing"

	"filingview/parser/internal/printed"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// TestNoteLabel: a label is one word or up to three, with text glued to it or in the lines
// after it.
func TestNoteLabel(t *testing.T) {
	for text, want := range map[string]struct {
		number      int
		label, rest string
	}{
		"(1) The shares":      {1, "(1)", "The shares"},
		"(1)The shares":       {1, "(1)", "The shares"},
		"( 1 ) The shares":    {1, "( 1 )", "The shares"},
		"( 1) The shares":     {1, "( 1)", "The shares"},
		"( 1 )The shares":     {1, "( 1 )", "The shares"},
		"( a 1 ) The shares":  {0, "", "( a 1 ) The shares"},
		"( 1 2 ) The shares":  {0, "", "( 1 2 ) The shares"},
		"1. The shares":       {1, "1.", "The shares"},
		"1 . The shares":      {0, "", "1 . The shares"},
		"The (1) shares":      {0, "", "The (1) shares"},
		"(1)":                 {1, "(1)", ""},
		"(1)/The shares/held": {1, "(1)", "The shares held"},
		"(":                   {0, "", "("},
	} {
		n, label, rest := noteLabel(textLines(text))
		if got := printed.JoinedLines(rest); n != want.number || printed.Joined(label) != want.label || got != want.rest {
			t.Errorf("%q: label %d %q, text %q", text, n, printed.Joined(label), got)
		}
	}
	if n, label, rest := noteLabel(nil); n != 0 || label != nil || rest != nil {
		t.Error("there is a label in no lines")
	}
}

// notesOf reads the explanations of blocks as "number text", with bars between.
func notesOf(blocks []sheet.Block, damaged bool) (notes, remarks string) {
	f := &ownership.Filing{}
	r := noteReader{document: &document{sheet: &sheet.Sheet{}, blocks: blocks, f: f, damaged: damaged}, signed: map[int]bool{}}
	r.readNotes()
	var got []string
	for _, n := range f.Footnotes {
		got = append(got, n.ID+" "+n.Text.V)
	}
	return strings.Join(got, "|"), f.Remarks.V
}

// TestNotesCountUpwards: a label counts where it goes on counting, for explanations hold
// lists of their own; some numbers may be left out.
func TestNotesCountUpwards(t *testing.T) {
	const head = "Explanation of Responses:|"
	for text, want := range map[string]string{
		"(1) Held.|(2) Sold.":                                         "F1 Held.|F2 Sold.",
		"(1) In parts:|(1) the first|(2) Sold.":                       "F1 In parts: (1) the first|F2 Sold.",
		"(1) Held.|(13) Sold.":                                        "F1 Held.|F13 Sold.",
		"(1) Held.|(14) Sold.":                                        "F1 Held. (14) Sold.",
		"(2) Held.|(1) Sold.":                                         "F2 Held. (1) Sold.",
		"(1)|Held by a trust.|(2) Sold.":                              "F1 Held by a trust.|F2 Sold.",
		"Nothing to explain.|(1) Held.":                               "F1 Held.",
		"(1) Held.|Signatures|(2) Sold.":                              "F1 Held.",
		"(1) Held.|Note: File three copies|pieces":                    "F1 Held.",
		"(1) Held.|Note: File three copies|(2) Sold.":                 "F1 Held.|F2 Sold.",
		"(1) Held.|Note: File three copies|(3) pieces":                "F1 Held.",
		"(1) Held.|1. Name and address of reporting person|(2) Sold.": "F1 Held.",
	} {
		if got, _ := notesOf(blocksOf(head+text), false); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	if got, remarks := notesOf(blocksOf(head+"(1) Held.|Remarks:|Under a plan.|(2) of it"), false); got != "F1 Held." || remarks != "Under a plan. (2) of it" {
		t.Errorf("%q, remarks %q", got, remarks)
	}
	if got, remarks := notesOf(blocksOf("Remarks:|(1) Held."), false); got != "" || remarks != "" {
		t.Errorf("%q, remarks %q", got, remarks)
	}
	if _, remarks := notesOf(blocksOf("Remarks: none|more"), false); remarks != "none" {
		t.Errorf("remarks %q", remarks)
	}
}

// TestNotesInRows: a label in the first cell of a row is of the text in the next.
func TestNotesInRows(t *testing.T) {
	for _, c := range []struct {
		name, cells, want string
		rows              []int32
	}{
		{"label and text", "(10)|Ten.|(2)|Two.", "F10 Ten.|F2 Two.", []int32{0, 0, 1, 1}},
		{"a label twice", "(1)|Held.|(1)|again", "F1 Held. (1) again", []int32{0, 0, 1, 1}},
		{"text in a further cell", "(1) Held|by a trust.|(2) Sold.", "F1 Held by a trust.|F2 Sold.", []int32{0, 0, 1}},
	} {
		blocks := blocksOf("Explanation of Responses:|" + c.cells)
		for i, row := range c.rows {
			blocks[i+1].Table, blocks[i+1].Row = 3, row
		}
		if got, _ := notesOf(blocks, false); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestOrphans: where a machine read the letters, a paragraph that begins like a sentence
// after one that has ended is an explanation that lost its label, not more of that one.
func TestOrphans(t *testing.T) {
	for _, c := range []struct {
		text, want string
		damaged    bool
	}{
		{"(1) Held.|Sold under a plan.", "F1 Held. Sold under a plan.", false},
		{"(1) Held.|Sold under a plan.", "F1 Held.", true},
		{"(1) Held by|Sold and others.", "F1 Held by Sold and others.", true},
		{"(1) Held.|sold under a plan.", "F1 Held. sold under a plan.", true},
		{"(1) Held.|3 of them", "F1 Held. 3 of them", true},
		{"(1) Held.|A plan.", "F1 Held.", true},
		{"(1) Held.|Z plan.", "F1 Held.", true},
		{"(1) Held.|[A plan.", "F1 Held. [A plan.", true},
	} {
		if got, _ := notesOf(blocksOf("Explanation of Responses:|"+c.text), c.damaged); got != c.want {
			t.Errorf("%q (damaged %t): %q, want %q", c.text, c.damaged, got, c.want)
		}
	}
}
