package agreement_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

var (
	draw      = flag.String("draw", "", "draw scans of invented filings into this `FOLDER`; needs chromium, pdftoppm and tesseract")
	drawFrom  = flag.Uint64("draw-from", 1, "the `NUMBER` of the first filing that is drawn")
	drawMany  = flag.Int("draw-many", 20, "how many are drawn")
	scans     = flag.String("scans", "", "read the scans in this `FOLDER` that -draw made, and not those kept here")
	keepScans = flag.String("keep-scans", "", "write the PDFs of these scans into this `FOLDER`")
)

// fonts are those of Debian's packages in which filings are drawn, none of which the
// filings beside the checkout are set in.
var fonts = []string{"FreeSerif", "Linux Libertine O", "P052", "C059", "URW Bookman", "Caladea", "Carlito", "Nimbus Sans Narrow", "URW Gothic", "DejaVu Serif", "FreeSans", "DejaVu Sans Condensed"}

// scanner makes up how a filing is scanned.
func scanner(seed uint64) spoil {
	r := rand.New(rand.NewPCG(seed, 150))
	between := func(low, high float64) float64 { return low + (high-low)*r.Float64() }
	return spoil{
		DPI: []int{150, 175, 200, 240, 300, 200, 250}[seed%7], Skew: between(-0.9, 0.9), Blur: between(0.3, 1.1), Noise: between(2, 14),
		Paper: between(215, 255), Ink: between(5, 70), Quality: 40 + r.IntN(51), Lines: r.IntN(2) == 0,
	}
}

// lookOf is the look of EDGAR's in which a filing is printed.
func lookOf(seed uint64) look { return look(seed / 3 % 2) }

// TestDraw draws scans for TestSecondReading: a filing is printed by a browser in some
// font, its pages are spoiled as a scanner does, and what Tesseract reads on them is laid
// over them.
func TestDraw(t *testing.T) {
	if *draw == "" {
		t.Skip("-draw names no folder")
	}
	for i := range *drawMany {
		seed := *drawFrom + uint64(i)
		if err := drawScan(*draw, seed); err != nil {
			t.Errorf("scan %d: %v", seed, err)
		}
	}
}

