package plausible

import (
	"fmt"
	"strings"

	"filingview/parser/internal/form"
	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

// header looks at the boxes above the tables.
func (j *judge) header() {
	f := j.Filing
	if f.DocumentType.State != ownership.Known {
		j.fail(noForm, "its title names no Form 3, 4 or 5")
	}
	switch name := &f.Issuer.Name; {
	case name.State != ownership.Known:
		j.fail(j.none(noIssuer), "no issuer is read")
	case letters(name.V) < 2 || form.IsOwnText(folded(name.V)) || startsWithNumber(name.V):
		j.fail(issuerOfForm, "the issuer's name is read as "+quoted(name.V))
	case isBracketed(name.V):
		j.fail(symbolOfForm, "the issuer's name is read as "+quoted(name.V))
		doubt(j, name)
	}
	for _, v := range [...]*ownership.Value[string]{&f.Issuer.TradingSymbol, &f.Issuer.ForeignTradingSymbol} {
		if v.State == ownership.Known && isPiece(v.V) {
			j.fail(symbolOfForm, "a trading symbol is read as "+quoted(v.V))
			doubt(j, v)
		}
	}
}

// isPiece reports whether a text is a piece of what the form prints, or of its frame: it
// has words of labels, a bracket that is not closed or not opened, a number of a box, or
// the line of a box to tick.
func isPiece(s string) bool {
	open := 0
	for _, c := range s {
		switch c {
		case '(':
			open++
		case ')':
			open--
		}
		if open < 0 {
			break
		}
	}
	return open != 0 || form.IsOwnText(folded(s)) || startsWithNumber(s) || strings.Contains(s, "___") || letters(s) == 0 && isFrame(s)
}

// isBracketed reports whether a text stands in brackets, as the symbol after the issuer's name does.
func isBracketed(s string) bool {
	n := len(s)
	return n > 2 && (s[0] == '(' && strings.IndexByte(s, ')') == n-1 || s[0] == '[' && strings.IndexByte(s, ']') == n-1)
}

// startsWithLink reports whether a name begins with the number of a link, "[1]", which text
// browsers put before what is one on the page.
func startsWithLink(s string) bool {
	number, _, ok := strings.Cut(strings.TrimPrefix(s, "["), "]")
	return ok && strings.HasPrefix(s, "[") && number != "" && strings.Trim(number, "0123456789") == ""
}

// none gives the check that fails where nothing is read of a box.
func (j *judge) none(c check) check {
	if j.Given {
		return boxEmpty
	}
	return c
}

// startsWithNumber reports whether a name begins with the number of a box, "3.", which no
// company's does: "3M Co" and "1st Source Corp" have no dot.
func startsWithNumber(s string) bool {
	word, rest, _ := strings.Cut(s, " ")
	return rest != "" && form.NumberedWord(word) != "" && strings.HasSuffix(word, ".")
}

// streets are what streets are called in addresses, with their usual abbreviations, folded.
const streets = " street st road rd avenue ave lane ln drive dr boulevard blvd parkway pkwy court ct highway hwy terrace wharf "

// isStreet reports whether a name is a line of an address: a number, and a street to its end.
// "3 Lane Partners" goes on after that, "Wall Street" has no number. "c/o" comes before one.
func isStreet(s string) bool {
	words := strings.Fields(s)
	n := len(words)
	if n > 0 && strings.EqualFold(words[0], "c/o") {
		return true
	}
	return n >= 3 && letters(words[0]) == 0 && strings.ContainsAny(words[0], "0123456789") &&
		strings.Contains(streets, " "+form.Fold(words[n-1])+" ")
}

// owners looks at who reports.
func (j *judge) owners() {
	f := j.Filing
	if len(f.Owners) == 0 {
		j.fail(j.none(noOwner), "no reporting owner is read")
	}
	for i := range f.Owners {
		o := &f.Owners[i]
		switch name := &o.Name; {
		case name.State == ownership.Malformed:
		case name.State != ownership.Known:
			if len(f.Owners) == 1 {
				j.fail(j.none(noOwner), "no reporting owner is read")
			}
		case letters(name.V) < 2 && i > 0, j.isPlace(name.V, i), isStreet(name.V):
			j.fail(nameIsPlace, "the name of a reporting owner is read as "+quoted(name.V))
			doubt(j, name)
		case letters(name.V) < 2, startsWithNumber(name.V), startsWithLink(name.V):
			j.fail(nameWithoutLetters, "the name of a reporting owner is read as "+quoted(name.V))
		case isPiece(name.V):
			j.fail(nameOfForm, "the name of a reporting owner is read as "+quoted(name.V))
		}
		a, r := &o.Address, &o.Relationship
		for _, v := range [...]*ownership.Value[string]{&a.Street1, &a.Street2, &a.City, &a.State, &a.ZipCode, &a.Country} {
			if v.State == ownership.Known && (isPiece(v.V) ||
				letters(v.V) == 0 && (v == &a.City || strings.Trim(v.V, "0123456789-/ #") != "")) {
				j.fail(addressOfForm, "an address is read as "+quoted(v.V))
				doubt(j, v)
			} else if v.State == ownership.Known && strings.ContainsAny(v.V, "[]") {
				j.fail(symbolOfForm, "an address is read as "+quoted(v.V)) // EDGAR sets symbols in square brackets
				doubt(j, v)
			}
		}
		j.title(&r.OfficerTitle, &r.IsOfficer)
		j.title(&r.OtherText, &r.IsOther)
	}
}

// title looks at what an officer, or another relationship, is called. A box that is ticked
// by its title alone is no surer than that.
func (j *judge) title(v *ownership.Value[string], box *ownership.Value[bool]) {
	if v.State != ownership.Known || !isPiece(v.V) && !form.IsOwnParagraph(v.V, folded(v.V)) {
		return
	}
	j.fail(titleOfForm, "an officer's title is read as "+quoted(v.V))
	doubt(j, v)
	if !j.Given && box.V && box.Raw == v.Raw {
		doubt(j, box)
	}
}

// isPlace reports whether the name of an owner is a state or a country, the street of
// another owner, or the city in another owner's address and has none of its own.
func (j *judge) isPlace(name string, i int) bool {
	if _, ok := form.StateCode(name); ok {
		return true
	}
	own := &j.Filing.Owners[i].Address
	for k := range j.Filing.Owners {
		a := &j.Filing.Owners[k].Address
		if k != i && strings.ContainsAny(name, "0123456789") && (strings.EqualFold(a.Street1.V, name) || strings.EqualFold(a.Street2.V, name)) {
			return true
		}
		if k != i && own.City.State != ownership.Known && a.City.State == ownership.Known && strings.EqualFold(a.City.V, name) {
			return true
		}
	}
	return false
}

// ticks leaves the boxes of a relationship unread of which none is ticked: each owner has
// one (Instruction 4(b)(iv)), so that the tick was lost, and which it was is not known.
// Where the source tells its cells, the filer left them empty.
func (j *judge) ticks() {
	if j.Given {
		return
	}
	for i := range j.Filing.Owners {
		r := &j.Filing.Owners[i].Relationship
		boxes := [...]*ownership.Value[bool]{&r.IsDirector, &r.IsTenPercentOwner, &r.IsOfficer, &r.IsOther}
		any := false
		for _, v := range boxes {
			any = any || v.V || v.State == ownership.Malformed
		}
		if any {
			continue
		}
		for _, v := range boxes {
			if v.State != ownership.Absent {
				v.State, v.How = ownership.Malformed, ownership.Placed
			}
		}
	}
}

func quoted(s string) string { return fmt.Sprintf("“%s”", wording.Clip(s)) }
