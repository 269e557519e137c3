package app

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/address"
	"filingview/app/field"
	"filingview/app/format"
	"filingview/app/markup"
	"filingview/parser/ownership"
)

// findingsSummary heads the findings: 1 error, 2 warnings.
func (s *sheet) findingsSummary() string {
	var n [4]int
	for i := range s.f.Findings {
		n[s.f.Findings[i].Severity&3]++
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
func (s *sheet) worst() ownership.Severity {
	var w ownership.Severity
	for i := range s.f.Findings {
		w = max(w, s.f.Findings[i].Severity)
	}
	return w
}

func (s *sheet) findingList(from, to int) app.UI {
	items := make([]app.UI, 0, to-from)
	for i := from; i < to; i++ {
		items = append(items, s.finding(&s.f.Findings[i]).Attr("id", "finding-"+strconv.Itoa(i+1)))
	}
	return markup.El("ul", "findings", items...).Attr("role", "list")
}

// finding draws one finding: how grave it is in a word, the sentence, its cells,
// and its rule's name.
func (s *sheet) finding(f *ownership.Finding) app.HTMLElem {
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
		if id := s.elementOf(path); id != "" {
			at = append(at, markup.Link("#"+id, "", s.label(path)))
		} else {
			at = append(at, app.Text(s.label(path)))
		}
	}
	for _, span := range f.At {
		if len(at) > 0 {
			at = append(at, app.Text("; "))
		}
		at = append(at, s.placeLink(span))
	}
	if len(f.Evidence) > 0 {
		at = append(at, app.Text(" Evidence: "+strings.Join(f.Evidence, "; ")))
	}
	at = append(at, markup.Text("code", "rule", f.Rule))
	return markup.El("li", f.Severity.String(), append(body, markup.El("p", "cited", at...))...).Attr("data-rule", f.Rule)
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

// elementOf returns the id of the element that shows a path, or what stands
// nearest to it: the line of a cell that the line does not have.
func (s *sheet) elementOf(path string) string {
	if _, ok := s.facts[path]; ok {
		return address.CellID(path)
	}
	head, rest, _ := strings.Cut(path, ".")
	name, n := field.Index(head)
	var g *grid
	switch name {
	case "tableI":
		g = &s.tables[0]
	case "tableII":
		g = &s.tables[1]
	case "footnotes":
		if n > 0 && n <= len(s.f.Footnotes) {
			if s.f.Footnotes[n-1].Text.Present() {
				return address.CellID(path)
			}
			return s.notes[n-1].id
		}
		return ""
	}
	if g == nil || n < 1 || n > len(g.rows) {
		return ""
	}
	for _, c := range g.columns {
		for _, f := range c.Fields {
			if f.Path == rest && f.Of(&g.rows[n-1]).Present() {
				return address.CellID(path)
			}
		}
	}
	return address.CellID(g.path(n - 1))
}

// placeLink leads to a place of the source, if that can be shown.
func (s *sheet) placeLink(span ownership.Span) app.UI {
	switch {
	case span.Page > 0 && int(span.Page) <= len(s.f.Source.Pages):
		return markup.Button("place", "place", "p"+strconv.Itoa(int(span.Page)), s.place(span))
	case span.Page == 0 && s.f.Source.Text != "":
		return markup.Button("place", "place", strconv.Itoa(int(span.Start))+"-"+strconv.Itoa(int(span.End)), s.place(span))
	}
	return app.Text(s.place(span))
}

// place tells a span as an editor does, or as bytes where the source is not here.
func (s *sheet) place(span ownership.Span) string {
	if span.Page > 0 {
		return "page " + strconv.Itoa(int(span.Page))
	}
	if s.f.Source.Text == "" {
		return "at byte " + format.Group(strconv.Itoa(int(span.Start)))
	}
	line, column := ownership.LineColumn(s.f.Source.Text, int(span.Start))
	return "line " + format.Group(strconv.Itoa(line)) + ", column " + strconv.Itoa(column) + " of the source"
}
