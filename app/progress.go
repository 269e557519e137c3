package app

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/format"
	"filingview/app/markup"
	"filingview/app/session"
)

// progress says how far the reading is, what has gone wrong with the reader, and
// what became of the last export.
func progress(s session.Status, exporting, saved string) app.UI {
	var body []app.UI
	switch {
	case s.Broken != "":
		body = append(body, markup.Text("p", "trouble", s.Broken).Attr("role", "alert"))
	case s.Notice != "":
		body = append(body, markup.Text("p", "trouble", s.Notice).Attr("role", "alert"))
	}
	switch {
	case s.Busy():
		body = append(body, markup.El("div", "work",
			markup.Text("p", "", working(s)),
			markup.El("progress", "").Attr("max", strconv.Itoa(s.Files)).Attr("value", strconv.Itoa(s.Done)).Attr("aria-label", "Files read"),
			markup.Button("button", "cancel", "", "Cancel")))
	case exporting != "":
		body = append(body, markup.El("div", "work",
			markup.Text("p", "", "Writing "+exporting+" …"),
			markup.El("progress", "").Attr("aria-label", "Writing"),
			markup.Button("button", "cancel", "", "Cancel")))
	}
	if saved != "" {
		body = append(body, markup.Text("p", "saved", saved))
	}
	return markup.El("div", "progress", body...)
}

// working is a line about the reading: Reading 3 of 12 files: form4.xml.
func working(s session.Status) string {
	if s.Starting {
		return "Starting the reader …"
	}
	t := "Reading " + format.Group(strconv.Itoa(min(s.Done+1, s.Files))) + " of " + format.Count(s.Files, "file", "files")
	if n := s.Opened + s.Failed; n > 0 {
		t += ", " + format.Count(s.Opened, "filing", "filings") + " so far"
	}
	if s.Reading != "" {
		t += ": " + s.Reading
	}
	return t
}
