package damage

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"filingview/parser/ownership"
)

const file = "<p>Common Stock</p>\n<p>1,250</p>\n<p>2,500</p>\n<p>By Trust</p>\n"

// read is a filing of one line whose cells hold phrases of a text, as a reader would give
// it: a phrase that is not there is not read.
func read(text string, phrases map[string]string) Read {
	f := &ownership.Filing{TableI: make([]ownership.Row, 1)}
	r := &f.TableI[0]
	set := func(r *ownership.Reading, phrase string) bool {
		i := strings.Index(text, phrase)
		if i < 0 || phrase == "" {
			return false
		}
		*r = ownership.Reading{State: ownership.Known, Raw: phrase, At: []ownership.Span{{Start: int32(i), End: int32(i + len(phrase))}}}
		return true
	}
	if set(&r.SecurityTitle.Reading, phrases["title"]) {
		r.SecurityTitle.V = phrases["title"]
	}
	if set(&r.NatureOfOwnership.Reading, phrases["nature"]) {
		r.NatureOfOwnership.V = phrases["nature"]
	}
	if set(&r.SharesFollowing.Reading, phrases["shares"]) {
		r.SharesFollowing.V, _ = ownership.ParseDecimal(strings.ReplaceAll(phrases["shares"], ",", ""))
	}
	return Read{Filings: []*ownership.Filing{f}}
}

func phrases(title, shares, nature string) map[string]string {
	return map[string]string{"title": title, "shares": shares, "nature": nature}
}

var wholePhrases = phrases("Common Stock", "2,500", "By Trust")

// edited is a copy of the file with one edit: what stands first is replaced.
func edited(what, with string) Copy {
	i := strings.Index(file, what)
	e := []Edit{{Start: i, End: i + len(what), With: with}}
	return Copy{Edits: e, Data: apply([]byte(file), e)}
}

// TestJudge: what is lost or changed without a word is a fault, and nothing else is.
func TestJudge(t *testing.T) {
	whole := read(file, wholePhrases)
	heading := edited("<p>1,250</p>\n", "")
	at := strings.Index(file, "2,500") + len("2,")
	one := []Edit{{Start: at, End: at + 1, With: "6"}}
	digit := Copy{Edits: one, Data: apply([]byte(file), one)}
	for name, c := range map[string]struct {
		copy Copy
		got  Read
		want string
	}{
		"all is there":            {heading, read(string(heading.Data), wholePhrases), ""},
		"a cell is lost":          {heading, read(string(heading.Data), phrases("Common Stock", "", "By Trust")), "sharesFollowing"},
		"a cell is another's":     {heading, read(string(heading.Data), phrases("2,500", "", "By Trust")), "is read as tableI[0].securityTitle"},
		"a cell is shorter":       {heading, read(string(heading.Data), phrases("Common", "2,500", "By Trust")), `was "Common Stock" and is "Common"`},
		"it is refused":           {heading, Read{Errors: 1}, ""},
		"a digit is another":      {digit, read(string(digit.Data), phrases("Common Stock", "2,600", "By Trust")), ""},
		"what is touched is lost": {edited("By Trust", ""), read(file, phrases("Common Stock", "2,500", "")), ""},
		"the line is lost":        {heading, Read{Filings: []*ownership.Filing{{}}}, "securityTitle"},
	} {
		faults := Judge(whole, c.got, &c.copy)
		if said := strings.Join(faults, "; "); (said == "") != (c.want == "") || !strings.Contains(said, c.want) {
			t.Errorf("%s: %q, want %q", name, said, c.want)
		}
	}
	same := read(file, wholePhrases)
	if len(Judge(whole, same, &digit)) != 1 {
		t.Error("a digit is another, and the value is not: no fault")
	}
	said := read(string(heading.Data), phrases("Common Stock", "", "By Trust"))
	said.Filings[0].Findings = []ownership.Finding{{Rule: ownership.RulePageDamaged}}
	if faults := Judge(whole, said, &heading); len(faults) > 0 {
		t.Errorf("a cell is lost, and a finding says so: %q", faults)
	}
}

// TestJudgeCut: a value that is cut, a cell that is missed by nobody, and a filer who is
// blamed are faults.
func TestJudgeCut(t *testing.T) {
	whole := read(file, wholePhrases)
	marks := func(x *ownership.Finding) bool { return x.Rule == ownership.RuleDocumentCut }
	cut := phrases("Common Stock", "2,50", "")
	told := func(r Read, rules ...ownership.Rule) Read {
		for _, rule := range rules {
			r.Filings[0].Findings = append(r.Filings[0].Findings, ownership.Finding{Rule: rule})
		}
		return r
	}
	for name, c := range map[string]struct {
		got  Read
		want int
	}{
		"whole":               {read(file, wholePhrases), 0},
		"refused":             {Read{Errors: 1}, 0},
		"silent":              {read(file, phrases("Common Stock", "2,500", "")), 1},
		"told":                {told(read(file, phrases("Common Stock", "2,500", "")), ownership.RuleDocumentCut), 0},
		"a number cut":        {told(read(file, cut), ownership.RuleDocumentCut), 1},
		"the filer is blamed": {told(read(file, phrases("Common Stock", "2,500", "")), ownership.RuleDocumentCut, ownership.RuleSignatureMissing), 1},
	} {
		if faults := JudgeCut(whole, c.got, marks); len(faults) != c.want {
			t.Errorf("%s: %q, want %d", name, faults, c.want)
		}
	}
}

// TestMute: a tag that means something must be missed.
func TestMute(t *testing.T) {
	whole := read(file, wholePhrases)
	for tag, want := range map[string]bool{"<td>": true, "</table>": true, "<b>": false, "</FONT>": false, "<input checked>": true} {
		c := Copy{What: "delete tag " + tag, Edits: []Edit{{}}, Data: []byte("</td>"), lost: tag}
		if got := Mute(whole, read(file, wholePhrases), &c) != ""; got != want {
			t.Errorf("%s: %t, want %t", tag, got, want)
		}
	}
}

// TestMake: a seed gives the same copy each time, which its edits explain.
func TestMake(t *testing.T) {
	page := []byte(strings.Repeat("<table><tr><td>Common Stock</td><td>1</td><td>2,500</td><td>D</td><td>By Trust</td></tr>\n</table>\n", 20))
	for _, kind := range []Kind{Markup, Text} {
		made := map[string]int{}
		for seed := range uint64(300) {
			c, ok := Make(page, kind, seed)
			if !ok {
				continue
			}
			again, _ := Make(page, kind, seed)
			if !bytes.Equal(c.Data, again.Data) || bytes.Equal(c.Data, page) || !bytes.Equal(c.Data, apply(page, c.Edits)) {
				t.Fatalf("seed %d: %s", seed, c.What)
			}
			made[strings.Join(strings.Fields(c.What)[:2], " ")]++
		}
		if len(made) < 8 {
			t.Errorf("only %v are made", made)
		}
	}
}

// TestCuts: half of the cuts are inside numbers.
func TestCuts(t *testing.T) {
	data := []byte(file)
	cuts := Cuts(data, 100, 1)
	inside := 0
	for _, at := range cuts {
		if isDigit(data[at-1]) && isDigit(data[at]) {
			inside++
		}
	}
	if len(cuts) != 100 || inside < 50 || slices.Max(cuts) >= len(data) {
		t.Errorf("%d cuts, %d inside numbers", len(cuts), inside)
	}
}
