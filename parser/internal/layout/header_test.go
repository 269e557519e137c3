package layout

import (
	"math"
	"slices"
	"strings"
	"testing"

	"filingview/parser/internal/sheet"
)

const headerText = `
  FORM 4            UNITED STATES SECURITIES AND EXCHANGE COMMISSION                               OMB APPROVAL
                                    Washington, D.C. 20549
                      STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP OF SECURITIES

 1. Name and Address of Reporting Person *                                2. Issuer Name and Ticker or Trading     5. Relationship of Reporting Person(s) to
 Marlowe Idris K                                                          Symbol                                   Issuer
                                                                          Quillmark Instruments [QMIX]                       (Check all applicable)
                                                                                                                   __X__ Director              _____ 10% Owner
                                                                          2a. Foreign Trading Symbol
                                                                                                                   __X__ Officer (give title   _____ Other (specify
          (Last)              (First)              (Middle)               3. Date of Earliest Transaction          below)                      below)
 C/O QUILLMARK INSTRUMENTS                                                (Month/Day/Year)
 12 HARBOUR ROW                                                           03/05/2024                                          Chief Officer
 (Street)                                                                 4. If Amendment, Date Original           6. Individual or Joint/Group Filing(Check
                                                                          Filed(Month/Day/Year)                    Applicable Line)
 SAN                               NEW                          07999-                                             _X_ Form filed by One Reporting Person
 PELEGRINO                         JERSEY                       1234                                               ___ Form filed by More than One Reporting Person

 (City)                            (State)                      (Zip)     Table I - Non-Derivative Securities Acquired, Disposed of, or Beneficially Owned
 UNITED STATES
 (Country)
`

// TestHeader: three columns of boxes side by side are not mixed, words that are
// wrapped in a cell stay together, and every label stands after its tick.
func TestHeader(t *testing.T) {
	want := []string{
		"FORM 4",
		"STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP OF SECURITIES",
		"1. Name and Address of Reporting Person * / Marlowe Idris K / (Last) (First) (Middle) / C/O QUILLMARK INSTRUMENTS / 12 HARBOUR ROW / (Street) / SAN PELEGRINO / NEW JERSEY / 07999-1234 / (City) (State) (Zip) / UNITED STATES / (Country)",
		"2. Issuer Name and Ticker or Trading / Symbol / Quillmark Instruments [QMIX]",
		"2a. Foreign Trading Symbol",
		"3. Date of Earliest Transaction / (Month/Day/Year) / 03/05/2024",
		"4. If Amendment, Date Original / Filed(Month/Day/Year)",
		"5. Relationship of Reporting Person(s) to / Issuer / (Check all applicable) / __X__ Director / _____ 10% Owner / __X__ Officer (give title below) / _____ Other (specify below) / Chief Officer",
		"6. Individual or Joint/Group Filing(Check / Applicable Line) / _X_ Form filed by One Reporting Person / ___ Form filed by More than One Reporting Person",
		"Table I - Non-Derivative Securities Acquired, Disposed of, or Beneficially Owned",
	}
	for _, print := range []bool{false, true} {
		got := paragraphsOf(Lay(pictureOf(headerText, print), false))
		for _, w := range want {
			if !slices.Contains(got, w) {
				t.Errorf("print %t: there is no block\n  %s\nbut\n  %s", print, w, strings.Join(got, "\n  "))
			}
		}
	}
}

// TestHeaderTurned: a page that lies a little askew on the glass gives the same.
func TestHeaderTurned(t *testing.T) {
	want := paragraphsOf(Lay(pictureOf(headerText, true), true))
	for _, degrees := range []float64{-1.5, -0.7, 0.4, 1.2} {
		pages := pictureOf(headerText, true)
		turn(&pages[0], degrees)
		got := paragraphsOf(Lay(pages, true))
		// What stands beside each other at the top may come in another order.
		slices.Sort(got)
		same := slices.Sorted(slices.Values(want))
		if !slices.Equal(got, same) {
			t.Errorf("turned by %g degrees:\n  %s\nwant\n  %s", degrees, strings.Join(got, "\n  "), strings.Join(same, "\n  "))
		}
	}
}

