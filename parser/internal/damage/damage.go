// Package damage is support for tests: it damages files as transfers, editors and
// programs do, and judges whether what is read of the damaged file is silent about it.
//
// [Make] deletes or doubles a tag, a line, a row or a column, loses a piece, or changes
// a digit. It keeps what it did as edits, so that the place of every cell of the whole
// file is known in the damaged one. [Judge] then asks: is each cell that the damage did
// not touch still there with its value, and does the output show each one that it did
// touch? If not, an error, a finding or a marked cell must say so.
package damage

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
)

// Edit replaces the bytes from Start to End of a file.
type Edit struct {
	Start, End int
	With       string
	// Twin is set where With is a copy of the bytes right before Start.
	Twin bool
}

// Copy is a damaged copy of a file.
type Copy struct {
	What  string // what was done, for people
	Edits []Edit // in the order of the file, none over another
	Data  []byte
	lost  string // what the first edit took out
}

// Kind is what a file is as far as its parts go.
type Kind uint8

// The kinds of files.
const (
	Markup Kind = iota // a page or XML
	Text               // plain text
)

// Make damages a file in the way and at the place that the seed chooses. It reports
// false where the file has nothing of what was to be damaged.
func Make(data []byte, kind Kind, seed uint64) (Copy, bool) {
	r := rand.New(rand.NewPCG(seed, 14))
	ways := [...]func(*rand.Rand, string) (string, []Edit){tag, line, row, column, digit, piece}
	if kind == Text {
		ways[0], ways[2], ways[3] = line, lines, textColumn
	}
	what, edits := ways[r.IntN(len(ways))](r, string(data))
	if len(edits) == 0 {
		return Copy{}, false
	}
	c := Copy{What: what, Edits: edits, Data: apply(data, edits), lost: string(data[edits[0].Start:edits[0].End])}
	return c, !bytes.Equal(c.Data, data)
}

func apply(data []byte, edits []Edit) []byte {
	var out []byte
	at := 0
	for _, e := range edits {
		out = append(append(out, data[at:e.Start]...), e.With...)
		at = e.End
	}
	return append(out, data[at:]...)
}

// deleteOrDouble deletes or doubles the bytes between two places.
func deleteOrDouble(r *rand.Rand, s, what string, spans ...[]int) (string, []Edit) {
	double := r.IntN(2) == 1
	var edits []Edit
	for _, p := range spans {
		if double {
			edits = append(edits, Edit{p[1], p[1], s[p[0]:p[1]], true})
		} else {
			edits = append(edits, Edit{Start: p[0], End: p[1]})
		}
	}
	if len(spans) == 0 {
		return "", nil
	}
	return fmt.Sprintf("%s %s %s at %d", map[bool]string{true: "double", false: "delete"}[double], what, short(s[spans[0][0]:spans[0][1]]), spans[0][0]), edits
}

func short(s string) string {
	if len(s) > 60 {
		s = s[:40] + "…" + s[len(s)-15:]
	}
	return fmt.Sprintf("%q", s)
}

var (
	anyTag = regexp.MustCompile(`<[/!?]?[A-Za-z][^<>]*>`)
	tr     = regexp.MustCompile(`(?is)<tr[\s>].*?</tr\s*>`)
	td     = regexp.MustCompile(`(?is)<t[dh][\s>].*?</t[dh]\s*>`)
	xmlRow = regexp.MustCompile(`(?s)<((?:non)?[dD]erivative(?:Transaction|Holding))>.*?</(?:non)?[dD]erivative(?:Transaction|Holding)>`)
	xmlAny = regexp.MustCompile(`<(transactionDate|transactionCoding|transactionAmounts|postTransactionAmounts|ownershipNature|securityTitle|underlyingSecurity|exerciseDate|expirationDate)>`)
)

func pick(r *rand.Rand, all [][]int) []int {
	if len(all) == 0 {
		return nil
	}
	return all[r.IntN(len(all))]
}

func tag(r *rand.Rand, s string) (string, []Edit) {
	if p := pick(r, anyTag.FindAllStringIndex(s, -1)); p != nil {
		return deleteOrDouble(r, s, "tag", p)
	}
	return "", nil
}

// lineSpans are the lines of a text with their ends.
func lineSpans(s string) [][]int {
	var all [][]int
	for from := 0; from < len(s); {
		to := len(s)
		if i := strings.IndexByte(s[from:], '\n'); i >= 0 {
			to = from + i + 1
		}
		all = append(all, []int{from, to})
		from = to
	}
	return all
}

func line(r *rand.Rand, s string) (string, []Edit) {
	p := pick(r, lineSpans(s))
	if p == nil || strings.TrimSpace(s[p[0]:p[1]]) == "" {
		return "", nil
	}
	return deleteOrDouble(r, s, "line", p)
}

