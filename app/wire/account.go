package wire

import (
	"fmt"

	"filingview/parser/ownership"
)

func (c *coder) reconciliation(t *Reconciliation) {
	c.int(&t.Self)
	c.int(&t.Same)
	slice(c, &t.Places, (*coder).placed)
	slice(c, &t.Accounts, (*coder).summary)
	slice(c, &t.Lines, (*coder).reconciledLine)
	slice(c, &t.Words, (*coder).evidence)
	slice(c, &t.Findings, (*coder).ledgerFinding)
	c.rates(&t.Rates)
}

func (c *coder) reconciledLine(l *ReconciledLine) {
	c.int(&l.Account)
	c.line(&l.Line)
}

func (c *coder) fullAccount(f *FullAccount) {
	c.account(&f.Account)
	slice(c, &f.Places, (*coder).placed)
}

func (c *coder) balances(b *Balances) {
	c.int(&b.Done)
	c.int(&b.Groups)
	c.int(&b.Filings)
	c.rates(&b.Rates)
	c.int(&b.Accounts)
	c.int(&b.Unexplained)
	c.int(&b.Explained)
	c.int(&b.Told)
	c.int(&b.Likely)
	c.int(&b.Matching)
	c.int(&b.From)
	slice(c, &b.Window, (*coder).summary)
}

func (c *coder) placed(p *Place) {
	c.int(&p.Number)
	c.ref(&p.Ref)
	f := &p.Filing
	c.int(&f.Given)
	c.string(&f.Name)
	c.string(&f.AccessionNumber)
	c.string((*string)(&f.DocumentType))
	c.day(&f.PeriodOfReport)
	c.day(&f.FiledAt)
	c.int(&f.SameAs)
	c.int(&f.JointWith)
	c.int(&f.Amends)
	c.int(&f.Replaced)
	c.int(&f.Added)
	c.int(&f.Kept)
	c.int(&f.Ambiguous)
}

func (c *coder) partyName(p *ownership.PartyName) {
	c.string(&p.CIK)
	c.string(&p.Name)
}

func (c *coder) summary(s *Summary) {
	c.accountSummary(&s.AccountSummary)
	c.string(&s.Class)
	c.day(&s.Date)
	c.int(&s.Statements)
	c.int(&s.Gaps)
	c.amount(&s.Gap)
	c.rates(&s.Rates)
}

func (c *coder) account(a *ownership.Account) {
	c.accountSummary(&a.AccountSummary)
	slice(c, &a.Statements, (*coder).statement)
	slice(c, &a.Lines, (*coder).line)
}

func (c *coder) accountSummary(a *ownership.AccountSummary) {
	c.string(&a.ID)
	c.partyName(&a.Issuer)
	c.string(&a.Symbol)
	slice(c, &a.Owners, (*coder).partyName)
	c.int(&a.Table)
	c.string(&a.Title)
	slice(c, &a.Titles, (*coder).string)
	c.string(&a.ConversionOrExercisePrice)
	c.string(&a.ExpirationDate)
	c.string(&a.UnderlyingTitle)
	c.string((*string)(&a.Ownership))
	c.string(&a.Holder)
	slice(c, &a.Natures, (*coder).string)
	c.string(&a.Unit)
	c.amount(&a.Opening)
	c.amount(&a.Closing)
	c.int(&a.Doubted)
}

func (c *coder) statement(s *ownership.Statement) {
	c.int(&s.Filing)
	c.day(&s.Date)
	c.byte((*uint8)(&s.Style))
	c.amount(&s.Opening)
	c.amount(&s.Closing)
	c.amount(&s.Gap)
	c.int(&s.From)
	c.int(&s.To)
}

func (c *coder) line(l *ownership.Line) {
	c.lineRef(&l.LineRef)
	c.byte((*uint8)(&l.Kind))
	c.day(&l.Date)
	c.string(&l.Code)
	c.amount(&l.Change)
	c.amount(&l.Printed)
	c.amount(&l.Computed)
	c.amount(&l.Residual)
	c.byte((*uint8)(&l.Uncounted))
	c.bool(&l.Doubted)
	c.byte((*uint8)(&l.State))
	c.byte((*uint8)(&l.Strength))
	c.byte((*uint8)(&l.Rule))
	c.string(&l.Explanation)
	slice(c, &l.Evidence, (*coder).evidence)
	slice(c, &l.Links, (*coder).link)
}

func (c *coder) lineRef(r *ownership.LineRef) {
	c.int(&r.Filing)
	c.string(&r.Path)
}

func (c *coder) evidence(e *ownership.Evidence) {
	c.int(&e.Filing)
	c.string(&e.Path)
	c.string(&e.Words)
	c.int(&e.From)
	c.int(&e.To)
}

func (c *coder) link(l *ownership.Link) {
	c.byte((*uint8)(&l.Rule))
	c.lineRef(&l.To)
	c.string(&l.Says)
}

func (c *coder) ledgerFinding(f *ownership.LedgerFinding) {
	c.byte((*uint8)(&f.Rule))
	c.byte((*uint8)(&f.Severity))
	c.string(&f.Message)
	slice(c, &f.Lines, (*coder).lineRef)
	slice(c, &f.Evidence, (*coder).evidence)
}

func (c *coder) rates(r *ownership.Rates) {
	c.int(&r.Lines)
	c.int(&r.Reconciled)
	c.int(&r.Explained)
	c.int(&r.Unexplained)
	c.int(&r.CannotBeTested)
	c.int(&r.Told)
	c.int(&r.Likely)
}

// amount goes through a number that may be unknown: as text, which is empty for
// a zero.
func (c *coder) amount(a *ownership.Amount) {
	c.bool(&a.Known)
	s := ""
	if !c.reading && a.V != (ownership.Decimal{}) {
		s = a.V.String()
	}
	c.string(&s)
	if !c.reading || s == "" || c.err != nil {
		return
	}
	v, err := ownership.ParseDecimal(s)
	if err != nil {
		c.fail(fmt.Errorf("%w: %w", ErrMessage, err))
	}
	a.V = v
}
