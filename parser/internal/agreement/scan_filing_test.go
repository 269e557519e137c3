package agreement_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"
)

// invented writes the XML of a filing that a number makes: who files, on which form, and
// what is traded. No figure in it contradicts another.
func invented(seed uint64) string {
	r := rand.New(rand.NewPCG(seed, 14))
	n := &inventor{Rand: r, day: time.Date(2004+r.IntN(21), time.Month(1+r.IntN(12)), 2+r.IntN(20), 0, 0, 0, 0, time.UTC)}
	n.form = []string{"4", "4", "4", "4/A", "4", "5", "3"}[seed%7]
	n.title = n.of("Common Stock", "Class A Common Stock", "Common Stock, $0.01 par value", "Ordinary Shares", "Common Units", "Class B Common")
	n.balance = int64(1000 + r.IntN(900_000))
	n.write()
	return n.b.String()
}

// inventor writes one filing.
type inventor struct {
	*rand.Rand
	b       strings.Builder
	form    string
	title   string
	day     time.Time
	balance int64
	notes   []string
}

func (n *inventor) of(list ...string) string { return list[n.IntN(len(list))] }

func (n *inventor) add(format string, args ...any) { fmt.Fprintf(&n.b, format+"\n", args...) }

// note adds an explanation and gives the tag that cites it.
func (n *inventor) note(format string, args ...any) string {
	text := fmt.Sprintf(format, args...)
	for i, have := range n.notes {
		if have == text {
			return fmt.Sprintf(`<footnoteId id="F%d"/>`, i+1)
		}
	}
	n.notes = append(n.notes, text)
	return fmt.Sprintf(`<footnoteId id="F%d"/>`, len(n.notes))
}

// date gives a day some days later as XML has it.
func (n *inventor) date(later int) string { return n.day.AddDate(0, 0, later).Format(time.DateOnly) }

func (n *inventor) write() {
	company := n.of("Thornbury Lathe Works", "Kestrel Ridge Bancorp", "Ostrava Biomedical", "Pellucid Networks", "Wrenfield Foods", "Isinglass Energy", "Vantry Logistics", "Morwenna Gold") + n.of(", Inc.", " Corp", " Ltd.", " PLC", " Holdings, Inc.")
	n.add(`<?xml version="1.0"?>`)
	n.add(`<ownershipDocument><schemaVersion>X0508</schemaVersion><documentType>%s</documentType><periodOfReport>%s</periodOfReport>`, n.form, n.date(0))
	if strings.HasSuffix(n.form, "/A") {
		n.add(`<dateOfOriginalSubmission>%s</dateOfOriginalSubmission>`, n.date(2))
	}
	n.add(`<issuer><issuerCik>00099%05d</issuerCik><issuerName>%s</issuerName><issuerTradingSymbol>%s</issuerTradingSymbol></issuer>`, n.IntN(99999), company, n.of("TLW", "KRBC", "OSTV", "PLCD", "WREN", "ISG", "VTRY", "MGLD"))
	surname := n.of("Ashdown", "Belgrave", "Quarmby", "Zelinski", "Duchamp", "Featherstone", "Iyengar", "Oduya", "McAllister")
	n.owner(surname + " " + n.of("Miriam", "Jonas", "Percival", "Wanda", "Felix", "Ottoline") + " " + n.of("K", "R.", "T", ""))
	if n.form != "3" && n.IntN(2) == 0 {
		n.add(`<aff10b5One>%d</aff10b5One>`, n.IntN(2))
	}
	n.tableI(surname)
	n.tableII()
	n.add(`<footnotes>`)
	for i, s := range n.notes {
		n.add(`<footnote id="F%d">%s</footnote>`, i+1, s)
	}
	n.add(`</footnotes>`)
	if n.IntN(3) == 0 {
		n.add(`<remarks>%s</remarks>`, n.of("Exhibit 24 - Power of Attorney.", "The reporting person is also a member of the compensation committee."))
	}
	n.add(`<ownerSignature><signatureName>/s/ %s, attorney-in-fact</signatureName><signatureDate>%s</signatureDate></ownerSignature></ownershipDocument>`,
		n.of("Harriet Lomax", "Ulric B. Stannard", "Noor Castellane"), n.date(2))
}

