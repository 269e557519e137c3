package ownership

import "fmt"

// Confidence says how sure a repair is. It is a word in JSON; empty where it is not
// said.
type Confidence string

const (
	// Certain: two things in the document say the same.
	Certain Confidence = "certain"
	// Likely: one thing in the document says so.
	Likely Confidence = "likely"
	// Possible: nothing else in the document says so.
	Possible Confidence = "possible"
)

// Cause says what is believed to have happened to a cell that has a [Repair], for
// programs: Repair.Reason says it in a sentence, for people. JSON has the sentence
// only, so that a repair that was read from JSON has the cause CauseUnknown.
type Cause uint8

const (
	// CauseUnknown: no cause is known.
	CauseUnknown Cause = iota
	// CauseRuledLine: a ruled line or a speck beside the value was read as a
	// character of it.
	CauseRuledLine
	// CauseOtherScript: a letter of another script looks like a Latin one.
	CauseOtherScript
	// CauseLookalike: a character was read as another that looks like it.
	CauseLookalike
	// CauseSeparator: a comma or point of a number was lost or read as another
	// character.
	CauseSeparator
	// CauseSpeck: specks, or what is left of a mark of a note, were read as words or
	// characters of their own.
	CauseSpeck
	// CauseDamagedText: letters of a text are damaged; the document has the text
	// elsewhere.
	CauseDamagedText
	// CauseSpacing: a space was lost or added, or a character escaped, where the text
	// was copied.
	CauseSpacing
	// CauseUnreadable: a letter is not readable; the rest of the document tells it.
	CauseUnreadable
	// CauseNothingRead: nothing was read in a cell that every line of its kind has.
	CauseNothingRead
	// CauseOtherColumn: the value stands in another column than its own, or may.
	CauseOtherColumn
	// CauseReadTwice: two readings of the same line differ.
	CauseReadTwice
	// CauseOneReading: a machine read the value, and nothing else in the document
	// confirms it.
	CauseOneReading
	// CausePicture: the value was read from the picture of the page and not from the
	// text over it.
	CausePicture
	// CauseUnreadLabel: the label of an explanation is not read.
	CauseUnreadLabel
	// CauseUnreadMark: the mark of a note is not read, or its number is not.
	CauseUnreadMark
	// CauseCutOff: the edge of the page cuts the text off.
	CauseCutOff
	// CauseSharedBox: the document prints one box of relationships for all owners.
	CauseSharedBox

	causes
)

var causeNames = [causes]string{"unknown", "ruled line", "other script", "lookalike", "separator", "speck", "damaged text", "spacing", "unreadable",
	"nothing read", "other column", "read twice", "one reading", "picture", "unread label", "unread mark", "cut off", "shared box"}

func (c Cause) String() string {
	if c < causes {
		return causeNames[c]
	}
	return fmt.Sprintf("Cause(%d)", uint8(c))
}
