package formreader

import "strings"

// column is what a column of Table I or Table II holds.
type column uint8

const (
	colNone column = iota
	colTitle
	colExercisePrice
	colDate
	colDeemed
	colCode
	colV
	colAcquired
	colDisposed
	colAmount
	colAcquiredDisposed
	colExercisable
	colExpiration
	colUnderlyingTitle
	colUnderlyingAmount
	colPrice
	colFollowing
	colOwnership
	colNature
	columns
)

// The leaf columns of the forms, in their order (SEC 1473, 1474 and 2270): Form 5
// has no V.
var (
	form4I  = []column{colTitle, colDate, colDeemed, colCode, colV, colAmount, colAcquiredDisposed, colPrice, colFollowing, colOwnership, colNature}
	form4II = []column{colTitle, colExercisePrice, colDate, colDeemed, colCode, colV, colAcquired, colDisposed, colExercisable, colExpiration,
		colUnderlyingTitle, colUnderlyingAmount, colPrice, colFollowing, colOwnership, colNature}
	form3I  = []column{colTitle, colFollowing, colOwnership, colNature}
	form3II = []column{colTitle, colExercisable, colExpiration, colUnderlyingTitle, colUnderlyingAmount, colExercisePrice, colOwnership, colNature}
	// Before August 2002 there was no deemed execution date, and text forms print
	// (A) or (D) as a column of Table II.
	form4Old   = []column{colTitle, colDate, colCode, colV, colAmount, colAcquiredDisposed, colPrice, colFollowing, colOwnership, colNature}
	form4OldII = []column{colTitle, colExercisePrice, colDate, colCode, colV, colAmount, colAcquiredDisposed, colExercisable, colExpiration,
		colUnderlyingTitle, colUnderlyingAmount, colPrice, colFollowing, colOwnership, colNature}
)

// headWords are what the head of a column says of it, whole sequences of folded
// words; any one is enough, the first is the surest.
func headWords(c column) [][]string {
	switch c {
	case colTitle:
		return [][]string{{"title", "of", "security"}, {"title", "of", "derivative", "security"}, {"title", "of", "derivative"}, {"title", "of"}}
	case colExercisePrice:
		return [][]string{{"conversion", "or", "exercise"}, {"exercise", "price"}, {"conversion"}, {"con", "version"}}
	case colDate:
		return [][]string{{"transaction", "date"}, {"trans", "date"}, {"transaction"}}
	case colDeemed:
		return [][]string{{"deemed"}, {"execution", "date"}}
	case colCode:
		return [][]string{{"transaction", "code"}, {"code"}}
	case colV:
		return [][]string{{"v"}}
	case colAcquired:
		return [][]string{{"a"}}
	case colDisposed:
		return [][]string{{"d"}}
	case colAmount:
		return [][]string{{"amount"}}
	case colAcquiredDisposed:
		return [][]string{{"a", "or", "d"}, {"a", "d"}}
	case colExercisable:
		return [][]string{{"date", "exercisable"}, {"exercisable"}, {"date", "exer"}}
	case colExpiration:
		return [][]string{{"expiration", "date"}, {"expiration"}, {"expir"}}
	case colUnderlyingTitle:
		return [][]string{{"title"}}
	case colUnderlyingAmount:
		return [][]string{{"amount", "or", "number"}, {"number", "of", "shares"}}
	case colPrice:
		return [][]string{{"price"}}
	case colFollowing:
		return [][]string{{"amount", "of", "securities", "beneficially"}, {"number", "of", "derivative", "securities", "beneficially"}, {"beneficially", "owned"}, {"owned"}}
	case colOwnership:
		return [][]string{{"ownership", "form"}, {"direct", "d"}, {"form"}}
	case colNature:
		return [][]string{{"nature"}, {"indirect", "beneficial"}}
	}
	return nil
}

// layouts are the orders of columns that a table of a form may have.
func layouts(number byte, second bool) [][]column {
	without := func(cols []column, drop ...column) []column {
		var out []column
		for _, c := range cols {
			if strings.IndexByte(string(asBytes(drop)), byte(c)) < 0 {
				out = append(out, c)
			}
		}
		return out
	}
	if second {
		all := [][]column{form4II, form4OldII, without(form4II, colDeemed), without(form4II, colV), without(form4II, colV, colDeemed)}
		switch number {
		case '3':
			return append([][]column{form3II}, all...)
		case '5':
			return append([][]column{without(form4II, colV)}, all...)
		}
		return append(all, form3II)
	}
	all := [][]column{form4I, form4Old, without(form4I, colV), without(form4Old, colV)}
	switch number {
	case '3':
		return append([][]column{form3I}, all...)
	case '5':
		return append([][]column{without(form4I, colV)}, all...)
	}
	return append(all, form3I)
}

func asBytes(cols []column) []byte {
	out := make([]byte, len(cols))
	for i, c := range cols {
		out[i] = byte(c)
	}
	return out
}

