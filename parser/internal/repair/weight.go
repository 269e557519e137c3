package repair

// The weights of what speaks for a reading of a number. A reading's score is what
// agrees with it, less what it costs to believe it; the best score is taken, and of
// equal ones the first, which is the plainest.
const (
	perAgreement = 10 // a cell that agrees weighs more than any one damage, whose cost is 3 at most
	perCost      = 3  // so that two kinds of damage at once (cost 4) outweigh one agreement
	bothReadings = 2  // less than a cost of 1: two readings of one line share its damage
)

// What it costs to believe each kind of damage: the rarer it is, the more.
const (
	costSpeck         = 1 // specks and ruled lines beside a value: the commonest
	costZeroDollars   = 1 // "$U": an amount of one letter after a dollar sign is hardly another than 0
	costLetter        = 2 // a letter for a digit: as common as a ruled line read as 1
	costLineBefore    = 2 // ruled lines stand before a value,
	costLineAfter     = 3 // rarely after it, where numbers end at the edge of their column,
	costLinesAround   = 4 // and seldom are both read as digits
	costLineAsDigit   = 3 // a ruled line read as another digit than 1
	costDollarSign    = 2 // a dollar sign read as a digit that has its curves
	costPoint         = 2 // a comma read as a point: one speck of ink
	costPointAndLine  = 4 // and a ruled line read as 1 besides
	costLostComma     = 3 // a comma lost between thousands that are not otherwise grouped
	costNoComma       = 2 // no comma in a document that prints commas
	costCommaAsDigit  = 2 // or a digit in its place
	costUnlikeOthers  = 3 // a point as it stands in a document whose amounts have none
	costApart         = 1 // the number is one word of several: the others are specks
	costRunTogether   = 2 // or the number is all words together, though spaces part no digits
	costSecondReading = 1 // only the second reading of the line has it
	costMisread       = 2 // a digit misread, which two figures beside it tell
	costLeadingZero   = 3 // no count or price begins with a zero before another digit
)

// What a price has to be to lie among those of the day.
const (
	fewestPrices = 3 // two others may both be damaged
	widestRange  = 2 // the highest is at most so many times the lowest: a wrong one makes a range wide
	slackTenths  = 1 // of the highest price, in tenths: prices of a day lie close together
)
