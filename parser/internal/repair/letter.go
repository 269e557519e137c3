package repair

import (
	"strings"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/internal/reason"
	"filingview/parser/ownership"
)

// repairLetters settles codes, A or D, and D or I, which are single letters that a
// machine confuses: by their shape, by what the code implies, by the running
// balance, by the other table and by the nature of ownership.
func (r *repairer) repairLetters(lines []printed.Line) {
	for i := range lines {
		r.repairCode(lines, i)
	}
	for i := range lines {
		r.repairSign(lines, i)
		r.repairSide(&lines[i])
	}
}

// implied gives the sign that a code implies, as Form 4 Instruction 8 describes it.
func implied(code string, table int) (ownership.AcquiredDisposed, bool) {
	switch code {
	case "S", "F":
		return ownership.Disposed, true
	case "P", "A", "L":
		return ownership.Acquired, true
	case "M", "C", "X":
		if table == 0 {
			return ownership.Acquired, true
		}
		return ownership.Disposed, true
	}
	return "", false
}

func (r *repairer) repairCode(lines []printed.Line, i int) {
	h := &lines[i]
	v := &h.Row.Transaction.Code
	if h.Row.Kind != ownership.Transaction {
		return
	}
	c := h.Cell(form.ColCode)
	partner, partnerPath := exerciseCode(lines, i)
	if v.State == ownership.Malformed {
		code, ok := codeShape(printed.Joined(c.Words))
		if !ok {
			c.Unread = len(c.Notes) == 0
			if common, paths := commonCode(lines, i); common != "" {
				// What the other lines of the day have, if this can be it.
				if first, ok := codeBefore(printed.Joined(c.Words)); !ok || first == common || confused(first, common) || first == "O" {
					reason.Repair(v, common, ownership.Likely, reason.CodeOfOthers.Of(), paths...)
					return
				}
			}
			if code, ok = codeBefore(printed.Joined(c.Words)); !ok {
				return
			}
		}
		second, okSecond := codeShape(printed.Joined(c.Also))
		switch {
		case okSecond && second == code, partner == code:
			reason.Repair(v, code, ownership.Certain, letterReason(printed.Joined(c.Words)), evidenceOf(partnerPath, "the second reading of the same line")...)
		case partner != "" && confused(code, partner):
			reason.Repair(v, partner, ownership.Likely, letterReason(printed.Joined(c.Words)), partnerPath)
		case fitsCode(h, code):
			reason.Repair(v, code, ownership.Likely, letterReason(printed.Joined(c.Words)), h.Path("transaction.acquiredDisposed"), h.Path("transaction.price"))
		default:
			reason.Repair(v, code, ownership.Possible, letterReason(printed.Joined(c.Words)))
		}
		return
	}
	if v.State != ownership.Known {
		return
	}
	switch {
	case partner == v.V || fitsCode(h, v.V) && strings.Contains("SPF", v.V):
		r.sure[&v.Reading] = true
	case partner != "" && confused(v.V, partner):
		reason.Repair(v, partner, ownership.Likely, reason.LooksLikeOther.Of(), partnerPath)
	case v.V == "G" && r.Scan:
		// A gift has no line in the other table; a conversion has.
		if path := twin(lines, i); path != "" {
			reason.Repair(v, "C", ownership.Likely, reason.LooksLikeGift.Of(), path)
		}
	}
}

// twin finds a line of the other table with the same number of shares.
func twin(lines []printed.Line, i int) string {
	h := &lines[i]
	mine := []ownership.Value[ownership.Decimal]{h.Row.Transaction.Shares, h.Row.UnderlyingShares}
	for j := range lines {
		o := &lines[j]
		if o.Table == h.Table {
			continue
		}
		for _, a := range mine {
			for _, b := range [...]ownership.Value[ownership.Decimal]{o.Row.Transaction.Shares, o.Row.UnderlyingShares} {
				x, ok1 := a.Get()
				y, ok2 := b.Get()
				if ok1 && ok2 && x.Cmp(y) == 0 && x.Sign() > 0 {
					return o.Path("transaction.shares")
				}
			}
		}
	}
	return ""
}

// commonCode gives the code that all other lines of the same table, day and sign have,
// two at least, and their places. A line whose day is not read, or is another, says nothing;
// no purchase or sale has a price of 0.
func commonCode(lines []printed.Line, i int) (code string, paths []string) {
	h := &lines[i]
	if h.Row.Transaction.Date.State != ownership.Known {
		return "", nil
	}
	for j := range lines {
		o := &lines[j]
		t := &o.Row.Transaction
		if j == i || o.Table != h.Table || o.Row.Kind != ownership.Transaction || t.Code.State != ownership.Known ||
			t.Date.State != ownership.Known || t.Date.V != h.Row.Transaction.Date.V {
			continue
		}
		if a, b := t.AcquiredDisposed, h.Row.Transaction.AcquiredDisposed; a.State == ownership.Known && b.State == ownership.Known && a.V != b.V {
			continue
		}
		if code != "" && code != t.Code.V {
			return "", nil
		}
		code, paths = t.Code.V, append(paths, o.Path("transaction.code"))
	}
	price := &h.Row.Transaction.Price
	if len(paths) < 2 || (code == "P" || code == "S") && price.State == ownership.Known && price.V.Sign() == 0 {
		return "", nil
	}
	return code, paths
}

