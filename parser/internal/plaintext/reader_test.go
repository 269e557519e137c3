package plaintext

import (
	"strings"
	"testing"
	"time"

	"filingview/parser/internal/sheettest"
	"filingview/parser/internal/wording"
)

// TestTextBlocks: what of a text becomes which block. Pages are written word by word
// with column and line.
func TestTextBlocks(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"tabs", "one\ntwo\n\na\t\tb c\t\n\t\t\n(1)\td\t\te\nx\ty\tz\n", "one | two; 1:0.0 a; 1:0.1; 1:0.2 b c; 1:0.3; 1:2.0 (1); 1:2.1 d; 1:2.2; 1:2.3 e; 1:3.0 x; 1:3.1 y; 1:3.2 z"},
		{"a line ends the run", "a\tb\tc\n\nd\te\tf\ng\nh\ti\tj\n", "1:0.0 a; 1:0.1 b; 1:0.2 c; 2:0.0 d; 2:0.1 e; 2:0.2 f; g; 3:0.0 h; 3:0.1 i; 3:0.2 j"},
		{"Markdown", "# FORM 4\ntext\n\n| A | B |\n|---|:-:|\n| x<br>y |  |\n| S<sup>(2)</sup> | a \\| b |\n",
			"FORM 4; text; 1:0.0! A; 1:0.1! B; 1:1.0 x | y; 1:1.1; 1:2.0 S+^(2); 1:2.1 a \\| b"},
		{"bars", "T\n1.A   |2.B |3.C|\n------------------\nabcdef|x   |y  |\nghi   |    |   |\n------------------\nk     |    |z  |\n",
			"T; 1:0.0! 1.A; 1:0.1! 2.B; 1:0.2! 3.C; 1:1.0 abcdef |+ghi; 1:1.1 x; 1:1.2 y; 1:2.0 k; 1:2.1; 1:2.2 z"},
		{"bars, words wrapped whole", "1.A   |2.B |3.C|\n------------------\nabc   |x   |y  |\ndefghi|    |   |\njkl   |    |   |\n",
			"1:0.0! 1.A; 1:0.1! 2.B; 1:0.2! 3.C; 1:1.0 abc | defghi | jkl; 1:1.1 x; 1:1.2 y"},
		{"bars, rows without a rule", "1.A   |2.B  |3.C|\n-------------------\nabc   |1,000|D  |\ndef   |2,000|I  |\n",
			"1:0.0! 1.A; 1:0.1! 2.B; 1:0.2! 3.C; 1:1.0 abc; 1:1.1 1,000; 1:1.2 D; 1:2.0 def; 1:2.1 2,000; 1:2.2 I"},
		{"columns", "<TABLE>\n<CAPTION>\nTable I\n1. Title      2. Amount  3. Form\n<S>           <C>        <C>\nCommon Stock     1,000   D\n  of Acme\nPreferred        2,000   I\n</TABLE>\nend\n",
			"Table I; 1:0.0! 1. Title; 1:0.1! 2. Amount; 1:0.2! 3. Form; 1:1.0 Common Stock | of Acme; 1:1.1 1,000; 1:1.2 D; 1:2.0 Preferred; 1:2.1 2,000; 1:2.2 I; end"},
		{"a note's mark", "<TABLE>\n<S>    <C>         <C>\nCommon 1,000 <F1>  D\n</TABLE>\n", "1:0.0 Common; 1:0.1 1,000 ^1; 1:0.2 D"},
		{"pages", "a  bc\n\t d\r\n\fé e\r f", "page 1: a@0,0 bc@3,0 d@9,1; page 2: é@0,0 e@2,0 f@1,1"},
	} {
		s, _, over := Read(c.text, 0, len(c.text))
		have := sheettest.Written(s)
		for _, p := range s.Pages {
			var w strings.Builder
			for _, x := range p.Words {
				w.WriteString(" " + x.Text + "@" + wording.Number(int(x.Box.X0)) + "," + wording.Number(int(x.Box.Y0)))
			}
			have = append(have, "page "+wording.Number(int(p.Number))+":"+w.String())
		}
		if have := strings.Join(have, "; "); have != c.want || over {
			t.Errorf("%s:\nhave %s\nwant %s", c.name, have, c.want)
		}
		if strings.Contains(c.text, "<F1>") {
			continue // its word is a part of what stands there
		}
		if err := sheettest.InPlace(s, c.text, false); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// limit is far above what any of the cases takes; only work that grows with
// the square of the size reaches it.
const limit = 20 * time.Second

// TestTextsAreBounded: what is made to cost much is refused, or read in a time that
// grows with its size.
func TestTextsAreBounded(t *testing.T) {
	for _, c := range []struct {
		name, head, piece string
		n                 int
		over              bool
	}{
		{"many words", "", "a ", MaxWords + 10, true},
		{"many lines", "", "\n", maxLines + 10, true},
		{"many fields", "", "\t", MaxBlocks + 10, false},
		{"many fields in rows", "", strings.Repeat("a\t", 30) + "\n", MaxBlocks/30 + 10, true},
		{"many bars", "", "|", 100_000, false},
		{"many rows of bars", "", "a|b|c|d|\n", 20_000, false},
		{"one band of bars", "1.A|2.B|3.C|\n-----\n", "a  |b  |c  |\n", 20_000, false},
		{"bars that wander", "", "a|b|c|d|\n a|b|c|d|\n  a |b |c |\n", 10_000, false},
		{"many columns", "<S> <C>", " <C>", 20_000, false},
		{"many tables", "", "<TABLE>\n<S> <C>\na b\n", 10_000, false},
		{"many titles", strings.Repeat("-", 70) + "\n", "Table I - Non-Derivative Securities\n", 20_000, false},
		{"many rules", "Table I - Non-Derivative Securities\n1. a  2. b  3. c\n", strings.Repeat("-", 70) + "\n", 20_000, false},
		{"many dashes", "Table I - Non-Derivative Securities\n", "--- ", 100_000, false},
		{"many form feeds", "", "\f", 200_000, false},
		{"many headings", "|a|b|\n|-|-|\n", "|-|-|\n", 50_000, false},
	} {
		start := time.Now()
		text := c.head + strings.Repeat(c.piece, c.n)
		_, _, over := Read(text, 0, len(text))
		if over != c.over {
			t.Errorf("%s: over a bound is %v", c.name, over)
		}
		if took := time.Since(start); took > limit {
			t.Errorf("%s: %d bytes took %v", c.name, len(text), took)
		}
	}
}
