package layout

import (
	"fmt"
	"strings"
	"testing"

	"filingview/parser/internal/form"
)

// TestOwnerRoles: the heads of the roles stand in one line or in several, the last of which
// is told; words far below are none.
func TestOwnerRoles(t *testing.T) {
	for _, c := range []struct {
		name, picture string
		found         string // the roles that have a head
		head          int
	}{
		{"in one line", "Reporting Owner Name / Address   Director   10% Owner   Officer   Other", "0 1 2 3", 0},
		{"in two", "Reporting Owners\nReporting Owner Name / Address   Director   10% Owner\n                    Officer   Other", "0 1 2 3", 2},
		{"the owner's mark below", "Director              Officer   Other\n10%\nMARLOW", "0 2 3", 0},
		{"none", "MARLOW IDRIS\n9 HERON LANE", "", -1},
		{"a second time", "Director   10% Owner   Officer   Other\nDirector   10% Owner   Officer   Other", "0 1 2 3", 0},
		{"far below", strings.Repeat("MARLOW\n", ownerHeads) + "Director", "", -1},
		{"just near enough", strings.Repeat("MARLOW\n", ownerHeads-1) + "Director", "0", ownerHeads - 1},
	} {
		l := linesIn(c.picture, true, false)
		heads, head := l.ownerRoles(0, len(l.lines))
		var got []string
		for n := range heads {
			if heads[n] != nil {
				got = append(got, fmt.Sprint(n))
			}
		}
		if s := strings.Join(got, " "); s != c.found || head != c.head {
			t.Errorf("%s: the roles %s up to line %d, want %s up to %d", c.name, s, head, c.found, c.head)
		}
	}
}

// TestLayOwners: each owner is a row: the name and address, and a cell for each role; owners
// are parted by white, and without all heads the lines stay as they are.
func TestLayOwners(t *testing.T) {
	const heads = `
Reporting Owners
                                                 Relationships
Reporting Owner Name / Address      Director   10% Owner   Officer                 Other
`
	for _, c := range []struct{ name, picture, want string }{
		{"one", heads + `
MARLOW IDRIS K                      X
9 HERON LANE
`, "MARLOW IDRIS K / 9 HERON LANE | X |  |  | "},
		{"each role", heads + `
MARLOW IDRIS K                      X          X           Chief Officer           Member of group
9 HERON LANE
`, "MARLOW IDRIS K / 9 HERON LANE | X | X | Chief Officer | Member of group"},
		{"two", heads + `
MARLOW IDRIS K                      X
9 HERON LANE

QUINCE PARTNERS LP                             X
7 MILL LANE
`, "MARLOW IDRIS K / 9 HERON LANE | X |  |  | ; QUINCE PARTNERS LP / 7 MILL LANE |  | X |  | "},
		{"over two pages", heads + `
MARLOW IDRIS K                      X
9 HERON LANE
~~~
QUINCE PARTNERS LP                             X
`, "MARLOW IDRIS K / 9 HERON LANE | X |  |  | ; QUINCE PARTNERS LP |  | X |  | "},
		{"a wide title", heads + `
MARLOW IDRIS K                                             Executive Vice
9 HERON LANE                                               President
`, "MARLOW IDRIS K / 9 HERON LANE |  |  | Executive Vice / President | "},
		{"a name that reaches far", heads + `
THE MARLOW FAMILY TRUST OF 1999     X
`, "THE MARLOW FAMILY TRUST OF 1999 | X |  |  | "},
		{"the first head below the others", `
                                    Director   10% Owner   Officer                 Other
Reporting Owner Name / Address

MARLOW IDRIS K                      X
`, "MARLOW IDRIS K | X |  |  | "},
	} {
		l := linesIn(c.picture, true, false)
		l.owners(0, len(l.lines))
		rows := allRowsOf(l.out, 1)
		if len(rows) == 0 {
			t.Errorf("%s: no rows", c.name)
			continue
		}
		if got := strings.Join(rows[1:], "; "); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
		if !strings.Contains(rows[0], "Name / Address | Director | 10% Owner | Officer | Other") || strings.Contains(rows[0], "Relationships") {
			t.Errorf("%s: the heads are %s", c.name, rows[0])
		}
		for i := range l.out {
			if b := &l.out[i]; b.Table > 0 && b.Head != (b.Row == 0) {
				t.Errorf("%s: row %d is a head: %t", c.name, b.Row, b.Head)
			}
		}
	}
	for _, missing := range []string{"Director", "10%", "Officer", "Other"} {
		l := linesIn(strings.Replace(heads, missing, "", 1)+"MARLOW IDRIS K                      X\n", true, false)
		l.owners(0, len(l.lines))
		if rows := allRowsOf(l.out, 1); len(rows) > 0 {
			t.Errorf("without %s: %q", missing, rows)
		}
		if got := strings.Join(paragraphsOf(l.out), " "); !strings.Contains(got, "MARLOW IDRIS K") {
			t.Errorf("without %s the name is lost: %s", missing, got)
		}
	}
}

// TestOwnerBorders: each role's column begins right of what stands before it and not right of
// its head.
func TestOwnerBorders(t *testing.T) {
	l := linesIn(`
Reporting Owner Name / Address      Director   10% Owner   Officer                 Other

MARLOW IDRIS K                      X                      Chief Officer           Member
`, true, false)
	heads, head := l.ownerRoles(0, len(l.lines))
	borders := l.ownerBorders(0, head+1, l.lines[1:], &heads)
	before := l.lines[0].words[4].x1 // "Address"
	for n, b := range borders {
		if b < before-0.02 || b > heads[n].x0 {
			t.Errorf("role %d begins at %v, between %v and %v", n, b, before, heads[n].x0)
		}
		before = heads[n].x1
	}
	if owner := l.lines[0].words[7]; form.Fold(owner.Text) != "owner" || borders[2] < owner.x1-0.02 {
		t.Errorf("the officer's column begins at %v, within %q up to %v", borders[2], owner.Text, owner.x1)
	}
}
