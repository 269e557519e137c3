package parser

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"filingview/parser/ownership"
)

// noteLimit is the length that the EDGAR ownership specification gives a note, in
// characters.
const noteLimit = 1000

// checkFootnotes holds the notes against the marks and against each other:
// footnote-dangling, footnote-unreferenced, footnote-duplicate-id,
// footnote-ref-repeated, footnote-empty, footnote-duplicate-text,
// footnote-number-gap, footnote-over-limit, footnote-truncated,
// footnote-in-exhibit (EDGAR ownership specification, sections 4.3.5, 4.3.6 and 5).
func checkFootnotes(f *ownership.Filing, s *cells) {
	if slices.ContainsFunc(s.cited, func(id string) bool { return indexNote(f, id) < 0 }) {
		dangling(f, s.cited)
	}
	danglingNumbers(f)
	if s.repeated {
		repeatedNotes(f)
	}
	numberGap(f)
	var said *saidNotes
	for i := range min(len(f.Footnotes), maxFindings) {
		n := &f.Footnotes[i]
		tell := func(rule string, severity ownership.Severity, message string) {
			report(f, rule, severity, fmt.Sprintf(message, clipText(n.ID)), fmt.Sprintf("footnotes[%d].text", i))
		}
		if indexNote(f, n.ID) < i {
			if n.ID == "" {
				tell("footnote-duplicate-id", ownership.Error, "More than one footnote has no id%s, so no mark can tell them apart.")
			} else {
				tell("footnote-duplicate-id", ownership.Error, "Two footnotes have the id %s; a mark with it leads to the first.")
			}
		}
		if n.Text.State == ownership.Blank {
			tell("footnote-empty", ownership.Warning, "Footnote %s has no text.")
		}
		if n.ID != "" && !slices.Contains(s.cited, n.ID) && len(s.cited) < maxFindings {
			if said == nil {
				said = notesSaid(f)
			}
			if !said.has(i, n.Label()) {
				severity := ownership.Warning
				if !isXML(f) {
					severity = ownership.Info
				}
				tell("footnote-unreferenced", severity, "No cell cites footnote %s, and no text refers to it.")
			}
		}
		if n.Text.IsKnown() {
			checkNoteText(f, i, tell)
		}
	}
}

// indexNote returns the place of the first note with the id, or -1.
func indexNote(f *ownership.Filing, id string) int {
	for i := range f.Footnotes {
		if f.Footnotes[i].ID == id {
			return i
		}
	}
	return -1
}

// checkNoteText runs the rules that look at the text of one note.
func checkNoteText(f *ownership.Filing, i int, tell func(rule string, severity ownership.Severity, message string)) {
	text := f.Footnotes[i].Text.V
	length := 0 // in characters, where it matters
	if len(text) >= noteLimit {
		length = utf8.RuneCountInString(text)
	}
	if length > noteLimit && isXML(f) {
		tell("footnote-over-limit", ownership.Info, "Footnote %s has "+grouped(length)+" characters; EDGAR takes "+grouped(noteLimit)+".")
	}
	if endsOpen(text, length) && !goesOn(f, i) {
		tell("footnote-truncated", ownership.Warning, "Footnote %s breaks off: “…"+strings.ReplaceAll(tail(text), "%", "%%")+"”.")
	}
	if where := pointsOut(text); where != "" {
		tell("footnote-in-exhibit", ownership.Info, "Footnote %s points to "+where+" for its text.")
	}
	for j := i - 1; j >= max(0, i-duplicateWindow); j-- {
		if o := &f.Footnotes[j]; o.ID != f.Footnotes[i].ID && sameWords(o.Text.V, text) {
			tell("footnote-duplicate-text", ownership.Info, "Footnote %s has the same text as footnote "+strings.ReplaceAll(clipText(o.ID), "%", "%%")+".")
			break
		}
	}
}

