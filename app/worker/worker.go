//go:build js

// Package worker is a program's side of the Web Worker that it runs in. The script
// that starts it (web/engine.js) provides filingview.receive(f), which has f called
// with the header and the body of each message, and filingview.send(header, body).
package worker

import (
	"syscall/js"
)

// Bridge returns what web/engine.js gives the program.
func Bridge() js.Value { return js.Global().Get("filingview") }

// Receive has take called with each message that comes. It must return at once.
// failed gets what a panic in take said.
func Receive(take func(header, body []byte), failed func(said any)) {
	Bridge().Call("receive", js.FuncOf(func(_ js.Value, args []js.Value) any {
		defer func() {
			if p := recover(); p != nil {
				failed(p)
			}
		}()
		take(ToGo(args[0]), ToGo(args[1]))
		return nil
	}))
}

// Send posts a message to whoever started the worker; a nil body is none.
func Send(header, body []byte) {
	if body == nil {
		Bridge().Call("send", ToJS(header))
		return
	}
	Bridge().Call("send", ToJS(header), ToJS(body))
}

// ToJS copies bytes into an array of the browser's.
func ToJS(b []byte) js.Value {
	v := js.Global().Get("Uint8Array").New(len(b))
	js.CopyBytesToJS(v, b)
	return v
}

// ToGo copies the bytes of an array; nil if there is none.
func ToGo(v js.Value) []byte {
	if v.IsUndefined() || v.IsNull() {
		return nil
	}
	b := make([]byte, v.Length())
	js.CopyBytesToGo(b, v)
	return b
}

// Yielder returns a function that lets the browser deliver what has arrived. Go
// in wasm gives way only when all its goroutines wait, and a message to itself
// comes back at once, where a timer takes 4 ms at least.
func Yielder() func() {
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
