package app

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/field"
	"filingview/app/format"
	"filingview/app/markup"
	"filingview/parser/ownership"
)

func ledgerSeverities(all []ownership.LedgerFinding) (n [4]int) {
	for i := range all {
		n[all[i].Severity&3]++
	}
	return n
}

func (s *sheet) worstOfLedger() ownership.Severity {
	var w ownership.Severity
	for i := range s.tally.Findings {
		w = max(w, s.tally.Findings[i].Severity)
	}
	return w
}

// ledgerFindings draws what rules over several lines or filings found.
func (s *sheet) ledgerFindings(from, to int) app.UI {
	items := make([]app.UI, 0, to-from)
	for i := from; i < to; i++ {
		items = append(items, s.ledgerFinding(&s.tally.Findings[i]))
	}
	return markup.El("ul", "findings ledger", items...).Attr("role", "list")
}

func (s *sheet) ledgerFinding(f *ownership.LedgerFinding) app.UI {
	body := []app.UI{
		markup.Text("strong", "grave", severityWord(f.Severity)),
		markup.Text("p", "text", f.Message).Attr("dir", "auto"),
	}
	var at []app.UI
	for i, r := range f.Lines {
		if i == maxFindingCells {
			at = append(at, app.Text(" and "+format.Count(len(f.Lines)-i, "more line", "more lines")))
			break
		}
		if i > 0 {
			at = append(at, app.Text("; "))
		}
		if s.tally.here(r.Filing) {
			at = append(at, s.hereOrName(s.elementOf(r.Path), s.label(r.Path)))
		} else {
			at = append(at, markup.LinkIf(s.tally.places.Address(r.Filing, r.Path), s.tally.places.Name(r.Filing)+": "+field.PathLabel(r.Path)))
		}
	}
	at = append(at, markup.Text("code", "rule", f.Rule))
	body = append(body, markup.El("p", "cited", at...))
	if items := s.evidence(f.Evidence); items != nil {
		if len(items) > maxFindingCells {
			items = items[:maxFindingCells]
		}
		body = append(body, markup.El("ul", "evidence cited", items...).Attr("role", "list"))
	}
	return markup.El("li", f.Severity.String(), body...).Attr("data-rule", f.Rule)
}
