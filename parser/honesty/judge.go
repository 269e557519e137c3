package honesty

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
	"filingview/parser/report"
)

// judge judges explanations by a filing that the ledger was not shown.
type judge struct {
	left      *ownership.Filing
	base, now *ledger // with the filing and without it
	filings   map[string]*ownership.Filing
}

var (
	dayPattern   = regexp.MustCompile(`\d{4}-\d\d-\d\d`)
	ratioPattern = regexp.MustCompile(`(\d+)-for-(\d+)`)
	rightFigure  = regexp.MustCompile(`should be (−?[\d,.]*\d)|differ by (−?[\d,.]*\d)`)
	partPattern  = regexp.MustCompile(`Part \d+ of \d+`)
	linePattern  = regexp.MustCompile(`^tableI{1,2}\[\d+\]`)
)

// explanation judges a line that is explained without the filing, and says why. A rule
// that the filing says nothing of is not judged: rounding, note-on-total,
// amendment-merge, before-form3.
func (j *judge) explanation(now, was *report.Line) (Verdict, string) {
	switch {
	case isMisprint(now.Rule):
		return j.misprint(now, was)
	case now.Rule == ownership.RuleMissingFiling:
		return j.missingFiling(now, was)
	case isTransfer(now.Rule):
		return j.transfer(now, was)
	case now.Rule == ownership.RuleSplitRatio:
		want := ratioPattern.FindString(now.Explanation)
		for _, l := range append(j.linesOfLeft(was.Account, now.Rule), was) {
			if want != "" && l.Rule == ownership.RuleSplitRatio && ratioPattern.FindString(l.Explanation) == want {
				return Right, "the base has that split"
			}
		}
		return Refuted, "no such split with the filing left out"
	case was.State == ownership.Reconciled &&
		slices.Contains([]ownership.Rule{ownership.RuleForm3Underlying, ownership.RuleAllSeriesTotal, ownership.RuleForm5Catchup}, now.Rule):
		return Refuted, "the line reconciles with the filing left out"
	}
	return NotJudged, "the filing left out says nothing of it"
}

// linesOfLeft returns the lines of the filing left out in an account that a rule decides.
func (j *judge) linesOfLeft(account string, rule ownership.Rule) []*report.Line {
	var all []*report.Line
	for i := range j.base.Lines {
		if l := &j.base.Lines[i]; l.File == j.left.Source.Name && l.Account == account && l.Rule == rule {
			all = append(all, l)
		}
	}
	return all
}

// misprint: a figure is called wrong. It is not if it stands with the filing left out.
func (j *judge) misprint(now, was *report.Line) (Verdict, string) {
	if !accuses(now) {
		for _, e := range now.Evidence {
			at, ok := lineOf(e)
			if l := j.now.lines[at]; ok && at != placeOf(now) && l != nil && accuses(l) {
				return Companion, at.File + " " + at.Path
			}
		}
		return Companion, "no accused line found"
	}
	switch {
	case was.State == ownership.Reconciled:
		return Refuted, "the printed figure reconciles with the filing left out"
	case isMisprint(was.Rule) && strings.HasPrefix(was.Explanation, "It carries"):
		return Right, "the base calls the figure wrong too"
	case was.State == ownership.Explained && accuses(was):
		if figureIn(was.Explanation) == figureIn(now.Explanation) {
			return Right, "the base says the same"
		}
		return Refuted, "the base has another right figure: " + was.Explanation
	case was.State == ownership.Explained:
		return Refuted, "with the filing left out the figure stands: " + was.Explanation
	}
	return NotJudged, "not reconciled with the filing left out either"
}

// accuses reports whether a sentence calls a figure of its own line wrong.
func accuses(l *report.Line) bool {
	return isMisprint(l.Rule) && !otherSide.MatchString(l.Explanation)
}

// figureIn returns what a sentence says that the figure should be.
func figureIn(sentence string) string {
	m := rightFigure.FindStringSubmatch(sentence)
	if m == nil {
		return ""
	}
	return m[1] + m[2]
}

