package agreement_test

import (
	"fmt"
	"html"
	"slices"
	"strings"

	"filingview/parser/ownership"
)

// look is one of the two ways in which EDGAR prints a filing as a page.
type look uint8

const (
	plainLook   look = iota // the stylesheet of 2026, without classes
	classicLook             // the one before, with classes such as FormData
)

var lookNames = [...]string{"plain", "classic"}

func (l look) String() string { return lookNames[l] }

// render writes a filing as EDGAR's page.
func render(f *ownership.Filing, l look) string {
	if l == classicLook {
		return classicPage(f)
	}
	return plainPage(f)
}

// box is what a cell of a table prints.
type box struct {
	text   string
	dollar bool // a currency sign stands before the text
	notes  []string
}

func (b box) empty() bool { return b.text == "" && len(b.notes) == 0 }

// formOf returns the number of the form; a document of an unknown type prints as 4.
func formOf(f *ownership.Filing) byte {
	if n := f.DocumentType.V.Form(); n != 0 {
		return n
	}
	return '4'
}

// lineI returns the cells of a line of Table I.
func lineI(form byte, r *ownership.Row) []box {
	title, owned, nature := words(&r.SecurityTitle), following(form, r), words(&r.NatureOfOwnership)
	held := box{text: letters(&r.Ownership), notes: r.Ownership.Notes}
	if form == '3' {
		return []box{title, owned, held, nature}
	}
	t := &r.Transaction
	out := []box{title, day(&t.Date), day(&t.DeemedExecutionDate), coding(form, r)}
	if form == '4' {
		out = append(out, early(r))
	}
	return append(out, figure(form, &t.Shares), box{text: letters(&t.AcquiredDisposed), notes: t.AcquiredDisposed.Notes},
		money(form, &t.Price), owned, held, nature)
}

// lineII returns the cells of a line of Table II.
func lineII(form byte, r *ownership.Row) []box {
	title, price, nature := words(&r.SecurityTitle), money(form, &r.ConversionOrExercisePrice), words(&r.NatureOfOwnership)
	from, to := day(&r.ExerciseDate), day(&r.ExpirationDate)
	under, amount := words(&r.UnderlyingTitle), figure(form, &r.UnderlyingShares)
	if r.UnderlyingShares.State == ownership.Absent {
		amount = money(form, &r.UnderlyingValue)
	}
	held := box{text: letters(&r.Ownership), notes: r.Ownership.Notes}
	if form == '3' {
		// The sign is printed even if there is no price to follow it.
		price.dollar = !price.empty()
		return []box{title, from, to, under, amount, price, held, nature}
	}
	t := &r.Transaction
	out := []box{title, price, day(&t.Date), day(&t.DeemedExecutionDate), coding(form, r)}
	if form == '4' {
		out = append(out, early(r))
	}
	number := figure(form, &t.Shares)
	if t.Shares.State == ownership.Absent {
		number = money(form, &t.TotalValue)
	}
	signed := [2]box{number, {}}
	if t.AcquiredDisposed.V == ownership.Disposed {
		signed = [2]box{{}, number}
	}
	return append(out, signed[0], signed[1], from, to, under, amount, money(form, &t.Price), following(form, r), held, nature)
}

// words prints a text.
func words(v *ownership.Value[string]) box {
	b := box{notes: v.Notes}
	if v.State == ownership.Known {
		b.text = v.V
	}
	return b
}

// letters prints a code.
func letters[T ~string](v *ownership.Value[T]) string {
	switch v.State {
	case ownership.Known:
		return string(v.V)
	case ownership.Malformed:
		return html.UnescapeString(v.Raw)
	}
	return ""
}

// coding prints the transaction's code, a K after it for an equity swap, and the
// form on which the line of a Form 5 was due, where it was another.
func coding(form byte, r *ownership.Row) box {
	t := &r.Transaction
	b := box{text: letters(&t.Code), notes: slices.Concat(t.Code.Notes, r.FormType.Notes)}
	if t.EquitySwapInvolved.V {
		b.text += "/K"
	}
	return b
}