// assign says what each column of a table holds, by the form's number, by how many
// columns there are, by the words of the heads and by what the cells look like.
// Columns keep the form's order, some may be left out on either side.
func assign(number byte, second bool, heads [][]string, rows [][]cell, width int) []column {
	// Of the layouts with as many columns, the one that the heads name best.
	var exact []column
	most := -1
	for _, l := range layouts(number, second) {
		if len(l) != width || !fits(l, heads) {
			continue
		}
		named := 0
		for i := range min(width, len(heads)) {
			named += headScore(l[i], heads[i])
		}
		if named > most {
			exact, most = l, named
		}
	}
	if exact != nil {
		return exact
	}
	best, bestScore := []column(nil), -1
	for _, l := range layouts(number, second) {
		cols, score := align(l, heads, rows, width)
		if score > bestScore {
			best, bestScore = cols, score
		}
	}
	return best
}

// fits reports whether no head says that a layout of the right width is another's.
func fits(l []column, heads [][]string) bool {
	against, told := 0, 0
	for i, c := range l {
		if i >= len(heads) || len(heads[i]) == 0 {
			continue
		}
		told++
		if headScore(c, heads[i]) == 0 {
			against++
		}
	}
	return against*2 <= told
}

// headScore tells how well the words of a head name a column.
func headScore(c column, head []string) int {
	for i, words := range headWords(c) {
		if at := hasSequence(head, words...); at >= 0 {
			if (c == colV || c == colAcquired || c == colDisposed) && len(head) > 14 && head[len(head)-1] != words[0] {
				return 0 // it stands in the heading over several columns
			}
			return 8 - 2*min(i, 3)
		}
	}
	return 0
}

// align finds the order-keeping match of a layout to the columns of a table that
// heads and cells support best.
func align(l []column, heads [][]string, rows [][]cell, width int) ([]column, int) {
	score := func(i, j int) int {
		s := 0
		if i < len(heads) {
			s += headScore(l[j], heads[i])
		}
		for n, row := range rows {
			if n == 8 {
				break
			}
			if i < len(row) && len(row[i].words) > 0 {
				if looksLike(l[j], joined(row[i].words)) {
					s += 3
				} else {
					s -= 3
				}
			}
		}
		return s
	}
	// table[i][j] is the best for columns i.. and layout j..
	n, m := width, len(l)
	table := make([][]int, n+1)
	for i := range table {
		table[i] = make([]int, m+1)
	}
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			table[i][j] = max(table[i+1][j], table[i][j+1], table[i+1][j+1]+score(i, j))
		}
	}
	out := make([]column, n)
	for i, j := 0, 0; i < n && j < m; {
		switch table[i][j] {
		case table[i+1][j+1] + score(i, j):
			out[i] = l[j]
			i, j = i+1, j+1
		case table[i+1][j]:
			i++
		default:
			j++
		}
	}
	return out, table[0][0] - abs(n-m)
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// looksLike reports whether text is what a column can hold.
func looksLike(c column, s string) bool {
	switch c {
	case colDate, colDeemed, colExercisable, colExpiration:
		_, ok := parseDate(s)
		return ok
	case colCode:
		return isCode(s)
	case colV:
		return s == "V"
	case colAcquiredDisposed:
		_, ok := parseAcquiredDisposed(s)
		return ok
	case colOwnership:
		_, ok := parseDirectIndirect(s)
		return ok
	case colAmount, colAcquired, colDisposed, colUnderlyingAmount, colFollowing, colPrice, colExercisePrice:
		_, ok := parseNumber(s)
		return ok
	case colTitle, colUnderlyingTitle, colNature:
		letters := 0
		for _, r := range s {
			if r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' {
				letters++
			}
		}
		return letters >= 3
	}
	return false
}

// isCode reports whether text is a transaction code as printed: its letter, with a
// form's number before it or a K for a swap behind it.
func isCode(s string) bool {
	_, ok := parseCode(s)
	return ok
}

// coding is what a code cell says.
type coding struct {
	code  string
	form  string // 3, 4 or 5, if printed
	swap  bool
	early bool
	late  bool
}

func parseCode(s string) (coding, bool) {
	var c coding
	s = strings.Join(strings.Fields(s), "")
	if s != "" && s[0] >= '3' && s[0] <= '5' {
		c.form, s = s[:1], s[1:]
	}
	if s == "" {
		return c, c.form != ""
	}
	if s[0] < 'A' || s[0] > 'Z' {
		return c, false
	}
	c.code, s = s[:1], s[1:]
	for s != "" {
		switch {
		case strings.HasPrefix(s, "/"):
			s = s[1:]
		case s[0] == 'K' && !c.swap:
			c.swap, s = true, s[1:]
		case s[0] == 'V' && !c.early:
			c.early, s = true, s[1:]
		default:
			return c, false
		}
	}
	return c, true
}
