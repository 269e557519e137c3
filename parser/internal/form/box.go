package form

import "strings"

// Box names a field of the form's header by what it is for; the numbers differ between
// the forms and over the years. The zero Box is none.
type Box uint8

// The boxes of the header, and what else is printed between them.
const (
	BoxNone          Box = iota
	BoxOwner             // 1: Name and Address of Reporting Person
	BoxIssuer            // 2, on Form 3 3: Issuer Name and Ticker or Trading Symbol
	BoxForeignSymbol     // 2a: Foreign Trading Symbol, since 2026
	BoxPeriod            // 3, on Form 3 2: the date of the event, of the earliest transaction, or the fiscal year
	BoxIRS               // 3 before mid-2003: I.R.S. Identification Number
	BoxAmendment         // 4, on Form 3 5: If Amendment, Date of Original Filed
	BoxRelationship      // 5, on Form 3 4: Relationship of Reporting Person(s) to Issuer
	BoxJoint             // 6: Individual or Joint/Group Filing
	BoxTable             // the title of a table, which ends the header
	BoxLast              // (Last) (First) (Middle)
	BoxStreet            // (Street)
	BoxCity              // (City) (State) (Zip)
	BoxCountry           // (Country), since 2026
	BoxTick              // a corner box and its sentence
	BoxOMB               // the OMB's box, the SEC's name and the form's legal ground
	Boxes                // how many there are
)

// Label is the printed name of a box.
type Label struct {
	Box Box
	// Begin are the words that it begins with, Follow those that may follow, in their
	// order.
	Begin, Follow []string
	// Numbered and Alone are how many words of Begin are enough to know the label by on a
	// line of many: where the box's number stands before it, and where none does. Labels
	// for which they are zero are not looked for there.
	Numbered, Alone int
}

// InBrackets reports whether the labels of a box are printed in brackets: "(Street)".
func (b Box) InBrackets() bool {
	return b == BoxLast || b == BoxStreet || b == BoxCity || b == BoxCountry
}

// Labels are the labels of the boxes. A longer beginning stands before a shorter one.
func Labels() []Label { return labels[:] }

