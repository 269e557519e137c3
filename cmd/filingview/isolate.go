package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"os/exec"
	"strings"
	"time"

	"filingview/parser"
	"filingview/parser/ownership"
)

// A PDF is read in a child process of the tool: the library that takes it apart can
// be driven into loops that nothing interrupts and into stack overflows that end
// the whole process. The child gets the bytes on its standard input, answers in
// JSON on its standard output, and is ended when it takes too long or too much.

// limits bound one child.
type limits struct {
	time   time.Duration // of work; of waiting it may take a little more
	memory int64         // bytes, of the program's own
}

// pdfLimits are those of a PDF. A form of a few pages takes a tenth of a second.
func pdfLimits() limits { return limits{5 * time.Second, 512 << 20} }

// childCommand is the argument that makes the tool the child. It is no command of
// the tool: nobody types it.
const childCommand = "read-a-pdf-for-the-parent-process"

// Exit codes of a child, besides those of Go's runtime.
const (
	childDone     = 0
	childFailed   = 1 // it could not read or write its streams
	childTime     = 3 // it stopped itself for the time
	childMemory   = 4 // it stopped itself for the memory
	maxAnswer     = 256 << 20
	maxComplaint  = 64 << 10
	childGrace    = 500 * time.Millisecond // for the child to stop itself and say why
	waitForStream = 2 * time.Second
)

// opener returns an opener that has PDFs read in children. The program is what to
// start: this one.
func opener(ctx context.Context, program string, l limits) parser.Opener {
	inChild := func(name string, data []byte) iter.Seq2[*ownership.Filing, error] {
		return func(yield func(*ownership.Filing, error) bool) {
			for _, a := range readInChild(ctx, program, name, data, l) {
				var err error
				if a.Refusal != nil {
					err = a.Refusal.error()
				}
				if !yield(a.Filing, err) {
					return
				}
			}
		}
	}
	return parser.Opener{Formats: []parser.Format{
		parser.Submission(parser.HTML(), parser.Text()), parser.XML(),
		parser.Remote("pdf", parser.IsPDF, inChild), parser.HTML(), parser.Text(),
	}}
}

// request is what the child is told before the bytes of the file: one line.
type request struct {
	Name   string        `json:"name"`
	Time   time.Duration `json:"time"`
	Memory int64         `json:"memory"`
}

// reply is one line of what the child says: a filing, or why there is none. The
// last one is empty, so that a child that died is not taken for one that is done.
type reply struct {
	Filing  *ownership.Filing `json:"filing,omitempty"`
	Refusal *refusal          `json:"refusal,omitempty"`
}

// refusal is a [parser.Error] on its way.
type refusal struct {
	Format string `json:"format,omitempty"`
	Place  string `json:"place,omitempty"`
	Reason string `json:"reason"`
	Advice string `json:"advice,omitempty"`
	Kind   string `json:"kind"`
}

// kinds are those of errors, by the names under which they travel.
func kinds() map[string]parser.Kind {
	return map[string]parser.Kind{"format": parser.ErrFormat, "form": parser.ErrForm, "damaged": parser.ErrDamaged, "bound": parser.ErrBound}
}

func refusalOf(err error) *refusal {
	var e *parser.Error
	if !errors.As(err, &e) {
		return &refusal{Reason: err.Error(), Kind: "damaged"}
	}
	r := &refusal{e.Format, e.Place, e.Reason, e.Advice, "damaged"}
	for name, kind := range kinds() {
		if errors.Is(err, kind) {
			r.Kind = name
		}
	}
	return r
}

func (r *refusal) error() *parser.Error {
	return &parser.Error{Format: r.Format, Place: r.Place, Reason: r.Reason, Advice: r.Advice, Kind: kinds()[r.Kind]}
}

// readInChild returns what a child says of a PDF, and if it did not come to its
// end, behind that why.
func readInChild(ctx context.Context, program, name string, data []byte, l limits) []reply {
	// The child stops itself, and says why; what does not is killed.
	head, err := json.Marshal(request{name, max(l.time-childGrace, l.time/2), l.memory})
	if err != nil {
		return []reply{{Refusal: refusalOf(err)}}
	}
	ctx, cancel := context.WithTimeout(ctx, patience*l.time)
	defer cancel()
	var out, complaint bounded
	out.most, complaint.most = maxAnswer, maxComplaint
	cmd := exec.CommandContext(ctx, program, childCommand)
	cmd.Stdin = io.MultiReader(bytes.NewReader(append(head, '\n')), bytes.NewReader(data))
	cmd.Stdout, cmd.Stderr = &out, &complaint
	cmd.WaitDelay = waitForStream
	// Nothing of the environment concerns it, and nothing of it is to shape what it
	// does; some systems start no program without SYSTEMROOT.
	cmd.Env = []string{"SYSTEMROOT=" + os.Getenv("SYSTEMROOT"), "GOTRACEBACK=single"}
	err = cmd.Run()

	var all []reply
	done := false
	for d := json.NewDecoder(&out.b); !done; {
		var a reply
		if d.Decode(&a) != nil {
			break
		}
		if done = a == (reply{}); !done {
			all = append(all, a)
		}
	}
	if done && err == nil {
		return all
	}
	return append(all, reply{Refusal: whyItDied(ctx, cmd, err, complaint.b.String(), l)})
}

// whyItDied says what became of a child that did not come to its end.
func whyItDied(ctx context.Context, cmd *exec.Cmd, err error, complaint string, l limits) *refusal {
	const advice = "It is damaged, or made to do harm. Print it to a new PDF, or open the filing's XML from EDGAR instead."
	code := -1
	if cmd.ProcessState != nil {
		code = cmd.ProcessState.ExitCode()
	}
	r := &refusal{Format: "a PDF", Advice: advice, Kind: "bound"}
	switch {
	case cmd.Process == nil:
		r.Kind, r.Advice = "damaged", "See that this program may start itself."
		r.Reason = fmt.Sprintf("PDFs are read in a process of their own, which could not be started: %v.", err)
	case code == childTime || errors.Is(ctx.Err(), context.DeadlineExceeded):
		r.Reason = fmt.Sprintf("This PDF could not be read within %s.", seconds(l.time))
	case code == childMemory || strings.Contains(complaint, "out of memory") || strings.Contains(complaint, "cannot allocate memory"):
		r.Reason = fmt.Sprintf("To read this PDF would need more than %d MB of memory.", l.memory>>20)
	case strings.Contains(complaint, "stack overflow") || strings.Contains(complaint, "stack exceeds"):
		r.Kind, r.Reason = "damaged", "This PDF crashed the PDF reader: its objects lead in an endless circle (a stack overflow)."
	default:
		line, _, _ := strings.Cut(strings.TrimSpace(complaint), "\n")
		switch {
		case err == nil: // it exited with 0: what it wrote, a warning perhaps, is not why
			line = "it ended before it was done"
		case line == "":
			line = err.Error()
		}
		r.Kind, r.Reason = "damaged", fmt.Sprintf("This PDF crashed the PDF reader (%s).", line)
	}
	return r
}

func seconds(d time.Duration) string {
	if d == time.Second {
		return "1 second"
	}
	return fmt.Sprintf("%g seconds", d.Seconds())
}

// bounded keeps the beginning of what is written to it and lets the rest go.
type bounded struct {
	b    bytes.Buffer
	most int
}

func (w *bounded) Write(p []byte) (int, error) {
	w.b.Write(p[:min(len(p), max(0, w.most-w.b.Len()))])
	return len(p), nil
}
