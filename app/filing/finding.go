package filing

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/format"
	"filingview/app/markup"
	"filingview/parser/ownership"
)

// severities counts findings by their severity.
type severities [4]int

func (n *severities) add(s ownership.Severity) { n[s&3]++ }

// worst returns the greatest severity that was counted.
func (n *severities) worst() ownership.Severity {
	for _, s := range [...]ownership.Severity{ownership.Error, ownership.Warning, ownership.Info} {
		if n[s] > 0 {
			return s
		}
	}
	return ownership.Hint
}

// String counts in words: 1 error, 2 warnings.
func (n *severities) String() string {
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

// findingsPanel draws findings below their number. It is open if one is worth a look.
func findingsPanel(title string, n severities, lists []app.UI) app.UI {
	panel := markup.El("details", "checks "+n.worst().String(), append([]app.UI{
		markup.El("summary", "", markup.Text("h2", "", title), markup.Text("span", "sum", n.String())),
	}, lists...)...)
	if n.worst() >= ownership.Warning {
		panel = panel.Attr("open", true)
	}
	return panel
}

// severities counts the findings of the filing by itself.
func (c *contents) severities() (n severities) {
	for i := range c.f.Findings {
		n.add(c.f.Findings[i].Severity)
	}
	return n
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
	at = append(at, app.Text(" "), markup.Rule(f.Rule))
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
