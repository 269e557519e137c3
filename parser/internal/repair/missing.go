package repair

import (
	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/internal/reason"
	"filingview/parser/ownership"
)

// repairMissing settles cells that every line of their kind has, where nothing was
// read on a scan: what the rest of the line implies, or nothing, and then it says so.
func (r *repairer) repairMissing(lines []printed.Line) {
	if !r.Scan {
		return
	}
	for i := range lines {
		h := &lines[i]
		t := &h.Row.Transaction
		if h.Row.Kind == ownership.Transaction {
			if t.Date.State == ownership.Blank && t.DeemedExecutionDate.State == ownership.Known {
				t.Date, t.DeemedExecutionDate = t.DeemedExecutionDate, ownership.Value[ownership.Date]{Reading: ownership.Reading{State: ownership.Blank, How: ownership.Placed}}
				reason.Repair(&t.Date, t.Date.V, ownership.Likely, reason.BetweenColumns.Of())
			}
			if t.Code.State == ownership.Blank && len(t.Code.Notes) == 0 {
				if code, paths := commonCode(lines, i); code != "" {
					reason.Repair(&t.Code, code, ownership.Possible, reason.NothingReadCodeOfOthers.Of(), paths...)
				}
			}
			if t.AcquiredDisposed.State == ownership.Blank {
				if sign, ok := implied(t.Code.V, h.Table); ok && t.Code.State == ownership.Known {
					reason.Repair(&t.AcquiredDisposed, sign, ownership.Likely, reason.NothingRead.And(reason.CodeImpliesSign), h.Path("transaction.code"))
				}
			}
			unread(&t.Date.Reading)
			unread(&t.Code.Reading)
			unread(&t.AcquiredDisposed.Reading)
			if t.TotalValue.State == ownership.Absent {
				unread(&t.Shares.Reading)
			}
		}
		if o := &h.Row.Ownership; o.State == ownership.Blank {
			nature := &h.Row.NatureOfOwnership
			if nature.State == ownership.Known || len(nature.Notes) > 0 {
				reason.Repair(o, ownership.Indirect, ownership.Likely, reason.NothingRead.And(reason.NatureIsIndirect), h.Path("natureOfOwnership"))
			} else {
				unread(&o.Reading)
			}
		}
		unread(&h.Row.SecurityTitle.Reading)
		if printed.Has(h.Columns, form.ColFollowing) && h.Row.ValueFollowing.State == ownership.Absent {
			unread(&h.Row.SharesFollowing.Reading)
		}
	}
}

// unread marks a cell that cannot be empty, and in which nothing was read.
func unread(v *ownership.Reading) {
	if v.State == ownership.Blank && len(v.Notes) == 0 && v.How != ownership.Guessed {
		reason.Doubt(v, reason.NothingReadThough.Of())
	}
}

// doubtEmptyTrades marks all of a line of a transaction in which neither the day nor the
// code nor the amount can be read, which each has (Form 4, Table I, columns 2 to 4): what
// made it a transaction may be a speck or a word of the head, and what stands in it a
// holding, or a piece of another line.
func doubtEmptyTrades(lines []printed.Line) {
	for i := range lines {
		h := &lines[i]
		t := &h.Row.Transaction
		if h.Row.Kind != ownership.Transaction || t.Date.IsKnown() || t.Code.IsKnown() || t.Shares.IsKnown() || t.TotalValue.IsKnown() {
			continue
		}
		for _, v := range []*ownership.Reading{&h.Row.SecurityTitle.Reading, &t.Price.Reading, &t.AcquiredDisposed.Reading, &h.Row.SharesFollowing.Reading, &h.Row.ValueFollowing.Reading,
			&h.Row.Ownership.Reading, &h.Row.NatureOfOwnership.Reading, &h.Row.ConversionOrExercisePrice.Reading, &h.Row.ExerciseDate.Reading, &h.Row.ExpirationDate.Reading,
			&h.Row.UnderlyingTitle.Reading, &h.Row.UnderlyingShares.Reading, &h.Row.UnderlyingValue.Reading} {
			if v.State == ownership.Known || len(v.Notes) > 0 {
				reason.Doubt(v, reason.EmptyTrade.Of())
			}
		}
	}
}
