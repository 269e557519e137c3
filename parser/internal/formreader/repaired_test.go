package formreader

import (
	"strings"
	"testing"

	"filingview/parser/ownership"
)

// TestLinkRanges: a price without a readable mark cites the one note whose range holds
// it, and says why; one that two notes may be of cites none.
func TestLinkRanges(t *testing.T) {
	text := header + "Table I - Non-Derivative Securities\n" + headsI +
		"Common Stock, \\$.01par value\t103/05/2012 IVI 14.0001A\t\t\\$ 0.75\t2,163,085\tD\t\t\t\t\t\n" +
		"Common Stock\t03/05/2012\t\tS\t\t4,000\tD\t\\$ 12.50 (S)\t96,000\tD\t\n" +
		"Common Stock\t03/05/2012\t\tS\t\t4,000\tD\t\\$ 15.50 (S)\t92,000\tD\t\n" +
		"Signatures\nBy: /s/ Odile M. Ferrand\t03/07/2012\n**Signature of Reporting Person\tDate\n\nExplanation of Responses:\n" +
		"(1) An average of prices ranging from $12.40 to $12.60.\n(2) An average of prices ranging from $15.10 to $15.80.\n(3) An average of prices ranging from $15.20 to $15.90.\nNote: File three copies of this Form.\n"
	f := readOne(t, text)
	if len(f.TableI) != 3 {
		t.Fatalf("%d lines", len(f.TableI))
	}
	if v := f.TableI[1].Transaction.Price; len(v.Notes) != 1 || v.Notes[0] != "F1" || len(v.Repairs) == 0 {
		t.Errorf("%+v", v)
	}
	if v := f.TableI[2].Transaction.Price; len(v.Notes) != 0 {
		t.Errorf("two notes fit, and %v is cited", v.Notes)
	}
}

// TestPictureIsTold: a cell that was read from the picture keeps what the text layer
// has, and says so; so does one whose mark was.
func TestPictureIsTold(t *testing.T) {
	text := header + "Table I - Non-Derivative Securities\n" + headsI +
		"Common Stock\t03/05/2012\t\tS\t\t4,000\tD\t12.50\t96,000\tD\t\n" +
		"Signatures\nBy: /s/ Odile M. Ferrand\t03/07/2012\n**Signature of Reporting Person\tDate\n\nExplanation of Responses:\n(1) Sold under a plan.\n"
	s, source := page(text)
	source.Format, source.Text = "pdf", ""
	s.Scan = true
	for i := range s.Blocks {
		for _, l := range s.Blocks[i].Lines {
			for k := range l {
				w := &l[k]
				w.At = ownership.Span{Page: 1, Box: ownership.Box{X0: float32(i * 10), X1: float32(i*10 + 9), Y0: float32(k * 10), Y1: float32(k*10 + 9)}}
				w.Box = w.At.Box
				if w.Text == "4,000" {
					w.Again, w.Said = true, "4 O0O"
				}
			}
			if len(l) == 1 && l[0].Text == "S" {
				m := l[0]
				m.Text, m.Raised, m.Glued, m.Again, m.Said = "(1)", true, true, true, "sO"
				l[0].Again, l[0].Said = true, "sO"
				s.Blocks[i].Lines[0] = append(l[:1:1], m)
			}
		}
	}
	list, err := Read(s, source, nil)
	if err != nil {
		t.Fatal(err)
	}
	trade := list[0].TableI[0].Transaction
	for _, c := range []struct {
		name  string
		v     *ownership.Reading
		value string
		raw   string
	}{{"amount", &trade.Shares.Reading, trade.Shares.V.String(), "4 O0O"}, {"code", &trade.Code.Reading, trade.Code.V, "sO"}} {
		told := false
		for _, r := range c.v.Repairs {
			told = told || strings.Contains(r.Reason, "“"+c.raw+"”") && strings.Contains(r.Reason, "picture") && len(r.Evidence) > 0
		}
		if c.v.Raw != c.raw || c.v.How == ownership.Placed || !told {
			t.Errorf("%s: %s, raw %q, %s, %+v", c.name, c.value, c.v.Raw, c.v.How, c.v.Repairs)
		}
	}
	if strings.Join(trade.Code.Notes, " ") != "F1" || trade.Shares.V.String() != "4000" {
		t.Errorf("code cites %v, amount %s", trade.Code.Notes, trade.Shares.V)
	}
}
