package app

import (
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/parser/ownership"
)

// cell draws one cell of the filing: the element that carries its path, with the
// value as its kind is written, and the marks of its footnotes behind it.
func (s *sheet) cell(tag, class, path string, d datum) app.HTMLElem {
	var mark []app.UI
	if m := s.howMark(path, d); m != nil {
		mark = []app.UI{m}
	}
	return s.cellWith(tag, class, path, d, mark...)
}

// cellWith draws a cell with what stands between its value and its marks.
func (s *sheet) cellWith(tag, class, path string, d datum, between ...app.UI) app.HTMLElem {
	e := app.Elem(tag).Attr("id", cellID(path)).Attr("data-path", path)
	if severity, ok := s.flagged[path]; ok {
		e = e.Attr("data-finding", severity.String())
	}
	body := make([]app.UI, 0, 3)
	switch d.State {
	case ownership.Blank:
		e = e.Attr("data-state", "blank")
		if len(d.Notes) > 0 {
			class += " see"
		}
	case ownership.Malformed:
		e = e.Attr("data-state", "malformed")
		body = append(append(body, shown(d.Raw)...), unseen(" cannot be read"))
	default:
		body, class = s.value(body, class, d)
	}
	if d.How != ownership.Tagged {
		e = e.Attr("data-how", d.How.String())
	}
	body = append(body, between...)
	if len(d.Notes) > 0 {
		body = append(body, s.marks(d.Notes))
	}
	if class = strings.TrimSpace(class); class != "" {
		e = e.Class(class)
	}
	return e.Body(body...)
}

// marks draws the footnote marks of a cell, in order.
func (s *sheet) marks(ids []string) app.UI {
	body := make([]app.UI, len(ids))
	for i, id := range ids {
		label := "(" + ownership.NoteLabel(id) + ")"
		n := s.noteByID(id)
		class, say := "mark", "Footnote "+label
		if n.missing {
			class, say = "mark missing", say+", which the filing does not have"
		}
		body[i] = anchor("#"+n.id, class, label).Attr("aria-label", say)
	}
	return el("sup", "marks", body...)
}
