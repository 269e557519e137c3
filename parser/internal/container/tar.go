package container

import (
	"archive/tar"
	"bytes"
	"errors"
	"io"
	"path"
	"strings"

	"filingview/parser/internal/refusal"
	"filingview/parser/internal/wording"
)

const tarBlock = 512

// tarReader goes through the tar archives of one file.
type tarReader struct {
	*unpacker
	name  string
	data  []byte
	n     int
	files map[string][]byte // by their paths, for the links to them
	links []*tar.Header
}

// tar yields the members of a tar, or of several that stand one after the other.
func (u *unpacker) tar(name string, data []byte) {
	t := &tarReader{unpacker: u, name: name, data: data, files: map[string][]byte{}}
	for from := 0; !u.stopped && from < len(data); {
		end, ok := t.archive(from)
		if !ok {
			return
		}
		// What follows the end of an archive is padding, or another one.
		for end < len(data) && isPadding(data[end:min(end+tarBlock, len(data))]) {
			end += tarBlock
		}
		if from = end; from < len(data) && !isTar(data[from:]) {
			t.failed(errors.New("what follows its end is no tar"))
			return
		}
	}
	for _, h := range t.links {
		t.link(h)
	}
	if t.n == 0 {
		u.empty(name, "a tar archive")
	}
}

func (t *tarReader) failed(err error) { t.unpackFailed(t.name, "a tar archive", err) }

// archive reads the archive that starts at from, and returns where its end is known to be.
// It returns false if nothing more can be read.
func (t *tarReader) archive(from int) (end int, ok bool) {
	in := bytes.NewReader(t.data[from:])
	r := tar.NewReader(in)
	at := func() int { return len(t.data) - in.Len() }
	for !t.stopped {
		before := from + (at()-from+tarBlock-1)/tarBlock*tarBlock // the members are padded
		h, err := r.Next()
		if err == io.EOF {
			if at()-before < tarBlock {
				t.fail(t.name, &refusal.Error{Format: "a tar archive", Kind: refusal.ErrDamaged,
					Reason: "This is a tar archive without the mark of its end: it is cut off, and files may be missing after the last one that is listed.",
					Advice: "Download it again and compare the size."})
			}
			return at(), true
		}
		if err != nil && !errors.Is(err, tar.ErrInsecurePath) {
			t.failed(err)
			return 0, false
		}
		if !t.member(r, h, at) {
			return 0, false
		}
	}
	return 0, false
}

// member takes one member. It returns false if the archive cannot be read on.
func (t *tarReader) member(r *tar.Reader, h *tar.Header, at func() int) bool {
	switch h.Typeflag {
	case tar.TypeReg, tar.TypeGNUSparse, tar.TypeCont, tar.TypeLink, tar.TypeSymlink:
	default:
		return true // folders and devices hold no bytes
	}
	if isLitter(h.Name) {
		return true
	}
	if t.n++; t.n > maxMembers {
		t.tooMany(t.name, "a tar archive")
		return false
	}
	if h.Typeflag == tar.TypeLink || h.Typeflag == tar.TypeSymlink {
		t.links = append(t.links, h)
		return true
	}
	start := at()
	b, err := t.unpacked(r, h.Size)
	if err != nil {
		t.unpackFailed(memberName(t.name, h.Name), "a member of a tar archive", err)
		return errors.Is(err, errTooLarge)
	}
	// The bytes of the archive itself stay there for a link; those of a sparse file do not.
	if stored := t.data[start:min(start+len(b), len(t.data))]; bytes.Equal(stored, b) {
		t.files[path.Clean(h.Name)] = stored
	}
	t.unpack(memberName(t.name, h.Name), b, 0, true)
	return true
}

// link reads what a link leads to under the name of the link.
func (t *tarReader) link(h *tar.Header) {
	if t.stopped {
		return
	}
	to := path.Clean(h.Linkname)
	if h.Typeflag == tar.TypeSymlink {
		to = path.Join(path.Dir(h.Name), h.Linkname)
	}
	b, ok := t.files[to]
	if t.budget -= min(int64(len(b)), t.budget); !ok || t.budget <= 0 {
		t.fail(memberName(t.name, h.Name), &refusal.Error{Format: "a member of a tar archive", Kind: refusal.ErrFormat,
			Reason: "This is a link to “" + wording.Clip(strings.ToValidUTF8(path.Base(h.Linkname), "�")) + "”, which is not in the archive.",
			Advice: "Pack the file itself."})
		return
	}
	t.unpack(memberName(t.name, h.Name), b, 0, true)
}
