package ownership_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"filingview/parser/ownership"
)

func TestCellsYieldEveryValueOnce(t *testing.T) {
	f := filled(t)
	want := map[*ownership.Reading]bool{}
	eachCell(reflect.ValueOf(f).Elem(), func(_ reflect.Value, r *ownership.Reading) { want[r] = true })

	paths := map[string]bool{}
	var order []*ownership.Reading
	for c := range f.Cells() {
		if !want[c.Reading] {
			t.Errorf("%s: yielded twice, or not a cell of the filing", c.Path)
		}
		delete(want, c.Reading)
		if paths[c.Path] {
			t.Errorf("%s: two cells have this path", c.Path)
		}
		paths[c.Path] = true
		order = append(order, c.Reading)
	}
	for r := range want {
		t.Errorf("no cell yielded for the one with Raw %q", r.Raw)
	}
	if len(order) < 200 {
		t.Errorf("only %d cells in a filled filing", len(order))
	}
	if got := slices.Collect(f.Readings()); !slices.Equal(got, order) {
		t.Errorf("Readings yields %d readings, not the same as the %d of Cells in the same order", len(got), len(order))
	}
}

func TestCellPathIsTheJSONPath(t *testing.T) {
	f := filled(t)
	data, err := json.Marshal(f)
	if err != nil {
		t.Fatal(err)
	}
	var document any
	if err := json.Unmarshal(data, &document); err != nil {
		t.Fatal(err)
	}
	for c := range f.Cells() {
		at, err := resolve(document, c.Path)
		if err != nil {
			t.Errorf("%s: %v", c.Path, err)
			continue
		}
		cell, ok := at.(map[string]any)
		if !ok || cell["raw"] != c.Raw {
			t.Errorf("%s: the JSON has %v, the cell has Raw %q", c.Path, at, c.Raw)
			continue
		}
		if got := fmt.Sprint(cell["value"]); got != c.Text() {
			t.Errorf("%s: the JSON has the value %q, Text is %q", c.Path, got, c.Text())
		}
	}
}

var step = regexp.MustCompile(`^([A-Za-z0-9]+)(?:\[(\d+)\])?$`)

// resolve follows a path such as tableI[2].transaction.price.
func resolve(v any, path string) (any, error) {
	for part := range strings.SplitSeq(path, ".") {
		m := step.FindStringSubmatch(part)
		if m == nil {
			return nil, fmt.Errorf("%q is no step of a path", part)
		}
		object, ok := v.(map[string]any)
		if v, ok = object[m[1]]; !ok {
			return nil, fmt.Errorf("no %s there", m[1])
		}
		if m[2] == "" {
			continue
		}
		i, _ := strconv.Atoi(m[2])
		list, ok := v.([]any)
		if !ok || i >= len(list) {
			return nil, fmt.Errorf("no %s there", part)
		}
		v = list[i]
	}
	return v, nil
}

func TestCellsSkipWhatIsAbsent(t *testing.T) {
	for c := range new(ownership.Filing).Cells() {
		t.Errorf("an empty filing yields %s", c.Path)
	}
	f := filled(t)
	eachCell(reflect.ValueOf(f).Elem(), func(_ reflect.Value, r *ownership.Reading) { r.State = ownership.Absent })
	f.TableII[1].Transaction.Price.State = ownership.Blank
	var got []string
	for c := range f.Cells() {
		got = append(got, c.Path+"="+c.Text())
	}
	if want := []string{"tableII[1].transaction.price="}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestCellsStopWhenToldTo(t *testing.T) {
	f := filled(t)
	var all []string
	for c := range f.Cells() {
		all = append(all, c.Path)
	}
	// A walk that goes on after false makes range panic.
	for stop := range all {
		n := 0
		for c := range f.Cells() {
			if c.Path != all[n] {
				t.Fatalf("cell %d is %s, was %s", n, c.Path, all[n])
			}
			if n == stop {
				break
			}
			n++
		}
	}
}

func TestTextOfUnknownCellIsEmpty(t *testing.T) {
	for _, state := range []ownership.State{ownership.Blank, ownership.Malformed} {
		f := filled(t)
		eachCell(reflect.ValueOf(f).Elem(), func(_ reflect.Value, r *ownership.Reading) { r.State = state })
		for c := range f.Cells() {
			if c.Text() != "" {
				t.Errorf("%s: a %s cell has the text %q", c.Path, state, c.Text())
			}
		}
	}
}
