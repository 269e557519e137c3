package identity

import (
	"strings"

	"filingview/parser/internal/notetext"
)

// endings are what ends the name of a holder in a sentence, whatever its letters. A
// disclaimer that follows ("except to the extent of his pecuniary interest") is
// none of the name.
var endings = [...]string{
	", for which", " for which", ", for whom", " for whom", ", of which", " of which", ", which", " which ", ", whose", " whose ", ", where ", " where ", ", in which", " in which", ", as ", " as trustee", "; ", ": ",
	", a ", ", an ", ", the reporting", " the reporting", ", and the reporting", " and the reporting", ", over which", " over which", " and over which", " of whom", ", of whom", ", with respect", " with respect",
	" and may ", " the general partner", " and are ", " and is ", ", and is ", ", and indirectly", " and indirectly", " on behalf", ", on behalf", " with the reporting", ", with the", " as of ", " that ", ", that ", ", the trustee", ", the sole", ", the general",
	", the managing", ", his ", ", her ", ", mr", ", ms", " prior to ", " following ", " pursuant to ", ", all of", " after ", ", not ", " and not ",
	" except", ", except", " but ", ", but ", " other than", ", other than", " unless", ", unless", ", if any", ", and that ", " and that ", " to the extent", ", to the extent", " disclaim", " nor ",
	", who", " who ", " by virtue", ", by virtue", " as a result", " in excess", " and has ", " and he ", " and she ", " and his ", " and her ", " and as such", " and mr", " and ms", " is ", " are ", " was ", " were ", " has ", " have ", " had ", " may be ", " may not ", " may have ", " may own ", " does ", " do ", " did ", " shall ", " will ",
	" holds ", " owns ", " hold ", " own ", " because ", " since ", " upon ", " including ", ", including", ", managed by", ", controlled by", ", owned by", ", held by", ", each ", " managed by", " controlled by", " owned by", " through ", ", an", ", both ",
	" at the ", " reported ", ", together", " respectively", ", respectively", ", or collectively", ", or the ",
}

// untilEnd cuts after the name of a holder, or a list of them, that text begins with:
// at what ends a name, at the end of the sentence, and, after a word with a capital
// letter, before a word without one that is no part of a name.
func untilEnd(text string) string {
	name, _ := cutName(text)
	return name
}

// cutName is untilEnd, and returns what follows too.
func cutName(text string) (name, rest string) {
	s := withoutAsides(text)
	low := lower(s)
	end := len(s)
	for _, ending := range endings {
		if i := strings.Index(low[:end], ending); i >= 0 {
			end = i
		}
	}
	for from := 0; ; {
		i := strings.Index(s[from:end], ". ")
		if i < 0 {
			break
		}
		if from += i + 1; from > 1 && s[from-2] == '.' || !notetext.EndsInAbbreviation(s[:from], s[from+1:]) {
			end = from
			break
		}
	}
	end = min(end, endOfCapitals(s[:end]))
	return trimmed(s[:end]), s[end:]
}

// trimmed takes off what may stand after a name and belongs to none: commas,
// brackets, "and". The point of "L.P." belongs to it.
func trimmed(name string) string {
	for {
		before := name
		name = strings.TrimRight(strings.TrimSpace(name), ",;: ")
		for _, last := range [...]string{"and", "or", "of", "for", "by", "the", "and/or", "(", "dated", "under"} {
			if rest, ok := strings.CutSuffix(lower(name), " "+last); ok {
				name = name[:len(rest)]
			}
		}
		if strings.HasSuffix(name, "..") || strings.HasSuffix(name, ".") && !endsInPoint(name) {
			name = name[:len(name)-1]
		}
		if strings.HasSuffix(name, ")") && strings.Count(name, ")") > strings.Count(name, "(") {
			name = name[:len(name)-1]
		}
		if name == before {
			return name
		}
	}
}