var labels = [...]Label{
	{BoxOwner, []string{"name", "and", "address", "of", "reporting"}, []string{"person", "persons"}, 3, 5},
	{BoxOwner, []string{"name", "address", "of", "reporting"}, []string{"person"}, 0, 0},
	// Agents before mid-2003 set the parts of the name within the label.
	{BoxOwner, []string{"name", "last", "first", "middle"}, []string{"initial", "and", "address", "of", "reporting", "person", "persons"}, 0, 0},
	{BoxIssuer, []string{"issuer", "name", "and", "ticker"}, []string{"or", "trading", "symbol"}, 3, 4},
	{BoxForeignSymbol, []string{"foreign", "trading", "symbol"}, nil, 2, 3},
	// Form 4: the earliest transaction's date; Form 3: the event's; Form 5: the issuer's
	// fiscal year. Before mid-2003 Form 4 asks for the month.
	{BoxPeriod, []string{"date", "of", "earliest", "transaction"}, []string{"required", "to", "be", "reported", "month", "day", "year"}, 3, 3},
	{BoxPeriod, []string{"date", "of", "event", "requiring"}, []string{"statement", "month", "day", "year"}, 3, 3},
	{BoxPeriod, []string{"statement", "for", "issuer", "fiscal", "year"}, []string{"ended", "month", "day", "year"}, 2, 2},
	{BoxPeriod, []string{"statement", "for", "issuer's", "fiscal", "year"}, []string{"ended", "month", "day", "year"}, 0, 0},
	{BoxPeriod, []string{"statement", "for", "month"}, []string{"day", "year"}, 0, 0},
	{BoxIRS, []string{"irs", "identification", "number"}, []string{"of", "reporting", "person", "if", "an", "entity", "voluntary"}, 2, 2},
	{BoxIRS, []string{"i.r.s", "identification", "number"}, []string{"of", "reporting", "person", "if", "an", "entity", "voluntary"}, 2, 2},
	{BoxIRS, []string{"irs", "number"}, []string{"of", "reporting", "person", "if", "an", "entity", "voluntary"}, 0, 0},
	{BoxIRS, []string{"i.r.s", "number"}, []string{"of", "reporting", "person", "if", "an", "entity", "voluntary"}, 0, 0},
	{BoxIRS, []string{"i.r.s", "or", "social", "security"}, []string{"number", "of", "reporting", "person", "voluntary"}, 0, 0},
	{BoxIRS, []string{"irs", "or", "soc", "sec"}, []string{"no", "number", "of", "reporting", "person", "voluntary"}, 0, 0},
	{BoxIRS, []string{"irs", "or", "social", "security"}, []string{"number", "of", "reporting", "person", "voluntary"}, 3, 3},
	{BoxAmendment, []string{"if", "amendment", "date"}, []string{"of", "original", "filed", "month", "day", "year"}, 2, 2},
	{BoxRelationship, []string{"relationship", "of", "reporting"}, []string{"person", "s", "persons", "to", "issuer", "check", "all", "applicable"}, 2, 3},
	{BoxJoint, []string{"individual", "or", "joint"}, []string{"group", "filing", "reporting", "check", "applicable", "line"}, 2, 3},
	{BoxTable, []string{"table", "i"}, nil, 0, 0},
	{BoxTable, []string{"table", "1"}, nil, 0, 0},
	{BoxTable, []string{"table", "l"}, nil, 0, 0},
	// Under the lines of box 1; Form 4 General Instruction 4(b)(ii) asks for them.
	{BoxLast, []string{"last"}, []string{"first", "middle"}, 0, 0},
	{BoxLast, []string{"first"}, []string{"middle"}, 0, 0},
	{BoxLast, []string{"middle"}, nil, 0, 0},
	{BoxStreet, []string{"street"}, nil, 0, 0},
	{BoxCity, []string{"city"}, []string{"state", "zip", "postal", "code"}, 0, 0},
	{BoxCity, []string{"state"}, []string{"zip", "postal", "code"}, 0, 0},
	{BoxCity, []string{"zip"}, []string{"postal", "code"}, 0, 0},
	{BoxCountry, []string{"country"}, nil, 0, 0},
	// The corner boxes: exit and Rule 10b5-1(c) on Forms 4 and 5, the two others on Form 5.
	{BoxTick, []string{"check", "this", "box"}, nil, 0, 0},
	{BoxTick, []string{"form", "3", "holdings"}, []string{"reported"}, 0, 0},
	{BoxTick, []string{"form", "4", "transactions"}, []string{"reported"}, 0, 0},
	{BoxOMB, []string{"omb", "approval"}, nil, 0, 0},
	{BoxOMB, []string{"omb", "number"}, nil, 0, 0},
	{BoxOMB, []string{"united", "states", "securities", "and", "exchange"}, nil, 0, 0},
	{BoxOMB, []string{"filed", "pursuant", "to", "section"}, nil, 0, 0},
	{BoxOMB, []string{"print", "or", "type", "responses"}, nil, 0, 0},
}

// FirstBox are the words of the label of box 1, with which a header begins.
func FirstBox() []string { return firstBox[:] }

// HasFirstBox reports whether a line has the label of box 1.
func HasFirstBox(line []string) bool { return Holds(line, firstBox[:5]...) }

var firstBox = [...]string{"name", "and", "address", "of", "reporting", "person"}

// IsBoxNumber reports whether a folded word is the number of a box, "1" to "8" or "2a".
func IsBoxNumber(s string) bool {
	return len(s) <= 2 && s != "" && s[0] >= '1' && s[0] <= '8' && (len(s) == 1 || s[1] == 'a')
}

// MayBeBoxNumber is as [IsBoxNumber], but takes also what a machine makes of one: l or I
// for the 1, a speck beside the digit as another.
func MayBeBoxNumber(s string) bool {
	return IsBoxNumber(s) || s == "l" || s == "i" || len(s) == 2 && IsDigits(s) && s[0] >= '1' && s[0] <= '8'
}

// AddressPart is what a label under the lines of box 1 names.
type AddressPart uint8

// The labels under the name and the address.
const (
	PartNone AddressPart = iota
	PartName             // (Last) (First) (Middle)
	PartStreet
	PartCity
	PartState
	PartZip // "(Zip)", "(Zip/Postal Code)" since 2026
	PartCountry
)

// AddressPartOf reads a word as such a label, which is printed in brackets; what closes
// them may be in a word of its own.
func AddressPartOf(s string) AddressPart {
	if s == "" || s[0] != '(' {
		return PartNone
	}
	switch f := Fold(s); {
	case f == "middle":
		return PartName
	case Like(f, "street"):
		return PartStreet
	case f == "city":
		return PartCity
	case Like(f, "state"):
		return PartState
	case f == "zip" || strings.HasPrefix(f, "zip/"):
		return PartZip
	case Like(f, "country"):
		return PartCountry
	}
	return PartNone
}
