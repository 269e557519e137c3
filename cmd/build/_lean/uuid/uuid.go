// Package uuid stands in for github.com/google/uuid, of which go-app uses one
// function, to tell tabs and devices apart, and which brings crypto, net and
// database/sql into the page's program.
package uuid

import (
	"fmt"
	"math/rand/v2"
)

// NewString returns a random (version 4) UUID. The generator is seeded from the
// browser's source of cryptographic randomness.
func NewString() string {
	high, low := rand.Uint64(), rand.Uint64()
	high = high&^0xf000 | 4<<12        // version
	low = low&^(3<<62) | uint64(2)<<62 // variant
	return fmt.Sprintf("%08x-%04x-%04x-%04x-%012x", high>>32, high>>16&0xffff, high&0xffff, low>>48, low&(1<<48-1))
}
