package rules

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"filingview/parser/internal/char"
	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

// checkFootnotes holds the notes against the marks and against each other:
// footnote-dangling, footnote-unreferenced, footnote-duplicate-id,
// footnote-ref-repeated, footnote-empty, footnote-duplicate-text,
// footnote-number-gap, footnote-over-limit, footnote-truncated,
// footnote-in-exhibit (EDGAR ownership specification, sections 4.3.5, 4.3.6 and 5).
func checkFootnotes(f *ownership.Filing, s *cells) {
	index := indexNotes(f.Footnotes)
	if slices.ContainsFunc(s.cited, func(id string) bool { return index.of(id) < 0 }) {
		dangling(f, s.cited, &index)
	}
	danglingNumbers(f)
	if s.repeated {
		repeatedNotes(f)
	}
	numberGap(f)
	duplicateTexts(f)
	var said *saidNotes
	plain := "" // a note without a word that points anywhere
	for i := range min(len(f.Footnotes), maxFindings) {
		n := &f.Footnotes[i]
		tellAs := func(rule ownership.Rule, severity ownership.Severity, message string) {
			reportAs(f, rule, severity, fmt.Sprintf(message, wording.Clip(n.ID)), fmt.Sprintf("footnotes[%d].text", i))
		}
		tell := func(rule ownership.Rule, message string) { tellAs(rule, rule.Severity(), message) }
		if index.of(n.ID) < i {
			if n.ID == "" {
				tell(ownership.RuleFootnoteDuplicateID, "More than one footnote has no id%s, so no mark can tell them apart.")
			} else {
				tell(ownership.RuleFootnoteDuplicateID, "Two footnotes have the id %s; a mark with it leads to the first.")
			}
		}
		if path := fmt.Sprintf("footnotes[%d].text", i); n.ID == "" && !slices.ContainsFunc(f.Findings, func(x ownership.Finding) bool { return slices.Contains(x.Paths, path) }) {
			tell(ownership.RuleFootnoteUnreferenced, "A footnote has no id%s, so no cell can cite it.")
		}
		if n.Text.State == ownership.Blank {
			tell(ownership.RuleFootnoteEmpty, "Footnote %s has no text.")
		}
		if n.ID != "" && !(i < len(s.cited) && s.cited[i] == n.ID) && !slices.Contains(s.cited, n.ID) && len(s.cited) < maxFindings {
			if said == nil {
				said = notesSaid(f)
			}
			if !said.has(i, n.Label()) {
				severity := ownership.RuleFootnoteUnreferenced.Severity()
				if !isXML(f) {
					severity = ownership.Info // the reader may have lost the mark
				}
				tellAs(ownership.RuleFootnoteUnreferenced, severity, "No cell cites footnote %s, and no text refers to it.")
			}
		}
		if n.Text.IsKnown() {
			checkNoteText(f, i, tell)
			if !alikeAndPlain(plain, n.Text.V) {
				if !mayPointOut(n.Text.V) {
					plain = n.Text.V
				} else if where := pointsOut(clipNote(n.Text.V)); where != "" {
					tell(ownership.RuleFootnoteInExhibit, "Footnote %s points to "+where+" for its text.")
				}
			}
		}
	}
}

// noteIndex finds notes by their ids. EDGAR's own, F1 to F99, are looked up, any
// other is searched for.
type noteIndex struct {
	notes  []ownership.Footnote
	number [100]uint8     // the place of F1 to F99, counted from 1
	many   map[string]int // of more notes than EDGAR takes
}

func indexNotes(notes []ownership.Footnote) noteIndex {
	x := noteIndex{notes: notes}
	if len(notes) > 255 {
		x.many = make(map[string]int, len(notes))
		for i := range notes {
			if _, ok := x.many[notes[i].ID]; !ok {
				x.many[notes[i].ID] = i
			}
		}
		return x
	}
	for i := range notes {
		if n := edgarNumber(notes[i].ID); n > 0 && x.number[n] == 0 {
			x.number[n] = uint8(i + 1)
		}
	}
	return x
}

// edgarNumber returns the n of an id Fn from F1 to F99, or 0.
func edgarNumber(id string) int {
	switch {
	case len(id) == 2 && id[0] == 'F' && char.IsDigit(id[1]):
		return int(id[1] - '0')
	case len(id) == 3 && id[0] == 'F' && char.IsDigit(id[1]) && char.IsDigit(id[2]) && id[1] != '0':
		return int(id[1]-'0')*10 + int(id[2]-'0')
	}
	return 0
}

