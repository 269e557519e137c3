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
	return func(yield func(Cell) bool) { f.cells("", yield) }
}

// Readings yields what Cells does without the paths, which cost more than the
// rest of the walk.
func (f *Filing) Readings() iter.Seq[*Reading] {
	return func(yield func(*Reading) bool) { f.readings(yield) }
}

// at yields one value; the path is only built for a cell that is there. In line at each
// of its hundred calls it would add 22 KB to each program.
//
//go:noinline
func at[T any](yield func(Cell) bool, prefix, name string, v *Value[T]) bool {
	return v.State == Absent || yield(Cell{prefix + name, &v.Reading, &v.V})
}

// each yields those of the readings that are not Absent.
func each(yield func(*Reading) bool, readings ...*Reading) bool {
	for _, r := range readings {
		if r.State != Absent && !yield(r) {
			return false
		}
	}
	return true
}

func index(prefix, name string, i int) string {
	return prefix + name + "[" + strconv.Itoa(i) + "]."
}
