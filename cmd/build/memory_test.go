package main

import (
	"bytes"
	"encoding/binary"
	"math/rand/v2"
	"testing"
)

// wasmOf is a program with nothing but memory, in the pieces that are given, and a
// section on either side.
func wasmOf(pieces map[int]string) []byte {
	var body []byte
	count := 0
	for at := 0; at < 1<<20; at++ {
		piece, ok := pieces[at]
		if !ok {
			continue
		}
		body = append(appendSigned(append(body, 0, i32Const), at), endOfExpression)
		body = append(binary.AppendUvarint(body, uint64(len(piece))), piece...)
		count++
	}
	body = append(binary.AppendUvarint(nil, uint64(count)), body...)
	program := []byte("\x00asm\x01\x00\x00\x00\x00\x02\x01x")
	program = append(binary.AppendUvarint(append(program, dataSection), uint64(len(body))), body...)
	return append(program, "\x00\x02\x01y"...)
}

// TestMemory: whatever the pieces, the memory that is written is the one that was read,
// what stands around it stays, and runs of zeros that are long are left out.
func TestMemory(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		pieces := map[int]string{}
		for at, n := 0, 1+random.IntN(30); n > 0; n-- {
			at += random.IntN(3 * minGap)
			piece := bytes.Repeat([]byte{byte(random.IntN(3))}, 1+random.IntN(2*minGap))
			pieces[at] = string(piece)
			at += len(piece)
		}
		program := wasmOf(pieces)
		before, err := memoryOf(program)
		if err != nil {
			t.Fatal(err)
		}
		for at, piece := range pieces {
			if got := string(before.bytes[at : at+len(piece)]); got != piece {
				t.Fatalf("at %d is %q, want %q", at, got, piece)
			}
		}
		out := before.write(program)
		after, err := memoryOf(out)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(bytes.TrimRight(after.bytes, "\x00"), bytes.TrimRight(before.bytes, "\x00")) {
			t.Fatalf("%q became %q", before.bytes, after.bytes)
		}
		if bytes.Contains(out[after.start:after.end], make([]byte, minGap)) {
			t.Fatalf("%d zeros were not left out", minGap)
		}
		if !bytes.HasPrefix(out, program[:before.start]) || !bytes.HasSuffix(out, program[before.end:]) {
			t.Fatal("what stands around the memory has changed")
		}
		if again := after.write(out); !bytes.Equal(again, out) {
			t.Fatal("written twice it is something else")
		}
	}
}

func TestMemoryRefuses(t *testing.T) {
	good := wasmOf(map[int]string{5: "abc"})
	if _, err := memoryOf(good); err != nil {
		t.Fatal(err)
	}
	count := append([]byte(nil), good[:8]...)
	count = append(append(count, 12, 1, 1), good[8:]...)
	for name, program := range map[string][]byte{
		"nothing":          nil,
		"no data":          good[:12],
		"cut":              good[:len(good)-7],
		"pieces are named": count,
		"data twice":       append(append([]byte(nil), good...), good[12:len(good)-4]...),
		"passive":          bytes.Replace(good, []byte{1, 0, i32Const}, []byte{1, 1, i32Const}, 1),
	} {
		if _, err := memoryOf(program); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
