package layout

import "filingview/parser/internal/form"

// What the layout weighs, in one place. Weights are found by trial on the made forms of
// the tests and on real filings; a weight counts only against the others of its group.

// valueFits tells how well a word of a row fits a column, by the column's class and the
// word's kind. What a column can hold for certain weighs most: a date is of a column of
// dates, V of its own. What it cannot hold weighs against it more than most words weigh
// for it, so that one stranger moves a border.
var valueFits = [...][kinds]float32{
	// Text may hold anything; a date or a dollar sign alone is hardly part of it.
	form.ClassText: {kindText: 2, kindDate: -4, kindDollar: -4, kindNumber: -1, kindA: -2, kindD: -2, kindI: -2, kindV: -2, kindCode: -2},
	form.ClassDate: {kindText: -3, kindDate: 8, kindDollar: -5, kindNumber: -5, kindA: -5, kindD: -5, kindI: -5, kindV: -5, kindCode: -5},
	// A, D and I are codes, too, but stand more often in columns of their own.
	form.ClassCode:   {kindText: -3, kindDate: -6, kindDollar: -6, kindNumber: -6, kindA: 2, kindD: 2, kindI: 2, kindV: -6, kindCode: 5},
	form.ClassEarly:  {kindText: -6, kindDate: -6, kindDollar: -6, kindNumber: -6, kindA: -6, kindD: -6, kindI: -6, kindV: 7, kindCode: -6},
	form.ClassAmount: {kindText: -4, kindDate: -8, kindDollar: 0, kindNumber: 4, kindA: -4, kindD: -4, kindI: -4, kindV: -4, kindCode: -4},
	form.ClassPrice:  {kindText: -4, kindDate: -8, kindDollar: 3, kindNumber: 4, kindA: -4, kindD: -4, kindI: -4, kindV: -4, kindCode: -4},
	form.ClassSign:   {kindText: -6, kindDate: -6, kindDollar: -6, kindNumber: -6, kindA: 5, kindD: 5, kindI: -6, kindV: -6, kindCode: -6},
	form.ClassOwner:  {kindText: -6, kindDate: -6, kindDollar: -6, kindNumber: -6, kindA: -6, kindD: 6, kindI: 6, kindV: -6, kindCode: -6},
}

// How well the words of the heads fit the columns.
const (
	fitNumbered  = 8   // the number of a head: no other head has it
	fitLowHead   = 12  // one of the lowest heads of groups that stands alone: surer than a number
	fitOtherLow  = -4  // a lowest head of another column
	fitOwnWord   = 2   // a word of the head itself
	fitOverWord  = 1   // a word of the head over it, which is its neighbours' too
	fitOneColumn = 3   // times: a word that only one head has
	fitOtherHead = -3  // a word of other heads
	fitLoneMark  = 0.5 // a mark alone in a column that a note often fills: prices and exercise dates
	fitLostMark  = -1  // a mark alone in a column that notes do not fill, such as codes
	fitRare      = 0.7 // times: a value in a column that is seldom filled
)

// What it costs to part a table into columns.
const (
	costCutWord    = 8    // a border through a word of a row
	costCutHead    = 4    // one through a word of a head: heads are wider than their columns
	costCutGap     = 2    // one between two words of one text
	costOffRule    = 20   // a border off the rules, where there are rules enough for all
	costTwoValues  = 12   // two values side by side in one column
	costNarrow     = 5    // a column of no width; less for what is nearly wide enough
	costDrift      = 12   // at most: a border far from that of the page before
	costFromNumber = 0.05 // a letter from the number of its head, where all else is equal
	mostFromNumber = 1.5
)

// What it costs to part the lines of a table into rows.
const (
	costRow         = 1   // a row: fewer are likelier
	costDouble      = 8   // a second value in one column of a row
	costSureDouble  = 14  // one in a column that every row has filled once, or a second date
	costNoOwner     = 6   // no D or I
	costNoAmount    = 3   // no amount that follows: a note may say it
	costNeither     = 9   // neither of them
	costNoTitle     = 4   // nothing in the first column
	costSmallTitle  = 3   // a title that begins as none does
	gainKnownTitle  = 0.8 // a title that begins as another that is certain
	costPart        = 1   // a row that is parted by the end of the page
	costAfterMark   = 4   // text below a mark, which ends a cell
	costInsideRule  = 15  // a rule through a row
	costInsideGap   = 4   // a height of white within a row
	costTextGap     = 3   // an empty line within a row of plain text
	costMissedRule  = 6   // a border of rows without a rule, on a page with rules
	costBorder      = 2   // a border of rows, less or more by the white at it
	mostOffAlign    = 6   // at most, in heights: values off the place where cells are aligned
	mostInsideGap   = 3   // in heights: more white tells no more
	freeInsideGap   = 0.3 // in heights: white between lines of one cell
	hopelessDoubles = 60  // from where on more lines cannot make a row better
	hopelessInside  = 80
)

