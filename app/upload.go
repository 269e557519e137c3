package app

import (
	"fmt"
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/wire"
)

// engineLink is what the supervisor needs of the browser. An engine has the generation
// that start was given; what it says is passed to reply and died with it.
type engineLink struct {
	start func(generation int)
	stop  func()
	post  func(r wire.Request, body app.Value) // body is nil for none, else transferred
	load  func(f File, done func(body app.Value, problem string))
	after func(d time.Duration, f func())

	// What the browser keeps of the files for the next visit (web/keep.js): which is
	// being read, why one is not to be read again by itself, and that one, or all for
	// 0, is forgotten.
	reading func(number int, on bool)
	spoilt  func(number int, reason string)
	forget  func(number int)
}

// upload is one file of the user's on its way to the engine.
type upload struct {
	File
	number int
	state  uploadState
	listed bool // an engine has had it in its list
	opened int  // entries that the engine has reported
	failed int
	// Of a file that was once stopped: how many of its entries are read again,
	// and the sentence that stands for the rest.
	keep    int
	reason  string
	crashes int

	cancelled bool // while it was sent
	suspected int  // as of a question
}

// reached says how far the file is read.
func (u *upload) reached() string { return fmt.Sprintf(" It was read up to entry %d.", u.keep) }

type uploadState uint8

const (
	uploadWaits uploadState = iota
	uploadLoading
	uploadSent
	uploadDone
	uploadForgotten
)

// question is a request that waits for its answer.
type question struct {
	wire.Request
	upload *upload                     // of an Open or a Fail
	done   func(wire.Reply, app.Value) // nil if the answer tells nothing

	suspected int // how often an engine fell silent that may have been at this
}

// suspect counts a suspicion and reports whether it is not the first.
func (q *question) suspect() bool {
	n := &q.suspected
	if q.upload != nil {
		n = &q.upload.suspected
	}
	*n++
	return *n > 1
}
