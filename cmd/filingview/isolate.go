package main

import (
	"bufio"
	"bytes"
	"cmp"
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
	"unsafe"

	"filingview/app/remote"
	"filingview/parser"
	"filingview/parser/ownership"
)

// A PDF is read in a child process of the tool: the library that takes it apart can
// be driven into loops that nothing interrupts and into stack overflows that end
// the whole process. The child gets the bytes on its standard input, answers on its
// standard output with the messages that the page's reader sends, too (app/remote), and
// is ended when it takes too long or too much.

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
		return readInChild(ctx, program, name, data, l)
	}
	inside := []parser.Format{
		parser.DataSet(), parser.Submission(parser.HTML(), parser.Text()), parser.JSON(), parser.XML(),
		parser.Remote("pdf", parser.IsPDF, inChild), parser.HTML(), parser.Text(),
	}
	return parser.Opener{Handling: parser.Handled(), Formats: append([]parser.Format{parser.Mail(inside...)}, inside...)}
}

// request is what the child is told before the bytes of the file: one line.
type request struct {
	Name   string        `json:"name"`
	Time   time.Duration `json:"time"`
	Memory int64         `json:"memory"`
}

// readInChild yields what a child says of a PDF, and if it did not come to its end, why
// after that.
func readInChild(ctx context.Context, program, name string, data []byte, l limits) iter.Seq2[*ownership.Filing, error] {
	return func(yield func(*ownership.Filing, error) bool) {
		answer, failure := runChild(ctx, program, name, data, l)
		document := unsafe.String(unsafe.SliceData(data), len(data))
		for in := bufio.NewReader(answer); ; {
			r, err := remote.Next(in)
			if err != nil || r.Done {
				if err != nil && failure == nil {
					failure = crashed("it ended before it was done")
				}
				break
			}
			if !yield(remote.Filing(r, document)) {
				return
			}
		}
		if failure != nil {
			yield(nil, failure)
		}
	}
}

// runChild runs a child until it ends, and returns what it wrote. The error says what
// became of a child that did not end well.
func runChild(ctx context.Context, program, name string, data []byte, l limits) (io.Reader, error) {
	// The child stops itself, and says why; what does not is killed.
	head, err := json.Marshal(request{name, max(l.time-childGrace, l.time/2), l.memory})
	if err != nil {
		return &bytes.Buffer{}, err
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
	if err = cmd.Run(); err != nil {
		return &out.b, whyItDied(ctx, cmd, err, complaint.b.String(), l)
	}
	return &out.b, nil
}

// whyItDied says what became of a child that ended with an error.
func whyItDied(ctx context.Context, cmd *exec.Cmd, err error, complaint string, l limits) *parser.Error {
	code := -1
	if cmd.ProcessState != nil {
		code = cmd.ProcessState.ExitCode()
	}
	e := &parser.Error{Format: "a PDF", Advice: harmful, Kind: parser.ErrBound}
	switch {
	case cmd.Process == nil:
		e.Kind, e.Advice = parser.ErrDamaged, "See that this program may start itself."
		e.Reason = fmt.Sprintf("PDFs are read in a process of their own, which could not be started: %v.", err)
	case code == childTime || errors.Is(ctx.Err(), context.DeadlineExceeded):
		e.Reason = fmt.Sprintf("This PDF could not be read within %s.", seconds(l.time))
	case code == childMemory || strings.Contains(complaint, "out of memory") || strings.Contains(complaint, "cannot allocate memory"):
		e.Reason = fmt.Sprintf("To read this PDF would need more than %d MB of memory.", l.memory>>20)
	case strings.Contains(complaint, "stack overflow") || strings.Contains(complaint, "stack exceeds"):
		e.Kind, e.Reason = parser.ErrDamaged, "This PDF crashed the PDF reader: its objects lead in an endless circle (a stack overflow)."
	default:
		line, _, _ := strings.Cut(strings.TrimSpace(complaint), "\n")
		return crashed(cmp.Or(line, err.Error()))
	}
	return e
}

const harmful = "It is damaged, or made to do harm. Print it to a new PDF, or open the filing's XML from EDGAR instead."

func crashed(how string) *parser.Error {
	return &parser.Error{Format: "a PDF", Kind: parser.ErrDamaged, Reason: fmt.Sprintf("This PDF crashed the PDF reader (%s).", how), Advice: harmful}
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
