package markup

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/format"
	"filingview/parser/ownership"
)

// El makes an element of a tag, a class (or none) and children.
func El(tag, class string, children ...app.UI) app.HTMLElem {
	e := app.Elem(tag)
	if class != "" {
		e = e.Class(class)
	}
	return e.Body(children...)
}

// Text makes an element that holds text only.
func Text(tag, class, text string) app.HTMLElem { return El(tag, class, app.Text(text)) }

// ScreenReader is text for those who listen to the page.
func ScreenReader(text string) app.UI { return Text("span", "unseen", text) }

// Link leads to a place in the page; see package address.
func Link(href, class, text string) app.HTMLElem {
	return Text("a", class, text).Attr("href", href)
}

// Button does what do names when it is pressed, with an argument if it takes one.
func Button(class, do, with, text string) app.HTMLElem {
	e := Text("button", class, text).Attr("type", "button").Attr("data-do", do)
	if with != "" {
		e = e.Attr("data-with", with)
	}
	return e
}

// Time is a moment in words for people and in ISO 8601 for programs.
func Time(iso, words string) app.UI {
	return Text("time", "", words).Attr("datetime", iso)
}

// Date draws a date, or nothing for none.
func Date(d ownership.Date) app.UI {
	if d.IsZero() {
		return nil
	}
	return Time(d.String(), format.Date(d))
}

// LinkIf is a link if there is an address to lead to, and else its text alone.
func LinkIf(href, label string) app.UI {
	if href == "" {
		return app.Text(label)
	}
	return Link(href, "", label)
}
