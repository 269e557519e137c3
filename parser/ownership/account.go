package ownership

import "fmt"

// Ledger is what many filings say together: the accounts, with every line of
// every filing in one of them. parser/ledger makes it. It does not depend on the
// order in which the filings came.
type Ledger struct {
	// Filings in the order of the ledger: by issuer, owners and time.
	Filings  []LedgerFiling  `json:"filings"`
	Accounts []Account       `json:"accounts"`
	Findings []LedgerFinding `json:"findings,omitempty"`
	// Moved has, for the number of a filing whose lines stand in another order than those of
	// the filing that it repeats, their paths in that filing with their paths in this one.
	Moved map[int]map[string]string `json:"-"`
}

// LedgerFiling is a filing as the ledger has it. A number of a filing in the
// ledger is its place in [Ledger.Filings].
type LedgerFiling struct {
	// Given is the place of the filing among those that were given.
	Given           int          `json:"given"`
	Name            string       `json:"file"` // the file's name, [Source.Name]
	AccessionNumber string       `json:"accessionNumber,omitempty"`
	DocumentType    DocumentType `json:"documentType,omitempty"`
	PeriodOfReport  Date         `json:"periodOfReport,omitzero"`
	// FiledAt is the day of the envelope, or zero.
	FiledAt Date `json:"filedAt,omitzero"`
	// SameAs is the number of the filing that this one repeats, or -1. Its lines
	// are in no account: they are those of that filing, path by path, or as
	// [Ledger.Moved] says.
	SameAs int `json:"sameAs"`
	// JointWith is the number of a filing that reports the same rows for other
	// owners of the same group, or -1: one event, to be counted once.
	JointWith int `json:"jointWith"`
	// Amends is the number of the filing that this one amends, or -1.
	Amends int `json:"amends"`
	// Replaced, Added, Kept and Ambiguous count the lines of an amendment
	// against those of the filing that it amends: Kept are the lines of the
	// original that it leaves as they are.
	Replaced  int `json:"replaced,omitempty"`
	Added     int `json:"added,omitempty"`
	Kept      int `json:"kept,omitempty"`
	Ambiguous int `json:"ambiguous,omitempty"`
}

// PartyName is an issuer or a reporting owner.
type PartyName struct {
	CIK  string `json:"cik,omitempty"` // without leading zeros
	Name string `json:"name,omitempty"`
}

// Account is one holding through time: the same owners, issuer, table, class or
// series, form of ownership and record holder.
type Account struct {
	AccountSummary
	// Statements are the parts of the account, one a filing, in order.
	Statements []Statement `json:"statements"`
	Lines      []Line      `json:"lines"`
}

// AccountSummary is an account without its statements and lines.
type AccountSummary struct {
	// ID is the same however the filings were given.
	ID     string      `json:"id"`
	Issuer PartyName   `json:"issuer"`
	Symbol string      `json:"symbol,omitempty"`
	Owners []PartyName `json:"owners"`
	Table  int         `json:"table"` // 1 or 2
	// Title is the latest title as filed, Titles every spelling of it.
	Title  string   `json:"title"`
	Titles []string `json:"titles"`
	// The terms of a derivative security as filed, latest first seen; empty where
	// they stand in a note.
	ConversionOrExercisePrice string `json:"conversionOrExercisePrice,omitempty"`
	ExpirationDate            string `json:"expirationDate,omitempty"`
	UnderlyingTitle           string `json:"underlyingTitle,omitempty"`

	Ownership DirectIndirect `json:"ownership,omitempty"`
	// Holder is the record holder of an indirect holding as filed, from the
	// nature of ownership or its note; Natures every text of the column.
	Holder  string   `json:"holder,omitempty"`
	Natures []string `json:"natures,omitempty"`
	// Unit is "shares" (or units, or derivative securities) or "dollars".
	Unit string `json:"unit"`

	Opening Amount `json:"opening,omitzero"` // before the first line
	// Closing is the balance after the last line: the printed one, but where that is proved
	// to be wrong the right one, and nothing where a note divides it among other accounts.
	Closing Amount `json:"closing,omitzero"`
	// Doubted counts the lines that are counted and have a figure which was not read for
	// certain, [Row.Doubted]: the balances rest on them, or leave them out.
	Doubted int `json:"doubted,omitempty"`
}

