package session

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"filingview/app/wire"
)

// bench is a browser with an engine, both played: time passes and answers come
// when the test says so.
type bench struct {
	t          *testing.T
	s          *supervisor
	now        time.Duration
	timers     []timer
	generation int // of the engine that runs; 0 for none
	posted     []wire.Request
	bodies     int // posted bodies in all
	loading    []load
	statuses   []Status
	log        []string // what the engines were told and how often they were started
	reading    int      // the file that the browser is told is being read
	kept       []string // what else the browser is told to remember
}

type timer struct {
	at time.Duration
	f  func()
}

type load struct {
	name   string
	number int
}

func newBench(t *testing.T) *bench {
	b := &bench{t: t}
	b.s = &supervisor{link: Link{
		Start: func(generation int) {
			b.generation, b.posted = generation, nil
			b.log = append(b.log, "start")
		},
		Stop: func() { b.generation, b.posted = 0, nil },
		Post: func(r wire.Request, body Body) {
			if b.generation == 0 {
				t.Errorf("%s was posted to no engine", r.Op)
			}
			b.posted = append(b.posted, r)
			if body != nil {
				b.bodies++
			}
			b.log = append(b.log, strings.TrimSpace(fmt.Sprintf("%s %s", r.Op, r.Name)))
		},
		Load: func(f File, number int) { b.loading = append(b.loading, load{f.Name, number}) },
		Reading: func(number int, on bool) {
			if b.reading = 0; on {
				b.reading = number
			}
		},
		Spoilt: func(number int, reason string) { b.kept = append(b.kept, fmt.Sprintf("spoilt %d: %s", number, reason)) },
		Forget: func(number int) { b.kept = append(b.kept, fmt.Sprintf("forget %d", number)) },
	}, after: func(d time.Duration, f func()) { b.timers = append(b.timers, timer{b.now + d, f}) }}
	b.s.begin()
	b.s.watch(func(s Status) { b.statuses = append(b.statuses, s) })
	return b
}

// pass lets time go by, firing what is due in its order.
func (b *bench) pass(d time.Duration) {
	for end := b.now + d; ; {
		next := -1
		for i, t := range b.timers {
			if t.at <= end && (next < 0 || t.at < b.timers[next].at) {
				next = i
			}
		}
		if next < 0 {
			b.now = end
			return
		}
		t := b.timers[next]
		b.timers = slices.Delete(b.timers, next, next+1)
		b.now = max(b.now, t.at)
		t.f()
	}
}

func (b *bench) ready() { b.s.reply(b.generation, wire.Reply{Op: wire.Ready}, nil) }

// load brings the bytes that the supervisor waits for.
func (b *bench) load() {
	for len(b.loading) > 0 {
		l := b.loading[0]
		b.loading = b.loading[1:]
		b.s.loaded(l.number, 1, "")
	}
}

// answer answers the oldest request.
func (b *bench) answer(r wire.Reply) wire.Request {
	b.t.Helper()
	if len(b.posted) == 0 {
		b.t.Fatal("nothing was asked")
	}
	q := b.posted[0]
	b.posted = b.posted[1:]
	r.ID, r.Op, r.File = q.ID, q.Op, q.File
	b.s.reply(b.generation, r, nil)
	return q
}

// begin has the engine say that it works on the oldest request.
func (b *bench) begin() {
	q := b.posted[0]
	b.s.reply(b.generation, wire.Reply{Op: wire.Progress, Working: q.ID, File: q.File}, nil)
}

// work reads all files, each as one filing.
func (b *bench) work() {
	for b.load(); len(b.posted) > 0; b.load() {
		b.answer(wire.Reply{Opened: 1})
	}
}

func (b *bench) status() Status { return b.s.current() }

func (b *bench) expect(want ...string) {
	b.t.Helper()
	if !slices.Equal(b.log, want) {
		b.t.Errorf("\ngot  %q\nwant %q", b.log, want)
	}
	b.log = nil
}

func someFiles(names ...string) (files []File) {
	for _, n := range names {
		files = append(files, File{Name: n, Size: 1000, Handle: 1})
	}
	return files
}