func (n *inventor) owner(name string) {
	director, officer, ten := n.IntN(2), n.IntN(2), n.IntN(5)/4
	if director+officer+ten == 0 {
		director = 1
	}
	n.add(`<reportingOwner><reportingOwnerId><rptOwnerCik>00098%05d</rptOwnerCik><rptOwnerName>%s</rptOwnerName></reportingOwnerId>`, n.IntN(99999), strings.TrimSpace(name))
	n.add(`<reportingOwnerAddress><rptOwnerStreet1>%d %s</rptOwnerStreet1><rptOwnerStreet2>%s</rptOwnerStreet2><rptOwnerCity>%s</rptOwnerCity><rptOwnerState>%s</rptOwnerState><rptOwnerZipCode>%05d</rptOwnerZipCode></reportingOwnerAddress>`,
		10+n.IntN(9000), n.of("GRANARY LANE", "PIER STREET", "OLD MILL PARKWAY", "FOUNDRY AVENUE"), n.of("", "SUITE 410", "FLOOR 12"), n.of("ALBEMARLE", "PORT SALUT", "NEW HALLAM", "CRESTON"), n.of("CA", "TX", "NY", "FL", "OH"), 10000+n.IntN(89999))
	n.add(`<reportingOwnerRelationship><isDirector>%d</isDirector><isOfficer>%d</isOfficer><isTenPercentOwner>%d</isTenPercentOwner><isOther>0</isOther>`, director, officer, ten)
	if officer == 1 {
		n.add(`<officerTitle>%s</officerTitle>`, n.of("Chief Executive Officer", "SVP, General Counsel", "EVP and CFO", "President"))
	}
	n.add(`</reportingOwnerRelationship></reportingOwner>`)
}

// trade is what a line of Table I says.
type trade struct {
	day            int
	code, sign     string
	shares         int64
	price          string
	note           string // of the price
	marked, nature string // of the code; of whom
}

// tableI writes some trades, and holdings of others in the house.
func (n *inventor) tableI(surname string) {
	n.add(`<nonDerivativeTable>`)
	form := strings.TrimSuffix(n.form, "/A")
	if form != "3" {
		base, day := 4+n.Float64()*180, 0
		plan := ""
		if n.IntN(3) == 0 {
			plan = n.note("The sales reported on this Form %s were effected pursuant to a Rule 10b5-1 trading plan adopted by the reporting person on %s.", form, n.day.AddDate(0, -4, 0).Format("January 2, 2006"))
		}
		for range 3 + n.IntN(6) {
			t := trade{day: day, shares: int64(100 + n.IntN(20_000))}
			if n.IntN(3) == 0 {
				t.shares = int64(100 * (1 + n.IntN(60)))
			}
			price := base * (0.97 + 0.06*n.Float64())
			t.price = fmt.Sprintf("%.*f", 2+n.IntN(3), price)
			switch kind := n.IntN(8); {
			case form == "5":
				t.code, t.sign, t.price = "G", "D", "0"
			case kind < 4:
				t.code, t.sign, t.marked = "S", "D", plan
				if n.IntN(2) == 0 {
					t.note = n.note("The price reported in Column 4 is a weighted average price. These shares were sold in multiple transactions at prices ranging from $%.2f to $%.2f, inclusive.", price*0.995, price*1.004)
				}
			case kind == 4:
				t.code, t.sign = "P", "A"
			case kind == 5:
				t.code, t.sign, t.marked = "F", "D", n.note("Shares withheld by the issuer to pay taxes on the vesting of restricted stock units.")
			case kind == 6:
				t.code, t.sign, t.price = "A", "A", "0"
			default:
				t.code, t.sign, t.price = "M", "A", fmt.Sprintf("%.2f", base/3)
			}
			if t.sign == "D" && t.shares > n.balance {
				t.shares = n.balance / 3
			}
			n.line(t, form)
			if n.IntN(3) == 0 {
				day++
			}
		}
	}
	for _, nature := range []string{"By " + surname + " Family Trust", "By spouse", "By 401(k) plan", "See footnote"}[:1+n.IntN(4)] {
		note := ""
		if nature == "See footnote" {
			note = n.note("Held by %s Partners, L.P., of which the reporting person is a general partner. The reporting person disclaims beneficial ownership except to the extent of any pecuniary interest.", surname)
		}
		n.add(`<nonDerivativeHolding><securityTitle><value>%s</value></securityTitle><postTransactionAmounts><sharesOwnedFollowingTransaction><value>%d</value></sharesOwnedFollowingTransaction></postTransactionAmounts><ownershipNature><directOrIndirectOwnership><value>I</value></directOrIndirectOwnership><natureOfOwnership><value>%s</value>%s</natureOfOwnership></ownershipNature></nonDerivativeHolding>`,
			n.title, 200+n.IntN(400_000), nature, note)
	}
	n.add(`</nonDerivativeTable>`)
}

