package layout

import (
	"math"
	"slices"
	"strings"
	"testing"

	"filingview/parser/internal/sheet"
)

// notesOf gives what stands after "Explanation of Responses:".
func notesOf(blocks []sheet.Block) []string {
	all := paragraphsOf(blocks)
	for i, s := range all {
		if strings.HasPrefix(s, "Explanation of") {
			return all[i+1:]
		}
	}
	return all
}

func TestNotes(t *testing.T) {
	for _, c := range []struct {
		name, picture string
		scan          bool
		want          []string
	}{
		{"labels in the middle of their lines", `
Explanation of Responses:
 **  Intentional misstatements or omissions of facts constitute Federal Criminal Violations.
     The shares are held by the Marlowe Family Trust, of which the reporting person is a trustee and
 (1) his children are the beneficiaries. He disclaims beneficial ownership of them except to the
     extent of his pecuniary interest.
 (2) Sold under a plan of March 4, 2023.
     The price is a weighted average of sales at prices from $10.05 to $10.98. The reporting person
 (3)
     will tell the number of shares sold at each price (1) to the issuer and (2) to its holders.
Remarks:
Exhibit 24 - Power of Attorney
`, false, []string{
			"** Intentional misstatements or omissions of facts constitute Federal Criminal Violations.",
			"(1) The shares are held by the Marlowe Family Trust, of which the reporting person is a trustee and / his children are the beneficiaries. He disclaims beneficial ownership of them except to the / extent of his pecuniary interest.",
			"(2) Sold under a plan of March 4, 2023.",
			"(3) The price is a weighted average of sales at prices from $10.05 to $10.98. The reporting person / will tell the number of shares sold at each price (1) to the issuer and (2) to its holders.",
			"Remarks: / Exhibit 24 - Power of Attorney",
		}},
		{"labels before their text, a list within one", `
Explanation of Responses:
1. The units vest when the first of these comes to pass:
(1) the sale of the issuer or of most of what it owns to a third party that is not its affiliate;
(2) the death of the reporting person.
2. Each unit is a right to receive one share.
`, false, []string{
			"1. The units vest when the first of these comes to pass: / (1) the sale of the issuer or of most of what it owns to a third party that is not its affiliate; / (2) the death of the reporting person.",
			"2. Each unit is a right to receive one share.",
		}},
		{"over a page break", `
Explanation of Responses:
 (1) Sold under a plan.
 (2) The shares are held by a trust for the benefit of the children of the reporting person, who
~~~
     disclaims beneficial ownership of them.
 (3) Includes 200 shares acquired under the issuer's purchase plan.
`, false, []string{
			"(1) Sold under a plan.",
			"(2) The shares are held by a trust for the benefit of the children of the reporting person, who / disclaims beneficial ownership of them.",
			"(3) Includes 200 shares acquired under the issuer's purchase plan.",
		}},
		{"labels that a machine lost or misread", `
Explanation of Responses:
     The shares were sold under a plan that the reporting person adopted on March 4, 2023, when the
     window was open.

 Q)  The price is a weighted average of sales at prices from $10.05 to $10.98. The reporting person
     will tell the number of shares.

     Each unit is a right to receive one share, and vests in three equal parts on the next three days
     of grant.

 (4) Held by a trust.
`, true, []string{
			"The shares were sold under a plan that the reporting person adopted on March 4, 2023, when the / window was open.",
			"Q) The price is a weighted average of sales at prices from $10.05 to $10.98. The reporting person / will tell the number of shares.",
			"Each unit is a right to receive one share, and vests in three equal parts on the next three days / of grant.",
			"(4) Held by a trust.",
		}},
		{"the form's own sentences", `
Explanation of Responses:
 (1) Sold under a plan.
Note: File three copies of this Form, one of which must be manually signed. If space is insufficient,
see Instruction 6 for procedure.
Potential persons who are to respond to the collection of information contained in this form
`, false, []string{
			"(1) Sold under a plan.",
			"Note: File three copies of this Form, one of which must be manually signed. If space is insufficient, / see Instruction 6 for procedure.",
			"Potential persons who are to respond to the collection of information contained in this form",
		}},
	} {
		for _, print := range []bool{false, true} {
			if c.scan && !print {
				continue
			}
			got := notesOf(Lay(pictureOf(c.picture, print), c.scan))
			if !slices.Equal(got, c.want) {
				t.Errorf("%s (print %t):\n  %s\nwant\n  %s", c.name, print, strings.Join(got, "\n  "), strings.Join(c.want, "\n  "))
			}
		}
	}
}

// TestSignatureAfterNotes: where signatures stand after the explanations, they are
// none, though the name takes two lines; some companies print no label.
func TestSignatureAfterNotes(t *testing.T) {
	const notes = `
Explanation of Responses:
1. Each unit is a right to receive one share.
`
	for _, c := range []struct{ signature, want string }{
		{`
                                                   Idris K. Marlowe, Attorney-
                                                   in-Fact                            03/07/2024
                                                   ** Signature of Reporting Person   Date
`, "Idris K. Marlowe, Attorney- / in-Fact | 03/07/2024"},
		{`
                                                   /s/ Idris K. Marlowe               03/07/2024
`, "/s/ Idris K. Marlowe | 03/07/2024"},
		{`
                                                   /s/ Marlowe Trust u/a/d
                                                                                      03/07/2024
                                                   01/02/2003
                                                   ** Signature of Reporting Person   Date
`, "/s/ Marlowe Trust u/a/d / 01/02/2003 | 03/07/2024"},
	} {
		blocks := Lay(pictureOf(notes+c.signature, true), false)
		if rows := allRowsOf(blocks, 1); len(rows) == 0 || rows[0] != c.want {
			t.Errorf("signature %q, want %q", rows, c.want)
		}
		if got := notesOf(blocks); len(got) != 1 || got[0] != "1. Each unit is a right to receive one share." {
			t.Errorf("%s: explanations %q", c.want, got)
		}
	}
}

// TestBounds: what is laid is bounded, in about linear time, whatever the words.
func TestBounds(t *testing.T) {
	line := "(1) Name and Address of Reporting Person 1. Title of Security 2. Transaction Date 03/05/2024 /s/ (State) Explanation of Responses: Remarks: Table I - Non-Derivative D"
	var picture strings.Builder
	for range 6000 {
		picture.WriteString(line + "\n")
	}
	pages := pictureOf(picture.String(), true)
	if n := len(Lay(pages, true)); n == 0 {
		t.Error("nothing is laid")
	}
	odd := []sheet.Page{{Words: []sheet.Word{{Text: "a"}, {Text: "b", Box: pages[0].Words[0].Box}}}}
	odd[0].Words[1].Box.X1 = float32(math.Inf(1))
	Lay(odd, true)
	Lay(nil, false)
}
