package edgar

import (
	"iter"
	"strings"
	"unicode/utf8"

	"filingview/parser/internal/char"
	"filingview/parser/internal/charset"
	"filingview/parser/ownership"
)

// Bounds of a header. EDGAR takes 10 owners; these only keep a hostile file from
// filling the memory.
const (
	maxParties = 1_000
	maxFacts   = 500 // that no field is for, of the submission or a party
)

// headerLine is one fact of an SGML header: a label with its value, or one that
// opens a section. EDGAR writes both "CENTRAL INDEX KEY:\t0001" and "<CIK>0001".
type headerLine struct {
	label      string // upper case, one space between words; tags have their "-" turned into spaces
	section    bool   // nothing stands after the label
	close      bool   // </TAG>
	start, end int    // of the value in the source
}

// headerLines yields the facts between from and to.
func headerLines(s string, from, to int) iter.Seq[headerLine] {
	return func(yield func(headerLine) bool) {
		for at := from; at < to; {
			lineEnd := to
			if i := strings.IndexByte(s[at:to], '\n'); i >= 0 {
				lineEnd = at + i
			}
			if !linesOf(s, at, lineEnd, yield) {
				return
			}
			at = lineEnd + 1
		}
	}
}

// linesOf yields the facts of one line: any number of tags, or one label.
func linesOf(s string, at, end int, yield func(headerLine) bool) bool {
	for at < end && char.IsSpace(s[at]) {
		at++
	}
	if at == end {
		return true
	}
	if s[at] != '<' {
		i := strings.IndexByte(s[at:end], ':')
		if i < 0 || !isLabel(s[at:at+i]) {
			return true
		}
		start, stop := char.Trim(s, at+i+1, end)
		return yield(headerLine{label: s[at : at+i], section: start == stop, start: start, end: stop})
	}
	for at < end {
		n := tagLength(s[at:end])
		if n == 0 {
			at++
			continue
		}
		next := at + n
		for next < end && (s[next] != '<' || tagLength(s[next:end]) == 0) {
			next++
		}
		start, stop := char.Trim(s, at+n, next)
		l := headerLine{label: strings.Trim(s[at:at+n], "</>"), close: s[at+1] == '/', section: start == stop, start: start, end: stop}
		l.label = strings.ToUpper(strings.ReplaceAll(l.label, "-", " "))
		if !yield(l) {
			return false
		}
		at = next
	}
	return true
}

func isLabel(s string) bool {
	for i := range len(s) {
		c := s[i]
		if !(c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == ' ' || c == '-' || c == '/' || c == '&' || c == '.' || c == '(' || c == ')') {
			return false
		}
	}
	return s != "" && len(s) < 60
}

// tagLength returns the length of an SGML tag without attributes at the start of
// s, or 0.
func tagLength(s string) int {
	if len(s) < 3 || s[0] != '<' {
		return 0
	}
	for i := 1; i < min(len(s), 60); i++ {
		switch c := s[i]; {
		case c == '>':
			if i < 2 {
				return 0
			}
			return i + 1
		case c == '/' && i == 1:
		case c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || c == '-':
		default:
			return 0
		}
	}
	return 0
}

// fact gives a cell the value of a header line. It is false for a cell that has
// one already: a second one must not vanish.
func fact[T any](cell *ownership.Value[T], s string, l headerLine) bool {
	if cell.State != ownership.Absent {
		return false
	}
	raw := s[l.start:l.end]
	if !utf8.ValidString(raw) {
		raw = charset.FromWindows1252(raw)
	}
	cell.Raw = raw
	cell.At = []ownership.Span{{Start: int32(l.start), End: int32(l.end)}}
	if raw == "" {
		cell.State = ownership.Blank
		return true
	}
	var err error
	switch v := any(&cell.V).(type) {
	case *string:
		*v = raw
	case *ownership.Date:
		*v, err = ownership.ParseCompactDate(raw)
	case *ownership.Time:
		*v, err = ownership.ParseCompactTime(raw)
	default:
		panic("parser: no header line gives this kind of cell")
	}
	cell.State = ownership.Known
	if err != nil {
		cell.State = ownership.Malformed
	}
	return true
}

// sections of a header that begin a party, with the role they give it.
var roles = map[string]string{
	"REPORTING-OWNER": "reporting-owner", "REPORTING OWNER": "reporting-owner",
	"ISSUER": "issuer", "SUBJECT COMPANY": "subject-company", "SUBJECT-COMPANY": "subject-company",
	"FILED BY": "filed-by", "FILED-BY": "filed-by", "FILER": "filer",
}

// readHeader reads the facts between from and to into h. Nothing is left out: a
// label without a field of its own goes to Other.
func readHeader(h *ownership.Header, s string, from, to int) {
	var party *ownership.Party
	var address *ownership.Address
	former := false
	for l := range headerLines(s, from, to) {
		if l.close {
			if roles[l.label] != "" {
				party, address, former = nil, nil, false
			}
			continue
		}
		if role := roles[l.label]; role != "" && l.section {
			if len(h.Parties) < maxParties {
				h.Parties = append(h.Parties, ownership.Party{Role: role})
			}
			party, address, former = &h.Parties[len(h.Parties)-1], nil, false
			continue
		}
		if party == nil {
			submissionFact(h, s, l)
			continue
		}
		if l.section {
			switch l.label {
			case "OWNER DATA", "COMPANY DATA", "FILING VALUES":
				address, former = nil, false
				continue
			case "BUSINESS ADDRESS":
				address, former = &party.BusinessAddress, false
				continue
			case "MAIL ADDRESS":
				address, former = &party.MailAddress, false
				continue
			case "FORMER NAME", "FORMER COMPANY":
				address, former = nil, true
				party.FormerNames = append(party.FormerNames, ownership.FormerName{})
				continue
			}
		}
		switch {
		case former && formerNameFact(&party.FormerNames[len(party.FormerNames)-1], s, l):
		case address != nil && addressFact(address, s, l):
		case partyFact(party, s, l):
		case l.label == "ACCEPTANCE DATETIME" || l.label == "ACCESSION NUMBER":
			submissionFact(h, s, l)
		default:
			other(&party.Other, s, l)
		}
	}
}

func submissionFact(h *ownership.Header, s string, l headerLine) {
	switch l.label {
	case "SEC DOCUMENT", "SEC HEADER", "IMS DOCUMENT", "IMS HEADER", "SUBMISSION":
		return // the envelope's own name, told by Source.Envelope
	}
	if !headerFact(h, s, l) {
		other(&h.Other, s, l)
	}
}

// other keeps what no field is for. A tag or label with nothing after it is the
// start of a section, not a fact.
func other(list *[]ownership.Fact, s string, l headerLine) {
	if l.section || len(*list) >= maxFacts {
		return
	}
	f := ownership.Fact{Label: l.label}
	fact(&f.Value, s, l) // the cell is new, so it is taken
	*list = append(*list, f)
}
