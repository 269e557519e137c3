package html

import (
	"strings"
	"testing"
	"time"

	"filingview/parser/internal/plaintext"
	"filingview/parser/internal/sheettest"
)

// TestHTMLBlocks: what of a page becomes which block.
func TestHTMLBlocks(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{"a table", `<table><tr><th>A<td colspan=2 rowspan="3">b c</table>`, "1:0.0! A; 1:0.1(3x2) b c"},
		{"empty cells count", `<table><tr><td></td><td> &nbsp; </td><td>x</td></tr></table>`, "1:0.0; 1:0.1; 1:0.2 x"},
		{"ends left out", `<table><thead><tr><th>h<tbody><tr><td>1<td>2<tr><td>3</table>after`, "1:0.0! h; 1:1.0 1; 1:1.1 2; 1:2.0 3; after"},
		{"a row left out", `<table><td>1</td><td>2</td></table>`, "1:0.0 1; 1:0.1 2"},
		{"upper case", `<TABLE><TR><TD>x<BR>y</TD></TR></TABLE>`, "1:0.0 x | y"},
		{"a table in a cell", `<table><tr><td>a<table><tr><td>b</td></tr></table>c<table><td>d</table></td><td>e</td></tr></table>`,
			"1:0.0 a; 2:0.0 b; 1:0.0' c; 3:0.0 d; 1:0.1 e"},
		{"nothing but a table in a cell", `<table><tr><td><table><td>b</table></td><td>e</td></tr></table>`, "1:0.0; 2:0.0 b; 1:0.1 e"},
		{"the end of a cell that is not the innermost", `<table><tr><td><table><tr></td><td>b</td></tr></table>c</td></tr></table>`, "1:0.0; 2:0.0 b; 1:0.0' c"},
		{"text in a row", `<table><tr>stray<td>a</td></tr></table>`, "stray; 1:0.0 a"},
		{"text in a row of an inner table", `<table><td>a<table><tr>stray<td>b</table></table>`, "1:0.0 a; 1:0.0' stray; 2:0.0 b"},
		{"tags between rows", `<table><center><tr><br><td>a</td></tr></center></table>`, "1:0.0 a"},
		{"paragraphs", `one<p>two<div>three</div>four<br>five<h2>six</h2>seven`, "one; two; three; four | five; six; seven"},
		{"lines of a cell", `<table><td>a<p>b</p>c<div>d</div><br><br>e</table>`, "1:0.0 a | b | c | d | e"},
		{"a mark", `<td>outside<table><td>S<a href="#F2"><sup>(2)</sup></a> <sup>(3)</sup></table>`, "outside; 1:0.0 S+^(2) ^(3)"},
		{"a mark by its style", `<table><td>S<span style="font-size: 8pt; vertical-align: super">(2)</span>x</table>`, "1:0.0 S+^(2)+x"},
		{"a mark that never ends", `<table><td>S<sup>(2)<td>x</table>`, "1:0.0 S+^(2); 1:0.1 x"},
		{"glued over tags", `<b>Com</b>mon <i>Stock</i>, par`, "Com+mon Stock+, par"},
		{"references", `A&amp;B &lt;x&gt; &#8220;q&#x94; R&D &copy; &bogus; a&nbsp;b &#160;c d&shy;e`, "A&B <x> “q” R&D © &bogus; a b c de"},
		{"a box to tick", `<input type="checkbox"> no <input type=CHECKBOX checked="checked" disabled/> yes<input type=hidden value=secret>`, "☐ no ☒ yes"},
		{"pictures of boxes", `<img src="/images/checked.gif"> a <img alt="unchecked"> b <img src="logo.gif" alt="Acme Corp">`, "☒ a ☐ b Acme Corp"},
		{"a field", `<input type="text" value="Quill Hester"> <input value="x">`, "Quill Hester x"},
		{"what is not shown", `<head><title>T &amp; t</title><style>td {}</style><script>"<td>9</td>"</script></head><!-- <td>8 --><template><td>7</td></template><noscript>6</noscript>shown`, "T & t; shown"},
		{"hidden by its style", `a<div style="DISPLAY: none"><div>x</div>y<table><td>z</table></div>b`, "a; b"},
		{"hidden without an end", `a<span style="display:none">b<p>c`, "a+b; c"},
		{"hidden in a cell without an end", `<table><td>a<div hidden>x</table>b`, "1:0.0 a; b"},
		{"preformatted", "<pre>a  b\nc</pre>d", "a b | c; d"},
		{"XHTML", "<table><tr><td>a<br />b</td><td /></tr></table><![CDATA[x <y>]]>", "1:0.0 a | b; 1:0.1; x <y>"},
		{"less than", "a < b <3 c", "a < b <3 c"},
		{"a tag that never ends", "a<td b", "a"},
		{"spans that are none", `<table><td colspan="0" rowspan="-1">a<td colspan="99999999999">b</table>`, "1:0.0 a; 1:0.1(1x1000) b"},
		{"a table that never ends", `<table><tr><td>a<table><td>b`, "1:0.0 a; 2:0.0 b"},
		{"an end without a table", `a</td></tr></table>b`, "a; b"},
		{"NUL", "a\x00b", "a\x00b"},
	} {
		s, _, over := Read(c.page, 0, len(c.page))
		if over {
			t.Errorf("%s: over a bound", c.name)
		}
		if have := strings.Join(sheettest.Written(s), "; "); have != c.want {
			t.Errorf("%s: %s\nhave %s\nwant %s", c.name, c.page, have, c.want)
		}
		if err := sheettest.InPlace(s, c.page, true); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// patience is far above what any of the cases takes; only work that grows with
// the square of the size reaches it.
const patience = 20 * time.Second

// TestPagesAreBounded: what is made to cost much is refused, or read in a time that
// grows with its size.
func TestPagesAreBounded(t *testing.T) {
	for _, c := range []struct {
		name, piece string
		n           int
		over        bool
	}{
		{"tables in tables", "<table><td>", 200_000, true},
		{"many words", "a ", plaintext.MaxWords + 10, true},
		{"many cells", "<td>", 200_000, false},
		{"elements without ends", "<sup><span>", 100_000, false},
		{"hidden elements without ends", "<div hidden>", 100_000, false},
		{"hidden elements of two kinds", "<select><div hidden><template>", 50_000, false},
		{"ends without elements", "</sup></table></td>", 100_000, false},
		{"references", "&amp;", 300_000, false},
		{"broken references", "&", 300_000, false},
		{"broken tags", "<a ", 200_000, false},
		{"broken comments", "<!--", 200_000, false},
		{"attributes", "<td " + strings.Repeat("a=b ", 2000) + ">", 200, false},
	} {
		start := time.Now()
		page := "<table>" + strings.Repeat(c.piece, c.n)
		s, _, over := Read(page, 0, len(page))
		if over != c.over {
			t.Errorf("%s: over a bound is %v with %d blocks", c.name, over, len(s.Blocks))
		}
		if took := time.Since(start); took > patience {
			t.Errorf("%s: %d bytes took %v", c.name, len(page), took)
		}
	}
}