// lineOf returns the line that a cell of an evidence belongs to; none for a note.
func lineOf(e report.Evidence) (report.Place, bool) {
	path := linePattern.FindString(e.Path)
	return report.Place{File: e.File, Path: path}, path != ""
}

// missingFiling: a filing is said to be missing. It is, if the one left out is of these
// owners and of that time, or is the part that is named.
func (j *judge) missingFiling(now, was *report.Line) (Verdict, string) {
	f := j.filings[now.File]
	first, last := daysOf(j.left)
	sameOwners := slices.Equal(ownersOf(j.left), ownersOf(f))
	days := dayPattern.FindAllString(now.Explanation, -1)
	if partPattern.MatchString(now.Explanation) {
		partOf := j.left.Remarks.V != "" && (dayOf(&j.left.PeriodOfReport) == dayOf(&f.PeriodOfReport) || slices.Contains(days, last))
		if sameOwners && (partOf || slices.ContainsFunc(days, func(d string) bool { return first <= d && d <= last })) {
			return Right, "the part named"
		}
		return Refuted, "the filing left out is not that part"
	}
	if len(days) < 2 {
		return NotJudged, "no time named"
	}
	if sameOwners && first <= days[1] && last >= days[0] {
		return Right, "the filing left out is of that time"
	}
	for _, l := range j.linesOfLeft(was.Account, now.Rule) {
		if slices.Equal(dayPattern.FindAllString(l.Explanation, -1), days) {
			return Right, "the base says so of the filing left out"
		}
	}
	return Refuted, fmt.Sprintf("the filing left out is of %s to %s, not of %s to %s", first, last, days[0], days[1])
}

// daysOf returns the first day of which a filing tells and the last, its signature's
// included.
func daysOf(f *ownership.Filing) (first, last string) {
	days := []string{dayOf(&f.PeriodOfReport)}
	for _, rows := range [][]ownership.Row{f.TableI, f.TableII} {
		for i := range rows {
			days = append(days, dayOf(&rows[i].Transaction.Date))
		}
	}
	days = slices.DeleteFunc(days, func(d string) bool { return d == "" })
	if len(days) > 0 {
		first, last = slices.Min(days), slices.Max(days)
	}
	for i := range f.Signatures {
		last = max(last, dayOf(&f.Signatures[i].Date))
	}
	return first, last
}

func dayOf(v *ownership.Value[ownership.Date]) string {
	d, ok := v.Get()
	if !ok {
		return ""
	}
	return dayPattern.FindString(d.String())
}

// transfer: an amount is said to have gone from one holding to another. It has, if the
// lines of the filing left out move that amount out of and into the same accounts.
func (j *judge) transfer(now, was *report.Line) (Verdict, string) {
	if was.State == ownership.Explained && isTransfer(was.Rule) {
		return NotJudged, "a transfer in the base too"
	}
	for _, l := range j.linesOfLeft(was.Account, now.Rule) {
		if l.Explanation == now.Explanation {
			return Right, "the base says so of the filing left out"
		}
	}
	moved := map[string]ownership.Decimal{}
	for _, e := range now.Evidence {
		if at, ok := lineOf(e); ok && j.base.lines[at] != nil {
			moved[j.base.lines[at].Account] = ownership.Decimal{}
		}
	}
	for i := range j.base.Lines {
		l := &j.base.Lines[i]
		if sum, ok := moved[l.Account]; ok && l.File == j.left.Source.Name && l.Uncounted == 0 {
			moved[l.Account], _ = sum.Sum(l.Change.V)
		}
	}
	mine := moved[was.Account]
	if mine.Magnitude().Cmp(now.Residual.V.Magnitude()) == 0 {
		for account, sum := range moved {
			if account != was.Account && mine.Sign() != 0 && sum.Cmp(mine.Negated()) == 0 {
				return Right, "the filing left out moves that amount"
			}
		}
	}
	if was.State == ownership.Reconciled {
		return Refuted, fmt.Sprintf("the filing left out moves %s here, and not the opposite there", wording.Grouped(mine))
	}
	return NotJudged, "not reconciled with the filing left out either"
}
