package request

import "testing"

// TestTransitions goes from each state by each event. The key of the question that is
// put before is 1.
func TestTransitions(t *testing.T) {
	states := [...]State{Idle, Asked, Outdated, Arrived, Shown, Refused}
	for _, c := range []struct {
		event string
		do    func(*Request[int]) bool // what it reports, if anything
		to    [len(states)]State       // from each of the states
		true  []State                  // from which it reports true
	}{
		{"ask", func(r *Request[int]) bool { r.Ask(2); return r.Key() == 2 },
			[...]State{Asked, Asked, Asked, Asked, Asked, Asked}, states[:]},
		{"refresh", func(r *Request[int]) bool { return r.Refresh(2) },
			[...]State{Asked, Outdated, Outdated, Asked, Asked, Asked}, []State{Idle, Arrived, Shown, Refused}},
		{"answer", func(r *Request[int]) bool { wanted, _ := r.Answer(1); return wanted },
			[...]State{Idle, Arrived, Arrived, Arrived, Shown, Refused}, []State{Asked, Outdated}},
		{"answer, and again", func(r *Request[int]) bool { _, again := r.Answer(1); return again },
			[...]State{Idle, Arrived, Arrived, Arrived, Shown, Refused}, []State{Outdated}},
		{"late answer", func(r *Request[int]) bool { wanted, again := r.Answer(9); return wanted || again },
			[...]State{Idle, Asked, Outdated, Arrived, Shown, Refused}, nil},
		{"refuse", func(r *Request[int]) bool { wanted, _ := r.Refuse(1, "No."); return wanted },
			[...]State{Idle, Refused, Refused, Arrived, Shown, Refused}, []State{Asked, Outdated}},
		{"refuse, and again", func(r *Request[int]) bool { _, again := r.Refuse(1, "No."); return again },
			[...]State{Idle, Refused, Refused, Arrived, Shown, Refused}, []State{Outdated}},
		{"late refusal", func(r *Request[int]) bool { wanted, again := r.Refuse(9, "No."); return wanted || again },
			[...]State{Idle, Asked, Outdated, Arrived, Shown, Refused}, nil},
		{"show", func(r *Request[int]) bool { r.Show(); return false },
			[...]State{Idle, Asked, Outdated, Shown, Shown, Refused}, nil},
		{"drop", func(r *Request[int]) bool { r.Drop(); return r.Key() == 0 },
			[...]State{Idle, Idle, Idle, Idle, Idle, Idle}, states[:]},
		{"waits", func(r *Request[int]) bool { return r.Waits() },
			states, []State{Asked, Outdated}},
		{"pending", func(r *Request[int]) bool { return r.Pending() },
			states, []State{Asked, Outdated, Arrived}},
	} {
		for i, from := range states {
			r := &Request[int]{state: from, key: 1}
			got := c.do(r)
			if r.State() != c.to[i] {
				t.Errorf("%s: from %d to %d, want %d", c.event, from, r.State(), c.to[i])
			}
			want := false
			for _, s := range c.true {
				want = want || s == from
			}
			if got != want {
				t.Errorf("%s: from %d it reports %v", c.event, from, got)
			}
		}
	}
}

// A refusal stands until another answer is shown, so that the page keeps saying something.
func TestRefusal(t *testing.T) {
	var r Request[string]
	step := func(what, want string) {
		t.Helper()
		if got := r.Refusal(); got != want {
			t.Errorf("%s: the refusal is %q, want %q", what, got, want)
		}
	}
	step("nothing asked", "")
	r.Ask("a")
	r.Refuse("a", "There is no a.")
	step("refused", "There is no a.")
	r.Ask("b")
	step("asked for another", "There is no a.")
	r.Answer("a")
	step("a late answer", "There is no a.")
	r.Answer("b")
	step("answered", "There is no a.")
	r.Show()
	step("shown", "")
	r.Ask("c")
	r.Refuse("c", "There is no c.")
	r.Drop()
	step("dropped", "")
}
