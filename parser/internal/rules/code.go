package rules

import (
	"fmt"
	"strings"

	"filingview/parser/internal/calendar"
	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

// checkCodes holds the transaction codes against the sign, the table, the notes
// and the form (Form 4, Instruction 8).
func checkCodes(f *ownership.Filing) {
	var swaps []string
	var small smallSum
	for table, l := range lines(f) {
		if l.r.Kind != ownership.Transaction {
			continue
		}
		t := &l.r.Transaction
		if t.EquitySwapInvolved.V {
			swaps = append(swaps, l.path("transaction.equitySwapInvolved"))
			if !l.cites() {
				l.tell(ownership.RuleSwapUnexplained, "This line is an equity swap (K), but no note explains it.", "transaction.equitySwapInvolved")
			}
		}
		if known := knownCode(&l); !known {
			continue
		}
		codeSign(&l, table)
		codeTable(&l, table)
		switch t.Code.V {
		case "J":
			if !l.cites() && f.Remarks.V == "" {
				l.tell(ownership.RuleJNeedsFootnote, "Code J asks for a description of the transaction, but the line has no note and the form no remarks.", "transaction.code")
			}
		case "G":
			giftOnForm5(&l)
		case "L":
			small.add(&l)
		}
	}
	if len(swaps) > 0 {
		report(f, ownership.RuleSwapExcluded,
			fmt.Sprintf("Equity swaps (K) change no shares: %s left out of the balance.", count(len(swaps), "line is", "lines are")), swaps...)
	}
	small.tell(f)
}

// count writes a number with its noun.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return wording.Number(n) + " " + many
}

// knownCode is code-unknown, code-obsolete and k-as-sole-code; it reports whether
// the code is one that other rules may speak of. The letters of the forms of 1991
// to 1996 are obsolete there and unknown later.
func knownCode(l *line) bool {
	c := &l.r.Transaction.Code
	switch c.State {
	case ownership.Absent, ownership.Blank:
		l.tell(ownership.RuleCodeUnknown, "This transaction has no code.", "transaction.code")
		return false
	case ownership.Malformed:
		return false // value-malformed tells of it
	}
	if len(c.V) == 1 && strings.Contains("SMAPFDGCJXUILOWEHZ", c.V) {
		return true
	}
	switch c.V {
	case "K", "V":
		l.tell(ownership.RuleKAsSoleCode,
			fmt.Sprintf("%s is a mark beside a code, not a code: the transaction has none.", c.V), "transaction.code")
		return false
	case "B", "N", "Q", "R", "T":
		if d, ok := l.r.Transaction.Date.Get(); ok && d.Year < 1997 && d.Year >= 1934 {
			l.tell(ownership.RuleCodeObsolete, fmt.Sprintf("Code %s is of the forms before 1997 and has gone since.", c.V), "transaction.code")
			return false
		}
	}
	l.tell(ownership.RuleCodeUnknown, fmt.Sprintf("“%s” is no transaction code.", wording.Clip(c.V)), "transaction.code")
	return false
}

// codeSign is code-sign-mismatch: a code whose sign is given by what it means. It
// leaves swaps alone, and what the sign can be either of: code L, options written,
// and a conversion or exercise that gives another security of the same table. A
// note on code or sign makes it a warning.
func codeSign(l *line, table int) {
	t := &l.r.Transaction
	sign, ok := t.AcquiredDisposed.Get()
	if !ok || t.EquitySwapInvolved.V {
		return
	}
	want, ok := ownership.SignOf(t.Code.V, table)
	if !ok || sign == want {
		return
	}
	severity := ownership.RuleCodeSignMismatch.Severity()
	switch t.Code.V {
	case "M", "C", "X", "O":
		if hasCounterpart(l, table, want) {
			return
		}
	}
	if table == 2 {
		switch t.Code.V {
		case "P", "S", "X", "O", "H":
			severity = ownership.Warning // an option may be written, a short position closed
		}
	}
	if len(t.Code.Notes) > 0 || len(t.AcquiredDisposed.Notes) > 0 {
		severity = ownership.Warning // the note may say why
	}
	words := map[ownership.AcquiredDisposed]string{ownership.Acquired: "acquired (A)", ownership.Disposed: "disposed of (D)"}
	l.tellAs(ownership.RuleCodeSignMismatch, severity,
		fmt.Sprintf("With code %s securities of Table %s are %s, but this line says %s.", t.Code.V, strings.Repeat("I", table), words[want], words[sign]),
		"transaction.code", "transaction.acquiredDisposed")
}

// hasCounterpart reports whether another line makes sense of the sign: one of the
// same table with the sign that the code calls for (Class B converted into Class A
// in one table is both), or one of the other table with the opposite sign (shares
// turned into a derivative security).
func hasCounterpart(l *line, table int, want ownership.AcquiredDisposed) bool {
	t := &l.r.Transaction
	has := func(rows []ownership.Row, sign ownership.AcquiredDisposed) bool {
		for i := range min(len(rows), maxFindings) {
			if o := &rows[i].Transaction; o.Code.V == t.Code.V && o.AcquiredDisposed.V == sign {
				return true
			}
		}
		return false
	}
	same, other := l.f.TableI, l.f.TableII
	if table == 2 {
		same, other = other, same
	}
	return has(same, want) || has(other, want) // want is the opposite of the line's own sign
}

