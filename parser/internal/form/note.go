package form

import "strings"

// NoteLabel reads the label that an explanation begins with: "(1)", "1.", "1)" or "[1]".
// It gives the number and where the label ends in the text, or 0. A raised number needs
// neither brackets nor a dot. A machine may have read a label's dot as a comma and lost
// its opening bracket.
func NoteLabel(text string, raised, misread bool) (number, end int) {
	i := 0
	open := text != "" && (text[0] == '(' || text[0] == '[')
	if open {
		i++
	}
	start := i
	for i < len(text) && text[i] >= '0' && text[i] <= '9' {
		number = number*10 + int(text[i]-'0')
		if i++; i-start > 2 { // EDGAR takes 99
			return 0, 0
		}
	}
	if i == start {
		return 0, 0
	}
	if i == len(text) {
		if raised {
			return number, i
		}
		return 0, 0
	}
	last := i+1 == len(text)
	switch c := text[i]; {
	case c == ')', c == ']' && (open || misread):
		return number, i + 1
	case !open && c == '.' && (last || text[i+1] < '0' || text[i+1] > '9'):
		return number, i + 1
	case !open && c == ',' && misread && last:
		return number, i + 1
	}
	return 0, 0
}

// AppendMarks reads the marks of notes after a value, "(1)", "(1)(2)" or "(1,2)", and adds
// their numbers.
func AppendMarks(out []int, s string) ([]int, bool) {
	n := len(out)
	for s != "" {
		if s[0] != '(' {
			return out, false
		}
		end := strings.IndexByte(s, ')')
		if end < 0 {
			return out, false
		}
		number, digits := 0, 0
		for i := 1; i <= end; i++ {
			switch c := s[i]; c {
			case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
				number = number*10 + int(c-'0')
				digits++
			case ',', ';', '&', ' ', ')':
				if digits == 0 {
					continue
				}
				if digits > 2 || number == 0 {
					return out, false
				}
				out = append(out, number)
				number, digits = 0, 0
			default:
				return out, false
			}
		}
		s = strings.TrimLeft(s[end+1:], " ,;&")
	}
	return out, len(out) > n
}

// IsNoteWord reports whether a folded word names a note: "See footnote 1".
func IsNoteWord(word string) bool {
	return word == "note" || word == "notes" || word == "footnote" || word == "footnotes"
}

// IsCurrency reports whether a word is the sign that is printed before an amount of
// money, even in an empty cell.
func IsCurrency(s string) bool { return s == "$" || s == `\$` || s == "US$" }