func TestFilesAreSentOneAfterTheOther(t *testing.T) {
	b := newBench(t)
	b.s.add(someFiles("a", "b"))
	b.s.add([]File{{Name: "folder", Problem: "It is empty."}})
	b.load()
	b.expect("start")
	if s := b.status(); !s.Starting || s.Files != 3 || s.Done != 0 || !s.Busy() {
		t.Errorf("before the engine runs: %+v", s)
	}

	b.ready()
	if len(b.loading) != 1 {
		t.Fatalf("%d files are loaded at once", len(b.loading))
	}
	b.load()
	b.expect("open a", "open b", "fail folder")
	if got := []int{b.posted[0].File, b.posted[1].File, b.posted[2].File}; !reflect.DeepEqual(got, []int{1, 2, 3}) {
		t.Errorf("files are numbered %v", got)
	}
	if b.posted[2].Reason != "It is empty." || b.bodies != 2 {
		t.Errorf("posted %+v and %d bodies", b.posted[2], b.bodies)
	}
	b.answer(wire.Reply{Opened: 4, Failed: 1, Total: 5})
	b.answer(wire.Reply{Opened: 1, Total: 6})
	b.answer(wire.Reply{Failed: 1, Total: 7})
	want := Status{Files: 3, Done: 3, Opened: 5, Failed: 2, Total: 7, Several: map[int]int{1: 5}}
	if s := b.status(); !reflect.DeepEqual(s, want) || s.Busy() {
		t.Errorf("got %+v, want %+v", s, want)
	}
}

func TestLittleIsUnderWayAtOnce(t *testing.T) {
	b := newBench(t)
	b.ready()
	b.s.add(someFiles(strings.Split(strings.Repeat("f ", 40), " ")...))
	b.load()
	if len(b.posted) != maxAhead {
		t.Errorf("%d files are under way, the bound is %d", len(b.posted), maxAhead)
	}
	b.work()

	large := someFiles("x", "y", "z")
	for i := range large {
		large[i].Size = 40 << 20
	}
	b.s.add(large)
	b.load()
	if len(b.posted) != 1 {
		t.Errorf("%d files of 40 MB are under way", len(b.posted))
	}
	b.work()
	if s := b.status(); s.Done != s.Files {
		t.Errorf("%+v", s)
	}
}

func TestUnreadableFile(t *testing.T) {
	b := newBench(t)
	b.ready()
	b.s.add(someFiles("locked", "good"))
	b.s.loaded(b.loading[0].number, nil, "The browser may not read it.")
	b.loading = b.loading[1:]
	b.load()
	if got := b.posted[0]; got.Op != wire.Fail || got.Name != "locked" || got.Reason != "The browser may not read it." {
		t.Errorf("posted %+v", got)
	}
	if got := b.posted[1]; got.Op != wire.Open || got.Name != "good" {
		t.Errorf("posted %+v", got)
	}
}

func TestSilentEngineIsReplaced(t *testing.T) {
	b := newBench(t)
	b.ready()
	b.s.add(someFiles("good", "hangs", "later"))
	b.load()
	b.answer(wire.Reply{Opened: 7, Total: 7})
	b.s.reply(b.generation, wire.Reply{Op: wire.Progress, Working: b.posted[0].ID, File: 2, Opened: 3, Failed: 1, Total: 11}, nil)

	// Signs of life keep it.
	for range 100 {
		b.pass(time.Second)
		b.s.reply(b.generation, wire.Reply{Op: wire.Progress, Working: b.posted[0].ID, File: 2, Opened: 3, Failed: 1, Total: 11}, nil)
	}
	before := b.generation
	b.pass(wire.SilenceLimit - tick)
	if b.generation != before {
		t.Fatal("the engine was ended too early")
	}
	b.pass(2 * tick)
	if b.generation == before {
		t.Fatal("the engine was not ended")
	}
	b.s.reply(before, wire.Reply{ID: 2, Op: wire.Open, File: 2, Opened: 99}, nil) // too late
	b.log = nil
	b.ready()
	b.load()
	b.expect("open good", "open hangs", "open later")
	if q := b.posted[0]; q.File != 1 || q.Reason != "" {
		t.Errorf("the good file: %+v", q)
	}
	const reason = "The reader did not answer for 5 seconds at this file and was restarted. It was read up to entry 4."
	if q := b.posted[1]; q.File != 2 || q.Count != 4 || q.Reason != reason {
		t.Errorf("the file that hung: %+v", q)
	}
	s := b.status()
	if s.Notice != "The reader did not answer for 5 seconds at hangs and was restarted." || s.Total != 11 || s.Broken != "" {
		t.Errorf("%+v", s)
	}
	b.work()
	if s := b.status(); s.Done != 3 || s.Starting {
		t.Errorf("%+v", s)
	}
}

