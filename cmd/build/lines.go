package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
)

// A Go program carries tables that say of each instruction which line of which file
// it was made of. Only what is printed when the program fails is read from them.
// Functions keep their names, which tell where it failed nearly as well.
//
// To leave them out saves 148,000 bytes Brotli, 8.8 % of a first visit (measured with Go
// 1.26.8). A Go with another table of functions breaks it: the build then stops and says
// which part is not as it is known.

// tablesHead begins Go's table of functions since 1.20: its magic, two empty bytes,
// one byte as the step of instructions, eight bytes as the size of a pointer.
var tablesHead = []byte{0xf1, 0xff, 0xff, 0xff, 0, 0, 1, 8}

// dropLines makes the tables of lines and files in a memory zero, as far as nothing
// else shares them (runtime/symtab.go, cmd/link/internal/ld/pcln.go).
func dropLines(memory []byte) error {
	at := bytes.Index(memory, tablesHead)
	if at < 0 {
		return errors.New("it is not there")
	}
	tables := memory[at:]
	if bytes.Contains(tables[1:], tablesHead) {
		return errors.New("there are two")
	}
	if len(tables) < 72 {
		return errors.New("it is cut off")
	}
	word := func(i int) int { return int(binary.LittleEndian.Uint64(tables[8+8*i:])) }
	count, units, files, steps, functions := word(0), word(4), word(5), word(6), word(7)
	if !(0 < count && count < 1<<20 && 72 <= units && units <= files && files <= steps && steps <= functions && functions+8*count < len(tables)) {
		return errors.New("its parts are not in order")
	}
	table := tables[functions:]
	// Offsets of the tables of steps: of lines and files, and of what must stay.
	var lines, kept []int
	for i := range count {
		f := int(binary.LittleEndian.Uint32(table[8*i+4:]))
		const head, stack, file, line, others = 44, 16, 20, 24, 28
		if f < 0 || f+head > len(table) {
			return fmt.Errorf("function %d is outside", i)
		}
		field := func(at int) int { return int(binary.LittleEndian.Uint32(table[f+at:])) }
		n := field(others)
		if n > 64 || f+head+4*n > len(table) {
			return fmt.Errorf("function %d has %d tables", i, n)
		}
		lines = append(lines, field(file), field(line))
		kept = append(kept, field(stack))
		for j := range n {
			kept = append(kept, field(head+4*j))
		}
		clear(table[f+file : f+others]) // none, which the runtime prints as a question mark
	}
	size := functions - steps
	stays := map[int]bool{0: true}
	for _, o := range kept {
		stays[o] = true
	}
	all := append(append(append([]int{0, size}, lines...), kept...), size)
	slices.Sort(all)
	all = slices.Compact(all)
	if all[len(all)-1] != size {
		return errors.New("a table of steps is outside")
	}
	for i, o := range all[:len(all)-1] {
		if !stays[o] {
			clear(tables[steps+o : steps+all[i+1]])
		}
	}
	clear(tables[units:steps]) // which file a number of a function means, and their names
	return nil
}