// Terms returns the exercise price and the expiration of a derivative security in
// words: "at $4.5, expires 2030-01-02", or "".
func (a *AccountSummary) Terms() string {
	terms := ""
	if a.ConversionOrExercisePrice != "" {
		terms = "at $" + a.ConversionOrExercisePrice
	}
	if a.ExpirationDate != "" {
		if terms != "" {
			terms += ", "
		}
		terms += "expires " + a.ExpirationDate
	}
	return terms
}

// Amount is a balance or a change that may be unknown.
type Amount struct {
	V     Decimal
	Known bool
}

// IsZero reports whether the amount is unknown, so that JSON leaves it out.
func (a Amount) IsZero() bool { return !a.Known }

// MarshalText writes the number, or nothing.
func (a Amount) MarshalText() ([]byte, error) {
	if !a.Known {
		return []byte{}, nil
	}
	return a.V.MarshalText()
}

// UnmarshalText reads the number, or nothing.
func (a *Amount) UnmarshalText(b []byte) error {
	*a = Amount{}
	if len(b) == 0 {
		return nil
	}
	a.Known = true
	return a.V.UnmarshalText(b)
}

func (a Amount) String() string {
	if !a.Known {
		return ""
	}
	return a.V.String()
}

// Statement is what one filing says about an account.
type Statement struct {
	Filing int `json:"filing"` // in [Ledger.Filings]
	StatementFigures
}

// StatementFigures is a statement without its filing.
type StatementFigures struct {
	Date Date `json:"date,omitzero"` // of the filing's last transaction, else the period of report
	// Style is how the filer prints totals, by the name of its rule:
	// running-balance, final-total-repeated, date-block-total, reverse-order,
	// per-lot-total, all-series-total; empty if one line decides nothing.
	Style   Rule   `json:"style,omitempty"`
	Opening Amount `json:"opening,omitzero"`
	Closing Amount `json:"closing,omitzero"`
	// Gap is Opening less the closing balance before it; unknown on the first.
	Gap Amount `json:"gap,omitzero"`
	// From and To bound its lines among those of the account.
	From int `json:"from"`
	To   int `json:"to"`
}

// LineState says how a line stands to its account.
type LineState uint8

const (
	// CannotBeTested: nothing before it says what the balance was.
	CannotBeTested LineState = iota
	// Unexplained: it does not follow, and nothing says why.
	Unexplained
	// Explained: it does not follow by the figures alone; Rule says what does.
	Explained
	// Reconciled: it follows.
	Reconciled
)

var lineStateNames = [...]string{"cannot be tested", "unexplained", "explained", "reconciled"}

func (s LineState) String() string {
	if int(s) < len(lineStateNames) {
		return lineStateNames[s]
	}
	return fmt.Sprintf("LineState(%d)", uint8(s))
}

// MarshalText writes the state's name.
func (s LineState) MarshalText() ([]byte, error) {
	return marshalName(lineStateNames[:], int(s), "state of a line")
}

// UnmarshalText reads a state's name.
func (s *LineState) UnmarshalText(b []byte) error {
	i, err := unmarshalName(lineStateNames[:], b, "state of a line")
	*s = LineState(i)
	return err
}

// Strength says how sure an explanation is. The zero Strength is that of a line that
// is not explained.
type Strength uint8

const (
	_ Strength = iota
	// StrengthProved: cells of the filings add up to it, or a note gives the number.
	StrengthProved
	// StrengthTold: a note says why the balance moved, and gives no amount that could be
	// checked.
	StrengthTold
	// StrengthLikely: the figures look like it, and something else is possible.
	StrengthLikely
)

var strengthNames = [...]string{"", "proved", "told", "likely"}

func (s Strength) String() string {
	if int(s) < len(strengthNames) {
		return strengthNames[s]
	}
	return fmt.Sprintf("Strength(%d)", uint8(s))
}

// MarshalText writes the strength's name.
func (s Strength) MarshalText() ([]byte, error) {
	return marshalName(strengthNames[:], int(s), "strength of an explanation")
}

// UnmarshalText reads a strength's name.
func (s *Strength) UnmarshalText(b []byte) error {
	i, err := unmarshalName(strengthNames[:], b, "strength of an explanation")
	*s = Strength(i)
	return err
}

