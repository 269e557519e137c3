package layout

import (
	"strings"

	"filingview/parser/internal/form"
)

// headKeys gives what a word of a head may be found by: its folded parts, a number
// with a dot as "#2a".
func headKeys(t *token) []string {
	n := form.NumberedWord(t.Text)
	if n == "" {
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

func newVocabulary(cols []form.Head) vocabulary {
	v := vocabulary{words: map[string][]float32{}, alone: map[string][]float32{}, width: len(cols)}
	for i, c := range cols {
		if c.Over == "" {
			continue
		}
		for _, w := range strings.Fields(strings.ToLower(c.Own)) {
			if form.IsLowHead(w) {
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
			if form.IsFiller(w) {
				continue
			}
			if v.words[w] == nil {
				v.words[w] = make([]float32, len(cols))
			}
			v.words[w][col] = max(v.words[w][col], weight)
		}
	}
	for i, c := range cols {
		put(c.Own, i, 2)
		if c.Number != "" {
			put("#"+c.Number, i, 2)
		}
		put(c.Over, i, 1)
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
			if len(w) >= 4 && form.Like(w, key) {
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
func fit(c form.Class, k kind) float32 {
	switch k {
	case kindMark:
		return 0
	case kindDash:
		return 0
	}
	switch c {
	case form.ClassText:
		switch k {
		case kindText:
			return 2
		case kindDate, kindDollar:
			return -4
		case kindNumber:
			return -1
		}
		return -2
	case form.ClassDate:
		switch k {
		case kindDate:
			return 8
		case kindText:
			return -3
		}
		return -5
	case form.ClassCode:
		switch k {
		case kindCode:
			return 5
		case kindA, kindD, kindI:
			return 2
		case kindText:
			return -3
		}
		return -6
	case form.ClassEarly:
		if k == kindV {
			return 7
		}
		return -6
	case form.ClassAmount:
		switch k {
		case kindNumber:
			return 4
		case kindDollar:
			return 0
		case kindDate:
			return -8
		}
		return -4
	case form.ClassPrice:
		switch k {
		case kindNumber:
			return 4
		case kindDollar:
			return 3
		case kindDate:
			return -8
		}
		return -4
	case form.ClassSign:
		switch k {
		case kindA, kindD:
			return 5
		}
		return -6
	case form.ClassOwner:
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
func fitMark(c form.Column) float32 {
	switch {
	case c == form.ColPrice, c == form.ColExercisePrice, c == form.ColExercisable, c == form.ColExpiration:
		return 0.5
	case c.IsText(), c.Class() == form.ClassAmount:
		return 0
	}
	return -1
}
