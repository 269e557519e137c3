package filing

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/field"
	"filingview/app/markup"
	"filingview/parser/ownership"
)

// columnCell draws what a line has in a column: the cell itself, or several, one
// below the other, or nothing.
func (s *cells) columnCell(c *tableColumn, class, path string, r *ownership.Row) app.UI {
	var first field.Datum
	var at string
	var stack []app.UI
	n := 0
	for _, f := range c.Fields {
		d := f.Of(r)
		if !d.Present() {
			continue
		}
		if n++; n == 1 {
			first, at = d, f.Path
			continue
		}
		if stack == nil {
			stack = append(stack, s.cell("div", fieldClass(at), path+"."+at, first))
		}
		stack = append(stack, s.cell("div", fieldClass(f.Path), path+"."+f.Path, d))
	}
	tag := "td"
	if c.Class == "security" {
		tag = "th"
	}
	var cell app.HTMLElem
	switch {
	case stack != nil:
		cell = markup.El(tag, class, stack...)
	case n == 1:
		if len(c.Fields) > 1 {
			class += " " + fieldClass(at)
		}
		cell = s.cell(tag, class+c.lineUp(first), path+"."+at, first)
	case tag == "th":
		cell = markup.El(tag, class, markup.ScreenReader("No title"))
	default:
		return markup.El(tag, class)
	}
	if tag == "th" {
		cell = cell.Attr("scope", "row")
	}
	return cell
}
