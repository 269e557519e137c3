package ledger

import (
	"strings"

	"filingview/parser/ownership"
)

// noted is a number of shares in a note, with the words around it.
type noted struct {
	n        ownership.Decimal
	from, to int // the words, in bytes of the note's text
}

// numbersIn returns the counts in a note: not prices, percentages, dates, years,
// parts of a rule's name or of a form's.
func numbersIn(text string) []noted {
	var found []noted
	for i := 0; i < len(text); {
		if text[i] < '0' || text[i] > '9' {
			i++
			continue
		}
		from := i
		for i < len(text) && (text[i] >= '0' && text[i] <= '9' || (text[i] == ',' || text[i] == '.') && i+1 < len(text) && text[i+1] >= '0' && text[i+1] <= '9') {
			i++
		}
		digits := strings.ReplaceAll(text[from:i], ",", "")
		before, after := strings.TrimRight(text[:from], " "), text[i:]
		switch {
		case before != "" && (strings.HasSuffix(before, "$") || from > 0 && (isWord(text[from-1]) || text[from-1] == '-' || text[from-1] == '/' || text[from-1] == '#')),
			after != "" && (isWord(after[0]) || after[0] == '%' || after[0] == '/' || after[0] == '-' && len(after) > 1 && isWord(after[1])),
			afterMonth(before), strings.HasSuffix(before, "Rule"), strings.HasSuffix(before, "Form"), strings.HasSuffix(before, "Section"),
			strings.HasSuffix(strings.ToLower(before), "footnote"), strings.HasSuffix(strings.ToLower(before), "note"), strings.HasSuffix(before, "Column"), strings.HasSuffix(before, "column"):
			continue
		}
		if !strings.Contains(text[from:i], ",") && len(digits) == 4 && (digits[:2] == "19" || digits[:2] == "20") && !countedBehind(after) {
			continue // a year
		}
		n, err := ownership.ParseDecimal(digits)
		if err != nil || n.Sign() == 0 {
			continue // more digits than a count has
		}
		a, b := around(text, from, i)
		found = append(found, noted{n, a, b})
	}
	// "one share", "two units"
	for _, w := range [...]string{"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"} {
		low := strings.ToLower(text)
		for at := 0; ; {
			i := strings.Index(low[at:], w+" ")
			if i < 0 {
				break
			}
			i += at
			at = i + 1
			if i > 0 && (isWord(low[i-1]) || low[i-1] == '-') {
				continue
			}
			switch next := wordsOf(text[i+len(w) : min(len(text), i+len(w)+12)]); {
			case len(next) > 0 && (singular(next[0]) == "share" || singular(next[0]) == "unit" || singular(next[0]) == "additional"):
				a, b := around(text, i, i+len(w))
				found = append(found, noted{ownership.NewDecimal(int64(ordinal(w)), 0), a, b})
			}
		}
	}
	return found
}

func isWord(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' }

// countedBehind reports whether shares or units follow.
func countedBehind(after string) bool {
	words := wordsOf(after[:min(len(after), 60)])
	for i, w := range words {
		if i > 4 {
			break
		}
		switch singular(w) {
		case "share", "unit", "rsu", "option", "security", "securitie", "ads":
			return true
		}
	}
	return false
}

func afterMonth(before string) bool {
	for _, m := range [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
		"Jan.", "Feb.", "Mar.", "Apr.", "Jun.", "Jul.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."} {
		if strings.HasSuffix(before, m) {
			return true
		}
	}
	// "May 20, 2019"
	if strings.HasSuffix(before, ",") {
		head := strings.TrimRight(before[:len(before)-1], "0123456789")
		return head != before[:len(before)-1] && afterMonth(strings.TrimRight(head, " "))
	}
	return false
}

// around returns the bounds of the clause that holds the bytes from a to b.
func around(text string, a, b int) (from, to int) {
	from = a
	for from > 0 && !(text[from-1] == ';' || text[from-1] == '.' && text[from] == ' ' && !abbreviation(text[max(0, from-12):from], text[min(len(text), from+1):])) {
		from--
	}
	to = b
	for to < len(text) && !(text[to] == ';' || text[to] == '.' && (to+1 == len(text) || text[to+1] == ' ' || text[to+1] == '\n') &&
		!abbreviation(text[from:to+1], text[min(len(text), to+2):])) {
		to++
	}
	for from < to && (text[from] == ' ' || text[from] == '\n') {
		from++
	}
	return from, to
}

// totalNotes returns the notes that hang on the printed total of a line, by their
// place among the filing's notes.
func (e *entry) totalNotes() []int {
	marks := e.row.SharesFollowing.Notes
	if !e.row.SharesFollowing.Present() {
		marks = e.row.ValueFollowing.Notes
	}
	var at []int
	for _, id := range marks {
		for i := range e.paper.filing.Footnotes {
			if e.paper.filing.Footnotes[i].ID == id {
				at = append(at, i)
				break
			}
		}
	}
	return at
}
