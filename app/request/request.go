// Package request holds how a question of the page to the engine stands.
package request

// State is how a request stands.
//
//	Idle ──Ask──▶ Asked ──Answer──▶ Arrived ──Show──▶ Shown
//	              │   └───Refuse──▶ Refused
//	           Refresh
//	              ▼
//	           Outdated ──Answer or Refuse──▶ as above, and it is asked again
//
// Ask leads from each state to Asked, and Drop to Idle.
type State uint8

const (
	Idle     State = iota // nothing is asked
	Asked                 // the engine is to answer
	Outdated              // the engine is to answer, and to be asked again after that
	Arrived               // the answer is there, but not on the screen
	Shown                 // the answer is on the screen
	Refused               // the engine has said why there is no answer
)

// Request is what the page asks the engine for, now for this and now for that. The key
// tells one question from the next. The zero Request is Idle.
type Request[K comparable] struct {
	state   State
	key     K
	refusal string
}

// State returns how the request stands.
func (r *Request[K]) State() State { return r.state }

// Key returns the key of the latest question; the zero key if that was dropped.
func (r *Request[K]) Key() K { return r.key }

// Refusal returns the sentence of why there is no answer. It stands until another
// answer is shown, also while the engine is asked again.
func (r *Request[K]) Refusal() string { return r.refusal }

// Waits reports whether the engine is to answer.
func (r *Request[K]) Waits() bool { return r.state == Asked || r.state == Outdated }

// Pending reports whether something was asked for that is not on the screen yet.
func (r *Request[K]) Pending() bool { return r.Waits() || r.state == Arrived }

// Ask puts a question in place of any other: an answer to that comes too late.
func (r *Request[K]) Ask(key K) { r.state, r.key = Asked, key }

// Refresh puts a question if none waits for its answer, and reports whether the
// engine is to be asked. Else the question that waits is to be put again later, so
// that the engine has one at a time.
func (r *Request[K]) Refresh(key K) bool {
	if r.Waits() {
		r.state = Outdated
		return false
	}
	r.Ask(key)
	return true
}

// Answer takes the answer to a question. It reports whether the answer is wanted, and
// whether the question is to be put again. It is not wanted if it comes too late.
func (r *Request[K]) Answer(key K) (wanted, again bool) { return r.end(key, Arrived, "") }

// Refuse takes the sentence of why there is no answer, and reports the same as Answer.
func (r *Request[K]) Refuse(key K, sentence string) (wanted, again bool) {
	return r.end(key, Refused, sentence)
}

func (r *Request[K]) end(key K, state State, refusal string) (wanted, again bool) {
	if !r.Waits() || r.key != key {
		return false, false
	}
	again = r.state == Outdated
	if r.state = state; state == Refused {
		r.refusal = refusal
	}
	return true, again
}

// Show takes note that the answer is on the screen.
func (r *Request[K]) Show() {
	if r.state == Arrived {
		r.state, r.refusal = Shown, ""
	}
}

// Drop wants no answer any more, and forgets a refusal.
func (r *Request[K]) Drop() { *r = Request[K]{} }
