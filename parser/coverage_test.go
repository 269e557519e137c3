package parser_test

import (
	"regexp"
	"strings"
	"testing"

	"filingview/parser/ownership"
)

var (
	wholeDocument = regexp.MustCompile(`(?s)<(?:\w+:)?ownershipDocument[^<>]*>\s*<.*?(?:</(?:\w+:)?ownershipDocument\s*>|\z)`)
	markup        = regexp.MustCompile(`(?s)<!--.*?-->|<\?.*?\?>|<!\[CDATA\[|\]\]>|</?[A-Za-z](?:[^<>"']|"[^"<]*"|'[^'<]*')*>|</?[A-Za-z][^<>]*>`)
)

// TestNoTextIsLost: every byte of a document that is neither white space nor
// markup stands in a cell or in the place of a finding. It needs no second
// reading, so it holds damaged documents as well.
func TestNoTextIsLost(t *testing.T) {
	for _, s := range filed(t) {
		covered := make([]bool, len(s.data))
		cover := func(at []ownership.Span) {
			for _, p := range at {
				for i := p.Start; i < p.End; i++ {
					covered[i] = true
				}
			}
		}
		refused := false
		for _, r := range open(t, s.name, s.data) {
			if r.err != nil {
				refused = true
				break
			}
			for c := range r.filing.Cells() {
				cover(c.At)
			}
			for _, x := range r.filing.Findings {
				cover(x.At)
			}
		}
		if refused {
			continue // a sentence says so
		}
		if strings.Contains(s.name, "hard-wrapped") {
			continue // the cells are of the joined text, TestHardWrapped
		}
		for _, at := range wholeDocument.FindAllIndex(s.data, -1) {
			document := s.data[at[0]:at[1]]
			for _, m := range markup.FindAllIndex(document, -1) {
				for i := m[0]; i < m[1]; i++ {
					covered[at[0]+i] = true
				}
			}
			for i := at[0]; i < at[1]; i++ {
				if covered[i] || s.data[i] <= ' ' || s.data[i] >= 0x80 {
					continue // wide spaces are not told from letters here
				}
				t.Errorf("%s: byte %d is in no cell and no finding: …%q", s.name, i, s.data[i:min(i+40, at[1])])
				break
			}
		}
	}
}
