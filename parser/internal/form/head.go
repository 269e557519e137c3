package form

import "strings"

// Group is a head that stands over the lower heads of two or three columns.
type Group struct {
	Upper []string   // words that it has
	Lower [][]string // what its lower heads begin with, in their order
}

// Groups are the heads over several columns, of both tables.
func Groups() []Group { return groups[:] }

var groups = [...]Group{
	{[]string{"transaction", "code"}, [][]string{{"code"}, {"v"}}},
	{[]string{"securities", "acquired"}, [][]string{{"amount"}, {"a", "or", "d"}, {"price"}}},
	{[]string{"derivative", "securities", "acquired"}, [][]string{{"a"}, {"d"}}},
	{[]string{"date", "exercisable", "and"}, [][]string{{"date", "exercisable"}, {"expiration", "date"}}},
	{[]string{"title", "and", "amount"}, [][]string{{"title"}, {"amount", "or", "number"}}},
}

// IsLowHead reports whether a folded word stands in the lowest heads of groups, and tells
// of which column it may be.
func IsLowHead(word string) bool {
	switch word {
	case "code", "v", "amount", "a", "d", "price", "exercisable", "expiration", "title":
		return true
	}
	return false
}

// IsLowHeadPart reports whether a folded word is one of the lowest heads of groups but
// for (A) and (D), which values are too.
func IsLowHeadPart(word string) bool {
	switch word {
	case "a", "d":
		return false
	case "date", "number", "shares", "or", "of", "and":
		return true
	}
	return IsLowHead(word)
}

// IsFiller reports whether a folded word stands in heads and tells of none which column
// it is of.
func IsFiller(word string) bool {
	switch word {
	case "of", "or", "and", "if", "any", "to", "the", "s":
		return true
	}
	return false
}

// topWords stand in the first line of heads.
var topWords = [...]string{"transaction", "conversion", "amount", "ownership", "date", "number", "deemed", "nature", "price"}

// TopWords counts the words of a line that stand at the top of heads.
func TopWords(line []string) int {
	n := 0
	for _, w := range topWords {
		if Holds(line, w) {
			n++
		}
	}
	return n
}

// TitleHead finds "Title of" among the first words of a text, with which the first head of
// both tables begins, up to a place. It gives its place, or -1.
func TitleHead(text []string, last int) int {
	if at := Index(text, "title", "of"); at <= last {
		return at
	}
	return -1
}

// headPhrases are words of heads that no value has.
var headPhrases = [...][]string{
	{"instr"}, {"month", "day", "year"}, {"title", "of"}, {"transaction", "code"}, {"transaction", "date"}, {"deemed"},
	{"beneficially", "owned"}, {"ownership", "form"}, {"nature", "of", "indirect"}, {"date", "exercisable"},
	{"expiration", "date"}, {"amount", "or", "number"}, {"a", "or", "d"}, {"securities", "acquired"}, {"conversion", "or"},
	{"execution", "date"}, {"disposed", "of"}, {"derivative", "security"},
}

// SaysHead reports whether text is of a column's head.
func SaysHead(text []string) bool {
	for _, words := range headPhrases {
		if Holds(text, words...) {
			return true
		}
	}
	return len(text) == 1 && (IsLowHead(text[0]) || text[0] == "date" || text[0] == "shares")
}

// IsInstruction reports whether a folded word is the "Instr." that heads refer with to the
// form's instructions.
func IsInstruction(word string) bool { return Like(word, "instr") }

// EndsHead reports whether a word, as it stands, is one of those that end heads, and no
// value: "(Instr. 3 and 4)", "Direct (D) or Indirect (I)".
func EndsHead(s string) bool {
	switch s {
	case "(Instr.", "(Instr", "Instr.", "(I)", "(D)", "(A)", "or":
		return true
	}
	return len(s) == 2 && s[0] >= '3' && s[0] <= '8' && s[1] == ')'
}

// NumberedWord gives the number of a head or a box with which a word begins: "2A." and
// "2A.Deemed" have "2a". It is empty of other words.
func NumberedWord(s string) string {
	dot := strings.IndexByte(s, '.')
	if dot <= 0 || dot > 3 || s[0] < '0' || s[0] > '9' || dot+1 < len(s) && s[dot+1] >= '0' && s[dot+1] <= '9' {
		return ""
	}
	n := strings.ToLower(s[:dot])
	if !IsDigits(strings.TrimSuffix(n, "a")) {
		return ""
	}
	return n
}
