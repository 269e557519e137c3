package ownership

// CodeMeaning returns what a transaction code means, in the words of the General
// Instructions of Form 4 (Instruction 8), and whether the code is one. K and V
// are not codes but marks beside one.
func CodeMeaning(code string) (string, bool) {
	switch code {
	case "P":
		return "Open market or private purchase of non-derivative or derivative security", true
	case "S":
		return "Open market or private sale of non-derivative or derivative security", true
	case "A":
		return "Grant, award or other acquisition pursuant to Rule 16b-3(d)", true
	case "D":
		return "Disposition to the issuer of issuer equity securities pursuant to Rule 16b-3(e)", true
	case "F":
		return "Payment of exercise price or tax liability by delivering or withholding securities incident to the receipt, exercise or vesting of a security issued in accordance with Rule 16b-3", true
	case "I":
		return "Discretionary transaction in accordance with Rule 16b-3(f) resulting in acquisition or disposition of issuer securities", true
	case "M":
		return "Exercise or conversion of derivative security exempted pursuant to Rule 16b-3", true
	case "C":
		return "Conversion of derivative security", true
	case "E":
		return "Expiration of short derivative position", true
	case "H":
		return "Expiration (or cancellation) of long derivative position with value received", true
	case "O":
		return "Exercise of out-of-the-money derivative security", true
	case "X":
		return "Exercise of in-the-money or at-the-money derivative security", true
	case "G":
		return "Bona fide gift", true
	case "L":
		return "Small acquisition under Rule 16a-6", true
	case "W":
		return "Acquisition or disposition by will or the laws of descent and distribution", true
	case "Z":
		return "Deposit into or withdrawal from voting trust", true
	case "J":
		return "Other acquisition or disposition (described in a footnote)", true
	case "U":
		return "Disposition pursuant to a tender of shares in a change of control transaction", true
	}
	return "", false
}
