package layout

import (
	"cmp"
	"slices"
)

// seatMarks lowers marks of notes, which are set small and above the line, to the
// line of the word that they stand after: they may be as near to the line above.
func seatMarks(words []token, letter, height float32) {
	small := func(w *token) bool {
		return w.Raised && w.y1-w.y0 < heightRaised*height || w.y1-w.y0 < heightSmall*height && (w.what == kindMark || len(w.Text) <= 4 && w.Text[0] == '(')
	}
	var marks []int
	rows := map[int][]int{} // words by their height on the page
	row := func(y float32) int { return int(y / height) }
	for i := range words {
		if w := &words[i]; small(w) {
			marks = append(marks, i)
		} else {
			rows[row((w.y0+w.y1)/2)] = append(rows[row((w.y0+w.y1)/2)], i)
		}
	}
	slices.SortFunc(marks, func(a, b int) int { return cmp.Compare(words[a].x0, words[b].x0) })
	for _, i := range marks {
		w := &words[i]
		host, least := -1, letterMark*letter
		for r := row(w.y0) - 1; r <= row(w.y1)+1; r++ {
			for _, k := range rows[r][:min(len(rows[r]), wordsCompared)] {
				h := &words[k]
				gap := w.x0 - h.x1
				if over := min(w.y1, h.y1) - max(w.y0, h.y0); over < 0.3*(w.y1-w.y0) || gap < -letterHanging*letter || h.x0 >= w.x0 {
					continue
				}
				if gap < least {
					host, least = k, gap
				}
			}
		}
		if host < 0 {
			continue
		}
		h := &words[host]
		d := (h.y0+h.y1)/2 - (w.y0+w.y1)/2
		w.y0, w.y1 = w.y0+d, w.y1+d
		mid := row((w.y0 + w.y1) / 2)
		rows[mid] = append(rows[mid], i)
	}
}
