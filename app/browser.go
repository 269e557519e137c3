package app

import (
	"errors"
	"fmt"

	"filingview/app/session"
	"filingview/app/wire"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// startSession starts the engine and takes the files that the user gives, those
// included that were dropped before the program ran. Call it once, when the root
// is mounted: from then on html has data-ready.
//
// It goes through the object filingview of web/boot.js, which does what takes
// promises and transfers. A session.Body and a File's Handle are an app.Value.
func startSession() *session.Session {
	bridge := app.Window().Get("filingview")
	var engine app.Value // the engine that runs: post(header, body) and end()
	s := session.Start(session.Link{
		Start: func(generation int) { engine = bridge.Call("startEngine", generation) },
		Stop:  func() { engine.Call("end") },
		Post: func(r wire.Request, body session.Body) {
			header := arrayOf(r.Encode())
			if body == nil {
				engine.Call("post", header)
			} else {
				engine.Call("post", header, body)
			}
		},
		Load:  func(f session.File, load int) { bridge.Call("load", f.Handle, load) },
		Bytes: func(body session.Body) []byte { return bytesOf(body.(app.Value)) },
		Save: func(name, mediaType string, body session.Body) error {
			if problem := textOf(bridge.Call("save", name, mediaType, body)); problem != "" {
				return errors.New(problem)
			}
			return nil
		},
		Reading: func(number int, on bool) { bridge.Call("reading", number, on) },
		Spoilt:  func(number int, reason string) { bridge.Call("spoilt", number, reason) },
		Forget:  func(number int) { bridge.Call("forget", number) },
	})
	bridge.Call("connect",
		callback(func(args []app.Value) { s.Add(filesOf(args[0])) }),
		callback(func(args []app.Value) { s.Reply(args[0].Int(), bytesOf(args[1]), args[2]) }),
		callback(func(args []app.Value) { s.Ended(args[0].Int(), textOf(args[1])) }),
		callback(func(args []app.Value) { s.Loaded(args[0].Int(), args[1], textOf(args[2])) }))
	return s
}

// filesOf reads what the page's scripts collect: objects of name, size, file and
// problem, number, kept and given.
func filesOf(list app.Value) []session.File {
	files := make([]session.File, list.Length())
	for i := range files {
		v := list.Index(i)
		files[i] = session.File{
			Name:    v.Get("name").String(),
			Size:    int64(v.Get("size").Float()),
			Problem: textOf(v.Get("problem")),
			Number:  intOf(v.Get("number")),
			Kept:    v.Get("kept").Truthy(),
			Given:   intOf(v.Get("given")),
			Handle:  v.Get("file"),
		}
	}
	return files
}

// textOf returns a JavaScript string, or nothing for what is none.
func textOf(v app.Value) string {
	if v == nil || v.IsUndefined() || v.IsNull() {
		return ""
	}
	return v.String()
}

// intOf returns a JavaScript number, or 0 for what is none.
func intOf(v app.Value) int {
	if v == nil || v.Type() != app.TypeNumber {
		return 0
	}
	return v.Int()
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

// on has the answers of a session arrive at the component of a context, which is then
// drawn again.
func on(ctx app.Context) session.Dispatch {
	return func(answer func()) { ctx.Dispatch(func(app.Context) { answer() }) }
}
