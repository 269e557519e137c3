package app

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// progress says how far the reading is, what has gone wrong with the reader, and
// what became of the last export.
func progress(s Status, exporting, saved string) app.UI {
	var body []app.UI
	switch {
	case s.Broken != "":
		body = append(body, said("p", "trouble", s.Broken).Attr("role", "alert"))
	case s.Notice != "":
		body = append(body, said("p", "trouble", s.Notice).Attr("role", "alert"))
	}
	switch {
	case s.Busy():
		body = append(body, el("div", "work",
			said("p", "", working(s)),
			el("progress", "").Attr("max", strconv.Itoa(s.Files)).Attr("value", strconv.Itoa(s.Done)).Attr("aria-label", "Files read"),
			button("button", "cancel", "", "Cancel")))
	case exporting != "":
		body = append(body, el("div", "work",
			said("p", "", "Writing "+exporting+" …"),
			el("progress", "").Attr("aria-label", "Writing"),
			button("button", "cancel", "", "Cancel")))
	}
	if saved != "" {
		body = append(body, said("p", "saved", saved))
	}
	return el("div", "progress", body...)
}

// working is a line about the reading: Reading 3 of 12 files: form4.xml.
func working(s Status) string {
	if s.Starting {
		return "Starting the reader …"
	}
	t := "Reading " + group(strconv.Itoa(min(s.Done+1, s.Files))) + " of " + count(s.Files, "file", "files")
	if n := s.Opened + s.Failed; n > 0 {
		t += ", " + count(s.Opened, "filing", "filings") + " so far"
	}
	if s.Reading != "" {
		t += ": " + s.Reading
	}
	return t
}
