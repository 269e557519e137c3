package layout

import (
	"sort"

	"filingview/parser/internal/form"
)

// section is a part of the form.
type section uint8

const (
	sectionNone section = iota
	sectionPlain
	sectionHeader
	sectionTableI
	sectionTableII
	sectionOwners
	sectionSignatures
	sectionNotes
	sectionRemarks
)

// folded are the folded parts of some words, and the word that each is of.
type folded struct {
	text []string
	word []int
}

func keysOf(words []token) folded {
	var out folded
	for i := range words {
		for _, k := range words[i].keys {
			out.text, out.word = append(out.text, k), append(out.word, i)
		}
	}
	return out
}

// sectionAt tells which part of the form a line begins or goes on with.
func (l *layout) sectionAt(i int) section {
	if l.kinds == nil {
		l.findSections()
	}
	return l.kinds[i]
}

// findSections finds the lines with which the parts of the form begin.
func (l *layout) findSections() {
	l.kinds = make([]section, len(l.lines))
	state := sectionNone
	second := false // Table II was announced
	titled := 0     // the line of a title whose heads have not come
	for i, ln := range l.lines {
		keys := keysOf(ln.words)
		p := &l.pages[ln.page]
		k, heading := sectionNone, form.HeadingOf(ln.words[0].Text, keys.text)
		switch {
		case len(keys.text) == 0:
		case isFirstBox(keys, p):
			k, second = sectionHeader, false
		case form.TableTitle(keys.text) == 2:
			k, second = sectionTableII, true
		case form.TableTitle(keys.text) == 1 && state == sectionTableI:
			k = sectionTableI // the next page says it again
		case form.TableTitle(keys.text) == 1 && state != sectionHeader:
			k, second = sectionPlain, false
		case l.beginsHeads(i, keys, p), titled > 0 && i-titled < headsAfter && form.TopWords(keys.text) >= topHeads:
			k = sectionTableI
			if form.TitleHead(keys.text, 3) < 0 {
				if second {
					k = sectionTableII
				}
			} else if second && (titled > 0 || !l.saysSecurity(i, "security")) || l.saysSecurity(i, "derivative") {
				k = sectionTableII
			}
			titled = 0
			from := l.headTop(i, state)
			for j := from; j < i; j++ {
				l.kinds[j] = k
			}
		case heading == form.HeadingNotes:
			k = sectionNotes
		case heading == form.HeadingRemarks:
			k = sectionRemarks
		case heading == form.HeadingOwners:
			k = sectionOwners
		case heading == form.HeadingSignatures:
			k = sectionSignatures
		case form.IsSignatureLabel(keys.text) && state != sectionSignatures:
			k = sectionSignatures
			from := l.signatureTop(i)
			for j := from; j < i; j++ {
				l.kinds[j] = sectionSignatures
			}
		case state != sectionHeader && state != sectionNone && state != sectionSignatures && isSigned(ln.words):
			k = sectionSignatures
		case state != sectionHeader && state != sectionNotes && state != sectionRemarks && form.IsOwnLine(keys.text):
			k = sectionPlain
		case form.IsOwnLine(keys.text) && state == sectionRemarks:
			k = sectionPlain
		case form.NamesSEC(keys.text), state > sectionHeader && form.TitleNumber(keys.text) != 0:
			k = sectionPlain
		}
		if k != sectionNone {
			state = k
		}
		if form.TableTitle(keys.text) > 0 {
			titled = i // its heads follow
		}
		if n := titledNumber(keys); n != 0 {
			l.titles = append(l.titles, formTitleAt{i, n})
		}
		l.kinds[i] = k
	}
}

// isFirstBox reports whether a line begins with the label of box 1.
func isFirstBox(keys folded, p *sheetPage) bool {
	at := p.index(keys.text, form.FirstBox()...)
	return at >= 0 && at <= 2
}