func evidenceOf(path, word string) []string {
	if path != "" {
		return []string{path}
	}
	return []string{word}
}

func letterReason(raw string) reason.Why {
	if hasOtherScript(raw) {
		return reason.OtherScriptOrStrokes.Of()
	}
	return reason.StrokesApart.Of()
}

// hasOtherScript reports whether a letter of another script looks like a Latin one.
func hasOtherScript(s string) bool {
	return strings.ContainsFunc(s, func(c rune) bool { _, ok := form.Latin(c); return ok })
}

// confused reports whether a machine may take one letter for the other.
func confused(a, b string) bool {
	for _, pair := range [...]string{"CG", "OC", "OD", "OQ", "DO", "GO", "IJ", "IL", "JL", "EF", "FP", "MH", "MN", "UV", "XK", "SJ"} {
		if strings.Contains(pair, a) && strings.Contains(pair, b) && a != b {
			return true
		}
	}
	return false
}

// exerciseCode gives the code of the line of the other table that has the same
// number of shares, where that is an exercise or conversion.
func exerciseCode(lines []printed.Line, i int) (code, path string) {
	h := &lines[i]
	mine, ok := h.Row.Transaction.Shares.Get()
	if !ok {
		return "", ""
	}
	for j := range lines {
		o := &lines[j]
		if o.Table == h.Table || o.Row.Transaction.Code.State != ownership.Known || !strings.Contains("MCXO", o.Row.Transaction.Code.V) {
			continue
		}
		for _, w := range [...]ownership.Value[ownership.Decimal]{o.Row.Transaction.Shares, o.Row.UnderlyingShares} {
			if x, ok := w.Get(); ok && x.Cmp(mine) == 0 {
				return o.Row.Transaction.Code.V, o.Path("transaction.code")
			}
		}
		if x, ok := h.Row.UnderlyingShares.Get(); ok && h.Table == 1 {
			if y, ok := o.Row.Transaction.Shares.Get(); ok && x.Cmp(y) == 0 {
				return o.Row.Transaction.Code.V, o.Path("transaction.code")
			}
		}
	}
	return "", ""
}

// fitsCode reports whether sign and price are what a code has: a sale is disposed of
// at a price, a purchase acquired at one, shares withheld are disposed of.
func fitsCode(h *printed.Line, code string) bool {
	t := &h.Row.Transaction
	sign, known := implied(code, h.Table)
	if known && t.AcquiredDisposed.State == ownership.Known && t.AcquiredDisposed.V != sign {
		return false
	}
	price, ok := t.Price.Get()
	switch code {
	case "S", "P":
		return known && t.AcquiredDisposed.State == ownership.Known && ok && price.Sign() > 0
	case "F":
		return known && t.AcquiredDisposed.State == ownership.Known
	}
	return known
}

func (r *repairer) repairSign(lines []printed.Line, i int) {
	h := &lines[i]
	t := &h.Row.Transaction
	v := &t.AcquiredDisposed
	if h.Row.Kind != ownership.Transaction {
		return
	}
	want, known := implied(t.Code.V, h.Table)
	if v.State == ownership.Known {
		if known && want == v.V || printed.Has(h.Columns, form.ColAcquired) && t.Shares.State == ownership.Known && known && want == v.V {
			r.sure[&v.Reading] = true
		}
		return
	}
	if v.State != ownership.Malformed || printed.Has(h.Columns, form.ColAcquired) {
		return
	}
	got, ok := SignShape(printed.Joined(h.Cell(form.ColAcquiredDisposed).Words))
	switch {
	case ok && known && got == want:
		reason.Repair(v, got, ownership.Certain, reason.RuledLineBesideLetter.And(reason.CodeImpliesSign), h.Path("transaction.code"))
	case ok:
		reason.Repair(v, got, ownership.Possible, reason.RuledLineBesideLetter.Of())
	case known:
		reason.Repair(v, want, ownership.Likely, reason.UnreadableLetter.And(reason.CodeImpliesSign), h.Path("transaction.code"))
	}
}

// repairSide settles direct or indirect. An indirect holding says in the next column
// what it is held by; a direct one says nothing there (Form 4 Instruction 4(b)).
func (r *repairer) repairSide(h *printed.Line) {
	v := &h.Row.Ownership
	nature := h.Row.NatureOfOwnership.State == ownership.Known
	noted := len(h.Row.NatureOfOwnership.Notes) > 0
	switch v.State {
	case ownership.Known:
		if (v.V == ownership.Indirect) == (nature || noted) {
			r.sure[&v.Reading] = true
		}
	case ownership.Malformed:
		raw := printed.Joined(h.Cell(form.ColOwnership).Words)
		got, ok := sideShape(raw)
		if !ok {
			return
		}
		why := reason.RuledLineOrLookalike.Of()
		if hasOtherScript(raw) {
			why = reason.OtherScript.Of()
		}
		if (got == ownership.Indirect) == (nature || noted) {
			reason.Repair(v, got, ownership.Certain, why, h.Path("natureOfOwnership"))
		} else {
			reason.Repair(v, got, ownership.Possible, why)
		}
	}
}
