package pdftest

import (
	"fmt"
	"strings"
)

// Form returns a small PDF of a Form 4: one page with ruled tables, one line in each
// and a note, its content packed or not. What it says is invented.
func Form(packed bool) []byte {
	p := &page{}
	p.text(20, 590, 9, "FORM 4")
	p.text(220, 590, 8, "UNITED STATES SECURITIES AND EXCHANGE COMMISSION")
	p.text(320, 580, 7, "Washington, D.C. 20549")
	p.text(230, 568, 7, "STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP OF SECURITIES")
	p.text(150, 558, 6, "Filed pursuant to Section 16(a) of the Securities Exchange Act of 1934 or Section 30(h) of the Investment Company Act of 1940")

	p.grid([]float64{20, 280, 520, 772}, []float64{550, 520, 490, 440})
	p.text(23, 543, 6, "1. Name and Address of Reporting Person*")
	p.text(23, 530, 7, "PELLWORTH ANSELM R")
	p.text(23, 512, 6, "(Last)            (First)            (Middle)")
	p.text(23, 500, 7, "12 LARKSPUR ROW")
	p.text(23, 482, 6, "(Street)")
	p.text(23, 468, 7, "ASHGROVE            VT            05001")
	p.text(23, 450, 6, "(City)              (State)       (Zip)")
	p.text(283, 543, 6, "2. Issuer Name and Ticker or Trading Symbol")
	p.text(283, 530, 7, "Quaymoor Optics Inc. [ QMOR ]")
	p.text(283, 512, 6, "3. Date of Earliest Transaction (Month/Day/Year)")
	p.text(283, 500, 7, "06/03/2024")
	p.text(283, 482, 6, "4. If Amendment, Date of Original Filed (Month/Day/Year)")
	p.text(523, 543, 6, "5. Relationship of Reporting Person(s) to Issuer")
	p.text(523, 535, 6, "(Check all applicable)")
	p.text(523, 525, 7, "__X__ Director       _____ 10% Owner")
	p.text(523, 512, 7, "_____ Officer (give  _____ Other (specify")
	p.text(523, 504, 7, "title below)         below)")
	p.text(523, 482, 6, "6. Individual or Joint/Group Filing (Check Applicable Line)")
	p.text(523, 470, 7, "_X_ Form filed by One Reporting Person")
	p.text(523, 460, 7, "___ Form filed by More than One Reporting Person")

	p.text(180, 428, 7, "Table I - Non-Derivative Securities Acquired, Disposed of, or Beneficially Owned")
	p.table(420, []float64{20, 150, 215, 280, 315, 340, 405, 440, 500, 590, 650, 772}, 60,
		[]string{"1. Title of|Security|(Instr. 3)", "2. Transaction|Date|(Month/Day/Year)", "2A. Deemed|Execution|Date, if any", "3.|Transaction|Code|Code", "|||V",
			"4. Securities|Acquired (A)|or Disposed|Amount", "|||(A) or|(D)", "|||Price", "5. Amount of|Securities|Beneficially Owned|Following Reported|Transaction(s)", "6. Ownership|Form:|Direct (D) or|Indirect (I)", "7. Nature of|Indirect|Beneficial|Ownership"},
		[]string{"Common Stock", "06/03/2024", "", "M", "", "1,500", "A", "$4.25", "21,500", "D", ""},
		[]string{"Common Stock", "", "", "", "", "", "", "", "3,250", "I", "By Trust (1)"})

	p.text(170, 308, 7, "Table II - Derivative Securities Acquired, Disposed of, or Beneficially Owned")
	p.text(210, 299, 6, "(e.g., puts, calls, warrants, options, convertible securities)")
	p.table(292, []float64{20, 90, 145, 200, 250, 280, 300, 340, 380, 430, 480, 540, 590, 630, 680, 720, 772}, 60,
		[]string{"1. Title of|Derivative|Security|(Instr. 3)", "2. Conversion|or Exercise|Price of", "3. Transaction|Date|(Month/Day/|Year)", "3A. Deemed|Execution|Date", "4.|Trans.|Code|Code", "|||V",
			"5. Number|of|Deriv.|(A)", "|||(D)", "6. Date|Exercisable|and|Date|Exercisable", "Expiration|Date||Expiration|Date", "7. Title|and Amount|of Underl.|Title", "Securities|||Amount or|Number", "8. Price|of|Deriv.", "9. Number|of|Deriv.|Following", "10. Own-|ership|Form", "11. Nature|of Indirect"},
		[]string{"Stock Option", "$4.25", "06/03/2024", "", "M", "", "", "1,500", "06/01/2020", "06/01/2027", "Common Stock", "1,500", "$0", "4,500", "D", ""})

	p.text(20, 190, 7, "Explanation of Responses:")
	p.text(20, 178, 7, "(1) The shares are held by a trust of which the reporting person is a trustee.")
	p.text(20, 160, 7, "Remarks:")
	p.text(420, 140, 7, "/s/ Anselm R. Pellworth            06/05/2024")
	p.text(420, 130, 6, "** Signature of Reporting Person   Date")
	p.text(20, 118, 6, "Reminder: Report on a separate line for each class of securities beneficially owned directly or indirectly.")

	body := stream
	if packed {
		body = deflated
	}
	return onePage(body("", p.b.String()), courier).bytes()
}

// page is the content of a page.
type page struct{ b strings.Builder }

// text sets words in Courier at a place, counted from the bottom left.
func (p *page) text(x, y, size float64, s string) {
	s = strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(s)
	fmt.Fprintf(&p.b, "BT /F1 %g Tf %g %g Td (%s) Tj ET\n", size, x, y, s)
}

// grid rules lines through all columns and all rows.
func (p *page) grid(xs, ys []float64) {
	for _, x := range xs {
		fmt.Fprintf(&p.b, "%g %g m %g %g l S\n", x, ys[0], x, ys[len(ys)-1])
	}
	for _, y := range ys {
		fmt.Fprintf(&p.b, "%g %g m %g %g l S\n", xs[0], y, xs[len(xs)-1], y)
	}
}

// table sets ruled rows, the first of which is head high, with lines between bars.
func (p *page) table(top float64, xs []float64, head float64, rows ...[]string) {
	ys := []float64{top, top - head}
	for range rows[1:] {
		ys = append(ys, ys[len(ys)-1]-18)
	}
	p.grid(xs, ys)
	for i, row := range rows {
		for j, cell := range row {
			for k, line := range strings.Split(cell, "|") {
				p.text(xs[j]+2, ys[i]-9-float64(k)*8, 5, line)
			}
		}
	}
}
