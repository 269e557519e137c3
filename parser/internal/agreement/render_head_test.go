package agreement_test

import (
	"fmt"
	"strings"
)

// head is a column's head, or one over several columns.
type head struct {
	width int // percent
	text  string
	under []string
}

// headsI returns the heads of Table I.
func headsI(form byte) []head {
	if form == '3' {
		return []head{{40, "1.Title of Security<br>(Instr. 4)", nil}, {20, "2. Amount of Securities Beneficially Owned<br>(Instr. 4)", nil},
			{10, "3. Ownership Form: Direct (D) or Indirect (I)<br>(Instr. 5)", nil}, {30, "4. Nature of Indirect Beneficial Ownership<br>(Instr. 5)", nil}}
	}
	coding, owned := []string{"Code", "V"}, "Following Reported Transaction(s)"
	if form == '5' {
		coding, owned = nil, "at end of Issuer's Fiscal Year"
	}
	return []head{{33, "1.Title of Security<br>(Instr. 3)", nil}, {8, "2. Transaction Date (Month/Day/Year)", nil},
		{8, "2A. Deemed Execution Date, if any (Month/Day/Year)", nil}, {10, "3. Transaction Code<br>(Instr. 8)", coding},
		{14, "4. Securities Acquired (A) or Disposed of (D)<br>(Instr. 3, 4 and 5)", []string{"Amount", "(A) or (D)", "Price"}},
		{27, "5. Amount of Securities Beneficially Owned " + owned + "<br>(Instr. 3 and 4)", nil},
		{27, "6. Ownership Form: Direct (D) or Indirect (I)<br>(Instr. 4)", nil}, {27, "7. Nature of Indirect Beneficial Ownership<br>(Instr. 4)", nil}}
}

// headsII returns the heads of Table II.
func headsII(form byte) []head {
	dates, under := []string{"Date Exercisable", "Expiration Date"}, []string{"Title", "Amount or Number of Shares"}
	if form == '3' {
		return []head{{30, "1. Title of Derivative Security<br>(Instr. 4)", nil}, {10, "2. Date Exercisable and Expiration Date<br>(Month/Day/Year)", dates},
			{20, "3. Title and Amount of Securities Underlying Derivative Security<br>(Instr. 4)", under}, {10, "4. Conversion or Exercise Price of Derivative Security", nil},
			{10, "5. Ownership Form of Derivative Security: Direct (D) or Indirect (I)<br>(Instr. 5)", nil}, {20, "6. Nature of Indirect Beneficial Ownership<br>(Instr. 5)", nil}}
	}
	coding, owned := []string{"Code", "V"}, "Following Reported Transaction(s)"
	if form == '5' {
		coding, owned = nil, "at End of Issuer's Fiscal Year"
	}
	return []head{{15, "1. Title of Derivative Security<br>(Instr. 3)", nil}, {8, "2. Conversion or Exercise Price of Derivative Security", nil},
		{8, "3. Transaction Date (Month/Day/Year)", nil}, {8, "3A. Deemed Execution Date, if any (Month/Day/Year)", nil}, {10, "4. Transaction Code<br>(Instr. 8)", coding},
		{15, "5. Number of Derivative Securities Acquired (A) or Disposed of (D)<br>(Instr. 3, 4, and 5)", []string{"(A)", "(D)"}},
		{10, "6. Date Exercisable and Expiration Date<br>(Month/Day/Year)", dates}, {20, "7. Title and Amount of Underlying Securities<br>(Instr. 3 and 4)", under},
		{8, "8. Price of Derivative Security<br>(Instr. 5)", nil}, {8, "9. Number of Derivative Securities Beneficially Owned " + owned + "<br>(Instr. 4)", nil},
		{8, "10. Ownership Form of Derivative Security: Direct (D) or Indirect (I)<br>(Instr. 4)", nil}, {8, "11. Nature of Indirect Beneficial Ownership<br>(Instr. 4)", nil}}
}

// headRows writes heads as two rows of cells, or one if none has others under it.
func headRows(heads []head, cell func(h head, first bool, attr string) string, under func(text string) string) string {
	two := ""
	for _, h := range heads {
		if h.under != nil {
			two = ` rowspan="2"`
		}
	}
	var b strings.Builder
	b.WriteString("<tr>")
	for i, h := range heads {
		attr := two
		if h.under != nil {
			attr = fmt.Sprintf(` colspan="%d"`, len(h.under))
		}
		b.WriteString(cell(h, i == 0, attr))
	}
	b.WriteString("</tr>")
	if two != "" {
		b.WriteString("<tr>")
		for _, h := range heads {
			for _, s := range h.under {
				b.WriteString(under(s))
			}
		}
		b.WriteString("</tr>")
	}
	return b.String()
}
