// Package repeat tells whether two filings with the same figures are one that was given
// twice, as XML and as a page, say. Two filings of one owner may have the same figures and
// be about another class, or another trust: then a cell or a note says so.
package repeat

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"filingview/parser/internal/wording"
	"filingview/parser/ownership"
)

// Of reports whether no cell of the tables and no note on them says in one filing what it
// does not say in the other. Their figures are known to be equal, line by line.
func Of(a, b *ownership.Filing) bool {
	return Rows(a, b) && sameNotes(a, b)
}

// Compare puts first what is read surest: XML before the SEC's tables, these before a page, a
// page before text, and last a PDF, whose letters may be read wrong.
func Compare(a, b *ownership.Filing) int { return cmp.Compare(rank(a), rank(b)) }

func rank(f *ownership.Filing) int {
	switch f.Source.Format {
	case tables:
		return 1
	case "html":
		return 2
	case "text":
		return 3
	case "pdf":
		return 4
	}
	return 0
}

// tables is the format of the SEC's data sets, which keep transactions and holdings apart and
// write numbers in their own way: 8.5 for 8.50.
const tables = "tsv"

// Rows reports whether the tables say the same, whatever the notes say.
func Rows(a, b *ownership.Filing) bool {
	loose := isLoose(a, b)
	any := anyOrder(a, b)
	return sameTable(a.TableI, b.TableI, loose, any) && sameTable(a.TableII, b.TableII, loose, any)
}

// anyOrder reports whether one of the filings does not tell the order of its lines.
func anyOrder(a, b *ownership.Filing) bool {
	return a.Source.Format != b.Source.Format && (a.Source.Format == tables || b.Source.Format == tables)
}

// isLoose reports whether the letters of one of the filings may be read wrong: those of
// a PDF may be those of a scan.
func isLoose(a, b *ownership.Filing) bool {
	return a.Source.Format != b.Source.Format && (a.Source.Format == "pdf" || b.Source.Format == "pdf")
}

// Figures writes the figures of all lines, without titles, natures and notes, which copies
// may have cut or edited, and whatever the order of the lines and the zeros that end a number.
func Figures(f *ownership.Filing) string {
	var b strings.Builder
	for _, rows := range [...][]ownership.Row{f.TableI, f.TableII} {
		all := make([]string, len(rows))
		for i := range rows {
			all[i] = figures(&rows[i])
		}
		slices.Sort(all)
		b.WriteString("\n\n" + strings.Join(all, "\n"))
	}
	return b.String()
}

func figures(r *ownership.Row) string {
	t := &r.Transaction
	date, _ := t.Date.Get()
	code, _ := t.Code.Get()
	all := []string{r.Kind.String(), date.String(), code, string(t.AcquiredDisposed.V), string(r.Ownership.V)}
	for _, v := range [...]*ownership.Value[ownership.Decimal]{&t.Shares, &t.TotalValue, &r.SharesFollowing, &r.ValueFollowing, &r.UnderlyingShares, &r.UnderlyingValue} {
		all = append(all, wording.Plain(v.V))
	}
	for _, v := range [...]*ownership.Value[ownership.Decimal]{&t.Price, &r.ConversionOrExercisePrice} {
		price := v.Raw // no price is not a price of 0
		if v.IsKnown() {
			price = wording.Plain(v.V)
		}
		all = append(all, price)
	}
	return strings.Join(all, "|")
}

// inOrder gives the places of lines in the order of what they say, or as they stand.
func inOrder(rows []ownership.Row, sorted bool) []int {
	all, said := make([]int, len(rows)), make([]string, len(rows))
	for i := range rows {
		if all[i] = i; sorted {
			said[i] = whole(&rows[i])
		}
	}
	if sorted {
		slices.SortStableFunc(all, func(a, b int) int { return cmp.Compare(said[a], said[b]) })
	}
	return all
}

// Moved gives the paths of the lines of a filing with their paths in a copy of it whose lines
// stand in another order; nil if they stand in the same.
func Moved(f, again *ownership.Filing) map[string]string {
	if !anyOrder(f, again) {
		return nil
	}
	moved, same := map[string]string{}, true
	for table, rows := range [...][2][]ownership.Row{{f.TableI, again.TableI}, {f.TableII, again.TableII}} {
		path := func(n int) string { return [...]string{"tableI[", "tableII["}[table] + strconv.Itoa(n) + "]" }
		here := inOrder(rows[1], true)
		for i, there := range inOrder(rows[0], true) {
			moved[path(there)], same = path(here[i]), same && there == here[i]
		}
	}
	if same {
		return nil
	}
	return moved
}

