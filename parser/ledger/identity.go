package ledger

import (
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
}

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
	if a.table != b.table || a.own != b.own {
		return different
	}
	l := likeTitle(a.title, b.title)
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
	x, y := strings.Fields(a), strings.Fields(b)
	for i := range x {
		x[i] = titleStem(x[i])
	}
	for i := range y {
		y[i] = titleStem(y[i])
	}
	switch onlyA, onlyB := without(x, y), without(y, x); {
	case len(onlyA) == 0 && len(onlyB) == 0:
		return same
	case classWords(onlyA) || classWords(onlyB):
		return different
	case len(onlyA) == 0 || len(onlyB) == 0:
		return doubtful
	case len(onlyA) == 1 && len(onlyB) == 1 && nearly(onlyA[0], onlyB[0]):
		return alike
	}
	return different
}

// titleStem folds what says the same in a title.
func titleStem(w string) string {
	switch w = singular(w); w {
	case "rsu":
		return "unit"
	case "nonqualified", "nonqualifed", "nonstatutory", "nqso", "nso":
		return "nonqualified"
	case "ordinary":
		return "common"
	case "share":
		return "stock"
	}
	return w
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
