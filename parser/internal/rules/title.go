package rules

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"filingview/parser/internal/char"
	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

// derivativeInTableI tells of a title in Table I that names a derivative security:
// derivative-title-in-table1 (Form 4, headings of the tables).
func derivativeInTableI(l *line) {
	l.tell(ownership.RuleDerivativeTitleInTable1,
		fmt.Sprintf("“%s” reads like a derivative security; those belong in Table II.", wording.Clip(l.r.SecurityTitle.V)), "securityTitle")
}

// namesDerivative reports whether a title names a derivative security. Restricted
// stock and units may stand in either table; "common stock" before the word names
// what is held ("Common Stock underlying options"), and convertible common stock
// is common stock.
func namesDerivative(t string) bool {
	at := -1
	for _, w := range [...]string{"option", "options", "warrant", "warrants", "right to buy", "rights to buy", "call", "calls", "put", "puts", "phantom", "swap", "swaps", "convertible"} {
		i := wholeWordAt(t, w)
		if i < 0 || w == "convertible" && (mentions(t, "common", "ordinary", "class") || i >= 4 && strings.EqualFold(t[i-4:i], "non-")) {
			continue
		}
		if at < 0 || i < at {
			at = i
		}
	}
	return at >= 0 && !mentions(t[:at], "common", "ordinary", "share", "shares", "ads", "adr", "unit", "depositary", "preferred") &&
		!mentions(t, "restricted", "rsu")
}

// wholeWordAt returns where a word stands whole in text, or -1.
func wholeWordAt(text, word string) int {
	for i := wordAt(text, word, 0); i >= 0; i = wordAt(text, word, i+1) {
		if end := i + len(word); end == len(text) || !char.IsWordByte(text[end]) {
			return i
		}
	}
	return -1
}

// titleCell is a title as it is shown, with single blanks, where it first stands, and
// what it normalises to.
type titleCell struct {
	shown, normal string
	table, cell   string
	row           int
}

// normalTitle is worked out when it is first asked for.
func (t *titleCell) normalTitle() string {
	if t.normal == "" {
		t.normal = ownership.NormalTitle(t.shown)
	}
	return t.normal
}

func (t *titleCell) path() string { return t.table + "[" + strconv.Itoa(t.row) + "]." + t.cell }

// checkTitles compares the titles of a filing with each other: title-variant and
// underlying-title-unmatched.
func checkTitles(f *ownership.Filing) {
	titles := distinctTitles(f)
	if len(titles) < 2 {
		return
	}
	for i := range titles {
		for j := range i {
			if farApart(titles[i].shown, titles[j].shown) {
				continue
			}
			if why := variant(&titles[j], &titles[i]); why != "" {
				addFinding(f, ownership.RuleTitleVariant, ownership.Finding{
					Message: fmt.Sprintf("“%s” and “%s” are likely one class: they differ in %s.", wording.Clip(titles[j].shown), wording.Clip(titles[i].shown), why),
					Paths:   []string{titles[j].path(), titles[i].path()}})
				break
			}
		}
	}
	unmatchedUnderlying(f, titles)
}

// maxTitles bounds the titles that are compared with each other, and their length.
const (
	maxTitles   = 60
	maxTitleLen = 400
)

// distinctTitles returns each title of the filing, underlying ones included, once:
// white space that a reader can't see makes no other title.
func distinctTitles(f *ownership.Filing) []titleCell {
	all := make([]titleCell, 0, 4)
	add := func(v *ownership.Value[string], table string, i int, cell string) {
		if !v.IsKnown() || len(all) >= maxTitles || len(v.V) > maxTitleLen {
			return
		}
		shown := wording.Fold(v.V)
		for i := range all {
			if all[i].shown == shown {
				return
			}
		}
		all = append(all, titleCell{shown: shown, table: table, row: i, cell: cell})
	}
	for i := range f.TableI {
		add(&f.TableI[i].SecurityTitle, "tableI", i, "securityTitle")
	}
	for i := range f.TableII {
		add(&f.TableII[i].SecurityTitle, "tableII", i, "securityTitle")
		add(&f.TableII[i].UnderlyingTitle, "tableII", i, "underlyingTitle")
	}
	return all
}

// titleLimit is the length at which EDGAR cuts a title.
const titleLimit = 60

// farApart reports whether two titles cannot be variants: of letters and spaces
// alone, far from the limit, and of lengths that a letter or "shares of" does not
// make up for.
func farApart(a, b string) bool {
	d := len(a) - len(b)
	if d = max(d, -d); d <= 1 || d == len("shares of ") || d == len("share of ") || max(len(a), len(b)) >= titleLimit {
		return false
	}
	for i := range max(len(a), len(b)) {
		if i < len(a) && !isPlainTitleByte(a[i]) || i < len(b) && !isPlainTitleByte(b[i]) {
			return false
		}
	}
	return !hasWord(a, "par", "pare", "nominal") && !hasWord(b, "par", "pare", "nominal")
}

func isPlainTitleByte(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c == ' ' }

// variant returns in what two titles of likely one class differ, or "". Letters of
// a class or series and numbers tell classes apart, and never are a variant.
func variant(a, b *titleCell) string {
	switch {
	case a.normalTitle() == b.normalTitle():
		return spelling(a.shown, b.shown)
	case cutOf(a.shown, b.shown) || cutOf(b.shown, a.shown):
		return "that one is cut off at 60 characters"
	case oneLetter(a.normal, b.normal):
		return "one letter"
	}
	return ""
}

