package dataset

import (
	"strings"

	"filingview/parser/internal/refusal"
	"filingview/parser/internal/wording"
)

// index finds the lines of each filing.
func (s *set) index() *refusal.Error {
	t := s.tables[submission]
	if err := t.scan(func(key string, n int) int32 {
		if s.key == nil {
			s.key = make(map[string]int32, len(t.data)/200)
		}
		if _, ok := s.key[key]; !ok && key != "" {
			s.key[key] = int32(n)
		}
		return int32(n)
	}); err != nil {
		return err
	}
	s.submissions()
	for _, t := range s.tables[submission+1:] {
		if err := s.indexTable(t); err != nil {
			return err
		}
	}
	return s.orphans()
}

// indexTable gives the lines of a table to their filings.
func (s *set) indexTable(t *table) *refusal.Error {
	last, filing := "", int32(-1)
	if err := t.scan(func(key string, _ int) int32 {
		if key == last && key != "" {
			return filing // lines of a filing stand together
		}
		n, ok := s.key[key]
		if !ok {
			n = -1
		}
		last, filing = key, n
		return n
	}); err != nil {
		return err
	}
	// Sorted by counting: first says how many lines each filing has, then where they begin.
	n := len(s.tables[submission].rows)
	t.first = make([]uint32, n+1)
	for _, r := range t.rows {
		if r.filing >= 0 {
			t.first[r.filing+1]++
		}
	}
	for i := range n {
		t.first[i+1] += t.first[i]
	}
	t.order = make([]uint32, t.first[n])
	at := make([]uint32, n)
	for i, r := range t.rows {
		if r.filing >= 0 {
			t.order[t.first[r.filing]+at[r.filing]] = uint32(i)
			at[r.filing]++
		}
	}
	return nil
}

// scan finds the lines of a table; filing says to which filing a key belongs, given how many
// lines went before.
func (t *table) scan(filing func(key string, n int) int32) *refusal.Error {
	line := uint32(1 + strings.Count(t.data[:t.body], "\n"))
	var pieces []piece
	for at := t.body; at < len(t.data); {
		next := t.next(at)
		text := strings.TrimRight(t.data[at:next], "\r\n")
		if strings.TrimSpace(text) != "" {
			if len(t.rows) == maxLines {
				return refuse(refusal.ErrBound, t.kind.String()+" has more than "+lines(maxLines))
			}
			var key string
			if i := strings.IndexByte(text, '\t'); t.key == 0 && !t.quoted && i >= 0 {
				key = text[:i]
			} else if pieces = split(pieces[:0], text, 0, t.quoted); t.key < len(pieces) {
				key = text[pieces[t.key].start:pieces[t.key].end]
			}
			t.rows = append(t.rows, row{uint32(at), line, filing(strings.TrimSpace(key), len(t.rows))})
		}
		if t.quoted {
			line += uint32(strings.Count(t.data[at:next], "\n"))
		} else {
			line++
		}
		at = next
	}
	return nil
}

// submissions finds the lines of SUBMISSION.tsv that no filing can be made of: those that
// lack cells or the key, and those that stand for one filing and differ.
func (s *set) submissions() {
	t := s.tables[submission]
	odd, unlike, firstOdd, firstUnlike := 0, 0, "", ""
	var pieces []piece
	for i := range t.rows {
		text := t.lineAt(int(t.rows[i].at))
		pieces = split(pieces[:0], text, 0, t.quoted)
		if !t.fits(text, pieces) || strings.TrimSpace(text[pieces[t.key].start:pieces[t.key].end]) == "" {
			if odd++; odd == 1 {
				firstOdd = "line " + wording.Number(int(t.rows[i].line)) + ": “" + wording.Clip(text) + "”"
			}
			s.skipped[int32(i)] = true
			continue
		}
		key := strings.TrimSpace(text[pieces[t.key].start:pieces[t.key].end])
		first := s.key[key]
		if first == int32(i) {
			continue
		}
		s.skipped[int32(i)] = true
		switch {
		case text == t.lineAt(int(t.rows[first].at)):
			s.repeated[first] = append(s.repeated[first], t.nameOf(&t.rows[i]))
		case !s.skipped[first]:
			s.skipped[first] = true
			if unlike++; unlike == 1 {
				firstUnlike = wording.Clip(key)
			}
		}
	}
	if odd > 0 {
		s.say(refusal.ErrDamaged, s.name+"/"+t.kind.String(), "Read as no filing: "+lines(odd)+" of SUBMISSION.tsv without an accession number, or with more or fewer cells than there are headings, so that which cell is which is not known (the first is "+firstOdd+").")
	}
	if unlike > 0 {
		s.say(refusal.ErrDamaged, s.name+"/"+t.kind.String(), "Accession numbers that stand in several lines of SUBMISSION.tsv which differ, so that which is right is not known, and which are read as no filing: "+wording.Number(unlike)+" (the first is “"+firstUnlike+"”).")
	}
}

// orphans tells of lines that belong to no filing, and refuses tables that most of the lines
// say are of different sets.
func (s *set) orphans() *refusal.Error {
	var of []string
	all, orphans := 0, 0
	first := ""
	for _, t := range s.tables[submission+1:] {
		n := 0
		for i, r := range t.rows {
			if r.filing < 0 {
				t.tears(i)
				if n++; first == "" {
					first = t.kind.String() + ", line " + wording.Number(int(r.line)) + ": “" + wording.Clip(t.lineAt(int(r.at))) + "”"
				}
			}
		}
		all, orphans = all+len(t.rows), orphans+n
		if n > 0 {
			of = append(of, lines(n)+" of "+t.kind.String())
		}
	}
	if 2*orphans > all {
		return refuse(refusal.ErrDamaged, "its tables do not belong together: "+lines(orphans)+" of "+wording.Number(all)+" have an accession number that SUBMISSION.tsv has not (the first is "+first+")")
	}
	if of != nil {
		s.say(refusal.ErrDamaged, s.name, "Read as part of no filing, since SUBMISSION.tsv has not their accession number: "+strings.Join(of, ", ")+" (the first is "+first+").")
	}
	return nil
}

// tears notes that the line before one that belongs to no filing may be broken, and go on in
// it: a text of the form may have had more lines than one.
func (t *table) tears(i int) {
	if i == 0 || t.rows[i-1].filing < 0 || len(split(nil, t.lineAt(int(t.rows[i].at)), 0, t.quoted)) >= len(t.columns) {
		return
	}
	if t.torn == nil {
		t.torn = map[uint32]bool{}
	}
	t.torn[t.rows[i-1].at] = true
}

func (s *set) say(kind refusal.Kind, file, reason string) {
	s.said = append(s.said, &refusal.Error{File: file, Format: what, Kind: kind, Reason: reason, Advice: "Download the data set again from the SEC, or open the filings' XML or .txt from EDGAR."})
}

// nameOf names a line.
func (t *table) nameOf(r *row) string {
	return "line " + wording.Number(int(r.line)) + " of " + t.kind.String()
}

// fits reports whether a line has a cell for each heading, and no other. Even an empty cell
// beyond them may mean that one before it is in another's place.
func (t *table) fits(text string, pieces []piece) bool {
	if len(pieces) != len(t.columns) {
		return false
	}
	for i, c := range t.columns {
		if c.bare && strings.TrimSpace(text[pieces[i].start:pieces[i].end]) != "" {
			return false
		}
	}
	return true
}
