package app

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// filterField is the field that narrows a list, with what is in it now.
func filterField(label, placeholder, query string) app.UI {
	return el("p", "filter",
		said("label", "unseen", label).Attr("for", "filter"),
		app.ElemSelfClosing("input").Attr("id", "filter").Attr("type", "search").Attr("data-do", "filter").
			Attr("placeholder", placeholder).Attr("value", query).
			Attr("autocomplete", "off").Attr("spellcheck", "false"))
}

// pagerOf leads to the windows of a list before and after the one that is shown, if
// there is more than one.
func pagerOf(from, shown, matching, window int, name string) app.UI {
	if matching <= window {
		return nil
	}
	step := func(text string, from int, on bool) app.UI {
		b := button("button", "from", strconv.Itoa(from), text)
		if !on {
			b = b.Attr("disabled", true)
		}
		return b
	}
	n := group(strconv.Itoa(from+1)) + "–" + group(strconv.Itoa(from+shown)) + " of " + group(strconv.Itoa(matching))
	return el("div", "pager",
		step("Previous", max(0, from-window), from > 0),
		said("span", "sum", n),
		step("Next", from+window, from+shown < matching)).
		Attr("role", "group").Attr("aria-label", name)
}
