package layout

import (
	"math"
	"strings"
	"testing"

	"filingview/parser/internal/sheet"
)

const form4Heads = `
 FORM 4
 1. Name and Address of Reporting Person *      2. Issuer Name and Ticker or Trading Symbol    5. Relationship of Reporting Person(s) to Issuer
 MARLOW TESS                                    Quince Works Inc. [QNCE]                        _X_ Director  ___ 10% Owner
               Table I - Non-Derivative Securities Acquired, Disposed of, or Beneficially Owned
 1.Title of Security      2. Transaction   2A. Deemed         3. Transaction 4. Securities Acquired (A)  5. Amount of Securities  6.          7. Nature
 (Instr. 3)               Date             Execution Date, if Code           or Disposed of (D)          Beneficially Owned       Ownership   of Indirect
                          (Month/Day/Year) any                (Instr. 8)     (Instr. 3, 4 and 5)         Following Reported       Form:       Beneficial
                                           (Month/Day/Year)                                              Transaction(s)           Direct (D)  Ownership
                                                                                    (A) or               (Instr. 3 and 4)         or Indirect (Instr. 4)
                                                              Code   V       Amount (D)    Price                                  (I)
`

func checkRows(t *testing.T, got, want []string) {
	t.Helper()
	for i := range max(len(got), len(want)) {
		g, w := "-", "-"
		if i < len(got) {
			g = got[i]
		}
		if i < len(want) {
			w = want[i]
		}
		if g != w {
			t.Errorf("row %d\n got  %s\n want %s", i, g, w)
		}
	}
}

// Cells are wrapped and stand in the middle of their rows; the sign of the price is
// above it and the mark of a note below.
func TestTableI(t *testing.T) {
	pages := pictureOf(form4Heads+`
 Class A Common Stock,                                                                   $                                            By
 par value $0.01          03/04/2024                          S(1)           1,250  D    12.5    48,000 (3)               I           Marlow
                                                                                         (2)                                          Trust (4)
 Common Stock             03/05/2024       03/06/2024         G      V       700    D    $ 0     47,300                   D
 Common Stock                                                                                    9,100                    I           By Son
Reminder: Report on a separate line for each class of securities beneficially owned directly or indirectly.
`, false)
	blocks := Lay(pages, false)
	checkRows(t, rowsOf(blocks, 1), []string{
		"Class A Common Stock, / par value $0.01 | 03/04/2024 |  | S(1) |  | 1,250 | D | $ / 12.5 / (2) | 48,000 (3) | I | By / Marlow / Trust (4)",
		"Common Stock | 03/05/2024 | 03/06/2024 | G | V | 700 | D | $ 0 | 47,300 | D | ",
		"Common Stock |  |  |  |  |  |  |  | 9,100 | I | By Son",
	})
	last := blocks[len(blocks)-1]
	if s := textOf(&last); !strings.HasPrefix(s, "Reminder:") {
		t.Errorf("the last block is %q", s)
	}
}

// The next page of copied text is set closer, has no heads and holdings only: its
// amounts follow all the same. A row that the page break cuts is one.
func TestTableGoesOn(t *testing.T) {
	pages := pictureOf(form4Heads+`
 Common Stock             03/04/2024                          S              1,250  D    $ 12.5  48,000                   I           By Elm
                                                                                                                                      Street
~~~
                                                                                        Partners, LP
                                                                                        (1)
 Common Stock                                                      7,000         I      By Oak Fund
 Common Stock                                                      12,345        D
`, false)
	checkRows(t, rowsOf(Lay(pages, false), 1), []string{
		"Common Stock | 03/04/2024 |  | S |  | 1,250 | D | $ 12.5 | 48,000 | I | By Elm / Street / Partners, LP / (1)",
		"Common Stock |  |  |  |  |  |  |  | 7,000 | I | By Oak Fund",
		"Common Stock |  |  |  |  |  |  |  | 12,345 | D | ",
	})
}

