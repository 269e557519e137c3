package filing

import (
	"filingview/app/markup"
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
