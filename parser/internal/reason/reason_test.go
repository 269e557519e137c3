package reason

import (
	"strings"
	"testing"

	"filingview/parser/ownership"
)

// TestReasons: each reason has a cause and a sentence of its own, in which it names
// all that it is given.
func TestReasons(t *testing.T) {
	seen := map[string]Reason{}
	for r := AsItStands + 1; r < count; r++ {
		w := r.Of("«one»", "«two»")
		if r.Cause() == ownership.CauseUnknown || w.cause != r.Cause() || strings.Contains(w.sentence, "%") {
			t.Errorf("reason %d: %s, %q", r, r.Cause(), w.sentence)
		}
		if other, ok := seen[w.sentence]; ok || w.sentence == "" || strings.HasSuffix(w.sentence, ".") {
			t.Errorf("reason %d: %q, as reason %d has it", r, w.sentence, other)
		}
		seen[w.sentence] = r
		n := strings.Count(reasons[r].sentence, "%s")
		if strings.Contains(w.sentence, "«one»") != (n > 0) || strings.Contains(w.sentence, "«two»") != (n > 1) {
			t.Errorf("reason %d names the wrong things: %q", r, w.sentence)
		}
	}
	if AsItStands.Cause() != ownership.CauseUnknown || AsItStands.Of().sentence != "" {
		t.Error("a cell that is read as it stands has a reason")
	}
}

// TestNames: what a document says is not taken for a place to fill.
func TestNames(t *testing.T) {
	if got := WordInTwo.Of("%s", "b").sentence; got != "“%s b” is one word that was read as two" {
		t.Errorf("%q", got)
	}
}

func TestGrounds(t *testing.T) {
	w := RuledLineBefore.And(AgreesWithSeveral)
	if w.cause != ownership.CauseRuledLine || w.sentence != "a ruled line before it was read as a digit; so read it agrees with other cells" {
		t.Errorf("%+v", w)
	}
}

func TestRepair(t *testing.T) {
	v := ownership.Value[string]{Reading: ownership.Reading{State: ownership.Malformed, Raw: "IVI", How: ownership.Placed}}
	Repair(&v, "M", ownership.Likely, StrokesApart.Of(), "tableI[0].transaction.shares")
	if v.V != "M" || v.State != ownership.Known || v.How != ownership.Repaired || v.Raw != "IVI" || len(v.Repairs) != 1 {
		t.Fatalf("%+v", v)
	}
	if r := v.Repairs[0]; r.Cause != ownership.CauseLookalike || r.Reason == "" || r.Confidence != ownership.Likely || strings.Join(r.Evidence, " ") != "tableI[0].transaction.shares" {
		t.Errorf("%+v", r)
	}
}

// TestHow: a doubt takes nothing from a repair, and a link nothing from a guess.
func TestHow(t *testing.T) {
	for _, c := range []struct{ was, doubted, linked ownership.How }{
		{ownership.Placed, ownership.Guessed, ownership.Repaired},
		{ownership.Labeled, ownership.Guessed, ownership.Repaired},
		{ownership.Repaired, ownership.Repaired, ownership.Repaired},
		{ownership.Guessed, ownership.Guessed, ownership.Guessed},
	} {
		a, b := ownership.Reading{How: c.was}, ownership.Reading{How: c.was}
		Doubt(&a, OneReading.Of())
		Link(&b, MarkByRange.Of("1", "2"), "note F1")
		if a.How != c.doubted || a.Repairs[0].Confidence != ownership.Possible {
			t.Errorf("%s: doubt makes it %+v", c.was, a)
		}
		if b.How != c.linked || b.Repairs[0].Confidence != ownership.Likely || len(b.Repairs[0].Evidence) != 1 {
			t.Errorf("%s: link makes it %+v", c.was, b)
		}
	}
}