// tail returns the last words of a text.
func tail(text string) string {
	for i := max(0, len(text)-40); i < len(text); i++ {
		if i == 0 || isSpace(text[i-1]) {
			return clipText(text[i:])
		}
	}
	return clipText(text[strings.LastIndexFunc(text, unicode.IsSpace)+1:])
}

// sameWords reports whether two texts are equal but for case, spaces and
// punctuation; long ones, but for how they end. Notes on prices are long and much
// alike, and a filing may have many. Texts of no letter or digit are not compared.
func sameWords(a, b string) bool {
	const long = 200
	if len(a) > long || len(b) > long {
		return trimEnd(a) == trimEnd(b)
	}
	i, j, some := 0, 0, false
	for {
		for i < len(a) && !isWordByte(a[i]) {
			i++
		}
		for j < len(b) && !isWordByte(b[j]) {
			j++
		}
		if i == len(a) || j == len(b) {
			return some && i == len(a) && j == len(b)
		}
		x, y := a[i], b[j]
		if x != y && (x|0x20 != y|0x20 || isDigit(x) || isDigit(y) || x >= 0x80) {
			return false
		}
		// A point between digits is part of the number.
		if isDigit(x) && point(a, i) != point(b, j) {
			return false
		}
		some = true
		i, j = i+1, j+1
	}
}

func trimEnd(s string) string {
	for len(s) > 0 && (isSpace(s[len(s)-1]) || s[len(s)-1] == '.') {
		s = s[:len(s)-1]
	}
	return s
}

// point reports whether a point and a digit follow at i.
func point(s string, i int) bool { return i+2 < len(s) && s[i+1] == '.' && isDigit(s[i+2]) }

// endsOpen reports whether a text cannot end where it does: in the middle of the
// limit's last sentence, in a comma, or in a word that needs another ("the",
// "and"). A text that merely lacks its last point is whole ("See Remarks").
// length is 0 for a text far from the limit.
func endsOpen(text string, length int) bool {
	text = strings.TrimRight(text, " \t\r\n")
	if text == "" {
		return false
	}
	last := text[len(text)-1]
	if last == ',' {
		return true
	}
	if !isWordByte(last) {
		return false
	}
	if length == noteLimit || length == noteLimit-1 {
		return true
	}
	word := text[strings.LastIndexAny(text, " \t\r\n(")+1:]
	switch word {
	case "the", "an", "and", "or", "whose":
		return true
	case "a":
		return !mentions(text[max(0, len(text)-9):], "class", "series", "type")
	}
	return false
}

// goesOn reports whether a note that ends open is continued: by the next note,
// which begins in lower case, says so, or is cited behind it on one cell; in the
// remarks; or in an exhibit.
func goesOn(f *ownership.Filing, i int) bool {
	if mentions(f.Remarks.V, "continu", "footnote", "note", "exhibit") || startsOpen(f.Remarks.V) || mentions(f.Footnotes[i].Text.V, "exhibit 99", "continued") {
		return true
	}
	if i+1 >= len(f.Footnotes) {
		return false
	}
	next := &f.Footnotes[i+1]
	if startsOpen(next.Text.V) {
		return true
	}
	for r := range f.Readings() {
		if at := slices.Index(r.Notes, f.Footnotes[i].ID); at >= 0 && at+1 < len(r.Notes) && r.Notes[at+1] == next.ID {
			return true
		}
	}
	return false
}

// startsOpen reports whether a text goes on from another.
func startsOpen(text string) bool {
	text = strings.TrimLeft(text, " \t\r\n([.…-")
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(r) || hasPrefixFold(text, "continu") || hasPrefixFold(text, "cont'd") || hasPrefixFold(text, "cont.")
}

