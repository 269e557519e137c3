package form

import "slices"

// Column is what a column of Table I or Table II holds. The zero Column is one that is
// not known.
type Column uint8

// The columns of the tables, in the order of Form 4.
const (
	ColNone Column = iota
	ColTitle
	ColExercisePrice
	ColDate
	ColDeemed
	ColCode
	ColV
	ColAcquired // Table II: the number of derivative securities acquired
	ColDisposed
	ColAmount // Table I: of the securities acquired or disposed of
	ColAcquiredDisposed
	ColExercisable
	ColExpiration
	ColUnderlyingTitle
	ColUnderlyingAmount
	ColPrice
	ColFollowing
	ColOwnership
	ColNature
	Columns // how many there are
)

// Class is what the cells of a column can hold.
type Class uint8

// The classes of columns.
const (
	ClassText Class = iota
	ClassDate
	ClassCode
	ClassEarly // V
	ClassAmount
	ClassPrice
	ClassSign  // A or D
	ClassOwner // D or I
)

// Class tells what the cells of a column can hold.
func (c Column) Class() Class {
	switch c {
	case ColDate, ColDeemed, ColExercisable, ColExpiration:
		return ClassDate
	case ColCode:
		return ClassCode
	case ColV:
		return ClassEarly
	case ColAcquired, ColDisposed, ColAmount, ColUnderlyingAmount, ColFollowing:
		return ClassAmount
	case ColPrice, ColExercisePrice:
		return ClassPrice
	case ColAcquiredDisposed:
		return ClassSign
	case ColOwnership:
		return ClassOwner
	}
	return ClassText
}

// IsText reports whether a column holds text, or is not known.
func (c Column) IsText() bool { return c.Class() == ClassText }

// Rare reports whether a column is seldom filled: where a value may be of two columns,
// it is of the other. A deemed execution date is given only for a transaction whose
// date the insider did not choose (Rule 16a-3(g)).
func (c Column) Rare() bool { return c == ColDeemed }

// SaysDeemed reports whether a folded word is one of "Deemed Execution Date", which only
// that column's head says.
func SaysDeemed(word string) bool { return Like(word, "deemed") || Like(word, "execution") }

// Letters is how many letters wide a column is at least, as a rule: a date has ten, an
// amount five, a code of two letters and its box three.
func (c Column) Letters() float32 {
	switch c.Class() {
	case ClassText:
		return 5
	case ClassDate:
		return 8
	case ClassEarly, ClassSign:
		return 2
	case ClassCode, ClassOwner:
		return 3
	}
	return 4
}

// Head is a column as a form prints it.
type Head struct {
	Column Column
	// Number is what the form numbers the head with, "2a". Of columns that share a head
	// the first has it.
	Number string
	// Own are the words of the lowest head, Over those of the head above it that stands
	// over its neighbours too.
	Own, Over string
}

// What heads over two or three columns say.
const (
	overCode     = "Transaction Code"
	overMoved    = "Securities Acquired A Disposed D"
	overNumber   = "Number of Derivative Securities Acquired A Disposed D"
	overDates    = "Date Exercisable and Expiration Date Month Day Year"
	overUnder    = "Title and Amount of Securities Underlying Derivative Security"
	ownOwnership = "Ownership Form of Derivative Security Securities Direct D Indirect I Beneficial"
	ownNature    = "Nature of Indirect Beneficial Ownership"
	// Since August 2002 columns 5 and 9 say "Following Reported Transaction(s)" on Form 4,
	// before "at end of Month"; Form 5 says "at end of Issuer's Fiscal Year".
	ownOwned = "Securities Beneficially Owned Following Reported Transaction s end Issuer's Fiscal Year Month"
)

// The heads of the tables.
var (
	// Form 3 (SEC 1473), Table I.
	form3I = [...]Head{
		{ColTitle, "1", "Title of Security", ""},
		{ColFollowing, "2", "Amount of Securities Beneficially Owned", ""},
		{ColOwnership, "3", ownOwnership, ""},
		{ColNature, "4", ownNature, ""},
	}
	// Form 3, Table II.
	form3II = [...]Head{
		{ColTitle, "1", "Title of Derivative Security", ""},
		{ColExercisable, "2", "Date Exercisable", overDates},
		{ColExpiration, "", "Expiration Date", overDates},
		{ColUnderlyingTitle, "3", "Title", overUnder},
		{ColUnderlyingAmount, "", "Amount or Number of Shares", overUnder},
		{ColExercisePrice, "4", "Conversion or Exercise Price of Derivative Security", ""},
		{ColOwnership, "5", ownOwnership, ""},
		{ColNature, "6", ownNature, ""},
	}
	// Form 4 (SEC 1474), Table I. Form 5 (SEC 2270) has no V.
	form4I = [...]Head{
		{ColTitle, "1", "Title of Security", ""},
		{ColDate, "2", "Transaction Date Month Day Year", ""},
		{ColDeemed, "2a", "Deemed Execution Date if any Month Day Year", ""},
		{ColCode, "3", "Code", overCode},
		{ColV, "", "V", "Transaction"},
		{ColAmount, "4", "Amount", overMoved},
		{ColAcquiredDisposed, "", "A D", overMoved},
		{ColPrice, "", "Price", overMoved},
		{ColFollowing, "5", "Amount of " + ownOwned, ""},
		{ColOwnership, "6", ownOwnership, ""},
		{ColNature, "7", ownNature, ""},
	}
	// Form 4, Table II.
	form4II = [...]Head{
		{ColTitle, "1", "Title of Derivative Security", ""},
		{ColExercisePrice, "2", "Conversion or Exercise Price of Derivative Security", ""},
		{ColDate, "3", "Transaction Date Month Day Year", ""},
		{ColDeemed, "3a", "Deemed Execution Date if any Month Day Year", ""},
		{ColCode, "4", "Code", overCode},
		{ColV, "", "V", "Transaction"},
		{ColAcquired, "5", "A", overNumber},
		{ColDisposed, "", "D", overNumber},
		{ColExercisable, "6", "Date Exercisable", overDates},
		{ColExpiration, "", "Expiration Date", overDates},
		{ColUnderlyingTitle, "7", "Title", overUnder},
		{ColUnderlyingAmount, "", "Amount or Number of Shares", overUnder},
		{ColPrice, "8", "Price of Derivative Security", ""},
		{ColFollowing, "9", "Number of Derivative " + ownOwned, ""},
		{ColOwnership, "10", ownOwnership, ""},
		{ColNature, "11", ownNature, ""},
	}
)

