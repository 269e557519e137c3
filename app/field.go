package app

import (
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/field"
	"filingview/app/markup"
)

// leftovers are the paths of the facts that no view has drawn: what the printed
// form does not show, first those of the form and then those of EDGAR's header.
func (s *sheet) leftovers() (form, header []string) {
	for _, path := range s.order {
		switch {
		case s.taken[path]:
		case strings.HasPrefix(path, "header."):
			header = append(header, path)
		default:
			form = append(form, path)
		}
	}
	return form, header
}

// fieldList draws facts by their names, as filed.
func (s *sheet) fieldList(paths []string) app.UI {
	rows := make([]app.UI, len(paths))
	for i, path := range paths {
		c := s.facts[path]
		label := strings.TrimPrefix(s.label(path), "EDGAR header, ")
		rows[i] = markup.El("div", "",
			markup.Text("dt", "", strings.ToUpper(label[:1])+label[1:]),
			markup.El("dd", "", s.cell("span", "", path, field.OfCell(c, field.Plain))))
	}
	return markup.El("dl", "fields", rows...)
}
