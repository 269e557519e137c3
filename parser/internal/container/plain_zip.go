package container

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"io/fs"
	"path"
	"strings"

	"filingview/parser/internal/refusal"
)

// plainZip yields the members of a ZIP that has its directory at its end, and in it all
// that stands before, and whose members are files of people and not the parts of a document.
func (u *unpacker) plainZip(name string, data []byte) {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil || !isPlain(data, r.File) {
		u.odd(name, data, 0, false)
		return
	}
	if n, ok := u.zipMembers(name, r.File, 0); ok && n == 0 {
		u.empty(name, "a ZIP archive")
	}
}

// isPlain reports whether the members that a directory lists fill a ZIP from its start to
// the directory, and none of them tells of a document or of a data set.
func isPlain(data []byte, files []*zip.File) bool {
	end := bytes.LastIndex(data, []byte(zipEnd))
	if end < 0 || end+zipEndSize > len(data) || end+zipEndSize+int(binary.LittleEndian.Uint16(data[end+20:])) != len(data) {
		return false
	}
	size, start := binary.LittleEndian.Uint32(data[end+12:]), binary.LittleEndian.Uint32(data[end+16:])
	if int64(start)+int64(size) != int64(end) {
		return false
	}
	next := int64(0) // where the header of the next member may begin
	for _, f := range files {
		at, err := f.DataOffset()
		if err != nil {
			return false
		}
		// The header has 30 bytes, the name and some fields; what tells the sizes after a
		// member has 24 at most.
		header := at - next - int64(len(f.Name))
		if header < 30 || header > 30+200 || f.Mode()&fs.ModeSymlink != 0 || f.Name == "mimetype" || f.Name == "[Content_Types].xml" || strings.EqualFold(path.Ext(f.Name), ".tsv") {
			return false
		}
		next = at + int64(f.CompressedSize64)
	}
	return int64(start)-next >= 0 && int64(start)-next <= 24
}

// zipMembers yields members, of which n went before in the file. It returns false if no
// more are read.
func (u *unpacker) zipMembers(name string, files []*zip.File, n int) (int, bool) {
	const format = "a ZIP archive"
	for _, f := range files {
		if u.stopped {
			return n, false
		}
		if f.FileInfo().IsDir() && f.UncompressedSize64 == 0 || isLitter(f.Name) {
			continue
		}
		if n++; n > maxMembers {
			u.tooMany(name, format)
			return n, false
		}
		member := memberName(name, f.Name)
		switch {
		case f.Flags&1 != 0:
			u.fail(member, &refusal.Error{Kind: refusal.ErrFormat, Format: format,
				Reason: "It is encrypted with a password, so it cannot be read.",
				Advice: "Unpack it with the password and open what is inside."})
			continue
		case f.Mode()&fs.ModeSymlink != 0:
			u.fail(member, &refusal.Error{Kind: refusal.ErrFormat, Format: "a member of a ZIP archive",
				Reason: "This is a link to another file, which is read under its own name if the archive holds it.",
				Advice: "Pack the file itself."})
			continue
		}
		b, err := u.zipMember(f)
		if err != nil {
			u.unpackFailed(member, "a member of a ZIP archive", err)
			if u.budget <= 0 {
				return n, false
			}
			continue
		}
		u.unpack(member, b, 0, true)
	}
	return n, true
}

func (u *unpacker) zipMember(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	b, err := u.unpacked(r, int64(f.CompressedSize64))
	if closing := r.Close(); err == nil {
		err = closing
	}
	return b, err
}
