//go:build js

// Module is the program of the parser as a JavaScript module: it reads filings and
// reconciles them for the script that runs it (core.js) and for nobody else. The
// script gives it filingview.receive(f), which has f called with what is asked for,
// "parse" or "check", and with a host:
//
//	next()        a promise of the next input, {name, data}, or of null after the last
//	running()     is called when the program goes on with this call
//	filing(json)  takes the JSON of a filing, or nothing if there is one more for the report
//	report(json)  takes the JSON of the report on all filings
//	failure(json) takes what could not be read
//	pause()       a promise that comes true when the browser has done what it has to
//	stopped       true once nobody waits for the answer
//	done(fault)   is called last; with a sentence if the program failed
package main

import (
	"runtime/debug"
	"syscall/js"
)

func main() {
	// A PDF can have its reader call itself without end: let that end while there is
	// memory. Nothing that comes to its end needs as much.
	debug.SetMaxStack(64 << 20)
	js.Global().Get("filingview").Call("receive", js.FuncOf(func(_ js.Value, args []js.Value) any {
		// What is asked for waits for promises, which come true only when this
		// function has returned.
		go serve(args[0].String(), host{args[1]})
		return nil
	}))
	select {}
}
