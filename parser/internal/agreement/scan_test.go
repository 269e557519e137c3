package agreement_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// readScan reads a scan; of one that cannot be read there are no tables.
func readScan(t testing.TB, name string, data []byte) (tables, string) {
	f, said := opened(name, data)
	if said != "" {
		return tables{}, said
	}
	return tablesOf(t, f), ""
}

// worse lists the cells of a scan that are silently wrong with the second reading by the
// letters of the document, and right or marked without it.
func worse(on, off []miss) []string {
	var out []string
	for _, m := range on {
		if m.mark != "silent" {
			continue
		}
		if !slices.ContainsFunc(off, func(o miss) bool {
			return o.table == m.table && o.column == m.column && o.row == m.row && o.mark == "silent"
		}) {
			out = append(out, m.String())
		}
	}
	return out
}

// TestSecondReading: scans that were not used to build the reader are read with the second
// reading from their pictures and without it. With it no cell is silently wrong that is
// not so without it.
func TestSecondReading(t *testing.T) {
	folder := filepath.Join("testdata", "scan")
	if *scans != "" {
		folder = *scans
	}
	found, err := filepath.Glob(filepath.Join(folder, "*.words"))
	if err != nil {
		t.Fatal(err)
	}
	all := make([][]result, len(found))
	t.Run("scans", func(t *testing.T) {
		for i, file := range found {
			name := strings.TrimSuffix(file, ".words")
			if !strings.Contains(name, *only) {
				continue
			}
			t.Run(filepath.Base(name), func(t *testing.T) {
				t.Parallel()
				all[i] = readTwice(t, name)
			})
		}
	})
	results := slices.Concat(all...)
	show(os.Stdout, "scans that were not used to build the reader, with and without the second reading", results)
	if len(results) < 40 && *only == "" && *scans == "" {
		t.Errorf("there are %d readings of scans, not those of 20", len(results))
	}
	hold(t, results, map[string]bound{"drawn scan": {right: 78}, "drawn scan, text layer": {}})
}

// readTwice scores a scan that was drawn.
func readTwice(t *testing.T, name string) []result {
	d, err := readDrawn(name)
	if err != nil {
		t.Fatal(err)
	}
	f := only1(d.name+".xml", d.xml)
	if f == nil {
		t.Fatalf("%s.xml is no filing", name)
	}
	if *keepScans != "" {
		if err := os.WriteFile(filepath.Join(*keepScans, d.name+".pdf"), d.pdf, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return twice(t, d.name, "drawn", d.pdf, tablesOf(t, asPrinted(f, d.look)))
}

// twice reads a scan with the second reading and without.
func twice(t *testing.T, name, group string, data []byte, want tables) []result {
	on := result{name: name, group: group + " scan"}
	off := result{name: name + " text layer", group: group + " scan, text layer"}
	for _, x := range []struct {
		r    *result
		data []byte
	}{{&on, data}, {&off, withoutPictures(data)}} {
		var got tables
		got, x.r.said = readScan(t, name+".pdf", x.data)
		x.r.score, x.r.misses = compare(want, got, compared)
	}
	if off.said == "" {
		for _, s := range worse(on.misses, off.misses) {
			t.Errorf("%s: only with the second reading: %s", name, s)
		}
	}
	return []result{on, off}
}

// TestSpoil: a scan is made anew as it was, and a picture that is taken away leaves the
// words.
func TestSpoil(t *testing.T) {
	a, err := readDrawn(filepath.Join("testdata", "scan", "001"))
	if err != nil {
		t.Fatal(err)
	}
	b, err := readDrawn(filepath.Join("testdata", "scan", "001"))
	if err != nil {
		t.Fatal(err)
	}
	if string(a.pdf) != string(b.pdf) {
		t.Error("the same scan is made in two ways")
	}
	if off := withoutPictures(a.pdf); len(off) != len(a.pdf) || string(off) == string(a.pdf) {
		t.Error("the pictures are not taken away")
	}
	layer := [][]layerWord{{{1, 2, 3, 4, 5, 6, "a\tb"}, {10, 20, 30, 40, 50.5, 6, "("}}, {{1, 2, 3, 4, 5, 6, "c"}}}
	if got, err := readLayer(writeLayer(layer)); err != nil || fmt.Sprint(got) != fmt.Sprint(layer) {
		t.Errorf("%v, %v; want %v", got, err, layer)
	}
}

// TestWorse: the measure can fail.
func TestWorse(t *testing.T) {
	silent := miss{table: "SUBMISSION", column: "ISSUERNAME", mark: "silent", got: "B"}
	marked := silent
	marked.mark = "guessed"
	other := silent
	other.row = 1
	for _, c := range []struct {
		name    string
		on, off []miss
		want    int
	}{
		{"silent in both", []miss{silent}, []miss{silent}, 0},
		{"silent only with it", []miss{silent}, nil, 1},
		{"marked without it", []miss{silent}, []miss{marked}, 1},
		{"silent in another line without it", []miss{silent}, []miss{other}, 1},
		{"marked with it", []miss{marked}, nil, 0},
		{"silent only without it", nil, []miss{silent}, 0},
	} {
		if got := worse(c.on, c.off); len(got) != c.want {
			t.Errorf("%s: %q", c.name, got)
		}
	}
}
