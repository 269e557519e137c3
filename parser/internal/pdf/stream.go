package pdf

import (
	"fmt"
	"io"

	library "github.com/ledongthuc/pdf"
)

// Keys and names that open writes into objects.
const (
	numberKey  = "FilingviewObject"  // the number of a page, so that tags can name it
	brokenKey  = "FilingviewBroken"  // on a stream that cannot be unpacked: the filter that is not known, or "end"
	pictureKey = "FilingviewPicture" // on a picture that is kept: its number
	nowhere    = "FilingviewNowhere" // for a reference to an object that is not in the file
)

// brokenEnd says that the data of a stream are damaged.
const brokenEnd = "end"

// all reads a stream of content, which must be whole: what is lost with the end of it
// would be missing without a trace.
func (d *document) all(v library.Value) []byte {
	if v.Kind() == library.Name && v.Name() == nowhere {
		panic(refuse(Damaged, fmt.Sprintf("This PDF is damaged: a part of page %d is not in the file.", d.page), again))
	}
	if v.Kind() == library.Null {
		return nil
	}
	switch broken := v.Key(brokenKey).Name(); broken {
	case "":
		if v.Kind() != library.Stream {
			panic(refuse(Damaged, fmt.Sprintf("This PDF is damaged: the content of page %d is not in its place.", d.page), again))
		}
	case brokenEnd:
		panic(refuse(Damaged, fmt.Sprintf("This PDF is damaged: the content of page %d breaks off or is changed.", d.page), again))
	default:
		panic(refuse(Filter, fmt.Sprintf("The text of this PDF is packed in a way that is not read here (%.40s).", broken), elsewhere))
	}
	b, _ := part(v)
	return b
}

// part reads a stream as far as it goes, and reports whether it is whole.
func part(v library.Value) ([]byte, bool) {
	if v.Kind() != library.Stream {
		return nil, false
	}
	b, err := io.ReadAll(io.LimitReader(v.Reader(), maxStream))
	return b, err == nil && v.Key(brokenKey).Kind() == library.Null
}
