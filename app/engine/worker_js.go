package engine

import (
	"fmt"
	"syscall/js"

	"filingview/app/wire"
	"filingview/app/worker"
)

// RunInWorker answers the page whose Web Worker the program runs in, until the
// page ends the worker.
func RunInWorker() {
	e := &Engine{
		Send:        func(r wire.Reply, body []byte) { worker.Send(r.Encode(), body) },
		Yield:       worker.Yielder(),
		StartReader: startReader,
		Early:       worker.Bridge().Get("early").Truthy(),
	}
	worker.Receive(func(header, body []byte) {
		r, err := wire.DecodeRequest(header)
		if err != nil {
			e.Send(wire.Reply{Error: fmt.Sprintf("The reader cannot understand the page: %v.", err)}, nil)
			return
		}
		e.Receive(r, body)
	}, func(said any) { e.Send(wire.Reply{Error: mistake(said)}, nil) })
	e.Run()
}

// startReader starts the program that reads pages, PDFs and text in a worker below
// this one.
func startReader(receive func(message []byte), died func(why string)) ReaderLink {
	take := js.FuncOf(func(_ js.Value, args []js.Value) any {
		receive(worker.ToGo(args[0]))
		return nil
	})
	death := js.FuncOf(func(_ js.Value, args []js.Value) any {
		died(args[0].String())
		return nil
	})
	link := worker.Bridge().Call("startReader", take, death)
	return ReaderLink{
		Post: func(r wire.Request, body []byte) {
			if body == nil {
				link.Call("post", worker.ToJS(r.Encode()))
				return
			}
			link.Call("post", worker.ToJS(r.Encode()), worker.ToJS(body))
		},
		End: func() {
			link.Call("end") // nothing calls the two any more
			take.Release()
			death.Release()
		},
	}
}
