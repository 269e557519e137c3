package ownership

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// State says how much of a cell is known. "No price", "a price box that holds
// only a footnote" and "0" are three different facts: Absent, Blank and Known.
type State uint8

const (
	// Absent: the document has no such cell.
	Absent State = iota
	// Blank: the cell is there but holds no value; it may cite footnotes.
	Blank
	// Malformed: the cell holds text that cannot be read as its kind. Raw has it; it is empty
	// where a form is read by place and nobody knows what stands there.
	Malformed
	// Known: V is the cell's value.
	Known
)

var stateNames = [...]string{"absent", "blank", "malformed", "known"}

func (s State) String() string {
	if int(s) < len(stateNames) {
		return stateNames[s]
	}
	return fmt.Sprintf("State(%d)", uint8(s))
}

// MarshalText writes the state's name.
func (s State) MarshalText() ([]byte, error) { return marshalName(stateNames[:], int(s), "state") }

// UnmarshalText reads a state's name.
func (s *State) UnmarshalText(b []byte) error {
	i, err := unmarshalName(stateNames[:], b, "state")
	*s = State(i)
	return err
}

// How says by what means a cell was read, from the surest to the least sure.
type How uint8

const (
	// Tagged: named by the document itself (XML elements, header labels).
	Tagged How = iota
	// Labeled: found beside its printed label.
	Labeled
	// Placed: found by its place in a table.
	Placed
	// Repaired: read from damaged text on evidence; Repairs says which.
	Repaired
	// Guessed: likely, but nothing in the document confirms it.
	Guessed
)

var howNames = [...]string{"tagged", "labeled", "placed", "repaired", "guessed"}

func (h How) String() string {
	if int(h) < len(howNames) {
		return howNames[h]
	}
	return fmt.Sprintf("How(%d)", uint8(h))
}

// MarshalText writes the name.
func (h How) MarshalText() ([]byte, error) { return marshalName(howNames[:], int(h), "how") }

// UnmarshalText reads the name.
func (h *How) UnmarshalText(b []byte) error {
	i, err := unmarshalName(howNames[:], b, "how")
	*h = How(i)
	return err
}

// Repair tells why a cell is read as something other than what it says.
type Repair struct {
	Cause      Cause      `json:"-"`                    // what is believed to have happened
	Reason     string     `json:"reason"`               // the same in a sentence
	Evidence   []string   `json:"evidence,omitempty"`   // paths of the cells, or words, that support it
	Confidence Confidence `json:"confidence,omitempty"` // empty where it is not said
}

// Reading is what a cell knows besides its value.
type Reading struct {
	State State `json:"state,omitzero"`
	How   How   `json:"how,omitzero"`
	// Raw is the text as the document has it, markup untouched, without outer
	// white space; pieces from several places are joined by one space.
	Raw string `json:"raw,omitzero"`
	// Notes are the ids of the footnotes cited on this very cell, in order.
	Notes []string `json:"notes,omitempty"`
	// At says where Raw stands in the source, piece by piece.
	At []Span `json:"at,omitempty"`
	// Repairs is empty unless How is Repaired or Guessed.
	Repairs []Repair `json:"repairs,omitempty"`
}

// Present reports whether the document has the cell at all.
func (r *Reading) Present() bool { return r.State != Absent }

// Doubted reports whether the cell was not read for certain: it cannot be read, or was
// repaired or guessed.
func (r *Reading) Doubted() bool {
	return r.State == Malformed || r.How == Repaired || r.How == Guessed
}

// IsKnown reports whether the cell's V may be used.
func (r *Reading) IsKnown() bool { return r.State == Known }

// Value is one cell of a filing. V is meaningful only when State is Known.
type Value[T any] struct {
	V T `json:"value,omitzero"`
	Reading
}

// Get returns the value, and whether it is known.
func (v *Value[T]) Get() (T, bool) { return v.V, v.State == Known }

// MarshalJSON writes the value of a cell that is known, be it 0, false or empty,
// and of no other: a price of 0 must not look like no price.
func (v Value[T]) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false) // the encoder around this one escapes, if it is to
	if v.State != Known {
		err := e.Encode(&v.Reading)
		return b.Bytes(), err
	}
	err := e.Encode(struct {
		V T `json:"value"`
		*Reading
	}{v.V, &v.Reading})
	return b.Bytes(), err
}

func marshalName(names []string, i int, kind string) ([]byte, error) {
	if i < 0 || i >= len(names) {
		return nil, fmt.Errorf("ownership: no %s has the number %d", kind, i)
	}
	return []byte(names[i]), nil
}

func unmarshalName(names []string, b []byte, kind string) (int, error) {
	for i, n := range names {
		if n == string(b) {
			return i, nil
		}
	}
	return 0, fmt.Errorf("ownership: %q is no %s", b, kind)
}

// ReadingOf gives what a cell knows besides its value, of a pointer to a [Value]; nil of all else.
func ReadingOf(cell any) *Reading {
	if c, ok := cell.(interface{ reading() *Reading }); ok {
		return c.reading()
	}
	return nil
}

func (r *Reading) reading() *Reading { return r }
