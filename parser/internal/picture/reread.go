package picture

import (
	"unicode/utf8"

	"filingview/parser/internal/sheet"
)

// page is a page that is read again.
type page struct {
	sheet   *sheet.Page
	raster  *raster
	regions []region
	tables  float32 // where the title of the first table stands; 0 where there is none
}

// maxWords bounds the words of a page that is read again; a form has a thousand.
const maxWords = 6000

// Reread reads the words of pages again whose pictures are given; nil for one without.
// Words that were misread get what the picture shows, and keep what the text layer has
// of them; those that it passed over are added, and so are ruled lines.
func Reread(pages []sheet.Page, pictures []*Grey) {
	var all []*page
	for i, g := range pictures {
		if g == nil || i >= len(pages) || len(pages[i].Words) > maxWords {
			continue
		}
		r := newRaster(g)
		if r == nil {
			continue
		}
		p := &page{sheet: &pages[i], raster: r}
		p.sheet.Rules = append(p.sheet.Rules, r.takeLines()...)
		blots := r.blots()
		r.measure(blots)
		r.takeUnderlines()
		if blots = r.blots(); blots == nil {
			continue
		}
		p.part(blots)
		all = append(all, p)
	}
	a := learn(all)
	seen := map[string]int{} // words of the text layer, and how often
	for _, p := range all {
		for i := range p.sheet.Words {
			w := &p.sheet.Words[i]
			seen[w.Text]++
			if p.tables == 0 && w.Text == "Table" {
				p.tables = w.Box.Y0
			}
		}
	}
	for _, p := range all {
		p.read(a, seen)
	}
}

// learn sorts all letters by what they look like, and names them by what the text
// layer has where it has as many letters as there are.
func learn(pages []*page) *alphabet {
	a := &alphabet{}
	for _, p := range pages {
		for i := range p.regions {
			g := &p.regions[i]
			for k := range g.rows {
				for j := range g.rows[k].letters {
					a.sort(&g.rows[k].letters[j].shape)
				}
			}
			if len(g.words) != 1 || len(g.rows) != 1 {
				continue
			}
			text := p.sheet.Words[g.words[0]].Text
			if utf8.RuneCountInString(text) != len(g.rows[0].letters) {
				continue
			}
			j := 0
			for _, c := range text {
				if k := g.rows[0].letters[j].shape.ofWhich; k >= 0 {
					if a.kinds[k].votes == nil {
						a.kinds[k].votes = map[rune]int{}
					}
					a.kinds[k].votes[c]++
				}
				j++
			}
		}
	}
	a.name()
	return a
}