// early prints a V for what is reported on Form 4 before it would be due on Form 5.
func early(r *ownership.Row) box {
	b := box{notes: r.Transaction.Timeliness.Notes}
	if r.FormType.V == "5" && r.Kind == ownership.Transaction {
		b.text = "V"
	}
	return b
}

// day prints a date as MM/DD/YYYY; what stands after the day stays there.
func day(v *ownership.Value[ownership.Date]) box { return box{text: monthFirst(v), notes: v.Notes} }

func monthFirst(v *ownership.Value[ownership.Date]) string {
	if v.State != ownership.Known {
		return ""
	}
	s := v.Raw
	if _, err := ownership.ParseDate(s); err != nil {
		s = v.V.String() // markup stands in it
	}
	year, rest, _ := strings.Cut(s, "-")
	month, d, _ := strings.Cut(rest, "-")
	return month + "/" + d + "/" + year
}

func money(form byte, v *ownership.Value[ownership.Decimal]) box {
	b := figure(form, v)
	b.dollar = b.text != ""
	return b
}

// following prints the amount owned: in shares, or in dollars.
func following(form byte, r *ownership.Row) box {
	if r.SharesFollowing.State != ownership.Absent {
		return figure(form, &r.SharesFollowing)
	}
	return money(form, &r.ValueFollowing)
}

// figure prints a number with commas, and its fraction without the zeros at its
// end; one digit of a fraction gets a second on Form 4.
func figure(form byte, v *ownership.Value[ownership.Decimal]) box {
	b := box{notes: v.Notes}
	switch v.State {
	case ownership.Malformed:
		b.text = html.UnescapeString(v.Raw)
	case ownership.Known:
		s := v.Raw
		if _, err := ownership.ParseDecimal(s); err != nil {
			s = v.V.String() // markup stands in it
		}
		whole, fraction, _ := strings.Cut(s, ".")
		one := len(fraction) == 1 && form == '4'
		whole, minus := strings.CutPrefix(strings.TrimPrefix(whole, "+"), "-")
		if whole = strings.TrimLeft(whole, "0"); whole == "" {
			whole = "0"
		}
		if fraction = strings.TrimRight(fraction, "0"); one && (whole != "0" || fraction != "") {
			fraction = (fraction + "00")[:2]
		}
		for i := len(whole) - 3; i > 0; i -= 3 {
			whole = whole[:i] + "," + whole[i:]
		}
		if b.text = whole; fraction != "" {
			b.text += "." + fraction
		}
		if minus {
			b.text = "-" + b.text
		}
	}
	return b
}

// numbers prints the marks of notes: F12 as (12).
func numbers(ids []string) []string {
	var out []string
	for _, id := range ids {
		out = append(out, "("+ownership.NoteLabel(id)+")")
	}
	return out
}

// esc writes text into a page.
func esc(v *ownership.Value[string]) string {
	if v.State != ownership.Known {
		return ""
	}
	return html.EscapeString(v.V)
}

// stateName is what the plain look prints for a state: its name. Of a state that
// is not here the code is printed, which a reader must take as well.
func stateName(code string) string {
	const names = "CA CALIFORNIA;WA WASHINGTON;TX TEXAS;FL FLORIDA;MT MONTANA;NE NEBRASKA;VA VIRGINIA;NY NEW YORK;NJ NEW JERSEY;NC NORTH CAROLINA;" +
		"MA MASSACHUSETTS;CT CONNECTICUT;IL ILLINOIS;OH OHIO;WV WEST VIRGINIA;DC DISTRICT OF COLUMBIA;A1 BRITISH COLUMBIA, CANADA;A6 ONTARIO, CANADA;" +
		"B5 AMERICAN SAMOA;1V NORTHERN MARIANA ISLANDS;PR PUERTO RICO;X0 UNITED KINGDOM;K3 HONG KONG;E9 CAYMAN ISLANDS;L3 ISRAEL;I0 FRANCE"
	for pair := range strings.SplitSeq(names, ";") {
		if pair[:2] == code {
			return pair[3:]
		}
	}
	return code
}

