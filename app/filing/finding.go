package filing

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/format"
	"filingview/app/markup"
	"filingview/parser/ownership"
)

// findingsSummary heads the findings: 1 error, 2 warnings.
func (c *contents) findingsSummary() string {
	var n [4]int
	for i := range c.f.Findings {
		n[c.f.Findings[i].Severity&3]++
	}
	return severities(n)
}

// severities counts findings in words.
func severities(n [4]int) string {
	var parts []string
	for _, c := range [...]struct {
		severity  ownership.Severity
		one, many string
	}{
		{ownership.Error, "error", "errors"}, {ownership.Warning, "warning", "warnings"},
		{ownership.Info, "remark", "remarks"}, {ownership.Hint, "hint", "hints"},
	} {
		if k := n[c.severity]; k > 0 {
			parts = append(parts, format.Count(k, c.one, c.many))
		}
	}
	return format.List(parts)
}

// worst returns the severity that the panel is opened or kept shut for.
func (c *contents) worst() ownership.Severity {
	var w ownership.Severity
	for i := range c.f.Findings {
		w = max(w, c.f.Findings[i].Severity)
	}
	return w
}

func (c *contents) findingList(from, to int) app.UI {
	items := make([]app.UI, 0, to-from)
	for i := from; i < to; i++ {
		items = append(items, c.finding(&c.f.Findings[i]).Attr("id", "finding-"+strconv.Itoa(i+1)))
	}
	return markup.El("ul", "findings", items...).Attr("role", "list")
}

// finding draws one finding: how grave it is in a word, the sentence, its cells,
// and its rule's name.
func (c *contents) finding(f *ownership.Finding) app.HTMLElem {
	body := []app.UI{
		markup.Text("strong", "grave", severityWord(f.Severity)),
		markup.Text("p", "text", f.Message).Attr("dir", "auto"),
	}
	var at []app.UI
	for i, path := range f.Paths {
		if i == maxFindingCells {
			at = append(at, app.Text(" and "+format.Count(len(f.Paths)-i, "more cell", "more cells")))
			break
		}
		if i > 0 {
			at = append(at, app.Text("; "))
		}
		if id := c.elementOf(path); id != "" {
			at = append(at, markup.Link("#"+id, "", c.label(path)))
		} else {
			at = append(at, app.Text(c.label(path)))
		}
	}
	for _, span := range f.At {
		if len(at) > 0 {
			at = append(at, app.Text("; "))
		}
		at = append(at, c.placeLink(span))
	}
	if len(f.Evidence) > 0 {
		at = append(at, app.Text(" Evidence: "+strings.Join(f.Evidence, "; ")))
	}
	at = append(at, markup.Text("code", "rule", f.Rule.String()))
	return markup.El("li", f.Severity.String(), append(body, markup.El("p", "cited", at...))...).Attr("data-rule", f.Rule.String())
}

const maxFindingCells = 200

func severityWord(s ownership.Severity) string {
	switch s {
	case ownership.Error:
		return "Error"
	case ownership.Warning:
		return "Warning"
	case ownership.Info:
		return "Remark"
	}
	return "Hint"
}
