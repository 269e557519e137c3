package ledger

import (
	"slices"
	"strings"

	"filingview/parser/ownership"
)

// identity is what tells the account of a line from others of the same owners and
// issuer.
type identity struct {
	table      int
	own        ownership.DirectIndirect
	title      string // normalised
	holder     holder // of an indirect holding
	strike     string // canonical, or ""
	expiry     string
	underlying string // normalised
	// notes are the texts of the notes on the cells that describe the security
	// and its owner; what tells lots with the same terms apart.
	notes string
	// key is the same for what is surely the same but for the notes: a quick way to
	// find it.
	key string
}

// many is how many accounts, or statements of one filing, are compared one with
// another. No owner has as many; a hostile file may, and is then read by keys
// alone.
const many = 400

// likeness says how well two identities agree.
type likeness int

const (
	different likeness = iota
	// doubtful: some terms differ; only the balance could tell that they are the
	// same.
	doubtful
	// alike: nothing contradicts, but a part is missing or spelled otherwise.
	alike
	same
)

// like compares identities. It does not look at notes.
func (a *identity) like(b *identity) likeness {
	if a.key == b.key && a.key != "" {
		return same
	}
	if a.table != b.table || a.own != b.own {
		return different
	}
	l := likeTitle(a.title, b.title)
	if l < alike && a.table == 2 && a.strike != "" && a.strike == b.strike && a.expiry != "" && a.expiry == b.expiry && a.optional() && b.optional() {
		l = alike // the terms name the series, however the title is put
	}
	if l == different {
		return different
	}
	if a.own == ownership.Indirect {
		l = min(l, a.holder.like(&b.holder))
	}
	if a.table == 2 && l > different {
		l = min(l, likeTerm(a.strike, b.strike), likeTerm(a.expiry, b.expiry))
		if a.underlying != b.underlying && likeTitle(a.underlying, b.underlying) < alike {
			l = min(l, alike)
		}
	}
	return l
}

// optional reports whether the title is of options, warrants or the like.
func (a *identity) optional() bool {
	return strings.Contains(a.title, "option") || strings.Contains(a.title, "warrant") || strings.Contains(a.title, "right")
}

// sameTerms reports whether exercise price and expiration say that it is one series.
func (a *identity) sameTerms(b *identity) bool {
	return a.strike != "" && a.strike == b.strike && a.expiry != "" && a.expiry == b.expiry
}

// sameNotes reports whether the notes on the terms say the same: they differ in no
// number or date, and in few words.
func (a *identity) sameNotes(b *identity) bool {
	if a.notes == b.notes || a.notes == "" || b.notes == "" {
		return true
	}
	x, y := wordsOf(a.notes), wordsOf(b.notes)
	onlyX, onlyY := without(x, y), without(y, x)
	for _, w := range slices.Concat(onlyX, onlyY) {
		if strings.ContainsAny(w, "0123456789") || afterMonth(strings.ToUpper(w[:1])+w[1:]) {
			return false
		}
	}
	return 4*(len(onlyX)+len(onlyY)) <= len(x)+len(y)
}

func likeTerm(a, b string) likeness {
	switch {
	case a == b:
		return same
	case a == "" || b == "":
		return alike
	}
	return doubtful
}

// likeTitle compares normalised titles.
func likeTitle(a, b string) likeness {
	if a == b {
		return same
	}
	x, y := titleStems(a), titleStems(b)
	switch onlyA, onlyB := without(x, y), without(y, x); {
	case len(onlyA) == 0 && len(onlyB) == 0:
		return same
	case len(onlyA) == 0 || len(onlyB) == 0:
		return doubtful // "Common Stock" and "Class A Common Stock": where there is one class
	case classWords(onlyA) || classWords(onlyB):
		return different
	case len(onlyA) == 1 && len(onlyB) == 1 && nearly(onlyA[0], onlyB[0]):
		return alike
	}
	return different
}

