package identify

import (
	"slices"
	"strings"

	"filingview/parser/internal/char"
	"filingview/parser/internal/dataset"
	"filingview/parser/internal/refusal"
)

// refuseLink speaks of text that is a link, or a file that an operating system keeps one
// in, or one of EDGAR's lists of links; nil for any other. Low is the text in lower case.
func refuseLink(low, text string) *refusal.Error {
	kind, link := "", ""
	switch {
	case strings.HasPrefix(low, "[internetshortcut]"):
		kind, link = "a link that Windows saved (.url)", between(text, "URL=", "\n")
	case strings.HasPrefix(low, "[desktop entry]"):
		kind, link = "a link that a desktop saved (.desktop)", between(text, "URL=", "\n")
	case strings.Contains(low[:min(len(low), 600)], "<plist") && strings.Contains(low, "<key>url</key>"):
		kind, link = "a link that macOS saved (.webloc)", between(text, "<string>", "</string>")
	case isAddress(low) && !strings.ContainsAny(strings.TrimSpace(text), " \t\n"):
		kind, link = "a link", strings.TrimSpace(text)
	case isAddress(low) && onlyAddresses(low):
		kind, link = "a list of links", text
	case strings.Contains(low[:min(len(low), 2<<10)], "accession_number") && refuseTable(text) != nil:
		return refuseTable(text)
	case isEDGARIndex(low):
		return &refusal.Error{Format: "one of EDGAR's indexes", Kind: refusal.ErrForm,
			Reason: "This is one of EDGAR's indexes: it lists filings, and holds none.",
			Advice: "Download the filings that it lists, from https://www.sec.gov/Archives/ and the file name at the end of a line, and open those."}
	default:
		return nil
	}
	e := &refusal.Error{Format: kind, Kind: refusal.ErrForm, Reason: "This is " + kind + ", not the filing that it leads to, and nothing is fetched from the net here.",
		Advice: "Open the link in the browser, save what it shows, and open that file here."}
	if link = char.Lower(link); strings.Contains(link, "sec.gov/") {
		e.Advice = "Open the link in the browser, choose the filing's XML or “Complete submission text file”, save it (Ctrl+S), and open that file here."
	}
	return e
}

// refuseTable speaks of one table of the SEC's data sets; nil for any other text.
func refuseTable(text string) *refusal.Error {
	head, _, _ := strings.Cut(text, "\n")
	headings := strings.FieldsFunc(strings.ToUpper(head), func(r rune) bool { return strings.ContainsRune("\t,;\"\r", r) })
	if !slices.Contains(headings, "ACCESSION_NUMBER") {
		return nil
	}
	e := &refusal.Error{Format: "a table of a data set", Kind: refusal.ErrForm,
		Reason: "This is a table with accession numbers, as the SEC's data sets have, but none of the Insider Transactions Data Sets, which hold Forms 3, 4 and 5.", Advice: what}
	if name := dataset.Table(headings); name != "" {
		e.Reason = "This is the table " + name + " of the SEC's Insider Transactions Data Sets (form345.zip) by itself; a filing's cells stand in eight of them: its submission, owners, transactions, holdings, footnotes and signatures."
		e.Advice = "Open the whole form345.zip, or a ZIP of the eight tables under the SEC's names (SUBMISSION.tsv and so on), or the filings themselves: their XML or .txt from EDGAR."
	}
	return e
}

func isAddress(low string) bool {
	return strings.HasPrefix(low, "https://") || strings.HasPrefix(low, "http://") || strings.HasPrefix(low, "www.")
}

// onlyAddresses reports whether each line is a link, or empty.
func onlyAddresses(low string) bool {
	for line := range strings.Lines(low) {
		if line = strings.TrimSpace(line); line != "" && (!isAddress(line) || strings.ContainsAny(line, " \t")) {
			return false
		}
	}
	return true
}

// isEDGARIndex knows company.idx, form.idx, master.idx and crawler.idx by their heads.
func isEDGARIndex(low string) bool {
	head := low[:min(len(low), 4<<10)]
	return strings.Contains(head, "cik|company name|form type|date filed|") ||
		strings.Contains(head, "description:") && strings.Contains(head, "index of edgar") ||
		strings.Contains(head, "form type") && strings.Contains(head, "company name") && strings.Contains(head, "date filed") && strings.Contains(head, "file name")
}

// Lost refuses what a program made of a page that kept its words and lost its cells: a text
// browser, or a converter to Markdown. It returns nil for any other text.
func Lost(text string) *refusal.Error {
	what := ""
	low := char.Lower(text[:min(len(text), 256<<10)])
	switch {
	case !isForm(low):
		return nil
	case framed(text):
		what = "a text browser (such as w3m) draws it, with frames of lines"
	case numbersLinks(low):
		what = "a text browser (such as lynx) writes it, with numbers for its links"
	case isMixedMarkdown(text, low):
		what = "a converter to Markdown writes it, half of it still in HTML"
	default:
		return nil
	}
	return &refusal.Error{Format: "a converted page", Kind: refusal.ErrForm,
		Reason: "This is the page of a form as " + what + ": which of its words make a cell is lost.",
		Advice: "Save the page itself from the browser and open that, or the filing's XML or .txt from EDGAR."}
}

// framed reports whether lines of a text are drawn with the signs of frames.
func framed(text string) bool {
	n := 0
	for line := range strings.Lines(text) {
		if strings.ContainsAny(line, "│┃├┤┼┌└═║") {
			if n++; n >= 5 {
				return true
			}
		}
	}
	return false
}

// numbersLinks knows what lynx adds to a page: the addresses of its links, numbered.
func numbersLinks(low string) bool {
	i := strings.LastIndex(low, "\nreferences\n")
	if i < 0 {
		return false
	}
	for line := range strings.Lines(low[i+len("\nreferences\n"):]) {
		number, address, ok := strings.Cut(strings.TrimSpace(line), ". ")
		if number == "" && !ok {
			continue
		}
		return ok && strings.Trim(number, "0123456789") == "" && (isAddress(address) || strings.HasPrefix(address, "file:"))
	}
	return false
}

// isMixedMarkdown reports whether a text is no page and has tags of tables beside the signs
// of Markdown: a line of dashes and bars, or signs with a stroke before them.
func isMixedMarkdown(text, low string) bool {
	// EDGAR's own <TABLE> of text has <S> and <C>, and no rows.
	if !strings.Contains(low, "<table") || !strings.Contains(low, "<tr") && !strings.Contains(low, "<td") || strings.Contains(low, "<html") || strings.Contains(low, "<body") || strings.Contains(low, "<!doctype") {
		return false
	}
	if strings.Contains(text, `\_`) || strings.Contains(text, `\*`) || strings.Contains(text, `\. `) || strings.Contains(text, `\[`) {
		return true
	}
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "|") && strings.Contains(line, "--") && strings.Trim(line, "|-: ") == "" {
			return true
		}
	}
	return false
}
