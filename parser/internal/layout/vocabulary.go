package layout

import (
	"slices"
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

// vocabulary tells for each word of the heads how well it fits each column.
type vocabulary struct {
	words map[string][]float32
	alone map[string][]float32 // of the lowest heads of a group
	long  []string             // words that may be known with a letter misread, sorted
}

func newVocabulary(cols []form.Head) vocabulary {
	v := vocabulary{words: map[string][]float32{}, alone: map[string][]float32{}}
	for i, c := range cols {
		if c.Over == "" {
			continue
		}
		for _, w := range strings.Fields(strings.ToLower(c.Own)) {
			if form.IsLowHead(w) {
				if v.alone[w] == nil {
					v.alone[w] = make([]float32, len(cols))
				}
				v.alone[w][i] = fitLowHead
			}
		}
	}
	for _, fits := range v.alone {
		for i := range fits {
			if fits[i] == 0 {
				fits[i] = fitOtherLow
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
		put(c.Own, i, fitOwnWord)
		if c.Number != "" {
			put("#"+c.Number, i, fitNumbered)
		}
		put(c.Over, i, fitOverWord)
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
				fits[i] = fitOtherHead
			case n == 1:
				fits[i] *= fitOneColumn
			}
			if w[0] == '#' && fits[i] > 0 {
				fits[i] = fitNumbered
			}
		}
		if len(w) >= 4 {
			v.long = append(v.long, w)
		}
	}
	slices.Sort(v.long)
	return v
}

// find gives how a word fits the columns, or nil for a word that no head has.
func (v *vocabulary) find(key string) []float32 {
	if f := v.words[key]; f != nil {
		return f
	}
	if len(key) >= 4 {
		for _, w := range v.long {
			if form.Like(w, key) {
				return v.words[w]
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

// fitMark tells how well a mark that stands alone fits a column: prices and dates are
// often told by a note only, a code never.
func fitMark(c form.Column) float32 {
	switch {
	case c == form.ColPrice, c == form.ColExercisePrice, c == form.ColExercisable, c == form.ColExpiration:
		return fitLoneMark
	case c.IsText(), c.Class() == form.ClassAmount:
		return 0
	}
	return fitLostMark
}
