package main

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
)

// A program of wasm says in its section of data what its memory begins with, in
// pieces: where one belongs, and what it is. Go's linker leaves out the shortest runs of
// zeros, and so makes a hundred thousand pieces, the most that a browser takes, whose
// places are a fifth of that section. A browser puts each in its place by itself.
//
// To join them saves 113,000 bytes Brotli, 6.7 % of a first visit (measured with Go
// 1.26.8). A linker that writes other sections breaks it: the build then stops with
// errWasm.

// inFewPieces returns a program of wasm with what its memory begins with in few pieces
// and, if that is asked for, without the tables of its lines (lines.go). The error says
// what is not as this build knows it.
func inFewPieces(program []byte, withoutLines bool) ([]byte, error) {
	m, err := memoryOf(program)
	if err != nil {
		return nil, err
	}
	if withoutLines {
		if err := dropLines(m.bytes); err != nil {
			return nil, fmt.Errorf("the program's table of functions is not as this version of the build knows it: %w", err)
		}
	}
	return m.write(program), nil
}

// memory is a program's memory as it begins.
type memory struct {
	bytes      []byte
	start, end int // of the section of data in the program
}

// maxMemory bounds what a program may begin with.
const maxMemory = 256 << 20

// minGap is the shortest run of zeros that is left out: shorter ones cost less than
// another piece.
const minGap = 64

const dataSection, i32Const, endOfExpression = 11, 0x41, 0x0b

var errWasm = errors.New("the program is no wasm as Go makes it")

// memoryOf reads the section of data.
func memoryOf(program []byte) (memory, error) {
	const dataCount = 12 // a section that Go does not make: the instructions that need it tell the pieces apart
	var m memory
	r := wasmReader{in: program, at: 8}
	for r.at < len(program) && !r.bad {
		start := r.at
		section, size := r.byte(), r.number()
		next := r.at + size
		if section == dataCount || section == dataSection && m.end > 0 {
			return m, errWasm
		}
		if section != dataSection {
			r.at = next
			continue
		}
		m.start, m.end = start, next
		for n := r.number(); n > 0 && !r.bad; n-- {
			mode, op := r.byte(), r.byte()
			at := r.number()
			if mode != 0 || op != i32Const || r.byte() != endOfExpression || at > maxMemory {
				return m, errWasm
			}
			size := r.number()
			from := r.at
			if r.at += size; r.at > next || r.bad || size > maxMemory {
				return m, errWasm
			}
			if n := at + size; n > len(m.bytes) {
				m.bytes = append(m.bytes, make([]byte, n-len(m.bytes))...)
			}
			copy(m.bytes[at:], program[from:r.at])
		}
	}
	if r.bad || m.end == 0 || m.end > len(program) {
		return m, errWasm
	}
	return m, nil
}

// write returns the program with this memory in place of the one that was read of it.
func (m memory) write(program []byte) []byte {
	var pieces []byte
	count := 0
	for at := 0; ; {
		for at < len(m.bytes) && m.bytes[at] == 0 {
			at++
		}
		if at == len(m.bytes) {
			break
		}
		end, zeros := at, 0
		for i := at; i < len(m.bytes) && zeros < minGap; i++ {
			if zeros++; m.bytes[i] != 0 {
				end, zeros = i+1, 0
			}
		}
		pieces = append(pieces, 0, i32Const)
		pieces = append(appendSigned(pieces, at), endOfExpression)
		pieces = binary.AppendUvarint(pieces, uint64(end-at))
		pieces = append(pieces, m.bytes[at:end]...)
		count++
		at = end
	}
	body := append(binary.AppendUvarint(nil, uint64(count)), pieces...)
	head := binary.AppendUvarint([]byte{dataSection}, uint64(len(body)))
	return slices.Concat(program[:m.start], head, body, program[m.end:])
}

// appendSigned appends a number that is not negative as a signed one of LEB128.
func appendSigned(b []byte, n int) []byte {
	for n >= 0x40 {
		b = append(b, byte(n)|0x80)
		n >>= 7
	}
	return append(b, byte(n))
}

// wasmReader reads numbers; after the end it reads zeros and is bad.
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
