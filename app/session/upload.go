package session

import (
	"cmp"
	"fmt"
	"slices"

	"filingview/app/wire"
)

// upload is one of the user's files on its way to the engine.
type upload struct {
	File
	number int
	state  uploadState
	listed bool // an engine has had it in its list
	opened int  // filings that the engine has reported
	failed int  // members that gave none

	// Of a file that was once stopped: how many of its entries are read again, and
	// the sentence that stands for the rest.
	keep    int
	reason  string
	crashes int

	cancelled bool // while the engine had it
	suspected int  // see question.suspect
}

type uploadState uint8

const (
	uploadWaits uploadState = iota
	uploadLoading
	uploadSent
	uploadDone
	uploadForgotten
)

// entries is how many entries of the list the file has so far.
func (u *upload) entries() int { return u.opened + u.failed }

// reached says how far the file is read.
func (u *upload) reached() string { return fmt.Sprintf(" It was read up to entry %d.", u.keep) }

// uploads are all files that are open or are to be, in the order of their numbers.
type uploads []*upload

// find returns the file of a number, or nil.
func (all uploads) find(number int) *upload {
	if i, ok := slices.BinarySearchFunc(all, number, func(u *upload, n int) int { return cmp.Compare(u.number, n) }); ok {
		return all[i]
	}
	return nil
}

// selected returns the file of a number, or all files for 0. It is a copy, so that
// files may be forgotten while it is walked.
func (all uploads) selected(number int) uploads {
	if number == 0 {
		return slices.Clone(all)
	}
	if u := all.find(number); u != nil {
		return uploads{u}
	}
	return nil
}

// question is a request to the engine that has no answer yet.
type question struct {
	wire.Request
	upload *upload                // of an Open or a Fail
	done   func(wire.Reply, Body) // nil if nobody needs the answer

	suspected int // how often an engine fell silent that may have worked on it
}

// fail answers the question with a sentence of why there is no answer.
func (q *question) fail(sentence string) {
	if q.done != nil {
		q.done(wire.Reply{ID: q.ID, Op: q.Op, Error: sentence}, nil)
	}
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
