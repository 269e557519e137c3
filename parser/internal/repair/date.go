package repair

import (
	"slices"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/internal/reason"
	"filingview/parser/ownership"
)

// repairDates settles the dates: one that is damaged is read as a date that the
// document has elsewhere, if it can be that; else as the only one that it can be.
func (r *repairer) repairDates(lines []printed.Line) {
	type place struct {
		v    *ownership.Value[ownership.Date]
		path string
		also string
	}
	places := []place{{&r.f.PeriodOfReport, "periodOfReport", ""}, {&r.f.DateOfOriginalSubmission, "dateOfOriginalSubmission", ""}}
	for i := range lines {
		h := &lines[i]
		for _, d := range [...]struct {
			c     form.Column
			v     *ownership.Value[ownership.Date]
			field string
		}{
			{form.ColDate, &h.Row.Transaction.Date, "transaction.date"},
			{form.ColDeemed, &h.Row.Transaction.DeemedExecutionDate, "transaction.deemedExecutionDate"},
			{form.ColExercisable, &h.Row.ExerciseDate, "exerciseDate"},
			{form.ColExpiration, &h.Row.ExpirationDate, "expirationDate"},
		} {
			places = append(places, place{d.v, h.Path(d.field), printed.Joined(h.Cell(d.c).Also)})
		}
	}
	for i := range r.f.Signatures {
		places = append(places, place{&r.f.Signatures[i].Date, "", ""})
	}
	known := map[ownership.Date][]string{}
	for _, p := range places {
		if p.v.State == ownership.Known {
			known[p.v.V] = append(known[p.v.V], p.path)
		}
	}
	for _, p := range places {
		switch {
		case p.v.State == ownership.Malformed:
			r.mendDate(p.v, p.also, known)
		case p.v.State == ownership.Known:
			d, ok := printed.Slashed(p.also)
			if len(known[p.v.V]) > 1 || ok && d == p.v.V {
				r.sure[&p.v.Reading] = true
			}
		}
	}
}

// mendDate reads a damaged date, with what a second reading of its line says.
func (r *repairer) mendDate(v *ownership.Value[ownership.Date], also string, known map[ownership.Date][]string) {
	readings := dateReadings(v.Raw)
	if also != "" {
		readings = append(dateReadings(also), readings...)
	}
	for _, d := range readings {
		if paths := known[d]; len(paths) > 0 {
			reason.Repair(v, d, ownership.Likely, reason.DamagedDate.And(reason.DateElsewhere), paths[:min(3, len(paths))]...)
			return
		}
	}
	if len(readings) > 0 && !slices.ContainsFunc(readings, func(d ownership.Date) bool { return d != readings[0] }) {
		reason.Repair(v, readings[0], ownership.Possible, reason.DamagedDate.Of())
	}
}