// turn turns the words of a page about its corner. Boxes stay upright, as those are
// that a reader of pictures gives.
func turn(p *sheet.Page, degrees float64) {
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	for i := range p.Words {
		b := &p.Words[i].Box
		x, y := float64(b.X0+b.X1)/2, float64(b.Y0+b.Y1)/2
		dx, dy := float32(x*cos-y*sin-x), float32(x*sin+y*cos-y)
		b.X0, b.X1, b.Y0, b.Y1 = b.X0+dx, b.X1+dx, b.Y0+dy, b.Y1+dy
	}
}

// TestHeaderMisread: boxes are found where letters of their labels are others, a
// label that is not read stays out of the address.
func TestHeaderMisread(t *testing.T) {
	damaged := strings.NewReplacer(" 1. Name", " 1, Narne", " 3. Date", "]3, Date", "Issuer Name", "lssuer Name", " (City) ", " (ae ty ", "__X__ Director", "_X_Director  ",
		"_____ 10% Owner", "__X_10% Owner  ").Replace(headerText)
	got := paragraphsOf(Lay(pictureOf(damaged, true), true))
	for _, w := range []string{
		"1, Narne and Address of Reporting Person * / Marlowe Idris K / (Last) (First) (Middle) / C/O QUILLMARK INSTRUMENTS / 12 HARBOUR ROW / (Street) / SAN PELEGRINO / NEW JERSEY / 07999-1234 / (State) (Zip) / UNITED STATES / (Country)",
		"]3, Date of Earliest Transaction / (Month/Day/Year) / 03/05/2024",
		"(ae ty",
	} {
		if !slices.Contains(got, w) {
			t.Errorf("there is no block\n  %s\nbut\n  %s", w, strings.Join(got, "\n  "))
		}
	}
}

// TestOwners: each owner is a row, of whom the mark may stand on any of its lines.
func TestOwners(t *testing.T) {
	blocks := Lay(pictureOf(`
Reporting Owners
                                                     Relationships
 Reporting Owner Name / Address
                                      Director   10% Owner   Officer                 Other

 Marlowe Idris K
 12 HARBOUR ROW
                                      X                      Chief Officer
 ELMSWICK, NJ 07999

 Quince Partners L.P.
 9 MILL LANE                                     X
 ELMSWICK, NJ 07999

Signatures
 /s/ Idris K. Marlowe                   03/07/2024
 ** Signature of Reporting              Date
 Person
 Quince Partners L.P., By: Quince
 Basil, its manager                     03/08/2024
 ** Signature of Reporting Person       Date
`, true), false)
	rows := allRowsOf(blocks, 1)[1:]
	want := []string{
		"Marlowe Idris K / 12 HARBOUR ROW / ELMSWICK, NJ 07999 | X |  | Chief Officer | ",
		"Quince Partners L.P. / 9 MILL LANE / ELMSWICK, NJ 07999 |  | X |  | ",
	}
	if !slices.Equal(rows, want) {
		t.Errorf("owners:\n  %s\nwant\n  %s", strings.Join(rows, "\n  "), strings.Join(want, "\n  "))
	}
	rows = allRowsOf(blocks, 2)
	want = []string{"/s/ Idris K. Marlowe | 03/07/2024", "** Signature of Reporting / Person | Date",
		"Quince Partners L.P., By: Quince / Basil, its manager | 03/08/2024", "** Signature of Reporting Person | Date"}
	if !slices.Equal(rows, want) {
		t.Errorf("signatures:\n  %s\nwant\n  %s", strings.Join(rows, "\n  "), strings.Join(want, "\n  "))
	}
}

// allRowsOf writes all rows of a table, cells with " | " between them.
func allRowsOf(blocks []sheet.Block, table int32) []string {
	var rows []string
	row := int32(-1)
	for i := range blocks {
		switch b := &blocks[i]; {
		case b.Table != table:
		case b.Row != row:
			rows, row = append(rows, textOf(b)), b.Row
		default:
			rows[len(rows)-1] += " | " + textOf(b)
		}
	}
	return rows
}