// spelling says in what two titles differ that normalise alike, or "" where a reader
// sees no difference.
func spelling(a, b string) string {
	switch {
	case lookAlike(a, b):
		return ""
	case strings.EqualFold(a, b):
		return "capital letters"
	case mentions(a, "par", "pare", "nominal") != mentions(b, "par", "pare", "nominal"):
		return "that one gives a par value"
	}
	return "spelling only"
}

// lookAlike reports whether two texts that normalise alike look so too: they differ in
// letters of another script only ("o" of Latin and of Cyrillic letters).
func lookAlike(a, b string) bool {
	for a != "" && b != "" {
		x, n := utf8.DecodeRuneInString(a)
		y, m := utf8.DecodeRuneInString(b)
		wide := x >= 0xFF01 && x <= 0xFF5E || y >= 0xFF01 && y <= 0xFF5E
		if x != y && (wide || !unicode.IsLetter(x) || !unicode.IsLetter(y) || unicode.IsUpper(x) != unicode.IsUpper(y) ||
			ownership.NormalTitle(string(x)) != ownership.NormalTitle(string(y))) {
			return false
		}
		a, b = a[n:], b[m:]
	}
	return a == b
}

// cutOf reports whether short is what is left of long at the limit.
func cutOf(short, long string) bool {
	n := utf8.RuneCountInString(short)
	return n >= titleLimit-1 && n <= titleLimit && len(long) > len(short) && strings.HasPrefix(long, short)
}

// oneLetter reports whether two titles differ in one letter of a longer word.
func oneLetter(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 || len(a) < 6 || a == b {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	rest := b[i+1:]
	if len(a) == len(b) && a[i+1:] != rest || len(a) < len(b) && a[i:] != rest {
		return false
	}
	if c := b[i]; c < 'a' || c > 'z' || len(a) == len(b) && (a[i] < 'a' || a[i] > 'z') {
		return false
	}
	start := strings.LastIndexByte(b[:i], ' ') + 1
	end := strings.IndexByte(b[i:], ' ') + i
	if end < i {
		end = len(b)
	}
	word := b[start:end]
	return len(word) >= 4 && !strings.ContainsAny(word, "0123456789")
}

// unmatchedUnderlying tells of an exercise or conversion in Table II that has its
// lines in Table I, of the same date and code, but none of the underlying
// security: underlying-title-unmatched. Titles that may name one security do; an
// underlying derivative has its line in Table II, and what is settled in cash has
// none. Without any line of that code in Table I there is nothing to hold against.
func unmatchedUnderlying(f *ownership.Filing, titles []titleCell) {
	normal := func(raw string) string {
		shown := wording.Fold(raw)
		if i := slices.IndexFunc(titles, func(t titleCell) bool { return t.shown == shown }); i >= 0 {
			return titles[i].normalTitle()
		}
		return ""
	}
	missed := 0
	for i := range f.TableII {
		l := line{f, &f.TableII[i], "tableII", i}
		t, u := &l.r.Transaction, &l.r.UnderlyingTitle
		if !l.isTransaction() || !isExercise(t.Code.V) || !u.IsKnown() || !t.Date.IsKnown() {
			continue
		}
		want := normal(u.V)
		other, matched := -1, want == ""
		for j := 0; j < min(len(f.TableI), lookAround) && !(matched && other >= 0); j++ {
			o := &f.TableI[j]
			if o.Transaction.Code.V != t.Code.V || o.Transaction.Date.V != t.Date.V || !o.SecurityTitle.IsKnown() {
				continue
			}
			if other < 0 {
				other = j
			}
			have := normal(o.SecurityTitle.V)
			matched = matched || have == "" || sameSecurity(have, want) || oneLetter(have, want)
		}
		for j := 0; j < min(len(f.TableII), lookAround) && other >= 0 && !matched; j++ {
			derivative := normal(f.TableII[j].SecurityTitle.V)
			matched = matched || derivative == want || oneLetter(derivative, want)
		}
		if other < 0 || matched {
			continue
		}
		if missed++; missed > maxTitles {
			return
		}
		if l.noted("cash") {
			continue
		}
		addFinding(f, ownership.RuleUnderlyingTitleUnmatched, ownership.Finding{
			Message: fmt.Sprintf("The underlying security is “%s”, but Table I shows this exercise or conversion as “%s”.",
				wording.Clip(u.V), wording.Clip(f.TableI[other].SecurityTitle.V)),
			Paths:    []string{l.path("underlyingTitle")},
			Evidence: []string{fmt.Sprintf("tableI[%d].securityTitle", other)}})
	}
}

// sameSecurity reports whether two normal titles may name one security: every
// word of one is a word of the other. "Stock" and "shares" say the same, "common"
// and "ordinary" too; depositary shares stand for any.
func sameSecurity(a, b string) bool {
	return hasWord(a, "ads", "adss", "adr", "depositary") || hasWord(b, "ads", "adss", "adr", "depositary") || holdsWords(a, b) || holdsWords(b, a)
}

// holdsWords reports whether every word of few is a word of all, or says nothing.
func holdsWords(all, few string) bool {
	for w := range strings.FieldsSeq(few) {
		switch w {
		case "stock", "stocks", "share", "shares", "of", "the":
			continue
		case "common", "ordinary":
			if hasWord(all, "common", "ordinary") {
				continue
			}
		}
		if one := strings.TrimSuffix(w, "s"); !hasWord(all, w, w+"s") && (len(one) < 4 || !hasWord(all, one)) {
			return false
		}
	}
	return true
}
