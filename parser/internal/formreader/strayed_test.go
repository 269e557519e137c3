package formreader

import (
	"strings"
	"testing"

	"filingview/parser/internal/form"
	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// TestStrayed: what stands one column off goes back to the empty column that can hold it,
// and what is in its place, or may be, stays.
func TestStrayed(t *testing.T) {
	columns := []form.Column{form.ColTitle, form.ColDate, form.ColDeemed, form.ColCode, form.ColV, form.ColAcquired, form.ColDisposed, form.ColExercisable,
		form.ColExpiration, form.ColUnderlyingTitle, form.ColFollowing}
	for _, c := range []struct{ line, want string }{
		// A date in the column of deemed dates.
		{"Option||5/6/24|M|||40|||Common Stock|9", "Option|5/6/24||M|||40|||Common Stock|9"},
		{"Option|5/6/24|5/7/24|M|||40|||Common Stock|9", "Option|5/6/24|5/7/24|M|||40|||Common Stock|9"},
		{"Option||none|M|||40|||Common Stock|9", "Option||none|M|||40|||Common Stock|9"},
		// A code in the column of V.
		{"Option|5/6/24|||M||40|||Common Stock|9", "Option|5/6/24||M|||40|||Common Stock|9"},
		{"Option|5/6/24|||V||40|||Common Stock|9", "Option|5/6/24|||V||40|||Common Stock|9"},
		{"Option|5/6/24||M|V||40|||Common Stock|9", "Option|5/6/24||M|V||40|||Common Stock|9"},
		// A mark before a title.
		{"Option|5/6/24||M|||40||(1)|(1) Common Stock|9", "Option|5/6/24||M|||40|[F1]|[F1]|Common Stock|9"},
		{"Option|5/6/24||M|||40|5/6/24||(1) Common Stock|9", "Option|5/6/24||M|||40|5/6/24|[F1]|Common Stock|9"},
		{"Option|5/6/24||M|||40|5/6/24|5/6/34|(1) Common Stock|9", "Option|5/6/24||M|||40|5/6/24|5/6/34|(1) Common Stock|9"},
		{"Option|5/6/24||M|||40|||Common Stock (1)|9", "Option|5/6/24||M|||40|||Common Stock[F1]|9"},
		// An amount among the dates.
		{"Option|5/6/24||M||||21,350||Common Stock|9", "Option|5/6/24||M|||21,350|||Common Stock|9"},
		{"Option|5/6/24||A||||21,350||Common Stock|9", "Option|5/6/24||A||21,350||||Common Stock|9"},
		{"Option|5/6/24||J||||21,350||Common Stock|0", "Option|5/6/24||J|||21,350|||Common Stock|0"},
		{"Option|5/6/24||J||||21,350||Common Stock|9", "Option|5/6/24||J||21,350|21,350|||Common Stock|9"}, // which, nothing says
		{"Option|5/6/24||M|||40|21,350||Common Stock|9", "Option|5/6/24||M|||40|21,350||Common Stock|9"},
		// An amount on the side that the code rules out.
		{"Note|5/6/24||A|||40|||Common Stock|40", "Note|5/6/24||A||40||||Common Stock|40"},
		{"Note|5/6/24||S||40||||Common Stock|0", "Note|5/6/24||S|||40|||Common Stock|0"},
		{"Note|5/6/24||C||40||||Common Stock|40", "Note|5/6/24||C||40||||Common Stock|40"},
		{"Note|5/6/24||J||40||||Common Stock|0", "Note|5/6/24||J||40||||Common Stock|0"},
	} {
		for _, given := range []bool{false, true} {
			s := &sheet.Sheet{}
			if given {
				s.Blocks = []sheet.Block{{}}
			}
			r := &tableReader{document: &document{f: &ownership.Filing{}, sheet: s}}
			line := cellLine(c.line)
			for i := range line {
				ids, size := markAt(line[i].Words, len(line[i].Words)-1)
				if size > 0 {
					line[i].Notes, line[i].Words = ids, line[i].Words[:len(line[i].Words)-size]
				}
			}
			before := cellsShown(line)
			r.strayed(columns, line)
			want := c.want
			if given {
				want = before
			}
			if got := strings.NewReplacer(">", "", "=", "").Replace(cellsShown(line)); got != want {
				t.Errorf("%q, given %t: %q, want %q", c.line, given, got, want)
			}
		}
	}
}