// of returns the place of the first note with the id, or -1.
func (x *noteIndex) of(id string) int {
	if x.many != nil {
		if i, ok := x.many[id]; ok {
			return i
		}
		return -1
	}
	if n := edgarNumber(id); n > 0 {
		return int(x.number[n]) - 1
	}
	for i := range x.notes {
		if x.notes[i].ID == id {
			return i
		}
	}
	return -1
}

// hasExhibit99 reports whether the submission has an exhibit that may hold notes.
func hasExhibit99(f *ownership.Filing) bool {
	return slices.ContainsFunc(f.Header.Documents, func(d ownership.Document) bool { return strings.HasPrefix(d.Type.V, "EX-99") })
}

// numberGap tells of numbers that no note has: footnote-number-gap. Ids that are
// no numbers have no gaps.
func numberGap(f *ownership.Filing) {
	const most = 99 // the EDGAR ownership specification ends at F99
	if len(f.Footnotes) == 0 || len(f.Footnotes) > most {
		return
	}
	var there [most + 1]bool
	highest, after := 0, 0
	for i := range f.Footnotes {
		label := f.Footnotes[i].Label()
		n, err := strconv.Atoi(label)
		if err != nil || n < 1 || n > most {
			return
		}
		there[n] = true
		if n > highest {
			highest, after = n, i
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
	x := ownership.Finding{Message: message}
	if f.Footnotes[after].Text.Present() {
		x.Paths = []string{fmt.Sprintf("footnotes[%d].text", after)}
	}
	addFinding(f, ownership.RuleFootnoteNumberGap, x)
}

// saidNotes are the notes that texts refer to by number.
type saidNotes struct {
	all   bool            // some cell says "See footnotes", without a number or a mark
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
		for _, v := range [...]*ownership.Value[string]{&r.SecurityTitle, &r.UnderlyingTitle, &r.NatureOfOwnership} {
			add(v.V, -1)
			// Beside a mark it means the note of that mark.
			s.all = s.all || len(v.Notes) == 0 && isSeeNote(v.V) && !strings.ContainsAny(v.V, "0123456789")
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
	left := maxFindings // numbers to look at
	look := func(l *line) {
		n := &l.r.NatureOfOwnership
		if at, _ := noteWord(n.V, 0); at < 0 || left <= 0 || !isSeeNote(n.V) && !mentions(n.V, "see footnote", "see note") || mentions(n.V, "exhibit") {
			return
		}
		noteNumbers(n.V, func(number int) {
			label := strconv.Itoa(number)
			if left--; left < 0 || slices.ContainsFunc(f.Footnotes, func(m ownership.Footnote) bool { return m.Label() == label }) || notesElsewhere(f) {
				return
			}
			l.tell(ownership.RuleFootnoteDangling,
				fmt.Sprintf("“%s” refers to footnote %s, but the filing has no such footnote.", wording.Clip(n.V), label), "natureOfOwnership")
		})
	}
	for i := range f.TableI {
		look(&line{f, &f.TableI[i], "tableI", i})
	}
	for i := range f.TableII {
		look(&line{f, &f.TableII[i], "tableII", i})
	}
}

// notesElsewhere reports whether notes may stand in the remarks or an exhibit.
func notesElsewhere(f *ownership.Filing) bool {
	return f.Remarks.IsKnown() || hasExhibit99(f) ||
		slices.ContainsFunc(f.Footnotes, func(n ownership.Footnote) bool { return mentions(clipNote(n.Text.V), "exhibit") })
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
			report(f, ownership.RuleFootnoteRefRepeated,
				fmt.Sprintf("This cell cites footnote %s more than once.", wording.Clip(id)), c.Path)
		}
	}
}

// dangling tells of marks that lead to no note, one finding an id.
func dangling(f *ownership.Filing, cited []string, index *noteIndex) {
	paths := map[string][]string{}
	for _, id := range cited {
		if index.of(id) < 0 {
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
			who := "the filing has no such footnote"
			if isCut(f) {
				who = "the file breaks off before it"
			}
			report(f, ownership.RuleFootnoteDangling, "Footnote "+wording.Clip(id)+" is cited, but "+who+".", p...)
		}
	}
}
