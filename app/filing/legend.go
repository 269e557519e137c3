package filing

import (
	"slices"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/ledger"
	"filingview/app/markup"
	"filingview/parser/ownership"
)

// legend is what the tables use that not everybody knows.
type legend struct {
	codes             []string // in the order of their first use
	early, late, swap bool     // letters that the tables use
	repaired, guessed bool     // signs that the page uses
}

// newLegend gathers the letters of the tables and the signs of the repairs.
func newLegend(c *contents, r *repairs) legend {
	repaired, guessed := r.count()
	l := legend{repaired: repaired > 0, guessed: guessed > 0}
	for t := range c.tables {
		for i := range c.tables[t].rows {
			trade := &c.tables[t].rows[i].Transaction
			if code, ok := trade.Code.Get(); ok && len(l.codes) < maxCodes && !slices.Contains(l.codes, code) {
				l.codes = append(l.codes, code)
			}
			l.early = l.early || trade.Timeliness.V == ownership.Early
			l.late = l.late || trade.Timeliness.V == ownership.Late
			l.swap = l.swap || trade.EquitySwapInvolved.V
		}
	}
	return l
}

// maxCodes is how many codes are explained: the forms know 20.
const maxCodes = 50

// empty reports whether there is nothing to explain.
func (l *legend) empty() bool {
	return len(l.codes) == 0 && !l.early && !l.late && !l.swap && !l.repaired && !l.guessed
}

// view explains each of them, in the order of their first use, and nothing else. The
// marks are those of the lines.
func (l *legend) view(marks []ledger.Mark) app.UI {
	var body []app.UI
	explain := func(id, letter, meaning string) {
		dd := markup.Text("dd", "", meaning)
		if id != "" {
			dd = dd.Attr("id", id)
		}
		body = append(body, markup.El("div", "", markup.Text("dt", "code", letter), dd))
	}
	for _, c := range l.codes {
		meaning, ok := ownership.CodeMeaning(c)
		if !ok {
			meaning = "Not a transaction code of the General Instructions (Form 4, Instruction 8)"
		}
		explain(codeID(c), c, meaning)
	}
	if l.early {
		explain("", "V", "Reported earlier than required")
	}
	if l.late {
		explain("", "L", "Reported later than required")
	}
	if l.swap {
		explain("", "K", "Equity swap or a similar transaction; the printed form has a K after the code")
	}
	if len(l.codes) > 0 {
		explain("", "A/D", "A acquired, D disposed of")
	}
	if l.repaired {
		explain("", repairedSign, "Read from damaged text: the sign leads to what the document says and to the evidence")
	}
	if l.guessed {
		explain("", guessedSign, "Rests on one reading: nothing else in the document confirms it")
	}
	for _, m := range marks {
		body = append(body, markup.El("div", "", markup.El("dt", "", ledger.Badge(m, false)), markup.Text("dd", "", m.Head()+": "+m.Meaning())))
	}
	title := "Letters in these tables"
	if l.repaired || l.guessed || len(marks) > 0 {
		title = "Letters and signs in these tables"
	}
	return markup.El("section", "legend", markup.Text("h2", "", title), markup.El("dl", "", body...)).Attr("aria-label", title)
}
