package rules

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"filingview/parser/internal/char"
	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

// noteLimit is the length that the EDGAR ownership specification gives a note, in
// characters.
const noteLimit = 1000

// checkNoteText runs the rules that look at the text of one note.
func checkNoteText(f *ownership.Filing, i int, tell func(rule ownership.Rule, message string)) {
	text := f.Footnotes[i].Text.V
	length := 0 // in characters, where it matters
	if len(text) >= noteLimit {
		length = utf8.RuneCountInString(text)
	}
	if length > noteLimit && isXML(f) {
		tell(ownership.RuleFootnoteOverLimit, "Footnote %s has "+wording.Number(length)+" characters; EDGAR takes "+wording.Number(noteLimit)+".")
	}
	if endsOpen(text, length) && !goesOn(f, i) {
		tell(ownership.RuleFootnoteTruncated, "Footnote %s breaks off: “…"+strings.ReplaceAll(tail(text), "%", "%%")+"”.")
	}
}

// tail returns the last words of a text.
func tail(text string) string {
	for i := max(0, len(text)-40); i < len(text); i++ {
		if i == 0 || char.IsSpace(text[i-1]) {
			return wording.Clip(text[i:])
		}
	}
	return wording.Clip(text[strings.LastIndexFunc(text, unicode.IsSpace)+1:])
}

// duplicateTexts tells of notes that say the same: footnote-duplicate-text. EDGAR
// takes 99 notes.
func duplicateTexts(f *ownership.Filing) {
	var keys [128]uint32
	n := min(len(f.Footnotes), len(keys))
	for i := range n {
		text := f.Footnotes[i].Text.V
		keys[i] = textKey(text)
		for j := i - 1; j >= 0; j-- {
			o := &f.Footnotes[j]
			if keys[j] == keys[i] && o.ID != f.Footnotes[i].ID && sameWords(o.Text.V, text) {
				report(f, ownership.RuleFootnoteDuplicateText,
					"Footnote "+wording.Clip(f.Footnotes[i].ID)+" has the same text as footnote "+wording.Clip(o.ID)+".",
					"footnotes["+strconv.Itoa(i)+"].text")
				break
			}
		}
	}
}

// longNote is the length from which notes are not compared word by word: those on
// prices are long and much alike, and a filing may have many.
const longNote = 200

// textKey is equal for texts of the same words: it sums up their letters and
// digits, of a long text a few bytes.
func textKey(text string) uint32 {
	const prime = 16777619
	key := uint32(2166136261)
	if len(text) > longNote {
		text = trimEnd(text)
		key ^= uint32(len(text))
		for i := 0; i < len(text); i += 19 {
			key = (key ^ uint32(text[i])) * prime
		}
		return key
	}
	for i := range len(text) {
		if c := text[i]; char.IsWordByte(c) {
			key = (key ^ uint32(c|0x20)) * prime
		}
	}
	return key
}

// sameWords reports whether two texts are equal but for case, spaces and
// punctuation; long ones, but for how they end. Texts of no letter or digit are
// not compared.
func sameWords(a, b string) bool {
	if len(a) > longNote || len(b) > longNote {
		return trimEnd(a) == trimEnd(b)
	}
	i, j, some := 0, 0, false
	for {
		for i < len(a) && !char.IsWordByte(a[i]) {
			i++
		}
		for j < len(b) && !char.IsWordByte(b[j]) {
			j++
		}
		if i == len(a) || j == len(b) {
			return some && i == len(a) && j == len(b)
		}
		x, y := a[i], b[j]
		if x != y && (x|0x20 != y|0x20 || char.IsDigit(x) || char.IsDigit(y) || x >= 0x80) {
			return false
		}
		// A point between digits is part of the number.
		if char.IsDigit(x) && point(a, i) != point(b, j) {
			return false
		}
		some = true
		i, j = i+1, j+1
	}
}

func trimEnd(s string) string {
	for len(s) > 0 && (char.IsSpace(s[len(s)-1]) || s[len(s)-1] == '.') {
		s = s[:len(s)-1]
	}
	return s
}

// point reports whether a point and a digit follow at i.
func point(s string, i int) bool { return i+2 < len(s) && s[i+1] == '.' && char.IsDigit(s[i+2]) }

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
	if !char.IsWordByte(last) {
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
// which begins in lower case, says so, or is cited after it on one cell; in the
// remarks; or in an exhibit.
func goesOn(f *ownership.Filing, i int) bool {
	if mentions(f.Remarks.V, "continu", "footnote", "note", "exhibit") || startsOpen(f.Remarks.V) || mentions(f.Footnotes[i].Text.V, "exhibit 99", "continued") {
		return true
	}
	if i+1 >= len(f.Footnotes) {
		return false
	}
	n, next := &f.Footnotes[i], &f.Footnotes[i+1]
	if startsOpen(next.Text.V) {
		return true
	}
	for _, table := range [...][]ownership.Row{f.TableI, f.TableII} {
		for i := range table[:min(len(table), lookAround)] {
			for _, r := range table[i].Readings() {
				if at := slices.Index(r.Notes, n.ID); at >= 0 && at+1 < len(r.Notes) && r.Notes[at+1] == next.ID {
					return true
				}
			}
		}
	}
	return false
}

// startsOpen reports whether a text goes on from another.
func startsOpen(text string) bool {
	text = strings.TrimLeft(text, " \t\r\n([.…-")
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(r) || char.HasPrefixFold(text, "continu") || char.HasPrefixFold(text, "cont'd") || char.HasPrefixFold(text, "cont.")
}

// pointsOut returns to what a note points for its own text, an exhibit 99 or the
// remarks, or "". The exhibit of another report is none of the filing's.
func pointsOut(text string) string {
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
	for i := wholeWordAt(text, "remarks"); i >= 0; {
		before := strings.TrimRight(text[max(0, i-24):i], " \"“'‘")
		before = strings.TrimRight(strings.TrimSuffix(before, " the"), " ")
		for _, w := range [...]string{"see", "continued in", "refer to"} {
			if at := len(before) - len(w); at >= 0 && strings.EqualFold(before[at:], w) && (at == 0 || !char.IsWordByte(before[at-1])) {
				return "the remarks"
			}
		}
		next := wholeWordAt(text[i+1:], "remarks")
		if next < 0 {
			break
		}
		i += 1 + next
	}
	return ""
}

// alikeAndPlain reports whether a text has no word that points anywhere because
// another has none and the two are equal but for some of the middle: notes on
// prices are, by the dozen.
func alikeAndPlain(plain, text string) bool {
	const stride = 32
	head := 0
	for head+stride <= min(len(plain), len(text)) && plain[head:head+stride] == text[head:head+stride] {
		head += stride
	}
	if head == 0 {
		return false
	}
	end, last := len(text), len(plain)
	for end-stride >= head && last-stride >= head && text[end-stride:end] == plain[last-stride:last] {
		end, last = end-stride, last-stride
	}
	const word = len("remarks") // may stand across what differs
	return !mayPointOut(text[max(0, head-word):min(len(text), end+word)])
}

// mayPointOut reports whether a text has one of the words of which pointers are
// made, or is written in capitals.
func mayPointOut(text string) bool {
	return hasAround(text, "xhibit", 0) || hasAround(text, "emarks", 4) || len(text) > 1 && isCapital(text[0]) && isCapital(text[1])
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

func isCapital(c byte) bool { return 'A' <= c && c <= 'Z' }
