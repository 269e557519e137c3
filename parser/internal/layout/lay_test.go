package layout

import (
	"math/rand"
	"strings"
	"testing"
	"time"

	"filingview/parser/internal/sheet"
	"filingview/parser/ownership"
)

// Every word of a form is in one block, once.
func TestNoWordIsLost(t *testing.T) {
	picture := form4Heads + `
 Class A Common Stock,                                                                   $                                            By
 par value $0.01          03/04/2024                          S(1)           1,250  D    12.5    48,000 (3)               I           Marlow
                                                                                         (2)                                          Trust (4)
Reminder: Report on a separate line for each class of securities beneficially owned directly or indirectly.
 a stray line     of words   here
~~~
Explanation of Responses:
(1) First.
    The second note goes on
(2) over three lines of
    the page.
Remarks:
None.
`
	for _, print := range []bool{false, true} {
		pages := pictureOf(picture, print)
		seen := map[ownership.Box]int{}
		for _, b := range Lay(pages, false) {
			for _, l := range b.Lines {
				for _, w := range l {
					seen[w.Box]++
				}
			}
		}
		all := map[ownership.Box]int{}
		for _, p := range pages {
			for _, w := range p.Words {
				all[w.Box]++
			}
		}
		for box, n := range all {
			if seen[box] != n {
				t.Errorf("print %t: the word at %v is given %d times, want %d", print, box, seen[box], n)
			}
		}
	}
}

// Words without sense, places that are none, rules anywhere: nothing panics, and no
// word is given more often than it is there.
func TestLayOdd(t *testing.T) {
	r := rand.New(rand.NewSource(4))
	vocabulary := strings.Fields(form4Heads + " Table II - Derivative 1. Title of Derivative Security Reporting Owners Director 10% Owner Officer Other Signatures " +
		"** Signature of Reporting Person Date Explanation of Responses: (1) (2) Remarks: FORM 3 5 12/31/2023 1,000 $ D I A (99) ~ é 10,000|A l.Title Titleof | [ ]")
	for range 60 {
		var pages []sheet.Page
		total := 0
		for n := range 1 + r.Intn(4) {
			p := sheet.Page{Number: int32(n + 1)}
			y := 0
			for range r.Intn(120) {
				x := float32(r.Intn(60)) * 10
				if r.Intn(3) == 0 {
					y += r.Intn(3)
				}
				w := sheet.Word{Text: vocabulary[r.Intn(len(vocabulary))], Box: ownership.Box{X0: x, Y0: float32(y) * 9, X1: x + float32(r.Intn(50)), Y1: float32(y)*9 + float32(r.Intn(11))}}
				if r.Intn(200) == 0 {
					w.Box = ownership.Box{X0: float32(nan()), X1: 1e30, Y1: -5}
				}
				p.Words = append(p.Words, w)
			}
			for range r.Intn(20) {
				x, y := float32(r.Intn(600)), float32(r.Intn(800))
				p.Rules = append(p.Rules, sheet.Rule{X0: x, Y0: y, X1: x + float32(r.Intn(2)*r.Intn(500)), Y1: y + float32(r.Intn(2)*r.Intn(500))})
			}
			total += len(p.Words)
			pages = append(pages, p)
		}
		for _, scan := range []bool{false, true} {
			given := 0
			for _, b := range Lay(pages, scan) {
				for _, l := range b.Lines {
					if len(l) == 0 {
						t.Fatal("a line without words")
					}
					given += len(l)
				}
			}
			if !scan && given > total {
				t.Fatalf("%d words are given of %d", given, total)
			}
		}
	}
}

func nan() float64 {
	zero := 0.0
	return zero / zero
}

// What is over a bound is left out, and a table of many pages is laid out in time.
func TestLayBounds(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	row := " Common Stock             03/04/2024                          S(1)           1,250  D    12.5    48,000 (3)               I           By Trust\n"
	page := pictureOf(form4Heads+strings.Repeat(row, 12), true)[0]
	var pages []sheet.Page
	for i := range 2 * maxPages {
		page.Number = int32(i + 1)
		pages = append(pages, page)
	}
	begin := time.Now()
	blocks := Lay(pages, false)
	took := time.Since(begin)
	rows := 0
	for i := range blocks {
		if b := &blocks[i]; b.Table > 0 && !b.Head && b.Col == 0 {
			rows++
		}
	}
	if rows != 12*maxPages {
		t.Errorf("%d rows, want %d", rows, 12*maxPages)
	}
	if took > 20*time.Second {
		t.Errorf("%d pages take %v", maxPages, took)
	}
}
