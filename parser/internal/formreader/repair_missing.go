package formreader

import (
	"filingview/parser/internal/form"
	"filingview/parser/ownership"
)

// repairMissing settles cells that every line of their kind has, where nothing was
// read on a scan: what the rest of the line implies, or nothing, and then it says so.
func (r *reader) repairMissing(lines []held) {
	if !r.sheet.Scan {
		return
	}
	for i := range lines {
		h := &lines[i]
		t := &h.row.Transaction
		if h.row.Kind == ownership.Transaction {
			if t.Date.State == ownership.Blank && t.DeemedExecutionDate.State == ownership.Known {
				t.Date, t.DeemedExecutionDate = t.DeemedExecutionDate, ownership.Value[ownership.Date]{Reading: ownership.Reading{State: ownership.Blank, How: ownership.Placed}}
				mend(&t.Date, t.Date.V, likely, "it was read between two columns; each line must have the date of the transaction, few have that of a deemed execution")
			}
			if t.Code.State == ownership.Blank && len(t.Code.Notes) == 0 {
				if code, path := commonCode(lines, i); code != "" {
					mend(&t.Code, code, possible, "nothing is read here; all other lines of the day and sign have this code", path)
				}
			}
			if t.AcquiredDisposed.State == ownership.Blank {
				if sign, ok := implied(t.Code.V, h.table); ok && t.Code.State == ownership.Known {
					mend(&t.AcquiredDisposed, sign, likely, "nothing is read here; the code implies this sign", h.path("transaction.code"))
				}
			}
			unread(&t.Date.Reading)
			unread(&t.Code.Reading)
			unread(&t.AcquiredDisposed.Reading)
			if t.TotalValue.State == ownership.Absent {
				unread(&t.Shares.Reading)
			}
		}
		if o := &h.row.Ownership; o.State == ownership.Blank {
			nature := &h.row.NatureOfOwnership
			if nature.State == ownership.Known || len(nature.Notes) > 0 {
				mend(o, ownership.Indirect, likely, "nothing is read here; the nature of ownership is that of an indirect holding", h.path("natureOfOwnership"))
			} else {
				unread(&o.Reading)
			}
		}
		unread(&h.row.SecurityTitle.Reading)
		if has(h.cols, form.ColFollowing) && h.row.ValueFollowing.State == ownership.Absent {
			unread(&h.row.SharesFollowing.Reading)
		}
	}
}

// unread marks a cell that cannot be empty, and in which nothing was read.
func unread(v *ownership.Reading) {
	if v.State == ownership.Blank && len(v.Notes) == 0 && v.How != ownership.Guessed {
		unsure(v, "nothing is read here, though every such line has a value")
	}
}
