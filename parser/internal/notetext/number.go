package notetext

import (
	"strings"

	"filingview/parser/ownership"
)

// Number is a number of shares in a note, with the words around it.
type Number struct {
	Value    ownership.Decimal
	From, To int // the words, in bytes of the note's text
}

// Numbers returns the counts in a note: not prices, percentages, dates, years,
// parts of a rule's name or of a form's.
func Numbers(text string) []Number {
	var found []Number
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
		case before != "" && (strings.HasSuffix(before, "$") || from > 0 && (IsAlnum(text[from-1]) || text[from-1] == '-' || text[from-1] == '/' || text[from-1] == '#')),
			after != "" && (IsAlnum(after[0]) || after[0] == '%' || after[0] == '/' || after[0] == '-' && len(after) > 1 && IsAlnum(after[1])),
			isSection(after), EndsInMonth(before), strings.HasSuffix(before, "Rule"), strings.HasSuffix(before, "Form"), strings.HasSuffix(before, "Section"),
			strings.HasSuffix(strings.ToLower(before), "footnote"), strings.HasSuffix(strings.ToLower(before), "note"), strings.HasSuffix(before, "Column"), strings.HasSuffix(before, "column"):
			continue
		}
		if !strings.Contains(text[from:i], ",") && len(digits) == 4 && (digits[:2] == "19" || digits[:2] == "20") && !CountFollows(after) {
			continue // a year
		}
		n, err := ownership.ParseDecimal(digits)
		if err != nil || n.Sign() == 0 {
			continue // more digits than a count has
		}
		a, b := Clause(text, from, i)
		found = append(found, Number{n, a, b})
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
			if i > 0 && (IsAlnum(low[i-1]) || low[i-1] == '-') {
				continue
			}
			switch next := Words(text[i+len(w) : min(len(text), i+len(w)+12)]); {
			case len(next) > 0 && (Singular(next[0]) == "share" || Singular(next[0]) == "unit" || Singular(next[0]) == "additional"):
				a, b := Clause(text, i, i+len(w))
				found = append(found, Number{ownership.NewDecimal(int64(Ordinal(w)), 0), a, b})
			}
		}
	}
	return found
}

// isSection reports whether what follows a number makes it the name of a section: the 401
// of 401(k).
func isSection(after string) bool {
	return len(after) > 2 && after[0] == '(' && IsAlnum(after[1]) && after[2] == ')'
}

// CountFollows reports whether shares or units follow.
func CountFollows(after string) bool {
	words := Words(after[:min(len(after), 60)])
	for i, w := range words {
		if i > 4 {
			break
		}
		switch Singular(w) {
		case "share", "unit", "rsu", "option", "security", "securitie", "ads":
			return true
		}
	}
	return false
}

func EndsInMonth(before string) bool {
	for _, m := range [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
		"Jan.", "Feb.", "Mar.", "Apr.", "Jun.", "Jul.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."} {
		if strings.HasSuffix(before, m) {
			return true
		}
	}
	// "May 20, 2019"
	if strings.HasSuffix(before, ",") {
		head := strings.TrimRight(before[:len(before)-1], "0123456789")
		return head != before[:len(before)-1] && EndsInMonth(strings.TrimRight(head, " "))
	}
	return false
}
