package ending

import (
	"slices"
	"strings"
	"unicode"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// parts looks for what every form prints. Where a label or a head is not found, what it
// names is lost or stands in another cell: a finding says which it is. A machine that reads
// a picture misses labels by itself, so that it is not asked of a scan.
func (f *Form) parts() {
	if f.Scan {
		return
	}
	var lost []string
	for _, b := range [...]struct {
		box  form.Box
		name string
	}{
		{form.BoxOwner, "box 1, the reporting person"}, {form.BoxIssuer, "the box of the issuer"},
		{form.BoxPeriod, "the box of the date or the period"}, {form.BoxRelationship, "the box of relationships"},
	} {
		if !f.Found[b.box] {
			lost = append(lost, b.name)
		}
	}
	lost = append(lost, f.corner()...)
	// Box 1 prints its labels under the lines; some leave out all of them.
	if street, city := f.Found[form.BoxStreet], f.Found[form.BoxCity]; street != city && f.Found[form.BoxLast] {
		lost = append(lost, "a label of the address")
	}
	for n, name := range [...]string{"Table I", "Table II"} {
		rows := [...][]ownership.Row{f.Filing.TableI, f.Filing.TableII}[n] // without lines, columns are not told apart
		if columns := lacking(f.Columns[n], n == 1); len(rows) > 0 && len(columns) > 0 {
			lost = append(lost, "a heading of "+name)
			unread(rows, columns)
		}
		if f.Mixed[n] {
			f.find(ownership.RulePageDamaged, "The headings of "+name+" hold a value: a line may have run into them.")
		}
		if f.Wide[n] {
			f.find(ownership.RulePageDamaged, "A line of "+name+" has text in a cell that no heading stands over, which is read into none.")
		}
	}
	if len(lost) > 0 {
		f.find(ownership.RulePageDamaged, "The form lacks "+strings.Join(lost, ", ")+": what stood there may be lost, or stand in another cell.")
	}
	f.leftOver()
}

// corner gives the boxes of the corner whose sentences a form of its number prints, and that
// are not found: the exit box of Forms 4 and 5, and what else a Form 5 reports. A printer may
// set them in lines of two words, which are not always put together: no PDF is asked.
func (f *Form) corner() (lost []string) {
	if len(f.Filing.Source.Pages) > 0 {
		return nil
	}
	number := f.Filing.DocumentType.V.Form()
	for _, c := range [...]struct {
		corner form.Corner
		only   string
		name   string
	}{
		{form.CornerExit, "45", "the box of those no longer subject to Section 16"},
		{form.CornerHoldings, "5", "the box of Form 3 holdings"},
		{form.CornerTransactions, "5", "the box of Form 4 transactions"},
	} {
		if number != 0 && strings.IndexByte(c.only, number) >= 0 && !f.Corners[c.corner] {
			lost = append(lost, c.name)
		}
	}
	return lost
}

// lacking gives the columns that every vintage of a form prints and a table has no heading of.
func lacking(columns []form.Column, second bool) []form.Column {
	has := func(c form.Column) bool { return slices.Contains(columns, c) }
	every := []form.Column{form.ColTitle, form.ColOwnership, form.ColNature}
	if second {
		every = append(every, form.ColExercisePrice, form.ColExercisable, form.ColExpiration, form.ColUnderlyingTitle, form.ColUnderlyingAmount)
	}
	// Form 3 has neither a transaction nor its price, and no amount after one in Table II.
	transaction := []form.Column{form.ColDate, form.ColCode, form.ColPrice}
	if slices.ContainsFunc(transaction, has) {
		every = append(every, transaction...)
		if has(form.ColAcquired) || has(form.ColDisposed) {
			every = append(every, form.ColAcquired, form.ColDisposed)
		} else {
			every = append(every, form.ColAmount, form.ColAcquiredDisposed)
		}
		every = append(every, form.ColFollowing)
	} else if !second {
		every = append(every, form.ColFollowing)
	}
	return slices.DeleteFunc(every, has)
}

// unread takes back that the cells of columns are empty: nobody looked where they stand.
func unread(rows []ownership.Row, columns []form.Column) {
	for i := range rows {
		r := &rows[i]
		t := &r.Transaction
		of := map[form.Column][]*ownership.Reading{
			form.ColTitle: {&r.SecurityTitle.Reading}, form.ColExercisePrice: {&r.ConversionOrExercisePrice.Reading},
			form.ColDate: {&t.Date.Reading}, form.ColCode: {&t.Code.Reading}, form.ColPrice: {&t.Price.Reading},
			form.ColAcquired: {&t.Shares.Reading, &t.AcquiredDisposed.Reading}, form.ColDisposed: {&t.Shares.Reading, &t.AcquiredDisposed.Reading},
			form.ColAmount: {&t.Shares.Reading}, form.ColAcquiredDisposed: {&t.AcquiredDisposed.Reading},
			form.ColExercisable: {&r.ExerciseDate.Reading}, form.ColExpiration: {&r.ExpirationDate.Reading},
			form.ColUnderlyingTitle: {&r.UnderlyingTitle.Reading}, form.ColUnderlyingAmount: {&r.UnderlyingShares.Reading, &r.UnderlyingValue.Reading},
			form.ColFollowing: {&r.SharesFollowing.Reading, &r.ValueFollowing.Reading},
			form.ColOwnership: {&r.Ownership.Reading}, form.ColNature: {&r.NatureOfOwnership.Reading},
		}
		for _, c := range columns {
			for _, v := range of[c] {
				if v.State == ownership.Blank {
					v.State = ownership.Malformed
				}
			}
			for _, v := range of[partner(c)] {
				if v.State == ownership.Known {
					v.State = ownership.Malformed
				}
			}
		}
	}
}

// partner gives the column that stands under one heading with another: where that has no
// heading of its own, its values may stand in the one that has.
func partner(c form.Column) form.Column {
	switch c {
	case form.ColExercisable:
		return form.ColExpiration
	case form.ColExpiration:
		return form.ColExercisable
	case form.ColUnderlyingTitle:
		return form.ColUnderlyingAmount
	case form.ColUnderlyingAmount:
		return form.ColUnderlyingTitle
	case form.ColAcquired:
		return form.ColDisposed
	case form.ColDisposed:
		return form.ColAcquired
	}
	return form.ColNone
}

// leftOver tells of lines that hold values as only lines of a table do, and of
// explanations after the tables, where they are in no cell.
func (f *Form) leftOver() {
	var held []ownership.Span // by lines, explanations and remarks; a box holds no line
	var all []ownership.Span
	for c := range f.Filing.Cells() {
		all = append(all, c.At...)
		if strings.HasPrefix(c.Path, "table") || strings.HasPrefix(c.Path, "footnotes") || c.Path == "remarks" {
			held = append(held, c.At...)
		}
	}
	byStart := func(a, b ownership.Span) int { return int(a.Start) - int(b.Start) }
	slices.SortFunc(held, byStart)
	slices.SortFunc(all, byStart)
	var at, stray []ownership.Span
	end := max(f.Tables[0], f.Tables[1])
	owners := false // the table of owners repeats what box 1 says
	for i := 0; i < len(f.Blocks); {
		from := i
		var words []sheet.Word
		for ; i < len(f.Blocks) && (i == from || f.Blocks[i].Table > 0 && f.Blocks[i].Table == f.Blocks[from].Table && f.Blocks[i].Row == f.Blocks[from].Row); i++ {
			words = append(words, slices.Concat(f.Blocks[i].Lines...)...)
		}
		if len(words) == 0 || words[0].At.Page > 0 {
			continue
		}
		text := form.Folded(words)
		switch form.HeadingOf(words[0].Text, text) {
		case form.HeadingNone:
		case form.HeadingOwners:
			owners = true
		default:
			owners = false
		}
		if f.Signed[from] || isHeld(held, words) {
			continue
		}
		switch {
		case values(words) > 2 || from >= end && labelled(words):
			at = append(at, words[0].At)
		case from >= end && !owners && !isHeld(all, words) && !isPrinted(words[0].Text, text, words):
			stray = append(stray, words[0].At)
		}
	}
	if len(at) > 0 {
		f.Filing.Findings = append(f.Filing.Findings, ownership.Finding{Rule: ownership.RulePageDamaged, Severity: ownership.RulePageDamaged.Severity(),
			Message: "Lines of a table, or explanations, stand in no cell: they are there twice, out of place, or without the headings of their table.", At: at[:min(len(at), 20)]})
	}
	if len(stray) > 0 {
		if len(f.Filing.Owners) == 1 { // further ones may stand there
			f.Filing.Findings = slices.DeleteFunc(f.Filing.Findings, func(x ownership.Finding) bool { return x.Rule == ownership.RuleJointBoxMismatch })
		}
		f.Filing.Findings = append(f.Filing.Findings, ownership.Finding{Rule: ownership.RulePageDamaged, Severity: ownership.RulePageDamaged.Severity(),
			Message: "Text after the tables stands in no cell: a heading may be missing.", At: stray[:min(len(stray), 20)]})
	}
}

// isPrinted reports whether words after the tables are the form's own, or no text.
func isPrinted(first string, text []string, words []sheet.Word) bool {
	return len(text) == 0 || form.IsOwnParagraph(first, text) || form.IsOwnLine(text) || form.IsOwnText(text) || form.IsClosing(text) ||
		form.IsSignatureLabel(text) || form.IsSignatureTail(text) || form.HeadingOf(first, text) != form.HeadingNone ||
		!slices.ContainsFunc(words, func(w sheet.Word) bool { return w.Text[0] != '(' && strings.ContainsFunc(w.Text, unicode.IsLetter) })
}

// labelled reports whether words begin as an explanation does: "(2) Held by".
func labelled(words []sheet.Word) bool {
	number, _ := form.NoteLabel(words[0].Text, false, false)
	return number > 0 && words[0].Text[0] == '(' && len(words) > 2
}

// isHeld reports whether a cell, whose places stand in their order, holds one of the words.
func isHeld(held []ownership.Span, words []sheet.Word) bool {
	return slices.ContainsFunc(words, func(w sheet.Word) bool {
		i, _ := slices.BinarySearchFunc(held, w.At.Start+1, func(s ownership.Span, start int32) int { return int(s.Start) - int(start) })
		return slices.ContainsFunc(held[max(0, i-8):i], func(s ownership.Span) bool { return w.At.Start < s.End })
	})
}

// values counts the dates and the amounts among words.
func values(words []sheet.Word) int {
	n := 0
	for _, w := range words {
		_, date := printed.Slashed(w.Text)
		_, number := printed.ParseNumber(w.Text)
		if date || number && strings.ContainsAny(w.Text, ",.$") {
			n++
		}
	}
	return n
}
