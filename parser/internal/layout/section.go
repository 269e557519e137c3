package layout

import (
	"sort"
	"strings"

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

// key is a folded part of a word of a line.
type key struct {
	text string
	word int // index
}

func keysOf(words []token) []key {
	var out []key
	for i := range words {
		for _, k := range words[i].keys {
			out = append(out, key{bareLabel(k), i})
		}
	}
	return out
}

// bareLabel drops a misread number that is glued to a label: "l.title".
func bareLabel(s string) string {
	if len(s) > 5 && s[1] == '.' && strings.IndexByte("li!|jt", s[0]) >= 0 && strings.IndexByte(s[2:], '.') < 0 {
		return s[2:]
	}
	return s
}

// sequence finds words one behind the other and gives the first's index among the
// keys, or -1.
func sequence(keys []key, words ...string) int {
	for i := 0; i+len(words) <= len(keys); i++ {
		ok := true
		for j, w := range words {
			if !form.Like(keys[i+j].text, w) {
				ok = false
				break
			}
		}
		if ok {
			return i
		}
	}
	return -1
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
		k := sectionNone
		switch {
		case len(keys) == 0:
		case isFirstBox(keys, p):
			k, second = sectionHeader, false
		case tableTitle(keys) == 2:
			k, second = sectionTableII, true
		case tableTitle(keys) == 1 && state == sectionTableI:
			k = sectionTableI // the next page says it again
		case tableTitle(keys) == 1 && state != sectionHeader:
			k, second = sectionPlain, false
		case l.isHead(i, keys, p), titled > 0 && i-titled < 16 && headWords(keys) >= 4:
			k = sectionTableI
			if titleOf(keys) < 0 {
				if second {
					k = sectionTableII
				}
			} else if second && !l.saysSecurity(i, "security") || l.saysSecurity(i, "derivative") {
				k = sectionTableII
			}
			titled = 0
			from := l.headTop(i, state)
			for j := from; j < i; j++ {
				l.kinds[j] = k
			}
		case sequence(keys, "explanation", "of", "responses") >= 0 && sequence(keys, "explanation") <= 1:
			k = sectionNotes
		case keys[0].text == "remarks" && (strings.HasSuffix(ln.words[0].Text, ":") || len(keys) == 1):
			k = sectionRemarks
		case len(keys) == 2 && sequence(keys, "reporting", "owners") == 0, sequence(keys, "reporting", "owner", "name") == 0:
			k = sectionOwners
		case len(keys) == 1 && keys[0].text == "signatures":
			k = sectionSignatures
		case isSignatureLabel(keys) && state != sectionSignatures:
			k = sectionSignatures
			from := l.signatureTop(i)
			for j := from; j < i; j++ {
				l.kinds[j] = sectionSignatures
			}
		case state != sectionHeader && state != sectionNone && state != sectionSignatures && isSigned(ln.words):
			k = sectionSignatures
		case state != sectionHeader && state != sectionNotes && state != sectionRemarks && isBoilerplate(keys):
			k = sectionPlain
		case isBoilerplate(keys) && state == sectionRemarks:
			k = sectionPlain
		case sequence(keys, "united", "states", "securities", "and", "exchange") >= 0, state > sectionHeader && isFormTitle(keys):
			k = sectionPlain
		}
		if k != sectionNone {
			state = k
		}
		if tableTitle(keys) > 0 {
			titled = i // its heads follow
		}
		if n := formNumber(keys); n != 0 {
			l.titles = append(l.titles, formTitleAt{i, n})
		}
		l.kinds[i] = k
	}
}

// isFirstBox reports whether a line begins with the label of box 1.
func isFirstBox(keys []key, p *sheetPage) bool {
	at := p.sequence(keys, "name", "and", "address", "of", "reporting", "person")
	return at >= 0 && at <= 2
}

