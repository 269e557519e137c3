package filing

import (
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/address"
	"filingview/app/field"
	"filingview/app/format"
	"filingview/app/markup"
	"filingview/parser/ownership"
)

// cells draws the cells of a filing, each with its marks.
type cells struct {
	*contents
	flagged map[string]ownership.Severity // the worst finding of a cell
	repairs *repairs
}

// cell draws one cell of the filing: the element that carries its path, with the
// value as its kind is written, and the marks of its footnotes after it.
func (c *cells) cell(tag, class, path string, d field.Datum) app.HTMLElem {
	var mark []app.UI
	if m := c.repairs.mark(path, d); m != nil {
		mark = []app.UI{m}
	}
	return c.cellWith(tag, class, path, d, mark...)
}

// cellWith draws a cell with what stands between its value and its marks.
func (c *cells) cellWith(tag, class, path string, d field.Datum, between ...app.UI) app.HTMLElem {
	e := app.Elem(tag).Attr("id", address.CellID(path)).Attr("data-path", path)
	if severity, ok := c.flagged[path]; ok {
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
		if d.Raw == "" {
			d.Raw = "unread" // a box whose mark is lost
		}
		body = append(append(body, markup.LongText(d.Raw)...), markup.ScreenReader(" cannot be read"))
	default:
		body, class = c.value(body, class, d)
	}
	if d.How != ownership.Tagged {
		e = e.Attr("data-how", d.How.String())
	}
	body = append(body, between...)
	if len(d.Notes) > 0 {
		body = append(body, c.marks(d.Notes))
	}
	if class = strings.TrimSpace(class); class != "" {
		e = e.Class(class)
	}
	return e.Body(body...)
}

// value draws a known value and adds to the class of its cell.
func (c *cells) value(body []app.UI, class string, d field.Datum) ([]app.UI, string) {
	switch d.Kind {
	case field.Shares, field.Money:
		if d.Kind == field.Money {
			class += " usd"
		}
		if strings.HasPrefix(d.Text, "-") {
			class += " neg"
		}
		bright, dull := format.Dim(format.Group(d.Text), keptDigits(d.Kind))
		body = append(body, app.Text(bright))
		if dull != "" {
			body = append(body, markup.Text("span", "dull", dull))
		}
		return body, class
	case field.Day:
		return append(body, markup.Time(d.Text, format.DateText(d.Text))), class
	case field.Moment:
		return append(body, markup.Time(d.Text, format.Moment(d.Text))), class
	case field.Yes:
		if d.Text == "true" {
			return append(body, app.Text("Yes")), class
		}
		return append(body, app.Text("No")), class
	case field.Code:
		return append(body,
			markup.Text("button", "code", d.Text).Attr("type", "button").Attr("aria-describedby", codeID(d.Text)),
			markup.Text("span", "word", codeWord(d.Text))), class
	case field.HoldAs:
		switch ownership.DirectIndirect(d.Text) {
		case ownership.Direct:
			return append(body, app.Text("Direct")), class
		case ownership.Indirect:
			return append(body, app.Text("Indirect")), class
		}
	case field.Timely:
		switch ownership.Timeliness(d.Text) {
		case ownership.Early:
			return append(body, app.Text("Early (V)")), class
		case ownership.Late:
			return append(body, app.Text("Late")), class
		}
	case field.FormNo:
		return append(body, app.Text("Form "+d.Text)), class
	}
	return append(body, markup.LongText(d.Text)...), class
}

// marks draws the footnote marks of a cell, in order.
func (c *cells) marks(ids []string) app.UI {
	body := make([]app.UI, len(ids))
	for i, id := range ids {
		label := "(" + ownership.NoteLabel(id) + ")"
		n := c.noteByID(id)
		class, say := "mark", "Footnote "+label
		if n.missing {
			class, say = "mark missing", say+", which the filing does not have"
		}
		body[i] = markup.Link("#"+n.id, class, label).Attr("aria-label", say)
	}
	return markup.El("sup", "marks", body...)
}
