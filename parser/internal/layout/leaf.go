package layout

import "strings"

// class is what the cells of a column can hold.
type class uint8

const (
	classText class = iota
	classDate
	classCode
	classEarly // V
	classAmount
	classPrice
	classSign  // A or D
	classOwner // D or I
)

// leaf is a column of Table I or Table II that is parted no further: what its cells
// hold, and the words of its head, its own and those that it shares with its
// neighbours.
type leaf struct {
	class class
	own   string
	over  string
}

// rare reports whether a column is seldom filled: where a value may be of two
// columns, it is of the other.
func (l leaf) rare() bool { return strings.Contains(l.own, "Deemed") }

// least is how many letters wide a column is at least, as a rule.
func (l leaf) least() float32 {
	switch l.class {
	case classText:
		return 5
	case classDate:
		return 8
	case classEarly, classSign:
		return 2
	case classCode, classOwner:
		return 3
	}
	return 4
}

// leaves are the columns of a table in the form's order.
func leaves(number byte, second bool) []leaf {
	const (
		code  = "#3 #4 Transaction Code"
		moved = "Securities Acquired A Disposed D"
		dates = "Date Exercisable and Expiration Date Month Day Year"
		under = "Title and Amount of Securities Underlying Derivative Security"
	)
	owner := leaf{classOwner, "Ownership Form of Derivative Security Securities Direct D Indirect I Beneficial", ""}
	nature := leaf{classText, "Nature of Indirect Beneficial Ownership", ""}
	switch {
	case number == '3' && !second:
		return []leaf{{classText, "#1 Title of Security", ""}, {classAmount, "#2 Amount of Securities Beneficially Owned", ""}, with(owner, "#3"), with(nature, "#4")}
	case number == '3':
		return []leaf{{classText, "#1 Title of Derivative Security", ""},
			{classDate, "Date Exercisable", "#2 " + dates}, {classDate, "Expiration Date", dates},
			{classText, "Title", "#3 " + under}, {classAmount, "Amount or Number of Shares", under},
			{classPrice, "#4 Conversion or Exercise Price of Derivative Security", ""}, with(owner, "#5"), with(nature, "#6")}
	}
	var out []leaf
	if !second {
		out = []leaf{{classText, "#1 Title of Security", ""}, {classDate, "#2 Transaction Date Month Day Year", ""}, {classDate, "#2a Deemed Execution Date if any Month Day Year", ""},
			{classCode, "Code", "#3 Transaction Code"}, {classEarly, "V", "Transaction"},
			{classAmount, "Amount", "#4 " + moved}, {classSign, "A D", moved}, {classPrice, "Price", moved},
			{classAmount, "#5 Amount of Securities Beneficially Owned Following Reported Transaction s end Issuer's Fiscal Year Month", ""}, with(owner, "#6"), with(nature, "#7")}
	} else {
		out = []leaf{{classText, "#1 Title of Derivative Security", ""}, {classPrice, "#2 Conversion or Exercise Price of Derivative Security", ""},
			{classDate, "#3 Transaction Date Month Day Year", ""}, {classDate, "#3a Deemed Execution Date if any Month Day Year", ""},
			{classCode, "Code", "#4 Transaction Code"}, {classEarly, "V", "Transaction"},
			{classAmount, "A", "#5 Number of Derivative " + moved}, {classAmount, "D", "Number of Derivative " + moved},
			{classDate, "Date Exercisable", "#6 " + dates}, {classDate, "Expiration Date", dates},
			{classText, "Title", "#7 " + under}, {classAmount, "Amount or Number of Shares", under},
			{classPrice, "#8 Price of Derivative Security", ""},
			{classAmount, "#9 Number of Derivative Securities Beneficially Owned Following Reported Transaction s end Issuer's Fiscal Year Month", ""}, with(owner, "#10"), with(nature, "#11")}
	}
	if number == '5' {
		for i := range out {
			if out[i].class == classEarly {
				return append(out[:i], out[i+1:]...)
			}
		}
	}
	return out
}

func with(l leaf, number string) leaf {
	l.own = number + " " + l.own
	return l
}

// headKeys gives what a word of a head may be found by: its folded parts, a number
// with a dot as "#2a".
func headKeys(t *token) []string {
	s := strings.ToLower(t.Text)
	dot := strings.IndexByte(s, '.')
	if dot <= 0 || dot > 3 || s[0] < '0' || s[0] > '9' {
		return t.keys
	}
	n := s[:dot]
	if !isDigits(strings.TrimSuffix(n, "a")) || dot+1 < len(s) && s[dot+1] >= '0' && s[dot+1] <= '9' {
		return t.keys
	}
	keys := []string{"#" + n}
	if len(t.keys) > 1 {
		keys = append(keys, t.keys[1:]...)
	}
	return keys
}

