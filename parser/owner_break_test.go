package parser_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"filingview/parser"
	"filingview/parser/ownership"
)

// copiedForm is a form as it is copied out of a print of EDGAR's page of 2026, of which
// %s is the table of owners.
const copiedForm = `
FORM 4                                   UNITED STATES SECURITIES AND EXCHANGE COMMISSION
                                                  Washington, D.C. 20549
                         STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP OF SECURITIES

1. Name and Address of Reporting Person *      2. Issuer Name and Ticker or Trading Symbol     5. Relationship of Reporting Person(s) to Issuer
 Bramhall Tobias                               Lanternfish Robotics, Inc. [LFSH]               (Check all applicable)
 (Last)             (First)       (Middle)     3. Date of Earliest Transaction                 ___ Director              _X_ 10%% Owner
 41 SALT QUAY                                  (Month/Day/Year)                                ___ Officer (give title   ___ Other (specify
 (Street)                                      03/11/2024                                      below)                    below)
                                               4. If Amendment, Date Original                  6. Individual or Joint/Group Filing(Check
 PORTSOY            MAINE         04101        Filed(Month/Day/Year)                           Applicable Line)
 (City)             (State)       (Zip)                                                        ___ Form filed by One Reporting Person
 UNITED STATES                                                                                 _X_ Form filed by More than One Reporting Person
 (Country)
                     Table I - Non-Derivative Securities Acquired, Disposed of, or Beneficially Owned
1.Title of Security         2. Transaction   3. Transaction      4. Securities Acquired (A) or   5. Amount of Securities   6. Ownership   7. Nature
(Instr. 3)                  Date             Code                Disposed of (D)                 Beneficially Owned        Form: Direct   of Indirect
                            (Month/Day/Year) (Instr. 8)          (Instr. 3, 4 and 5)             Following Reported        (D) or         Beneficial
                                                                           (A) or                Transaction(s)            Indirect (I)   Ownership
                                             Code     V          Amount    (D)     Price         (Instr. 3 and 4)          (Instr. 4)     (Instr. 4)

Common Stock                03/11/2024       S                   1,250     D       $ 14.2        48,750                    D

Reminder: Report on a separate line for each class of securities beneficially owned directly or indirectly.

Reporting Owners
                                                   Relationships
     Reporting Owner Name / Address
                                                   Director   10%% Owner   Officer   Other
%s

Signatures
 /s/ Tobias Bramhall                                                    03/13/2024
** Signature of Reporting Person                                        Date

Explanation of Responses:
* If the form is filed by more than one reporting person, see Instruction 4(b)(v).
`

// brokenOwners are the owners of the form, line by line, with the line that the mark stands
// on and its column.
func brokenOwners() [][]string {
	return [][]string{
		{"Bramhall Tobias", "41 SALT QUAY", "PORTSOY", "MAINE", "04101", "UNITED STATES"},
		{"SALT QUAY HOLDINGS LTD", "C/O TERN & CO", "SUITE 1200", "HAMILTON", "BERMUDA", "HM 11", "BERMUDA"},
		{"Maine Chance Partners LP", "9 NOTCH ROAD", "BANGOR", "MAINE", "04401-1234", "UNITED STATES"},
	}
}

// TestOwnersOverPages: wherever the block of owners goes over a page, its owners are three,
// each with what stands below its name; a state, a zip code or a country is never one. A
// tick that is set is never read as not set.
func TestOwnersOverPages(t *testing.T) {
	owners := brokenOwners()
	total := 0
	for _, o := range owners {
		total += len(o)
	}
	for _, marked := range []int{0, 1, 2} { // the line of each owner that has the mark
		for at := 0; at < total; at++ {
			for _, indent := range []string{"", " ", "   "} {
				var b strings.Builder
				n, after := 0, ""
				for _, o := range owners {
					for i, line := range o {
						if n == at && at > 0 {
							b.WriteString("\f")
							after = indent
						}
						n++
						line = after + line
						if i == marked {
							line = fmt.Sprintf("%-64s X", line)
						}
						b.WriteString(line + "\n")
					}
				}
				name := fmt.Sprintf("a break before line %d, set off by %d, marks on line %d", at, len(indent), marked)
				checkOwners(t, name, fmt.Sprintf(copiedForm, b.String()), owners)
			}
		}
	}
}

func checkOwners(t *testing.T, name, text string, owners [][]string) {
	t.Helper()
	var f *ownership.Filing
	for got, err := range parser.Open("owners.txt", []byte(text)) {
		if err != nil {
			t.Errorf("%s: %v", name, err)
			return
		}
		f = got
	}
	if f == nil || len(f.Owners) != len(owners) {
		var names []string
		for i := range f.Owners {
			names = append(names, f.Owners[i].Name.V)
		}
		t.Errorf("%s: the owners are %q", name, names)
		return
	}
	for i, o := range f.Owners {
		want := owners[i]
		n := len(want)
		zip := n - 2
		for what, c := range map[string]struct {
			v    ownership.Value[string]
			want string
		}{"name": {o.Name, want[0]}, "street": {o.Address.Street1, want[1]}, "city": {o.Address.City, want[zip-2]}, "zip code": {o.Address.ZipCode, want[zip]}, "country": {o.Address.Country, want[n-1]}} {
			if c.v.State == ownership.Known && c.v.How <= ownership.Placed && c.v.V != c.want {
				t.Errorf("%s: the %s of owner %d is %q, want %q", name, what, i, c.v.V, c.want)
			}
		}
		r := &o.Relationship
		if ten := &r.IsTenPercentOwner; ten.State == ownership.Known && ten.How <= ownership.Placed && !ten.V {
			t.Errorf("%s: owner %d is no 10%% owner", name, i)
		}
		for _, v := range []*ownership.Value[bool]{&r.IsDirector, &r.IsOfficer, &r.IsOther} {
			if v.State == ownership.Known && v.V {
				t.Errorf("%s: owner %d has a box ticked that is not", name, i)
			}
		}
	}
	rules := []ownership.Rule{ownership.RuleRelationshipMissing, ownership.RuleJointBoxMismatch}
	for _, x := range f.Findings {
		if slices.Contains(rules, x.Rule) {
			t.Errorf("%s: it is said: %s", name, x.Message)
		}
	}
}
