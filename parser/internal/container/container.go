// Package container takes files out of what they are packed in: gzip, ZIP and tar.
package container

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"iter"
	"path"
	"strconv"
	"strings"

	"filingview/parser/internal/refusal"
	"filingview/parser/internal/wording"
)

// Bounds of what is unpacked.
const (
	maxMember   = 64 << 20 // one member, or a bare file
	maxUnpacked = 4 << 30  // all members of a file
	maxMembers  = 100_000
	maxRatio    = 300     // unpacked to packed
	freeRatio   = 4 << 20 // members up to this size may pack as well as they like
)

// Member is a file that is no archive.
type Member struct {
	Name string // of the file, and within an archive the path after that
	Data []byte
}

// Members yields the files inside a file, which is the file itself if it is no
// archive, each a member or an *Error. One that fails does not lose the others.
// Members are unpacked one by one, as the caller asks for the next one.
func Members(name string, data []byte) iter.Seq2[Member, error] {
	return members(name, data, openArchive)
}

// Plain is as [Members] of a gzip or a ZIP with nothing odd about it. Any other archive is
// a member as it came: what opens it is not linked into a program that only asks for these.
func Plain(name string, data []byte) iter.Seq2[Member, error] {
	return members(name, data, nil)
}

func members(name string, data []byte, archive func(u *unpacker, name string, data []byte, wraps int, member bool)) iter.Seq2[Member, error] {
	return func(yield func(Member, error) bool) {
		u := unpacker{yield: yield, budget: maxUnpacked, archive: archive}
		u.unpack(name, data, 0, false)
	}
}

// unpacker is one run of Members.
type unpacker struct {
	yield   func(Member, error) bool
	stopped bool  // the caller wants no more
	budget  int64 // bytes that archives may still unpack to
	// archive opens those that are not plain; nil if nobody does.
	archive func(u *unpacker, name string, data []byte, wraps int, member bool)
}

func (u *unpacker) fail(name string, e *refusal.Error) {
	if !u.stopped {
		e.File = name
		u.stopped = !u.yield(Member{}, e)
	}
}

// unpack opens archives, and yields what is none. Inside an archive only gzip is
// opened again: an archive in an archive is a person's mistake or an attack.
// Wraps counts the gzip layers taken off, member says that an archive held it.
func (u *unpacker) unpack(name string, data []byte, wraps int, member bool) {
	switch {
	case u.stopped:
	case len(data) == 0:
		u.fail(name, &refusal.Error{Kind: refusal.ErrFormat, Reason: "The file is empty (0 bytes).", Advice: "Download or copy it again."})
	case isGzip(data):
		u.gzip(name, data, wraps, member)
	case member && (isZip(data) || isTar(data)):
		u.nested(name, data)
	case isTar(data):
		u.odd(name, data, wraps, member)
	case isZip(data):
		u.plainZip(name, data)
	case len(data) > maxMember:
		u.fail(name, &refusal.Error{Kind: refusal.ErrBound,
			Reason: fmt.Sprintf("The file has %s; a filing has a few hundred kilobytes at most, and files over %s are not read.", wording.Bytes(int64(len(data))), wording.Bytes(maxMember)),
			Advice: "Check that it is a single filing, or a ZIP of filings."})
	default:
		u.stopped = !u.yield(Member{name, data}, nil)
	}
}

// nested refuses an archive that is a member of another. A .tar.gz is one archive.
func (u *unpacker) nested(name string, data []byte) {
	kind := "a ZIP archive"
	if isTar(data) {
		kind = "a tar archive"
	}
	u.fail(name, &refusal.Error{Kind: refusal.ErrFormat, Format: kind,
		Reason: "This is " + kind + " inside another archive, which is not opened.",
		Advice: "Unpack the outer archive and open this one by itself."})
}

func isGzip(b []byte) bool { return len(b) > 2 && b[0] == 0x1f && b[1] == 0x8b }

func isZip(b []byte) bool {
	return bytes.HasPrefix(b, []byte("PK\x03\x04")) || bytes.HasPrefix(b, []byte("PK\x05\x06")) || bytes.HasPrefix(b, []byte("PK\x07\x08"))
}

// isTar knows a tar by the mark in its first header, or, since old ones have none, by the
// sum of that header's bytes.
func isTar(b []byte) bool {
	if len(b) < tarBlock {
		return false
	}
	if string(b[257:262]) == "ustar" {
		return true
	}
	want, err := strconv.ParseUint(strings.Trim(string(b[148:156]), " \x00"), 8, 32)
	sum := uint64(8 * ' ') // the field of the sum counts as blanks
	for i, c := range b[:tarBlock] {
		if i < 148 || i >= 156 {
			sum += uint64(c)
		}
	}
	return err == nil && want == sum && b[0] != 0
}

var errBomb = errors.New("unpacks to far more than it holds")
var errTooLarge = errors.New("too large")
var errTooMany = errors.New("too many parts")