// asPrinted leaves of a filing what a page shows of it, and nothing that no reader
// of the page could know.
func asPrinted(f *ownership.Filing, l look) *ownership.Filing {
	out := *f
	form := formOf(f)
	out.Owners = slices.Clone(f.Owners)
	for i := range out.Owners {
		r := &out.Owners[i].Relationship
		if i > 0 && l == plainLook {
			// An officer is known by the title, another by the text.
			r.IsOfficer.V = r.IsOfficer.V && r.OfficerTitle.V != ""
			r.IsOther.V = r.IsOther.V && r.OtherText.V != ""
		}
	}
	if form == '3' {
		out.NotSubjectToSection16, out.Plan10b51 = ownership.Value[bool]{}, ownership.Value[bool]{}
	} else {
		out.NoSecuritiesOwned = ownership.Value[bool]{}
	}
	if form != '5' {
		out.Form3HoldingsReported, out.Form4TransactionsReported = ownership.Value[bool]{}, ownership.Value[bool]{}
	}
	out.TableI, out.TableII = slices.Clone(f.TableI), slices.Clone(f.TableII)
	for i := range out.TableI {
		r := &out.TableI[i]
		line(form, r)
		r.ConversionOrExercisePrice, r.UnderlyingTitle = ownership.Value[ownership.Decimal]{}, ownership.Value[string]{}
		r.ExerciseDate, r.ExpirationDate = ownership.Value[ownership.Date]{}, ownership.Value[ownership.Date]{}
		r.UnderlyingShares, r.UnderlyingValue, r.Transaction.TotalValue = ownership.Value[ownership.Decimal]{}, ownership.Value[ownership.Decimal]{}, ownership.Value[ownership.Decimal]{}
	}
	for i := range out.TableII {
		r := &out.TableII[i]
		line(form, r)
		if r.Transaction.Shares.State != ownership.Absent {
			r.Transaction.TotalValue = ownership.Value[ownership.Decimal]{}
		}
		oneAmount(&r.UnderlyingShares, &r.UnderlyingValue)
		r.Transaction.AcquiredDisposed.Notes = nil // the column says it, without marks
		if form == '3' {
			r.SharesFollowing, r.ValueFollowing = ownership.Value[ownership.Decimal]{}, ownership.Value[ownership.Decimal]{}
		}
	}
	return &out
}

// oneAmount leaves of two kinds of an amount the one that is printed: shares, if they
// are there. A mark alone does not say of which it is.
func oneAmount(shares, value *ownership.Value[ownership.Decimal]) {
	switch {
	case shares.State != ownership.Absent:
		*value = ownership.Value[ownership.Decimal]{}
	case value.State == ownership.Blank:
		*shares, *value = *value, *shares
	}
}

// line leaves of a line what both tables show.
func line(form byte, r *ownership.Row) {
	t := &r.Transaction
	if form == '3' {
		*t = ownership.Trade{}
	}
	oneAmount(&r.SharesFollowing, &r.ValueFollowing)
	t.Timeliness = ownership.Value[ownership.Timeliness]{Reading: ownership.Reading{Notes: t.Timeliness.Notes, State: ownership.Blank}}
	if form == '4' && early(r).text != "" {
		t.Timeliness.V, t.Timeliness.State = ownership.Early, ownership.Known
		t.Timeliness.Raw = "E"
	}
	if form == '5' {
		t.Timeliness.Notes = nil // there is no column for it
	}
	if r.Kind == ownership.Holding {
		// A late holding of Form 3 prints the notes of its form type beside the code.
		r.FormType.V = ""
	}
}

// footnote numbers and texts in the order of the document.
func noteLines(f *ownership.Filing, format string) string {
	var b strings.Builder
	for i := range f.Footnotes {
		n := &f.Footnotes[i]
		fmt.Fprintf(&b, format, n.Label(), esc(&n.Text))
	}
	return b.String()
}
