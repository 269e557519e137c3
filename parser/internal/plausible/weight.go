package plausible

// check is one thing that a form which was read right never shows.
type check uint8

// The checks.
const (
	nameWithoutLetters check = iota
	nameIsPlace
	nameOfForm
	issuerOfForm
	noIssuer
	noOwner
	boxEmpty
	noForm
	symbolOfForm
	addressOfForm
	titleOfForm
	regionWithoutLine
	lineWithoutCell
	lineWithoutTitle
	titleHoldsLine
	titleOfHead
	textOfForm
	valueLeftOver
	mostLeftOver
	checks
)

// refuseAt is how much the checks that a form fails may weigh together before nothing of
// it is shown. One that shows that boxes or columns were taken for others has that weight
// alone: whatever else was read may be wrong in the same way.
const refuseAt = 10

// weights holds the weight of each check, the most that it may weigh however often it
// fails, and why it weighs so much.
var weights = [checks]struct {
	weight, most int
	why          string
}{
	nameWithoutLetters: {10, 10, "a person has a name: a number or a sign in its place is a piece of the form or of its frame"},
	nameIsPlace:        {2, 8, "a line of an address was taken for another owner; the rest of the form may be right"},
	nameOfForm:         {10, 10, "the label of box 1 was read as the name, so that the boxes are not where they were looked for"},
	issuerOfForm:       {10, 10, "labels were read as the issuer's name, so that the boxes are not where they were looked for"},
	noIssuer:           {7, 7, "every form names an issuer (Instruction 4(b)); one box alone may be unreadable"},
	noOwner:            {7, 7, "every form names a reporting owner; one box alone may be unreadable"},
	boxEmpty:           {4, 8, "a page whose cells are known may be a draft whose boxes are not filled in"},
	noForm:             {4, 4, "the form's number stands in its title; a scan may have lost it"},
	symbolOfForm:       {2, 4, "labels were read as a symbol, or a symbol as a street: two boxes run into each other"},
	addressOfForm:      {6, 6, "labels were read as an address: the boxes run into each other"},
	titleOfForm:        {3, 3, "a sentence of the form was read as what the officer is called"},
	regionWithoutLine:  {10, 10, "dates and amounts stand in the table, and none was read: transactions would vanish"},
	lineWithoutCell:    {5, 10, "a line was found in which nothing is read: its columns are elsewhere"},
	lineWithoutTitle:   {1, 4, "each line names its security; a line of amounts alone lost it, or belongs to another"},
	titleHoldsLine:     {10, 10, "a whole line was read as a title: the columns were not found"},
	titleOfHead:        {10, 10, "the end of a heading was read as the first line, so that each line has the cells of another"},
	textOfForm:         {2, 8, "heads of columns were read as a cell: heads and lines run into each other"},
	valueLeftOver:      {1, 4, "a date or an amount of the table is in no cell: each is told of"},
	mostLeftOver:       {10, 10, "more dates and amounts of the table are in no cell than are in one"},
}