func TestFileThatKillsTheEngineTwiceIsNotSentAgain(t *testing.T) {
	b := newBench(t)
	b.ready()
	b.s.add(someFiles("bad", "good"))
	b.load()
	b.s.reply(b.generation, wire.Reply{Op: wire.Progress, Working: b.posted[0].ID, File: 1, Opened: 50}, nil)
	b.s.ended(b.generation, "out of memory")
	b.ready()
	b.load()
	if q := b.posted[0]; q.Op != wire.Open || q.Count != 50 {
		t.Errorf("posted %+v", q)
	}
	b.s.reply(b.generation, wire.Reply{Op: wire.Progress, Working: b.posted[0].ID, File: 1, Opened: 20}, nil)
	b.s.ended(b.generation, "out of memory")
	b.ready()
	b.load()
	if q := b.posted[0]; q.Op != wire.Fail || q.Reason != "The reader failed (out of memory) at this file and was restarted." {
		t.Errorf("posted %+v", q)
	}
	if q := b.posted[1]; q.Op != wire.Open || q.Name != "good" {
		t.Errorf("posted %+v", q)
	}
}

// A page that slept, or stood still itself, must not blame the engine.
func TestSleepIsNotSilence(t *testing.T) {
	b := newBench(t)
	b.ready()
	b.s.add(someFiles("a"))
	b.load()
	before := b.generation
	b.pass(2 * time.Second)
	b.now += time.Hour // no timer fires in between
	b.pass(2 * time.Second)
	if b.generation != before {
		t.Error("the engine was ended after a sleep")
	}
}

func TestIdleEngineMayBeSilent(t *testing.T) {
	b := newBench(t)
	b.ready()
	b.s.add(someFiles("a"))
	b.work()
	b.pass(time.Minute)
	b.expect("start", "open a")
	if len(b.timers) != 0 {
		t.Errorf("%d timers run at rest", len(b.timers))
	}
}

func TestQuestionsOutliveTheEngine(t *testing.T) {
	b := newBench(t)
	b.ready()
	b.s.add(someFiles("a", "b"))
	b.work()
	b.s.add(someFiles("hangs"))
	b.load()
	var answers []string
	ask := func(what string, r wire.Request) {
		b.s.ask(r, func(r wire.Reply, _ Body) { answers = append(answers, what+" "+r.Error) })
	}
	ask("show", wire.Request{Op: wire.Show, Ref: wire.Ref{File: 2}})
	b.begin()
	b.pass(wire.SilenceLimit + 2*tick)
	ask("list", wire.Request{Op: wire.List})
	b.log = nil
	b.ready()
	b.load()
	b.expect("open a", "open b", "fail hangs")
	b.answer(wire.Reply{Opened: 1})
	if len(answers) != 0 || len(b.log) != 0 {
		t.Errorf("asked before everything was read again: %q", b.log)
	}
	b.answer(wire.Reply{Opened: 1})
	b.expect("show", "list")
	b.work()
	if want := []string{"show ", "list "}; !reflect.DeepEqual(answers, want) {
		t.Errorf("got %q, want %q", answers, want)
	}
}

// An engine that died unseen, at rest, must not cost the next file that is given.
func TestEngineThatDiedAtRest(t *testing.T) {
	b := newBench(t)
	b.ready()
	b.s.add(someFiles("a"))
	b.work()
	b.s.add(someFiles("b"))
	b.load()
	b.pass(wire.SilenceLimit + 2*tick)
	b.log = nil
	b.ready()
	b.load()
	b.expect("open a", "open b")
	if q := b.posted[1]; q.Reason != "" {
		t.Errorf("the file was blamed: %+v", q)
	}

	// A second time it is no chance any more, even if the engine never says so.
	b.answer(wire.Reply{Opened: 1})
	b.pass(wire.SilenceLimit + 2*tick)
	b.log = nil
	b.ready()
	b.load()
	b.expect("open a", "fail b")
	b.work()

	// The same for a question.
	var answer string
	b.s.ask(wire.Request{Op: wire.Show}, func(r wire.Reply, _ Body) { answer = r.Error })
	for range 2 {
		if answer != "" {
			t.Errorf("answered at once with %q", answer)
		}
		b.pass(wire.SilenceLimit + 2*tick)
		b.ready()
		for b.load(); len(b.posted) > 0 && b.posted[0].Op != wire.Show; b.load() {
			b.answer(wire.Reply{Opened: 1})
		}
	}
	if answer != stuckSentence {
		t.Errorf("answered with %q", answer)
	}
}

