package ownership

import (
	"fmt"
	"iter"
	"strconv"
)

// Cell is one value of a filing with its path, whatever its type.
type Cell struct {
	Path     string
	*Reading     // the cell's own, not a copy
	v        any // pointer to V
}

// Text returns the value in canonical form: dates as YYYY-MM-DD, numbers without
// grouping, booleans as true or false. It is empty unless the cell is known.
func (c Cell) Text() string {
	if c.State != Known {
		return ""
	}
	switch v := c.v.(type) {
	case *string:
		return *v
	case *bool:
		return strconv.FormatBool(*v)
	case *DocumentType:
		return string(*v)
	case *AcquiredDisposed:
		return string(*v)
	case *DirectIndirect:
		return string(*v)
	case *Timeliness:
		return string(*v)
	case fmt.Stringer:
		return v.String()
	}
	panic(fmt.Sprintf("ownership: cell %s holds a %T", c.Path, c.v))
}

// Cells yields every cell that is not Absent with its path, which is its path in
// the JSON of the filing: header, tables, notes and signatures, in the order of
// the printed form.
func (f *Filing) Cells() iter.Seq[Cell] {
	return func(yield func(Cell) bool) { f.cells(&visit{yield, true}, "") }
}

// Readings yields what Cells does without the paths, which cost more than the
// rest of the walk.
func (f *Filing) Readings() iter.Seq[*Reading] {
	return func(yield func(*Reading) bool) {
		f.cells(&visit{func(c Cell) bool { return yield(c.Reading) }, false}, "")
	}
}

// visit is one walk over the cells, with their paths or without.
type visit struct {
	yield func(Cell) bool
	paths bool
}

// at visits one value; the path is only built for a cell that is there.
func at[T any](y *visit, prefix, name string, v *Value[T]) bool {
	if v.State == Absent {
		return true
	}
	if y.paths {
		name = prefix + name
	}
	return y.yield(Cell{name, &v.Reading, &v.V})
}

func (y *visit) index(prefix, name string, i int) string {
	if !y.paths {
		return ""
	}
	return prefix + name + "[" + strconv.Itoa(i) + "]."
}

func (y *visit) field(prefix, name string) string {
	if !y.paths {
		return ""
	}
	return prefix + name
}