// numbered is how well the number of a head fits its column.
const numbered = 8

// vocabulary tells for each word of the heads how well it fits each column.
type vocabulary struct {
	words map[string][]float32
	alone map[string][]float32 // of the lowest heads of a group
	width int
}

var fillers = " of or and if any to the s "

func newVocabulary(cols []leaf) vocabulary {
	v := vocabulary{words: map[string][]float32{}, alone: map[string][]float32{}, width: len(cols)}
	for i, c := range cols {
		if c.over == "" {
			continue
		}
		for _, w := range strings.Fields(strings.ToLower(c.own)) {
			if strings.Contains(" code v amount a d price exercisable expiration title ", " "+w+" ") {
				if v.alone[w] == nil {
					v.alone[w] = make([]float32, len(cols))
				}
				v.alone[w][i] = 12
			}
		}
	}
	for _, fits := range v.alone {
		for i := range fits {
			if fits[i] == 0 {
				fits[i] = -4
			}
		}
	}
	put := func(text string, col int, weight float32) {
		for _, w := range strings.Fields(text) {
			w = strings.ToLower(w)
			if strings.Contains(fillers, " "+w+" ") {
				continue
			}
			if v.words[w] == nil {
				v.words[w] = make([]float32, len(cols))
			}
			v.words[w][col] = max(v.words[w][col], weight)
		}
	}
	for i, c := range cols {
		put(c.own, i, 2)
		put(c.over, i, 1)
	}
	for w, fits := range v.words {
		n := 0
		for _, f := range fits {
			if f > 0 {
				n++
			}
		}
		for i := range fits {
			switch {
			case fits[i] == 0:
				fits[i] = -3
			case n == 1:
				fits[i] *= 3
			}
			if w[0] == '#' && fits[i] > 0 {
				fits[i] = numbered
			}
		}
	}
	return v
}

// find gives how a word fits the columns, or nil for a word that no head has.
func (v *vocabulary) find(key string) []float32 {
	if f := v.words[key]; f != nil {
		return f
	}
	if len(key) >= 4 {
		for w, f := range v.words {
			if len(w) >= 4 && like(w, key) {
				return f
			}
		}
	}
	return nil
}

// leafFits gives how a word fits the columns that stands alone, as only the lowest
// heads do: "V", "(A)", "Price".
func (v *vocabulary) leafFits(t *token) []float32 {
	if len(t.keys) != 1 {
		return nil
	}
	return v.alone[t.keys[0]]
}

// fits gives how a word of a head fits the columns.
func (v *vocabulary) fits(t *token) []float32 {
	for _, k := range headKeys(t) {
		if f := v.find(k); f != nil {
			return f
		}
	}
	return nil
}

// fit tells how well a word of a row fits a column.
func fit(c class, k kind) float32 {
	switch k {
	case kindMark:
		return 0
	case kindDash:
		return 0
	}
	switch c {
	case classText:
		switch k {
		case kindText:
			return 2
		case kindDate, kindDollar:
			return -4
		case kindNumber:
			return -1
		}
		return -2
	case classDate:
		switch k {
		case kindDate:
			return 8
		case kindText:
			return -3
		}
		return -5
	case classCode:
		switch k {
		case kindCode:
			return 5
		case kindA, kindD, kindI:
			return 2
		case kindText:
			return -3
		}
		return -6
	case classEarly:
		if k == kindV {
			return 7
		}
		return -6
	case classAmount:
		switch k {
		case kindNumber:
			return 4
		case kindDollar:
			return 0
		case kindDate:
			return -8
		}
		return -4
	case classPrice:
		switch k {
		case kindNumber:
			return 4
		case kindDollar:
			return 3
		case kindDate:
			return -8
		}
		return -4
	case classSign:
		switch k {
		case kindA, kindD:
			return 5
		}
		return -6
	case classOwner:
		switch k {
		case kindD, kindI:
			return 6
		}
		return -6
	}
	return 0
}

// fitMark tells how well a mark that stands alone fits a column: prices and dates are
// often told by a note only, a code never.
func fitMark(c leaf) float32 {
	switch {
	case c.class == classPrice, c.class == classDate && strings.Contains(c.over, "Exercisable"):
		return 0.5
	case c.class == classText, c.class == classAmount:
		return 0
	}
	return -1
}
