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
	section    bool   // nothing stands behind the label
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
		case former && formerFact(party, s, l):
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
	taken := false
	switch l.label {
	case "ACCESSION NUMBER":
		taken = fact(&h.AccessionNumber, s, l)
	case "CONFORMED SUBMISSION TYPE", "TYPE":
		taken = fact(&h.SubmissionType, s, l)
	case "PUBLIC DOCUMENT COUNT":
		taken = fact(&h.DocumentCount, s, l)
	case "CONFORMED PERIOD OF REPORT", "PERIOD":
		taken = fact(&h.PeriodOfReport, s, l)
	case "FILED AS OF DATE", "FILING DATE":
		taken = fact(&h.FiledAt, s, l)
	case "DATE AS OF CHANGE", "DATE OF FILING DATE CHANGE":
		taken = fact(&h.ChangedAt, s, l)
	case "ACCEPTANCE DATETIME":
		taken = fact(&h.AcceptedAt, s, l)
	case "SEC DOCUMENT", "SEC HEADER", "IMS DOCUMENT", "IMS HEADER", "SUBMISSION":
		taken = true // the envelope's own name, told by Source.Envelope
	}
	if !taken {
		other(&h.Other, s, l)
	}
}

func partyFact(p *ownership.Party, s string, l headerLine) bool {
	switch l.label {
	case "COMPANY CONFORMED NAME", "CONFORMED NAME":
		return fact(&p.Name, s, l)
	case "CENTRAL INDEX KEY", "CIK":
		return fact(&p.CIK, s, l)
	case "ORGANIZATION NAME":
		return fact(&p.OrganizationName, s, l)
	case "STANDARD INDUSTRIAL CLASSIFICATION", "ASSIGNED SIC":
		return fact(&p.SIC, s, l)
	case "IRS NUMBER":
		return fact(&p.IRSNumber, s, l)
	case "STATE OF INCORPORATION":
		return fact(&p.StateOfIncorporation, s, l)
	case "FISCAL YEAR END":
		return fact(&p.FiscalYearEnd, s, l)
	case "RELATIONSHIP":
		return fact(&p.Relationship, s, l)
	case "FORM TYPE":
		return fact(&p.FormType, s, l)
	case "SEC ACT", "ACT":
		return fact(&p.Act, s, l)
	case "SEC FILE NUMBER", "FILE NUMBER":
		return fact(&p.FileNumber, s, l)
	case "FILM NUMBER":
		return fact(&p.FilmNumber, s, l)
	}
	return false
}

func addressFact(a *ownership.Address, s string, l headerLine) bool {
	switch l.label {
	case "STREET 1", "STREET1":
		return fact(&a.Street1, s, l)
	case "STREET 2", "STREET2":
		return fact(&a.Street2, s, l)
	case "CITY":
		return fact(&a.City, s, l)
	case "STATE":
		return fact(&a.State, s, l)
	case "ZIP":
		return fact(&a.ZipCode, s, l)
	case "BUSINESS PHONE", "PHONE":
		return fact(&a.Phone, s, l)
	}
	return false
}

func formerFact(p *ownership.Party, s string, l headerLine) bool {
	n := &p.FormerNames[len(p.FormerNames)-1]
	switch l.label {
	case "FORMER CONFORMED NAME":
		return fact(&n.Name, s, l)
	case "DATE OF NAME CHANGE", "DATE CHANGED":
		return fact(&n.ChangedAt, s, l)
	}
	return false
}

// other keeps what no field is for. A tag or label with nothing behind it is the
// start of a section, not a fact.
func other(list *[]ownership.Fact, s string, l headerLine) {
	if l.section || len(*list) >= maxFacts {
		return
	}
	f := ownership.Fact{Label: l.label}
	fact(&f.Value, s, l) // the cell is new, so it is taken
	*list = append(*list, f)
}
