// Package reason says why a cell is read as something other than what it says, or on
// weak grounds: each reason is a constant that has a cause, for programs, and a
// sentence, for people. This is the one place where the sentences are written.
package reason

import (
	"strings"

	"filingview/parser/ownership"
)

// Reason is why a cell is read as it is. The zero value is no reason: the cell is
// read as it stands.
type Reason uint8

// The reasons. What a sentence names, the cell's case gives in its order.
const (
	AsItStands Reason = iota

	// Of numbers.
	RuledLineBeside
	RuledLineBefore
	RuledLineBeforeAsOne
	RuledLineAfterAsOne
	RuledLinesAroundAsOne
	DollarSignAsDigit
	LetterForDigit
	LostComma
	LostCommaOfDocument
	CommaAsDigit
	CommaAsPoint
	PointUnlikeOthers
	SpecksBesideNumber
	SecondReading
	SecondReadingSame
	SecondReadingAgrees
	SecondReadingUnconfirmed
	NoDateNoNumber
	BalanceAgainst
	BalancesLead
	PictureOther
	DigitsBefore
	BalancesDiffer // the number that they lead to
	AgainstDay     // the lowest and the highest price of the day
	AgainstNote    // the lowest and the highest price of the note

	// Of dates.
	DamagedDate
	BetweenColumns

	// Of a code, of A or D, and of D or I.
	CodeOfOthers
	OtherScriptOrStrokes
	OtherScript
	StrokesApart
	LooksLikeOther
	LooksLikeGift
	RuledLineBesideLetter
	RuledLineOrLookalike
	UnreadableLetter
	NothingReadCodeOfOthers
	NothingRead
	NothingReadThough
	EmptyTrade

	// Of texts.
	EscapeOrSpace
	WordInTwo     // the two parts
	NoWord        // the word
	PiecesAtEnd   //
	LikeReference //
	LikeOtherText
	LoneSpeck
	CurledApostrophe
	PointAsComma
	LikeOtherPhrase
	CutOff
	EndOfFile

	// Of labels and marks of notes.
	LabelByOrder
	LabelLost       // the note's label
	MarkAsSameText  // the notes
	MarkAsColumn    // the notes
	MarkByOrder     // the note's label
	MarkByRange     // the lower and the upper price
	MarkUnread      //
	PictureMarkOnly // the mark
	PictureMark     // what the text has, the mark

	// Of where a value stood and how it was read.
	OtherColumn
	AmongOtherWords
	MisplacedLine
	OneReading
	OneMark
	PictureOnly // what the picture shows
	Picture     // what the text has, what the picture shows
	SharedBox

	count
)