func (n *inventor) line(t trade, form string) {
	if t.sign == "A" {
		n.balance += t.shares
	} else {
		n.balance -= t.shares
	}
	n.add(`<nonDerivativeTransaction><securityTitle><value>%s</value></securityTitle><transactionDate><value>%s</value></transactionDate><transactionCoding><transactionFormType>%s</transactionFormType><transactionCode>%s</transactionCode><equitySwapInvolved>0</equitySwapInvolved>%s</transactionCoding>`,
		n.title, n.date(t.day), form, t.code, t.marked)
	n.add(`<transactionAmounts><transactionShares><value>%d</value></transactionShares><transactionPricePerShare><value>%s</value>%s</transactionPricePerShare><transactionAcquiredDisposedCode><value>%s</value></transactionAcquiredDisposedCode></transactionAmounts>`,
		t.shares, t.price, t.note, t.sign)
	n.add(`<postTransactionAmounts><sharesOwnedFollowingTransaction><value>%d</value></sharesOwnedFollowingTransaction></postTransactionAmounts><ownershipNature><directOrIndirectOwnership><value>D</value></directOrIndirectOwnership></ownershipNature></nonDerivativeTransaction>`, n.balance)
}

// tableII writes options and units.
func (n *inventor) tableII() {
	form := strings.TrimSuffix(n.form, "/A")
	n.add(`<derivativeTable>`)
	for range 1 + n.IntN(4) {
		shares, left := 100+n.IntN(30_000), n.IntN(200_000)
		title := n.of("Employee Stock Option (right to buy)", "Stock Option (Right to Buy)", "Restricted Stock Units", "Warrants")
		price := fmt.Sprintf("<value>%.2f</value>", 1+n.Float64()*60)
		exercise, expires := "<value>"+n.date(-700+n.IntN(300))+"</value>", "<value>"+n.date(2000+n.IntN(1000))+"</value>"
		if title == "Restricted Stock Units" {
			price = n.note("Each restricted stock unit represents a contingent right to receive one share of the issuer's common stock.")
			exercise = n.note("The units vest in four equal annual installments beginning on %s.", n.day.AddDate(-1, 0, 0).Format("January 2, 2006"))
			expires = exercise
		} else if n.IntN(2) == 0 {
			exercise = n.note("The option is fully vested and exercisable.")
		}
		kind := "Holding"
		if form != "3" {
			kind = "Transaction"
		}
		n.add(`<derivative%s><securityTitle><value>%s</value></securityTitle><conversionOrExercisePrice>%s</conversionOrExercisePrice>`, kind, title, price)
		if kind == "Transaction" {
			code, sign := "M", "D"
			if n.IntN(2) == 0 || form == "5" {
				code, sign = "A", "A"
			}
			n.add(`<transactionDate><value>%s</value></transactionDate><transactionCoding><transactionFormType>%s</transactionFormType><transactionCode>%s</transactionCode><equitySwapInvolved>0</equitySwapInvolved></transactionCoding><transactionAmounts><transactionShares><value>%d</value></transactionShares><transactionPricePerShare><value>0</value></transactionPricePerShare><transactionAcquiredDisposedCode><value>%s</value></transactionAcquiredDisposedCode></transactionAmounts>`,
				n.date(0), form, code, shares, sign)
		}
		n.add(`<exerciseDate>%s</exerciseDate><expirationDate>%s</expirationDate><underlyingSecurity><underlyingSecurityTitle><value>%s</value></underlyingSecurityTitle><underlyingSecurityShares><value>%d</value></underlyingSecurityShares></underlyingSecurity>`, exercise, expires, n.title, shares)
		if kind == "Transaction" {
			n.add(`<postTransactionAmounts><sharesOwnedFollowingTransaction><value>%d</value></sharesOwnedFollowingTransaction></postTransactionAmounts>`, left)
		}
		n.add(`<ownershipNature><directOrIndirectOwnership><value>D</value></directOrIndirectOwnership></ownershipNature></derivative%s>`, kind)
	}
	n.add(`</derivativeTable>`)
}
