package markup

import (
	"strconv"
	"unicode/utf8"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/format"
)

// maxDrawn is how many bytes of one text are drawn. The longest note on EDGAR has a
// few thousand; a browser stands still for minutes over a paragraph of megabytes.
const maxDrawn = 100_000

// LongText draws a text. Of one that is made to do harm it draws the beginning and says
// how much is left out.
func LongText(text string) []app.UI {
	if len(text) <= maxDrawn {
		return []app.UI{app.Text(text)}
	}
	at := maxDrawn
	for !utf8.RuneStart(text[at]) {
		at--
	}
	return []app.UI{app.Text(text[:at]), Text("span", "dull", " … ("+format.Group(strconv.Itoa(len(text)-at))+" bytes more are not shown here; the source and the exports have them)")}
}