// Heads that are printed again on the next page are no rows, and the table goes on.
func TestRepeatedHeads(t *testing.T) {
	_, heads, _ := strings.Cut(form4Heads, "5. Relationship of Reporting Person(s) to Issuer\n")
	_, heads, _ = strings.Cut(heads, "\n")
	pages := pictureOf(form4Heads+`
 Common Stock             03/04/2024                          S              1,250  D    $ 12.5  48,000                   D
~~~
`+heads+`
 Common Stock             03/05/2024                          S              750    D    $ 12.4  47,250                   D
`, true)
	checkRows(t, rowsOf(Lay(pages, false), 1), []string{
		"Common Stock | 03/04/2024 |  | S |  | 1,250 | D | $ 12.5 | 48,000 | D | ",
		"Common Stock | 03/05/2024 |  | S |  | 750 | D | $ 12.4 | 47,250 | D | ",
	})
}

// An amount that stands under (D) is disposed of; a note alone may be both dates.
func TestTableII(t *testing.T) {
	pages := pictureOf(form4Heads+`
 Common Stock                                                                                    9,100                    D
      Table II - Derivative Securities Acquired, Disposed of, or Beneficially Owned
                 (e.g., puts, calls, warrants, options, convertible securities)
1. Title of  2.          3. Transaction   3A. Deemed         4.          5. Number of    6. Date Exercisable and 7. Title and Amount 8. Price of 9. Number of   10.        11. Nature
Derivative   Conversion  Date             Execution Date, if Transaction Derivative      Expiration Date         of Underlying       Derivative  Derivative     Ownership  of Indirect
Security     or Exercise (Month/Day/Year) any                Code        Securities      (Month/Day/Year)        Securities          Security    Securities     Form of    Beneficial
(Instr. 3)   Price of                     (Month/Day/Year)   (Instr. 8)  Acquired (A) or                         (Instr. 3 and 4)    (Instr. 5)  Beneficially   Derivative Ownership
             Derivative                                                  Disposed of (D)                                                         Owned Following Security: (Instr. 4)
             Security                                                    (Instr. 3, 4,                                                           Reported       Direct (D)
                                                                         and 5)                                            Amount or             Transaction(s) or
                                                                                         Date        Expiration            Number of             (Instr. 4)     Indirect
                                                             Code   V    (A)     (D)     Exercisable Date        Title     Shares                               (I)
Option to    $ 4.5       03/04/2024                          M                   1,250   01/02/2023  01/02/2030  Common    1,250     $ 0         3,750          D
buy                                                                                                              Stock
Restricted   (2)         03/05/2024                          A           4,000           (3)         (3)         Common    4,000     $ 0         4,000          I          By Wife
Unit                                                                                                             Stock
Explanation of Responses:
`, false)
	checkRows(t, rowsOf(Lay(pages, false), 2), []string{
		"Option to / buy | $ 4.5 | 03/04/2024 |  | M |  |  | 1,250 | 01/02/2023 | 01/02/2030 | Common / Stock | 1,250 | $ 0 | 3,750 | D | ",
		"Restricted / Unit | (2) | 03/05/2024 |  | A |  | 4,000 |  | (3) | (3) | Common / Stock | 4,000 | $ 0 | 4,000 | I | By Wife",
	})
}

