package filing

import (
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/field"
	"filingview/app/markup"
)

// leftovers are the paths of the facts that no view has drawn: what the printed
// form does not show, first those of the form and then those of EDGAR's header.
func (c *card) leftovers() (form, header []string) {
	for _, path := range c.order {
		switch {
		case c.drawn[path]:
		case strings.HasPrefix(path, "header."):
			header = append(header, path)
		default:
			form = append(form, path)
		}
	}
	return form, header
}

// fieldList draws facts by their names, as filed.
func (c *card) fieldList(paths []string) app.UI {
	rows := make([]app.UI, len(paths))
	for i, path := range paths {
		fact := c.facts[path]
		label := strings.TrimPrefix(c.label(path), "EDGAR header, ")
		rows[i] = markup.El("div", "",
			markup.Text("dt", "", strings.ToUpper(label[:1])+label[1:]),
			markup.El("dd", "", c.cell("span", "", path, field.OfCell(fact, field.Plain))))
	}
	return markup.El("dl", "fields", rows...)
}