// reasons has each reason's cause and sentence; %s is what the case gives.
var reasons = [count]struct {
	cause    ownership.Cause
	sentence string
}{
	RuledLineBeside:          {ownership.CauseRuledLine, "a ruled line or speck beside it was read as a character"},
	RuledLineBefore:          {ownership.CauseRuledLine, "a ruled line before it was read as a digit"},
	RuledLineBeforeAsOne:     {ownership.CauseRuledLine, "a ruled line before it was read as 1"},
	RuledLineAfterAsOne:      {ownership.CauseRuledLine, "a ruled line after it was read as 1"},
	RuledLinesAroundAsOne:    {ownership.CauseRuledLine, "ruled lines around it were read as 1"},
	DollarSignAsDigit:        {ownership.CauseRuledLine, "the dollar sign or a ruled line before it was read as a digit"},
	LetterForDigit:           {ownership.CauseLookalike, "a letter stands for a digit that it looks like"},
	LostComma:                {ownership.CauseSeparator, "a comma between its thousands was lost"},
	LostCommaOfDocument:      {ownership.CauseSeparator, "the comma between its thousands was lost"},
	CommaAsDigit:             {ownership.CauseSeparator, "the comma between its thousands was read as a digit"},
	CommaAsPoint:             {ownership.CauseSeparator, "a comma was read as a point"},
	PointUnlikeOthers:        {ownership.CauseSeparator, "it is read as it stands, though amounts here have no point"},
	SpecksBesideNumber:       {ownership.CauseSpeck, "specks or what is left of a mark beside it were read as characters"},
	SecondReading:            {ownership.CauseReadTwice, "the second reading of the same line has it"},
	SecondReadingSame:        {ownership.CauseReadTwice, "a letter stands for a digit in the second reading of the line; both say the same"},
	SecondReadingAgrees:      {ownership.CauseReadTwice, "two readings of the same line differ; so read it agrees with another cell"},
	SecondReadingUnconfirmed: {ownership.CauseOneReading, "two readings of the same line differ; this one has the shape of an amount, and nothing else confirms it: it rests on one reading"},
	NoDateNoNumber:           {ownership.CauseSpeck, "what stands here is no date and no number; it may be what is left of a mark, or a speck"},
	BalanceAgainst:           {ownership.CauseOneReading, "the balance agrees with one line beside it and not with the other: it rests on one reading"},
	BalancesLead:             {ownership.CauseLookalike, "a digit was read as another, lost or made up; it is what the amounts and balances around it lead to"},
	PictureOther:             {ownership.CausePicture, "the picture of the page shows another number than the text layer has"},
	DigitsBefore:             {ownership.CauseRuledLine, "a dollar sign, a ruled line or a mark before it was read as digits, or its point was lost"},
	BalancesDiffer:           {ownership.CauseUnreadable, "the amounts and balances around it lead to %s, which is not what is read here"},
	AgainstDay:               {ownership.CauseUnreadable, "the other prices of the security on this day are from %s to %s, far from what is read here"},
	AgainstNote:              {ownership.CauseUnreadable, "its note gives prices from %s to %s, far from what is read here"},

	DamagedDate:    {ownership.CauseRuledLine, "the date is damaged: a ruled line or speck beside it was read as a character, or a digit as a letter"},
	BetweenColumns: {ownership.CauseOtherColumn, "it was read between two columns; each line must have the date of the transaction, few have that of a deemed execution"},

	CodeOfOthers:            {ownership.CauseUnreadable, "the letter is not readable; all other lines of the day have this code"},
	OtherScriptOrStrokes:    {ownership.CauseOtherScript, "the letter is one of another script that looks the same, or the machine took its strokes apart"},
	OtherScript:             {ownership.CauseOtherScript, "the letter is one of another script that looks the same"},
	StrokesApart:            {ownership.CauseLookalike, "the machine took the letter's strokes apart, or a mark beside it for a part of it"},
	LooksLikeOther:          {ownership.CauseLookalike, "the letter looks like another; the other table has the same number of shares under this code"},
	LooksLikeGift:           {ownership.CauseLookalike, "the letter looks like another; the other table has the same number of shares, as a conversion has and a gift has not"},
	RuledLineBesideLetter:   {ownership.CauseRuledLine, "a ruled line or speck beside the letter was read as a character"},
	RuledLineOrLookalike:    {ownership.CauseRuledLine, "a ruled line or speck, or a letter that looks the same, was read for it"},
	UnreadableLetter:        {ownership.CauseUnreadable, "the letter is not readable"},
	NothingReadCodeOfOthers: {ownership.CauseNothingRead, "nothing is read here; all other lines of the day and sign have this code"},
	NothingRead:             {ownership.CauseNothingRead, "nothing is read here"},
	NothingReadThough:       {ownership.CauseNothingRead, "nothing is read here, though every such line has a value"},
	EmptyTrade:              {ownership.CauseNothingRead, "neither day nor code nor amount can be read in this line, which every transaction has: the line may be a holding, or a piece of another line"},

	EscapeOrSpace:    {ownership.CauseSpacing, "an escape before a sign, or a lost space after a number, is an artefact of the text"},
	WordInTwo:        {ownership.CauseSpacing, "“%s %s” is one word that was read as two"},
	NoWord:           {ownership.CauseDamagedText, "“%s” is no word; another title of the document has one that looks like it"},
	PiecesAtEnd:      {ownership.CauseSpeck, "what stands after these words is no word; other cells have these words alone or with other pieces after them"},
	LikeReference:    {ownership.CauseDamagedText, "letters are damaged; other cells refer to a note in these words"},
	LikeOtherText:    {ownership.CauseRuledLine, "letters are damaged, or a ruled line was read as one; other cells have this text"},
	LoneSpeck:        {ownership.CauseSpeck, "a speck or a line beside the words was read as a character"},
	CurledApostrophe: {ownership.CauseLookalike, "the other apostrophes of the explanations are straight"},
	PointAsComma:     {ownership.CauseSeparator, "a point of a price was read as a comma; so read it is near the price that cites this explanation"},
	LikeOtherPhrase:  {ownership.CauseDamagedText, "letters are damaged; other explanations have the same words around it"},
	CutOff:           {ownership.CauseCutOff, "the document cuts this text off at the edge of the page; what stood beyond the edge is not in it"},

	EndOfFile: {ownership.CauseCutOff, "the file ends here; what may have stood after it is not in it"},

	LabelByOrder:    {ownership.CauseUnreadLabel, "its label is not read; its number is that of its place among the explanations"},
	LabelLost:       {ownership.CauseUnreadLabel, "its label is lost; it is the only explanation without a number, and %s the only number without one"},
	MarkAsSameText:  {ownership.CauseUnreadMark, "the number of the mark is not read; other lines with the same in this column cite %s"},
	MarkAsColumn:    {ownership.CauseUnreadMark, "the number of the mark is not read; all others in this column cite %s"},
	MarkByOrder:     {ownership.CauseUnreadMark, "the number of the mark is not read; %s is the one note left for it in the order of the notes"},
	MarkByRange:     {ownership.CauseUnreadMark, "the mark beside the price is not read; this note gives prices from %s to %s, as no other does"},
	MarkUnread:      {ownership.CauseUnreadMark, "a mark of a note stands here whose number is not read"},
	PictureMarkOnly: {ownership.CausePicture, "the text layer passes over the mark “%s”, which the picture of the page shows"},
	PictureMark:     {ownership.CausePicture, "the text layer has “%s” here; the picture of the page shows the mark “%s”"},

	OtherColumn:     {ownership.CauseOtherColumn, "cells ran together and the rest of the line slid along; the value stands in the column that can hold it, in the line's order"},
	AmongOtherWords: {ownership.CauseOtherColumn, "it stood among the words of a cell beside it, where no line parts them"},
	MisplacedLine:   {ownership.CauseOtherColumn, "cells of this line hold what their columns cannot, so that this value may be of another column"},
	OneReading:      {ownership.CauseOneReading, "a machine read it, and nothing else in the document confirms it: it rests on one reading"},
	OneMark:         {ownership.CauseOneReading, "the value is confirmed, the mark of its note is not: no other cell of the column cites it, so that the mark rests on one reading"},
	PictureOnly:     {ownership.CausePicture, "the text layer passes over this; the picture of the page shows “%s”"},
	Picture:         {ownership.CausePicture, "the text layer has “%s” here; the picture of the page shows “%s”"},
	SharedBox:       {ownership.CauseSharedBox, "the page prints one box of relationships, the first owner's, for all owners"},
}