// What it costs to part explanations, and what tells that a line begins with a label.
const (
	gainWideGap     = 3.5 // more white above a line than within explanations
	costSentence    = 1.5 // the line above ends no sentence; as much is gained if it does
	costSmallLetter = 2   // the line begins with a small letter
	gainRoom        = 1.5 // the line above had room for the first word
	costNoRoom      = 0.5 // it had none, as lines within a text
	costNoLabel     = 4   // an explanation without a label
	costUnreadLabel = 1   // one in a scan, where labels are lost
	costLateLabel   = 4   // a label below the first line, where labels stand before the text
	costManyLabels  = 3   // each further label
	costOffLabel    = 2   // a line that a label hangs off its place
	mostOffLabel    = 3   // at most, in lines
	offOverPage     = 0.5 // lines that a label hangs off in an explanation that goes over a page
	offOnPage       = 1   // and one on neither page
	gainLabel       = 1   // a label
	gainFirstLabel  = 0.5 // one that says 1
	gainNextLabel   = 0.5 // one that counts on by one
	gainSameBracket = 0.3 // one printed as the one before
	gainLabelPlace  = 1.5 // one where an explanation may begin
	mostLabelStep   = 12  // from a number to the next: lists of a page lack no more
)

// Tolerances across a line, in widths of a letter.
const (
	letterInCell    = 1.5 // white on both sides of this makes a word stand alone
	letterMarkPair  = 2.5 // two marks farther apart are of two cells
	letterMarkValue = 1.5 // a mark farther from the value before it is of another cell
	letterInText    = 1.2 // words of one text are nearer
	letterInSense   = 0.8 // a word nearer than this goes on with a sentence or a label
	letterInBox     = 1.3 // words of one box are nearer
	letterInPiece   = 2.5 // words of one piece of a line are nearer
	letterInOwner   = 2.2 // words of one cell of the owners are nearer
	letterInAddress = 1.7 // words of city, state or zip code are nearer
	letterToNumber  = 3   // how far a box's number stands before its label at most
	letterToTick    = 7   // a tick stands so far before its label at most
	letterBelow     = 2   // what stands below another begins so near to it
	letterAddress   = 1.5 // a cell of the address begins so far left of its label at most
	letterError     = 0.1 // what measuring a word may be wrong by
	letterToDate    = 8   // a date begins so far left of its label at most
	letterOfDate    = 2   // other words under that label do
	letterLabel     = 9   // the lower line of a role's label begins so far left of it at most
	letterHanging   = 0.5 // what begins so near to where text begins is text
	letterHangScan  = 0.8 // in a scan lines begin so unevenly
	letterLeft      = 0.3 // text begins so far left of the ends of labels at most
	letterInLabel   = 3   // a second word so far right of where text begins is of a line, not of a label
	letterMark      = 1.6 // a raised mark stands so near after its word
	letterName      = 1.5 // two lines of a name begin so near to each other
)

// Tolerances down a page, in heights of a line.
const (
	heightOfLine    = 0.4  // words of one line
	heightOfBox     = 0.5  // a label may stand so much lower than words beside it
	heightOfCell    = 0.8  // less white than this does not part rows or owners
	heightOfPiece   = 0.7  // and not the lines of a paragraph
	heightOfName    = 0.6  // nor those of a name
	heightSigned    = 3    // more white than this is between other lines and a signature
	heightSmall     = 0.85 // marks of notes are less high than this
	heightRaised    = 2    // and raised words no higher than this
	heightLabel     = 0.9  // pieces of one label stand so near
	heightAddress   = 0.8  // and those of the labels of the address
	heightTick      = 1.2  // a tick is so near to its label
	heightTickAbove = 2.3  // a tick stands so far above its label at most, where the column is narrow
	heightNote      = 0.25 // explanations stand so much farther apart than their lines
	heightNoteGap   = 0.2  // or labels do, to tell by them
)

// Shares.
const (
	shareRuled    = 0.12 // of a table's height that a vertical rule has to run
	shareOver     = 0.5  // of its width that a horizontal one has
	shareTitle    = 0.25 // of the page's width, from the left: where first heads begin
	shareTitleEnd = 0.08 // of it: where the second head begins, if it is not seen
	shareLow      = 0.1  // quantile: the least of some places, but for strays
	shareQuarter  = 0.25
	shareMiddle   = 0.5
	shareUsual    = 0.3 // of gaps: those of lines, where gaps of explanations are among them
	shareFull     = 0.9 // of ends of lines: where full lines end
)

// Bounds, in lines but where it is said otherwise.
const (
	deemedLines    = 40  // of a table that may be its heads
	headsAfter     = 16  // of a table's title, within which its heads follow
	headsAbove     = 8   // heads stand higher than "1. Title of" by no more
	titleLines     = 5   // of the first head
	ownerHeads     = 12  // of the table of owners
	ownerNameBelow = 6   // "Reporting Owner Name" may stand so much lower
	signatureLines = 7   // name and date above the label
	roleLines      = 3   // of a role's label
	pieceCount     = 12  // pieces that are looked at for one to go on with
	lowHeads       = 3   // words of the lowest heads that make them a line
	surelyHead     = 6   // words of heads, with which a line is one whatever else it has
	topHeads       = 4   // words at the top of heads, below a table's title
	labelLetters   = 5   // letters of a label that is misread, brackets included
	wordsCompared  = 400 // words beside a mark, and labels of a form: more are no form's
)