// sequence is as the function of that name, but in a scan one word of many may be
// misread altogether.
func (p *sheetPage) sequence(keys []key, words ...string) int {
	if at := sequence(keys, words...); at >= 0 || !p.scan || len(words) < 4 {
		return at
	}
	for i := 0; i+len(words) <= len(keys); i++ {
		wrong := 0
		for j, w := range words {
			if !form.Like(keys[i+j].text, w) {
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

// formNumber reads the title "FORM 4".
func formNumber(keys []key) byte {
	for i := 0; i+1 < len(keys) && i < 2; i++ {
		if keys[i].text == "form" {
			n := keys[i+1].text
			if len(n) <= 2 && n[0] >= '3' && n[0] <= '5' && (len(n) == 1 || n[1] == 'a') && (len(keys) <= i+4 || i == 0 && keys[0].word == 0) && sequence(keys, "holdings") < 0 && sequence(keys, "transactions") < 0 && sequence(keys, "obligations") < 0 && sequence(keys, "or", "form") < 0 {
				return n[0]
			}
		}
	}
	switch {
	case sequence(keys, "initial", "statement", "of") >= 0:
		return '3'
	case sequence(keys, "annual", "statement", "of") >= 0:
		return '5'
	}
	return 0
}

func isFormTitle(keys []key) bool {
	return len(keys) >= 2 && len(keys) <= 4 && keys[0].text == "form" && formNumber(keys) != 0
}

// numberAt is the form's number at a line.
func (l *layout) numberAt(line int) byte {
	i := sort.Search(len(l.titles), func(i int) bool { return l.titles[i].line > line })
	if i == 0 {
		return '4'
	}
	return l.titles[i-1].number
}

// tableTitle reads "Table I - Non-Derivative …" and "Table II - Derivative …": 1, 2
// or 0.
func tableTitle(keys []key) int {
	for i := 0; i+1 < len(keys); i++ {
		if !form.Like(keys[i].text, "table") {
			continue
		}
		for _, k := range keys[i+1 : min(len(keys), i+5)] {
			switch {
			case form.Like(k.text, "non-derivative") || k.text == "non":
				return 1
			case form.Like(k.text, "derivative"):
				return 2
			}
		}
	}
	return 0
}

// isHead reports whether a line begins the heads of a table: "1. Title of" at the
// left, with other heads beside it.
func (l *layout) isHead(i int, keys []key, p *sheetPage) bool {
	at := titleOf(keys)
	if at < 0 {
		return false
	}
	w := &l.lines[i].words[keys[at].word]
	if w.x0 > p.left+(p.right-p.left)*0.25 || len(keys) < 4 {
		return false
	}
	others := headWords(keys[at+2:])
	return others >= 2 || others == 1 && at <= 1 && len(l.lines[i].words) < 12
}

// headWords counts the words of a line that stand at the top of heads.
func headWords(keys []key) int {
	n := 0
	for _, s := range [...]string{"transaction", "conversion", "amount", "ownership", "date", "number", "deemed", "nature", "price"} {
		if sequence(keys, s) >= 0 {
			n++
		}
	}
	return n
}

// titleOf finds "Title of" among the first words of a line, or -1.
func titleOf(keys []key) int {
	if at := sequence(keys, "title", "of"); at >= 0 && at <= 3 {
		return at
	}
	return -1
}

// saysSecurity reports whether a word stands next in the first head.
func (l *layout) saysSecurity(i int, word string) bool {
	keys := keysOf(l.lines[i].words)
	at := titleOf(keys)
	first := &l.lines[i].words[keys[at].word]
	if at+2 < len(keys) {
		w := &l.lines[i].words[keys[at+2].word]
		if w.x0-l.lines[i].words[keys[at+1].word].x1 < 3*l.pages[l.lines[i].page].letter && form.Like(keys[at+2].text, "derivative") {
			return word == "derivative"
		}
		if form.Like(keys[at+2].text, "security") {
			return word == "security"
		}
	}
	for j := i + 1; j < len(l.lines) && j < i+5 && l.lines[j].page == l.lines[i].page; j++ {
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
	for from > 0 && i-from < 8 && l.lines[from-1].page == l.lines[i].page && l.kinds[from-1] == sectionNone {
		ln := l.lines[from-1]
		if l.lines[from].y0-ln.y1 > l.pages[ln.page].height || tableTitle(keysOf(ln.words)) > 0 {
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

// isBoilerplate reports whether a line begins one of the form's own sentences.
func isBoilerplate(keys []key) bool {
	for _, s := range [...][]string{{"reminder"}, {"persons", "who", "respond"}, {"potential", "persons", "who"}, {"persons", "who", "are"},
		{"if", "the", "form", "is", "filed", "by"}, {"intentional", "misstatements"}, {"note", "file", "three"}} {
		if at := sequence(keys, s...); at >= 0 && (at <= 1 || len(s) > 2) {
			return true
		}
	}
	return false
}
