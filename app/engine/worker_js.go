package engine

import (
	"fmt"
	"runtime/debug"
	"syscall/js"

	"filingview/app/wire"
)

// RunInWorker answers the page whose Web Worker the program runs in, until the
// page ends the worker. The script that starts the program (web/engine.js)
// provides filingview.receive(f), which has f called with the header and the body
// of each message, and filingview.send(header, body).
func RunInWorker() {
	var (
		bridge = js.Global().Get("filingview")
		bytes  = js.Global().Get("Uint8Array")
	)
	toJS := func(b []byte) js.Value {
		v := bytes.New(len(b))
		js.CopyBytesToJS(v, b)
		return v
	}
	toGo := func(v js.Value) []byte {
		if v.IsUndefined() || v.IsNull() {
			return nil
		}
		b := make([]byte, v.Length())
		js.CopyBytesToGo(b, v)
		return b
	}
	// A PDF can have its reader call itself without end: let that end while there is
	// memory. Nothing that comes to its end needs as much.
	debug.SetMaxStack(64 << 20)
	e := &Engine{
		Send: func(r wire.Reply, body []byte) {
			if body == nil {
				bridge.Call("send", toJS(r.Encode()))
				return
			}
			bridge.Call("send", toJS(r.Encode()), toJS(body))
		},
		Yield: yielder(),
	}
	receive := js.FuncOf(func(_ js.Value, args []js.Value) any {
		failure := guard(func() {
			r, err := wire.DecodeRequest(toGo(args[0]))
			if err != nil {
				e.Send(wire.Reply{Error: fmt.Sprintf("The reader cannot understand the page: %v.", err)}, nil)
				return
			}
			e.Receive(r, toGo(args[1]))
		})
		if failure != "" {
			e.Send(wire.Reply{Error: failure}, nil)
		}
		return nil
	})
	bridge.Call("receive", receive)
	e.Run()
}

// yielder returns a function that lets the browser deliver what has arrived. Go
// in wasm gives way only when all its goroutines wait, and a message to itself
// comes back at once, where a timer takes 4 ms at least.
func yielder() func() {
	channel := js.Global().Get("MessageChannel").New()
	ping, pong := channel.Get("port1"), channel.Get("port2")
	arrived := make(chan struct{}, 1)
	pong.Set("onmessage", js.FuncOf(func(js.Value, []js.Value) any {
		arrived <- struct{}{}
		return nil
	}))
	return func() {
		ping.Call("postMessage", 0)
		<-arrived
	}
}
