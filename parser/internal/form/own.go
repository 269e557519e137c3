package form

// ownTexts are words of labels and heads that no name, address, title or nature of
// ownership has. "Reporting person" is not among them, since natures say it, nor is what
// only one word tells.
var ownTexts = [...][]string{
	{"and", "address", "of"}, {"address", "of", "reporting"}, {"name", "and", "ticker"}, {"or", "trading", "symbol"}, {"ticker", "or"},
	{"date", "of", "earliest"}, {"earliest", "transaction"}, {"event", "requiring"}, {"date", "of", "original"}, {"identification", "number"},
	{"persons", "to", "issuer"}, {"person", "s", "to", "issuer"}, {"check", "all", "applicable"}, {"check", "applicable"}, {"give", "title", "below"}, {"specify", "below"},
	{"joint", "group", "filing"}, {"6", "individual", "or"}, {"applicable", "line"}, {"form", "filed", "by"}, {"by", "one", "reporting"}, {"by", "more", "than", "one", "reporting"},
	{"title", "of", "security"}, {"title", "of", "derivative"}, {"transaction", "code"}, {"transaction", "date"}, {"month", "day", "year"},
	{"deemed", "execution"}, {"securities", "acquired", "a"}, {"or", "disposed", "of"}, {"following", "reported"}, {"beneficially", "owned", "following"},
	{"ownership", "form"}, {"nature", "of", "indirect"}, {"conversion", "or", "exercise"}, {"date", "exercisable"}, {"amount", "or", "number"},
	{"reporting", "owner", "name"}, {"instr", "3"}, {"instr", "4"}, {"instr", "5"}, {"instr", "8"},
}

// IsOwnText reports whether a text, folded, has words that the SEC prints on the form: a
// label, a head or one of its sentences.
func IsOwnText(text []string) bool {
	for i := range labels {
		if l := labels[i].Begin; len(l) > 2 && Holds(text, l[:3]...) {
			return true
		}
	}
	for _, words := range ownTexts {
		if Holds(text, words...) {
			return true
		}
	}
	for i := range sentences {
		if s := sentences[i].words; len(s) > 2 && Holds(text, s...) {
			return true
		}
	}
	return false
}
