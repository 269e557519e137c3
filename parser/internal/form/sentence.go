package form

import "strings"

// The form's own sentences, by the words that they begin with. line is how many of
// these a line of a page must have, since it may end within the sentence; 0 of one that
// is found by its paragraph alone.
var sentences = [...]struct {
	words []string
	line  int
}{
	// Under Table I and under Table II.
	{[]string{"reminder", "report", "on"}, 1},
	{[]string{"persons", "who", "respond"}, 3},
	{[]string{"persons", "who", "are", "to", "respond"}, 3},
	{[]string{"potential", "persons", "who"}, 3},
	{[]string{"form", "displays", "a", "currently"}, 0},
	// Under the signature: the two stars, 18 U.S.C. 1001, and how many copies to file.
	{[]string{"if", "the", "form", "is", "filed", "by", "more"}, 6},
	{[]string{"intentional", "misstatements", "or", "omissions"}, 2},
	{[]string{"see", "18", "u.s.c", "1001"}, 4},
	{[]string{"note", "file", "three", "copies"}, 3},
	{[]string{"see", "instruction", "6", "for", "procedure"}, 0},
	// At the foot of a page: "Page 1 of 2".
	{[]string{"page", "of"}, 0},
}

// IsOwnLine reports whether a line, folded, begins one of the form's own sentences. One of
// many words is known wherever it stands in the line.
func IsOwnLine(line []string) bool {
	for i := range sentences {
		s := &sentences[i]
		if s.line == 0 {
			continue
		}
		if at := Index(line, s.words[:s.line]...); at >= 0 && (at <= 1 || s.line > 2) {
			return true
		}
	}
	return false
}

// IsOwnParagraph reports whether a paragraph is the form's own: text as it stands, and
// its folded words.
func IsOwnParagraph(text string, words []string) bool {
	if strings.HasPrefix(text, "*") && (Holds(words, "if", "the", "form", "is", "filed") || Holds(words, "intentional", "misstatements") ||
		Holds(words, "sec") || len(words) == 0) {
		return true
	}
	for i := range sentences {
		if at := Index(words, sentences[i].words...); at == 0 || at == 1 {
			return true
		}
	}
	return len(words) <= 4 && IsListNumber(words)
}

// IsListNumber reports whether a line begins with the form's number in the SEC's list,
// "SEC 1474 (9-02)", before which EDGAR's page prints the form's name: "* Form 4: SEC 1474".
func IsListNumber(line []string) bool {
	if len(line) > 2 && line[0] == "form" && number(line[1]) != 0 {
		line = line[2:]
	}
	return len(line) > 1 && line[0] == "sec" && len(line[1]) == 4 && IsDigits(line[1])
}

// EndsSentence reports whether a text ends a sentence, or a part of one that an
// explanation may end with.
func EndsSentence(s string) bool {
	s = strings.TrimRight(s, ` "'”’)`)
	return s != "" && strings.IndexByte(".!?;:", s[len(s)-1]) >= 0
}

// IsClosing reports whether a paragraph begins the words with which the form closes.
func IsClosing(words []string) bool {
	return HasPrefix(words, "note", "file", "three") || HasPrefix(words, "potential", "persons")
}

// SaysNoneOwned reports whether text is the sentence that a Form 3 without holdings
// prints.
func SaysNoneOwned(words []string) bool {
	at := Index(words, "no", "securities", "are", "beneficially", "owned")
	return at >= 0 && at < 3 && len(words) < 12
}

// IsSignatureLabel reports whether text is "** Signature of Reporting Person" and no
// sentence that speaks of one; "Date" may stand after it.
func IsSignatureLabel(words []string) bool {
	at := Index(words, "signature", "of", "reporting")
	return at >= 0 && at <= 2 && len(words) <= at+8
}

// IsSignatureTail reports whether text is what is left of that label on a line of its
// own: "Person", "Date" or both.
func IsSignatureTail(words []string) bool {
	for _, w := range words {
		if !Like(w, "person") && w != "date" {
			return false
		}
	}
	return len(words) == 1 || len(words) == 2
}