func drawScan(folder string, seed uint64) error {
	s := scanner(seed)
	xml := invented(seed)
	f := only1("filing.xml", []byte(xml))
	if f == nil {
		return fmt.Errorf("its XML is no filing")
	}
	r := rand.New(rand.NewPCG(seed, 15))
	l := lookOf(seed)
	zoom := map[int]float64{150: 1, 175: 0.9, 200: 0.85, 240: 0.75, 250: 0.75, 300: 0.7}[s.DPI]
	size := []string{"letter landscape", "letter portrait", "A4 landscape", "letter landscape"}[r.IntN(4)]
	style := fmt.Sprintf("<style>* {font-family: '%s' !important} body {zoom: %g} @page {size: %s; margin: 9mm}</style></head>", fonts[int(seed)%len(fonts)], zoom, size)
	page := strings.Replace(render(f, l), "</head>", style, 1)
	dir, err := os.MkdirTemp("", "scan")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if err := os.WriteFile(filepath.Join(dir, "p.html"), []byte(page), 0o644); err != nil {
		return err
	}
	run := func(name string, args ...string) error {
		c := exec.Command(name, args...)
		c.Dir = dir
		if out, err := c.CombinedOutput(); err != nil {
			return fmt.Errorf("%s: %w: %s", name, err, out)
		}
		return nil
	}
	if err := run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--print-to-pdf=p.pdf", "p.html"); err != nil {
		return err
	}
	if err := run("pdftoppm", "-r", strconv.Itoa(s.DPI), "-gray", "-png", "p.pdf", "p"); err != nil {
		return err
	}
	pages, err := filepath.Glob(filepath.Join(dir, "p-*.png"))
	if err != nil || len(pages) == 0 {
		return fmt.Errorf("no page is drawn: %w", err)
	}
	name := filepath.Join(folder, fmt.Sprintf("%03d", seed))
	var layers [][]layerWord
	for i, p := range pages {
		data, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		m, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			return err
		}
		clean := coarse(m)
		var out bytes.Buffer
		if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, clean); err != nil {
			return err
		}
		if err := os.WriteFile(fmt.Sprintf("%s-%d.png", name, i+1), out.Bytes(), 0o644); err != nil {
			return err
		}
		jpg, err := s.scan(clean, seed*10+uint64(i))
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, "s.jpg"), jpg, 0o644); err != nil {
			return err
		}
		if err := run("tesseract", "s.jpg", "s", "--dpi", strconv.Itoa(s.DPI), "hocr"); err != nil {
			return err
		}
		hocr, err := os.ReadFile(filepath.Join(dir, "s.hocr"))
		if err != nil {
			return err
		}
		layers = append(layers, wordsOfHOCR(string(hocr)))
	}
	how, err := json.Marshal(s)
	if err != nil {
		return err
	}
	for ending, data := range map[string]string{".xml": xml, ".words": writeLayer(layers), ".json": string(how) + "\n"} {
		if err := os.WriteFile(name+ending, []byte(data), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// wordsOfHOCR reads what Tesseract writes: each line with its foot and height, and the
// words in it.
func wordsOfHOCR(s string) []layerWord {
	line := regexp.MustCompile(`class='ocr_(?:line|header|caption|textfloat)'[^>]*title="bbox (\d+) (\d+) (\d+) (\d+); baseline ([-.\d]+) ([-.\d]+); x_size ([.\d]+)`)
	word := regexp.MustCompile(`class='ocrx_word'[^>]*title='bbox (\d+) (\d+) (\d+) (\d+);[^>]*>(.*?)</span>`)
	tag := regexp.MustCompile(`<[^>]*>`)
	num := func(s string) float64 {
		v, err := strconv.ParseFloat(s, 64)
		if err != nil {
			panic(err) // the pattern takes numbers only
		}
		return v
	}
	var out []layerWord
	var slope, offset, left, bottom, size float64
	for l := range strings.Lines(s) {
		if m := line.FindStringSubmatch(l); m != nil {
			left, bottom, slope, offset, size = num(m[1]), num(m[4]), num(m[5]), num(m[6]), num(m[7])
		}
		for _, m := range word.FindAllStringSubmatch(l, -1) {
			text := strings.NewReplacer("&lt;", "<", "&gt;", ">", "&quot;", `"`, "&#39;", "'", "&amp;", "&").Replace(tag.ReplaceAllString(m[5], ""))
			if strings.TrimSpace(text) == "" {
				continue
			}
			x := num(m[1])
			out = append(out, layerWord{x0: x, y0: num(m[2]), x1: num(m[3]), y1: num(m[4]), foot: bottom + offset + slope*(x-left), high: size, text: text})
		}
	}
	return out
}

// drawn is a scan that TestDraw made.
type drawn struct {
	look look
	name string
	xml  []byte
	pdf  []byte
}

// readDrawn makes the PDF of a scan from what is kept of it.
func readDrawn(name string) (*drawn, error) {
	d := &drawn{name: filepath.Base(name)}
	var err error
	if d.xml, err = os.ReadFile(name + ".xml"); err != nil {
		return nil, err
	}
	words, err := os.ReadFile(name + ".words")
	if err != nil {
		return nil, err
	}
	how, err := os.ReadFile(name + ".json")
	if err != nil {
		return nil, err
	}
	var s spoil
	if err := json.Unmarshal(how, &s); err != nil {
		return nil, fmt.Errorf("%s.json: %w", name, err)
	}
	layer, err := readLayer(string(words))
	if err != nil {
		return nil, fmt.Errorf("%s.words: %w", name, err)
	}
	seed, err := strconv.ParseUint(d.name, 10, 64)
	if err != nil {
		return nil, fmt.Errorf("%s: a scan has a number for a name: %w", name, err)
	}
	d.look = lookOf(seed)
	var sizes []image.Point
	var pictures [][]byte
	for i := range layer {
		data, err := os.ReadFile(fmt.Sprintf("%s-%d.png", name, i+1))
		if err != nil {
			return nil, err
		}
		m, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			return nil, fmt.Errorf("%s-%d.png: %w", name, i+1, err)
		}
		clean, ok := m.(*image.Paletted)
		if !ok {
			return nil, fmt.Errorf("%s-%d.png is a %T", name, i+1, m)
		}
		jpg, err := s.scan(clean, seed*10+uint64(i))
		if err != nil {
			return nil, err
		}
		if _, err := jpeg.DecodeConfig(bytes.NewReader(jpg)); err != nil {
			return nil, err
		}
		sizes, pictures = append(sizes, clean.Rect.Size()), append(pictures, jpg)
	}
	d.pdf = s.scanFile(sizes, pictures, layer)
	return d, nil
}
