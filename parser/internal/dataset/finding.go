package dataset

import (
	"slices"
	"strings"

	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

// find adds a finding about a place of the excerpt, or about none of it.
func (b *builder) find(rule ownership.Rule, severity ownership.Severity, start, end int, message string) {
	x := rule.Finding(message)
	x.Severity = severity
	if start < end {
		x.At = []ownership.Span{{Start: int32(start), End: int32(end)}}
	}
	b.f.Findings = append(b.f.Findings, x)
}

func (b *builder) damage(start, end int, message string) {
	b.find(ownership.RuleDataSetDamaged, ownership.RuleDataSetDamaged.Severity(), start, end, message)
}

// odd keeps a line whose cells cannot be told apart as one cell that cannot be read.
func (b *builder) odd(at *place, cell *ownership.Value[string]) {
	t := b.set.tables[at.kind]
	headings := 0
	for _, c := range t.columns {
		if !c.bare {
			headings++
		}
	}
	cell.State, cell.Raw, cell.At = ownership.Malformed, strings.ToValidUTF8(b.text[at.start:at.end], "�"), b.span(at.start, at.end)
	b.damage(at.start, at.end, "Line "+wording.Number(int(at.row.line))+" of "+at.kind.String()+" has "+wording.Number(len(b.pieces))+" cells, and the table "+
		wording.Number(headings)+" headings: which cell is which is not known, so none of them is read.")
}

// tear marks the end of a line that may go on in the next one of the table.
func (b *builder) tear(at *place, last any) {
	if r := ownership.ReadingOf(last); r != nil && r.State == ownership.Known {
		r.State = ownership.Malformed
	}
	b.damage(at.start, at.end, "What follows "+b.set.tables[at.kind].nameOf(at.row)+" is no line of the table and may be the rest of it, so its end is not read.")
}

// latin tells of text that is no UTF-8, once.
func (b *builder) latin(start, end int) {
	if b.f.Source.Charset != "windows-1252" {
		b.f.Source.Charset = "windows-1252"
		b.find(ownership.RuleCharsetWindows1252, ownership.RuleCharsetWindows1252.Severity(), start, end, "Text of this filing is not the UTF-8 that it should be; it was read as windows-1252.")
	}
}

// dropRepeated takes out lines that stand twice in a table, their number (_SK) included, and
// returns which.
func (s *set) dropRepeated(n int32, rows *[kinds][]*row) []string {
	repeated := s.repeated[n]
	for k, t := range s.tables {
		if t.number < 0 || len(rows[k]) < 2 {
			continue
		}
		seen := make(map[string]bool, len(rows[k]))
		rows[k] = slices.DeleteFunc(rows[k], func(r *row) bool {
			text := t.lineAt(int(r.at))
			if seen[text] {
				repeated = append(repeated, t.nameOf(r))
				return true
			}
			seen[text] = true
			return false
		})
	}
	return repeated
}

// tell says what of the filing the tables do not hold.
func (b *builder) tell(repeated []string) {
	for _, n := range b.set.notices {
		if filed, ok := b.f.Header.FiledAt.Get(); (n.of == kinds || b.seen[n.of]) && !(ok && filed.Compare(n.since) < 0) {
			b.damage(0, 0, n.say)
		}
	}
	if n := len(repeated); n > 0 {
		b.find(ownership.RuleDataSetDamaged, ownership.Info, 0, 0, "The data set has the same line of this filing more than once: "+wording.Clip(strings.Join(repeated, ", "))+" is left out.")
	}
	var lacks []string
	for _, k := range [...]kind{reportingOwner, ownerSignature} {
		if !b.seen[k] && b.set.tables[k].data != "" {
			lacks = append(lacks, k.String())
		}
	}
	f := b.f
	switch transactions := b.seen[nonderivTrans] || b.seen[derivTrans] || slices.ContainsFunc(f.TableI, isLate) || slices.ContainsFunc(f.TableII, isLate); {
	case transactions || f.NoSecuritiesOwned.V || f.NotSubjectToSection16.V:
	case len(f.TableI)+len(f.TableII) == 0:
		lacks = append(lacks, "the four tables of transactions and holdings")
	case f.DocumentType.V.Form() != '3':
		lacks = append(lacks, "the two tables of transactions")
	}
	if lacks != nil {
		b.damage(0, 0, "The data set has no line of this filing in "+strings.Join(lacks, ", or in ")+": whether the form says nothing there, or the table lacks it, is not known.")
	}
	if mixed(f.TableI) || mixed(f.TableII) {
		b.find(ownership.RuleDataSetOrder, ownership.RuleDataSetOrder.Severity(), 0, 0,
			"The data set keeps transactions and holdings apart: where on the form its holdings stand among the transactions is not known, and they follow them here.")
	}
}

// isLate reports whether a holding of a Form 5 is one that was due on a Form 3.
func isLate(r ownership.Row) bool { return r.FormType.V == "3" }

// mixed reports whether a table has lines of both kinds.
func mixed(rows []ownership.Row) bool {
	return len(rows) > 0 && rows[0].Kind != rows[len(rows)-1].Kind
}
