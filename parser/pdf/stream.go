package pdf

import (
	"io"

	library "github.com/ledongthuc/pdf"
)

// numberKey is written into every page by open, so that tags can name it.
const numberKey = "FilingviewObject"

// all reads a stream; open has written it unpacked, within the bounds.
func all(v library.Value) []byte {
	if v.Kind() != library.Stream {
		return nil
	}
	b, err := io.ReadAll(io.LimitReader(v.Reader(), maxStream))
	if err != nil {
		return nil
	}
	return b
}