// Line is one line of a filing in its account.
type Line struct {
	LineRef
	LineFigures
	Evidence []Evidence `json:"evidence,omitempty"`
	Links    []Link     `json:"links,omitempty"`
}

// LineFigures is what a line says and how it stands to its account.
type LineFigures struct {
	Kind RowKind `json:"kind"`
	Date Date    `json:"date,omitzero"` // of the transaction
	Code string  `json:"code,omitempty"`
	// Change is what the line adds (A) or takes (D); 0 on a holding and on an
	// equity swap.
	Change Amount `json:"change,omitzero"`
	// Printed is the amount owned following, as filed.
	Printed Amount `json:"printed,omitzero"`
	// Computed is what the line before, or the filing before, leads to.
	Computed Amount `json:"computed,omitzero"`
	// Residual is Printed less Computed.
	Residual Amount `json:"residual,omitzero"`
	// Uncounted is empty on a line that carries the balance on. Else it names the
	// rule by which the line is shown and not counted: amendment-merge (an
	// amendment puts another in its place), form5-catchup, swap-excluded.
	Uncounted Rule `json:"uncounted,omitempty"`
	// Doubted is set where a figure of the line was not read for certain, [Row.Doubted].
	Doubted bool `json:"doubted,omitempty"`

	State LineState `json:"state"`
	// Strength is how sure the explanation of an explained line is.
	Strength Strength `json:"strength,omitempty"`
	// Rule names what decided: running-balance, roll-forward, first-seen, …
	Rule Rule `json:"rule"`
	// Explanation is a sentence that a person can act on.
	Explanation string `json:"explanation"`
}

// LineRef names a line.
type LineRef struct {
	Filing int    `json:"filing"` // in [Ledger.Filings]
	Path   string `json:"path"`   // tableI[2]
}

// Evidence is a cell, or words of a note, that support what is said of a line.
type Evidence struct {
	Filing int    `json:"filing"` // in [Ledger.Filings]
	Path   string `json:"path"`   // tableI[2].sharesFollowing, footnotes[0].text
	// Words are those of the note, as they stand from byte From to byte To of
	// its text.
	Words string `json:"words,omitempty"`
	From  int    `json:"from,omitempty"`
	To    int    `json:"to,omitempty"`
}

// Link joins a line to another that is about the same event.
type Link struct {
	// Rule: exercise-link, withhold-bound, transfer-pair, form-change-gap, …
	Rule Rule    `json:"rule"`
	To   LineRef `json:"to"`
	// Says is a sentence.
	Says string `json:"says"`
}

// LedgerFinding is what a rule over several lines or filings found.
type LedgerFinding struct {
	Rule     Rule       `json:"rule"`
	Severity Severity   `json:"severity"`
	Message  string     `json:"message"`
	Lines    []LineRef  `json:"lines,omitempty"`
	Evidence []Evidence `json:"evidence,omitempty"`
}

// Rates counts lines by state.
type Rates struct {
	Lines          int `json:"lines"`
	Reconciled     int `json:"reconciled"`
	Explained      int `json:"explained"`
	Unexplained    int `json:"unexplained"`
	CannotBeTested int `json:"cannotBeTested"`
	// Told and Likely are the explained lines of that strength.
	Told   int `json:"told"`
	Likely int `json:"likely"`
}

// Rates counts the lines of the ledger.
func (l *Ledger) Rates() Rates {
	var r Rates
	for i := range l.Accounts {
		for j := range l.Accounts[i].Lines {
			r.AddLine(&l.Accounts[i].Lines[j].LineFigures)
		}
	}
	return r
}

// AddLine counts a line.
func (r *Rates) AddLine(l *LineFigures) {
	r.Lines++
	switch l.Strength {
	case StrengthTold:
		r.Told++
	case StrengthLikely:
		r.Likely++
	}
	switch l.State {
	case Reconciled:
		r.Reconciled++
	case Explained:
		r.Explained++
	case Unexplained:
		r.Unexplained++
	default:
		r.CannotBeTested++
	}
}

// Add counts the lines that other rates count as well.
func (r *Rates) Add(s Rates) {
	r.Lines += s.Lines
	r.Reconciled += s.Reconciled
	r.Explained += s.Explained
	r.Unexplained += s.Unexplained
	r.CannotBeTested += s.CannotBeTested
	r.Told += s.Told
	r.Likely += s.Likely
}