// Form 3 has 4 and 8 columns.
func TestForm3(t *testing.T) {
	blocks := Lay(pictureOf(`
 FORM 3
 1. Name and Address of Reporting Person *      2. Date of Event Requiring Statement    3. Issuer Name and Ticker or Trading Symbol
 MARLOW TESS                                    03/04/2024                              Quince Works Inc. [QNCE]
                         Table I - Non-Derivative Securities Beneficially Owned
 1.Title of Security           2. Amount of Securities    3. Ownership      4. Nature of Indirect Beneficial Ownership
 (Instr. 4)                    Beneficially Owned         Form: Direct      (Instr. 5)
                               (Instr. 4)                 (D) or Indirect
                                                          (I)
                                                          (Instr. 5)

 Common Stock                  2,500                      D
 Preferred Stock               410 (1)                    I                 By Trust
                         Table II - Derivative Securities Beneficially Owned (e.g., puts, calls, warrants, options, convertible securities)
 1. Title of Derivative Security  2. Date Exercisable and  3. Title and Amount of Securities 4. Conversion  5. Ownership    6. Nature of Indirect
 (Instr. 4)                       Expiration Date          Underlying Derivative Security    or Exercise    Form of         Beneficial Ownership
                                  (Month/Day/Year)         (Instr. 4)                        Price of       Derivative      (Instr. 5)
                                  Date         Expiration               Amount or            Derivative     Security:
                                  Exercisable  Date        Title        Number of Shares     Security       Direct (D)

 Warrant                          01/01/2024   01/01/2034  Common Stock 600                  $ 3.25         D
 Option                           (1)          06/30/2029  Common Stock 75                   $ 8            I               By Son
`, false), false)
	checkRows(t, rowsOf(blocks, 1), []string{
		"Common Stock | 2,500 | D | ",
		"Preferred Stock | 410 (1) | I | By Trust",
	})
	checkRows(t, rowsOf(blocks, 2), []string{
		"Warrant | 01/01/2024 | 01/01/2034 | Common Stock | 600 | $ 3.25 | D | ",
		"Option | (1) | 06/30/2029 | Common Stock | 75 | $ 8 | I | By Son",
	})
}

// Where rules are drawn, they part what white space does not: the amount and the
// price reach into the columns before.
func TestRules(t *testing.T) {
	pages := pictureOf(form4Heads+`
 Common Stock             03/04/2024                          S              1,250  D    $ 12.5  48,000                   D
`, true)
	for _, x := range []float32{0, 24, 42, 61, 68, 75.4, 83, 88, 96, 120.5, 132.5, 150} {
		pages[0].Rules = append(pages[0].Rules, sheet.Rule{X0: x * 5, Y0: 40, X1: x * 5, Y1: 130})
	}
	for i := range pages[0].Words {
		switch w := &pages[0].Words[i]; w.Text {
		case "1,250":
			w.Box.X0, w.Box.X1 = 380, 414 // from rule to rule
		case "48,000":
			w.Box.X0 = 481
		}
	}
	checkRows(t, rowsOf(Lay(pages, false), 1), []string{
		"Common Stock | 03/04/2024 |  | S |  | 1,250 | D | $ 12.5 | 48,000 | D | ",
	})
}

// A scan hangs askew, a machine takes a rule for a letter, the number of the first
// head for an l, and writes two cells as one word.
func TestScan(t *testing.T) {
	picture := strings.Replace(form4Heads, "1.Title of Security ", "l.Title of Security ", 1)
	pages := pictureOf(picture+`
 Common Stock             03/04/2024                          S              1,250|D     $12.5]  48,000                   D
 Common Stock             03/05/2024                          s              }750   D    |$12.4  47,250                   D
`, true)
	const lean = 1.4 * math.Pi / 180
	for i := range pages[0].Words {
		b := &pages[0].Words[i].Box
		x, y := float64(b.X0+b.X1)/2, float64(b.Y0+b.Y1)/2
		dx, dy := float32(-y*lean), float32(x*lean)
		b.X0, b.X1, b.Y0, b.Y1 = b.X0+dx, b.X1+dx, b.Y0+dy, b.Y1+dy
	}
	checkRows(t, rowsOf(Lay(pages, true), 1), []string{
		"Common Stock | 03/04/2024 |  | S |  | 1,250| | D | $12.5] | 48,000 | D | ",
		"Common Stock | 03/05/2024 |  | s |  | }750 | D | |$12.4 | 47,250 | D | ",
	})
}
