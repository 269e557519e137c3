package plausible

import (
	"fmt"
	"slices"
	"strings"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/ownership"
)

// lines looks at the lines of both tables.
func (j *judge) lines() {
	for n, rows := range [...][]ownership.Row{j.Filing.TableI, j.Filing.TableII} {
		for i := range rows {
			j.line(&rows[i], tableNames[n])
		}
	}
}

var tableNames = [...]string{"Table I", "Table II"}

func (j *judge) line(r *ownership.Row, table string) {
	t := &r.Transaction
	title := &r.SecurityTitle
	others := 0 // cells besides the title that have something in them
	amounts := 0
	for _, v := range [...]*ownership.Reading{&t.Date.Reading, &t.DeemedExecutionDate.Reading, &t.Code.Reading, &t.Shares.Reading, &t.TotalValue.Reading, &t.Price.Reading,
		&t.AcquiredDisposed.Reading, &r.ConversionOrExercisePrice.Reading, &r.ExerciseDate.Reading, &r.ExpirationDate.Reading, &r.UnderlyingTitle.Reading,
		&r.UnderlyingShares.Reading, &r.UnderlyingValue.Reading, &r.SharesFollowing.Reading, &r.ValueFollowing.Reading, &r.Ownership.Reading, &r.NatureOfOwnership.Reading} {
		if v.Raw != "" || v.State == ownership.Known || len(v.Notes) > 0 {
			others++
		}
	}
	for _, v := range [...]*ownership.Value[ownership.Decimal]{&t.Shares, &r.SharesFollowing, &r.UnderlyingShares} {
		if v.State == ownership.Known {
			amounts++
		}
	}
	switch {
	case others == 0 && (title.State != ownership.Known || form.SaysHead(folded(title.V))):
		j.fail(lineWithoutCell, "a line of "+table+" holds nothing")
	case others == 0 && holdsValue(title.V):
		j.fail(titleHoldsLine, fmt.Sprintf("a line of %s is read as the title %s", table, quoted(title.V)))
	case holdsLine(r):
		j.fail(titleHoldsLine, fmt.Sprintf("a line of %s stands whole in one cell", table))
	case title.State == ownership.Known && letters(title.V) == 0 && form.EndsHead(title.V):
		j.fail(titleOfHead, fmt.Sprintf("a line of %s has the title %s", table, quoted(title.V)))
	case !j.Given && !j.Misread && amounts == 0 && isBareLine(r):
		j.fail(lineWithoutCell, "a line of "+table+" holds letters alone, as heads do")
		if title.State == ownership.Known {
			doubt(j, title)
		}
		if t.Code.State == ownership.Known {
			doubt(j, &t.Code)
		}
		doubt(j, &t.AcquiredDisposed)
		doubt(j, &r.Ownership)
		doubt(j, &r.NatureOfOwnership)
	case title.State != ownership.Known && title.State != ownership.Malformed && amounts > 0:
		if !j.Given { // a page may go on with the title of the line above
			j.fail(lineWithoutTitle, "a line of "+table+" has amounts and no title")
		}
		doubt(j, title)
	}
	if !j.Given {
		if title.State == ownership.Known && t.Date.State != ownership.Known && holdsDate(title.V) {
			doubt(j, title) // the date and what stands beside it may be those of the line
		}
		j.outOfPlace(r)
		if of := &r.UnderlyingTitle; of.State == ownership.Known && r.UnderlyingShares.State != ownership.Known && holdsValue(of.V) && r.Ownership.State != ownership.Known {
			j.fail(titleHoldsLine, fmt.Sprintf("the rest of a line of %s is read as the title %s", table, quoted(of.V)))
		}
	}
	for _, v := range [...]*ownership.Value[string]{title, &r.UnderlyingTitle, &r.NatureOfOwnership} {
		if v.State == ownership.Known && (form.IsOwnText(folded(v.V)) || letters(v.V) == 0 && isFrame(v.V)) {
			j.fail(textOfForm, fmt.Sprintf("a cell of %s is read as %s", table, quoted(v.V)))
			doubt(j, v)
		} else if v.State == ownership.Known && (strings.Contains(v.V, `">`) || isTwice(v.V) || !j.Given && holdsCells(v.V)) { // `">` ends a tag whose start is lost
			doubt(j, v)
		}
	}
}

// holdsLine reports whether a cell that cannot be read holds what a whole line does: a date
// and two amounts.
func holdsLine(r *ownership.Row) bool {
	for _, v := range r.Readings() {
		if v.State != ownership.Malformed || !holdsDate(v.Raw) {
			continue
		}
		n := 0
		for w := range strings.FieldsSeq(v.Raw) {
			if isValue(w) {
				n++
			}
		}
		if n >= 3 {
			return true
		}
	}
	return false
}

// isBareLine reports whether a line without an amount has no date and no price either, and no
// title but one with an amount in it: what is left are letters, as heads have, or the columns
// of another table.
func isBareLine(r *ownership.Row) bool {
	t, title := &r.Transaction, &r.SecurityTitle
	named := title.State == ownership.Known && !holdsValue(title.V) || title.State != ownership.Known && (title.Raw != "" || len(title.Notes) > 0)
	return !named && t.Date.State != ownership.Known && t.Price.State != ownership.Known &&
		r.ExpirationDate.State != ownership.Known && r.UnderlyingTitle.State != ownership.Known
}