func TestExportIsBlamedOnlyWhenItWasWorkedOn(t *testing.T) {
	b := newBench(t)
	b.ready()
	b.s.add(someFiles("a"))
	b.load()
	open := b.posted[0].ID
	var answer string
	b.s.ask(wire.Request{Op: wire.Export}, func(r wire.Reply, _ Body) { answer = r.Error })
	export := b.posted[1].ID
	b.s.reply(b.generation, wire.Reply{Op: wire.Progress, Working: open, File: 1, Opened: 1}, nil)
	b.s.reply(b.generation, wire.Reply{Op: wire.Progress, Working: export}, nil)
	b.s.ended(b.generation, "")
	if answer != stuckSentence {
		t.Errorf("the export was answered with %q", answer)
	}
	b.ready()
	b.load()
	if q := b.posted[0]; q.Op != wire.Open || q.Reason != "" {
		t.Errorf("the file was blamed: %+v", q)
	}
}

func TestRestartsAreBounded(t *testing.T) {
	b := newBench(t)
	b.ready()
	b.s.add(someFiles("good"))
	b.work()
	b.s.add(someFiles(strings.Split(strings.Repeat("hangs ", 50), " ")...))
	for b.load(); len(b.posted) > 0; b.load() {
		if q := b.posted[0]; q.Op == wire.Open && q.Name == "hangs" {
			b.begin()
			b.pass(wire.SilenceLimit + 2*tick)
			b.ready()
		} else {
			b.answer(wire.Reply{Opened: 1})
		}
	}
	s := b.status()
	if s.Done != s.Files || s.Broken != "" || s.Files != 52 {
		t.Errorf("%+v", s)
	}
	starts := 0
	for _, l := range b.log {
		if l == "start" {
			starts++
		}
	}
	if starts != 2+maxRestarts {
		t.Errorf("%d engines were started", starts)
	}
	if last := b.s.files[50]; last.reason != restartsSentence {
		t.Errorf("the last file says %q", last.reason)
	}
}

func TestEngineThatNeverStarts(t *testing.T) {
	b := newBench(t)
	var answer string
	b.s.ask(wire.Request{Op: wire.List}, func(r wire.Reply, _ Body) { answer = r.Error })
	b.s.add(someFiles("a"))
	b.pass(10 * startLimit)
	b.expect("start", "start", "start")
	const want = "The reader could not be started: it did not answer for 30 seconds. Reload the page."
	if s := b.status(); s.Broken != want || s.Busy() || s.Starting {
		t.Errorf("%+v", s)
	}
	if answer != want {
		t.Errorf("the question was answered with %q", answer)
	}
	b.s.ask(wire.Request{Op: wire.List}, func(r wire.Reply, _ Body) { answer = "again " + r.Error })
	if answer != "again "+want {
		t.Errorf("the question was answered with %q", answer)
	}
}

func TestEngineOfAnotherVersion(t *testing.T) {
	b := newBench(t)
	b.s.reply(b.generation, wire.Reply{Error: "The page cannot understand its reader."}, nil)
	if s := b.status(); s.Broken == "" {
		t.Errorf("%+v", s)
	}
}

func TestCancelOnThePage(t *testing.T) {
	b := newBench(t)
	b.ready()
	b.s.add(someFiles(strings.Fields("a b c d e f g h i j k")...))
	b.load()
	b.answer(wire.Reply{Opened: 1})
	b.log = nil
	b.s.cancel(0) // i is being loaded, j and k wait
	b.load()
	b.expect("cancel", "fail i")
	b.answer(wire.Reply{Opened: 2, Failed: 1, Stopped: true, Reason: "Cancelled."}) // b
	b.work()
	b.expect("fail j", "fail k")
	if s := b.status(); s.Done != 11 || s.Busy() {
		t.Errorf("%+v", s)
	}

	// A new engine reads no more of b than the old one.
	b.s.ended(b.generation, "")
	b.ready()
	b.load()
	if q := b.posted[1]; q.Name != "b" || q.Count != 2 || q.Reason != "Cancelled." {
		t.Errorf("posted %+v", q)
	}
}

