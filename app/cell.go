package app

import (
	"strconv"
	"strings"
	"unicode/utf8"

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

// cellID is the id of a cell's element. The rest of a path that has no element of
// its own, such as a line's, makes an id in the same way.
func cellID(path string) string { return "cell-" + path }

// value draws a known value and adds to the class of its cell.
func (s *sheet) value(body []app.UI, class string, d datum) ([]app.UI, string) {
	switch d.kind {
	case shares, money:
		if d.kind == money {
			class += " usd"
		}
		if strings.HasPrefix(d.text, "-") {
			class += " neg"
		}
		bright, dull := dim(group(d.text), keptDigits(d.kind))
		body = append(body, app.Text(bright))
		if dull != "" {
			body = append(body, said("span", "dull", dull))
		}
		return body, class
	case day:
		return append(body, timeElement(d.text, dateWordsOf(d.text))), class
	case moment:
		return append(body, timeElement(d.text, momentWords(d.text))), class
	case yes:
		if d.text == "true" {
			return append(body, app.Text("Yes")), class
		}
		return append(body, app.Text("No")), class
	case code:
		return append(body,
			said("button", "code", d.text).Attr("type", "button").Attr("aria-describedby", codeID(d.text)),
			said("span", "word", codeWord(d.text))), class
	case holdAs:
		switch ownership.DirectIndirect(d.text) {
		case ownership.Direct:
			return append(body, app.Text("Direct")), class
		case ownership.Indirect:
			return append(body, app.Text("Indirect")), class
		}
	case timely:
		switch ownership.Timeliness(d.text) {
		case ownership.Early:
			return append(body, app.Text("Early (V)")), class
		case ownership.Late:
			return append(body, app.Text("Late")), class
		}
	case formNo:
		return append(body, app.Text("Form "+d.text)), class
	}
	return append(body, shown(d.text)...), class
}

// maxDrawn is how many bytes of one text are drawn. The longest note on EDGAR has a
// few thousand; a browser stands still for minutes over a paragraph of megabytes.
const maxDrawn = 100_000

// shown draws a text. Of one that is made to do harm it draws the beginning and says
// how much is left out.
func shown(text string) []app.UI {
	if len(text) <= maxDrawn {
		return []app.UI{app.Text(text)}
	}
	at := maxDrawn
	for !utf8.RuneStart(text[at]) {
		at--
	}
	return []app.UI{app.Text(text[:at]), said("span", "dull", " … ("+group(strconv.Itoa(len(text)-at))+" bytes more are not shown here; the source and the exports have them)")}
}

func timeElement(iso, words string) app.UI {
	return said("time", "", words).Attr("datetime", iso)
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
