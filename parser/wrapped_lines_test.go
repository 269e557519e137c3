package parser_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"filingview/parser/ownership"
)

// TestHardWrapped: XML whose lines a gateway has cut at any width is the same filing, and
// one finding says so, or it is as damaged as it says; it has never other values without a
// word.
func TestHardWrapped(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 14))
	joined := 0
	for _, s := range cases(t, "xml") {
		want := open(t, s.name, s.data)
		if len(want) != 1 || want[0].err != nil || slices.Contains(s.data, 0) || strings.Contains(string(s.data), "\r") {
			continue
		}
		for _, width := range []int{60, 64, 72, 76, 78, 80, 132, 60 + random.IntN(90)} {
			ends := "\n"
			if width%3 == 0 {
				ends = "\r\n"
			}
			// What the gateway got was one long line.
			one := strings.Join(strings.FieldsFunc(string(s.data), func(r rune) bool { return r == '\n' }), " ")
			data := cutLines(one, width, ends)
			have := open(t, s.name, []byte(data))
			if len(have) != 1 {
				t.Errorf("%s at %d: %d results", s.name, width, len(have))
				continue
			}
			if have[0].err != nil {
				continue // refused in a sentence
			}
			mended := slices.ContainsFunc(have[0].filing.Findings, func(f ownership.Finding) bool {
				return f.Rule == ownership.RuleXMLDamaged && strings.Contains(f.Message, "gateway")
			})
			if mended {
				joined++
			}
			if values := valuesOf(have[0].filing); !slices.Equal(values, valuesOf(open(t, s.name, []byte(one))[0].filing)) && len(have[0].filing.Findings) == len(want[0].filing.Findings) {
				t.Errorf("%s at %d: other values, and nothing is said", s.name, width)
			}
		}
	}
	if joined < 300 {
		t.Errorf("the lines of only %d files were joined", joined)
	}
}

// cutLines cuts text into lines of a width.
func cutLines(text string, width int, ends string) string {
	var b strings.Builder
	for len(text) > width {
		b.WriteString(text[:width] + ends)
		text = text[width:]
	}
	return b.String() + text
}

// valuesOf writes the cells of a filing down, without their places, and with one blank for
// white space of any kind.
func valuesOf(f *ownership.Filing) []string {
	var all []string
	for c := range f.Cells() {
		all = append(all, c.Path+" "+c.State.String()+" "+strings.Join(strings.Fields(c.Text()), " "))
	}
	return all
}
