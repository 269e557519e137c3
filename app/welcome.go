package app

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/markup"
)

// welcome is the page without a file. index.html holds the same for the time
// before the program runs; a test compares them.
func welcome() app.UI {
	return markup.El("section", "welcome",
		markup.Text("h1", "", "Read insider filings as tables"),
		markup.Text("p", "lead", "Filingview opens SEC Forms 3, 4 and 5 and their amendments: every line, every footnote linked both ways."),
		drop(),
		markup.El("p", "private",
			markup.Text("strong", "", "Nothing you open leaves this page."),
			app.Text(" The files are read by your browser, on your computer. "),
			markup.Text("span", "keeps", "It keeps them for your next visit until you forget them.")))
}

// drop says how to open files. They may be dropped anywhere.
func drop() app.UI {
	return markup.El("div", "drop",
		markup.Text("p", "big", "Drop filings here"),
		markup.El("p", "",
			markup.Button("button main", "choose", "", "Choose files"),
			markup.Text("span", "hint", "or paste a filing’s text")),
		markup.Text("p", "kinds", "Ownership XML, EDGAR submissions (.txt, .nc) and pages, PDFs, scans with a text layer, plain or recognised text, and zip, tar or gz archives of them"))
}

// bar is the head of the page. It offers to install the page where the browser does.
func bar(installable bool) app.UI {
	body := []app.UI{markup.Link("#", "brand", "Filingview"), markup.Button("button", "choose", "", "Open files")}
	if installable {
		body = append(body, markup.Button("button", "install", "", "Install"))
	}
	return markup.El("header", "bar", body...)
}

// skip leads the keyboard past the head of the page.
func skip() app.UI { return markup.Link("#main", "skip", "Skip to the content") }

// cover says over the whole page that what is dragged may be dropped anywhere.
func cover() app.UI {
	return markup.El("div", "cover", markup.Text("p", "", "Drop to open")).Attr("aria-hidden", "true")
}
