// Failing is a program in the place of the parser that fails as the name of its input
// says.
package main

import (
	"os"
	"runtime/debug"
	"syscall/js"
)

func main() {
	debug.SetMaxStack(1 << 20)
	js.Global().Get("filingview").Call("receive", js.FuncOf(func(_ js.Value, args []js.Value) any {
		go serve(args[1])
		return nil
	}))
	select {}
}

func serve(host js.Value) {
	for {
		input := await(host.Call("next"))
		if input.IsNull() {
			break
		}
		host.Call("running")
		switch input.Get("name").String() {
		case "exit":
			os.Exit(3)
		case "hang":
			for {
			}
		case "overflow":
			await(host.Call("pause"))
			await(host.Call("pause"))
			host.Call("running")
			println(deep(1))
		case "slow":
			for range 1000 {
				await(host.Call("pause"))
				host.Call("running")
			}
		case "throw":
			host.Call("nothing of the host")
		}
		host.Call("filing", `{"source":{"name":"made up"}}`)
	}
	host.Call("report", `{}`)
	host.Call("done")
}

func deep(n int) int {
	if n == 0 {
		return 0
	}
	return deep(n+1) + 1
}

func await(promise js.Value) js.Value {
	arrived := make(chan js.Value, 1)
	promise.Call("then", js.FuncOf(func(_ js.Value, args []js.Value) any {
		arrived <- args[0]
		return nil
	}))
	return <-arrived
}
