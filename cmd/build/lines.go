package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
)

// A Go program carries tables that say of each instruction which line of which file
// it was made of. Only what is printed when the program fails is read from them, and
// they are a fifteenth of what a first visit loads. Functions keep their names, which
// tell where it failed nearly as well.

// tablesHead begins Go's table of functions since 1.20: its magic, two empty bytes,
// one byte as the step of instructions, eight bytes as the size of a pointer.
var tablesHead = []byte{0xf1, 0xff, 0xff, 0xff, 0, 0, 1, 8}

// withoutLines returns a program of wasm without the tables of its lines: they are
// made zero, which packs to nothing. The error says what is not as it is known here.
func withoutLines(program []byte) ([]byte, error) {
	m, err := memoryOf(program)
	if err != nil {
		return nil, err
	}
	if err := dropLines(m.bytes); err != nil {
		return nil, fmt.Errorf("the program's table of functions is not as this version of the build knows it: %w", err)
	}
	out := bytes.Clone(program)
	for _, s := range m.segments {
		copy(out[s.file:s.file+s.size], m.bytes[s.memory:])
	}
	return out, nil
}

// memory is a program's memory as it begins.
type memory struct {
	bytes    []byte
	segments []segment
}

// segment is a part of it that stands in the program.
type segment struct{ file, memory, size int }

// maxMemory bounds what a program may begin with.
const maxMemory = 256 << 20

var errWasm = errors.New("the program is no wasm as Go makes it")

// memoryOf reads the section of data.
func memoryOf(program []byte) (memory, error) {
	const dataSection, i32Const, end = 11, 0x41, 0x0b
	var m memory
	r := wasmReader{in: program, at: 8}
	for r.at < len(program) && !r.bad {
		section, size := r.byte(), r.number()
		next := r.at + size
		if section != dataSection {
			r.at = next
			continue
		}
		for n := r.number(); n > 0 && !r.bad; n-- {
			mode, op := r.byte(), r.byte()
			at := r.number()
			if mode != 0 || op != i32Const || r.byte() != end || at > maxMemory {
				return m, errWasm
			}
			s := segment{memory: at, size: r.number()}
			s.file = r.at
			if r.at += s.size; r.at > next || r.bad || s.size > maxMemory {
				return m, errWasm
			}
			m.segments = append(m.segments, s)
			if n := s.memory + s.size; n > len(m.bytes) {
				m.bytes = append(m.bytes, make([]byte, n-len(m.bytes))...)
			}
			copy(m.bytes[s.memory:], program[s.file:s.file+s.size])
		}
	}
	if r.bad || m.segments == nil {
		return m, errWasm
	}
	return m, nil
}

// wasmReader reads numbers; behind the end it reads zeros and is bad.
type wasmReader struct {
	in  []byte
	at  int
	bad bool
}

func (r *wasmReader) byte() byte {
	if r.at < 0 || r.at >= len(r.in) {
		r.bad = true
		return 0
	}
	r.at++
	return r.in[r.at-1]
}

// number reads a number of LEB128 that is not negative; of the signed ones, which
// say where data goes, the sign never shows for the addresses that there are.
func (r *wasmReader) number() int {
	n := 0
	for shift := 0; shift < 35; shift += 7 {
		b := r.byte()
		n |= int(b&0x7f) << shift
		if b < 0x80 {
			return n
		}
	}
	r.bad = true
	return 0
}

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
