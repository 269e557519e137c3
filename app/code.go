package app

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/markup"
	"filingview/parser/ownership"
)

// codeWord is a transaction code in a word or two, the SEC's own where it has
// some. What it means in full is ownership.CodeMeaning.
func codeWord(code string) string {
	switch code {
	case "P":
		return "Purchase"
	case "S":
		return "Sale"
	case "A":
		return "Grant or award"
	case "D":
		return "Disposition to issuer"
	case "F":
		return "Payment in securities"
	case "I":
		return "Discretionary"
	case "M":
		return "Exercise or conversion"
	case "C":
		return "Conversion"
	case "E":
		return "Expiration, short"
	case "H":
		return "Expiration, long"
	case "O":
		return "Exercise, out of the money"
	case "X":
		return "Exercise, in the money"
	case "G":
		return "Gift"
	case "L":
		return "Small acquisition"
	case "W":
		return "Will or descent"
	case "Z":
		return "Voting trust"
	case "J":
		return "Other"
	case "U":
		return "Tender"
	}
	return "Not a code of the forms"
}

func codeID(code string) string { return "code-" + markup.ID(code) }

// legend explains every letter that the tables use, in the order of their first
// use, and nothing else.
func (s *sheet) legend() app.UI {
	var body []app.UI
	explain := func(id, letter, meaning string) {
		dd := markup.Text("dd", "", meaning)
		if id != "" {
			dd = dd.Attr("id", id)
		}
		body = append(body, markup.El("div", "", markup.Text("dt", "code", letter), dd))
	}
	for _, c := range s.codes {
		meaning, ok := ownership.CodeMeaning(c)
		if !ok {
			meaning = "Not a transaction code of the General Instructions (Form 4, Instruction 8)"
		}
		explain(codeID(c), c, meaning)
	}
	if s.early {
		explain("", "V", "Reported earlier than required")
	}
	if s.late {
		explain("", "L", "Reported later than required")
	}
	if s.swap {
		explain("", "K", "Equity swap or a similar transaction; the printed form has a K behind the code")
	}
	if len(s.codes) > 0 {
		explain("", "A/D", "A acquired, D disposed of")
	}
	if s.mended {
		explain("", mendedSign, "Read from damaged text: the sign leads to what the document says and to the evidence")
	}
	if s.guessed {
		explain("", guessedSign, "Rests on one reading: nothing else in the document confirms it")
	}
	title := "Letters in these tables"
	if len(s.repairs) > 0 {
		title = "Letters and signs in these tables"
	}
	return markup.El("section", "legend", markup.Text("h2", "", title), markup.El("dl", "", body...)).Attr("aria-label", title)
}