// unpacked reads all of r within the bounds, where packed is its size before.
func (u *unpacker) unpacked(r io.Reader, packed int64) ([]byte, error) {
	limit := min(int64(maxMember), u.budget)
	if most := max(packed, 1) * maxRatio; most < limit {
		limit = max(most, min(freeRatio, limit))
	}
	var b bytes.Buffer
	n, err := io.Copy(&b, io.LimitReader(r, limit+1))
	u.budget -= min(n, u.budget)
	if n > limit {
		if limit < maxMember {
			return nil, errBomb
		}
		return nil, errTooLarge
	}
	return b.Bytes(), err
}

// unpackFailed says why a member could not be unpacked.
func (u *unpacker) unpackFailed(name, format string, err error) {
	e := &refusal.Error{Format: format, Kind: refusal.ErrDamaged, Advice: "Download or pack it again."}
	switch {
	case errors.Is(err, errBomb):
		e.Kind = refusal.ErrBound
		e.Reason = fmt.Sprintf("It would unpack to more than %d times its size, as no filing does (a “zip bomb”), so it is not unpacked.", maxRatio)
		e.Advice = "Check where the file comes from."
		if u.budget <= 0 {
			e.Reason = "The archive unpacks to more than " + wording.Bytes(maxUnpacked) + "; the rest of it is not read."
			e.Advice = "Open it in parts."
		}
	case errors.Is(err, errTooLarge):
		e.Kind = refusal.ErrBound
		e.Reason = "It unpacks to more than " + wording.Bytes(maxMember) + ", which no filing does."
		e.Advice = "Check that it is a single filing, or a ZIP of filings."
	case errors.Is(err, zip.ErrAlgorithm):
		e.Reason = "It is packed by a method that is not read here."
		e.Advice = "Unpack it and open what is inside, or pack it again with the usual method (deflate)."
	case errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF):
		e.Reason = "This is " + format + " that is cut off: its end is missing."
		e.Advice = "Download it again."
	default:
		e.Reason = "This is " + format + " that is damaged (" + err.Error() + ")."
	}
	u.fail(name, e)
}

// odd has an archive opened that is not plain.
func (u *unpacker) odd(name string, data []byte, wraps int, member bool) {
	if u.archive != nil {
		u.archive(u, name, data, wraps, member)
		return
	}
	u.stopped = !u.yield(Member{name, data}, nil)
}

// gzip unpacks a gzip file. One that is part of several, or holds a tar, is not plain.
func (u *unpacker) gzip(name string, data []byte, wraps int, member bool) {
	const format = "a gzip file"
	if wraps > 1 {
		u.fail(name, &refusal.Error{Kind: refusal.ErrFormat, Format: format, Reason: "This is packed more than twice over.", Advice: "Unpack it and open what is inside."})
		return
	}
	in := bytes.NewReader(data) // the unpacker takes no byte of it beyond the end of a part
	r, err := gzip.NewReader(in)
	var inner []byte
	if err == nil {
		r.Multistream(false)
		inner, err = u.unpacked(r, int64(len(data)))
	}
	switch {
	case err != nil:
		u.unpackFailed(name, format, err)
	case !isPadding(data[len(data)-in.Len():]) || u.archive == nil && isTar(inner):
		u.budget += int64(len(inner)) // it is unpacked again
		u.odd(name, data, wraps, member)
	default:
		u.unpack(name, inner, wraps+1, member)
	}
}

// isPadding reports whether nothing but zeros is there: tapes and disks leave them.
func isPadding(b []byte) bool { return len(bytes.Trim(b, "\x00")) == 0 }

func (u *unpacker) empty(name, format string) {
	u.fail(name, &refusal.Error{Kind: refusal.ErrFormat, Format: format,
		Reason: "This is " + format + " with no files in it.", Advice: "Pack the filings again."})
}

func (u *unpacker) tooMany(name, format string) {
	u.fail(name, &refusal.Error{Kind: refusal.ErrBound, Format: format,
		Reason: "This is " + format + " with more than " + wording.Number(maxMembers) + " files; the rest is not read.",
		Advice: "Open it in parts."})
}

// memberName puts the archive before a member's path, which may hold anything: it
// is only ever shown.
func memberName(archive, member string) string {
	member = strings.Map(func(r rune) rune {
		switch {
		case r == '\\':
			return '/'
		case r < ' ' || r == 0x7f:
			return '�'
		}
		return r
	}, strings.ToValidUTF8(member, "�"))
	return archive + "/" + strings.TrimPrefix(path.Clean("/"+member), "/")
}

// isLitter knows what operating systems leave in archives beside the files.
func isLitter(name string) bool {
	base := path.Base(name)
	return strings.HasPrefix(name, "__MACOSX/") || base == ".DS_Store" || base == "Thumbs.db" || base == "desktop.ini"
}
