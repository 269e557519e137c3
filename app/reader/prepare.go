package reader

import (
	"embed"
	"path"

	"filingview/app/remote"
	"filingview/app/wire"
	"filingview/parser"
)

// samples are small forms, invented ones, that show the readers what they will meet: a
// page, and a tagged PDF as browsers print it.
//
//go:embed sample
var samples embed.FS

// rounds is how often the samples are read: a browser makes quick code of what is
// called often.
const rounds = 3

// prepare reads the samples until a request comes, and returns that. A browser
// compiles each function when it is first called, which takes a second in all: that
// second is spent before somebody waits for it.
func (r *Reader) prepare() (message, bool) {
	entries, err := samples.ReadDir("sample")
	if err != nil {
		panic(err) // it is part of the program
	}
	for i := range rounds * len(entries) {
		e := entries[i%len(entries)]
		if r.Yield != nil {
			r.Yield()
		}
		if m, ok := r.mail.Poll(); ok {
			return m, true
		}
		data, err := samples.ReadFile(path.Join("sample", e.Name()))
		if err != nil {
			panic(err)
		}
		trial := remote.Sender{Open: parser.Open, Send: func(*wire.Reading) error { return nil }}
		if err := trial.Read(0, e.Name(), data); err != nil {
			panic(err) // nothing is sent
		}
	}
	return r.mail.Receive()
}