// A Cancel or a Forget that an engine took to its grave must not reach the next
// one, where it would stop or drop what came later.
func TestCancelAndForgetDieWithTheEngine(t *testing.T) {
	b := newBench(t)
	b.ready()
	b.s.add(someFiles("old"))
	b.work()
	b.s.forget(0)
	b.s.add(someFiles("many", "next"))
	b.load()
	b.s.reply(b.generation, wire.Reply{Op: wire.Progress, File: 2, Opened: 30}, nil)
	b.s.cancel(2)
	b.log = nil
	b.s.ended(b.generation, "")
	b.ready()
	b.load()
	b.expect("start", "open many", "open next")
	if q := b.posted[0]; q.Count != 30 || q.Reason != "Reading was cancelled. It was read up to entry 30." {
		t.Errorf("the cancelled file: %+v", q)
	}
	b.work()
	b.expect()
}

func TestForgetOnThePage(t *testing.T) {
	b := newBench(t)
	b.ready()
	b.s.add(someFiles("a", "b", "c"))
	b.work()
	b.s.forget(2)
	b.work()
	b.s.add(someFiles("d"))
	b.work()
	b.log = nil
	b.s.ended(b.generation, "")
	b.ready()
	b.load()
	b.expect("start", "open a", "open c", "open d")
	if got := []int{b.posted[0].File, b.posted[1].File, b.posted[2].File}; !reflect.DeepEqual(got, []int{1, 3, 4}) {
		t.Errorf("files are numbered %v", got)
	}
	// Forgetting what is still to be read again must let go of what waits for it.
	answered := false
	b.s.ask(wire.Request{Op: wire.List}, func(wire.Reply, Body) { answered = true })
	b.s.forget(0)
	b.work()
	if s := b.status(); s.Files != 0 || !answered || b.s.unrestored != 0 {
		t.Errorf("%+v, answered %v, %d missing", s, answered, b.s.unrestored)
	}
	b.s.add(someFiles("e"))
	b.load()
	if q := b.posted[0]; q.File != 5 {
		t.Errorf("a number was given twice: %+v", q)
	}
}

func TestWatchersAreToldTenTimesASecond(t *testing.T) {
	b := newBench(t)
	b.ready()
	b.s.add(someFiles("a"))
	b.load()
	b.pass(time.Second)
	b.statuses = nil
	for i := range 1000 {
		b.s.reply(b.generation, wire.Reply{Op: wire.Progress, Working: 1, File: 1, Opened: i + 1, Total: i + 1}, nil)
		b.pass(time.Millisecond)
	}
	b.pass(time.Second)
	if n := len(b.statuses); n < 9 || n > 11 {
		t.Errorf("told %d times in a second", n)
	}
	if last := b.statuses[len(b.statuses)-1]; last.Opened != 1000 || last.Reading != "a" {
		t.Errorf("the last word was %+v", last)
	}
	b.s.reply(b.generation, wire.Reply{Op: wire.Progress, Working: 1, File: 1, Opened: 1001}, nil)
	b.statuses = nil
	b.answer(wire.Reply{Opened: 1001})
	if len(b.statuses) != 1 || b.statuses[0].Busy() || b.statuses[0].Opened != 1001 {
		t.Errorf("that all is read is told so: %+v", b.statuses)
	}
}

