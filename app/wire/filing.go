package wire

import (
	"fmt"

	"filingview/parser/ownership"
)

// AppendFiling writes a filing behind b, all but its Source.Text and the words of
// its Source.Pages, which several filings of one file may share. Most cells take
// their place in that text and two bytes more.
func AppendFiling(b []byte, f *ownership.Filing) []byte {
	c := coder{out: b, source: f.Source.Text}
	c.version()
	c.filing(f)
	return c.out
}

// DecodeFiling reads what AppendFiling writes, given the filing's Source.Text. Its
// pages are without words. The error wraps [ErrVersion] or [ErrMessage].
func DecodeFiling(code []byte, source string) (*ownership.Filing, error) {
	c := coder{reading: true, in: string(code), source: source}
	f := new(ownership.Filing)
	f.Source.Text = source
	c.version()
	c.filing(f)
	if err := c.end(); err != nil {
		return nil, fmt.Errorf("filing: %w", err)
	}
	return f, nil
}

func (c *coder) filing(f *ownership.Filing) {
	c.string(&f.Source.Name)
	c.string(&f.Source.Format)
	c.string(&f.Source.Envelope)
	c.string(&f.Source.Charset)
	slice(c, &f.Source.Pages, (*coder).pageSize)
	c.header(&f.Header)
	c.text(&f.SchemaVersion)
	letters(c, &f.DocumentType)
	c.date(&f.PeriodOfReport)
	c.date(&f.DateOfOriginalSubmission)
	c.flag(&f.NoSecuritiesOwned)
	c.flag(&f.NotSubjectToSection16)
	c.flag(&f.Form3HoldingsReported)
	c.flag(&f.Form4TransactionsReported)
	c.flag(&f.Plan10b51)
	c.text(&f.Issuer.CIK)
	c.text(&f.Issuer.Name)
	c.text(&f.Issuer.TradingSymbol)
	c.text(&f.Issuer.ForeignTradingSymbol)
	slice(c, &f.Owners, (*coder).owner)
	slice(c, &f.TableI, (*coder).row)
	slice(c, &f.TableII, (*coder).row)
	slice(c, &f.Footnotes, (*coder).footnote)
	c.text(&f.Remarks)
	slice(c, &f.Signatures, (*coder).signature)
	slice(c, &f.Findings, (*coder).finding)
}

func (c *coder) header(h *ownership.Header) {
	c.text(&h.AccessionNumber)
	c.text(&h.SubmissionType)
	c.text(&h.DocumentCount)
	c.date(&h.PeriodOfReport)
	c.date(&h.FiledAt)
	c.date(&h.ChangedAt)
	cell(c, &h.AcceptedAt, (*coder).moment)
	slice(c, &h.Parties, (*coder).party)
	slice(c, &h.Documents, (*coder).document)
	slice(c, &h.Other, (*coder).fact)
}

func (c *coder) party(p *ownership.Party) {
	c.string(&p.Role)
	c.text(&p.Name)
	c.text(&p.CIK)
	c.text(&p.OrganizationName)
	c.text(&p.SIC)
	c.text(&p.IRSNumber)
	c.text(&p.StateOfIncorporation)
	c.text(&p.FiscalYearEnd)
	c.text(&p.Relationship)
	c.text(&p.FormType)
	c.text(&p.Act)
	c.text(&p.FileNumber)
	c.text(&p.FilmNumber)
	c.address(&p.BusinessAddress)
	c.address(&p.MailAddress)
	slice(c, &p.FormerNames, (*coder).formerName)
	slice(c, &p.Other, (*coder).fact)
}

func (c *coder) formerName(n *ownership.FormerName) {
	c.text(&n.Name)
	c.date(&n.ChangedAt)
}

func (c *coder) document(d *ownership.Document) {
	c.text(&d.Type)
	c.text(&d.Sequence)
	c.text(&d.Filename)
	c.text(&d.Description)
	c.span(&d.At)
}

func (c *coder) fact(f *ownership.Fact) {
	c.string(&f.Label)
	c.text(&f.Value)
}

func (c *coder) owner(o *ownership.Owner) {
	c.text(&o.CIK)
	c.text(&o.Name)
	c.text(&o.CCC)
	c.address(&o.Address)
	r := &o.Relationship
	c.flag(&r.IsDirector)
	c.flag(&r.IsOfficer)
	c.flag(&r.IsTenPercentOwner)
	c.flag(&r.IsOther)
	c.text(&r.OfficerTitle)
	c.text(&r.OtherText)
}

func (c *coder) address(a *ownership.Address) {
	c.flag(&a.NonUSAddress)
	c.text(&a.Street1)
	c.text(&a.Street2)
	c.text(&a.City)
	c.text(&a.NonUSStateTerritory)
	c.text(&a.State)
	c.text(&a.Country)
	c.text(&a.ZipCode)
	c.text(&a.StateDescription)
	c.flag(&a.GoodAddress)
	c.text(&a.Phone)
}

func (c *coder) row(r *ownership.Row) {
	c.byte((*uint8)(&r.Kind))
	c.span(&r.At)
	c.text(&r.SecurityTitle)
	c.decimal(&r.ConversionOrExercisePrice)
	c.text(&r.FormType)
	t := &r.Transaction
	c.date(&t.Date)
	c.date(&t.DeemedExecutionDate)
	c.text(&t.Code)
	c.flag(&t.EquitySwapInvolved)
	letters(c, &t.Timeliness)
	c.decimal(&t.Shares)
	c.decimal(&t.TotalValue)
	c.decimal(&t.Price)
	letters(c, &t.AcquiredDisposed)
	c.date(&r.ExerciseDate)
	c.date(&r.ExpirationDate)
	c.text(&r.UnderlyingTitle)
	c.decimal(&r.UnderlyingShares)
	c.decimal(&r.UnderlyingValue)
	c.decimal(&r.SharesFollowing)
	c.decimal(&r.ValueFollowing)
	letters(c, &r.Ownership)
	c.text(&r.NatureOfOwnership)
}

func (c *coder) footnote(n *ownership.Footnote) {
	c.string(&n.ID)
	c.text(&n.Text)
}

func (c *coder) signature(s *ownership.Signature) {
	c.text(&s.Name)
	c.date(&s.Date)
}

func (c *coder) finding(f *ownership.Finding) {
	c.string(&f.Rule)
	c.byte((*uint8)(&f.Severity))
	c.string(&f.Message)
	slice(c, &f.Paths, (*coder).string)
	slice(c, &f.At, (*coder).span)
	slice(c, &f.Evidence, (*coder).string)
}