// titleStems folds what says the same in a title.
func titleStems(title string) []string {
	words := strings.Fields(title)
	stems := make([]string, 0, len(words)+2)
	for _, w := range words {
		switch w = singular(w); w {
		case "rsu":
			stems = append(stems, "restricted", "stock", "unit")
		case "psu":
			stems = append(stems, "performance", "stock", "unit")
		case "dsu":
			stems = append(stems, "deferred", "stock", "unit")
		case "nonqualifed", "nonstatutory", "nqso", "nso":
			stems = append(stems, "nonqualified")
		case "ordinary":
			stems = append(stems, "common")
		case "share":
			stems = append(stems, "stock")
		default:
			stems = append(stems, w)
		}
	}
	return stems
}

// classWords reports whether any word tells classes apart: a letter, a number, or
// a kind of security.
func classWords(words []string) bool {
	for _, w := range words {
		if len(w) <= 2 || (w[0] >= '0' && w[0] <= '9') {
			return true
		}
		switch w {
		case "class", "series", "preferred", "restricted", "unit", "ads", "adr", "depositary", "option", "warrant", "note",
			"convertible", "performance", "phantom", "right", "debenture", "deferred", "call", "put", "forward", "swap", "employee", "director":
			return true
		}
	}
	return false
}

func without(x, y []string) []string {
	var rest []string
	for _, w := range x {
		found := false
		for _, v := range y {
			if v == w {
				found = true
				break
			}
		}
		if !found {
			rest = append(rest, w)
		}
	}
	return rest
}

// nearly reports whether the words differ by one letter.
func nearly(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < 5 || len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return i == len(a) || a[i+1:] == b[i+1:]
	}
	return a[i:] == b[i+1:]
}

// reader makes identities and remembers what it has read: the same texts come
// back in filing after filing.
type reader struct {
	titles  map[string]string
	names   map[string]holderName
	natures map[string]holderName
}

func newReader() *reader {
	return &reader{map[string]string{}, map[string]holderName{}, map[string]holderName{}}
}

func (r *reader) title(s string) string {
	if s == "" {
		return ""
	}
	t, ok := r.titles[s]
	if !ok {
		t = ownership.NormalTitle(s)
		r.titles[s] = t
	}
	return t
}

func (r *reader) identify(e *entry) identity {
	row := e.row
	id := identity{table: e.table, title: r.title(row.SecurityTitle.V)}
	id.own, _ = row.Ownership.Get()
	f := e.paper.filing
	if id.own == ownership.Indirect {
		id.holder = r.holder(f, row)
	}
	if e.table == 2 {
		if x, ok := row.ConversionOrExercisePrice.Get(); ok && x.Sign() != 0 {
			id.strike = plain(x)
		}
		if d, ok := row.ExpirationDate.Get(); ok {
			id.expiry = d.String()
		}
		id.underlying = r.title(row.UnderlyingTitle.V)
	}
	id.key = strings.Join([]string{string(rune('0' + id.table)), string(id.own), id.title, id.strike, id.expiry, id.underlying, id.holder.key()}, "|")
	id.notes = notesOf(f, row.SecurityTitle.Notes, row.NatureOfOwnership.Notes, row.Ownership.Notes,
		row.ConversionOrExercisePrice.Notes, row.ExerciseDate.Notes, row.ExpirationDate.Notes)
	return id
}

// notesOf joins the texts that the marks lead to: the ids differ from filing to
// filing.
func notesOf(f *ownership.Filing, marks ...[]string) string {
	n := 0
	for _, ids := range marks {
		n += len(ids)
	}
	if n == 0 {
		return ""
	}
	var b strings.Builder
	for _, ids := range marks {
		for _, id := range ids {
			if note, ok := f.Note(id); ok {
				b.WriteString(note.Text.V)
				b.WriteByte('\n')
			}
		}
	}
	return b.String()
}

// plain writes a number without the zeros that end its fraction.
func plain(d ownership.Decimal) string {
	s := d.String()
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return s
}
