// Package identify says what a file is that is no filing, and what to do with it: the
// sentences of the refusals.
package identify

import (
	"encoding/json"
	"strings"
	"unicode/utf8"

	"filingview/parser/internal/char"
	"filingview/parser/internal/charset"
	"filingview/parser/internal/ownershipxml"
	"filingview/parser/internal/refusal"
	"filingview/parser/internal/wording"
)

const what = "Filingview reads Forms 3, 4 and 5: their XML, EDGAR's full submission (.txt), their pages, PDFs and text."

// signatures are the first bytes of files that are no text.
var signatures = [...]struct{ start, what, advice string }{
	{"\x89PNG", "a picture (PNG)", ""},
	{"\xff\xd8\xff", "a picture (JPEG)", ""},
	{"GIF8", "a picture (GIF)", ""},
	{"II*\x00", "a picture (TIFF)", ""},
	{"MM\x00*", "a picture (TIFF)", ""},
	{"BM", "a picture (BMP)", ""},
	{"\xd0\xcf\x11\xe0", "an old Office document", ""},
	{"{\\rtf", "an RTF document", ""},
	{"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "Unpack it and open what is inside, or pack it as a ZIP."},
	{"Rar!", "a RAR archive", "Unpack it and open what is inside, or pack it as a ZIP."},
	{"\xfd7zXZ", "an XZ archive", "Unpack it and open what is inside, or pack it as a ZIP."},
	{"BZh", "a bzip2 archive", "Unpack it and open what is inside, or pack it as a ZIP."},
	{"\x28\xb5\x2f\xfd", "a Zstandard archive", "Unpack it and open what is inside, or pack it as a ZIP."},
	{"\x7fELF", "a program", ""},
	{"MZ", "a program", ""},
	{"wOF", "a font", ""},
	{"SQLite format 3", "a database", ""},
	{"\xff\xfe\x00\x00", "text in UTF-32", "Save it as UTF-8 and open it again."},
	{"<\x00", "text in UTF-16", "Save it as UTF-8 and open it again."},
	{"\x00<", "text in UTF-16", "Save it as UTF-8 and open it again."},
	{"\xff\xfe", "text in UTF-16", "Save it as UTF-8 and open it again."},
	{"\xfe\xff", "text in UTF-16", "Save it as UTF-8 and open it again."},
}

// Refusal says of the text of a file that is no filing what it is, and what to do.
func Refusal(s string) *refusal.Error {
	for _, g := range signatures {
		if !strings.HasPrefix(s, g.start) {
			continue
		}
		if (g.start == "BM" || g.start == "MZ") && charset.IsText(s) {
			continue
		}
		e := &refusal.Error{Format: g.what, Kind: refusal.ErrFormat, Reason: "This is " + g.what + ", not a filing that is read here.", Advice: g.advice}
		if e.Advice == "" {
			e.Advice = what
		}
		return e
	}
	if len(s) > 12 && s[:4] == "RIFF" && s[8:12] == "WEBP" || len(s) > 12 && s[4:8] == "ftyp" {
		return &refusal.Error{Format: "a picture", Kind: refusal.ErrFormat, Reason: "This is a picture or a video, not a filing that is read here.", Advice: what}
	}
	if !charset.IsText(s) {
		return &refusal.Error{Kind: refusal.ErrFormat, Reason: "These bytes are no text and no format that is known here.", Advice: what}
	}
	if !utf8.ValidString(s) {
		s = charset.FromWindows1252(s)
	}
	t := strings.TrimLeft(strings.TrimPrefix(s, "\ufeff"), " \t\r\n")
	if t == "" {
		return &refusal.Error{Kind: refusal.ErrFormat, Reason: "The file holds nothing but white space.", Advice: "Download or copy it again."}
	}
	low := char.Lower(t[:min(len(t), 128<<10)])
	if e := refuseLink(low, t); e != nil {
		return e
	}
	root := rootName(low)
	if root == "" && (strings.HasPrefix(low, "<?xml") || strings.HasPrefix(low, "<ownershipd")) {
		return &refusal.Error{Format: "an XML document", Kind: refusal.ErrDamaged, Place: refusal.Place(s, len(s)),
			Reason: "This XML is cut off before its first element.", Advice: "Download it again and compare the size."}
	}
	switch {
	case root == "html" || strings.HasPrefix(low, "<!doctype html") || strings.Contains(low, "<body") || strings.Contains(low, "<head>"):
		return refusePage(low, t)
	case root != "":
		i := strings.Index(low, root)
		return refuseXML(root, t[i:i+len(root)], low)
	case (t[0] == '{' || t[0] == '[') && json.Valid([]byte(t)):
		return &refusal.Error{Format: "JSON", Kind: refusal.ErrForm, Reason: "This is JSON data, not a filing.", Advice: what}
	case reportOf(low) != "":
		return &refusal.Error{Format: "plain text", Kind: refusal.ErrForm, Reason: "This is " + reportOf(low) + ", not a Form 3, 4 or 5.", Advice: what}
	case isForm(low):
		return &refusal.Error{Format: "plain text", Kind: refusal.ErrForm,
			Reason: "This text speaks of a Form 3, 4 or 5, but the headings of the form, its boxes and tables, are not in it, or their columns were lost when it was copied.",
			Advice: "Open the page or the PDF itself, or the filing's XML or .txt from EDGAR."}
	}
	return &refusal.Error{Format: "plain text", Kind: refusal.ErrForm, Reason: "This is text, but no Form 3, 4 or 5: it begins “" + wording.Clip(t[:min(len(t), 200)]) + "”.", Advice: what}
}

// rootName returns the local name of the first element of lower-case XML or HTML,
// or "" for text that does not begin with markup.
func rootName(s string) string {
	for strings.HasPrefix(s, "<?") || strings.HasPrefix(s, "<!") {
		end := strings.IndexByte(s, '>')
		if strings.HasPrefix(s, "<!--") {
			if end = strings.Index(s, "-->"); end >= 0 {
				end += 2
			}
		} else if i := strings.IndexByte(s, '['); i >= 0 && i < end {
			if end = strings.Index(s, "]>"); end >= 0 {
				end++
			}
		}
		if end < 0 {
			return ""
		}
		s = strings.TrimLeft(s[end+1:], " \t\r\n")
	}
	if len(s) < 2 || s[0] != '<' || !char.IsNameStart(s[1]) {
		return ""
	}
	end := strings.IndexAny(s[1:], " \t\r\n/>")
	if end < 0 {
		return ""
	}
	name := s[1 : 1+end]
	return name[strings.LastIndexByte(name, ':')+1:]
}

// reportOf names a company's report by its title in lower-case text, or gives "".
func reportOf(low string) string {
	switch {
	case strings.Contains(low, "form 10-k") || strings.Contains(low, "annual report pursuant to section 13"):
		return "a 10-K (an annual report)"
	case strings.Contains(low, "form 10-q"):
		return "a 10-Q (a quarterly report)"
	case strings.Contains(low, "form 8-k"):
		return "an 8-K (a current report)"
	}
	return ""
}

// isForm looks for the printed form in lower-case text.
func isForm(low string) bool {
	return strings.Contains(low, "beneficial ownership") &&
		(strings.Contains(low, "form 3") || strings.Contains(low, "form 4") || strings.Contains(low, "form 5") ||
			strings.Contains(low, "statement of changes") || strings.Contains(low, "initial statement"))
}

// refuseXML speaks of XML by its root, whose name is given in lower case and as
// written.
func refuseXML(root, written, low string) *refusal.Error {
	kind := between(low, "submissiontype>", "<")
	e := &refusal.Error{Format: "an XML document", Kind: refusal.ErrForm, Advice: what}
	switch {
	case strings.Contains(low, "<!doctype") && strings.Contains(low, "<!entity"):
		e.Kind = refusal.ErrDamaged
		e.Reason = "This XML declares entities of its own, which no filing does and which can hide what it says, so it is not read."
	case root == "informationtable":
		e.Reason = "This is the information table of a 13F (an institutional manager's holdings), not a Form 3, 4 or 5."
	case root == "edgarsubmission" && (kind == "144" || kind == "144/a" || strings.Contains(low, "/edgar/ownership")):
		e.Reason = "This is a Form 144 notice (a proposed sale under Rule 144), not a Form 3, 4 or 5."
		e.Advice = "Open the Form 4 that follows the sale instead."
	case root == "edgarsubmission" && strings.Contains(kind+low[:min(len(low), 600)], "13f"):
		e.Reason = "This is a 13F (an institutional manager's report), not a Form 3, 4 or 5."
	case root == "edgarsubmission" && (kind == "3" || kind == "4" || kind == "5" || strings.HasPrefix(kind, "3/") || strings.HasPrefix(kind, "4/") || strings.HasPrefix(kind, "5/")):
		e.Reason = "This is the submission file that a filer sends to EDGAR, not the filing that EDGAR publishes."
		e.Advice = "Open the ownership document (.xml) that it was made from, or the published filing."
	case root == "edgarsubmission":
		e.Reason = "This is an EDGAR form of type “" + wording.Clip(strings.ToUpper(kind)) + "”, not a Form 3, 4 or 5."
	case root == "feed" || root == "rss":
		e.Reason = "This is a news feed (RSS or Atom), not a filing."
		e.Advice = "Open the filings that it lists."
	case root == "xbrl":
		e.Reason = "This is XBRL, the data of a financial report, not a Form 3, 4 or 5."
	case root == "svg":
		e.Reason = "This is a picture (SVG), not a filing."
	case ownershipxml.IsElement(written):
		e.Kind = refusal.ErrDamaged
		e.Reason = "This is a piece of an ownership document: it begins with <" + written + ">, and the whole has <ownershipDocument> around it."
		e.Advice = "Open the whole document."
	default:
		e.Reason = "This is XML with the root element <" + wording.Clip(written) + ">; the XML of a Form 3, 4 or 5 has <ownershipDocument>."
	}
	return e
}

// refusePage speaks of a page, in lower case and as written.
func refusePage(low, written string) *refusal.Error {
	title, shown := strings.Join(strings.Fields(between(low, "<title>", "</title>")), " "), ""
	if title != "" {
		i := strings.Index(low, "<title>") + len("<title>")
		shown = wording.Clip(written[i : i+strings.Index(low[i:], "</title>")])
	}
	report := reportOf(low)
	e := &refusal.Error{Format: "an HTML page", Kind: refusal.ErrForm, Advice: what}
	switch {
	case strings.Contains(low, "request rate threshold") || strings.Contains(low, "undeclared automated tool"):
		e.Reason = "This is EDGAR's error page that it had too many requests, saved in place of the filing."
		e.Advice = "Wait ten minutes and download the filing again."
	case hasAny(title, "404", "not found", "403", "forbidden", "access denied", "error", "unavailable", "502", "503", "sign in", "log in", "just a moment"):
		e.Reason = "This is a web server's error page (“" + shown + "”), saved in place of the filing."
		e.Advice = "Download the filing again."
	case strings.Contains(low, "edgar filing documents") || strings.Contains(low, "edgar filing index"):
		e.Reason = "This is EDGAR's index page of a filing, not the filing."
		e.Advice = "Open the .xml or .txt that the page links to."
	case report != "":
		e.Reason = "This is " + report + ", not a Form 3, 4 or 5."
	case strings.Contains(low, "table i - ") || strings.Contains(low, "formdata") || isForm(low):
		e.Reason = "This page speaks of a Form 3, 4 or 5, but the headings of the form, its boxes and tables, are not on it."
		e.Advice = "Open the filing's XML from EDGAR instead, or the page of the form itself."
	case title != "":
		e.Reason = "This is a web page (“" + shown + "”), not a filing."
	default:
		e.Reason = "This is a web page, not a filing."
	}
	return e
}

func hasAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

func between(s, open, close string) string {
	_, rest, ok := strings.Cut(s, open)
	if !ok {
		return ""
	}
	inner, _, ok := strings.Cut(rest, close)
	if !ok {
		return ""
	}
	return strings.TrimSpace(inner)
}

// Cut refuses a form that breaks off where its document, which is called as format says,
// does.
func Cut(format string) *refusal.Error {
	return &refusal.Error{Format: format, Kind: refusal.ErrDamaged,
		Reason: "This form is cut off: its signatures and the end of the document are missing, and what else is missing is not known.",
		Advice: "Download or save it again and compare the size."}
}

// TooMuch refuses a text in a format that is larger than any form, if it is like a form
// at all; nil if it is not.
func TooMuch(format, text string) *refusal.Error {
	if low := char.Lower(text[:min(len(text), 128<<10)]); !isForm(low) || reportOf(low) != "" {
		return nil
	}
	return &refusal.Error{Format: format, Kind: refusal.ErrBound,
		Reason: "This is " + format + " with more words or deeper tables than any Form 3, 4 or 5 has, so it is not read.",
		Advice: "Open the filing's XML from EDGAR instead."}
}
