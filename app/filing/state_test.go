package filing

import (
	"testing"

	"filingview/app/wire"
	"filingview/parser/ownership"
)

// TestComing: a filing is shown two turns after it has arrived, another one stays until
// then, and what comes too late is ignored.
func TestComing(t *testing.T) {
	var s State
	a, b := wire.Ref{File: 1}, wire.Ref{File: 2}
	turn := func(wantMoved, wantShown bool) {
		t.Helper()
		if moved, shown := s.Advance(); moved != wantMoved || shown != wantShown {
			t.Errorf("a turn moved %v and showed %v", moved, shown)
		}
	}
	s.Ask(a)
	if turn(false, false); !s.Pending() || s.Shown() {
		t.Error("a filing that is asked for is pending")
	}
	if !s.Answer(a, new(ownership.Filing)) || s.Shown() {
		t.Error("the filing that was asked for is wanted, and not shown yet")
	}
	turn(true, false)
	if turn(true, true); s.Pending() || !s.Shows(a) {
		t.Error("after two turns the filing is shown")
	}
	turn(false, false)

	s.Ask(b)
	if s.Answer(a, new(ownership.Filing)) || s.Refuse(a, "There is no a.") || s.Refusal() != "" || !s.Shows(a) {
		t.Error("what is not wanted any more changes nothing")
	}
	if !s.Refuse(b, "There is no b.") || s.Refusal() == "" || s.Pending() || s.Shown() {
		t.Error("a refusal stands in place of the filing")
	}
	s.Ask(a)
	if s.Refusal() == "" {
		t.Error("the refusal stands until a filing is shown")
	}
	s.Answer(a, new(ownership.Filing))
	turn(true, false)
	if turn(true, true); s.Refusal() != "" {
		t.Error("the refusal goes when a filing is shown")
	}
	s.Ask(b)
	if !s.Refuse(b, "") || s.Refusal() != "" || s.Pending() || s.Shown() {
		t.Error("while files are read, there is no filing and no sentence")
	}
	s.Ask(b)
	s.Close()
	if s.Answer(b, new(ownership.Filing)) || s.Pending() {
		t.Error("what is closed is not wanted")
	}
}

// TestTold: what the ledger says of a filing waits for the filing.
func TestTold(t *testing.T) {
	var s State
	a, b := wire.Ref{File: 1}, wire.Ref{File: 2}
	s.Ask(a)
	if s.Tell(a, nil, "Of a.") || s.Tell(b, nil, "Of b.") {
		t.Error("there is no filing to draw again")
	}
	s.Answer(a, new(ownership.Filing))
	s.Advance()
	s.Advance()
	if s.view.ledger.failure != "Of a." || s.look.version != 1 {
		t.Errorf("the filing says %q", s.view.ledger.failure)
	}
	s.Ask(b)
	s.Tell(b, nil, "Of b.")
	if !s.Tell(a, nil, "Of a, once more.") || s.view.ledger.failure != "Of a, once more." {
		t.Error("what is shown is told at once")
	}
	s.Answer(b, new(ownership.Filing))
	s.Advance()
	s.Advance()
	if s.view.ledger.failure != "Of b." {
		t.Errorf("the next filing says %q", s.view.ledger.failure)
	}
}
