package container

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"strings"
)

// openArchive opens an archive that is not plain.
func openArchive(u *unpacker, name string, data []byte, wraps int, member bool) {
	switch {
	case isGzip(data):
		u.gzips(name, data, wraps, member)
	case isTar(data):
		u.tar(name, data)
	default:
		u.zips(name, data)
	}
}

// gzips unpacks gzip files that stand one after the other: parts of one file,
// or files that were joined, which begin as documents do.
func (u *unpacker) gzips(name string, data []byte, wraps int, member bool) {
	const format = "a gzip file"
	files, err := u.gzipParts(data)
	if len(files) > 1 && !allBegin(files[1:]) {
		files = [][]byte{bytes.Join(files, nil)}
	}
	for i, file := range files {
		part := name
		if i > 0 {
			part = fmt.Sprintf("%s/part %d", name, i+1)
		}
		u.unpack(part, file, wraps+1, member)
	}
	if err != nil {
		u.unpackFailed(name, format, err)
	}
}

var errTrailing = errors.New("what follows it is no gzip")

// gzipParts unpacks the gzip files in data, up to one that is damaged.
func (u *unpacker) gzipParts(data []byte) (parts [][]byte, err error) {
	in := bytes.NewReader(data) // the unpacker takes no byte of it beyond the end of a part
	r, err := gzip.NewReader(in)
	for err == nil {
		r.Multistream(false)
		var part []byte
		if part, err = u.unpacked(r, int64(len(data))); err != nil {
			break
		}
		parts = append(parts, part)
		rest := data[len(data)-in.Len():]
		switch {
		case isPadding(rest):
			return parts, nil
		case !isGzip(rest):
			err = errTrailing
		case len(parts) == maxMembers:
			err = errTooMany
		default:
			err = r.Reset(in)
		}
	}
	return parts, err
}

// allBegin reports whether each part begins as a document or an archive does, and not in
// the middle of one.
func allBegin(parts [][]byte) bool {
	for _, p := range parts {
		head := bytes.TrimLeft(bytes.TrimPrefix(p[:min(len(p), 100)], []byte("\ufeff")), " \t\r\n")
		begins := isGzip(head) || isZip(head) || isTar(p)
		for _, start := range [...]string{"<?xml", "<ownershipDocument", "<SEC-DOCUMENT>", "<SUBMISSION>", "%PDF-", "<!doctype", "<html"} {
			begins = begins || len(head) >= len(start) && strings.EqualFold(string(head[:len(start)]), start)
		}
		if !begins {
			return false
		}
	}
	return true
}