// isTwice reports whether a text begins anew at its end, as where the words of two lines
// were put together: "Stock Option (Right to buy) Stock Option (Right". One word that comes
// back, as in "Trust for the Quill Trust", shows nothing.
func isTwice(s string) bool {
	words := strings.Fields(s)
	for k := 1; k+1 < len(words); k++ {
		if rest := words[k:]; slices.Equal(rest, words[:min(len(words), len(rest))]) {
			return true
		}
	}
	return false
}

// holdsCells reports whether a text ends with an amount and the letter of ownership, as the
// columns before it do: "by Trust 1,220,481 D". No nature of ownership ends so.
func holdsCells(s string) bool {
	words := strings.Fields(s)
	n := len(words)
	return n >= 2 && (words[n-1] == "D" || words[n-1] == "I") && isValue(words[n-2]) && strings.Contains(words[n-2], ",")
}

// outOfPlace looks at a line in which something stands in a column that cannot hold it: then
// a cell that each such line has, and that is empty, is not empty on the form. It gets the
// amount or the date that is out of place, which may be its own.
func (j *judge) outOfPlace(r *ownership.Row) {
	t := &r.Transaction
	var stranger *ownership.Reading
	for _, v := range [...]*ownership.Reading{&t.Date.Reading, &t.DeemedExecutionDate.Reading, &t.Code.Reading, &t.Timeliness.Reading, &t.Shares.Reading, &t.Price.Reading,
		&t.AcquiredDisposed.Reading, &r.ConversionOrExercisePrice.Reading, &r.ExerciseDate.Reading, &r.ExpirationDate.Reading,
		&r.UnderlyingShares.Reading, &r.SharesFollowing.Reading, &r.Ownership.Reading} {
		if v.State == ownership.Malformed && isValue(v.Raw) && stranger == nil {
			stranger = v
		}
	}
	if price, of := &r.ConversionOrExercisePrice, &r.UnderlyingShares; price.State == ownership.Known && of.State == ownership.Blank && len(of.Notes) == 0 &&
		!strings.Contains(price.Raw, "$") && strings.Contains(price.Raw, ",") {
		stranger = &price.Reading // an amount with commas, where the amount is missing
		doubt(j, price)
		unread(j, &of.Reading, stranger)
	}
	j.bare(r)
	if n := &r.NatureOfOwnership; r.Ownership.State == ownership.Blank && n.State == ownership.Known && (letters(n.V) == 0 || holdsValue(n.V)) {
		unread(j, &r.Ownership.Reading, &n.Reading)
		doubt(j, n) // values of the columns before, of which D or I is one
	}
	if stranger == nil || r.Kind != ownership.Transaction {
		return
	}
	if _, isDate := printed.Slashed(stranger.Raw); isDate {
		unread(j, &t.Date.Reading, stranger)
		return
	}
	if t.TotalValue.State == ownership.Absent {
		unread(j, &t.Shares.Reading, stranger)
	}
	unread(j, &t.AcquiredDisposed.Reading, stranger)
}

// bare doubts the amounts of a line that lacks the form of ownership and something else that
// each line has: it may be a piece of one, or two.
func (j *judge) bare(r *ownership.Row) {
	t := &r.Transaction
	lacks := r.SecurityTitle.State != ownership.Known
	if r.Kind == ownership.Transaction {
		lacks = lacks || t.Code.State != ownership.Known || t.Date.State != ownership.Known
	}
	if j.Misread || !lacks || r.Ownership.State == ownership.Known || len(r.Ownership.Notes) > 0 {
		return
	}
	for _, v := range [...]*ownership.Value[ownership.Decimal]{&t.Shares, &t.TotalValue, &t.Price, &r.SharesFollowing, &r.ValueFollowing, &r.UnderlyingShares,
		&r.UnderlyingValue, &r.ConversionOrExercisePrice} {
		if v.State == ownership.Known {
			doubt(j, v)
		}
	}
}

// unread gives an empty cell the text that may be its own, if the form is not refused.
func unread(j *judge, v, stranger *ownership.Reading) {
	if v.State == ownership.Blank && len(v.Notes) == 0 {
		j.marks = append(j.marks, func() { v.State, v.Raw, v.At = ownership.Malformed, stranger.Raw, stranger.At })
	}
}

// holdsValue reports whether a text holds a date, or an amount with commas.
func holdsValue(s string) bool {
	for w := range strings.FieldsSeq(s) {
		if isValue(w) && strings.ContainsAny(w, "/,") {
			return true
		}
	}
	return false
}

// holdsDate reports whether a date in figures stands in a text.
func holdsDate(s string) bool {
	for w := range strings.FieldsSeq(s) {
		if _, ok := printed.Slashed(w); ok {
			return true
		}
	}
	return false
}

// isFrame reports whether a text is drawn of the signs of which frames of tables are.
func isFrame(s string) bool { return strings.ContainsAny(s, "│┃├┤┼━─═║|") }

// isValue reports whether a word is a date or an amount, and no number of a note, of a box
// or of an instruction.
func isValue(s string) bool {
	if _, ok := printed.Slashed(s); ok {
		return true
	}
	s = strings.Trim(s, "$,;()")
	n, ok := printed.ParseNumber(s)
	return ok && (len(s) > 3 || strings.ContainsAny(s, ",.") && n.V.Sign() != 0)
}
