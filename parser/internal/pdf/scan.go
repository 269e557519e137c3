package pdf

import (
	library "github.com/ledongthuc/pdf"

	"filingview/parser/internal/picture"
	"filingview/parser/internal/sheet"
)

// maxScanned bounds the dots of the pictures of a scan that are read again, seven
// pages at 200 an inch, which is the work of a second.
const maxScanned = 26_000_000

// scanned is the picture that covers a page.
type scanned struct {
	number int64 // of its object
	box    box
}

// keepPicture takes note of a picture that covers most of a page and lies on it
// upright.
func (in *interpreter) keepPicture(x library.Value, m matrix, area float64) {
	number := x.Key(pictureKey).Int64()
	if number == 0 || area < 0.5*in.page.width*in.page.height || m[1] != 0 || m[2] != 0 || m[0] <= 0 || m[3] >= 0 {
		return
	}
	in.page.scan = scanned{number, box{X0: float32(m[4]), Y0: float32(m[5] + m[3]), X1: float32(m[4] + m[0]), Y1: float32(m[5])}}
}

// reread reads the pages of a scan again from their pictures. One that cannot be read
// keeps the words of its text layer. What it costs is bounded by the size of the
// pictures, not by the clock, so that a busy machine reads the same.
func (d *document) reread(s *sheet.Sheet, content []*pageContent) {
	pictures := make([]*picture.Grey, len(content))
	dots := 0
	for i, p := range content {
		data := d.pictures[p.scan.number]
		if !s.Pages[i].Picture || len(data) == 0 || len(s.Pages[i].Words) == 0 {
			continue
		}
		n, err := picture.Size(data)
		if err != nil || dots+n > maxScanned {
			continue // the text layer is there all the same
		}
		if pictures[i], err = picture.Decode(data, p.scan.box); err == nil {
			dots += n
		}
	}
	picture.Reread(s.Pages, pictures)
}