// lines takes two to five lines together.
func lines(r *rand.Rand, s string) (string, []Edit) {
	all := lineSpans(s)
	n := 2 + r.IntN(4)
	if len(all) < n {
		return "", nil
	}
	i := r.IntN(len(all) - n + 1)
	return deleteOrDouble(r, s, "lines", []int{all[i][0], all[i+n-1][1]})
}

func row(r *rand.Rand, s string) (string, []Edit) {
	all := xmlRow.FindAllStringIndex(s, -1)
	if len(all) == 0 {
		all = tr.FindAllStringIndex(s, -1)
	}
	if p := pick(r, all); p != nil {
		return deleteOrDouble(r, s, "row", p)
	}
	return "", nil
}

// column takes the cell of one column out of every row of a table that has as many
// cells as the row that is chosen, or doubles it.
func column(r *rand.Rand, s string) (string, []Edit) {
	if m := pick(r, xmlAny.FindAllStringSubmatchIndex(s, -1)); m != nil {
		name := s[m[2]:m[3]]
		return deleteOrDouble(r, s, "column", regexp.MustCompile(`(?s)<`+name+`>.*?</`+name+`>`).FindAllStringIndex(s, -1)...)
	}
	rows := tr.FindAllStringIndex(s, -1)
	if len(rows) == 0 {
		return "", nil
	}
	from := r.IntN(len(rows))
	first := td.FindAllStringIndex(s[rows[from][0]:rows[from][1]], -1)
	if len(first) < 5 {
		return "", nil
	}
	k := r.IntN(len(first))
	var spans [][]int
	for _, p := range rows[from:] {
		cells := td.FindAllStringIndex(s[p[0]:p[1]], -1)
		if len(cells) != len(first) {
			break
		}
		spans = append(spans, []int{p[0] + cells[k][0], p[0] + cells[k][1]})
	}
	return deleteOrDouble(r, s, "column", spans...)
}

// textColumn takes one field between tabs, or a stretch of columns, out of some lines.
func textColumn(r *rand.Rand, s string) (string, []Edit) {
	all := lineSpans(s)
	if len(all) == 0 {
		return "", nil
	}
	i, n := r.IntN(len(all)), 1+r.IntN(12)
	x, w := r.IntN(100), 1+r.IntN(12)
	k := r.IntN(8)
	var spans [][]int
	for _, p := range all[i:min(len(all), i+n)] {
		l := strings.TrimRight(s[p[0]:p[1]], "\r\n")
		if fields := strings.Split(l, "\t"); len(fields) > 2 {
			if k < len(fields) {
				at := p[0] + len(strings.Join(fields[:k], "\t"))
				spans = append(spans, []int{at, min(p[0]+len(l), at+1+len(fields[k]))})
			}
		} else if x < len(l) {
			spans = append(spans, []int{p[0] + x, p[0] + min(len(l), x+w)})
		}
	}
	return deleteOrDouble(r, s, "column", spans...)
}

// digit changes one digit of the text to another; markup keeps its digits.
func digit(r *rand.Rand, s string) (string, []Edit) {
	for range 200 {
		i := r.IntN(len(s))
		if s[i] < '0' || s[i] > '9' || strings.LastIndexByte(s[:i], '<') > strings.LastIndexByte(s[:i], '>') {
			continue
		}
		to := '0' + (s[i]-'0'+byte(1+r.IntN(9)))%10
		return fmt.Sprintf("change %c to %c at %d in %s", s[i], to, i, short(s[max(0, i-20):min(len(s), i+20)])), []Edit{{i, i + 1, string(rune(to)), false}}
	}
	return "", nil
}

// piece loses 20 to 400 bytes, as from a block that was not transferred.
func piece(r *rand.Rand, s string) (string, []Edit) {
	n := 20 + r.IntN(380)
	if n >= len(s) {
		return "", nil
	}
	i := r.IntN(len(s) - n)
	return fmt.Sprintf("lose %d bytes at %d: %s", n, i, short(s[i:i+n])), []Edit{{Start: i, End: i + n}}
}

// Cuts are n places at which a file is cut, spread over it, and where a digit comes
// right after another as often as elsewhere.
func Cuts(data []byte, n int, seed uint64) []int {
	r := rand.New(rand.NewPCG(seed, 9))
	var inside []int
	for i := 1; i < len(data); i++ {
		if isDigit(data[i-1]) && isDigit(data[i]) {
			inside = append(inside, i)
		}
	}
	var out []int
	for i := range n {
		if i%2 == 1 && len(inside) > 0 {
			out = append(out, inside[r.IntN(len(inside))])
		} else {
			out = append(out, 1+r.IntN(len(data)-1))
		}
	}
	return out
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