// Heads are the columns of Table I, or of Table II where second is set, as the form of
// a number, '3' to '5', prints them since August 2002. [Without] [ColDeemed] they are
// those of before.
func Heads(number byte, second bool) []Head {
	switch {
	case number == '3' && second:
		return form3II[:]
	case number == '3':
		return form3I[:]
	}
	heads := form4I[:]
	if second {
		heads = form4II[:]
	}
	if number == '5' {
		return Without(heads, ColV)
	}
	return heads
}

// Without gives heads but for those of a column.
func Without(heads []Head, c Column) []Head {
	return slices.DeleteFunc(slices.Clone(heads), func(h Head) bool { return h.Column == c })
}

// Orders are the columns that a table of a form may have, in their order: those of the
// form first, those of other vintages and forms after it, since the number of a form
// may be misread.
func Orders(number byte, second bool) [][]Column {
	order3, order4 := form3I[:], form4I[:]
	if second {
		order3, order4 = form3II[:], form4II[:]
	}
	old, late := Without(order4, ColDeemed), Without(order4, ColV)
	all := [][]Column{columnsOf(order4), columnsOf(old), columnsOf(late), columnsOf(Without(old, ColV))}
	if second {
		// Before August 2002 text forms print (A) or (D) as a column of Table II.
		signed := columnsOf(old)
		i := slices.Index(signed, ColAcquired)
		signed[i], signed[i+1] = ColAmount, ColAcquiredDisposed
		all = slices.Insert(all, 1, signed)
	}
	switch number {
	case '3':
		return slices.Insert(all, 0, columnsOf(order3))
	case '5':
		return slices.Insert(all, 0, columnsOf(late))
	}
	return append(all, columnsOf(order3))
}

func columnsOf(heads []Head) []Column {
	out := make([]Column, len(heads))
	for i := range heads {
		out[i] = heads[i].Column
	}
	return out
}

// Names are what the head of a column says of it, as sequences of folded words. Any one
// is enough to know it by; the first is the surest. Words that are cut come from heads
// that are broken over lines.
func (c Column) Names() [][]string { return names[c] }

var names = [Columns][][]string{
	ColTitle:            {{"title", "of", "security"}, {"title", "of", "derivative", "security"}, {"title", "of", "derivative"}, {"title", "of"}},
	ColExercisePrice:    {{"conversion", "or", "exercise"}, {"exercise", "price"}, {"conversion"}, {"con", "version"}},
	ColDate:             {{"transaction", "date"}, {"trans", "date"}, {"transaction"}},
	ColDeemed:           {{"deemed"}, {"execution", "date"}},
	ColCode:             {{"transaction", "code"}, {"code"}},
	ColV:                {{"v"}},
	ColAcquired:         {{"a"}},
	ColDisposed:         {{"d"}},
	ColAmount:           {{"amount"}},
	ColAcquiredDisposed: {{"a", "or", "d"}, {"a", "d"}},
	ColExercisable:      {{"date", "exercisable"}, {"exercisable"}, {"date", "exer"}},
	ColExpiration:       {{"expiration", "date"}, {"expiration"}, {"expir"}},
	ColUnderlyingTitle:  {{"title"}},
	ColUnderlyingAmount: {{"amount", "or", "number"}, {"number", "of", "shares"}},
	ColPrice:            {{"price"}},
	ColFollowing: {{"amount", "of", "securities", "beneficially"}, {"number", "of", "derivative", "securities", "beneficially"},
		{"beneficially", "owned"}, {"owned"}},
	ColOwnership: {{"ownership", "form"}, {"direct", "d"}, {"form"}},
	ColNature:    {{"nature"}, {"indirect", "beneficial"}},
}

// Codes are the letters of the transaction codes of Form 4 General Instruction 8. V, which
// has a column of its own, is none of them; K marks an equity swap.
const Codes = "ACDEFGHIJKLMOPSUWXZ"