// index is as form.Index, but in a scan one word of many may be misread altogether.
func (p *sheetPage) index(text []string, words ...string) int {
	if at := form.Index(text, words...); at >= 0 || !p.scan || len(words) < 4 {
		return at
	}
	for i := 0; i+len(words) <= len(text); i++ {
		wrong := 0
		for j, w := range words {
			if !form.Like(text[i+j], w) {
				if wrong++; wrong > 1 {
					break
				}
			}
		}
		if wrong <= 1 {
			return i
		}
	}
	return -1
}

type formTitleAt struct {
	line   int
	number byte
}

// titledNumber reads the title "FORM 4", or the name of a statement that no other form's
// has in it.
func titledNumber(k folded) byte {
	if n := form.TitleBeside(k.text, len(k.word) > 0 && k.word[0] == 0); n != 0 {
		return n
	}
	if n, _ := form.StatementNumber(k.text); n != '4' {
		return n
	}
	return 0
}

// numberAt is the form's number at a line.
func (l *layout) numberAt(line int) byte {
	i := sort.Search(len(l.titles), func(i int) bool { return l.titles[i].line > line })
	if i == 0 {
		return '4'
	}
	return l.titles[i-1].number
}

// beginsHeads reports whether a line begins the heads of a table: "1. Title of" at the
// left, with other heads beside it.
func (l *layout) beginsHeads(i int, keys folded, p *sheetPage) bool {
	at := form.TitleHead(keys.text, 3)
	if at < 0 {
		return false
	}
	w := &l.lines[i].words[keys.word[at]]
	if w.x0 > p.left+(p.right-p.left)*shareTitle || len(keys.text) < 4 {
		return false
	}
	others := form.TopWords(keys.text[at+2:])
	return others >= 2 || others == 1 && at <= 1 && len(l.lines[i].words) < 12
}

// saysSecurity reports whether a word stands next in the first head.
func (l *layout) saysSecurity(i int, word string) bool {
	keys := keysOf(l.lines[i].words)
	at := form.TitleHead(keys.text, 3)
	first := &l.lines[i].words[keys.word[at]]
	if at+2 < len(keys.text) {
		w := &l.lines[i].words[keys.word[at+2]]
		if w.x0-l.lines[i].words[keys.word[at+1]].x1 < letterToNumber*l.pages[l.lines[i].page].letter && form.Like(keys.text[at+2], "derivative") {
			return word == "derivative"
		}
		if form.Like(keys.text[at+2], "security") {
			return word == "security"
		}
	}
	for j := i + 1; j < len(l.lines) && j < i+titleLines && l.lines[j].page == l.lines[i].page; j++ {
		for k := range l.lines[j].words {
			w := &l.lines[j].words[k]
			if w.x0 > first.x1 || len(w.keys) == 0 {
				continue
			}
			switch {
			case form.Like(w.keys[0], "derivative"):
				return word == "derivative"
			case form.Like(w.keys[0], "security"):
				return word == "security"
			}
		}
	}
	return false
}

// headTop goes up from the line "1. Title of" over lines of heads that stand higher.
func (l *layout) headTop(i int, state section) int {
	voc := newVocabulary(form.Heads(l.numberAt(i), false))
	more := newVocabulary(form.Heads(l.numberAt(i), true))
	from := i
	for from > 0 && i-from < headsAbove && l.lines[from-1].page == l.lines[i].page && l.kinds[from-1] == sectionNone {
		ln := l.lines[from-1]
		if l.lines[from].y0-ln.y1 > l.pages[ln.page].height || form.TableTitle(keysOf(ln.words).text) > 0 {
			break
		}
		known, all := 0, 0
		for k := range ln.words {
			w := &ln.words[k]
			if len(w.keys) == 0 {
				continue
			}
			all++
			if voc.fits(w) != nil || more.fits(w) != nil {
				known++
			}
		}
		if all == 0 || known*3 < all*2 {
			break
		}
		from--
	}
	return from
}
