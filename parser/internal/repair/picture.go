package repair

import (
	"fmt"
	"strings"

	"filingview/parser/internal/printed"
	"filingview/parser/internal/reason"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// explainPicture gives cells that were read from the picture of a page the words that the
// text layer over it has, and says so. It comes after the other repairs, which work on what
// the picture shows.
func (r *repairer) explainPicture(lines []printed.Line) {
	pages := map[int32][]*sheet.Word{}
	for i := range r.Blocks {
		for _, l := range r.Blocks[i].Lines {
			for k := range l {
				if w := &l[k]; w.Again {
					pages[w.At.Page] = append(pages[w.At.Page], w)
				}
			}
		}
	}
	if len(pages) == 0 {
		return
	}
	for v := range r.f.Readings() {
		var words []*sheet.Word
		for _, s := range v.At {
			for _, w := range pages[s.Page] {
				if x, y := (w.Box.X0+w.Box.X1)/2, (w.Box.Y0+w.Box.Y1)/2; x >= s.Box.X0 && x <= s.Box.X1 && y >= s.Box.Y0 && y <= s.Box.Y1 {
					words = append(words, w)
				}
			}
		}
		if len(words) > 0 {
			explainWords(v, words)
		}
	}
	for i := range lines {
		h := &lines[i]
		for c := range h.Cells {
			if c >= len(h.Columns) || len(h.Cells[c].Notes) == 0 {
				continue
			}
			if v := h.Reading(h.Columns[c]); v != nil {
				explainMark(v, h.Cells[c].Lines)
			}
		}
	}
}

// explainWords puts the words of the text layer in a cell's text, and says which words were
// read from the picture.
func explainWords(v *ownership.Reading, words []*sheet.Word) {
	fields := strings.Fields(v.Raw)
	var layer, shown []string
	at := 0
	for i, w := range words {
		if i == 0 || w.Said != words[i-1].Said {
			if w.Said != "" {
				layer = append(layer, w.Said)
			}
		}
		shown = append(shown, w.Text)
		for k := at; k < len(fields); k++ {
			if fields[k] != w.Text {
				continue
			}
			switch {
			case i > 0 && w.Said == words[i-1].Said && w.Said != "":
				fields[k] = "" // it stands there already
			case w.Said != "":
				fields[k] = w.Said
			}
			at = k + 1
			break
		}
	}
	if raw := strings.Join(strings.Fields(strings.Join(fields, " ")), " "); raw != "" {
		v.Raw = raw
	}
	why := reason.PictureOnly.Of(clip(strings.Join(shown, " ")))
	if len(layer) > 0 {
		why = reason.Picture.Of(clip(strings.Join(layer, " ")), clip(strings.Join(shown, " ")))
	}
	fromPicture(v, why, words[0].At.Page)
}

// explainMark says that a note's mark was read from the picture.
func explainMark(v *ownership.Reading, lines [][]sheet.Word) {
	for _, l := range lines {
		for k := range l {
			if w := &l[k]; w.Again && w.Raised {
				why := reason.PictureMarkOnly.Of(w.Text)
				if w.Said != "" {
					why = reason.PictureMark.Of(w.Said, w.Text)
				}
				fromPicture(v, why, w.At.Page)
				return
			}
		}
	}
}

func fromPicture(v *ownership.Reading, why reason.Why, page int32) {
	if v.State != ownership.Known && v.How != ownership.Guessed {
		v.How = ownership.Guessed
	}
	reason.Link(v, why, fmt.Sprintf("the picture of page %d, its letters compared with others of the document", page))
}
