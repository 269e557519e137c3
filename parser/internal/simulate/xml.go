package simulate

import (
	"strings"

	"filingview/parser/ownership"
)

// XML returns a filing as ownership XML: the cells that this package fills, with their
// notes.
func XML(f *ownership.Filing) string {
	d := &document{}
	d.WriteString("<?xml version=\"1.0\"?>\n")
	d.element("ownershipDocument", func() {
		plainCell(d, "documentType", &f.DocumentType)
		plainCell(d, "periodOfReport", &f.PeriodOfReport)
		d.element("issuer", func() {
			plainCell(d, "issuerCik", &f.Issuer.CIK)
			plainCell(d, "issuerName", &f.Issuer.Name)
		})
		for i := range f.Owners {
			d.element("reportingOwner", func() {
				d.element("reportingOwnerId", func() {
					plainCell(d, "rptOwnerCik", &f.Owners[i].CIK)
					plainCell(d, "rptOwnerName", &f.Owners[i].Name)
				})
			})
		}
		d.table("nonDerivative", f.TableI)
		d.table("derivative", f.TableII)
		if len(f.Footnotes) > 0 {
			d.element("footnotes", func() {
				for i := range f.Footnotes {
					d.line(`<footnote id="` + f.Footnotes[i].ID + `">` + escaped(f.Footnotes[i].Text.Raw) + "</footnote>")
				}
			})
		}
		for i := range f.Signatures {
			d.element("ownerSignature", func() { plainCell(d, "signatureDate", &f.Signatures[i].Date) })
		}
	})
	return d.String()
}

// document is XML as it is written, an element or a cell a line.
type document struct {
	strings.Builder
	depth int
}

func (d *document) line(s string) {
	d.WriteString(strings.Repeat("  ", d.depth))
	d.WriteString(s)
	d.WriteByte('\n')
}

func (d *document) element(name string, content func()) {
	d.line("<" + name + ">")
	d.depth++
	content()
	d.depth--
	d.line("</" + name + ">")
}

func escaped(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(s)
}

// plainCell writes a cell of the header, which has no value element.
func plainCell[T any](d *document, name string, v *ownership.Value[T]) {
	if v.Present() {
		d.line("<" + name + ">" + escaped(v.Raw) + "</" + name + ">")
	}
}

// cell writes a cell of a table.
func cell[T any](d *document, name string, v *ownership.Value[T]) {
	if !v.Present() {
		return
	}
	s := "<" + name + ">"
	if v.IsKnown() {
		s += "<value>" + escaped(v.Raw) + "</value>"
	}
	for _, id := range v.Notes {
		s += `<footnoteId id="` + id + `"/>`
	}
	d.line(s + "</" + name + ">")
}

func (d *document) table(prefix string, rows []ownership.Row) {
	if len(rows) == 0 {
		return
	}
	d.element(prefix+"Table", func() {
		for i := range rows {
			name := prefix + "Holding"
			if rows[i].Kind == ownership.Transaction {
				name = prefix + "Transaction"
			}
			d.element(name, func() { d.row(&rows[i]) })
		}
	})
}

func (d *document) row(r *ownership.Row) {
	t := &r.Transaction
	cell(d, "securityTitle", &r.SecurityTitle)
	cell(d, "conversionOrExercisePrice", &r.ConversionOrExercisePrice)
	if r.Kind == ownership.Transaction {
		cell(d, "transactionDate", &t.Date)
		d.element("transactionCoding", func() {
			plainCell(d, "transactionFormType", &r.FormType)
			plainCell(d, "transactionCode", &t.Code)
		})
		cell(d, "transactionTimeliness", &t.Timeliness)
		d.element("transactionAmounts", func() {
			cell(d, "transactionShares", &t.Shares)
			cell(d, "transactionPricePerShare", &t.Price)
			cell(d, "transactionAcquiredDisposedCode", &t.AcquiredDisposed)
		})
	}
	cell(d, "exerciseDate", &r.ExerciseDate)
	cell(d, "expirationDate", &r.ExpirationDate)
	if r.UnderlyingTitle.Present() {
		d.element("underlyingSecurity", func() {
			cell(d, "underlyingSecurityTitle", &r.UnderlyingTitle)
			cell(d, "underlyingSecurityShares", &r.UnderlyingShares)
		})
	}
	d.element("postTransactionAmounts", func() { cell(d, "sharesOwnedFollowingTransaction", &r.SharesFollowing) })
	d.element("ownershipNature", func() {
		cell(d, "directOrIndirectOwnership", &r.Ownership)
		cell(d, "natureOfOwnership", &r.NatureOfOwnership)
	})
}
