package markup

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/format"
)

// Filter is the field that narrows a list, with what is in it now.
func Filter(label, placeholder, query string) app.UI {
	return El("p", "filter",
		Text("label", "unseen", label).Attr("for", "filter"),
		app.ElemSelfClosing("input").Attr("id", "filter").Attr("type", "search").Attr("data-do", "filter").
			Attr("placeholder", placeholder).Attr("value", query).
			Attr("autocomplete", "off").Attr("spellcheck", "false"))
}

// Pager leads to the windows of a list before and after the one that is shown, if
// there is more than one.
func Pager(from, shown, matching, window int, name string) app.UI {
	if matching <= window {
		return nil
	}
	step := func(text string, from int, on bool) app.UI {
		b := Button("button", "from", strconv.Itoa(from), text)
		if !on {
			b = b.Attr("disabled", true)
		}
		return b
	}
	n := format.Group(strconv.Itoa(from+1)) + "–" + format.Group(strconv.Itoa(from+shown)) + " of " + format.Group(strconv.Itoa(matching))
	return El("div", "pager",
		step("Previous", max(0, from-window), from > 0),
		Text("span", "sum", n),
		step("Next", from+window, from+shown < matching)).
		Attr("role", "group").Attr("aria-label", name)
}

// Refusal draws the sentence of why something is not shown.
func Refusal(sentence string) app.HTMLElem {
	return El("section", "refused", Text("h1", "", "Not shown"), Text("p", "", sentence).Attr("dir", "auto"))
}
