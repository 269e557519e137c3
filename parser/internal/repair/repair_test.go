package repair

import (
	"fmt"
	"strings"
	"testing"

	"filingview/parser/internal/printed"
	"filingview/parser/internal/reason"
	"filingview/parser/ownership"
)

// TestFindRepairs: each rule has one finding that names its cells once; a rule that no
// cell was repaired by has none.
func TestFindRepairs(t *testing.T) {
	for _, c := range []struct {
		name  string
		doc   func(r *repairer)
		wants []string
	}{
		{"nothing", func(*repairer) {}, nil},
		{"another cause", func(r *repairer) {
			v := &r.lines[0].Row.SecurityTitle
			reason.Repair(v, v.V, ownership.Likely, reason.LoneSpeck.Of())
		}, nil},
		{"ruled lines", func(r *repairer) {
			for i := range 2 {
				v := &r.lines[i].Row.Transaction.Shares
				reason.Repair(v, v.V, ownership.Likely, reason.RuledLineBeside.Of())
			}
			v := &r.lines[0].Row.Transaction.Shares
			reason.Repair(v, v.V, ownership.Likely, reason.RuledLineBefore.Of())
		}, []string{fmt.Sprint(ownership.RuleOCRRuleDigit, " tableI[0].transaction.shares tableI[1].transaction.shares")}},
		{"another script", func(r *repairer) {
			v := &r.lines[1].Row.SecurityTitle
			reason.Repair(v, v.V, ownership.Likely, reason.OtherScript.Of())
		}, []string{fmt.Sprint(ownership.RuleHomoglyphFolded, " tableI[1].securityTitle")}},
		{"lines read twice", func(r *repairer) {
			r.ReadTwice = 1
			r.lines[1].Cells = []printed.Cell{{Twice: true}}
			r.lines[0].Cells = []printed.Cell{{}}
		}, []string{fmt.Sprint(ownership.RuleOCRGhostRow, " tableI[1].securityTitle")}},
	} {
		lines := linesFor(t, entry{title: "Common Stock", shares: "10"}, entry{title: "Common Stock", shares: "20"})
		r := repairerOf(lines)
		for i := range lines {
			r.f.TableI = append(r.f.TableI, *lines[i].Row)
		}
		for i := range lines {
			lines[i].Row = &r.f.TableI[i]
		}
		c.doc(r)
		r.findRepairs()
		var got []string
		for _, x := range r.f.Findings {
			got = append(got, strings.TrimSpace(fmt.Sprint(x.Rule, " ", strings.Join(x.Paths, " "))))
		}
		if strings.Join(got, "; ") != strings.Join(c.wants, "; ") {
			t.Errorf("%s: %q, want %q", c.name, got, c.wants)
		}
	}
}

// TestDoubt: a value that nothing confirms rests on one reading; one that is sure,
// repaired or guessed is not doubted again, nor one that the document does not print.
func TestDoubt(t *testing.T) {
	for _, c := range []struct {
		name  string
		set   func(v *ownership.Reading, r *repairer)
		doubt bool
	}{
		{"alone", func(*ownership.Reading, *repairer) {}, true},
		{"sure", func(v *ownership.Reading, r *repairer) { r.sure[v] = true }, false},
		{"repaired", func(v *ownership.Reading, _ *repairer) { v.How = ownership.Repaired }, false},
		{"guessed", func(v *ownership.Reading, _ *repairer) { v.How = ownership.Guessed }, false},
		{"blank", func(v *ownership.Reading, _ *repairer) { v.State = ownership.Blank }, false},
		{"not printed", func(v *ownership.Reading, _ *repairer) { v.Raw = "" }, false},
	} {
		r := repairerOf(nil)
		r.f.Issuer.Name = knownAs("Quillmark")
		v := &r.f.Issuer.Name.Reading
		c.set(v, r)
		if r.doubt(nil); (len(v.Repairs) == 1) != c.doubt {
			t.Errorf("%s: %+v", c.name, v)
		}
	}
}