// Cause gives what the reason says has happened.
func (r Reason) Cause() ownership.Cause { return reasons[r].cause }

// Ground is what in the document supports a reason.
type Ground uint8

const (
	DateElsewhere Ground = iota // the same date stands in another cell
	AgreesWithOne
	AgreesWithSeveral
	CodeImpliesSign // Form 4, Instruction 8
	NatureIsIndirect
)

var grounds = [...]string{
	DateElsewhere:     "the document has this date elsewhere too",
	AgreesWithOne:     "so read it agrees with another cell",
	AgreesWithSeveral: "so read it agrees with other cells",
	CodeImpliesSign:   "the code implies this sign",
	NatureIsIndirect:  "the nature of ownership is that of an indirect holding",
}

// Why is a reason as it goes into a cell.
type Why struct {
	cause    ownership.Cause
	sentence string
}

// Of gives a reason with what its sentence names.
func (r Reason) Of(names ...string) Why {
	var b strings.Builder
	for i, part := range strings.Split(reasons[r].sentence, "%s") {
		if i > 0 && i <= len(names) {
			b.WriteString(names[i-1])
		}
		b.WriteString(part)
	}
	return Why{reasons[r].cause, b.String()}
}

// And adds what supports the reason. A number that is read as it stands has only
// this.
func (r Reason) And(g Ground) Why {
	return Why{reasons[r].cause, reasons[r].sentence + "; " + grounds[g]}
}

// Repair gives a cell the value that it is read as, and says why. Evidence are paths
// of cells, or words.
func Repair[T any](v *ownership.Value[T], to T, c ownership.Confidence, why Why, evidence ...string) {
	v.V, v.State, v.How = to, ownership.Known, ownership.Repaired
	Add(&v.Reading, c, why, evidence...)
}

// Doubt says on what weak ground a cell is read, without changing its value.
func Doubt(v *ownership.Reading, why Why) {
	if v.How != ownership.Repaired {
		v.How = ownership.Guessed
	}
	Add(v, ownership.Possible, why)
}

// Link says why a cell is read where or with the notes that it is, without changing
// its value; a guess stays one.
func Link(v *ownership.Reading, why Why, evidence ...string) {
	if v.How != ownership.Guessed {
		v.How = ownership.Repaired
	}
	Add(v, ownership.Likely, why, evidence...)
}

// Add adds a reason to those that a cell has.
func Add(v *ownership.Reading, c ownership.Confidence, why Why, evidence ...string) {
	v.Repairs = append(v.Repairs, ownership.Repair{Cause: why.cause, Reason: why.sentence, Evidence: evidence, Confidence: c})
}
