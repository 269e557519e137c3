package honesty

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
	"filingview/parser/report"
)

// Said is what the ledger says of a fault.
type Said string

// What is said, the best first. The worst that holds counts, but for a fault that is
// named: of it nothing wrong is said.
const (
	Named Said = "named"
	// Open: a line of the account is unexplained. The reader is told that something is
	// off.
	Open Said = "unexplained"
	// HiddenAsUntestable: no line is unexplained, nothing names the fault, and a line
	// that reconciled cannot be tested any more. The break was put away into an account
	// of its own.
	HiddenAsUntestable Said = "HIDDEN as untestable"
	// HiddenAsReconciled: nothing is said at all.
	HiddenAsReconciled Said = "HIDDEN as reconciled"
	// Wrong: a line gets an explanation that is not the fault. Another figure is called
	// right, a filing missing, a transfer or a split made up.
	Wrong Said = "WRONG"
)

func outcomes() []Said { return []Said{Named, Open, HiddenAsUntestable, HiddenAsReconciled, Wrong} }

func (s Said) isHidden() bool { return s == HiddenAsUntestable || s == HiddenAsReconciled }

// trial compares what is said with a fault and without it.
type trial struct {
	kind      Kind
	was       string // the figure, the letter or the day that the fault took away
	key       report.Place
	behind    report.Place // the next line of the account
	base, now *ledger
}

// place returns where a line with the fault stood without it: the rows behind one that
// is left out have moved up.
func (t *trial) place(l *report.Line) report.Place {
	at := placeOf(l)
	table, n := tableOf(at.Path)
	out, from := tableOf(t.key.Path)
	if t.kind == MissingRow && at.File == t.key.File && table == out && n >= from {
		at.Path = fmt.Sprintf("%s[%d]", table, n+1)
	}
	return at
}

// tableOf takes the path of a line apart.
func tableOf(path string) (table string, n int) {
	table, number, _ := strings.Cut(strings.TrimSuffix(path, "]"), "[")
	n, _ = strconv.Atoi(number)
	return table, n
}

// figures are what a sentence names that may change with the fault, though it says the
// same: balances and filings.
var figures = regexp.MustCompile(`[−\d.,:-]+`)

// isNew reports whether a line says something that it does not say without the fault.
func (t *trial) isNew(l *report.Line, at report.Place) bool {
	was := t.base.lines[at]
	return was == nil || l.State != was.State || l.Rule != was.Rule ||
		l.Explanation != was.Explanation && figures.ReplaceAllString(l.Explanation, "#") != figures.ReplaceAllString(was.Explanation, "#")
}

// verdict says how the fault stands. Elsewhere reports whether a line is left open that
// is neither the fault's nor the next of its account.
func (t *trial) verdict() (said Said, text string, named, elsewhere bool) {
	naming := t.namingFinding()
	wrong, open, away := "", "", ""
	for i := range t.now.Lines {
		l := &t.now.Lines[i]
		at := t.place(l)
		was := t.base.lines[at]
		sentence := fmt.Sprintf("%s %s: %s", at.File, at.Path, l.Explanation)
		switch {
		case l.State == ownership.CannotBeTested && was != nil && was.State != ownership.CannotBeTested && away == "":
			away = sentence
		case l.State == ownership.Unexplained && t.isNew(l, at):
			elsewhere = elsewhere || at != t.key && at != t.behind
			if open == "" {
				open = sentence
			}
		case l.State == ownership.Explained && t.isNew(l, at):
			switch {
			case t.names(l.Rule, l.Explanation, at == t.key, at == t.key && strings.Contains(l.Explanation, "date")):
				naming = l.Rule.String() + ": " + l.Explanation
			case t.isOtherSide(l): // it is judged with the line that it belongs to
			default:
				wrong = fmt.Sprintf("%s %s %s: %s", at.File, at.Path, l.Rule, l.Explanation)
			}
		}
	}
	named = naming != ""
	switch {
	case wrong != "":
		return Wrong, wrong, named, elsewhere
	case named:
		return Named, naming, true, elsewhere
	case open != "":
		return Open, open, false, elsewhere
	case away != "":
		return HiddenAsUntestable, away, false, elsewhere
	}
	return HiddenAsReconciled, "nothing", false, elsewhere
}

// isOtherSide reports whether a sentence is the other side of one that stands at the line
// of the fault.
func (t *trial) isOtherSide(l *report.Line) bool {
	if t.kind.ofTotal() {
		return isMisprint(l.Rule) && strings.Contains(l.Explanation, grouped(t.was))
	}
	return otherSide.MatchString(l.Explanation)
}

var (
	signWords = regexp.MustCompile(`acquired \(A\)|disposed of \(D\)`)
	absentRow = regexp.MustCompile(`missing|left out|not here|without a line`)
)

// names reports whether a sentence names the fault: the right total is given for the line;
// it is about the line's sign, or its date; it gives the amount of the missing row and
// says that it is not there.
func (t *trial) names(rule ownership.Rule, text string, ofLine, ofDate bool) bool {
	switch t.kind {
	case WrongSign:
		return ofLine && (strings.Contains(rule.String(), "sign") || signWords.MatchString(text))
	case WrongYear:
		return ofDate
	case MissingRow:
		return rule == ownership.RuleExerciseLink ||
			strings.Contains(text, grouped(t.was)) && absentRow.MatchString(text) && rule != ownership.RuleMissingFiling && !isTransfer(rule)
	}
	return ofLine && (isMisprint(rule) || rule == ownership.RuleRoundNumberTypo) && mentions(text, grouped(t.was))
}

// namingFinding returns a finding that the fault brings and that names it, or "".
func (t *trial) namingFinding() string {
	naming := ""
	for i := range t.now.Findings {
		f := &t.now.Findings[i]
		ofLine, ofDate := false, false
		for _, at := range f.About {
			ofLine = ofLine || at.File == t.key.File && (at.Path == t.key.Path || strings.HasPrefix(at.Path, t.key.Path+"."))
			ofDate = ofDate || at == report.Place{File: t.key.File, Path: t.key.Path + ".transaction.date"}
		}
		if t.names(f.Rule, f.Message, ofLine, ofDate) && count(t.now.Findings, f) > count(t.base.Findings, f) {
			naming = f.Rule.String() + ": " + f.Message
		}
	}
	return naming
}

// count returns how often a finding is there.
func count(all []report.Finding, f *report.Finding) int {
	n := 0
	for i := range all {
		if g := &all[i]; g.Rule == f.Rule && g.Message == f.Message && slices.Equal(g.About, f.About) {
			n++
		}
	}
	return n
}

// mentions reports whether a number stands in a text and not as a part of a longer one.
func mentions(text, number string) bool {
	isDigit := func(c byte) bool { return c == ',' || '0' <= c && c <= '9' }
	for from := 0; ; {
		i := strings.Index(text[from:], number)
		if i < 0 {
			return false
		}
		i += from
		end := i + len(number)
		if (i == 0 || !isDigit(text[i-1])) && (end == len(text) || !isDigit(text[end])) {
			return true
		}
		from = i + 1
	}
}

// grouped writes a whole number with its thousands apart, as sentences do.
func grouped(s string) string {
	d, err := ownership.ParseDecimal(s)
	if err != nil {
		return s
	}
	return wording.Grouped(d)
}