// pointsOut returns to what a note points for its own text, an exhibit 99 or the
// remarks, or "". The exhibit of another report is none of the filing's.
func pointsOut(text string) string {
	if !hasAround(text, "xhibit", 0) && !hasAround(text, "emarks", 4) && !(len(text) > 1 && isCapital(text[1])) {
		return "" // nearly all
	}
	for i := wordAt(text, "exhibit 99", 0); i >= 0; i = wordAt(text, "exhibit 99", i+1) {
		before := text[max(0, i-40):i]
		end := strings.Index(text[i:], ". ")
		if end < 0 {
			end = len(text) - i
		}
		if mentions(text[i:i+end], "8-k", "10-k", "10-q", "6-k", "13d", "13g", "registration", "s-1", "s-8", "s-4", "schedule", "form ") ||
			mentions(before, "8-k", "10-k", "10-q", "filed as", "schedule", "registration") {
			continue
		}
		if mentions(before, "see ", "refer to", "attached", "set forth in", "included in", "contained in", "continued in") ||
			mentions(text[i:i+end], "for text", "for the text", "attached", "hereto") {
			return "Exhibit 99"
		}
	}
	for _, w := range [...]string{"see remarks", "see the remarks", "see \"remarks", "see “remarks", "see 'remarks", "continued in remarks", "continued in the remarks", "refer to remarks", "refer to the remarks"} {
		if wholeWordAt(text, w) >= 0 {
			return "the remarks"
		}
	}
	return ""
}

// hasExhibit99 reports whether the submission has an exhibit that may hold notes.
func hasExhibit99(f *ownership.Filing) bool {
	return slices.ContainsFunc(f.Header.Documents, func(d ownership.Document) bool { return strings.HasPrefix(d.Type.V, "EX-99") })
}

// hasAround is strings.Contains by way of the word's rarest letter, at word[at]:
// the notes are half of many a filing.
func hasAround(text, word string, at int) bool {
	for i := 0; ; i++ {
		j := strings.IndexByte(text[i:], word[at])
		if j < 0 {
			return false
		}
		if i += j; i >= at && strings.HasPrefix(text[i-at:], word) {
			return true
		}
	}
}

// isCapital: a text whose second letter is one is written in capitals.
func isCapital(c byte) bool { return 'A' <= c && c <= 'Z' }

// numberGap tells of numbers that no note has: footnote-number-gap. Ids that are
// no numbers have no gaps.
func numberGap(f *ownership.Filing) {
	const most = 99 // the EDGAR ownership specification ends at F99
	if len(f.Footnotes) == 0 || len(f.Footnotes) > most {
		return
	}
	var there [most + 1]bool
	highest, behind := 0, 0
	for i := range f.Footnotes {
		label := f.Footnotes[i].Label()
		n, err := strconv.Atoi(label)
		if err != nil || n < 1 || n > most {
			return
		}
		there[n] = true
		if n > highest {
			highest, behind = n, i
		}
	}
	var missing []string
	for n := 1; n < highest; n++ {
		if !there[n] {
			missing = append(missing, strconv.Itoa(n))
		}
	}
	if len(missing) == 0 {
		return
	}
	message := "The footnotes go up to " + strconv.Itoa(highest) + ", but there is no footnote " + strings.Join(missing, ", ") + "."
	x := ownership.Finding{Rule: "footnote-number-gap", Severity: ownership.Info, Message: message}
	if f.Footnotes[behind].Text.Present() {
		x.Paths = []string{fmt.Sprintf("footnotes[%d].text", behind)}
	}
	addFinding(f, x)
}

// saidNotes are the notes that texts refer to by number.
type saidNotes struct {
	all   bool            // some text says "See footnotes" and no number
	by    map[string]int  // the note that refers to the label, or -1 for other text
	twice map[string]bool // more than one text refers to it
}

