package filing

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/format"
	"filingview/app/ledger"
	"filingview/app/markup"
	"filingview/parser/ownership"
)

// severities counts the findings of the ledger.
func (r *reconciliation) severities() (n severities) {
	for i := range r.Findings {
		n.add(r.Findings[i].Severity)
	}
	return n
}

// findingList draws what rules over several lines or filings found.
func (r *reconciliation) findingList(from, to int) app.UI {
	items := make([]app.UI, 0, to-from)
	for i := from; i < to; i++ {
		items = append(items, r.finding(&r.Findings[i]))
	}
	return markup.El("ul", "findings ledger", items...).Attr("role", "list")
}

func (r *reconciliation) finding(f *ownership.LedgerFinding) app.UI {
	body := []app.UI{
		markup.Text("strong", "grave", severityWord(f.Severity)),
		markup.El("p", "text", r.caveat(f), app.Text(f.Message)).Attr("dir", "auto"),
	}
	var at []app.UI
	for i, line := range f.Lines {
		if i == maxFindingCells {
			at = append(at, app.Text(" and "+format.Count(len(f.Lines)-i, "more line", "more lines")))
			break
		}
		if i > 0 {
			at = append(at, app.Text("; "))
		}
		at = append(at, r.link(line.Filing, line.Path))
	}
	at = append(at, app.Text(" "), markup.Rule(f.Rule))
	body = append(body, markup.El("p", "cited", at...))
	if items := r.evidence(f.Evidence); items != nil {
		if len(items) > maxFindingCells {
			items = items[:maxFindingCells]
		}
		body = append(body, markup.El("ul", "evidence cited", items...).Attr("role", "list"))
	}
	return markup.El("li", f.Severity.String(), body...).Attr("data-rule", f.Rule.String())
}

// caveat says before a finding that explains a line what speaks against taking it for a
// fact, if anything does.
func (r *reconciliation) caveat(f *ownership.LedgerFinding) app.UI {
	for _, at := range f.Lines {
		l := r.line(at.Path)
		if !r.here(at.Filing) || l == nil || l.Line.Rule != f.Rule {
			continue
		}
		if m := ledger.MarkOf(&l.Line.LineFigures); m == ledger.Told || m == ledger.Likely {
			return markup.El("span", "", ledger.Badge(m, true), app.Text(". "))
		}
	}
	return nil
}