// endsInPoint reports whether the point at the end is part of the last word, an
// abbreviation. A letter or number by itself is that of a series: "Fund V."
func endsInPoint(name string) bool {
	last := name[strings.LastIndexByte(name, ' ')+1 : len(name)-1]
	if strings.Contains(last, ".") {
		return true
	}
	switch lower(last) {
	case "inc", "ltd", "corp", "co", "jr", "sr", "rev", "irr":
		return true
	}
	return false
}

// withoutAsides leaves out what stands in brackets and is no part of a name: how a
// holder is called from there on ("Fund I, L.P. ("Fund I")"). A mark such as "(Q)" is
// part of a name, unless the name's legal form stands before it.
func withoutAsides(s string) string {
	if !strings.Contains(s, "(") {
		return s
	}
	var b strings.Builder
	for s != "" {
		open := strings.IndexByte(s, '(')
		if open < 0 {
			break
		}
		end := strings.IndexByte(s[open:], ')')
		if end < 0 {
			b.WriteString(strings.TrimRight(s[:open], " "))
			return b.String()
		}
		end += open
		inside := s[open+1 : end]
		before := strings.Fields(s[:open])
		formed := false
		if len(before) > 0 {
			w, _ := spelled(before[len(before)-1])
			w = foldForms(w)
			formed = len(w) > 0 && (isForm(w[len(w)-1]) || w[len(w)-1] == "trust")
		}
		b.WriteString(s[:open])
		if !formed && len(inside) <= 12 && !strings.ContainsAny(inside, " \"“”'") && inside != "" {
			b.WriteString(s[open : end+1])
		} else {
			kept := strings.TrimRight(b.String(), " ")
			b.Reset()
			b.WriteString(kept)
		}
		s = s[end+1:]
	}
	b.WriteString(s)
	return b.String()
}

// endOfCapitals returns where a name that is written with capital letters ends:
// before a word in small letters that is no part of names, and before a count of
// securities. A text that begins in small letters, or has no others, goes on to its
// end.
func endOfCapitals(s string) int {
	started, mixed := false, strings.ContainsAny(s, "abcdefghijklmnopqrstuvwxyz")
	end := len(s)
	for from := 0; from < len(s); {
		to := from + strings.IndexByte(s[from:]+" ", ' ')
		word := strings.Trim(s[from:to], ".,;:()\"'“”‘’")
		switch {
		case word == "":
		case started && word[0] >= '0' && word[0] <= '9' && startsCount(s[to:]):
			return from
		case word[0] >= 'a' && word[0] <= 'z' && mixed:
			if started && !joins(word) {
				return from
			}
			if !started && !joins(word) {
				return end // "his spouse"
			}
		default:
			started = true
		}
		from = to + 1
	}
	return end
}

// startsCount reports whether a number before rest counts securities.
func startsCount(rest string) bool {
	rest = lower(strings.TrimLeft(rest, " "))
	for _, w := range [...]string{"by ", "share", "unit", "securit", "option", "of the", "of such", "common", "class", "ordinary"} {
		if strings.HasPrefix(rest, w) {
			return true
		}
	}
	return false
}

// joins reports whether a word in small letters may stand inside a name.
func joins(w string) bool {
	switch w {
	case "of", "the", "and", "for", "fbo", "f/b/o", "dated", "dtd", "u/a/d", "uad", "u/t/d", "utd", "u/d/t", "udt", "u/a", "u/t", "under", "agreement", "benefit", "as", "or", "each", "both",
		"a", "de", "du", "da", "la", "le", "van", "von", "der", "den", "y", "e", "by", "de's", "et", "al", "trust", "fund", "funds", "partnership", "family", "living", "foundation", "trusts", "llc", "lp", "l.p":
		return true
	}
	return strings.Contains(w, "/")
}

// lower returns s with the capital letters of ASCII made small, so that places in it
// are places in s.
func lower(s string) string {
	b := []byte(s)
	for i, c := range b {
		if c >= 'A' && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	return string(b)
}
