package layout

import (
	"fmt"
	"strings"
	"testing"
)

// TestRoleOrder: each label of the box of relationships comes after its tick, in the form's
// order, though they stand two and two or below each other; what is written below comes last.
func TestRoleOrder(t *testing.T) {
	for _, c := range []struct{ name, picture, want string }{
		{"two and two", `
Issuer
__X__ Director                   _____ 10% Owner
__X__ Officer (give title        _____ Other (specify
below)                           below)
          Chief Officer
`, "Issuer; __X__ Director; _____ 10% Owner; __X__ Officer (give title below); _____ Other (specify below); Chief Officer"},
		{"below each other", `
X  Director
   10% Owner
X  Officer (give title below)
   Other (specify below)
Chief Officer
`, "X Director; 10% Owner; X Officer (give title below); Other (specify below); Chief Officer"},
		{"in one line", `
X Director      X 10% Owner     Officer (give title below)     Other (specify below)
`, "X Director; X 10% Owner; Officer (give title below); Other (specify below)"},
		{"a tick a little above", `
                              X
__X__ Director                   10% Owner
Officer (give title              Other (specify
below)                           below)
`, "__X__ Director; X 10% Owner; Officer (give title below); Other (specify below)"},
		{"a tick far above is of none", `
                                 X


Director                         10% Owner
Officer (give title              Other (specify
below)                           below)
`, "X; Director; 10% Owner; Officer (give title below); Other (specify below)"},
		{"without the other labels", `
X Director
10% Owner
`, "X Director; 10% Owner"},
		{"officer before director", `
X Officer (give title below)
Director
`, "X Officer (give title below); Director"},
		{"an officer is named above", `
Officer named below
X Director                       10% Owner
Officer (give title              Other (specify
below)                           below)
`, "Officer named below; X Director; 10% Owner; Officer (give title below); Other (specify below)"},
		{"text beside the labels", `
X Director                       10% Owner
X Officer (give title            Other (specify
below) Chief                     below) Adviser
`, "X Director; 10% Owner; X Officer (give title below); Other (specify below); Chief Adviser"},
	} {
		l := linesIn(c.picture, true, false)
		var lines [][]token
		for _, ln := range l.lines {
			lines = append(lines, ln.words)
		}
		var got []string
		for _, words := range byRole(lines, l.pages[0].letter) {
			got = append(got, saidBy(words))
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s:\n%s, want\n%s", c.name, s, c.want)
		}
	}
}

// TestFindRoles: the first word of each label, the officer after the director and "other"
// after the officer.
func TestFindRoles(t *testing.T) {
	for text, want := range map[string]string{
		"Director 10% Owner Officer Other":          "[0 1 3 4]",
		"Other Director 10% Owner Officer Other":    "[1 2 4 5]",
		"Officer Director 10% Owner":                "[1 2 -1 -1]",
		"Director Director Officer":                 "[0 -1 2 -1]",
		"Director 10 % Owner":                       "[0 1 -1 -1]",
		"Director 10 Owner":                         "[0 1 -1 -1]",
		"Director 10 shares":                        "[0 -1 -1 -1]",
		"_X_Director _X_10% Owner":                  "[0 1 -1 -1]",
		"nothing of the kind":                       "[-1 -1 -1 -1]",
		"Director Other":                            "[0 -1 -1 -1]",
		"Director Officer (give title below) Other": "[0 -1 1 5]",
	} {
		if got := fmt.Sprint(findRoles(lineOf(text).words)); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

// TestRoleOf: a tick is of the nearest label on its right, about at its height, if no other
// tick stands between them.
func TestRoleOf(t *testing.T) {
	at := func(text string, x, y float32) []token {
		return []token{tokenOf(boxed(text, x, y, x+40, y+10), kindText)}
	}
	roles := [4]role{{words: at("Director", 100, 0)}, {words: at("10%", 300, 0)}, {words: at("Officer", 100, 40)}, {}}
	for _, c := range []struct {
		x, y float32
		want int
	}{
		{80, 0, 0}, {280, 0, 1}, {200, 0, 1}, {80, 40, 2}, {80, 8, 0}, {80, 33, 2},
		{350, 0, -1}, {80, 100, -1}, {80, -30, -1}, {93, 0, 0}, {80, 20, -1},
	} {
		tick := tokenOf(boxed("X", c.x, c.y, c.x+10, c.y+10), kindText)
		if got := roleOf(&roles, &tick, []*token{&tick}, 5); got != c.want {
			t.Errorf("a tick at %v, %v is of label %d, want %d", c.x, c.y, got, c.want)
		}
	}
	tick, other := tokenOf(boxed("X", 200, 0, 210, 10), kindText), tokenOf(boxed("X", 280, 0, 290, 10), kindText)
	if got := roleOf(&roles, &tick, []*token{&tick, &other}, 5); got != -1 {
		t.Errorf("a tick before another is of label %d", got)
	}
	if got := roleOf(&roles, &other, []*token{&tick, &other}, 5); got != 1 {
		t.Errorf("the other is of label %d", got)
	}
}