// notesSaid collects the numbers of notes that titles, natures of ownership,
// remarks, signatures and other notes refer to.
func notesSaid(f *ownership.Filing) *saidNotes {
	s := &saidNotes{by: map[string]int{}, twice: map[string]bool{}}
	add := func(text string, from int) {
		noteNumbers(text, func(n int) {
			label := strconv.Itoa(n)
			if was, ok := s.by[label]; ok && was != from {
				s.twice[label] = true
			}
			s.by[label] = from
		})
	}
	row := func(r *ownership.Row) {
		for _, text := range [...]string{r.SecurityTitle.V, r.UnderlyingTitle.V, r.NatureOfOwnership.V} {
			add(text, -1)
			s.all = s.all || isSeeNote(text) && !strings.ContainsAny(text, "0123456789")
		}
	}
	for i := range f.TableI {
		row(&f.TableI[i])
	}
	for i := range f.TableII {
		row(&f.TableII[i])
	}
	add(f.Remarks.V, -1)
	for i := range f.Signatures {
		add(f.Signatures[i].Name.V, -1)
	}
	for i := range f.Owners {
		add(f.Owners[i].Relationship.OfficerTitle.V, -1)
		add(f.Owners[i].Relationship.OtherText.V, -1)
	}
	for i := range min(len(f.Footnotes), maxFindings) {
		add(f.Footnotes[i].Text.V, i)
	}
	return s
}

// has reports whether a text refers to note i, which has the label: any but its own.
func (s *saidNotes) has(i int, label string) bool {
	from, ok := s.by[label]
	return s.all || ok && (from != i || s.twice[label])
}

// danglingNumbers tells of a nature of ownership that refers to a number no note
// has: "See footnote (4)". The note may stand in the remarks or in an exhibit.
func danglingNumbers(f *ownership.Filing) {
	look := func(l *line) {
		n := &l.r.NatureOfOwnership
		if at, _ := noteWord(n.V, 0); at < 0 || !isSeeNote(n.V) && !mentions(n.V, "see footnote", "see note") || mentions(n.V, "exhibit") {
			return
		}
		noteNumbers(n.V, func(number int) {
			label := strconv.Itoa(number)
			if slices.ContainsFunc(f.Footnotes, func(m ownership.Footnote) bool { return m.Label() == label }) ||
				f.Remarks.IsKnown() || hasExhibit99(f) || slices.ContainsFunc(f.Footnotes, func(m ownership.Footnote) bool { return mentions(m.Text.V, "exhibit") }) {
				return
			}
			l.tell("footnote-dangling", ownership.Error,
				fmt.Sprintf("“%s” refers to footnote %s, but the filing has no such footnote.", clipText(n.V), label), "natureOfOwnership")
		})
	}
	for i := range f.TableI {
		look(&line{f, &f.TableI[i], "tableI", i})
	}
	for i := range f.TableII {
		look(&line{f, &f.TableII[i], "tableII", i})
	}
}

// repeatedNotes tells of cells that cite one note more than once.
func repeatedNotes(f *ownership.Filing) {
	told := 0
	for c := range f.Cells() {
		for i, id := range c.Notes {
			if at := slices.Index(c.Notes, id); at == i || slices.Contains(c.Notes[at+1:i], id) {
				continue
			}
			if told++; told > maxFindings {
				return
			}
			report(f, "footnote-ref-repeated", ownership.Info,
				fmt.Sprintf("This cell cites footnote %s more than once.", clipText(id)), c.Path)
		}
	}
}

// dangling tells of marks that lead to no note, one finding an id.
func dangling(f *ownership.Filing, cited []string) {
	paths := map[string][]string{}
	for _, id := range cited {
		if indexNote(f, id) < 0 {
			paths[id] = nil
		}
	}
	for c := range f.Cells() {
		for _, id := range c.Notes {
			if p, ok := paths[id]; ok {
				paths[id] = append(p, c.Path)
			}
		}
	}
	for _, id := range cited {
		if p := paths[id]; p != nil {
			report(f, "footnote-dangling", ownership.Error,
				fmt.Sprintf("Footnote %s is cited, but the filing has no such footnote.", clipText(id)), p...)
		}
	}
}