// TestGiven: what the host gives is told from what the user opens, takes the place of
// what the host gave before, and is answered once it is all read.
func TestGiven(t *testing.T) {
	b := newBench(t)
	b.ready()
	b.s.add([]File{{Name: "own.xml"}})
	b.work()
	step := func(what string, answered int, files ...string) {
		t.Helper()
		b.pass(time.Second)
		var have []string
		refs, _ := b.s.host.files(b.s.files)
		for _, ref := range refs {
			have = append(have, b.s.files.find(ref.File).Name)
		}
		if got := b.s.current().Answered; got != answered || !slices.Equal(have, files) {
			t.Errorf("%s: answered is %d with %q, want %d with %q", what, got, have, answered, files)
		}
	}
	step("nothing given", 0)
	b.s.host.expect(1, 2, false)
	step("files are to come", 0)
	b.s.add([]File{{Name: "1.xml", Given: 1}, {Name: "also own.xml"}})
	b.work()
	step("one of two has come", 0, "1.xml")
	b.s.add([]File{{Name: "2.xml", Given: 1}})
	step("not read yet", 0, "1.xml", "2.xml")
	b.work()
	step("all are read", 1, "1.xml", "2.xml")
	b.s.host.expect(2, 1, true)
	b.s.add([]File{{Name: "3.xml", Given: 2}})
	b.work()
	step("one is added", 2, "1.xml", "2.xml", "3.xml")
	if refs := b.s.host.entries(b.s.files); !slices.Equal(refs, []wire.Ref{{File: 2}, {File: 4}, {File: 5}}) {
		t.Errorf("the entries given are %v", refs)
	}
	b.s.host.expect(3, 1, false)
	step("the old ones stay until the new one is there", 2, "1.xml", "2.xml", "3.xml")
	b.s.add([]File{{Name: "4.xml", Given: 3}})
	b.work()
	step("one in place of all", 3, "4.xml")
	b.s.host.expect(4, 1, false)
	b.s.add([]File{{Name: "5.xml", Given: 99}}) // of no request
	b.work()
	step("a number that nobody has announced", 3, "4.xml", "5.xml")
	b.s.forget(0)
	b.s.add([]File{{Name: "6.xml", Given: 4}})
	b.s.forget(0)
	b.work()
	step("closed before it was read", 4)
	if s := b.s.current(); s.Files != 0 {
		t.Errorf("%d files are open", s.Files)
	}
}

// What is kept of the files follows what becomes of them.
func TestKept(t *testing.T) {
	b := newBench(t)
	b.ready()
	files := someFiles("a", "b")
	files[0].Number, files[0].Kept = 7, true
	files[1].Number, files[1].Kept, files[1].Problem = 9, true, "It ended the page."
	b.s.add(files)
	b.s.add([]File{{Name: "c", Number: 8, Handle: 1}, {Name: "d", Number: 30, Handle: 1}})
	b.load()
	b.expect("start", "open a", "fail b", "open c", "open d")
	var numbers []int
	for _, q := range b.posted {
		numbers = append(numbers, q.File)
	}
	if want := []int{7, 9, 10, 30}; !slices.Equal(numbers, want) {
		t.Errorf("files are numbered %v, want %v", numbers, want)
	}

	// The one that is being read is marked, from its beginning to its end.
	b.begin()
	if b.reading != 7 {
		t.Errorf("while a is read, %d is marked", b.reading)
	}
	b.answer(wire.Reply{Opened: 3})
	if b.reading != 0 {
		t.Errorf("after a, %d is marked", b.reading)
	}
	b.answer(wire.Reply{Failed: 1})
	if s := b.status(); s.Kept != 4 || s.Several[7] != 3 || s.Several[9] != 0 {
		t.Errorf("%+v", s)
	}

	// One that ends the engine is not read again at the next visit.
	b.begin()
	b.s.ended(b.generation, "out of memory")
	if b.reading != 0 {
		t.Errorf("without an engine, %d is marked", b.reading)
	}
	b.ready()
	b.work()
	b.s.forget(30)
	b.s.forget(0)
	want := []string{
		"spoilt 10: The reader failed (out of memory) at this file and was restarted. It is not read again by itself. Open it once more to try again.",
		"forget 30", "forget 0",
	}
	if !slices.Equal(b.kept, want) {
		t.Errorf("\ngot  %q\nwant %q", b.kept, want)
	}
}

// A file that is too large is refused without being read.
func TestFileTooLarge(t *testing.T) {
	b := newBench(t)
	b.ready()
	b.s.add([]File{{Name: "fits", Size: maxFile}, {Name: "large", Size: maxFile + 1}})
	b.load()
	b.expect("start", "open fits", "fail large")
	const want = "It has 512 MB, and files over 512 MB are not read. Split the archive, or choose single filings."
	if got := b.posted[1].Reason; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
