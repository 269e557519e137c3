package formreader

import (
	"slices"
	"strings"

	"filingview/parser/internal/form"
	"filingview/parser/internal/printed"
	"filingview/parser/internal/reason"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// headerReader reads what the boxes above Table I say of the filing and the issuer.
type headerReader struct {
	*document
	boxes *boxes
}

// readHeader fills what the boxes above Table I say of the filing and the issuer.
func (r *headerReader) readHeader() {
	r.documentType()
	printed.Set(&r.f.Source, &r.f.PeriodOfReport, r.oneDate(r.boxes.words(form.BoxPeriod)), printed.ParseDate)
	if r.boxes.found[form.BoxAmendment] {
		printed.Set(&r.f.Source, &r.f.DateOfOriginalSubmission, r.oneDate(dateWords(r.boxes.words(form.BoxAmendment))), printed.ParseDate)
	}
	r.issuer()
	if w := r.boxes.words(form.BoxForeignSymbol); len(w) > 0 {
		printed.SetText(&r.f.Source, &r.f.Issuer.ForeignTradingSymbol, r.boxes.lines[form.BoxForeignSymbol])
	}
}

// documentType reads the form's number from its title, else from the statement's
// name; it is an amendment if the title says so or box "If Amendment" has a date.
func (r *headerReader) documentType() {
	d := &r.f.DocumentType
	var number byte
	amended := false
	for i := range r.header {
		b := &r.blocks[i]
		n, line := titleLine(b)
		if n == 0 {
			continue
		}
		number = n
		d.Raw, d.At = printed.Raw(&r.f.Source, [][]sheet.Word{line})
		amended = strings.Contains(strings.ToUpper(printed.Joined(line)), "/A")
		break
	}
	if number == 0 {
		var named [][]sheet.Word
		if number, named = r.numberByName(); number == 0 {
			return
		}
		d.Raw, d.At = printed.Raw(&r.f.Source, named)
	}
	titled := amended
	amended = amended || r.f.DateOfOriginalSubmission.State == ownership.Known || len(dateWords(r.boxes.words(form.BoxAmendment))) > 0
	name := string(number)
	if amended {
		name += "/A"
	}
	if v, ok := ownership.ParseDocumentType(name); ok {
		d.V, d.State, d.How = v, ownership.Known, ownership.Labeled
	}
	if !titled && amended && r.f.DateOfOriginalSubmission.State == ownership.Malformed && !r.given() {
		reason.Doubt(&d.Reading, reason.AmongOtherWords.Of()) // what stands in box 4 is no date
	}
}

// numberByName goes by the name of the statement and by what box 2 or 3 asks for,
// where the title itself is not readable. It gives the lines that say so.
func (r *headerReader) numberByName() (byte, [][]sheet.Word) {
	var all []string
	var from []int // the block of each word
	for i := range r.header {
		for _, w := range form.Folded(blockWords(&r.blocks[i])) {
			all, from = append(all, w), append(from, i)
		}
	}
	if number, at := form.StatementNumber(all); number != 0 {
		return number, r.blocks[from[at]].Lines
	}
	return 0, nil
}

// issuer takes "NAME [SYMBOL]" apart. Before 2003 the symbol is a line of its own.
func (r *headerReader) issuer() {
	lines := r.boxes.lines[form.BoxIssuer]
	if len(lines) == 0 {
		return
	}
	words := slices.Concat(lines...)
	open := -1
	for i := len(words) - 1; i >= 0; i-- {
		if strings.ContainsAny(words[i].Text, "[") {
			open = i
			break
		}
	}
	if open < 0 {
		name, symbol := lines, [][]sheet.Word(nil)
		if n := len(lines); n > 1 && looksSymbol(lines[n-1]) {
			name, symbol = lines[:n-1], lines[n-1:]
		} else if before, inside, ok := symbolInBrackets(words); ok {
			name, symbol = [][]sheet.Word{before}, [][]sheet.Word{inside}
		}
		printed.SetText(&r.f.Source, &r.f.Issuer.Name, name)
		printed.SetText(&r.f.Source, &r.f.Issuer.TradingSymbol, symbol)
		return
	}
	at := strings.IndexByte(words[open].Text, '[')
	before, rest := words[open].Split(at)
	_, rest = rest.Split(1)
	name := words[:open:open]
	if before.Text != "" {
		name = append(name, before)
	}
	var symbol []sheet.Word
	for _, w := range append([]sheet.Word{rest}, words[open+1:]...) {
		end := strings.IndexByte(w.Text, ']')
		if end < 0 {
			if w.Text != "" {
				symbol = append(symbol, w)
			}
			continue
		}
		if w, _ = w.Split(end); w.Text != "" {
			symbol = append(symbol, w)
		}
		break
	}
	printed.SetText(&r.f.Source, &r.f.Issuer.Name, [][]sheet.Word{name})
	printed.SetText(&r.f.Source, &r.f.Issuer.TradingSymbol, [][]sheet.Word{symbol})
}

// symbolInBrackets takes "Name Inc. (NYSE: SYMB)" apart, as forms before 2003 print
// it. "(DE)" after a name is where it was incorporated.
func symbolInBrackets(words []sheet.Word) (name, symbol []sheet.Word, ok bool) {
	n := len(words)
	for i := n - 1; i > 0 && i >= n-4; i-- {
		if !strings.HasPrefix(words[i].Text, "(") {
			continue
		}
		symbol = slices.Clone(words[i:])
		_, symbol[0] = symbol[0].Split(1)
		last := &symbol[len(symbol)-1]
		if !strings.HasSuffix(last.Text, ")") {
			return nil, nil, false
		}
		*last, _ = (*last).Split(len(last.Text) - 1)
		text := printed.Joined(symbol)
		if _, state := form.StateCode(text); state || text == "" || strings.Trim(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ.-:/ ") != "" {
			return nil, nil, false
		}
		return words[:i], symbol, true
	}
	return nil, nil, false
}

// looksSymbol reports whether a line is a ticker symbol: one word of capitals.
func looksSymbol(line []sheet.Word) bool {
	if len(line) != 1 || len(line[0].Text) > 10 {
		return false
	}
	for _, c := range line[0].Text {
		if !(c >= 'A' && c <= 'Z' || c == '.' || c == '-' || c == '/') {
			return false
		}
	}
	return true
}

// oneDate leaves the one word that is a date, among pieces of the label that a machine
// misread.
func (r *headerReader) oneDate(words []sheet.Word) []sheet.Word {
	if !r.damaged || len(words) < 2 {
		return words
	}
	at := -1
	for i := range words {
		if _, ok := printed.Slashed(words[i].Text); ok {
			if at >= 0 {
				return words
			}
			at = i
		}
	}
	if at < 0 {
		return words
	}
	return words[at : at+1]
}

// dateWords leaves of words those that could be a date: labels that were not
// recognised go.
func dateWords(words []sheet.Word) []sheet.Word {
	var out []sheet.Word
	for _, w := range words {
		if strings.ContainsAny(w.Text, "0123456789") && form.NumberedWord(w.Text) == "" { // "6." is the number of a box
			out = append(out, w)
		}
	}
	return out
}
