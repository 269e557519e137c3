package app

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/parser/ownership"
)

// el makes an element of a tag, a class (or none) and children.
func el(tag, class string, children ...app.UI) app.HTMLElem {
	e := app.Elem(tag)
	if class != "" {
		e = e.Class(class)
	}
	return e.Body(children...)
}

// said makes an element that holds text only.
func said(tag, class, text string) app.HTMLElem { return el(tag, class, app.Text(text)) }

// unseen is text for those who listen to the page.
func unseen(text string) app.UI { return said("span", "unseen", text) }

// anchor leads to a place in the page; see Address.
func anchor(href, class, text string) app.HTMLElem {
	return said("a", class, text).Attr("href", href)
}

// button is pressed to do something, which the root knows by name.
func button(class, do, with, text string) app.HTMLElem {
	e := said("button", class, text).Attr("type", "button").Attr("data-do", do)
	if with != "" {
		e = e.Attr("data-with", with)
	}
	return e
}

func timeElement(iso, words string) app.UI {
	return said("time", "", words).Attr("datetime", iso)
}

// dateOrNothing draws a date, or nothing for none.
func dateOrNothing(d ownership.Date) app.UI {
	if d.IsZero() {
		return nil
	}
	return timeElement(d.String(), dateWords(d))
}

// hereOrName draws a link, or its text alone where there is no address.
func hereOrName(href, label string) app.UI {
	if href == "" {
		return app.Text(label)
	}
	return anchor(href, "", label)
}
