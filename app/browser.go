package app

import (
	"errors"
	"fmt"
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"filingview/app/wire"
)

// browser is what a Worker needs of the browser. It goes through the object
// filingview of web/boot.js, which does what takes promises and transfers.
type browser struct {
	engine app.Value // the engine that runs: post(header, body) and end()
	loaded map[int]func(body app.Value, problem string)
	loads  int
}

// link gives the supervisor its hands. They are only used on the Worker's own
// goroutine, as are its fields.
func (b *browser) link(w *Worker) engineLink {
	bridge := app.Window().Get("filingview")
	b.loaded = map[int]func(app.Value, string){}
	return engineLink{
		start: func(generation int) { b.engine = bridge.Call("startEngine", generation) },
		stop:  func() { b.engine.Call("end") },
		post: func(r wire.Request, body app.Value) {
			header := arrayOf(r.Encode())
			if body == nil {
				b.engine.Call("post", header)
			} else {
				b.engine.Call("post", header, body)
			}
		},
		load: func(f File, done func(app.Value, string)) {
			b.loads++
			b.loaded[b.loads] = done
			bridge.Call("load", f.handle, b.loads)
		},
		after: func(d time.Duration, f func()) {
			time.AfterFunc(d, func() { w.mail.Put(func(*supervisor) { f() }) })
		},
		reading: func(number int, on bool) { bridge.Call("reading", number, on) },
		spoilt:  func(number int, reason string) { bridge.Call("spoilt", number, reason) },
		forget:  func(number int) { bridge.Call("forget", number) },
	}
}

// connect has the browser bring what it has for the Worker, from now on.
func (b *browser) connect(w *Worker) {
	app.Window().Get("filingview").Call("connect",
		callback(func(args []app.Value) {
			w.mail.Put(func(s *supervisor) { s.add(filesOf(args[0])) })
		}),
		callback(func(args []app.Value) {
			generation := args[0].Int()
			r, err := wire.DecodeReply(bytesOf(args[1]))
			if err != nil {
				r = wire.Reply{Error: fmt.Sprintf("The page cannot understand its reader: %v.", err)}
			}
			body := args[2]
			w.mail.Put(func(s *supervisor) { s.reply(generation, r, body) })
		}),
		callback(func(args []app.Value) {
			generation, why := args[0].Int(), textOf(args[1])
			w.mail.Put(func(s *supervisor) { s.died(generation, why) })
		}),
		callback(func(args []app.Value) {
			load, body, problem := args[0].Int(), args[1], textOf(args[2])
			w.mail.Put(func(*supervisor) {
				if done := b.loaded[load]; done != nil {
					delete(b.loaded, load)
					done(body, problem)
				}
			})
		}),
	)
}

// save offers bytes as a download. The error's text is a sentence.
func (b *browser) save(name, mediaType string, body app.Value) error {
	if problem := textOf(app.Window().Get("filingview").Call("save", name, mediaType, body)); problem != "" {
		return errors.New(problem)
	}
	return nil
}

// callback makes a function for the browser to call. A panic in it is logged and
// does not end the program.
func callback(f func(args []app.Value)) app.Func {
	return app.FuncOf(func(_ app.Value, args []app.Value) any {
		defer func() {
			if p := recover(); p != nil {
				app.Log(fmt.Errorf("a callback of the browser failed: %v", p))
			}
		}()
		f(args)
		return nil
	})
}

func arrayOf(data []byte) app.Value {
	v := app.Window().Get("Uint8Array").New(len(data))
	app.CopyBytesToJS(v, data)
	return v
}

func bytesOf(v app.Value) []byte {
	b := make([]byte, v.Length())
	app.CopyBytesToGo(b, v)
	return b
}
