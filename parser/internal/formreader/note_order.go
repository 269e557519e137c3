package formreader

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/internal/sheet"
)

// order settles the numbers of explanations whose labels a machine read. They count
// upwards by one: labels that agree with each other by their places are right, and an
// explanation between two of them whose label is not read has the number between.
// Where the places do not tell, an explanation keeps no number, and what was read as
// its label is text.
func order(list []paragraph) {
	chain := agreeing(list)
	kept := map[int]bool{}
	for _, i := range chain {
		kept[i] = true
	}
	for i := range list {
		if p := &list[i]; p.number > 0 && !kept[i] {
			p.number = 0
		}
	}
	before, number := -1, 0
	for _, i := range chain {
		numberBetween(list, before+1, i, number+1, list[i].number)
		before, number = i, list[i].number
	}
	// After the last, or where none is read: only where all have the remains of one.
	rest := list[before+1:]
	for i := range rest {
		if !bearsLabel(&rest[i]) {
			rest = nil
			break
		}
	}
	for i := range rest {
		setOrder(&rest[i], number+1+i)
	}
	for i := range list {
		if p := &list[i]; p.number == 0 && len(p.label) > 0 {
			p.lines = append([][]sheet.Word{p.label}, p.lines...)
			p.label = nil
		}
	}
}

// numberBetween gives the explanations from start to end the numbers from first to below
// next, if they are as many. Some may only go on with the one before.
func numberBetween(list []paragraph, start, end, first, next int) {
	var fresh []int
	for i := start; i < end; i++ {
		if i > 0 && !bearsLabel(&list[i]) && startsSmall(&list[i]) {
			continue
		}
		fresh = append(fresh, i)
	}
	if len(fresh) != next-first {
		return
	}
	for k, i := range fresh {
		setOrder(&list[i], first+k)
	}
}

func setOrder(p *paragraph, number int) {
	p.number, p.ordered = number, true
	// A label may be left in pieces.
	for k := 0; k < 2 && len(p.lines) > 0 && (len(p.label) == 0 || k > 0) && remains(p.lines[0]); k++ {
		p.label = append(p.label, p.lines[0][0])
		if rest := p.lines[0][1:]; len(rest) > 0 {
			p.lines = append([][]sheet.Word{rest}, p.lines[1:]...)
		} else {
			p.lines = p.lines[1:]
		}
	}
}

// agreeing gives the explanations whose numbers count upwards and fit their places
// best.
func agreeing(list []paragraph) []int {
	best := make([]float64, len(list))
	from := make([]int, len(list))
	last := -1
	misfit := func(numbers, places int) float64 {
		if d := numbers - places; d > 0 {
			return costNumber * float64(d)
		} else {
			return costPlace * float64(-d)
		}
	}
	for i := range list {
		p := &list[i]
		if p.number == 0 {
			continue
		}
		weight := weightLabel
		if sureLabel(p.label) {
			weight = weightSureLabel
		}
		best[i], from[i] = weight-misfit(p.number, i+1), -1
		for k := max(0, i-maxNotes); k < i; k++ {
			if n := p.number - list[k].number; list[k].number > 0 && n > 0 {
				if v := best[k] + weight - misfit(n, i-k); v > best[i] {
					best[i], from[i] = v, k
				}
			}
		}
		if best[i] > 0 && (last < 0 || best[i] > best[last]) {
			last = i
		}
	}
	var chain []int
	for ; last >= 0; last = from[last] {
		chain = append([]int{last}, chain...)
	}
	return chain
}

// sureLabel reports whether a label is read as whole as "(1)", so that its number is
// hardly another.
func sureLabel(label []sheet.Word) bool {
	s := printed.Joined(label)
	return strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") || strings.HasSuffix(s, ".")
}

// bearsLabel reports whether an explanation begins with what may be left of a label:
// "Q)", "()", "6)", "3".
func bearsLabel(p *paragraph) bool {
	return len(p.label) > 0 || len(p.lines) > 0 && remains(p.lines[0])
}

func remains(l []sheet.Word) bool {
	if len(l) == 0 || utf8.RuneCountInString(l[0].Text) > 4 {
		return false
	}
	s := strings.TrimRight(l[0].Text, ".,")
	return strings.ContainsAny(s, "()[]{}@®©") || form.IsDigits(s) && len(s) <= 2
}

func startsSmall(p *paragraph) bool {
	for _, l := range p.lines {
		for _, w := range l {
			c, _ := utf8.DecodeRuneInString(w.Text)
			return unicode.IsLower(c)
		}
	}
	return false
}
