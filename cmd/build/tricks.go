package main

import (
	"fmt"
	"slices"
	"strings"
)

// tricks are what the build does to the page besides compiling, naming and packing it,
// so that it is smaller or starts faster. Each stands in a file of its own, which says what
// it saves, what breaks it and how it fails. The page works without any of them: see -without.
type tricks struct {
	lean      bool // go-app without its server (lean.go)
	inlining  bool // no inlining where speed is not needed (inlining.go)
	memory    bool // the program's memory in few pieces (memory.go)
	lines     bool // no tables of lines (lines.go); needs memory
	rehearsal bool // the start is rehearsed (rehearsal.go)
}

// tricksWithout returns all tricks but those that are named, with a comma between them;
// "all" names every one.
func tricksWithout(names string) (tricks, error) {
	with := tricks{true, true, true, true, true}
	each := map[string]*bool{"lean": &with.lean, "inlining": &with.inlining, "memory": &with.memory, "lines": &with.lines, "rehearsal": &with.rehearsal}
	for name := range strings.SplitSeq(names, ",") {
		switch on := each[name]; {
		case names == "":
		case name == "all":
			return tricks{}, nil
		case on == nil:
			known := []string{"all"}
			for k := range each {
				known = append(known, k)
			}
			slices.Sort(known)
			return tricks{}, fmt.Errorf("-without %s: the build has no trick %q; it knows %s", names, name, strings.Join(known, ", "))
		default:
			*on = false
		}
	}
	if !with.memory && with.lines {
		return tricks{}, fmt.Errorf("-without %s: the lines are taken out of the memory that is written anew, so leave out lines too", names)
	}
	return with, nil
}
