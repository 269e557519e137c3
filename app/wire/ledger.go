package wire

import (
	"cmp"
	"fmt"

	"filingview/parser/ownership"
)

// Place tells where a filing of a ledger is to be found.
type Place struct {
	Number int // in [ownership.Ledger.Filings]
	Ref    Ref // in the list
	Filing ownership.LedgerFiling
}

// Summary is an account without its statements and lines, and what they come to.
type Summary struct {
	ownership.AccountSummary
	Class      string         // the title as it is compared, [ownership.NormalTitle]
	Date       ownership.Date // of the closing balance
	Statements int
	Gaps       int              // between two statements
	Gap        ownership.Amount // the greatest of them, either way
	Rates      ownership.Rates
}

// Standing says how an account stands as a whole: by the line of it that a reader should
// look at first. A greater one is more to be looked at.
type Standing uint8

const (
	// WithoutGaps: every line that can be tested follows from the one before.
	WithoutGaps Standing = iota
	// GapsProved: each line that does not follow is explained, and proved.
	GapsProved
	// GapsTold: each is explained, one by the words of a note without an amount.
	GapsTold
	// GapsLikely: each is explained, one by what is only likely.
	GapsLikely
	// WithUnexplained: a line is unexplained.
	WithUnexplained
)

// Standing returns how the account stands.
func (s *Summary) Standing() Standing {
	switch {
	case s.Rates.Unexplained > 0:
		return WithUnexplained
	case s.Rates.Likely > 0:
		return GapsLikely
	case s.Rates.Told > 0:
		return GapsTold
	case s.Rates.Explained > 0:
		return GapsProved
	}
	return WithoutGaps
}

// Explained reports whether the account has gaps that are all explained.
func (s Standing) Explained() bool { return s == GapsProved || s == GapsTold || s == GapsLikely }

// SummaryOf sums up an account.
func SummaryOf(a *ownership.Account) Summary {
	s := Summary{AccountSummary: a.AccountSummary, Class: cmp.Or(ownership.NormalTitle(a.Title), a.Title), Statements: len(a.Statements)}
	for i := range a.Statements {
		st := &a.Statements[i]
		s.Date = st.Date
		if st.Gap.Known && st.Gap.V.Sign() != 0 {
			s.Gaps++
			if !s.Gap.Known || st.Gap.V.Magnitude().Cmp(s.Gap.V.Magnitude()) > 0 {
				s.Gap = st.Gap
			}
		}
	}
	for i := range a.Lines {
		s.Rates.AddLine(&a.Lines[i].LineFigures)
	}
	return s
}

// Reconciliation is what the ledger says of one filing. Filings go by their numbers in the
// ledger; those that are spoken of are among the Places.
type Reconciliation struct {
	Self   int // the filing
	Same   int // the filing that it repeats, whose lines are its own; else Self
	Places []Place
	// Accounts are those that its lines belong to, and the others of the same
	// owners at the issuer.
	Accounts []Summary
	Lines    []ReconciledLine
	// Words are those of the filing's notes that support what is said of any line,
	// of other filings too.
	Words    []ownership.Evidence
	Findings []ownership.LedgerFinding
	Rates    ownership.Rates
}

// ReconciledLine is a line of the filing.
type ReconciledLine struct {
	Account int // in [Reconciliation.Accounts]
	Line    ownership.Line
}

// FullAccount is an account in full.
type FullAccount struct {
	Account ownership.Account
	Places  []Place
}

// Balances is a window of all accounts.
type Balances struct {
	Done, Groups int // groups of filings that are reconciled, and that there are
	Filings      int // in the groups that are
	Rates        ownership.Rates
	Accounts     int // so far
	Unexplained  int // of these, those with an unexplained line
	Explained    int // of these, those whose gaps are all explained
	Told         int // of these, those of [GapsTold]
	Likely       int // of these, those of [GapsLikely]
	Matching     int
	From         int
	Window       []Summary
}

// Encode writes the message.
func (t *Reconciliation) Encode() []byte {
	c := coder{}
	c.version()
	c.reconciliation(t)
	return c.out
}

// DecodeReconciliation reads what [Reconciliation.Encode] writes. The error wraps [ErrVersion] or
// [ErrMessage].
func DecodeReconciliation(b []byte) (*Reconciliation, error) {
	return decoded(b, "reconciliation", (*coder).reconciliation)
}

// Encode writes the message.
func (f *FullAccount) Encode() []byte {
	c := coder{}
	c.version()
	c.fullAccount(f)
	return c.out
}

// DecodeFullAccount reads what [FullAccount.Encode] writes. The error wraps [ErrVersion] or
// [ErrMessage].
func DecodeFullAccount(b []byte) (*FullAccount, error) {
	return decoded(b, "account", (*coder).fullAccount)
}

// Encode writes the message.
func (b *Balances) Encode() []byte {
	c := coder{}
	c.version()
	c.balances(b)
	return c.out
}

// DecodeBalances reads what [Balances.Encode] writes. The error wraps [ErrVersion]
// or [ErrMessage].
func DecodeBalances(b []byte) (*Balances, error) {
	return decoded(b, "accounts", (*coder).balances)
}

func decoded[T any](b []byte, what string, walk func(*coder, *T)) (*T, error) {
	c := coder{reading: true, in: string(b)}
	v := new(T)
	c.version()
	walk(&c, v)
	if err := c.end(); err != nil {
		return nil, fmt.Errorf("%s: %w", what, err)
	}
	return v, nil
}