// whole is all that a line says, for copies that have the letters right.
func whole(r *ownership.Row) string {
	return figures(r) + "|" + letters(r.SecurityTitle.V+r.UnderlyingTitle.V+r.NatureOfOwnership.V) + r.ExerciseDate.V.String() + r.ExpirationDate.V.String()
}

func sameTable(one, other []ownership.Row, loose, sorted bool) bool {
	if len(one) != len(other) {
		return false
	}
	a, b := inOrder(one, sorted), inOrder(other, sorted)
	for i := range a {
		x, y := &one[a[i]], &other[b[i]]
		if figures(x) != figures(y) ||
			!sameText(&x.SecurityTitle, &y.SecurityTitle, loose) || !sameText(&x.UnderlyingTitle, &y.UnderlyingTitle, loose) ||
			!sameText(&x.NatureOfOwnership, &y.NatureOfOwnership, loose) ||
			!sameDay(&x.ExerciseDate, &y.ExerciseDate) || !sameDay(&x.ExpirationDate, &y.ExpirationDate) {
			return false
		}
	}
	return true
}

// sameText compares two cells. One that cannot be read contradicts nothing.
func sameText(a, b *ownership.Value[string], loose bool) bool {
	if a.State == ownership.Malformed || b.State == ownership.Malformed {
		return true
	}
	return alike(a.V, b.V, loose)
}

func sameDay(a, b *ownership.Value[ownership.Date]) bool {
	return !a.IsKnown() || !b.IsKnown() || a.V == b.V
}

// sameNotes compares the notes one by one. A page that was copied in part, or a print, may
// have lost all of them; XML has not.
func sameNotes(a, b *ownership.Filing) bool {
	copied := a.Source.Format != b.Source.Format
	if copied && (len(a.Footnotes) == 0 || len(b.Footnotes) == 0) {
		return true
	}
	if len(a.Footnotes) != len(b.Footnotes) {
		return false
	}
	for i := range a.Footnotes {
		x, y := a.Footnotes[i].Text.V, b.Footnotes[i].Text.V
		if anyOrder(a, b) {
			same, _ := b.Note(a.Footnotes[i].ID)
			y = same.Text.V
		}
		if !alike(x, y, isLoose(a, b)) && !isCut(x, y, copied) && !isCut(y, x, copied) {
			return false
		}
	}
	return true
}

// leastPart is how many letters a note, a part of one and what is left out of it must have
// for the note to be taken for what another program left of a longer one: “Held by the Ames
// Trust” is not a part of “Held by the Ames Trust II”.
const leastPart, leastGap = 60, 20

// isCut reports whether the first text is the second one cut short: it says so by its dots,
// or, where the filing was copied from one format to another, it is long and the other goes
// on from it, at once or after a gap.
func isCut(short, long string, copied bool) bool {
	marked := strings.HasSuffix(short, "..") || strings.HasSuffix(short, "…")
	part, whole := letters(short), letters(long)
	n := 0
	for n < len(part) && n < len(whole) && part[n] == whole[n] {
		n++
	}
	rest := part[n:]
	if rest == "" {
		return marked && part != "" || copied && n >= leastPart
	}
	return copied && n >= leastPart && len(rest) >= leastGap && len(whole) >= n+leastGap && strings.Contains(whole[n+leastGap:], rest)
}

// alike compares the letters and digits of two texts, and where letters may be read wrong,
// their words: of the words of each, four in five are in the other.
func alike(a, b string, loose bool) bool {
	if a == b || letters(a) == letters(b) {
		return true
	}
	if !loose {
		return false
	}
	x, y := words(a), words(b)
	return 5*shared(x, y) >= 4*len(x) && 5*shared(y, x) >= 4*len(y)
}

// letters keeps what a page or a print of a text keeps of it.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

func words(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// shared counts the words of a that b has too.
func shared(a, b []string) int {
	has := make(map[string]bool, len(b))
	for _, w := range b {
		has[w] = true
	}
	n := 0
	for _, w := range a {
		if has[w] {
			n++
		}
	}
	return n
}
