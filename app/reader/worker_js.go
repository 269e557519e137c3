package reader

import (
	"fmt"
	"runtime/debug"

	"filingview/app/wire"
	"filingview/app/worker"
)

// RunInWorker answers the engine whose worker the program runs in, until that ends it.
func RunInWorker() {
	// A PDF can have its reader call itself without end: let that end while there is
	// memory. Nothing that comes to its end needs as much.
	debug.SetMaxStack(64 << 20)
	// A document is read and all of it let go: to collect in between costs a sixth of
	// the time. Where much is held, the limit has it collected as usual.
	debug.SetGCPercent(400)
	debug.SetMemoryLimit(512 << 20)
	r := &Reader{Send: func(s *wire.Reading) { worker.Send(s.Encode(), nil) }, Yield: worker.Yielder()}
	worker.Receive(func(header, body []byte) {
		q, err := wire.DecodeRequest(header)
		if err != nil {
			panic(err)
		}
		r.Receive(q, body)
	}, func(said any) {
		// The engine and its reader are built together: one that does not understand
		// the other is of no use.
		go panic(fmt.Sprint(said))
	})
	r.Run()
}