// codeTable is code-table-mismatch: E and H are of derivative securities, Z is of
// the shares that a voting trust takes, and an option is bought or sold in Table
// II. Code L is allowed in Table II as well, for Rule 16a-6 speaks of any equity
// security.
func codeTable(l *line, table int) {
	c := l.r.Transaction.Code.V
	switch {
	case table == 1 && (c == "E" || c == "H"):
		l.tell(ownership.RuleCodeTableMismatch,
			fmt.Sprintf("Code %s is the expiry of a derivative security, which belongs in Table II.", c), "transaction.code")
	case table == 2 && c == "Z":
		l.tell(ownership.RuleCodeTableMismatch,
			"Code Z is a deposit of shares into a voting trust or their withdrawal, which belongs in Table I.", "transaction.code")
	case table == 1 && (c == "P" || c == "S") && isOptionTitle(l.r.SecurityTitle.V):
		l.tell(ownership.RuleCodeTableMismatch,
			fmt.Sprintf("“%s” is a derivative security, whose purchase or sale belongs in Table II.", wording.Clip(l.r.SecurityTitle.V)), "transaction.code", "securityTitle")
	}
}

// isOptionTitle reports whether a title is that of an option or warrant and not of
// the shares under one: nothing but the kind of option stands before the word.
func isOptionTitle(title string) bool {
	if !mentions(title, "option", "warrant", "call", "put") {
		return false
	}
	for _, w := range strings.Fields(ownership.NormalTitle(title)) {
		switch w {
		case "option", "options", "warrant", "warrants":
			return true
		case "call", "put", "stock", "employee", "director", "nonqualified", "incentive", "non", "qualified", "listed", "exchange", "traded",
			"covered", "written", "short", "long", "series", "class", "a", "b", "private", "public", "placement", "redeemable", "purchase":
		default:
			return false
		}
	}
	return false
}

// giftOnForm5 is gift-disposition-on-form5: since 2023-02-27 a disposition by gift
// is due on Form 4 within two business days. A line with form type 4 says itself
// that it is late.
func giftOnForm5(l *line) {
	t := &l.r.Transaction
	d, ok := t.Date.Get()
	if l.f.DocumentType.V.Form() == '5' && l.r.FormType.V == "5" && t.AcquiredDisposed.V == ownership.Disposed && ok &&
		d.Compare(ownership.Date{Year: 2023, Month: 2, Day: 27}) >= 0 {
		l.tell(ownership.RuleGiftDispositionOnForm5,
			fmt.Sprintf("The gift of %s was due on Form 4 within two business days: since 2023-02-27 a disposition by gift is no longer deferred to Form 5.", d),
			"transaction.code", "transaction.date", "formType")
	}
}

// smallSum gathers the small acquisitions (code L) of a filing.
type smallSum struct {
	prices        priceRanges
	total         ownership.Decimal
	first, last   ownership.Date
	paths         []string
	over, unclear bool
}

// add tells of a line that is over the limit by itself and adds the others up. A
// price in another currency, or none at all, leaves the sum open.
func (s *smallSum) add(l *line) {
	t := &l.r.Transaction
	value, ok := s.prices.amount(l)
	d, dated := t.Date.Get()
	if !ok || !dated {
		s.unclear = true
		return
	}
	if value.Cmp(smallLimit()) > 0 {
		s.over = true
		l.tell(ownership.RuleSmallAcquisitionOverLimit,
			fmt.Sprintf("A small acquisition (code L) may come to $10,000 in six months; this one comes to $%s.", money(value)),
			"transaction.shares", "transaction.price")
		return
	}
	s.paths = append(s.paths, l.path("transaction.shares"))
	if s.total, ok = s.total.Sum(value); !ok {
		s.unclear = true
	}
	if s.first.IsZero() || d.Compare(s.first) < 0 {
		s.first = d
	}
	if d.Compare(s.last) > 0 {
		s.last = d
	}
}

func smallLimit() ownership.Decimal { return ownership.NewDecimal(10_000, 0) }

// tell tells of lines that are over the limit together within six months.
func (s *smallSum) tell(f *ownership.Filing) {
	if s.over || s.unclear || len(s.paths) < 2 || s.total.Cmp(smallLimit()) <= 0 || calendar.AddDays(s.first, 181).Compare(s.last) < 0 {
		return
	}
	report(f, ownership.RuleSmallAcquisitionOverLimit,
		fmt.Sprintf("Small acquisitions (code L) may come to $10,000 in six months; these %d come to $%s from %s to %s.", len(s.paths), money(s.total), s.first, s.last), s.paths...)
}
